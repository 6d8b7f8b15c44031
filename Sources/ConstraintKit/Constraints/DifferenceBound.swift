/// A bound that two numbers make: a measured value less a predicted one, and the error of that.
///
/// Whoever asks for a difference of their own, an option of the command line for instance, gets the document from the type
/// that serves the known ones.
public protocol DifferenceBound: Constraint {
    /// The document of a difference that is none of the known ones, under a stem that the type serves.
    /// - Throws: ``DocumentError/parameterOutOfRange(stem:name:value:expected:)`` for numbers that can't be meant.
    static func document(value: Double, sigma: Double) throws -> Document
}

extension ComputedOrSupplied: DifferenceBound where Formula: DifferenceBound {
    public static func document(value: Double, sigma: Double) throws -> Document {
        try Formula.document(value: value, sigma: sigma)
    }
}
