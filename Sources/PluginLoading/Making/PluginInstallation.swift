import CurveArchive
import Files

extension PluginFile {
    /// Copies the plugin, its documents and known values into a folder of its name, as a whole: whoever looks sees the
    /// old one or the new.
    ///
    /// - Parameters:
    ///   - directory: one of the search path.
    ///   - stems: of its bounds.
    /// - Returns: the copy.
    /// - Throws: ``ReadingError``, ``WritingError``
    public func install(into directory: String, stems: [String]) throws -> PluginFile {
        var files: [(name: String, bytes: [UInt8])] = []
        files.append(("\(name).so", try readFile(path, limit: ELFImage.sizeLimit)))
        for stem in stems {
            files.append(("\(stem).vot", try readFile(documentPath(of: stem), limit: documentSizeLimit)))
            if let known = try knownValues(of: stem) { files.append(("\(stem).known.csv", known)) }
        }
        let folder = "\(directory)/\(name)"
        try replaceDirectory(at: folder, with: files)
        return PluginFile(name: name, folder: folder, searchDirectory: directory)
    }

    /// Whether it lies where ``install(into:stems:)`` puts plugins of the user.
    public func isInstalled(in paths: PluginPaths) -> Bool {
        searchDirectory == paths.ownDirectory && folder != searchDirectory
    }

    /// Takes an installed plugin out again, as long as its folder holds nothing that did not come with it.
    /// - Throws: ``WritingError``
    public func uninstall() throws(WritingError) { try removeDirectory(at: folder) }
}
