import ConstraintKit
import CurveArchive
import Files
import Glibc

/// The plugins of a run: those that are taken, with the stems they serve, and those that are not, with the reason.
public struct Plugins: Sendable {
    /// A plugin that is taken.
    public struct Taken: Sendable, Hashable {
        public let file: PluginFile
        /// Of its file.
        public let sha256: SHA256
        /// In alphabetical order.
        public let stems: [String]
        let number: Int
        let isSwift: Bool
    }

    public private(set) var taken: [Taken] = []
    /// What was refused as it was loaded.
    public private(set) var refused: [PluginProblem] = []
    private let host: PluginHost
    /// Of plugins in Swift: the same one, unless this program has the runtime inside itself.
    private let swiftHost: PluginHost
    /// The program of ``swiftHost`` where that is another than this.
    private let otherProgram: (path: String, isThere: Bool)?
    /// The program of ``host``.
    private let program: String
    /// Whether this is a library in another's process.
    private let isLibrary: Bool

    /// Loads files into the child process; with no files nothing is started at all.
    ///
    /// - Parameters:
    ///   - program: this one, which the child runs too.
    ///   - isLibrary: whether this is a library in the process of another program, which has no child of its own: the child
    ///     runs `program`, and plugins meet that one's ConstraintKit.
    ///   - showsOutput: whether what plugins print appears on standard error.
    ///   - holder: what a stem belongs to already, in words; nil where it is free.
    ///   - report: told once of each plugin that has to be left out later, while it is used.
    public init(
        _ files: [PluginFile], program: String = Plugins.ownProgram, isLibrary: Bool = false,
        limits: PluginLimits = .init(),
        showsOutput: Bool = false, holder: (String) -> String? = { _ in nil },
        report: @escaping @Sendable (PluginProblem) -> Void
    ) {
        host = PluginHost(program: program, limits: limits, showsOutput: showsOutput, report: report)
        (self.program, self.isLibrary) = (program, isLibrary)
        if let other = SwiftHost.other(than: program, isLibrary: isLibrary) {
            otherProgram = other
            swiftHost = PluginHost(program: other.path, limits: limits, showsOutput: showsOutput, report: report)
        } else {
            otherProgram = nil
            swiftHost = host
        }
        guard !files.isEmpty else { return }
        // Of two hosts, each starts when it is known that there is a plugin for it.
        if otherProgram == nil { host.start() }
        var holders: [String: String] = [:]
        for file in files {
            do throws(PluginRefusal) {
                let plugin = try take(file) { holders[$0] ?? holder($0) }
                for stem in plugin.stems { holders[stem] = file.path }
                taken.append(plugin)
            } catch { refused.append(PluginProblem(file: file, reason: error)) }
        }
    }

    /// The program that runs.
    public static var ownProgram: String { "/proc/self/exe" }

    private func take(_ file: PluginFile, holder: (String) -> String?) throws(PluginRefusal) -> Taken {
        let examined = try ExaminedPlugin(file, comparesInterface: !isLibrary)
        let isSwift = examined.isSwift
        if isSwift, let otherProgram, !otherProgram.isThere { throw .hostMissing(path: otherProgram.path) }
        let host = isSwift ? swiftHost : host
        let number = host.add(examined)
        do throws(PluginRefusal) {
            let stems: [String]
            do { stems = try host.stems(of: number) } catch {
                // The status of the dynamic linker, which finds no runtime.
                if isSwift, let otherProgram, error == .exited(status: 127) {
                    throw .hostLacksRuntime(path: otherProgram.path)
                }
                if error == .exited(status: PluginServer.otherLanguage) {
                    throw .otherProgram(path: isSwift ? otherProgram?.path ?? program : program)
                }
                throw .fault(error)
            }
            guard !stems.isEmpty else { throw .registersNothing }
            for stem in stems {
                guard Card.isStem(stem) else { throw .notAStem(stem) }
                if let holder = holder(stem) { throw .stemTaken(stem: stem, by: holder) }
                let path = file.documentPath(of: stem)
                guard access(path, F_OK) == 0 else { throw .documentMissing(stem: stem, path: path) }
                try OtherWriters.exclude(from: path)
            }
            return Taken(
                file: file, sha256: examined.sha256, stems: stems.sorted(), number: number, isSwift: isSwift)
        } catch {
            host.dismiss(number, .unusable(.refused))
            throw error
        }
    }

    /// The documents that lie beside the plugins, for the catalogue.
    public var documents: [PluginDocument] {
        taken.flatMap { plugin in
            plugin.stems.map {
                PluginDocument(
                    stem: $0, path: plugin.file.documentPath(of: $0),
                    code: PluginCode(path: plugin.file.path, sha256: plugin.sha256))
            }
        }
    }

    /// The bound that a document becomes by the code of a plugin; nil where none serves its stem.
    public func bound(_ entry: CatalogueEntry, _ conventions: Conventions) -> PluginBound? {
        guard let plugin = taken.first(where: { $0.stems.contains(entry.stem) }) else { return nil }
        let recipe = PluginBound.Recipe(
            plugin: plugin.number, file: plugin.file, stem: entry.stem, document: entry.contents,
            conventions: conventions)
        return PluginBound(recipe, host: plugin.isSwift ? swiftHost : host)
    }
}
