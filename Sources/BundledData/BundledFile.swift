/// A file of the folder Constraints/, embedded in the program so that it can be moved on its own.
///
/// The list `bundledFiles` is written at build time from what the folder holds; its text stays where the program was
/// loaded and is never copied.
public struct BundledFile: Sendable {
    /// Below Constraints/, `scenarios/paper.yaml` for instance.
    public let path: StaticString
    /// Its UTF-8 text, to the last byte.
    public let text: StaticString
}
