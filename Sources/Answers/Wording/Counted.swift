/// A count and what is counted: "1 block", "3 blocks".
public enum Counted {
    /// - Parameter noun: one of them; more have an s behind.
    public static func text(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
