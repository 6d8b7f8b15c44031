extension DocumentBuilder {
    mutating func beginTable(_ attributes: Attributes) {
        var builder = TableBuilder(
            Table(id: attributes["ID"], name: attributes["name"], utype: attributes["utype"], ucd: attributes["ucd"]))
        if let text = attributes["nrows"] {
            guard let rows = Int(text.filter { !$0.isWhitespace }), rows >= 0 else {
                return fail(.badAttribute(element: "TABLE", attribute: "nrows", value: text, line: line))
            }
            guard rows <= limits.cells else { return fail(.tooLarge(.cells, limit: limits.cells, line: line)) }
            builder.announcedRows = rows
        }
        if let reference = attributes["ref"] {
            guard let fields = fieldsByTable[reference] else {
                return fail(.unknownTable(ref: reference, line: line))
            }
            guard countFields(fields.count) else { return }
            builder.table.fields = fields
        }
        openTable = builder
        (columns, rowCount, cellsInRow) = ([], 0, 0)
    }

    /// Takes columns of a table into account; false where they are too many.
    mutating func countFields(_ count: Int) -> Bool {
        fieldCount += count
        guard fieldCount > limits.allFields else { return true }
        fail(.tooLarge(.allFields, limit: limits.allFields, line: line))
        return false
    }

    mutating func beginRows() {
        guard let fields = openTable?.table.fields else { return }
        guard columns.isEmpty else {
            return fail(.misplacedElement(name: "data", parent: "DATA, a second time", line: line))
        }
        columns = fields.map(ColumnBuilder.init)
    }

    mutating func startCell(_ attributes: Attributes) {
        if let encoding = attributes["encoding"] { return fail(.unsupportedEncoding("TD \(encoding)", line: line)) }
        startCell()
    }

    mutating func startCell() {
        cellCount += 1
        guard cellCount <= limits.cells else { return fail(.tooLarge(.cells, limit: limits.cells, line: line)) }
        gatherText(upTo: limits.textBytes)
    }

    mutating func endCell() {
        let cell = cellsInRow
        cellsInRow += 1
        // One cell too many is noted by the end of its row, which knows how many there are.
        guard cell < columns.count else { return }
        guard let exponentDigits = columns[cell].append(cell: text.bytes) else {
            let words = String(gatheredText.prefix(80))
            let fault = VOTableError.badValue(field: columns[cell].field.name, text: words, line: line)
            guard keepsFaults else { return fail(fault) }
            if openTable?.table.faults[cell] == nil { openTable?.table.faults[cell] = fault }
            return columns[cell].appendNull()
        }
        if exponentDigits > 3 { warn(.longExponent(text: gatheredText, line: line ?? 0)) }
    }

    mutating func endRow() {
        let found = cellsInRow
        rowCount += 1
        cellsInRow = 0
        guard found != columns.count else { return }
        guard columns.isEmpty else {
            return fail(.wrongCellCount(row: rowCount, found: found, expected: columns.count, line: line))
        }
        // FIELDs may still come, and then they are what is misplaced.
        if openTable?.cellsWithoutFields == nil { openTable?.cellsWithoutFields = found }
    }

    mutating func beginStream(_ attributes: Attributes) {
        if let href = attributes["href"] { return fail(.remoteData(href: href, line: line)) }
        let encoding = attributes["encoding"] ?? "none"
        guard encoding == "base64" else { return fail(.unsupportedEncoding(encoding, line: line)) }
        stream = Base64()
    }

    mutating func closeStream() {
        let found = stream?.finish()
        stream = nil
        guard let bytes = found else { return fail(.badBase64(line: line)) }
        do throws(BinaryFault) {
            var reader = BinaryReader(
                bytes, hasNullFlags: stack.last == .binary2, arrayLimit: limits.arrayElements,
                cellLimit: limits.cells - cellCount)
            rowCount = try reader.readRows(into: &columns)
            cellCount += rowCount * columns.count
        } catch {
            switch error {
            case .broken(let row, let field): fail(.badBinary(row: row, field: field, line: line))
            case .tooManyCells: fail(.tooLarge(.cells, limit: limits.cells, line: line))
            case .arrayTooLong: fail(.tooLarge(.arrayElements, limit: limits.arrayElements, line: line))
            }
        }
    }

    mutating func closeTable() {
        guard let builder = openTable else { return }
        openTable = nil
        if columns.isEmpty, rowCount > 0 {
            let found = builder.cellsWithoutFields ?? 0
            return fail(.wrongCellCount(row: 1, found: found, expected: 0, line: line))
        }
        var table = builder.table
        if let expected = builder.announcedRows, table.hasData, expected != rowCount {
            return fail(.wrongRowCount(found: rowCount, expected: expected, line: line))
        }
        table.columns = columns.map(\.column)
        columns = []
        if let id = table.id, fieldsByTable[id] == nil { fieldsByTable[id] = table.fields }
        resources[resources.count - 1].tables.append(table)
    }
}
