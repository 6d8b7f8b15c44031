/// A place from which a curve may be fetched, and how to read what lies there.
public struct CurveAddress: Sendable, Hashable {
    public var url: String
    /// What is to be said of a file that is no native document; nil for a native one.
    public var reading: FileDescription?
    /// The table of a paper at HEPData that is meant, where a catalogue names no URL: ``url`` then stands for the paper, and
    /// can't be fetched before the table is settled.
    var table: HEPDataTableChoice?
    /// Whether the user's own catalogue names it.
    var isOwn = false

    /// The URL without its secrets: for answers, and for the lock file, of which others get copies.
    var shown: String { URLSecrets.masked(url) }

    public init(url: String, reading: FileDescription? = nil) {
        self.url = url
        self.reading = reading
    }
}
