import ArgumentParser

/// Whether the user's plugins take part.
struct PluginOptions: ParsableArguments {
    @Flag(help: "Load no plugins.")
    var noPlugins = false
}
