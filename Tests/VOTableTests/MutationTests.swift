import Testing

@testable import VOTable

/// Damaged documents are read or refused, and never anything else: a trap would end the whole test run.
@Suite struct MutationTests {
    private static let originals: [[UInt8]] = [
        SampleDocument.text(
            prolog: #"<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE VOTABLE [ <!ENTITY e "x"> ]>"#,
            table: #"<TABLE ID="a" name="&e;" nrows="1"><DESCRIPTION>&e;<![CDATA[<]]></DESCRIPTION>"#,
            fields: SampleDocument.fields + #"<FIELD name="c" datatype="char" arraysize="3x*"/>"#,
            data: SampleDocument.tabledata("<TR><TD>1.5e-3</TD><TD>0x2</TD><TD>abc</TD></TR>")),
        SampleDocument.text(
            fields: SampleDocument.fields + #"<FIELD name="c" datatype="unicodeChar" arraysize="*"/>"#,
            data: SampleDocument.stream("AD/4AAAAAAAAAAAAAgAAAAEDvA==")),
    ].map { Array($0.utf8) }

    @Test(arguments: 0..<2) func everyTruncationIsRefused(_ index: Int) {
        let original = Self.originals[index]
        for count in 0..<original.count {
            #expect(throws: VOTableError.self) { try VOTableDocument(Array(original[..<count])) }
        }
    }

    @Test(arguments: 0..<2) func mutationsAreSurvived(_ index: Int) {
        let original = Self.originals[index]
        var generator = Mutations(seed: 20_260_115)
        var refused = 0
        for _ in 0..<3_000 {
            let mutant = generator.mutant(of: original)
            do throws(VOTableError) {
                let document = try VOTableDocument(mutant)
                // Whatever was read has columns of one length, and can be written and read again.
                for table in document.tables { #expect(table.columns.allSatisfy { $0.count == table.rowCount }) }
                #expect(throws: Never.self) { try VOTableDocument(document.serialized()) }
            } catch {
                refused += 1
            }
        }
        // Most random changes hit a tag or a name; were all accepted, nothing would be checked.
        #expect(refused > 1_000)
    }
}

/// Deterministic changes of a few bytes.
struct Mutations {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    /// Steele's SplitMix64.
    private mutating func next(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((value ^ value >> 31) % UInt64(bound))
    }

    mutating func mutant(of original: [UInt8]) -> [UInt8] {
        var bytes = original
        for _ in 0...next(below: 3) {
            let place = next(below: bytes.count)
            switch next(below: 5) {
            case 0: bytes[place] = UInt8(next(below: 256))
            case 1: bytes[place] ^= 1 << UInt8(next(below: 8))
            case 2: bytes.remove(at: place)
            case 3: bytes.insert(Array("<>&\"';0919e-x*=/ ".utf8)[next(below: 17)], at: place)
            default: bytes.insert(contentsOf: bytes[place..<min(place + 1 + next(below: 40), bytes.count)], at: place)
            }
        }
        return bytes
    }
}
