import CurveArchive
import Files

extension PluginFile {
    /// What is to be copied: the library, the documents and the known values, by their names.
    /// - Parameter stems: of its bounds.
    /// - Throws: ``ReadingError``
    public func files(of stems: [String]) throws -> [(name: String, bytes: [UInt8])] {
        var files = [(name: "\(name).so", bytes: try library())]
        for stem in stems {
            files.append(("\(stem).vot", try readFile(documentPath(of: stem), limit: documentSizeLimit)))
            if let known = try knownValues(of: stem) { files.append(("\(stem).known.csv", known)) }
        }
        return files
    }

    /// The bytes of its library.
    public func library() throws(ReadingError) -> [UInt8] { try readFile(path, limit: ELFImage.sizeLimit) }

    /// Puts files into a folder of its name, as a whole: whoever looks sees the old one or the new.
    /// - Parameters:
    ///   - files: those of ``files(of:)``.
    ///   - directory: one of the search path.
    /// - Returns: the copy.
    /// - Throws: ``WritingError``
    public func install(
        _ files: [(name: String, bytes: [UInt8])], into directory: String
    ) throws(WritingError) -> PluginFile {
        let folder = "\(directory)/\(name)"
        try replaceDirectory(at: folder, with: files)
        return PluginFile(name: name, folder: folder, searchDirectory: directory)
    }

    /// Whether it lies where ``install(_:into:)`` puts plugins of the user.
    public func isInstalled(in paths: PluginPaths) -> Bool {
        searchDirectory == paths.ownDirectory && folder != searchDirectory
    }

    /// Takes an installed plugin out again, as long as its folder holds nothing that did not come with it.
    /// - Throws: ``WritingError``
    public func uninstall() throws(WritingError) { try removeDirectory(at: folder) }
}
