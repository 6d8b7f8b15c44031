import ConstraintKit
import Foundation
import RealModule
import Synchronization
import Testing

@testable import Physics

@Suite("The table of N_eff")
struct NeffTableTests {
    /// As it is embedded, to the last byte.
    private static let text = neffTableText.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }

    private func slice(_ mass: Double) throws -> NeffSlice {
        try #require(try NeffTable.shipped.get().slice(at: try Mass(inMeV: mass)))
    }

    /// Fixed points that look random: multiples of irrational numbers, in the unit cube.
    static let points: [SIMD3<Double>] = (1...60).map { index in
        let multiple = Double(index) * SIMD3(0.819_172_513, 0.671_043_607, 0.549_700_478)
        return multiple - multiple.rounded(.down)
    }

    @Test("Agrees with histories at random points: 0.01 below 3.6, 1 % above, twice the most among five thousand")
    func interpolation() throws {
        let table = try NeffTable.shipped.get()
        var differences: [Double] = []
        for point in Self.points {
            for isHeavy in [false, true] {
                let (least, most) = isHeavy ? (1.03, 100.0) : (1e-3, 1.02)
                let mass = least * Double.pow(most / least, point.x)
                let coupling = 1e-13 * Double.pow(1e13, point.y)
                let mixing = isHeavy ? coupling * Double.pow(1e-4, point.z) : 0
                let slice = try #require(table.slice(at: try Mass(inMeV: mass)))
                let tabulated = try #require(slice.neutrinos(coupling: coupling, mixing: mixing))
                let computed = try Neff.neutrinos(.init(mass: mass, coupling: coupling, mixing: mixing))
                let allowed = computed < 3.6 ? 0.01 : 0.01 * computed
                #expect(abs(tabulated - computed) < allowed, "\(mass) MeV, g′ = \(coupling), ε = \(mixing)")
                differences.append(abs(tabulated - computed))
            }
        }
        #expect(differences.sorted()[differences.count / 2] < 1e-3)
    }

    @Test("Writes what it reads")
    func roundTrip() throws {
        #expect(try NeffTable(text: Self.text).text == Self.text)
    }

    @Test("A table made again is the table")
    func making() throws {
        var layout = NeffTable.Layout()
        layout.light.masses = CubicAxis(first: 0.01, last: 0.02, count: 4)
        layout.light.couplings = CubicAxis(first: 1e-9, last: 1e-8, count: 4)
        layout.heavy.masses = CubicAxis(first: 5, last: 6.5, count: 4)
        layout.heavy.couplings = CubicAxis(first: 1e-8, last: 1e-7, count: 4)
        layout.heavy.mixings = CubicAxis(first: 1e-10, last: 1e-8, count: 4)
        let furthest = Mutex(0.0)
        let table = try NeffTable.make(layout) { done in furthest.withLock { $0 = max($0, done) } }
        #expect(furthest.withLock { $0 } == 1)
        let model = NeffModel(mass: 5, coupling: 1e-8, electronMixing: layout.heavy.mixings.node(1))
        // A node is a history.
        #expect(table.heavy.values[1] == (try Neff.neutrinos(model)))
        #expect(try NeffTable(text: table.text).text == table.text)
    }

    @Test("Damaged texts are refused, with the line")
    func damage() throws {
        let text = Self.text
        #expect(throws: NeffTableError.otherFormat(found: "")) { try NeffTable(text: "") }
        #expect(throws: NeffTableError.self) { try NeffTable(text: String(text.prefix(text.utf8.count / 2))) }
        for (old, new) in [("grid early", "grid late"), ("coupling 1e-13", "coupling -1"), ("\n448", "\nnan")] {
            #expect(text.contains(old))
            let damaged = text.replacingOccurrences(of: old, with: new)
            let error = #expect(throws: NeffTableError.self) { try NeffTable(text: damaged) }
            guard case .unexpectedLine? = error else {
                Issue.record("\(new): \(String(describing: error))")
                continue
            }
        }
        // A number that could be one.
        let changed = text.replacingOccurrences(of: "\n448\n", with: "\n449\n")
        let error = #expect(throws: NeffTableError.self) { try NeffTable(text: changed) }
        guard case .otherDigest? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    /// Mass [MeV], g′, largest N_eff, with natural mixing.
    static let verdicts: [(Double, Double, Double, NeffVerdicts.Verdict)] = [
        (5, 9e-10, 3.33, .excluded), (1e-3, 1e-7, 3.33, .excluded), (12, 4e-4, 3.33, .excluded),
        (1e-6, 1e-7, 3.33, .excluded), (5, 1e-11, 3.33, .allowed), (12, 1e-6, 3.33, .allowed),
        (1e-3, 1e-10, 3.33, .freezeIn), (1e-3, 8e-9, 3.33, .ratesDecide), (5, 1e-7, 3.33, .ratesDecide),
        (7, 2e-7, 3.33, .allowed), (1e-3, 5e-9, 3.151, .ratesDecide), (1e-3, 1e-13, 3.151, .allowed),
        (20, 1e-4, 3.33, .allowed), (21, 1e-2, 3.151, .excluded),
    ]

    @Test("Verdicts where they are known", arguments: verdicts)
    func verdict(mass: Double, coupling: Double, limit: Double, expected: NeffVerdicts.Verdict) throws {
        let answer = NeffVerdicts(try slice(mass), limit: limit, mixing: .ratio(NaturalMixing.perCoupling))
        let zone = answer.zones.first { $0.couplings.lower <= coupling && coupling < $0.couplings.upper }
        #expect(zone?.verdict == expected)
    }

    @Test("A factor on the coupling is one on every edge")
    func scaling() throws {
        let verdicts = NeffVerdicts(try slice(5), limit: 3.33, mixing: .ratio(0.0144))
        let scaled = verdicts.scaled(by: 0.5)
        #expect(scaled.zones.map(\.verdict) == verdicts.zones.map(\.verdict))
        #expect(scaled.zones.map(\.couplings.upper) == verdicts.zones.map { $0.couplings.upper / 2 })
        #expect(verdicts.scaled(by: 1) == verdicts)
    }

    @Test("Zones meet and fill all couplings", arguments: [1e-3, 0.7, 1, 5, 7, 12, 60])
    func zones(mass: Double) throws {
        for mixing in [NeffVerdicts.Mixing.ratio(0), .ratio(0.0144), .fixed(1e-9)] {
            let zones = NeffVerdicts(try slice(mass), limit: 3.33, mixing: mixing).zones
            #expect(zones.first?.couplings.lower == 0 && zones.last?.couplings.upper == .infinity)
            for (left, right) in zip(zones, zones.dropFirst()) {
                #expect(left.couplings.upper == right.couplings.lower && left.verdict != right.verdict)
            }
        }
    }

    /// Near 4.5 MeV N_eff dips below the limit in a window narrower than a step between rates.
    @Test("A narrow window opens one zone")
    func window() throws {
        let below: [NeffVerdicts.Verdict] = [.allowed, .ratesDecide, .excluded]
        var seen: Set<Int> = []
        for mass in stride(from: 4.3, through: 5, by: 0.01) {
            let answer = NeffVerdicts(try slice(mass), limit: 3.33, mixing: .ratio(NaturalMixing.perCoupling))
            let verdicts = answer.zones.map(\.verdict)
            #expect(verdicts == below || verdicts == below + [.ratesDecide, .excluded])
            seen.insert(verdicts.count)
        }
        #expect(seen == [3, 5])
    }

    /// g′ and the mass [MeV] up to which N_eff exceeds 3.33, natural mixing, by an independent solver.
    static let edges: [(Double, Double)] = [
        (1e-8, 10.3), (3e-8, 9.5), (1e-7, 4.8), (3e-7, 6.0), (1e-6, 7.5), (1e-5, 10.1), (1e-4, 12.6), (3e-4, 13.8),
        (5e-4, 14.3),
    ]

    @Test("The edge in mass is not monotonic", arguments: edges)
    func edge(coupling: Double, mass: Double) throws {
        let mixing = coupling * NaturalMixing.perCoupling
        // Half the last printed digit, and what 0.005 in N_eff moves an edge by.
        let below = try #require(try slice(mass - 0.1).neutrinos(coupling: coupling, mixing: mixing))
        let above = try #require(try slice(mass + 0.1).neutrinos(coupling: coupling, mixing: mixing))
        #expect(below > 3.33 && above < 3.33)
    }

    @Test("The table says where it ends")
    func ends() throws {
        let table = try NeffTable.shipped.get()
        for mass in [1e-7, 101] { #expect(table.slice(at: try Mass(inMeV: mass)) == nil) }
        #expect(try slice(5).neutrinos(coupling: 1e-9, mixing: 1e-8) == nil)
        #expect(NeffVerdicts(try slice(5), limit: 3.33, mixing: .fixed(1e-3)).zones.first?.verdict == .mixingTooLarge)
    }
}
