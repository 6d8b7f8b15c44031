import CurveArchive
import Foundation
import PluginLoading

extension Plugins {
    /// The plugins on the user's search path, each that can't be used named on standard error.
    static func ofUser(_ catalogue: Catalogue, dataDirectory: String?) -> Plugins {
        let search = PluginSearch(
            PluginPaths(environment: ProcessInfo.processInfo.environment, dataDirectory: dataDirectory))
        for problem in search.problems { Console.warn(ErrorText.of(problem)) }
        let plugins = Plugins(search.files, holder: catalogue.holder(of:)) { Console.warn(ErrorText.of($0)) }
        for problem in plugins.refused { Console.warn(ErrorText.of(problem)) }
        return plugins
    }
}

extension Catalogue {
    /// What a stem belongs to, in words; nil where a plugin may have it. A refreshed document of a plugin's stem is the
    /// plugin's own.
    func holder(of stem: String) -> String? {
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
