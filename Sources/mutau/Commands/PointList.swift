import AllowedRegion
import ConstraintKit
import Foundation
import Presentation

/// A file of points, read and answered line by line: of a million none but the present one is held.
struct PointList {
    private let path: String
    private let file: FileHandle

    /// The longest line that can hold two numbers.
    private static let longestLine = 4096

    /// - Parameter path: '-' for standard input.
    init(_ path: String) throws {
        self.path = path
        guard path != "-" else {
            file = .standardInput
            return
        }
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw ErrorReport("'\(path)' can't be read: \(String(cString: strerror(errno)))", code: ExitStatus.noInput)
        }
        self.file = file
    }

    /// Answers each point on a line of its own.
    func check(_ analysis: Analysis, format: OutputFormat) throws {
        if format != .json { try Console.write(AssessmentRecord.header) }
        var number = 0
        var pending = Data()
        while true {
            let chunk = try read()
            pending.append(chunk)
            var start = pending.startIndex
            // At the end of the file a last line may lack its line break.
            while let end = pending[start...].firstIndex(of: 0x0A) ?? (chunk.isEmpty ? pending.endIndex : nil),
                start < pending.endIndex
            {
                number += 1
                try answer(String(decoding: pending[start..<end], as: UTF8.self), number, analysis, format)
                start = min(end + 1, pending.endIndex)
            }
            pending = Data(pending[start...])
            guard pending.count <= Self.longestLine else { throw fault(number + 1, "the line is too long") }
            if chunk.isEmpty { break }
        }
        guard number > 0 else { throw fault(1, "there is no header: write mass_MeV,coupling") }
    }

    private func read() throws -> Data {
        do {
            return try file.read(upToCount: 1 << 16) ?? Data()
        } catch {
            throw ErrorReport("'\(path)' can't be read: \(error.localizedDescription)", code: ExitStatus.inputOutput)
        }
    }

    private func answer(_ line: String, _ number: Int, _ analysis: Analysis, _ format: OutputFormat) throws {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map { $0.filter { !$0.isWhitespace } }
        if number == 1 {
            guard cells == ["mass_MeV", "coupling"] else {
                throw fault(number, "the header is '\(line.prefix(40))', and should be mass_MeV,coupling")
            }
            return
        }
        guard cells != [""] else { return }
        guard cells.count == 2, let mass = Double(cells[0]), let coupling = Double(cells[1]) else {
            throw fault(number, "'\(line.prefix(40))' is not a mass in MeV and a coupling")
        }
        let assessment: Assessment
        do {
            assessment = try analysis.assessment(mass: Mass(inMeV: mass), coupling: Coupling(coupling))
        } catch {
            throw fault(number, ErrorReport(of: error)?.message ?? "\(error)")
        }
        let record = AssessmentRecord(assessment)
        try Console.write(format == .json ? record.json : record.csv)
    }

    private func fault(_ line: Int, _ reason: String) -> ErrorReport {
        ErrorReport("\(path):\(line): \(reason)", code: ExitStatus.badData)
    }
}
