import Testing

@testable import CurveArchive

@Suite struct ArchivePathsTests {
    @Test func homeAlone() {
        let paths = ArchivePaths(environment: ["HOME": "/home/ada"])
        #expect(paths.userDirectories == ["/home/ada/.local/share/mutau/constraints"])
        #expect(paths.ownDirectory == "/home/ada/.local/share/mutau/constraints")
        #expect(paths.refreshedDirectory == "/home/ada/.local/share/mutau/refreshed")
    }

    @Test func namedDirectoriesComeFirstInTheirOrder() {
        let paths = ArchivePaths(
            environment: ["MUTAU_CURVE_PATH": "/b::a", "XDG_DATA_HOME": "/data", "HOME": "/home/ada"])
        #expect(paths.userDirectories == ["/b", "a", "/data/mutau/constraints"])
        #expect(paths.namedDirectories == ["/b", "a"])
    }

    @Test func relativeDataHomeIsIgnored() {
        let paths = ArchivePaths(environment: ["XDG_DATA_HOME": "data", "HOME": "/"])
        #expect(paths.refreshedDirectory == "/.local/share/mutau/refreshed")
    }

    @Test func withoutHomeThereIsNowhere() {
        #expect(ArchivePaths.none.userDirectories.isEmpty)
        #expect(ArchivePaths.none.refreshedDirectory == nil)
    }
}
