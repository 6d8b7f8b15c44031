/// Simpson's rule on an even number of equal steps: exact for cubics.
public enum SimpsonRule {
    /// What a node counts for, in units of a third of the step.
    /// - Parameters:
    ///   - node: from 0.
    ///   - intervals: even; the last node's number.
    @inlinable @inline(__always)
    public static func weight(_ node: Int, intervals: Int) -> Double {
        node == 0 || node == intervals ? 1 : node % 2 == 0 ? 2 : 4
    }

    /// The integral over two steps, in units of a third of the step.
    @inlinable @inline(__always)
    public static func pair(_ first: Double, _ middle: Double, _ last: Double) -> Double { first + 4 * middle + last }
}
