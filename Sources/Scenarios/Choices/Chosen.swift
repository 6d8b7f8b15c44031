/// A value with the words it was chosen by, for answers to name it.
public struct Chosen<Value: Sendable & Hashable>: Sendable, Hashable {
    /// As the command line and scenario files take it.
    public let text: String
    public let value: Value

    /// A value that has a name.
    init(named text: String, _ value: Value) {
        self.text = text
        self.value = value
    }
}
