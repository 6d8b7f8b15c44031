import Testing

/// That the tests of the architecture see what they are to see.
@Suite struct SourceTreeTests {
    @Test func scanner() {
        let scan = SourceScanner(
            ##"""
            import struct Foundation.Data
            @testable import Files // import Nothing
            /* struct Hidden { /* } */ struct Hidden {} */
            public struct Outer<Item: Sequence> { struct Inner {} }
            private enum Secret {}
            typealias Other = Outer<[Int]>
            let text = "Quoted \(Interpolated.member(of: "inner \(Deeper())"))" + """
                Long "text" \(AlsoMentioned.self)
                """ + #"raw \(NotMentioned) \#(Raw())"#
            """##)
        #expect(scan.imports == ["Files", "Foundation"])
        #expect(scan.declared == ["Other", "Outer"])
        #expect(scan.mentioned.isSuperset(of: ["Interpolated", "Deeper", "AlsoMentioned", "Raw", "Sequence", "Inner"]))
        #expect(scan.mentioned.isDisjoint(with: ["Nothing", "Hidden", "Quoted", "Long", "NotMentioned", "member"]))
        #expect(scan.texts.contains("Quoted ") && scan.texts.contains("inner "))
    }

    @Test func circles() {
        var sources = [
            ("Sources/M/Door.swift", "let door = First()"),
            ("Sources/M/A/First.swift", "struct First { var second: Second }"),
            ("Sources/M/B/Second.swift", "struct Second { var third: Third }"),
            ("Sources/M/C/Third.swift", "struct Third {} // First"),
        ]
        #expect(SourceTree(sources).circle(in: "M").isEmpty)
        #expect(SourceTree(sources).arrows(in: "M").count == 2)
        sources[3].1 = "struct Third { let back = \"\\(First.self)\" }"
        let circle = SourceTree(sources).circle(in: "M")
        #expect(circle.map(\.from) == ["A", "B", "C"])
        #expect(circle.last?.reasons == ["Sources/M/C/Third.swift mentions First"])
    }

    @Test func floors() {
        #expect(Floors.allow("Answers", toImport: "Files"))
        #expect(Floors.allow("Files", toImport: "Foundation"))
        #expect(!Floors.allow("Files", toImport: "Answers"))
        #expect(!Floors.allow("CurveArchive", toImport: "IceCubeFit"))
        #expect(!Floors.allow("VOTable", toImport: "Files"))
        #expect(!Floors.allow("ZDecay", toImport: "Transport"))
        #expect(!Floors.allow("AllowedRegion", toImport: "ZDecay"))
    }

    @Test func manifest() {
        let text = """
            .systemLibrary(name: "CCurl"),
            .target(
                name: "A", dependencies: ["B", .product(name: "C", package: "c", condition: .when(platforms: [.linux]))],
                swiftSettings: x),
            .executableTarget(name: "D", dependencies: ["A"] + bounds.map { .target(name: $0) }),
            .testTarget(name: "E", dependencies: ["A", "D"], exclude: ["F"]),
            """
        let found = PackageManifest(text).dependencies
        #expect(found["A"]?.isSuperset(of: ["B", "C"]) == true)
        #expect(found["D"] == ["A"])
        #expect(found["E"] == ["A", "D"])
    }
}
