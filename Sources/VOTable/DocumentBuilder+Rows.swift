extension DocumentBuilder {
    func beginTable(_ attributes: Attributes) {
        var builder = TableBuilder(
            Table(id: attributes["ID"], name: attributes["name"], utype: attributes["utype"], ucd: attributes["ucd"]))
        if let text = attributes["nrows"] {
            guard let rows = Int(text), rows >= 0 else {
                return fail(.badAttribute(element: "TABLE", attribute: "nrows", value: text, line: line))
            }
            guard rows <= limits.cells else { return fail(.tooLarge(.cells, limit: limits.cells, line: line)) }
            builder.announcedRows = rows
        }
        if let reference = attributes["ref"] {
            guard let fields = fieldsByTable[reference] else {
                return fail(.unknownTable(ref: reference, line: line))
            }
            builder.table.fields = fields
        }
        openTable = builder
    }

    func beginRows() {
        guard let fields = openTable?.table.fields else { return }
        guard openTable?.columns.isEmpty == true else {
            return fail(.misplacedElement(name: "data", parent: "DATA, a second time", line: line))
        }
        openTable?.columns = fields.map(ColumnBuilder.init)
    }

    func startCell(_ attributes: Attributes) {
        if let encoding = attributes["encoding"] { return fail(.unsupportedEncoding("TD \(encoding)", line: line)) }
        startCell()
    }

    func startCell() {
        cellCount += 1
        guard cellCount <= limits.cells else { return fail(.tooLarge(.cells, limit: limits.cells, line: line)) }
        gatherText(upTo: limits.textBytes)
    }

    func endCell() {
        guard let cell = openTable?.cells else { return }
        openTable?.cells += 1
        // One cell too many is noted by the end of its row, which knows how many there are.
        guard openTable?.columns.indices.contains(cell) == true else { return }
        let exponentDigits = text.withUnsafeBufferPointer { openTable?.columns[cell].append(cell: $0) }
        guard let exponentDigits else {
            return fail(.badValue(field: fieldName(cell), text: String(gatheredText.prefix(80)), line: line))
        }
        if exponentDigits > 3 { warn(.longExponent(text: gatheredText, line: line ?? 0)) }
    }

    func endRow() {
        guard let found = openTable?.cells, let expected = openTable?.columns.count else { return }
        openTable?.rows += 1
        openTable?.cells = 0
        if expected == 0 {
            // FIELDs may still come, and then they are what is misplaced.
            if openTable?.cellsWithoutFields == nil { openTable?.cellsWithoutFields = found }
        } else if found != expected {
            fail(.wrongCellCount(row: openTable?.rows ?? 0, found: found, expected: expected, line: line))
        }
    }

    func beginStream(_ attributes: Attributes) {
        if let href = attributes["href"] { return fail(.remoteData(href: href, line: line)) }
        let encoding = attributes["encoding"] ?? "none"
        guard encoding == "base64" else { return fail(.unsupportedEncoding(encoding, line: line)) }
        gatherText(upTo: limits.streamBytes)
    }

    func closeStream() {
        guard let bytes = Base64.decoded(text) else { return fail(.badBase64(line: line)) }
        text = []
        guard var table = openTable else { return }
        openTable = nil
        defer { openTable = table }
        do throws(BinaryFault) {
            var reader = BinaryReader(
                bytes, hasNullFlags: stack.last == .binary2, arrayLimit: limits.arrayElements,
                cellLimit: limits.cells - cellCount)
            table.rows = try reader.readRows(into: &table.columns)
            cellCount += table.rows * table.columns.count
        } catch {
            switch error {
            case .broken(let row, let field): fail(.badBinary(row: row, field: field, line: line))
            case .tooManyCells: fail(.tooLarge(.cells, limit: limits.cells, line: line))
            case .arrayTooLong: fail(.tooLarge(.arrayElements, limit: limits.arrayElements, line: line))
            }
        }
    }

    func closeTable() {
        guard let builder = openTable else { return }
        openTable = nil
        if let found = builder.cellsWithoutFields, found > 0 {
            return fail(.wrongCellCount(row: 1, found: found, expected: 0, line: line))
        }
        if let expected = builder.announcedRows, builder.hasData, expected != builder.rows {
            return fail(.wrongRowCount(found: builder.rows, expected: expected, line: line))
        }
        let table = builder.finished
        if let id = table.id { fieldsByTable[id] = table.fields }
        resources[resources.count - 1].tables.append(table)
    }

    private func fieldName(_ index: Int) -> String { openTable?.columns[index].field.name ?? "" }
}
