import HostileFiles
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
