import CurveArchive

/// What the program carries, and nothing of the machine's user.
enum ProgramsOwn {
    static var catalogue: Catalogue { Catalogue(paths: ArchivePaths(environment: [:])) }
}
