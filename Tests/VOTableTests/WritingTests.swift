import Testing

@testable import VOTable

@Suite struct WritingTests {
    @Test func everythingComesBack() throws {
        let document = VOTableDocument(
            description: "A map & more",
            infos: [Info(name: "creator", value: "someone \"quoted\"\nsecond line", ucd: "meta", text: "text < 3")],
            params: [Param("level", number: 0.1), Param("greek", text: "μ−τ"), Param("plain", text: "ascii")],
            resources: [
                Resource(
                    id: "r1", name: "resource", utype: "a:b",
                    params: [Param("cut", number: -1.5e-300, unit: "MeV", description: "a cut")],
                    tables: [
                        Table(
                            id: "t1", name: "map", utype: "x:y", description: "rows",
                            fields: [
                                VOTableField(name: "mass", unit: "MeV", ucd: "phys.mass"),
                                VOTableField(name: "count", datatype: .int, description: "how many"),
                                VOTableField.text("what"),
                                VOTableField(name: "ok", datatype: .boolean),
                            ],
                            columns: [
                                .numbers([1.0 / 3, nil, -0.0, .infinity]), .numbers([1, -2, nil, 2_147_483_647]),
                                .texts(["", "a<b", "μ", "\"q\""]), .truths([true, nil, false, true]),
                            ])
                    ],
                    resources: [Resource(name: "inner", type: "meta", tables: [Table(name: "nodata")])])
            ])
        #expect(try VOTableDocument(document.serialized()) == document)
    }

    @Test func everyDoubleComesBackToTheLastBit() throws {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        let values = (0..<20_000).map { _ -> Double? in
            // Marsaglia's xorshift: any bit pattern, and so any exponent.
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            let value = Double(bitPattern: state)
            return value.isFinite ? value : nil
        }
        let table = Table(fields: [VOTableField(name: "x")], columns: [.numbers(values)])
        let document = VOTableDocument(resources: [Resource(tables: [table])])
        let again = try VOTableDocument(document.serialized())
        #expect(again.tables[0].columns[0].numbers?.map { $0?.bitPattern } == values.map { $0?.bitPattern })
    }

    @Test func whatXMLCannotHoldIsReplaced() throws {
        let document = VOTableDocument(params: [Param("p", text: "a\u{0}b\u{1B}c\u{FFFE}")])
        #expect(try VOTableDocument(document.serialized()).params[0].value == "a\u{FFFD}b\u{FFFD}c\u{FFFD}")
    }

    @Test func namesThatCannotBeIDsGetOne() throws {
        let tables = ["a b", "a,b", "plain"].map { Table(name: $0) }
        let document = VOTableDocument(resources: [Resource(tables: tables)])
        #expect(try VOTableDocument(document.serialized()).tables.map(\.id) == ["_a_b", "_a_b_2", nil])
    }

    @Test func idsThatAreNoneAreLeftOut() throws {
        let document = VOTableDocument(resources: [Resource(id: "1 2"), Resource(id: "a-1.b_c")])
        #expect(try VOTableDocument(document.serialized()).resources.map(\.id) == [nil, "a-1.b_c"])
    }
}

@Suite struct BinaryWritingTests {
    private static let fields = [
        VOTableField(name: "d"), VOTableField(name: "f", datatype: .float), VOTableField(name: "b", datatype: .boolean),
        VOTableField(name: "c", datatype: .char, arraysize: .variable), VOTableField.text("u"),
        VOTableField(name: "x", datatype: .char, arraysize: .fixed(3)), VOTableField(name: "n1"),
        VOTableField(name: "n2"),
        VOTableField(name: "n3"),
    ]
    private static let columns: [Column] = [
        .numbers([0.1, nil, -1e300]), .numbers([0.5, 1024, nil]), .truths([true, nil, false]),
        .texts(["a", "", "<&>"]),
        .texts(["μ𝛎", "", "x"]), .texts(["abc", "", "d"]), .numbers([1, 2, 3]), .numbers([nil, nil, nil]),
        .numbers([.infinity, .leastNonzeroMagnitude, nil]),
    ]

    private static func written(_ fields: [VOTableField], _ columns: [Column]) -> [UInt8] {
        var table = Table(name: "t", fields: fields, columns: columns)
        table.encoding = .binary
        return VOTableDocument(resources: [Resource(tables: [table])]).serialized()
    }

    /// Every bit comes back, and what is null, over more than eight columns.
    @Test func rowsComeBackFromTheStream() throws {
        let bytes = Self.written(Self.fields, Self.columns)
        #expect(String(decoding: bytes, as: UTF8.self).contains("<BINARY2>"))
        #expect(try VOTableDocument(bytes).tables.first?.columns == Self.columns)
    }

    /// Whole numbers beyond what their type holds would be cut: they are written as text, which says what they are.
    @Test func integersAreWrittenAsText() throws {
        let bytes = Self.written([VOTableField(name: "i", datatype: .int)], [.numbers([1, nil])])
        #expect(String(decoding: bytes, as: UTF8.self).contains("<TABLEDATA>"))
    }
}
