/// What gnuplot is told about the file to make, so that all formats show the same page.
struct GnuplotTerminal {
    let format: FigureFormat
    let size: FigureSize
    var theme = FigureTheme.light

    /// A figure has to stand printing: 300 pixels to the inch.
    static let pixelsPerInch = 300.0

    /// The cairo terminals take a font's size as if the inch had 96 points; the pdf one halves line widths besides.
    static let cairoPoint = 0.75

    /// Of the cairo terminals, where it is not the white they have by themselves.
    private var background: String { theme == .light ? "" : " background '\(theme.paper)'" }

    var command: String {
        let points = (width: size.width * pointsPerCentimetre, height: size.height * pointsPerCentimetre)
        switch format {
        case .pdf:
            return "set terminal pdfcairo enhanced color butt size \(size.width)cm,\(size.height)cm "
                + "font 'STIX,\(size.fontSize)' fontscale \(Self.cairoPoint) linewidth 2 dashlength 1" + background
        case .svg:
            return "set terminal svg enhanced butt size \(points.width),\(points.height) dynamic "
                + "background '\(theme.paper)' font 'STIX,\(size.fontSize)' linewidth 1"
        case .png:
            let scale = Self.pixelsPerInch / 72
            let pixels = (Int(points.width * scale), Int(points.height * scale))
            return
                "set terminal pngcairo enhanced butt size \(pixels.0),\(pixels.1) font 'STIX,\(size.fontSize)' fontscale \(scale * Self.cairoPoint) linewidth \(scale) pointscale \(scale)"
                + background
        }
    }
}
