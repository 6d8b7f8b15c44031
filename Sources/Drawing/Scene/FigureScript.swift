import Documents

/// The gnuplot commands that draw a scene: axes in points on the page, so that gnuplot decides nothing.
struct FigureScript {
    private let scene: FigureScene
    private var layout: FigureLayout { scene.layout }
    /// What all formats have in common: everything but the terminal and the command to draw.
    private var common = ""

    init(scene: FigureScene) {
        self.scene = scene
        common = (axes + colourBar + dataBlocks + labels).joined(separator: "\n")
    }

    /// - Parameter format: the kind of file, which gnuplot writes to its standard output.
    func text(for format: FigureFormat) -> String { [terminal(for: format), common, plot, ""].joined(separator: "\n") }

    private func terminal(for format: FigureFormat) -> String {
        GnuplotTerminal(format: format, size: layout.size, theme: scene.theme).command
    }

    /// The commands that write all formats as files beside one another, with nothing but gnuplot.
    /// - Parameter name: of the files, without their ends; letters, digits and hyphens.
    func files(named name: String) -> String {
        let written = FigureFormat.allCases.map { format in
            [
                terminal(for: format), "set output '\(name).\(format.fileExtension)'",
                format == FigureFormat.allCases.first ? plot : "replot",
            ].joined(separator: "\n")
        }
        return
            (["# gnuplot draws this figure again: gnuplot \(name).gnuplot", common] + written + ["unset output", ""])
            .joined(separator: "\n")
    }

    // MARK: Axes

    private var axes: [String] {
        let (right, top) = (layout.left + layout.plotWidth, layout.bottom + layout.plotHeight)
        return [
            "set encoding utf8",
            "unset key",
            "set lmargin at screen \(layout.left / layout.pageWidth)",
            "set rmargin at screen \(right / layout.pageWidth)",
            "set bmargin at screen \(layout.bottom / layout.pageHeight)",
            "set tmargin at screen \(top / layout.pageHeight)",
            "set xrange [0:\(layout.plotWidth)] noextend",
            "set yrange [0:\(layout.plotHeight)] noextend",
            "set xtics (\(scene.axes.x.ticks.joined(separator: ", "))) offset 0,0.2",
            "set ytics (\(scene.axes.y.ticks.joined(separator: ", "))) offset 0.4,0",
            "set tics front in scale 1.1,0.6" + inkOfText,
            "set border 31 front linewidth \(0.09 * layout.em * scene.lineScale)" + inkOfLines,
            "set label at \(layout.plotWidth / 2),\(-2.4 * layout.em) center \(scene.axes.x.title)" + inkOfText,
            "set label at \(-3.5 * layout.em),\(layout.plotHeight / 2) center "
                + (scene.axes.y.isTurned ? "rotate by 90 " : "") + scene.axes.y.title + inkOfText,
        ]
    }

    /// Said only where it is not the black that gnuplot has by itself.
    private var inkOfText: String { scene.theme == .light ? "" : " textcolor rgb '\(scene.theme.ink)'" }
    private var inkOfLines: String { scene.theme == .light ? "" : " linecolor rgb '\(scene.theme.ink)'" }

    // MARK: Colours

    private var colourBar: [String] {
        guard let image = scene.image else { return ["unset colorbox"] }
        let colours = image.colours.reversed().map { "\((1 - $0.0) * Self.topOfColours) '\($0.1)'" }
        let x = layout.left + layout.plotWidth + 0.9 * layout.em
        let span = image.top - image.floor
        let step = span > 1 ? (span / 5).rounded(.up) : span > 0.25 ? 0.1 : span > 0.1 ? 0.05 : 0.02
        // Whole steps from the top, where colour ends: that number is to be read.
        let lowest = ((image.top - (span / step + 1e-9).rounded(.down) * step) * 100).rounded() / 100
        return [
            "set palette defined (\(colours.joined(separator: ", ")), \(Self.topOfColours) '\(scene.theme.paper)', 1 '\(scene.theme.paper)')",
            "set cbrange [\(image.floor):\(image.top)]",
            "set cbtics \(lowest),\(step),\(image.top) scale 0.4 offset -0.6,0 format '%.\(step >= 1 ? 0 : 2)f'"
                + inkOfText,
            "set colorbox user origin screen \(x / layout.pageWidth),\(layout.bottom / layout.pageHeight) "
                + "size screen \(0.9 * layout.em / layout.pageWidth),\(layout.plotHeight / layout.pageHeight) border",
            "set label at \(layout.plotWidth + 5.5 * layout.em),\(layout.plotHeight / 2) center rotate by 90 "
                + image.title + fontOf(barTitle: image.title) + inkOfText,
        ]
    }

