import ConstraintKit

extension Reference {
    /// Authors, title and journal in one line, from its fields: `J. P. Lees et al. (BaBar), Search for a muonic dark force at
    /// BABAR, Phys. Rev. D 94, 011102 (2016)`; the words of its card where no title is known.
    var sentence: String {
        guard let title = self[.title].text else { return citation }
        let collaboration = self[.collaboration].text
        let authors = self[.authors].text.map(Self.names)
        let writers =
            authors.map { $0 + (collaboration.map { " (\($0))" } ?? "") } ?? collaboration.map { "\($0) Collaboration" }
        let year = self[.year].text.map { " (\($0))" } ?? ""
        var place: [String] = []
        if let journal = self[.journal].text {
            place = [
                journal + (self[.volume].text.map { " \($0)" } ?? ""), self[.pages].text ?? "",
            ].filter { !$0.isEmpty }
        }
        return ([writers, title].compactMap(\.self) + place).joined(separator: ", ") + year
    }

    /// `Laha, R. and Dasgupta, B. and Beacom, J. F.` as it is read: `R. Laha, B. Dasgupta and J. F. Beacom`.
    private static func names(_ text: String) -> String {
        var names = text.split(separator: " and ").map { name in
            let parts = name.split(separator: ", ", maxSplits: 1)
            return parts.count == 2 ? "\(parts[1]) \(parts[0])" : String(name)
        }
        guard names.count > 1, let last = names.popLast() else { return names.first ?? text }
        return names.joined(separator: ", ") + (last == "others" ? " et al." : " and \(last)")
    }
}
