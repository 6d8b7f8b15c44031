import NumericalMethods
import Testing

@Suite struct VectorSelectionTests {
    private let x = SIMD4(1, -2, 3, Double.nan)
    private let below = VectorSelection(SIMD4(1, -2, 3, .nan), below: SIMD4(2, -3, 3, 4))

    @Test func selectsWhatIsBelow() {
        #expect((0..<4).map { below[$0] } == [true, false, false, false])
        #expect((0..<4).map { (!below)[$0] } == [false, true, true, true])
        #expect(below.isAny && !below.isAll)
        #expect(!(below & !below).isAny)
        #expect(VectorSelection(.zero, below: .one).isAll)
    }

    @Test func choosesLaneByLane() {
        #expect(below(SIMD4(repeating: 7)) == SIMD4(7, 0, 0, 0))
        #expect(below(SIMD4(repeating: 7), else: SIMD4(1, 2, 3, 4)) == SIMD4(7, 2, 3, 4))
    }

    @Test func boundsStopWhatLiesBeyond() {
        let raised = raised(x, to: 0)
        #expect(SIMD3(raised.x, raised.y, raised.z) == SIMD3(1, 0, 3) && raised.w.isNaN)
        #expect(lowered(SIMD4(1, 2, 3, 4), to: SIMD4(2, 1, 3, 9)) == SIMD4(1, 1, 3, 4))
    }
}
