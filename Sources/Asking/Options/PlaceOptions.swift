import ArgumentParser

/// What of the user's own takes part, and what becomes of what can't.
package struct PlaceOptions: ParsableArguments {
    package init() {}

    @Flag(help: "Load no plugins.")
    package var noPlugins = false

    @Flag(help: "Leave your own folders out: documents that you added, refreshed ones, installed plugins.")
    package var ignoreOwn = false

    @Flag(help: "End where something on MUTAU_CURVE_PATH or MUTAU_PLUGIN_PATH has to be left out.")
    package var strict = false

    /// As the same words say it to another command.
    package var words: [String] {
        [(noPlugins, "--no-plugins"), (ignoreOwn, "--ignore-own"), (strict, "--strict")].filter(\.0).map(\.1)
    }

    /// For commands that change the user's own folders.
    /// - Throws: what the argument parser shows.
    package func validateForChange() throws {
        guard !ignoreOwn else {
            throw ValidationError("--ignore-own leaves out what this command changes: mend it first")
        }
    }
}
