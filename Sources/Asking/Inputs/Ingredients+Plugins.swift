import Answers
import CurveArchive
import Foundation
import PluginLoading

extension Plugins {
    /// The plugins on the user's search path, each that can't be used named on standard error.
    ///
    /// - Parameters:
    ///   - places: what the user said of these places; nil: nothing could be said.
    ///   - program: whose child runs their code, for a library; nil: this one.
    /// - Throws: ``ErrorReport`` where the user's own folder can't be listed, or somebody else could have put code there.
    package static func ofUser(
        _ catalogue: Catalogue, dataDirectory: String?, _ places: PlaceOptions?, program: String? = nil
    ) throws
        -> Plugins
    {
        let paths = PluginPaths.ofProcess(dataDirectory: dataDirectory)
        let search = PluginSearch(paths)
        for problem in search.problems {
            let isOwn = problem.path == paths.ownDirectory
            try places.tell(ErrorText.of(problem), isOwn: isOwn, code: ExitStatus.inputOutput)
        }
        let warn = Console.warner
        let plugins = Plugins(
            search.files, program: program ?? Plugins.ownProgram, isLibrary: program != nil,
            holder: catalogue.holder(of:)
        ) { warn(ErrorText.of($0)) }
        for problem in plugins.refused {
            let (isOwn, isDistrust) = (problem.file.searchDirectory == paths.ownDirectory, problem.reason.isDistrust)
            // An own plugin that fails is the user's own business, and costs itself alone.
            if isOwn, !isDistrust {
                Console.warn(ErrorText.of(problem))
            } else {
                let code = isDistrust ? ExitStatus.inputOutput : ExitStatus.badData
                try places.tell(ErrorText.of(problem), isOwn: isOwn, code: code)
            }
        }
        return plugins
    }
}

extension PlaceOptions {
    /// The user's plugins; nil where none take part.
    /// - Throws: ``ErrorReport``
    package func plugins(beside own: Catalogue, _ paths: ArchivePaths, program: String? = nil) throws -> Plugins? {
        noPlugins ? nil : try Plugins.ofUser(own, dataDirectory: paths.dataDirectory, self, program: program)
    }
}

extension Catalogue {
    /// This catalogue with the documents of plugins, and without those that no code at hand can make a bound of.
    ///
    /// - Parameter warn: told of a document that is left out, which costs that bound and not the answer.
    package func completed(by plugins: Plugins?, warn: (String) -> Void) throws(AddressFileError) -> Catalogue {
        let documents = plugins?.documents ?? []
        let all = including(documents)
        let usable = documents.filter { document in
            do throws(CatalogueError) {
                _ = try all.entry(for: document.stem)
                return true
            } catch {
                warn("\(ErrorText.of(error)); the plugin's bound is left out")
                return false
            }
        }
        let result = including(usable)
        let orphans = try result.ownStems.filter { stem in
            // One that can't be read says so where it is wanted.
            guard case .success(let entry) = Result(catching: { try result.entry(for: stem) }), entry.lacksCode else {
                return false
            }
            let origin = Wording.origin(entry.origin)
            warn("'\(stem)' is computed by a plugin that takes no part, and is left out (\(origin))")
            return true
        }
        return result.excluding(Set(orphans))
    }

    /// What a stem belongs to, in words; nil where a plugin may have it. A refreshed document of a plugin's stem is the
    /// plugin's own.
    package func holder(of stem: String) -> String? {
        for origin in origins(of: stem) {
            switch origin {
            case .bundled: return "a bound of mutau's own"
            case .user(let path): return "your document \(path)"
            case .refreshed, .plugin, .given, .overlay: continue
            }
        }
        return nil
    }
}
