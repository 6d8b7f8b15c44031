import Answers
import ArgumentParser
import CurveArchive
import CurveFormats
import Files

struct RemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Remove a bound that you added.")

    @Argument(help: "The stem of the bound.", completion: Completions.ownStems)
    var stem: String

    @Flag(help: "Say what would be removed, and remove nothing.")
    var dryRun = false

    @OptionGroup var places: PlaceOptions
    @OptionGroup var output: FormatOptions

    func validate() throws { try places.validateForChange() }

    func run() throws {
        let ingredients = try Ingredients(nil)
        let store = try OwnStore(paths: ingredients.paths, waiting: Console.noteWaiting)
        // Who deleted the document by hand may still want to be rid of its addresses and of what came from there.
        let found = try store.holdings(of: stem)
        let holdings = try dryRun || found.isEmpty ? found : store.remove(stem)
        guard !holdings.isEmpty else { throw try refusal(store) }
        let next = successor(ingredients, store, isFetched: holdings.isFetched)
        try Console.write(RemovalAnswer(stem, holdings, in: store, isDryRun: dryRun, next: next), as: output)
    }

    /// Where the document is that has the stem once this one is gone; nil: there is none.
    /// - Parameter isFetched: whether the refreshed version is one from an address of the user's own, which goes, too.
    private func successor(_ ingredients: Ingredients, _ store: OwnStore, isFetched: Bool) -> CurveOrigin? {
        ingredients.catalogue.origins(of: stem).first { origin in
            if case .refreshed = origin { !isFetched } else { origin != .user(path: store.path(of: stem)) }
        }
    }

    /// The stems that could have been meant: what mutau carries is not for this command.
    private func removable(_ catalogue: Catalogue, _ store: OwnStore) -> [String] {
        catalogue.stems.filter { catalogue.origins(of: $0).contains(.user(path: store.path(of: $0))) }
    }

    /// Why there is nothing to remove.
    private func refusal(_ store: OwnStore) throws -> ErrorReport {
        let catalogue = try Ingredients(places).catalogue
        return switch catalogue.origins(of: stem).first {
        case .plugin(let path):
            ErrorReport(
                "'\(stem)' is computed by a plugin, \(ErrorText.whole(path)): 'mutau plugin remove' takes one out",
                code: ExitStatus.noInput)
        case .user(let path):
            ErrorReport(
                "'\(stem)' lies in a directory that MUTAU_CURVE_PATH names: remove \(ErrorText.whole(path)) "
                    + "yourself",
                code: ExitStatus.noInput)
        case .some:
            ErrorReport(
                "'\(stem)' is not yours: mutau carries it; leave it out of an answer with --without \(stem)",
                code: ExitStatus.noInput)
        case nil:
            ErrorReport(
                ErrorText.of(
                    CatalogueError.unknownStem(stem, meant: namesMeant(by: stem, among: removable(catalogue, store)))),
                code: ExitStatus.noInput)
        }
    }
}
