/// What the commands of a Grace project say of its sets: `@    s0 legend  "limit A"`, `@    xaxis  label "m (GeV)"`.
struct GraceCommands {
    /// A data set within one of the graphs.
    struct Set: Hashable {
        var graph: Int
        var number: Int
    }

    private var graph = 0
    private var names: [Set: String] = [:]
    private var labels: [Int: [Character: String]] = [:]

    mutating func take(_ command: Substring) {
        let words = command.split(separator: " ", maxSplits: 3).map(String.init)
        if words.count >= 2, words[0] == "with", words[1].hasPrefix("g") { graph = Int(words[1].dropFirst()) ?? graph }
        guard let open = command.firstIndex(of: "\""), let close = command.lastIndex(of: "\""), open < close else {
            return
        }
        let text = Self.plain(command[command.index(after: open)..<close])
        guard words.count >= 3, !text.isEmpty else { return }
        if words[0].hasPrefix("s"), words[1] == "legend", let number = Int(words[0].dropFirst()) {
            names[Set(graph: graph, number: number)] = text
        }
        if words[1] == "label", let axis = words[0].first, words[0].hasSuffix("axis") {
            labels[graph, default: [:]][axis] = text
        }
    }

    func name(of set: Set) -> String? { names[set] }

    /// Both or none.
    func axes(of set: Set) -> [String] {
        guard let axes = labels[set.graph], let x = axes["x"], let y = axes["y"] else { return [] }
        return [x, y]
    }

    /// Without the marks by which Grace changes fonts and heights.
    private static func plain(_ text: Substring) -> String {
        var plain = ""
        var isMark = false
        for character in text {
            if isMark {
                isMark = false
            } else if character == "\\" {
                isMark = true
            } else {
                plain.append(character)
            }
        }
        return String(plain.trimmed)
    }
}

extension GraceCommands.Set {
    /// `target G0.S1`: the set whose rows follow.
    init?(target command: Substring) {
        let words = command.split(separator: " ")
        guard words.count == 2, words[0] == "target" else { return nil }
        let parts = words[1].lowercased().split(separator: ".")
        guard parts.count == 2, parts[0].hasPrefix("g"), parts[1].hasPrefix("s"), let graph = Int(parts[0].dropFirst()),
            let number = Int(parts[1].dropFirst())
        else { return nil }
        self.init(graph: graph, number: number)
    }
}
