import Documents
import Testing

/// Sentences in the room there is.
@Suite struct WrappedTextTests {
    @Test func numbersStayWithTheirUnits() {
        let text = "It allows g′ = 0.00045 at m = 6.5 MeV, by 90 % of all."
        for columns in 20...60 {
            let lines = WrappedText.fitted(text, columns: columns).split(separator: "\n").map(String.init)
            #expect(lines.allSatisfy { $0.count <= columns })
            #expect(lines.contains { $0.contains("g′ = 0.00045") })
            #expect(lines.contains { $0.contains("m = 6.5 MeV,") } && lines.contains { $0.contains("90 %") })
            #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("  ") })
            #expect(lines.joined(separator: " ").split(separator: " ") == text.split(separator: " "))
        }
    }

    /// What is said of a name goes on below where it begins.
    @Test func factsHangBelowTheirBeginning() {
        let text = "  summary       one two three four five\n  kind          observed\n\nend"
        #expect(
            WrappedText.fitted(text, columns: 32)
                == "  summary       one two three\n                four five\n  kind          observed\n\nend")
        #expect(WrappedText.fitted(text, columns: 80) == text)
    }

    /// A digest behind its name has 84 columns, and 64 on a line of its own.
    @Test func aLongWordBeginsAsFarBackAsItNeeds() {
        let digest = String(repeating: "0123456789abcdef", count: 4)
        let text = "  sha256            \(digest)"
        let lines = WrappedText.fitted(text, columns: 80).split(separator: "\n").map(String.init)
        #expect(lines.allSatisfy { $0.count <= 80 } && lines.last == String(repeating: " ", count: 16) + digest)
        #expect(WrappedText.fitted(text, columns: 60).hasSuffix("\n  " + digest))
    }

    @Test func aWordThatIsLongerKeepsItsLength() {
        let address = "doi:10.1103/PhysRevLett.132.211803"
        #expect(WrappedText.fitted("see \(address) there", columns: 20) == "see\n  \(address)\n  there")
    }
}
