/// A column that is added behind those of a table, for the rows of one block.
public struct AddedColumn: Sendable {
    public enum Values: Sendable {
        /// One of a few words for each row, by its number among them.
        case words([UInt8], among: [String])
        /// Some words for each row, by their numbers: one list behind another, and where each ends.
        case lists([UInt8], ends: [Int], among: [String])
        /// Not a number where there is none.
        case numbers([Double])
        case counts([UInt8])
        /// The same in every row.
        case count(Int)
        /// A text in some rows, by their numbers in the block.
        case texts([Int: String])
    }

    public let name: String
    public let values: Values
    /// Whether only points have one: what is no point has an empty cell.
    public let isOfPoints: Bool

    public init(_ name: String, _ values: Values, isOfPoints: Bool = true) {
        (self.name, self.values, self.isOfPoints) = (name, values, isOfPoints)
    }

    /// Names for the added columns: `mutau_…` where one is taken.
    public static func names(_ added: [String], beside taken: [String]) -> [String] {
        var known = Set(taken)
        return added.map { name in
            var candidate = name
            var number = 1
            while !known.insert(candidate).inserted {
                candidate = "mutau_" + name + (number > 1 ? "_\(number)" : "")
                number += 1
            }
            return candidate
        }
    }
}
