extension SIMD4<Double> {
    /// This vector with one element replaced.
    @inline(__always)
    func replacing(_ index: Int, with element: Double) -> Self {
        var copy = self
        copy[index] = element
        return copy
    }
}
