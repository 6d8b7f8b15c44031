import Documents

/// Long texts that stand in several places of a page's tables, each written once: scenarios have most of their bounds, and
/// those their packed numbers, in common.
enum SharedTexts {
    /// What is shorter costs less where it stands.
    private static let least = 64

    /// `{"texts": …, "tables": …}`: in the tables `{"shared": n}` where the n-th text stands.
    static func taken(outOf tables: JSONValue) -> JSONValue {
        var counts: [String: Int] = [:]
        count(tables, &counts)
        var (texts, places): ([String], [String: Int]) = ([], [:])
        let rest = replaced(tables) { text in
            guard counts[text, default: 0] > 1 else { return nil }
            if let place = places[text] { return place }
            places[text] = texts.count
            texts.append(text)
            return texts.count - 1
        }
        return ["texts": .texts(texts), "tables": rest]
    }

    private static func count(_ value: JSONValue, _ counts: inout [String: Int]) {
        switch value {
        case .text(let text): if text.utf8.count > least { counts[text, default: 0] += 1 }
        case .array(let values): for value in values { count(value, &counts) }
        case .object(let members): for member in members { count(member.value, &counts) }
        case .null, .boolean, .integer, .number: break
        }
    }

    private static func replaced(_ value: JSONValue, _ place: (String) -> Int?) -> JSONValue {
        switch value {
        case .text(let text): place(text).map { ["shared": .integer($0)] } ?? value
        case .array(let values): .array(values.map { replaced($0, place) })
        case .object(let members): .object(members.map { .init($0.key, replaced($0.value, place)) })
        case .null, .boolean, .integer, .number: value
        }
    }
}
