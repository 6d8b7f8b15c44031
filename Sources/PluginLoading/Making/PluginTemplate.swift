import ConstraintKit
import CurveFormats

/// A first plugin, to be read and changed: the code of a bound, its document, its test and what to do with them.
///
/// It computes something simple and true to its own statement, a search without background. Its numbers are made up, and
/// so it is a projection, which decides nothing, until its author says otherwise.
public struct PluginTemplate: Sendable {
    /// What the code is written in.
    public enum Language: String, Sendable, Hashable, CaseIterable {
        case swift, c
    }

    let name: PluginName
    let language: Language

    public init(_ name: PluginName, _ language: Language) {
        self.name = name
        self.language = language
    }

    /// The files of its folder.
    public var files: [(name: String, bytes: [UInt8])] {
        let stem = name.stem
        return [
            (language == .swift ? "\(name.text).swift" : "\(name.text).c", Array(code.utf8)),
            ("\(stem).vot", nativeVOTable(of: document).serialized()),
            ("\(stem).known.csv", Array(knownValues.utf8)),
            ("README.md", Array(readMe.utf8)),
        ]
    }

    private var code: String { language == .swift ? swiftCode : cCode }

    private var document: Document {
        Document(
            card: Card(
                stem: name.stem, title: name.text,
                summary: "What was measured or computed, in one sentence: numbers made up for a first try.",
                kind: .projected, confidenceLevel: .stated(0.9),
                assumptions: ["no background: 2.303 expected events are excluded at 90 %"],
                references: [Reference(citation: "Authors, title, where it is published")], method: .computed,
                methodNote: "g′ where events_per_coupling_squared g′² / (1 + (m/efficiency_scale_MeV)²) is 2.303"),
            parameters: ["events_per_coupling_squared": 1e7, "efficiency_scale_MeV": 100])
    }

    /// Worked out apart from the code: √(2.303e-7 · 1.004225) and √(2.303e-7 · 2).
    private var knownValues: String {
        """
        # Limits that the bound must reproduce, each with where it was read. `mutau plugin check` compares them.
        mass_MeV,coupling,relative_tolerance
        6.5,4.8091e-4,1e-4
        100,6.7868e-4,1e-4

        """
    }

    private var readMe: String {
        """
        # \(name.text)

        A bound of mutau's, loaded at run time.

            mutau plugin build .      # \(name.text).\(language == .swift ? "swift" : "c") → \(name.text).so
            mutau plugin check .      # the conformance suite, and the known values
            mutau plugin install .    # onto the search path: it takes part from then on
            mutau plugin list         # what is found, and taken or refused

        - `\(name.text).\(language == .swift ? "swift" : "c")`: for a mass, which couplings are excluded. Change this first.
        - `\(name.stem).vot`: what the bound is, where its numbers come from, and the parameters the code reads. Change
          its kind to `observed` once it is a measurement: only then it decides.
        - `\(name.stem).known.csv`: its test. Put in limits you have from somewhere else.

        Its status is `unvalidated` until you have compared it with its publication and say so in the document.

        """
    }
}
