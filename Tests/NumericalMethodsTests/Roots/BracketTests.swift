import NumericalMethods
import Testing

@Suite struct BracketTests {
    @Test(arguments: [(0.0, 2.0), (2.0, 0.0)]) func endsAtNeighbouringNumbers(_ inside: Double, _ outside: Double) {
        let rises = inside < outside
        let found = Bracket(inside: inside, outside: outside).narrowed { rises ? $0 * $0 < 2 : $0 * $0 >= 2 }
        #expect(found.outside == (rises ? found.inside.nextUp : found.inside.nextDown))
        #expect(min(found.inside, found.outside) == 2.0.squareRoot().nextDown || found.inside == 2.0.squareRoot())
        #expect((found.inside * found.inside < 2) == rises && (found.outside * found.outside < 2) != rises)
    }

    @Test func findsTheSmallestNumber() {
        let found = Bracket(inside: 1, outside: 0).narrowed { $0 > 0 }
        #expect(found.inside == .leastNonzeroMagnitude && found.outside == 0)
    }

    @Test func halvesAsOftenAsItMay() {
        var asked: [Double] = []
        let found = Bracket(inside: 0, outside: 8).narrowed(halvings: 3) {
            asked.append($0)
            return $0 < 3
        }
        #expect(asked == [4, 2, 3] && found == Bracket(inside: 2, outside: 3) && found.middle == 2.5)
    }

    @Test func anAnswerThatNeverChangesLeadsToTheEnd() {
        #expect(Bracket(inside: 1, outside: 2).narrowed { _ in true }.inside == 2.0.nextDown)
        #expect(Bracket(inside: 1, outside: 2).narrowed { _ in false }.outside == 1.0.nextUp)
    }
}
