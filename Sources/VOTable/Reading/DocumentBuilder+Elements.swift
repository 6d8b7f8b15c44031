extension DocumentBuilder {
    /// Takes in what an element says in its attributes.
    mutating func begin(_ element: Element, _ attributes: Attributes) {
        switch element {
        case .votable: beginDocument(attributes)
        case .resource: beginResource(attributes)
        case .table: beginTable(attributes)
        case .field, .param: beginField(element, attributes)
        case .values: if openField != nil, let null = attributes["null"] { openField?.null = null }
        case .info: beginInfo(attributes)
        case .description: gatherText(upTo: limits.textBytes)
        case .data: openTable?.table.hasData = true
        case .binary, .binary2, .tableData: beginRows()
        case .stream: beginStream(attributes)
        case .cell: startCell(attributes)
        case .fits: fail(.unsupportedEncoding("FITS", line: line))
        default: break
        }
    }

    /// Puts what an element gathered where it belongs.
    mutating func close(_ element: Element) {
        switch element {
        case .resource: closeResource()
        case .table: closeTable()
        case .field: closeField()
        case .param: closeParam()
        case .info: closeInfo()
        case .description: closeDescription()
        case .stream: closeStream()
        default: break
        }
    }

    private mutating func beginDocument(_ attributes: Attributes) {
        let version = attributes["version"] ?? ""
        document.version = version
        if !["1.0", "1.1", "1.2", "1.3", "1.4", "1.5"].contains(version) { warn(.unknownVersion(version)) }
    }

    private mutating func beginResource(_ attributes: Attributes) {
        resources.append(
            Resource(
                id: attributes["ID"], name: attributes["name"], type: attributes["type"], utype: attributes["utype"]))
    }

    private mutating func closeResource() {
        guard let resource = resources.popLast() else { return }
        if resources.isEmpty {
            document.resources.append(resource)
        } else {
            resources[resources.count - 1].resources.append(resource)
        }
    }

    private mutating func beginInfo(_ attributes: Attributes) {
        guard let name = required("name", of: .info, attributes), let value = required("value", of: .info, attributes)
        else { return }
        openInfo = Info(name: name, value: value, ucd: attributes["ucd"], utype: attributes["utype"])
        gatherText(upTo: limits.textBytes)
    }

    private mutating func closeInfo() {
        guard var info = openInfo else { return }
        openInfo = nil
        info.text = gatheredText
        if openTable != nil {
            openTable?.table.infos.append(info)
        } else if !resources.isEmpty {
            resources[resources.count - 1].infos.append(info)
        } else {
            document.infos.append(info)
        }
    }

    private mutating func closeDescription() {
        let words = gatheredText
        switch stack.last {
        case .votable: document.description = words
        case .resource: resources[resources.count - 1].description = words
        case .table: openTable?.table.description = words
        case .field, .param: openField?.description = words
        default: break
        }
    }

    private mutating func beginField(_ element: Element, _ attributes: Attributes) {
        guard let name = required("name", of: element, attributes),
            let typeName = required("datatype", of: element, attributes)
        else { return }
        guard let datatype = Datatype(rawValue: typeName) else {
            return fail(.unknownDatatype(field: name, datatype: typeName, line: line))
        }
        var field = VOTableField(id: attributes["ID"], name: name, datatype: datatype)
        if let text = attributes["arraysize"] {
            guard let arraysize = ArraySize(text) else {
                return fail(.badArraySize(field: name, arraysize: text, line: line))
            }
            if case .fixed(let elements) = arraysize, elements > limits.arrayElements {
                return fail(.tooLarge(.arrayElements, limit: limits.arrayElements, line: line))
            }
            field.arraysize = arraysize
        }
        field.unit = attributes["unit"]
        field.ucd = attributes["ucd"]
        field.utype = attributes["utype"]
        if element == .param {
            guard let value = attributes["value"] else {
                return warn(.paramWithoutValue(name: name, line: line ?? 0))
            }
            openParamValue = value
        }
        openField = field
    }

    private mutating func closeField() {
        guard let field = openField else { return }
        openField = nil
        guard openTable.map({ $0.table.fields.count < limits.fields }) ?? true else {
            return fail(.tooLarge(.fields, limit: limits.fields, line: line))
        }
        guard countFields(1) else { return }
        openTable?.table.fields.append(field)
    }

    private mutating func closeParam() {
        guard let field = openField else { return }
        openField = nil
        let param = Param(field, value: openParamValue)
        if openTable != nil {
            openTable?.table.params.append(param)
        } else if !resources.isEmpty {
            resources[resources.count - 1].params.append(param)
        } else {
            document.params.append(param)
        }
    }

    private mutating func required(_ name: StaticString, of element: Element, _ attributes: Attributes) -> String? {
        if let value = attributes[name] { return value }
        fail(.attributeMissing(element: element.rawValue, attribute: "\(name)", line: line))
        return nil
    }
}

extension ArraySize {
    /// Reads `3`, `*`, `8*`, `3x4` or `3x*`; nil for anything else, and for a product beyond an Int.
    init?(_ text: String) {
        // What nearly every document says of its texts.
        if text == "*" {
            self = .variable
            return
        }
        var product = 1
        let dimensions = text.split(separator: "x", omittingEmptySubsequences: false)
        for (index, dimension) in dimensions.enumerated() {
            var digits = dimension
            if index == dimensions.count - 1, digits.last == "*" {
                digits.removeLast()
                guard digits.isEmpty || Int(digits) != nil else { return nil }
                self = .variable
                return
            }
            guard digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let count = Int(digits), count > 0 else {
                return nil
            }
            let (next, overflows) = product.multipliedReportingOverflow(by: count)
            guard !overflows else { return nil }
            product = next
        }
        self = .fixed(product)
    }
}
