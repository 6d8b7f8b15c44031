import TestSupport

@testable import CurveArchive

extension AddressBook {
    /// Writes an address into the user's own catalogue, as if by hand.
    static func keep(_ address: CurveAddress, for stem: String, in home: TemporaryDirectory) throws {
        var book = try AddressBook(own: Archive(directory: "\(home.path)/mutau").view()) ?? AddressBook()
        book.prefer(address, for: stem)
        try home.write(String(decoding: book.serialized(), as: UTF8.self), to: "mutau/constraints/catalogue.yaml")
    }
}
