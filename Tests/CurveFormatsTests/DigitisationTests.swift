import ConstraintKit
import Testing

@testable import CurveFormats

/// What digitising costs, from the calibration points of the project.
@Suite struct DigitisationTests {
    private func read(_ change: (String) -> String = { $0 }, quantity: CurveQuantity = .coupling, insists: Bool = false)
        throws
        -> ReadDocument
    {
        var options = ImportOptions()
        (options.massUnit, options.quantity, options.confidenceLevel) = (.megaelectronvolt, quantity, .notStated)
        (options.side, options.insists) = (.above, insists)
        let text = change(String(decoding: try FormatTests.file("wpd-4.json").bytes, as: UTF8.self))
        return try importCurves([CurveFile(name: "wpd.json", bytes: Array(text.utf8))], options: options)
    }

    @Test func comesWithTheCard() throws {
        let document = try read().document
        #expect(document.card.method == .digitised)
        #expect(document.card.methodNote?.hasPrefix("WebPlotDigitizer 4.2; observed may be off by ") == true)
        // x: 4 decades on 800 pixels; at 1 MeV, the first point, t = 1/4: 0.005 √(1 + 9/16 + 1/16) = 0.0063738.
        // y: 3 decades on 600 pixels; at 5e-4, t = log₁₀(50)/3 = 0.56632: 0.005 √(1 + 0.43368² + 0.56632²) = 0.0061417;
        // at 2.1e-3, the farthest point, t = 0.77407: 0.005 √(1 + 0.22593² + 0.77407²) = 0.0064231.
        let mass = try #require(document.parameters["digitisation_mass_dex"])
        let coupling = try #require(document.parameters["digitisation_coupling_dex"])
        // The numbers above have seven decimals.
        #expect(abs(mass - 0.0063738) < 1e-7 && abs(coupling - 0.0064231) < 1e-7, "\(mass) \(coupling)")
    }

    /// g′ goes with the root of α′, and so does its relative error.
    @Test func isHalvedWhereTheCouplingIsARoot() throws {
        let plain = try #require(try read().document.parameters["digitisation_coupling_dex"])
        let root = try #require(try read(quantity: .couplingSquared).document.parameters["digitisation_coupling_dex"])
        #expect(root == plain / 2)
    }

    @Test func valuesThatTheirPixelsDoNotGiveAreRefusedUnlessInsisted() throws {
        // The first mass, a decade off: 200 pixels.
        let change = { (text: String) in text.replacing("\"value\": [\n      1,", with: "\"value\": [\n      0.1,") }
        let error = #expect(throws: CurveFormatError.self) { try read(change) }
        guard case .implausible(let findings) = error,
            case .notAsCalibrated(let pixels, table: "observed") = findings.first
        else {
            Issue.record("\(String(describing: error))")
            return
        }
        // Pixels are written with six decimals.
        #expect(abs(pixels - 200) < 1e-5)
        #expect(try read(change, insists: true).document.limits.first?.region.massRange == 0.1...100)
    }

    /// A click so far away that the axes give it no number: insisting would write an infinite error.
    @Test func aPixelBeyondAllNumbersIsRefusedEvenIfInsisted() {
        let error = #expect(throws: CurveFormatError.self) {
            try read({ $0.replacing("\"y\": 360.205999", with: "\"y\": 36209095.9") }, insists: true)
        }
        #expect(error?.explanation.contains("pixel (") == true, "\(error?.explanation ?? "")")
    }

    @Test(arguments: [
        ("\"XYAxes\"", "\"PolarAxes\"", "PolarAxes"), ("\"10^3\"", "\"soon\"", "soon"),
        ("\"10^3\"", "\"-1\"", "logarithmic"), ("\"10^3\"", "\"0.1\"", "two different points"),
        ("\"px\": 900", "\"px\": \"right\"", "a number"), ("\"axesName\": \"XY\"", "\"axesName\": \"Z\"", "axesName"),
        ("\"axesColl\"", "\"axes\"", "axesColl"),
    ]) func aBadCalibrationIsNamed(_ old: String, _ new: String, _ mention: String) {
        let error = #expect(throws: CurveFormatError.self) { try read { $0.replacing(old, with: new) } }
        #expect(error?.explanation.contains(mention) == true, "\(error?.explanation ?? "")")
    }
}
