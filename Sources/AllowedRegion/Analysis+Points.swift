import ConstraintKit
import Dispatch
import Synchronization

extension Analysis {
    /// What a scenario says about many points, on all cores, in the order of the points.
    public func assessments(at points: [(mass: Mass, coupling: Coupling)]) -> [Result<Assessment, any Error>] {
        // Enough pieces to keep every core busy to the end, few enough for a piece to be worth its start.
        let pieces = min(points.count, 64)
        let row = MassRow(sorting: points.map(\.mass))
        for bound in bounds { bound.remember(along: row) }
        let answers = Mutex([[Result<Assessment, any Error>]](repeating: [], count: pieces))
        DispatchQueue.concurrentPerform(iterations: pieces) { piece in
            let range = (piece * points.count / pieces)..<((piece + 1) * points.count / pieces)
            let found = points[range].map { point in
                Result { try assessment(mass: point.mass, coupling: point.coupling) }
            }
            answers.withLock { $0[piece] = found }
        }
        return answers.withLock { Array($0.joined()) }
    }
}
