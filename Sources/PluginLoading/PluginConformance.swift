import ConstraintKit
import CurveArchive
import CurveFormats

/// What becomes of a plugin that is examined on its own: whether it would be taken, and how its bounds conform.
public struct PluginConformance: Sendable {
    /// One bound, with everything that is wrong with it.
    public struct Bound: Sendable {
        public let stem: String
        public let findings: [ConformanceFinding]
        /// How many known values it was held against.
        public let knownValues: Int
    }

    /// Why it is no plugin for this program; nil where it is one.
    public let refusal: PluginRefusal?
    public let bounds: [Bound]

    public var conforms: Bool { refusal == nil && bounds.allSatisfy(\.findings.isEmpty) }

    /// - Parameters:
    ///   - catalogue: without plugins.
    ///   - holder: what a stem belongs to already.
    public init(
        _ file: PluginFile, catalogue: Catalogue, program: String = Plugins.ownProgram, limits: PluginLimits = .init(),
        holder: (String) -> String?
    ) {
        let plugins = Plugins([file], program: program, limits: limits, showsOutput: true, holder: holder) { _ in }
        refusal = plugins.refused.first?.reason
        let catalogue = catalogue.including(plugins.documents)
        bounds = plugins.taken.flatMap(\.stems).map { stem in
            Self.examine(stem, of: file, plugins, catalogue)
        }
    }

    private static func words(for error: CatalogueError) -> String {
        guard case .unusable(_, _, .format(let fault)) = error else { return "its document can't be read: \(error)" }
        return fault.explanation
    }

    private static func examine(
        _ stem: String, of file: PluginFile, _ plugins: Plugins, _ catalogue: Catalogue
    ) -> Bound {
        let entry: CatalogueEntry
        do { entry = try catalogue.entry(for: stem) } catch {
            return Bound(stem: stem, findings: [.init(.card, words(for: error))], knownValues: 0)
        }
        let card = entry.document.card
        var findings = card.conformanceFindings()
        var known: [KnownLimit] = []
        do {
            known = try KnownLimit.all(in: String(decoding: file.knownValues(of: stem) ?? [], as: UTF8.self))
        } catch {
            findings.append(.init(.knownValues, "\(error)"))
        }
        if card.status == .validated, known.isEmpty {
            findings.append(
                .init(.knownValues, "its status is validated, and \(file.knownValuesPath(of: stem)) has none"))
        }
        if let bound = plugins.bound(entry, Conventions()) {
            do { findings += try bound.findings(known: known) } catch {
                findings.append(.init(.evaluation, error.description))
            }
        }
        return Bound(stem: stem, findings: findings, knownValues: known.count)
    }
}
