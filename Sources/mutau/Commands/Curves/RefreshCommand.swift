import Answers
import ArgumentParser
import Assessment
import CurveArchive
import Files
import Foundation

struct RefreshCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refresh",
        abstract: "Fetch the newest version of each curve, check it, and use it.",
        discussion: """
            Each curve is fetched from its address in catalogue.yaml, the user's before the program's; with --mirror, all come \
            from one place: a web server, or a folder as file:///…, that holds this project's folder Constraints/. A version \
            that fails a check is refused, and the one at hand stays. curves.lock records the origin and the SHA-256 of each \
            curve: keep a copy with a paper, and --locked --lock COPY brings exactly those curves back. Of a table at HEPData \
            a newer version is told, and not taken.

            Refused without --insist is a version that adds or drops a curve, a table or a parameter, changes a fact that \
            decides (kind, level, mixing, side, assumptions, method, status, …), moves a limit by more than a factor of two, \
            or says another thing at cells of the plane where the version before did not within that factor, or within a \
            tenth of the mass: they are told. It is held against the version before, and against the one that the program \
            carries or that you added, since small steps add up; where there is no such, any other file than the one that \
            was taken is refused. A curve of which there was no version is taken only where it is named. A refresh takes at \
            most 64 MiB in 10 minutes, of 1000 curves.
            """)

    @Argument(help: "Stems of the curves; all that are known where none is named.", completion: Completions.stems)
    var stems: [String] = []

    @Option(help: ArgumentHelp("The web server: <URL>/<stem>.vot is fetched for each curve.", valueName: "url"))
    var mirror: String?

    @Flag(help: "Fetch and compare, tell which cells of the map would flip, and write nothing.")
    var dryRun = false

    @Flag(help: "Fetch nothing: check that the curves at hand are whole, and those of the lock file.")
    var offline = false

    @Flag(help: "Let nothing count but what the lock file names.")
    var locked = false

    @Option(
        help: ArgumentHelp("The lock file for --locked; otherwise that of the refreshed curves.", valueName: "file"),
        completion: .file())
    var lock: String?

    @Flag(help: "Take versions whatever speaks against them.")
    var insist = false

    @Flag(help: "Allow plain http to other machines.")
    var allowHttp = false

    @Flag(help: "Exit with 1 where a curve was, or would be, replaced.")
    var exitCode = false

    @OptionGroup var output: FormatOptions

    func validate() throws {
        guard lock == nil || locked else { throw ValidationError("--lock names the file for --locked: give both") }
        guard mirror == nil || !offline else {
            throw ValidationError("--offline fetches nothing, so no --mirror either")
        }
    }

    func run() throws {
        if !offline { try HTTPClient.requireLibrary() }
        let environment = ProcessInfo.processInfo.environment
        let paths = ArchivePaths(environment: environment)
        var client = HTTPClient(version: ProgramVersion.number, environment: environment)
        client.allowsPlainHTTP = allowHttp
        let linkedBounds = try LinkedBounds()
        var refresh = try Refresh(
            paths: paths, client: client, options: try options(),
            bound: { document, conventions in
                // A plugin's code would run for a document that nobody has looked at.
                guard linkedBounds.stems.contains(document.card.stem) || !document.ownLimits.isEmpty else { return nil }
                return try linkedBounds.constraint(document, conventions)
            })
        refresh.waiting = Console.noteWaiting
        refresh.hepData = HEPDataSite(client: refresh.client, environment: environment)
        try checkStems(paths, Catalogue.ofUser(paths, nil))
        let progress = RefreshProgress()
        let report = try refresh.run(stems: stems.isEmpty ? nil : stems, mirror: mirror, progress: progress.update)
        progress.finish()
        // As it is, or would be, after the refresh; the documents themselves need not be at hand for it.
        let counting = try report.hasUpdates ? Catalogue(paths: paths, locked: lockAfter(report, paths)) : nil
        let news = try news(report, paths, refresh.client, environment)
        let proposed = try report.proposal.map { try difference(report.plan, $0, paths) }
        let answer = RefreshAnswer(report, flips: proposed?.flips ?? [], reason: ErrorText.of) { curve in
            let detail = Self.detail(curve, isDryRun: report.isDryRun, counting)
            return detail + (news[curve.stem].map { "; \(ErrorText.of($0, stem: curve.stem))" } ?? "")
        }
        try Console.write(answer, as: output)
        try tellMore(report, paths)
        if let proposed {
            Console.note("were what is refused or new taken, of the map:")
            for line in proposed.flipLines { Console.note(line) }
        }
        if report.hasFailures { throw ExitCode(ExitStatus.unavailable) }
        if exitCode, report.hasUpdates { throw ExitCode(1) }
    }

    /// What HEPData has by now of what was taken from there; nothing is asked where nothing, or another place, is.
    private func news(
        _ report: RefreshReport, _ paths: ArchivePaths, _ client: HTTPClient, _ environment: [String: String]
    ) throws -> [String: HEPDataNews] {
        guard !offline, !locked, mirror == nil else { return [:] }
        let site = HEPDataSite(client: client, environment: environment)
        let fetched = Dictionary(uniqueKeysWithValues: report.curves.map { ($0.stem, $0.outcome.url) })
        return HEPDataNews.of(
            report.curves.map(\.stem), in: try AddressBook(paths: paths), fetched: fetched.compactMapValues(\.self),
            site: site)
    }

    private func lockAfter(_ report: RefreshReport, _ paths: ArchivePaths) throws -> LockedCurves {
        try LockedCurves(report.plan.map { .planned($0) } ?? .current, paths: paths)
    }

    /// What taking a proposal would do beside what counts, or would count.
    private func difference(_ plan: RefreshPlan?, _ proposal: RefreshPlan, _ paths: ArchivePaths) throws -> DiffAnswer {
        try DiffAnswer(
            from: plan.map { .planned($0) } ?? .current, to: .planned(proposal), paths: paths,
            plane: try GridOptions.parse([]), scenario: try ScenarioOptions.parse([]))
    }

    /// What the readers of files noticed, and what becomes of the map.
    private func tellMore(_ report: RefreshReport, _ paths: ArchivePaths) throws {
        for curve in report.curves {
            guard case .updated(_, _, let warnings) = curve.outcome else { continue }
            for warning in warnings { Console.warn("'\(curve.stem)': \(warning.explanation)") }
        }
        guard report.hasUpdates else { return }
        guard let plan = report.plan else { return Console.note("'mutau diff' tells which cells of the map flip") }
        for line in try difference(nil, plan, paths).flipLines { Console.note(line) }
    }

    private func options() throws -> RefreshOptions {
        var options = RefreshOptions()
        options.isDryRun = dryRun
        options.isOffline = offline
        options.insists = insist
        if let lock {
            options.demands = .lock(try CurvesLock(path: lock), directory: directory(of: lock))
        } else if locked {
            options.demands = .currentLock
        }
        return options
    }

    /// A stem is known where there is a document of it, or an address. A mirror, or another lock file, may know more.
    private func checkStems(_ paths: ArchivePaths, _ catalogue: Catalogue) throws {
        guard mirror == nil, lock == nil, !stems.isEmpty else { return }
        let addresses = try AddressBook(paths: paths).entries.keys.sorted()
        // Each once: most addresses are of documents at hand.
        let known = catalogue.stems + addresses.filter { !catalogue.stems.contains($0) }
        for stem in stems where !known.contains(stem) {
            throw CatalogueError.unknownStem(stem, meant: namesMeant(by: stem, among: known))
        }
    }

    /// One line on a curve.
    /// - Parameter catalogue: the documents that count, by which a user's own is known to stand before a fetched one.
    private static func detail(_ curve: RefreshReport.Curve, isDryRun: Bool, _ catalogue: Catalogue?) -> String {
        let detail = ErrorText.of(curve.outcome, isDryRun: isDryRun)
        let told = detail + (curve.flips.map { "; \(ErrorText.of($0))" } ?? "")
        guard case .updated = curve.outcome else {
            if case .arrived = curve.outcome { return told }
            return detail
        }
        guard let path = catalogue?.userPath(of: curve.stem) else { return told }
        return told + "; your own document at \(ErrorText.clipped(path)) still counts in its place"
    }
}
