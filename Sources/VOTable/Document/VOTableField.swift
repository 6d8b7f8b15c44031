/// What a column or a parameter holds (VOTable §4.1).
public struct VOTableField: Sendable, Hashable {
    /// The XML ID; unique in the document. Readers such as astropy prefer it to the name.
    public var id: String?
    public var name: String
    public var datatype: Datatype
    public var arraysize: ArraySize
    /// As VOUnits write it, `MeV`; nil where the document is silent, empty for a pure number.
    public var unit: String?
    public var ucd: String?
    public var utype: String?
    public var description: String?
    /// The number that stands for null in a column of integers, `VALUES null="-99"`.
    public var null: String?

    public init(
        id: String? = nil, name: String, datatype: Datatype = .double, arraysize: ArraySize = .single,
        unit: String? = nil, ucd: String? = nil, utype: String? = nil, description: String? = nil, null: String? = nil
    ) {
        self.id = id
        self.name = name
        self.datatype = datatype
        self.arraysize = arraysize
        self.unit = unit
        self.ucd = ucd
        self.utype = utype
        self.description = description
        self.null = null
    }

    /// A column of texts of any length; `unicodeChar`, so that every character may occur.
    public static func text(
        _ name: String, ucd: String? = nil, utype: String? = nil, description: String? = nil
    ) -> VOTableField {
        .init(
            name: name, datatype: .unicodeChar, arraysize: .variable, ucd: ucd, utype: utype, description: description)
    }
}

/// The primitive types of the standard (VOTable §2.1).
public enum Datatype: String, Sendable, Hashable, CaseIterable {
    case boolean, bit, unsignedByte, short, int, long, char, unicodeChar, float, double, floatComplex, doubleComplex

    /// Whether its values are floating-point numbers, for which NaN stands for null.
    public var isFloatingPoint: Bool { self == .float || self == .double }
}

/// How many primitives a cell holds (VOTable §2.2).
public enum ArraySize: Sendable, Hashable {
    /// One.
    case single
    /// The product of the dimensions, the same in every row.
    case fixed(Int)
    /// As many as the cell says.
    case variable
}

/// A value that holds for a whole table, resource or document (VOTable §4.4).
public struct Param: Sendable, Hashable {
    public var field: VOTableField
    /// As the document writes it.
    public var value: String

    public var name: String { field.name }
    public var unit: String? { field.unit }
    public var ucd: String? { field.ucd }
    public var utype: String? { field.utype }

    public init(_ field: VOTableField, value: String) {
        self.field = field
        self.value = value
    }

    /// A text; written as `char` where it is ASCII, else as `unicodeChar`.
    public init(_ name: String, text: String, ucd: String? = nil, utype: String? = nil, description: String? = nil) {
        let datatype: Datatype = text.utf8.allSatisfy { $0 < 0x80 } ? .char : .unicodeChar
        field = VOTableField(
            name: name, datatype: datatype, arraysize: .variable, ucd: ucd, utype: utype, description: description)
        value = text
    }

    /// A number, written so that it is read again to the last bit.
    public init(
        _ name: String, number: Double, unit: String? = "", ucd: String? = nil, utype: String? = nil,
        description: String? = nil
    ) {
        field = VOTableField(name: name, unit: unit, ucd: ucd, utype: utype, description: description)
        value = DecimalText.text(of: number)
    }

    /// The value as a number, read as strictly as a cell of a table.
    /// - Throws: ``VOTableError/badValue(field:text:line:)`` where it is none.
    public func number() throws(VOTableError) -> Double {
        let reading = Array(value.utf8).withUnsafeBufferPointer { DecimalText.number(DecimalText.trimmed($0)) }
        guard let number = reading?.value, !number.isNaN else {
            throw .badValue(field: name, text: value, line: nil)
        }
        return number
    }
}
