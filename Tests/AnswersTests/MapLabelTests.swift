import ConstraintKit
import Testing

@testable import Answers
@testable import Documents
@testable import Drawing

@Suite struct MapLabelTests {
    /// The geometry itself, in both sizes: nothing depends on what a drawing program makes of it.
    @Test(arguments: [FigureSize.page, .column]) func labelsKeepApart(size: FigureSize) throws {
        let point = MapFigure.MarkedPoint(name: "P1", mass: try Mass(inMeV: 6.5), coupling: try Coupling(5e-4))
        let scene = FigureScene(try Sample.map(), options: .init(size: size, points: [point]))
        #expect(scene.unlabelled.isEmpty)
        // Every bound, the marked point, the region and the edge of the transport.
        #expect(scene.labels.count == Sample.bounds.count + 3)
        for (number, label) in scene.labels.enumerated() {
            #expect(label.place.box.corners.allSatisfy { scene.layout.area.contains($0) }, "\(label.text)")
            for other in scene.labels.dropFirst(number + 1) {
                #expect(!label.place.box.overlaps(other.place.box), "\(label.text) on \(other.text)")
            }
        }
    }

}