    /// Smaller where the title would not have room beside a low plot.
    private func fontOf(barTitle title: String) -> String {
        let text = title.replacing(/\{?\{\/:Italic |_\{|[{}']/, with: "")
        let (needed, room) = (TextMetrics.width(of: text, fontSize: layout.em), layout.plotHeight + 1.6 * layout.em)
        return needed > room ? " font ',\(layout.em * room / needed)'" : ""
    }

    /// What is at the threshold or above is painted as paper, not left out: viewers blend neighbouring pixels, and would blend in black.
    private static let topOfColours = 0.996

    // MARK: Data

    private var dataBlocks: [String] {
        var blocks: [String] = []
        if let image = scene.image {
            let rows = image.values.map { row in
                row.map { NumberText.fourDigits($0 ?? image.top) }.joined(separator: " ")
            }
            blocks.append("$image << EOD\n\(rows.joined(separator: "\n"))\nEOD")
        }
        for (number, fill) in scene.fills.enumerated() { blocks.append(block("fill\(number)", fill.areas)) }
        for (number, stroke) in scene.strokes.enumerated() { blocks.append(block("line\(number)", stroke.lines)) }
        blocks.append(block("boxes", scene.labels.filter(\.place.coversLines).map { $0.place.box.corners }))
        blocks.append(leaders)
        blocks.append(block("points", scene.points.map { [$0.place] }))
        return blocks
    }

    /// Lines apart by blank lines, as gnuplot reads them. An empty block would be an error: it gets one undrawn point.
    private func block(_ name: String, _ lines: [PageLine]) -> String {
        let text = lines.filter { !$0.isEmpty }.map { line in
            line.map { "\(NumberText.fourDigits($0.x)) \(NumberText.fourDigits($0.y))" }.joined(separator: "\n")
        }
        return "$\(name) << EOD\n\(text.isEmpty ? "NaN NaN" : text.joined(separator: "\n\n"))\nEOD"
    }

    /// Each in the colour of its line, given as a number in a third column.
    private var leaders: String {
        let rows = scene.labels.compactMap { label -> String? in
            guard let leader = label.place.leader else { return nil }
            let colour = label.colour.replacing("#", with: "0x")
            return [leader.from, leader.to]
                .map { "\(NumberText.fourDigits($0.x)) \(NumberText.fourDigits($0.y)) \(colour)" }
                .joined(separator: "\n")
        }
        return "$leaders << EOD\n\(rows.isEmpty ? "NaN NaN NaN" : rows.joined(separator: "\n\n"))\nEOD"
    }

    // MARK: Print

    private var labels: [String] {
        let onLines = scene.labels.map { label in
            let center = label.place.box.center
            return "set label at \(center.x),\(center.y) center rotate by \(label.place.box.angle * 180 / .pi) "
                + "\(GnuplotText.typeset(label.text)) font ',\(layout.labelFontSize)' textcolor rgb '\(label.colour)' front"
        }
        let notes = scene.notes.enumerated().map { number, note in
            let y = -3.3 * layout.em - (Double(number) + 0.6) * layout.noteLineHeight
            return "set label at \(0.8 * layout.em - layout.left),\(y) left \(GnuplotText.typeset(note)) "
                + "font ',\(layout.noteFontSize)' textcolor rgb '\(scene.theme.noteInk)'"
        }
        return onLines + notes
    }

    // MARK: Drawing

    /// Of the paper beneath labels that stand on lines or colours: enough to read them, with a hint of what they cover.
    private static let groundOpacity = 0.8

    private var plot: String {
        var elements: [String] = []
        if let image = scene.image, let columns = image.values.first?.count {
            let step = PagePoint(
                x: (image.last.x - image.first.x) / Double(columns - 1),
                y: (image.last.y - image.first.y) / Double(image.values.count - 1))
            elements.append(
                "$image matrix using (\(image.first.x) + \(step.x) * $1):(\(image.first.y) + \(step.y) * $2):3 with image"
            )
        }
        for (number, fill) in scene.fills.enumerated() {
            elements.append(
                "$fill\(number) with filledcurves closed fillstyle transparent solid \(fill.opacity) noborder "
                    + "fillcolor rgb '\(fill.colour)'")
        }
        for (number, stroke) in scene.strokes.enumerated() {
            elements.append(
                "$line\(number) with lines linewidth \(stroke.width * scene.lineScale * layout.em / 10) linecolor rgb '\(stroke.colour)' "
                    + "dashtype \(stroke.dash.pattern)")
        }
        elements.append("$leaders using 1:2:3 with lines linewidth \(0.06 * layout.em) linecolor rgb variable")
        elements.append(
            "$leaders every ::1::1 using 1:2:3 with points pointtype 7 pointsize \(0.02 * layout.em) "
                + "linecolor rgb variable")
        elements.append(
            "$boxes with filledcurves closed fillstyle transparent solid \(Self.groundOpacity) noborder fillcolor rgb '\(scene.theme.paper)'"
        )
        if !scene.points.isEmpty {
            // A rim of paper tells the mark from what lies beneath.
            for (width, colour) in [(0.22, scene.theme.paper), (0.09, scene.theme.ink)] {
                elements.append(
                    "$points with points pointtype 3 pointsize \(0.1 * layout.em) linewidth \(width * layout.em) "
                        + "linecolor rgb '\(colour)'")
            }
        }
        return "plot " + elements.joined(separator: ", \\\n  ")
    }
}

extension FigureScene.Dash {
    /// Lengths of strokes and gaps as gnuplot takes them.
    fileprivate var pattern: String {
        switch self {
        case .solid: "1"
        case .dashed: "(9,5)"
        case .dotted: "(2,3)"
        case .dotDashed: "(9,3,2,3)"
        }
    }
}
