import ConstraintKit
import Testing

@testable import Answers
@testable import Documents
@testable import Drawing

@Suite struct MapLabelTests {
    /// The geometry itself: nothing depends on what a drawing program makes of it.
    @Test(arguments: ["column", "page", "slide"]) func labelsKeepApart(width: String) throws {
        let point = MapFigure.MarkedPoint(name: "P1", mass: try Mass(inMeV: 6.5), coupling: try Coupling(5e-4))
        let style = try FigureStyle(yaml: Array("width: \(width)".utf8))
        let scene = FigureScene(try Sample.map(), options: .init(style: style, points: [point]))
        #expect(scene.unlabelled.isEmpty)
        // Every bound, the marked point, the least χ², the region and the edge of the transport.
        #expect(scene.labels.count == Sample.bounds.count + 4)
        for (number, label) in scene.labels.enumerated() {
            #expect(label.place.box.corners.allSatisfy { scene.layout.area.contains($0) }, "\(label.text)")
            for other in scene.labels.dropFirst(number + 1) {
                #expect(!label.place.box.overlaps(other.place.box), "\(label.text) on \(other.text)")
            }
        }
    }

}
