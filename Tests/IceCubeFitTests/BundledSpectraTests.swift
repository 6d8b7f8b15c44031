import ConstraintKit
import Testing
import VOTable

@testable import IceCubeFit

/// The documents that ship say what they should.
@Suite struct BundledSpectraTests {
    @Test(arguments: BundledSpectra.stems) func isADataSetUnderItsOwnName(_ stem: String) throws {
        let dataSet = try BundledSpectra.dataSet(stem)
        #expect(dataSet.stem == stem)
        #expect(!dataSet.summary.isEmpty && dataSet.methodNote != nil)
        #expect(dataSet.references.count == 1 && dataSet.references.allSatisfy { !$0.citation.isEmpty })
        // Nobody has checked them against their sources here.
        #expect(dataSet.status == .unvalidated)
    }

    @Test(arguments: [
        ("cascades-6yr-2020", Channel.cascades, 13, 13), ("combined-2024", .allFlavours, 14, 14),
        ("estes-2024", .tracks, 10, 7), ("hese-7.5yr-2021", .allFlavours, 7, 7), ("mese-2025", .allFlavours, 13, 13),
        ("tracks-9.5yr-2022", .tracks, 5, 3),
    ])
    func holdsItsSegments(_ stem: String, _ channel: Channel, _ all: Int, _ used: Int) throws {
        let dataSet = try BundledSpectra.dataSet(stem)
        #expect(dataSet.channel == channel)
        #expect(dataSet.segments.count == all && dataSet.defaultSegments.count == used)
    }

    @Test func thePaperHasSixteenPoints() throws {
        #expect(try BundledSpectra.ofThePaper().flatMap(\.defaultSegments).count == 16)
    }

    @Test func cascadeEdgesAreThirdsOfDecades() throws {
        let dataSet = try BundledSpectra.dataSet("cascades-6yr-2020")
        for (k, segment) in dataSet.segments.enumerated() {
            // The cube of 10^(11/3 + k/3) is 10^(11 + k): to the rounding of a cube root and two products.
            var cube = 1e11
            for _ in 0..<k { cube *= 10 }
            let lower = segment.lowerEdge
            let upper = segment.upperEdge
            #expect(abs(lower * lower * lower / cube - 1) < 2e-15)
            #expect(abs(upper * upper * upper / (10 * cube) - 1) < 2e-15)
        }
    }

    @Test func keepsWhereNumbersComeFrom() throws {
        let cascades = try BundledSpectra.dataSet("cascades-6yr-2020")
        #expect(cascades.method == .digitised && cascades.limitConfidenceLevel == .stated(0.68))
        #expect(cascades.references.first?.arxiv == "2001.09520")
        let tracks = try BundledSpectra.dataSet("tracks-9.5yr-2022")
        #expect(tracks.method == .published && tracks.limitConfidenceLevel == .stated(0.9))
        #expect(try BundledSpectra.dataSet("mese-2025").references.first?.arxiv == "2507.22233")
        for stem in BundledSpectra.stems {
            let dataSet = try BundledSpectra.dataSet(stem)
            #expect(dataSet.isProvisional == (dataSet.methodNote?.contains("provisional") ?? false))
            #expect(dataSet.markedTitle.hasSuffix("(provisional)") == dataSet.isProvisional)
        }
        for stem in ["combined-2024", "estes-2024", "mese-2025"] {
            let dataSet = try BundledSpectra.dataSet(stem)
            #expect(dataSet.method == nil && dataSet.limitConfidenceLevel == .notStated)
            #expect(try #require(dataSet.methodNote).contains("provisional"))
        }
        #expect(try BundledSpectra.dataSet("estes-2024").defaultSegments.allSatisfy { $0.lowerEdge > 3e3 })
    }

    @Test func damagedDocumentsAreRefusedOrHoldUsableNumbers() throws {
        let intact = try BundledSpectra.bytes("cascades-6yr-2020")
        var random = SplitMix(state: 2020)
        var refusals = 0
        for _ in 0..<1000 {
            var bytes = intact
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let position = bytes.indices.randomElement(using: &random) ?? 0
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[position] = UInt8.random(in: 0x20...0x7E, using: &random)
                case 1: bytes.remove(at: position)
                default: bytes.insert(UInt8.random(in: 0x30...0x39, using: &random), at: position)
                }
            }
            do {
                let dataSet = try DataSet(VOTableDocument(bytes))
                let fit = try IceCubeFit(dataSets: [dataSet], solver: DimmingSolver())
                #expect(fit.standardModelChi2.isFinite && fit.standardModelChi2 >= 0)
            } catch is VOTableError {
                refusals += 1
            } catch is DataSetError {
                refusals += 1
            }
        }
        // Most damage hits words or leaves a number a number; some must break the grammar.
        #expect(refusals > 100)
    }
}
