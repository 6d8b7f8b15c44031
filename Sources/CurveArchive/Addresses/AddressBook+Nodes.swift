import CurveFormats
import Yams

extension AddressBook {
    /// The nodes of a file of the archive: what it holds, whatever that means.
    static func root(ofYAML bytes: [UInt8]) throws(AddressBookError) -> Node {
        do throws(FormatFault) {
            // A file without anything is an empty text to the decoder, too.
            return try BoundedYAML.root(of: bytes) ?? Node("", Tag(.str, .basic))
        } catch {
            if case .anchor(let line) = error { throw .at(.init(line: line), .usesAnchors) }
            throw .notYAML(reason: error.explanation)
        }
    }

    /// The stems that a catalogue of the program itself gives addresses of. Its other words are passed over: the program
    /// asks this at each start, and reads the whole where it fetches.
    static func addressedStems(ofYAML bytes: [UInt8]) throws(AddressBookError) -> Set<String> {
        var stems: Set<String> = []
        for (key, curves) in try root(ofYAML: bytes).mapping ?? [:] where key.scalar?.string == "curves" {
            for (stem, curve) in curves.mapping ?? [:] where hasAddresses(curve) {
                if let stem = stem.scalar?.string { stems.insert(stem) }
            }
        }
        return stems
    }

    private static func hasAddresses(_ curve: Node) -> Bool {
        let sources = curve.mapping?.first { $0.key.scalar?.string == "sources" }
        return sources?.value.sequence?.isEmpty == false
    }
}
