import Answers
import ConstraintKit
import CurveArchive
import CurveFormats
import PluginLoading
import Testing

@testable import Asking

/// What a plugin in C may leave out of its answer, and what becomes of it.
@Suite struct AnswersOfCPluginTests {
    /// It excludes two intervals that touch below 2 MeV, says nothing below 10 MeV, and answers not at all above.
    private static let code = """
        #include <mutau_plugin.h>
        static int prepare(const mutau_input *input, void **state, char *message, size_t size) { return 0; }
        static void boundary(const void *state, double mass, mutau_answer *answer) {
            if (mass >= 10) return;
            answer->kind = mass < 2 ? MUTAU_EXCLUDES : MUTAU_SILENT;
            answer->count = 2;
            answer->intervals[0].lower = 1e-5;
            answer->intervals[0].upper = 4e-4;
            answer->intervals[1].lower = 4e-4;
            answer->intervals[1].upper = 5e-4;
        }
        static const mutau_bound bound = {MUTAU_PLUGIN_VERSION, sizeof bound, "terse", prepare, boundary, 0};
        const mutau_bound *mutau_plugin_bound(uint32_t index) { return index ? 0 : &bound; }
        """

    @Test func noAnswerIsAFailureAndNoStatement() throws {
        let library = try Workshop.built("terse", from: "misbehaving.c", text: Self.code)
        let files = try Workshop.place(["terse"], of: library, in: Workshop.fresh())
        let plugins = Plugins(files, program: Program.executable.path, limits: Workshop.limits) { _ in }
        #expect(plugins.refused.isEmpty, "\(plugins.refused)")
        let contents = Workshop.document("terse")
        let entry = CatalogueEntry(
            stem: "terse", document: try readDocument(contents, name: "terse.vot").document,
            origin: .plugin(path: ""), contents: contents)
        let row = MassRow(sorting: try [1, 6.5, 20].map { try Mass(inMeV: $0) })
        let answers = try #require(plugins.bound(entry, Conventions())).answers(along: row)
        // Intervals may touch: they are open, and disjoint.
        #expect(answers[0] == .success(.excludes(.init(CouplingInterval(lower: 1e-5, upper: 5e-4)))))
        let silence = Silence.outsideRange(lower: 0, upper: 0)
        #expect(answers[1] == .success(.silent(silence)))
        #expect(Wording.reason(silence) == "it says nothing of this mass")
        guard case .failure(let fault) = answers[2] else {
            Issue.record("\(answers[2])")
            return
        }
        #expect(ErrorText.of(fault).contains("returned without an answer"), "\(fault)")
    }
}
