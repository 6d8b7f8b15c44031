import Testing

@testable import Files

@Suite struct NearestNameTests {
    private let stems = ["babar-4mu", "borexino", "charm-ii", "na64e-2024", "na64mu-2024", "white-dwarf"]

    /// All that begin so, each once; the nearest where none does.
    @Test func theBeginningOfNamesMeansAllOfThem() {
        let names = ["na64e-2024", "na64mu-2024", "borexino", "na64mu-2024"]
        #expect(namesMeant(by: "NA64", among: names) == ["na64e-2024", "na64mu-2024"])
        #expect(namesMeant(by: "na64mu_", among: names) == ["na64mu-2024"])
        #expect(namesMeant(by: "borexno", among: names) == ["borexino"])
        #expect(namesMeant(by: "xylophone", among: names).isEmpty && namesMeant(by: "", among: names).isEmpty)
    }

    @Test(arguments: [
        ("borexno", "borexino"), ("Borexino", "borexino"), ("na64mu_2024", "na64mu-2024"),
        ("white dwarf", "white-dwarf"), ("chram-ii", "charm-ii"), ("na64mu-2023", "na64mu-2024"),
    ])
    func finds(typed: String, meant: String) { #expect(nearestName(to: typed, among: stems) == meant) }

    @Test(arguments: ["", "icecube", "x", String(repeating: "a", count: 100_000)])
    func findsNothingNear(typed: String) { #expect(nearestName(to: typed, among: stems) == nil) }

    /// Zero only for equal texts, the same both ways, one for each kind of slip.
    @Test func distance() {
        func distance(_ a: String, _ b: String) -> Int { editDistance(Array(a), Array(b)) }
        #expect(distance("", "abc") == 3)
        #expect(distance("abc", "abc") == 0)
        for slip in ["ab", "abcd", "xbc", "acb"] {
            #expect(distance("abc", slip) == 1)
            #expect(distance(slip, "abc") == 1)
        }
        #expect(distance("kitten", "sitting") == 3)
    }
}
