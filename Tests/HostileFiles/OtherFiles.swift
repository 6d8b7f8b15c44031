extension HostileFile {
    /// JSON and YAML: deep, wide, and with anchors that grow.
    static let lists = [
        HostileFile(
            "many-curves.json", "columns, at most 1000",
            text: {
                let y = Array(repeating: "{\"value\":1}", count: 60_000).joined(separator: ",")
                let heads = Array(repeating: "{\"name\":\"a\"}", count: 60_001).joined(separator: ",")
                return "{\"headers\":[\(heads)],\"values\":[{\"x\":[{\"value\":1}],\"y\":[\(y)]}]}"
            }),
        HostileFile(
            "deep.json", "levels inside one another, at most 64", text: { "{\"axesColl\":" + repeated("[", 2_000_000) }),
        HostileFile(
            "wide.json", "values, at most 400000",
            text: { "{\"name\":\"a\",\"values\":[" + repeated("1,", 2_000_000) + "1]}" }),
        HostileFile(
            "wide-of-no-kind.json", "JSON of no kind that is known",
            text: { "{\"values\":[" + repeated("1,", 2_000_000) + "1]}" }),
        HostileFile("deep.yaml", "Maximum nesting level reached", text: { yaml(repeated("[", 900_000)) }),
        HostileFile(
            "deep-lines.yaml", "levels inside one another, at most 64", text: { yaml(repeated("[\n", 400_000)) }),
        HostileFile(
            "deep-block.yaml", "levels inside one another, at most 64", text: { yaml("\n" + repeated("- ", 400_000)) }),
        HostileFile("block-in-line.yaml", "is not well-formed (line 1)", text: { yaml(repeated("- ", 400_000)) }),
        HostileFile("wide.yaml", "values, at most 60000", text: { yaml("\n" + repeated("- a\n", 250_000)) }),
        // U+0085 ends a line for YAML, so that what looks like a part of one is an anchor.
        HostileFile(
            "anchor-behind-nel.yaml", "has an anchor or an alias",
            text: { yaml("\n- x:\u{85}    &v [\(repeated("{value: 1},", 5000))1]\n" + repeated("- x: *v\n", 5000)) }),
        HostileFile(
            "bomb-in-keys.yaml", "has an anchor or an alias",
            text: {
                yaml(
                    "\n  ? &a0 {x: y}\n  : 1\n"
                        + (1..<60).map { "  ? &a\($0) {? *a\($0 - 1) : *a\($0 - 1)}\n  : 1\n" }.joined())
            }),
        HostileFile(
            "laughs.yaml", "has an anchor or an alias",
            text: {
                yaml("\n- &a [x,x,x,x,x,x,x,x,x]\n" + (0..<9).map { "- &a\($0) [*a,*a,*a,*a,*a,*a,*a]\n" }.joined())
            }),
    ]

    /// Tables as text: wide, and many of them.
    static let texts = [
        HostileFile(
            "columns.csv", "bytes in one line, at most 65536",
            text: { "#: name: x\n" + repeated("a,", 1_900_000) + "\n" }),
        HostileFile("rows.csv", "rows, at most 50000", text: { "#: name: x\nm,g\n" + repeated("1,1\n", 900_000) }),
        HostileFile("blocks.csv", "curves, at most 1000", text: { "#: name: x\n" + repeated("m,g\n1,1\n\n", 400_000) }),
        HostileFile("text.csv", "more than 50000 lines", text: { repeated("1,2\n", 1_000_000) }),
        HostileFile("line.csv", "more than 65536 bytes", text: { repeated("1,", 2_000_000) }),
    ]

    /// As large as is read, and larger than that.
    static let masses = [
        HostileFile("zeros.xml", "more than 4194304 bytes") { [UInt8](repeating: 0, count: 30 << 20) },
        HostileFile("more-zeros.xml", "is larger than the 33554432 bytes that are read") {
            [UInt8](repeating: 0, count: 60 << 20)
        },
    ]

    private static func yaml(_ values: String) -> String { "independent_variables: \(values)" }
}
