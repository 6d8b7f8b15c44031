import AllowedRegion
import Answers
import ArgumentParser
import Asking
import Assessment
import ConstraintKit
import CurveArchive
import PointTables

/// Answers the rows of a table block by block: of a million only some thousands are held at a time.
struct PointRun {
    private let table: PointTable
    private let options: PointOptions
    private let form: PointForm
    /// Whether rows that are no points make the run a failure.
    private let isStrict: Bool

    /// - Parameter mixing: that of the scenario, by which ε becomes g′.
    init(_ options: PointOptions, _ format: OutputFormat, mixing: KineticMixing, isStrict: Bool) throws {
        form = try PointForm(options.output, format)
        guard form == .jsonLines || !options.verdicts else {
            throw ValidationError(
                "--verdicts asks for lines of JSON: --format json, or a file of --output called .jsonl")
        }
        (self.options, self.isStrict) = (options, isStrict)
        var reading = try options.importOptions()
        reading.mixing = mixing
        table = try PointTable(options.points == "-" ? nil : options.points, options: reading) {
            Interruption.isAsked
        }
        for note in table.axes.notes { Console.warn("\(table.file): \(note.explanation)") }
        if !table.omitted.isEmpty {
            Console.warn("\(table.file): left out, as no column of numbers or texts: \(ErrorText.list(table.omitted))")
        }
    }

    /// Whether each line is to have what each bound says.
    var wantsVerdicts: Bool { options.verdicts }

    /// Columns of answers behind those of the table, or lines of JSON with the same.
    /// - Parameters:
    ///   - singly: what answers each point by itself; nil: the batch does.
    ///   - records: how lines are made.
    func answer(
        with batch: PointBatch, hasIceCube: Bool, singly: ((PointBlock) -> PointColumns)? = nil, records: PointRecords
    ) throws {
        let answers = PointAnswers(batch, hasIceCube: hasIceCube, singly: singly, beside: table.names)
        let names = table.names + answers.names
        Interruption.watch()
        let output = try PointOutput(options.output, form, table, names: names)
        guard form != .jsonLines else {
            try output.write([records.stream.head()])
            return try run(output) { block, tally in
                let lines = try records.lines(block, table, answers, &tally)
                if !Interruption.isAsked { try output.write(lines) }
            }
        }
        try output.write(PointBlock.header(names))
        try run(output) { block, tally in
            let columns = try answers.columns(block, &tally)
            if !Interruption.isAsked { try output.write(block, adding: columns) }
        }
    }

    /// How much of a file is read at first, and at most [byte]. It doubles as long as blocks are answered soon, so that
    /// answers come while they are waited for.
    private static let sizes = 1 << 12...1 << 22

    private func run(_ output: PointOutput, _ answer: (PointBlock, inout PointTally) throws -> Void) throws {
        let progress = ProgressBar(label: "check")
        var tally = PointTally(table)
        var size = Self.sizes.lowerBound
        while !Interruption.isAsked {
            let start = ContinuousClock.now
            do {
                guard let block = try table.next(size: size) else { break }
                try answer(block, &tally)
            } catch  where Interruption.isAsked {
                // What was read or computed halfway is not written.
                break
            }
            if let fraction = table.fraction { progress.update(fraction) }
            let time = ContinuousClock.now - start
            if time < .milliseconds(200) { size = min(size * 2, Self.sizes.upperBound) }
            if time > .seconds(1) { size = max(size / 2, Self.sizes.lowerBound) }
        }
        progress.finish()
        guard !Interruption.isAsked else {
            let what =
                options.output.map { "\(ErrorText.whole($0)) was not written" } ?? "what was written is whole lines"
            throw ErrorReport("interrupted: \(what)", code: ExitStatus.interrupted)
        }
        try output.finish()
        guard let remark = tally.remark(table.file) else { return }
        guard !isStrict else { throw ErrorReport(remark, code: ExitStatus.badData) }
        Console.warn(remark)
    }
}
