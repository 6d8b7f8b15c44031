/// χ²(A) at one mediator and index: parabolas that join where the prediction of a point passes its measurement.
///
/// Between two such amplitudes χ² = q A² − 2 l A + c, so that a hundred amplitudes cost little more than one: no
/// spectrum, and no sum over points.
struct ParabolaChain: ~Copyable {
    private struct Parabola {
        var q = 0.0
        var l = 0.0
        var c = 0.0

        @inline(__always) func callAsFunction(_ amplitude: Double) -> Double {
            (q * amplitude - 2 * l) * amplitude + c
        }

        @inline(__always) static func += (left: inout Parabola, right: Parabola) {
            left.q += right.q
            left.l += right.l
            left.c += right.c
        }
    }

    /// Where the weight of a point changes, and by how much that changes the parabola.
    private struct Joint {
        var amplitude: Double
        var change: Parabola
    }

    private let points: UnsafeMutableBufferPointer<DataPoint>
    private let joints: UnsafeMutablePointer<Joint>
    private var jointCount = 0
    /// That at A = 0.
    private var first = Parabola()

    init(_ points: [DataPoint]) {
        self.points = .allocate(capacity: points.count)
        _ = self.points.initialize(from: points)
        joints = .allocate(capacity: max(points.count, 1))
    }

    deinit {
        points.deallocate()
        joints.deallocate()
    }

    /// Sets the chain up for N_th at A = 1 [cm⁻² s⁻¹ sr⁻¹], one a point.
    mutating func load(_ predictions: UnsafePointer<Double>) {
        first = Parabola()
        jointCount = 0
        for index in points.indices {
            let (point, predicted) = (points[index], predictions[index])
            first += Self.term(point.weightBelow, predicted, point.observed)
            guard point.weightAbove != point.weightBelow, predicted > 0 else { continue }
            insert(
                Joint(
                    amplitude: point.observed / predicted,
                    change: Self.term(point.weightAbove - point.weightBelow, predicted, point.observed)))
        }
    }

    @inline(__always)
    private static func term(_ weight: Double, _ predicted: Double, _ observed: Double) -> Parabola {
        let weighted = weight * predicted
        return Parabola(q: weighted * predicted, l: weighted * observed, c: weight * observed * observed)
    }

    /// In order of rising amplitude: there are rarely more than ten.
    private mutating func insert(_ joint: Joint) {
        var place = jointCount
        while place > 0, joints[place - 1].amplitude > joint.amplitude {
            joints[place] = joints[place - 1]
            place -= 1
        }
        joints[place] = joint
        jointCount += 1
    }

    /// χ² at each of many rising amplitudes.
    func values(at amplitudes: UnsafeBufferPointer<Double>, into values: UnsafeMutablePointer<Double>) {
        var parabola = first
        var joint = 0
        var start = 0
        while start < amplitudes.count {
            while joint < jointCount, joints[joint].amplitude <= amplitudes[start] {
                parabola += joints[joint].change
                joint += 1
            }
            var end = amplitudes.count
            if joint < jointCount {
                end = start + 1
                while end < amplitudes.count, amplitudes[end] < joints[joint].amplitude { end += 1 }
            }
            for index in start..<end { values[index] = parabola(amplitudes[index]) }
            start = end
        }
    }

    /// The least χ² over a range of amplitudes, exactly, and where it is reached; the lowest where it does not matter.
    func minimum(in range: ClosedRange<Double>) -> (chi2: Double, amplitude: Double) {
        var parabola = first
        var amplitude = range.lowerBound
        var joint = 0
        while true {
            while joint < jointCount, joints[joint].amplitude <= amplitude {
                parabola += joints[joint].change
                joint += 1
            }
            let end = joint < jointCount ? min(joints[joint].amplitude, range.upperBound) : range.upperBound
            // χ² is convex: where it does not fall at the start of a piece, that is the place.
            guard parabola.l > parabola.q * amplitude, amplitude < range.upperBound else { break }
            let vertex = parabola.l / parabola.q
            if vertex <= end {
                amplitude = vertex
                break
            }
            amplitude = end
        }
        return (max(parabola(amplitude), 0), amplitude)
    }
}
