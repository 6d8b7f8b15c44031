import Assessment
import ConstraintKit
import CurveArchive
import Documents

extension JSONValue {
    /// What every answer says about a bound that takes part.
    static func members(of bound: Bound) -> [Member] {
        let card = bound.card
        return [
            .init("stem", .text(card.stem)), .init("title", .text(card.title)),
            .init("kind", .text(card.kind.rawValue)), .init("role", .text(role(bound.role).name)),
            .init("alternative_of", .text(role(bound.role).group)), .init("method", .text(card.method.rawValue)),
            .init("status", .text(card.status.rawValue)),
        ] + confidenceLevel(card.confidenceLevel) + [
            .init("origin", origin(bound.origin)), .init("caveat", .text(bound.caveat)),
        ] + code(bound.code)
    }

    private static func role(_ role: Bound.Role) -> (name: String, group: String?) {
        switch role {
        case .decides: ("decides", nil)
        case .alternative(let group): ("alternative", group)
        case .informs: ("informs", nil)
        }
    }

    static func origin(_ origin: CurveOrigin) -> JSONValue {
        switch origin {
        case .bundled: ["place": "bundled"]
        case .refreshed(let path, let url): ["place": "refreshed", "path": .text(path), "url": .text(url)]
        case .user(let path): ["place": "user", "path": .text(path)]
        case .plugin(let path): ["place": "plugin", "path": .text(path)]
        case .given: ["place": "given"]
        case .overlay(let path): ["place": "overlay", "path": .text(path)]
        }
    }

    /// The code that computes a bound, where it is not the program's own.
    static func code(_ code: PluginCode?) -> [Member] {
        guard let code else { return [] }
        return [.init("code", ["path": .text(code.path), "sha256": .text(code.sha256.hexadecimal)])]
    }
}

extension JSONValue: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self = .text(text) }
}
