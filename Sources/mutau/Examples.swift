import Scenarios

/// A command line for each command, which its help shows and a test runs.
enum Examples {
    /// - Parameter names: of the command, behind that of the program.
    /// - Returns: nil where there is no such command.
    static func line(for names: [String]) -> String? {
        all[names.joined(separator: " ")]?.replacing("STEM", with: stem)
    }

    /// The first bound of the scenario that holds where none is named.
    private static var stem: String {
        // The scenarios are data of the program: one that can't be read is told by every command.
        guard case .success(let scenario) = Result(catching: { try Scenario.shipped(ScenarioOptions.standard) })
        else { return "my-limit" }
        return scenario.stems.first ?? "my-limit"
    }

    /// By the names of the command. Files that are read are to be there: what a command before wrote, or one's own.
    static let all: [String: String] = [
        "": "mutau check 6.5MeV 4.5e-4",
        "check": "mutau check 6.5MeV 4.5e-4 --scenario consistent",
        "limit": "mutau limit --masses 6.5MeV,10MeV,100MeV",
        "table": "mutau table --masses 1MeV,6.5MeV,100MeV --format latex",
        "map": "mutau map --mass-range 1MeV:1GeV --output my-map",
        "chi2": "mutau chi2 6.5MeV 4.5e-4",
        "fit": "mutau fit --profile mass --output my-fit",
        "spectrum": "mutau spectrum 6.5MeV 4.5e-4 --ratio --format csv",
        "reproduce": "mutau reproduce --output paper --format markdown",
        "list": "mutau list --format csv",
        "show": "mutau show STEM",
        "cite": "mutau cite --scenario current",
        "add":
            "mutau add my-limit.csv --kind observed --side above --confidence-level 0.9 --arxiv 2401.01708",
        "remove": "mutau remove my-limit",
        "export": "mutau export STEM --format csv",
        "import":
            "mutau import my-limit.csv --kind observed --side above --confidence-level 0.9 --output my-limit.vot",
        "inspect": "mutau inspect my-limit.csv",
        "refresh": "mutau refresh --dry-run",
        "diff": "mutau diff bundled current",
        "plugin": "mutau plugin list",
        "plugin new": "mutau plugin new MyBound",
        "plugin build": "mutau plugin build MyBound",
        "plugin check": "mutau plugin check MyBound",
        "plugin install": "mutau plugin install MyBound",
        "plugin list": "mutau plugin list --format json",
        "plugin remove": "mutau plugin remove MyBound",
        "scenario": "mutau scenario show consistent > mine.yaml",
        "scenario list": "mutau scenario list",
        "scenario show": "mutau scenario show --scenario current --format json",
        "scan": "mutau scan run plan.yaml --shard 1/2",
        "scan plan": "mutau scan plan plan.yaml",
        "scan run": "mutau scan run plan.yaml",
        "scan merge": "mutau scan merge plan.yaml",
        "scan status": "mutau scan status plan.yaml --format json",
        "scan extend": "mutau scan extend plan.yaml --more 100000",
        "scan submit": "mutau scan submit plan.yaml --shards 100 --time 01:00:00 --dry-run",
        "scan cancel": "mutau scan cancel plan.yaml",
        "schema": "mutau schema check",
    ]
}
