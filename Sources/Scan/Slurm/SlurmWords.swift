/// What sbatch takes for times and sizes, so far as mutau has to understand it.
public enum SlurmWords {
    /// The seconds of `minutes`, `minutes:seconds`, `hours:minutes:seconds`, `days-hours` and longer; infinity for
    /// `UNLIMITED`; nil for what is no time.
    public static func seconds(of text: String) -> Double? {
        if ["unlimited", "infinite"].contains(text.lowercased()) { return .infinity }
        let halves = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let clock = halves.last, halves.count <= 2 else { return nil }
        var parts: [Double] = []
        for part in clock.split(separator: ":", omittingEmptySubsequences: false) {
            guard let number = wholeNumber(part) else { return nil }
            parts.append(number)
        }
        guard parts.count <= 3 else { return nil }
        if halves.count == 2 {
            guard let days = wholeNumber(halves[0]) else { return nil }
            let units: [Double] = [3600, 60, 1]
            return zip(parts, units).reduce(days * 86_400) { $0 + $1.0 * $1.1 }
        }
        let units: [Double] = parts.count == 3 ? [3600, 60, 1] : [60, 1]
        return zip(parts, units).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// Whether a text is a size: `2G`, `500M`, `4000`.
    public static func isSize(_ text: String) -> Bool {
        let digits = text.last.map { "KMGTkmgt".contains($0) } == true ? text.dropLast() : text[...]
        return wholeNumber(digits) != nil
    }

    private static func wholeNumber(_ text: Substring) -> Double? {
        guard !text.isEmpty, text.utf8.count <= 9, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Double(text)
    }
}
