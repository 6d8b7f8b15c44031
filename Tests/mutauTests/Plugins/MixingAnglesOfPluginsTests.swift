import ConstraintKit
import CurveArchive
import CurveFormats
import PluginLoading
import Testing

/// The angles of the neutrinos reach the code of a plugin in another process.
@Suite struct MixingAnglesOfPluginsTests {
    /// It excludes couplings above the sum of the angles with weights of its own, in units of 1e-9; above 1 where it has none.
    private static let code = """
        #include <mutau_plugin.h>
        static int prepare(const mutau_input *input, void **state, char *message, size_t size) {
            static double limit;
            const double *angles = input->mixing_angles;
            limit = (angles[0] + 100 * angles[1] + 1e4 * angles[2] + 1e6 * angles[3]) * 1e-9;
            *state = &limit;
            return input->size < 96;
        }
        static void boundary(const void *state, double mass, mutau_answer *answer) {
            double limit = *(const double *)state;
            answer->kind = MUTAU_EXCLUDES;
            answer->count = 1;
            answer->intervals[0].lower = limit > 0 ? limit : 1;
            answer->intervals[0].upper = __builtin_inf();
        }
        static const mutau_bound bound = {MUTAU_PLUGIN_VERSION, sizeof bound, "angles", prepare, boundary, 0};
        const mutau_bound *mutau_plugin_bound(uint32_t index) { return index ? 0 : &bound; }
        """

    @Test func aPluginIsHandedThem() throws {
        let library = try Workshop.built("angles", from: "misbehaving.c", text: Self.code)
        let files = try Workshop.place(["angles"], of: library, in: Workshop.fresh())
        let plugins = Plugins(files, program: Program.executable.path, limits: Workshop.limits) { _ in }
        #expect(plugins.refused.isEmpty, "\(plugins.refused)")
        let contents = Workshop.document("angles")
        let entry = CatalogueEntry(
            stem: "angles", document: try readDocument(contents, name: "angles.vot").document,
            origin: .plugin(path: ""), contents: contents)
        var conventions = Conventions()
        let row = MassRow(sorting: [try Mass(inMeV: 6.5)])
        let none = try #require(plugins.bound(entry, conventions)).answers(along: row)
        #expect(none == [.success(.excludes(.init(.above(1))))])
        conventions.leptonMixing = LeptonMixing(theta12: 33, theta13: 8, theta23: 45, delta: 200)
        let handed = try #require(plugins.bound(entry, conventions)).answers(along: row)
        let sum: Double = 33 + 100 * 8 + 1e4 * 45 + 1e6 * 200
        #expect(handed == [.success(.excludes(.init(.above(sum * 1e-9))))])
    }
}
