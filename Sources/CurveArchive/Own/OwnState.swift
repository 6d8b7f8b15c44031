import Files

/// What belongs to the user's own bounds at one instant, and what is to be written to change it.
struct OwnState {
    var view: ArchiveView

    func hasDocument(_ stem: String) -> Bool { view.holds(.document(stem)) }

    func holdings(of stem: String) throws(OwnStoreError) -> OwnStore.Holdings {
        .init(
            hasDocument: hasDocument(stem), hasAddresses: !(try addresses().addresses(of: stem).isEmpty),
            isFetched: try lock().curves[stem]?.isOwn == true)
    }

    private func addresses() throws(OwnStoreError) -> AddressBook {
        do { return try AddressBook(own: view) ?? AddressBook() } catch { throw .addresses(error) }
    }

    private func lock() throws(OwnStoreError) -> CurvesLock {
        do { return try RefreshedStore.lock(in: view) } catch { throw .lock(error) }
    }

    /// Changes the user's own catalogue; nothing where it says the same after.
    func changingAddresses(_ change: (inout AddressBook) -> Void) throws(OwnStoreError) -> [FileChange] {
        let before = try addresses()
        var after = before
        change(&after)
        guard after != before else { return [] }
        do { return [.init(file: .addresses, bytes: try after.serialized())] } catch {
            throw .addresses(.contents(path: view.archive.path(of: .addresses), .notYAML(reason: "\(error)")))
        }
    }

    /// Lets nothing count that was fetched from the user's own addresses of a curve.
    func forgettingFetched(_ stem: String) throws(OwnStoreError) -> [FileChange] {
        let before = try lock()
        guard before.curves[stem]?.isOwn == true else { return [] }
        var after = before
        after.curves[stem] = nil
        let store = RefreshedStore(directory: view.archive.refreshedDirectory)
        do { return try store.changes(to: after, from: before) } catch { throw .writing(error) }
    }
}
