/// A project file of WebPlotDigitizer, version 3 or 4 (`wpd.json`). The names are the format's own.
struct WebPlotDigitizerProject: Decodable {
    var version: String
    var axes: [Axes]
    var datasets: [Dataset]

    struct Axes: Decodable {
        var name: String?
        var type: String
        var isLogX: Bool?
        var isLogY: Bool?
        var noRotation: Bool?
        var calibrationPoints: [CalibrationPoint]?
    }

    /// A point that the user clicked [pixel], and what it is worth on the axes.
    struct CalibrationPoint: Decodable {
        var px: Double
        var py: Double
        var dx: ScalarText?
        var dy: ScalarText?
    }

    struct Dataset: Decodable {
        var name: String
        var axesName: String?
        var data: [Point]
    }

    /// A point of a curve: where it is in the image [pixel], and its value on the axes.
    struct Point: Decodable {
        var x: Double
        var y: Double
        var value: [Double]?
    }

    private enum Keys: String, CodingKey { case version, axesColl, datasetColl, wpd }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        if container.contains(.wpd) {
            let old = try container.decode(Version3.self, forKey: .wpd)
            version = old.version.map(String.init).joined(separator: ".")
            axes = [old.axes]
            datasets = old.dataSeries
            return
        }
        let numbers = try container.decodeIfPresent([Int].self, forKey: .version)
        version = numbers?.map(String.init).joined(separator: ".") ?? "4"
        axes = try container.decode([Axes].self, forKey: .axesColl)
        datasets = try container.decode([Dataset].self, forKey: .datasetColl)
    }

    /// Version 3 has one pair of axes and everything below one key.
    private struct Version3: Decodable {
        var version: [Int]
        var axesType: String
        var axesParameters: Parameters?
        var calibration: [CalibrationPoint]?
        var dataSeries: [Dataset]
        struct Parameters: Decodable {
            var isLogX: Bool?
            var isLogY: Bool?
        }

        var axes: Axes {
            Axes(
                type: axesType, isLogX: axesParameters?.isLogX, isLogY: axesParameters?.isLogY,
                calibrationPoints: calibration)
        }
    }
}
