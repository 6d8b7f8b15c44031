import ConstraintKit

/// What a source says about a document as a whole, before the user's options.
struct CardStatements {
    var stem: String?
    var title: String?
    var summary = ""
    var kind: Kind?
    var confidenceLevel: ConfidenceLevel?
    var statistic: String?
    var mixing: KineticMixing?
    var assumptions: [String] = []
    var references: [Reference] = []
    var method: Method?
    var methodNote: String?
    var status: Status?

    /// The kinetic mixing that holds once the user has spoken; without a word from anyone there is none.
    func settledMixing(_ options: ImportOptions) -> KineticMixing { options.mixing ?? mixing ?? .none }

    /// The card, from the user's options first, then the source, then the limits themselves.
    /// - Parameter missing: receives what nobody says.
    func card(
        file: String, options: ImportOptions, limits: [Limit], missing: inout [MissingItem]
    ) throws(CurveFormatError) -> Card? {
        let principal = limits.first { $0.kind == .observed } ?? limits.first
        let stem = options.stem ?? self.stem ?? stemOfFile(named: file)
        if let stem, !Card.isStem(stem) { throw .badStem(stem) }
        let kind = options.kind ?? kind ?? principal?.kind
        let level = options.confidenceLevel ?? confidenceLevel ?? principal?.confidenceLevel
        if stem == nil { missing.append(.stem) }
        // Where there are curves, what they lack has been noted for each of them.
        if kind == nil, missing.isEmpty { missing.append(.kind(table: file)) }
        if level == nil, missing.allSatisfy({ $0 == .kind(table: file) }) {
            missing.append(.confidenceLevel(table: file))
        }
        guard let stem, let kind, let level else { return nil }
        return Card(
            stem: stem, title: options.title ?? title ?? stem, summary: options.summary ?? summary, kind: kind,
            confidenceLevel: level, statistic: options.statistic ?? statistic, kineticMixing: settledMixing(options),
            assumptions: options.assumptions ?? assumptions,
            references: options.references.isEmpty ? references : options.references,
            method: options.method ?? method ?? .notStated, methodNote: options.methodNote ?? methodNote,
            status: options.status ?? status ?? .unvalidated)
    }
}

/// A stem from a file's name: without its extensions, with `-` for what a stem can't hold; nil where nothing is left.
public func stemOfFile(named name: String) -> String? {
    let base = name.split(separator: "/").last.map(String.init) ?? name
    var stem = base.split(separator: ".").first.map(String.init) ?? ""
    stem = String(stem.map { Card.isStem(String($0)) || $0 == "-" || $0 == "_" ? $0 : "-" }.prefix(64))
    stem = String(stem.drop { $0 == "-" || $0 == "_" }.trimmingSuffix { $0 == "-" || $0 == "_" })
    return Card.isStem(stem) ? stem : nil
}
