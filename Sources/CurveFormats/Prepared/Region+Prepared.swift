import ConstraintKit
import Files

extension PreparedWriter {
    mutating func put(_ region: Region) {
        switch region {
        case .above(let curve):
            put(0)
            put(curve)
        case .below(let curve):
            put(1)
            put(curve)
        case .inside(let contour):
            put(2)
            put(contour.points)
        case .outside(let contour):
            put(3)
            put(contour.points)
        case .between(let band):
            put(4)
            for edge in band.edges { put(edge) }
        case .belowMass(let mass, let couplings):
            put(5)
            put(mass.inMeV)
            put(couplings.lower)
            put(couplings.upper)
        }
    }

    private mutating func put(_ curve: Curve) {
        put(curve.knots)
        put(all: curve.gapsAfter.sorted()) { $0.put($1) }
    }

    private mutating func put(_ knots: [Curve.Knot]) {
        put(all: knots) { writer, knot in
            writer.put(knot.mass)
            writer.put(knot.coupling)
        }
    }
}

extension PreparedReader {
    mutating func region() throws(Fault) -> Region {
        switch try count() {
        case 0: .above(try curve())
        case 1: .below(try curve())
        case 2: .inside(try contour())
        case 3: .outside(try contour())
        case 4: .between(try band())
        case 5: .belowMass(try mass(), CouplingInterval(lower: try double(), upper: try double()))
        default: throw .unusableValue
        }
    }

    private mutating func curve() throws(Fault) -> Curve {
        let (knots, gaps) = (try knots(), try all { reader throws(Fault) in try reader.count() })
        do throws(CurveError) { return try Curve(knots: knots, gapsAfter: Set(gaps)) } catch { throw .unusableValue }
    }

    private mutating func contour() throws(Fault) -> Contour {
        let points = try knots()
        do throws(CurveError) { return try Contour(points) } catch { throw .unusableValue }
    }

    private mutating func band() throws(Fault) -> Band {
        let (first, second) = (try curve(), try curve())
        do throws(CurveError) { return try Band(first, second) } catch { throw .unusableValue }
    }

    private mutating func mass() throws(Fault) -> Mass {
        let mass = try double()
        do throws(QuantityError) { return try Mass(inMeV: mass) } catch { throw .unusableValue }
    }

    private mutating func knots() throws(Fault) -> [Curve.Knot] {
        try all { reader throws(Fault) in Curve.Knot(mass: try reader.double(), coupling: try reader.double()) }
    }
}
