/// The order of the house, from the ground up: a module imports modules of the floors below its own, and no others of ours.
///
/// `Documentation/Architecture.md` draws it. Who adds a module adds it here and there.
enum Floors {
    static let all: [[String]] = [
        // Know nothing of the field.
        ["BundledData", "Documents", "Files", "NumericalMethods"],
        ["Drawing"],
        // The world of curves, and beside it the physics.
        ["ConstraintKit", "VOTable"],
        ["Physics"],
        ["CurveFormats", "Transport"],
        ["CurveArchive", "IceCubeFit", "PointTables"],
        ["PluginLoading", "Scenarios"],
        // The answer.
        ["Assessment"],
        ["AllowedRegion"],
        ["Reproduction", "Scan"],
        ["Answers"],
        // What both doors, the command line and the library, ask with.
        ["Asking"],
        // The bundled bounds are linked into the programs alone.
        SourceTree.bundledBounds,
        ["Benchmarks", "MutauC", "mutau"],
    ]

    /// What is known of the field, a bundled bound may know; a bound that is loaded at run time has ConstraintKit alone.
    static let belowBounds: Set<String> = ["ConstraintKit", "NumericalMethods", "Physics"]

    /// Modules that import none of ours beside those named: the ground floor, and what every plugin is built against.
    static let closed: [String: Set<String>] = [
        "BundledData": [], "ConstraintKit": [], "Documents": [], "Files": [], "NumericalMethods": [], "VOTable": [],
        "Drawing": ["Documents", "Files", "NumericalMethods"],
    ]

    /// The floor of a module; nil for one that is none of ours.
    static func number(of module: String) -> Int? { all.firstIndex { $0.contains(module) } }

    /// Files at the root of a folder, beyond which nobody finds anything.
    static let mostFiles = 16

    /// Whether `module` may import `other`; true for modules that are none of ours.
    static func allow(_ module: String, toImport other: String) -> Bool {
        guard module != other, let floor = number(of: module), let otherFloor = number(of: other) else { return true }
        if let closed = closed[module] { return closed.contains(other) }
        if SourceTree.bundledBounds.contains(module) { return belowBounds.contains(other) }
        return otherFloor < floor
    }
}
