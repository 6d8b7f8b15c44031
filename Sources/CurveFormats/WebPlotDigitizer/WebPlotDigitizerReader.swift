import ConstraintKit

/// The curves of a WebPlotDigitizer project, one for each data set, with what digitising them may have cost.
struct WebPlotDigitizerReader {
    private let project: WebPlotDigitizerProject

    init(_ bytes: [UInt8]) throws(FormatFault) {
        project = try BoundedJSON.decode(WebPlotDigitizerProject.self, from: bytes)
    }

    func tables(file: String) throws(FormatFault) -> TablesOfFile {
        var found = TablesOfFile(format: .webPlotDigitizer)
        var notes: [String] = []
        for dataset in project.datasets where !dataset.data.isEmpty {
            guard dataset.data.count <= FormatLimits.rows else { throw .tooLarge(.rows, limit: FormatLimits.rows) }
            // Bars, dates and maps stand beside curves in one project.
            let table: RawTable
            do throws(FormatFault) {
                let axes = try axes(of: dataset)
                let calibration = try AxesCalibration(axes, path: axes.name ?? "axes")
                table = try self.table(of: dataset, calibration)
            } catch {
                try found.add(.unreadable(plainWords(dataset.name), .badFile(.webPlotDigitizer, error, file: file)))
                continue
            }
            try found.add(table)
            notes.append(note(table))
        }
        found.card.method = .digitised
        found.card.methodNote = "WebPlotDigitizer \(project.version); " + notes.joined(separator: "; ")
        return found
    }

    private func axes(of dataset: WebPlotDigitizerProject.Dataset) throws(FormatFault) -> WebPlotDigitizerProject.Axes {
        let named = dataset.axesName.map { name in project.axes.filter { $0.name == name } } ?? project.axes
        guard let axes = named.first, named.count == 1 else {
            throw .missing(path: "\(dataset.name).axesName, the name of one pair of axes")
        }
        return axes
    }

    private func table(
        of dataset: WebPlotDigitizerProject.Dataset, _ calibration: AxesCalibration
    ) throws(FormatFault) -> RawTable {
        var (x, y): ([Double?], [Double?]) = ([], [])
        var (xError, yError) = (0.0, 0.0)
        var worst = 0.0
        for (row, point) in dataset.data.enumerated() {
            let value = calibration.value(point)
            if let stored = point.value { worst = max(worst, calibration.pixelsOff(stored, point)) }
            let error = calibration.uncertainty(of: value)
            // So far outside the image, or so near the zero of a linear axis, a click is worth nothing.
            guard [value.x, value.y, error.x, error.y].allSatisfy(\.isFinite) else {
                throw .wrongValue(
                    path: "\(plainWords(dataset.name))[\(row)]", found: "pixel (\(point.x), \(point.y))",
                    expected: "one where the axes tell a mass and a coupling")
            }
            (xError, yError) = (max(xError, error.x), max(yError, error.y))
            x.append(point.value?.first ?? value.x)
            y.append(point.value?.dropFirst().first ?? value.y)
        }
        let name = plainWords(dataset.name)
        var table = RawTable(
            name: name,
            columns: [
                RawColumn(name: "x", axis: .mass, uncertainty: xError, numbers: x),
                RawColumn(name: "y", axis: .coupling, uncertainty: yError, numbers: y),
            ], statements: Heading(dataset.name).statements)
        // Stored values are rounded at most; half a pixel is far more than that.
        if worst > 0.5 { table.findings = [.notAsCalibrated(pixels: worst, table: name)] }
        return table
    }

    /// The uncertainty in words, for the card.
    private func note(_ table: RawTable) -> String {
        let errors = table.columns.compactMap(\.uncertainty).map { String(($0 * 1e5).rounded() / 1e5) }
        return "\(table.name) may be off by \(errors.joined(separator: " in x and ")) decades in y, "
            + "for clicks known to a pixel"
    }
}
