import ComplexModule
import Files
import Physics
import VOTable

extension Chosen where Value == ChargeMatrix {
    /// What there is where nothing is said.
    public static var muonMinusTau: Self { Self(named: "mu-minus-tau", .muonMinusTau) }

    /// Reads `mu-minus-tau`, `universal`, the three charges of ν_e, ν_μ, ν_τ, the nine elements of a matrix row by row, or
    /// a file of three lines of three. An element is `0.5`, or `0.1+0.2i`.
    /// - Throws: ``ChoiceError``
    public init(charges text: String) throws(ChoiceError) {
        if let found = ChargeMatrix.named.first(where: { $0.name == text }) {
            self.init(named: text, found.charges)
            return
        }
        if TextFile.isPath(text) {
            let file: TextFile
            do { file = try TextFile(text) } catch { throw .unreadable(error) }
            self.init(named: text, try Self.matrix(file, path: text), sha256: file.sha256)
            return
        }
        let cells = text.split(separator: ",", omittingEmptySubsequences: false)
        guard cells.count > 1 else {
            throw .unknown(
                .charges, text: text, known: ChargeMatrix.named.map(\.name) + ["three or nine numbers", "a file"])
        }
        let elements = cells.compactMap { Complex<Double>(element: $0) }
        guard cells.count == elements.count, elements.count == 3 || elements.count == 9 else {
            throw .malformed(
                .charges, text: text,
                expected: "three charges (0,1,-1), or nine elements row by row, 0.5 or 0.1+0.2i each")
        }
        do throws(ChargeMatrixError) {
            let charges = try ChargeMatrix(Self.rows(elements))
            // A scenario whose matrix is written out differs in nothing from one that names it.
            let known = ChargeMatrix.named.first { $0.charges == charges }
            self.init(named: known?.name ?? text, charges)
        } catch { throw .charges(error, path: nil) }
    }

    /// Three rows of nine elements, or a diagonal of three.
    private static func rows(_ elements: [Complex<Double>]) -> [[Complex<Double>]] {
        if elements.count == 9 { return [0, 3, 6].map { Array(elements[$0..<$0 + 3]) } }
        var rows = [[Complex<Double>]](repeating: [Complex<Double>](repeating: .zero, count: 3), count: 3)
        for place in rows.indices { rows[place][place] = elements[place] }
        return rows
    }

    private static func matrix(_ file: TextFile, path: String) throws(ChoiceError) -> ChargeMatrix {
        var rows: [[Complex<Double>]] = []
        for line in file.lines {
            let elements = line.cells.compactMap { Complex<Double>(element: $0) }
            guard line.cells.count == 3, elements.count == 3 else {
                throw .badLine(
                    path: path, line: line.number, text: line.text, expected: "three elements, 0.5 or 0.1+0.2i each")
            }
            rows.append(elements)
        }
        guard rows.count == 3 else { throw .rowsOutOfRange(path: path, found: rows.count, allowed: 3...3) }
        do { return try ChargeMatrix(rows) } catch { throw .charges(error, path: path) }
    }
}

extension Complex<Double> {
    /// Reads `0.5`, `0.2i`, `-0.1+0.2i`.
    fileprivate init?(element text: Substring) {
        let text = text.filter { $0 != " " }
        guard text.last == "i" else {
            guard let real = DecimalText.finiteNumber(text) else { return nil }
            self.init(real, 0)
            return
        }
        let body = text.dropLast()
        // The sign between the parts: not the first, and not that of an exponent.
        let split = body.indices.last { index in
            guard index > body.startIndex, body[index] == "+" || body[index] == "-" else { return false }
            return !"eE".contains(body[body.index(before: index)])
        }
        let real = split.map { DecimalText.finiteNumber(body[..<$0]) } ?? 0
        let imaginary = DecimalText.finiteNumber(split.map { body[$0...] } ?? body)
        guard let real, let imaginary else { return nil }
        self.init(real, imaginary)
    }
}
