import Files
import Foundation

/// Compiles the folder of a plugin against what this program was installed or built with.
public struct PluginCompiler: Sendable {
    /// What a compiler needs to know of this program.
    public struct Interface: Sendable, Hashable {
        /// The file `ConstraintKit.swiftmodule`, or its text `ConstraintKit.swiftinterface`.
        public var module: String
        /// The directory of `mutau_plugin.h`.
        public var headers: String

        public init(module: String, headers: String) {
            self.module = module
            self.headers = headers
        }

        /// That of the program itself: installed beside it, or in the checkout it was built in.
        /// - Throws: ``PluginCompilerError/noInterface(looked:)``
        public static func ofProgram(_ program: String = Plugins.ownProgram) throws(PluginCompilerError) -> Interface {
            let directory = URL(filePath: absolutePath(program)).deletingLastPathComponent()
            func path(_ relative: String) -> String { directory.appending(path: relative).standardized.path }
            let installed = Interface(
                module: path("../lib/mutau/modules/ConstraintKit.swiftmodule"), headers: path("../include"))
            let built = Interface(
                module: path("Modules/ConstraintKit.swiftmodule"),
                headers: path("../../../Sources/CPluginABI/include"))
            if installed.isThere { return installed }
            guard built.isThere else { throw .noInterface(looked: [installed.module, built.module]) }
            return built
        }

        private var isThere: Bool { access(module, R_OK) == 0 && access("\(headers)/mutau_plugin.h", R_OK) == 0 }
    }

    private let interface: Interface
    private let searchPath: String

    /// - Parameter searchPath: where compilers are, as in `PATH`.
    public init(
        _ interface: Interface,
        searchPath: String = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    ) {
        self.interface = interface
        self.searchPath = searchPath
    }

    /// Makes `NAME.so` of the code in a folder.
    /// - Parameter tell: is given what the compiler says, line by line: it quotes the code, which may be anybody's.
    /// - Throws: ``PluginCompilerError``; a library made before stays as it is.
    public func build(_ file: PluginFile, tell: (String) -> Void) throws(PluginCompilerError) {
        let found: [String]
        do { found = try names(in: file.folder) } catch { throw .noFolder(path: file.folder, error) }
        func files(_ ending: String) -> [String] {
            found.filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }.map { "\(file.folder)/\($0)" }
        }
        let (swift, c) = (files(".swift"), files(".c"))
        guard swift.isEmpty != c.isEmpty else {
            throw swift.isEmpty ? .noCode(path: file.folder) : .twoLanguages(path: file.folder)
        }
        let output = "\(file.folder)/.\(file.name).so.new"
        defer { unlink(output) }
        if swift.isEmpty {
            try compileC(c, to: output, tell)
        } else {
            try compileSwift(swift, module: file.name, to: output, tell)
        }
        guard rename(output, file.path) == 0 else { throw .notWritten(path: file.path, .init(code: errno)) }
    }

    private func compileSwift(
        _ files: [String], module: String, to output: String, _ tell: (String) -> Void
    ) throws(PluginCompilerError) {
        // A directory with ConstraintKit alone: of the program's other modules a plugin can rely on none.
        var template = Array("\(FileManager.default.temporaryDirectory.path)/mutau-modules-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw .notWritten(path: "a temporary directory", .init(code: errno)) }
        let modules = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let link = "\(modules)/\(URL(filePath: interface.module).lastPathComponent)"
        defer {
            unlink(link)
            rmdir(modules)
        }
        guard symlink(interface.module, link) == 0 else { throw .notWritten(path: link, .init(code: errno)) }
        let name = String(module.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
        try run(
            "swiftc",
            [
                "-O", "-swift-version", "6", "-parse-as-library", "-emit-library", "-module-name", "Plugin_\(name)",
                "-I", modules, "-o", output,
            ] + files, tell)
    }

    private func compileC(
        _ files: [String], to output: String, _ tell: (String) -> Void
    ) throws(PluginCompilerError) {
        // A slip of the pen in a name shows here, and not as a refusal or a crash when the plugin is loaded.
        try run(
            "cc",
            [
                "-O2", "-Wall", "-Werror=implicit-function-declaration", "-Wl,-z,defs", "-shared", "-fPIC", "-I",
                interface.headers, "-o", output,
            ] + files + ["-lm"], tell)
    }

    private func run(
        _ compiler: String, _ arguments: [String], _ tell: (String) -> Void
    ) throws(PluginCompilerError) {
        let candidates = searchPath.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/\(compiler)" }
        guard let path = candidates.first(where: { access($0, X_OK) == 0 }) else { throw .noCompiler(compiler) }
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        let words = Pipe()
        process.standardOutput = words
        process.standardError = words
        do { try process.run() } catch { throw .noCompiler(path) }
        tellLines(of: words.fileHandleForReading, tell)
        process.waitUntilExit()
        guard process.terminationReason == .exit, process.terminationStatus == 0 else { throw .failed(compiler) }
    }
}

/// Reads to the end, and passes on each line, or what of it fits.
private func tellLines(of handle: FileHandle, _ tell: (String) -> Void) {
    var rest: [UInt8] = []
    while case let piece = handle.availableData, !piece.isEmpty {
        rest += piece
        while let end = rest.firstIndex(of: 0x0A) {
            tell(String(decoding: rest[..<end], as: UTF8.self))
            rest.removeSubrange(...end)
        }
        if rest.count > longestLine {
            tell(String(decoding: rest, as: UTF8.self))
            rest.removeAll()
        }
    }
    if !rest.isEmpty { tell(String(decoding: rest, as: UTF8.self)) }
}

/// A line of code that a compiler quotes may be of any length [bytes].
private let longestLine = 65_536

/// Why a plugin is not built.
public enum PluginCompilerError: Error, Sendable, Hashable {
    /// Neither an installation nor a checkout is where this program is.
    case noInterface(looked: [String])
    case noFolder(path: String, SystemError)
    case noCode(path: String)
    case twoLanguages(path: String)
    /// No such program on the search path.
    case noCompiler(String)
    /// The compiler refused the code, and has said why.
    case failed(String)
    case notWritten(path: String, SystemError)
}
