import Files

/// Whether anyone but the user and the system could put other code in a plugin's place.
enum OtherWriters {
    /// Examines the file, where a link leads too, and every directory on the way to it: whoever can write one can put
    /// another in the place of what is in it. No group is trusted with code, the user's own neither.
    ///
    /// - Throws: ``PluginRefusal/writableByOthers(path:)``, ``PluginRefusal/unreadable(_:)``
    static func exclude(from path: String) throws(PluginRefusal) {
        let place: OpenPlace?
        do { place = try openPlace(onTheWayTo: path, trusting: .none) } catch {
            throw .unreadable(.unreadable(path: path, error))
        }
        if let place { throw .writableByOthers(path: place.path) }
    }
}
