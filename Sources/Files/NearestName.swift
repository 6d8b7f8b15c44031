/// The name that a mistyped one most likely stands for; nil where none is near.
///
/// Near means: at most a third of its letters inserted, dropped, replaced or swapped with the next. Capitals count as
/// small letters, and `_` and blanks as `-`.
public func nearestName(to text: String, among names: some Sequence<String>) -> String? {
    let wanted = folded(text)
    guard !wanted.isEmpty, wanted.count <= 200 else { return nil }
    var best: (name: String, distance: Int)?
    for name in names {
        let distance = editDistance(wanted, folded(name))
        guard distance <= max(1, wanted.count / 3), distance < best?.distance ?? .max else { continue }
        best = (name, distance)
    }
    return best?.name
}

/// The names that one may stand for: all that begin so, each once, however many; where none does, the nearest.
public func namesMeant(by text: String, among names: some Sequence<String>) -> [String] {
    let wanted = folded(text)
    guard !wanted.isEmpty, wanted.count <= 200 else { return [] }
    var longer: [String] = []
    for name in names where folded(name).starts(with: wanted) && !longer.contains(name) { longer.append(name) }
    return longer.isEmpty ? [nearestName(to: text, among: names)].compactMap(\.self) : longer
}

private func folded(_ text: String) -> [Character] {
    text.lowercased().map { $0 == "_" || $0 == " " ? "-" : $0 }
}

/// The number of insertions, deletions, replacements and swaps of neighbours between two texts: Damerau's distance in
/// its restricted form, where no letter is touched twice.
func editDistance(_ first: [Character], _ second: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for (row, letter) in first.enumerated() {
        var current = [row + 1]
        for (column, other) in second.enumerated() {
            var cost = min(last[column] + (letter == other ? 0 : 1), last[column + 1] + 1, current[column] + 1)
            if row > 0, column > 0, letter == second[column - 1], first[row - 1] == other {
                cost = min(cost, beforeLast[column - 1] + 1)
            }
            current.append(cost)
        }
        (beforeLast, last) = (last, current)
    }
    return last[second.count]
}
