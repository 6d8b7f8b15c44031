extension Scenario {
    /// The complete scenario as a file that reads back as this one: every choice that it makes, and those it leaves open
    /// as comments, with what holds then.
    public var yaml: String {
        let parts: [ScenarioChoice.Section?] = [nil] + ScenarioChoice.Section.allCases.map(Optional.init)
        return parts.map { part in
            let lines = ScenarioChoice.all(in: part).map { line(for: $0, indent: part == nil ? "" : "  ") }
            return (part.map { "\($0.rawValue):\n" } ?? "") + lines.joined()
        }.joined()
    }

    private func line(for choice: ScenarioChoice, indent: String) -> String {
        guard let value = choice.write(self) else {
            return "\(indent)# \(choice.key): \(choice.standard ?? "")\n"
        }
        switch value {
        case .text, .number: return "\(indent)\(choice.key): \(Self.scalar(value.text))\n"
        case .list(let names): return "\(indent)\(choice.key): \(Self.list(names))\n"
        case .groups(let groups) where groups.isEmpty: return "\(indent)\(choice.key): []\n"
        case .groups(let groups):
            let members = groups.map { group in
                "\(indent)  - name: \(Self.scalar(group.name))\n"
                    + "\(indent)    counts: \(group.counts.map(Self.scalar) ?? "null")\n"
                    + "\(indent)    others: \(Self.list(group.others))\n"
            }
            return "\(indent)\(choice.key):\n" + members.joined()
        }
    }

    fileprivate static func list(_ texts: [String]) -> String { "[\(texts.map(scalar).joined(separator: ", "))]" }

    /// A text in quotes wherever YAML could take it for something else.
    fileprivate static func scalar(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", ".", "_", "-", "+", "/": true
            default: false
            }
        }
        let isWord = isPlain && text.first.map { $0.isLetter || $0.isNumber || $0 == "-" } == true
        guard !isWord || ["null", "true", "false", "yes", "no"].contains(text.lowercased()) || text.hasPrefix("--")
        else { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value):
                let digits = String(scalar.value, radix: 16)
                quoted += "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension ScenarioValue {
    /// In one line of YAML, which reads back as this value.
    var flowText: String {
        switch self {
        case .text, .number: return Scenario.scalar(text)
        case .list(let names): return Scenario.list(names)
        case .groups(let groups):
            let members = groups.map { group in
                "{name: \(Scenario.scalar(group.name)), counts: \(group.counts.map(Scenario.scalar) ?? "null"), "
                    + "others: \(Scenario.list(group.others))}"
            }
            return "[\(members.joined(separator: ", "))]"
        }
    }
}
