import Testing

@testable import Drawing

@Suite struct AxisTicksTests {
    private func labels(_ lower: Double, _ upper: Double) -> [String] {
        AxisTicks(range: lower...upper, length: 100).marks.compactMap { mark in
            let label = String(mark.dropFirst().prefix { $0 != "'" })
            return label.isEmpty ? nil : label
        }
    }

    @Test func powersOfTen() {
        #expect(labels(1, 100) == ["10^{0}", "10^{1}", "10^{2}"])
        #expect(labels(1e-5, 1e-1).count == 5)
    }

    @Test func fewerDecadesHaveFinerLabels() {
        #expect(labels(2, 60) == ["2", "5", "10", "20", "50"])
        #expect(labels(4, 9).count == 6)
    }

    /// However narrow, an axis has labels to read the scale from, all of them on it.
    @Test(arguments: [(6.0, 6.9), (1.0, 1.1), (9.5, 10.5), (5.0001, 5.0002), (4.1e-4, 4.6e-4)])
    func narrowAxes(lower: Double, upper: Double) {
        let marks = labels(lower, upper)
        #expect((3...7).contains(marks.count), "\(marks)")
        #expect(Set(marks).count == marks.count)
    }
}
