import Foundation

/// Time against error of both solvers: a table, and a figure made by gnuplot.
struct AccuracyFigure {
    /// One setting of a solver.
    struct Point {
        let solver: String
        let step: String
        /// The largest relative error of a segment's flux.
        let error: Double
        let seconds: Double
    }

    let points: [Point]

    /// Writes `accuracy.csv`, and `accuracy.gnuplot` for the figure.
    func write(to directory: String) throws {
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let rows = points.map { "\"\($0.solver)\",\($0.step),\($0.error),\($0.seconds)" }
        let csv = (["solver,step,error,seconds"] + rows).joined(separator: "\n") + "\n"
        try Data(csv.utf8).write(to: URL(filePath: directory + "/accuracy.csv"))
        try Data(text(directory).utf8).write(to: URL(filePath: Self.script(in: directory)))
    }

    /// Makes `accuracy.png` of what ``write(to:)`` wrote.
    /// - Throws: ``ChildProcess/Failure`` where there is no gnuplot, or it fails.
    static func draw(in directory: String) throws {
        _ = try ChildProcess.best("/usr/bin/env", ["gnuplot", script(in: directory)], runs: 1)
    }

    private static func script(in directory: String) -> String { directory + "/accuracy.gnuplot" }

    private func text(_ directory: String) -> String {
        let solvers = points.map(\.solver).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let blocks = solvers.enumerated().map { number, solver in
            let rows = points.filter { $0.solver == solver }.map { "\($0.error) \($0.seconds) \"\($0.step)\"" }
            return "$data\(number) << END\n" + rows.joined(separator: "\n") + "\nEND\n"
        }
        let plots = solvers.enumerated().map { number, solver in
            "$data\(number) using 1:2 with linespoints pt 7 title '\(solver)', "
                + "$data\(number) using 1:2:3 with labels left offset 1,0.6 notitle"
        }
        return blocks.joined() + """
            set terminal pngcairo size 1000,700 font 'STIX Two Text,14'
            set output '\(directory)/accuracy.png'
            set logscale xy
            set format '10^{%T}'
            set xlabel 'largest relative error of a segment'
            set ylabel 'time of ten segments, one core [s]'
            set offsets graph 0.1, graph 0.1, graph 0.1, graph 0.1
            set grid
            set key left top
            plot \(plots.joined(separator: ", "))

            """
    }
}
