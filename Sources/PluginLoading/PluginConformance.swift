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
    ///   - wording: what an error is to be called.
    public init(
        _ file: PluginFile, catalogue: Catalogue, program: String = Plugins.ownProgram, limits: PluginLimits = .init(),
        holder: (String) -> String?, wording: (any Error) -> String
    ) {
        let plugins = Plugins([file], program: program, limits: limits, showsOutput: true, holder: holder) { _ in }
        refusal = plugins.refused.first?.reason
        let catalogue = catalogue.including(plugins.documents)
        bounds = plugins.taken.flatMap(\.stems).map { stem in
            Self.examine(stem, of: file, plugins, catalogue, wording)
        }
    }

    private static func examine(
        _ stem: String, of file: PluginFile, _ plugins: Plugins, _ catalogue: Catalogue,
        _ wording: (any Error) -> String
    ) -> Bound {
        let entry: CatalogueEntry
        do { entry = try catalogue.entry(for: stem) } catch {
            return Bound(stem: stem, findings: [.init(.unusableDocument(error), wording)], knownValues: 0)
        }
        let card = entry.document.card
        var faults = card.conformanceFaults()
        var known: [KnownLimit] = []
        do {
            known = try KnownLimit.all(in: String(decoding: file.knownValues(of: stem) ?? [], as: UTF8.self))
        } catch {
            faults.append(.unreadableKnownLimits(error))
        }
        if card.status == .validated, known.isEmpty {
            faults.append(.noKnownLimits(path: file.knownValuesPath(of: stem)))
        }
        var findings = faults.map { ConformanceFinding($0, wording) }
        if let bound = plugins.bound(entry, Conventions()) {
            do { findings += try bound.findings(known: known) } catch {
                findings.append(.init(.unusable(error), wording))
            }
        }
        return Bound(stem: stem, findings: findings, knownValues: known.count)
    }
}
