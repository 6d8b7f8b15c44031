/// A bound as data: its card, its curves, and whatever else its publication gives.
public struct Document: Sendable, Hashable {
    /// What the bound is and where its numbers come from.
    public var card: Card
    /// The statements in the plane; empty for a bound that is computed from parameters or a table.
    public var limits: [Limit]
    /// Further tables by name, `n_eff` against mass for instance.
    public var tables: [String: AuxiliaryTable]
    /// Numbers by name, `delta_a_mu` for instance; units are part of the name where there are any.
    public var parameters: [String: Double]
    /// The URL it was fetched from; nil where it came from nowhere on the network.
    public var fetchedFrom: String?

    public init(
        card: Card, limits: [Limit] = [], tables: [String: AuxiliaryTable] = [:], parameters: [String: Double] = [:]
    ) {
        self.card = card
        self.limits = limits
        self.tables = tables
        self.parameters = parameters
    }

    /// The statements of the kind that the card announces.
    public var ownLimits: [Limit] { limits(of: card.kind) }

    /// The statements of a kind.
    public func limits(of kind: Kind) -> [Limit] { limits.filter { $0.kind == kind } }

    /// A number the bound can't do without.
    /// - Throws: ``DocumentError/parameterMissing(stem:name:)``
    public func parameter(_ name: String) throws(DocumentError) -> Double {
        guard let value = parameters[name] else { throw .parameterMissing(stem: card.stem, name: name) }
        return value
    }

    /// A number the bound can't do without, above zero and at most `limit`.
    /// - Throws: ``DocumentError/parameterMissing(stem:name:)``, or
    ///   ``DocumentError/parameterOutOfRange(stem:name:value:expected:)``
    public func positiveParameter(
        _ name: String, atMost limit: Double = .greatestFiniteMagnitude
    ) throws(DocumentError) -> Double {
        let value = try parameter(name)
        guard value > 0, value <= limit else {
            let expected = limit == .greatestFiniteMagnitude ? "above 0" : "above 0 and at most \(limit)"
            throw .parameterOutOfRange(stem: card.stem, name: name, value: value, expected: expected)
        }
        return value
    }

    /// A table the bound can't do without.
    /// - Throws: ``DocumentError/tableMissing(stem:name:)``
    public func table(_ name: String) throws(DocumentError) -> AuxiliaryTable {
        guard let table = tables[name] else { throw .tableMissing(stem: card.stem, name: name) }
        return table
    }
}

/// One statement in the plane: a region and what it is worth.
public struct Limit: Sendable, Hashable {
    /// The name of its table in the document, `observed` for instance.
    public var name: String
    /// What it is worth; those of the card's own kind are what the bound is made of.
    public var kind: Kind
    /// The level of this curve.
    public var confidenceLevel: ConfidenceLevel
    /// Which masses and couplings it covers.
    public var region: Region

    public init(name: String, kind: Kind, confidenceLevel: ConfidenceLevel, region: Region) {
        self.name = name
        self.kind = kind
        self.confidenceLevel = confidenceLevel
        self.region = region
    }
}

/// Columns of numbers beside the curves of a document.
public struct AuxiliaryTable: Sendable, Hashable {
    /// A named column; the unit as VOUnits, empty where there is none.
    public struct Column: Sendable, Hashable {
        public var name: String
        public var unit: String
        public var values: [Double]
        public init(name: String, unit: String, values: [Double]) {
            self.name = name
            self.unit = unit
            self.values = values
        }
    }

    /// In the order of the document.
    public var columns: [Column]

    public init(columns: [Column]) { self.columns = columns }

    /// The values of a column.
    /// - Throws: ``DocumentError/columnMissing(name:)``
    public func column(_ name: String) throws(DocumentError) -> [Double] {
        guard let column = columns.first(where: { $0.name == name }) else { throw .columnMissing(name: name) }
        return column.values
    }
}

/// Why a bound can't be made from a document.
public enum DocumentError: Error, Sendable, Hashable {
    /// The document lacks a number that the bound needs.
    case parameterMissing(stem: String, name: String)
    /// A number can't be what its name says; `expected` says what could.
    case parameterOutOfRange(stem: String, name: String, value: Double, expected: String)
    /// The document lacks a table that the bound needs.
    case tableMissing(stem: String, name: String)
    /// A table lacks a column that the bound needs.
    case columnMissing(name: String)
    /// The document has no curve of the kind its card announces.
    case noLimit(stem: String)
    /// The bound is a curve, which draws a line and says no more.
    case noLikelihood(stem: String)
    /// A table is there and does not make the function it should.
    case unusableTable(stem: String, name: String, reason: String)
}
