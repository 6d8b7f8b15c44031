import ArgumentParser
import CurveArchive
import CurveFormats
import Presentation

struct RemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take out a bound that you added.")

    @Argument(help: "The stem of the bound.")
    var stem: String

    @Flag(help: "Say what would be removed, and remove nothing.")
    var dryRun = false

    func run() throws {
        let ingredients = try Ingredients(nil)
        let store = try OwnStore(paths: ingredients.paths)
        guard store.holds(stem) else { throw try refusal(ingredients.catalogue) }
        if !dryRun {
            let sources = try OwnSources(paths: ingredients.paths)
            _ = try sources.read()
            try Refresh(paths: ingredients.paths, client: HTTPClient(version: ProgramVersion.number)).forgetOwn(stem)
            try store.remove(stem)
            try sources.remove(stem)
        }
        let removal = (dryRun ? "would remove " : "removed ") + store.path(of: stem)
        try Console.write("\(removal)\n\(successor(ingredients, store))")
    }

    /// What has the stem once the document is gone.
    private func successor(_ ingredients: Ingredients, _ store: OwnStore) -> String {
        let origins = ingredients.catalogue.origins(of: stem)
        let removed = origins.firstIndex(of: .user(path: store.path(of: stem))) ?? origins.endIndex
        // A refreshed version that comes before it is one of the user's own source, and goes with it.
        let before = origins[..<removed].filter { if case .refreshed = $0 { false } else { true } }
        guard let next = before.first ?? origins[removed...].dropFirst().first else {
            return "No other bound has the stem '\(stem)'."
        }
        return "From now on '\(stem)' is the one that is \(Wording.origin(next))."
    }

    /// Why there is nothing to remove.
    private func refusal(_ catalogue: Catalogue) throws -> ErrorReport {
        switch catalogue.origins(of: stem).first {
        case .user(let path):
            ErrorReport(
                "'\(stem)' lies in a directory that MUTAU_CURVE_PATH names: remove \(ErrorText.clipped(path, to: 200)) "
                    + "yourself",
                code: ExitStatus.noInput)
        case .some:
            ErrorReport(
                "'\(stem)' is not yours: mutau carries it; leave it out of an answer with --without \(stem)",
                code: ExitStatus.noInput)
        case nil:
            ErrorReport(
                ErrorText.of(
                    CatalogueError.unknownStem(stem, nearest: nearestName(to: stem, among: catalogue.stems))),
                code: ExitStatus.noInput)
        }
    }
}
