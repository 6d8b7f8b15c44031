import ConstraintKit
import CurveArchive
import CurveFormats

/// A bound that is added for one inquiry: a curve as numbers, or a function that answers for each mass.
package struct Addition: Sendable {
    /// What is said of it, as `add` takes it.
    private var card: ImportOptions
    private let file: CurveFile
    /// The function; nil for a curve.
    let bound: (any CouplingBound)?

    /// - Parameters:
    ///   - masses: [MeV]
    ///   - couplings: as many.
    package init(_ card: ImportOptions, masses: [Double], couplings: [Double]) {
        // A heading says only what nobody else does: there is no file that could say otherwise.
        let heading = (card.massUnit == nil ? "mass_MeV" : "mass") + (card.quantity == nil ? ",coupling" : ",limit")
        file = Self.file(masses, couplings, heading: heading)
        self.card = card
        if card.quantity != nil { self.card.couplingColumn = card.couplingColumn ?? "2" }
        bound = nil
    }

    /// - Throws: ``ErrorReport`` where the card tells how to read a file.
    package init(_ card: ImportOptions, bound: any CouplingBound) throws(ErrorReport) {
        let ofFiles = CardField.ofReading.filter { $0.key != CardField.parameters.key && !$0.texts(card).isEmpty }
        if let field = ofFiles.first {
            throw ErrorReport(
                "--\(field.optionName) tells how to read a file, and this bound is a function: it says which g′ are meant "
                    + "at masses in MeV; leave --\(field.optionName) out", code: ExitStatus.usage)
        }
        (self.card, self.bound) = (card, bound)
        // What is said of it is read with a curve, which is then taken away.
        file = Self.file([1, 2], [1, 1])
        self.card.side = .above
    }

    private static func file(
        _ masses: [Double], _ couplings: [Double], heading: String = "mass_MeV,coupling"
    ) -> CurveFile {
        let rows = zip(masses, couplings).map { "\($0),\($1)\n" }
        return CurveFile(name: "curve.csv", bytes: Array((heading + "\n" + rows.joined()).utf8))
    }

    /// Its document.
    /// - Throws: ``CurveFormatError``, and ``ErrorReport`` where its stem is another bound's.
    func entry(beside catalogue: Catalogue, _ others: [CatalogueEntry]) throws -> CatalogueEntry {
        var options = card
        if options.stem == nil { options.stem = options.title.flatMap(stemOfTitle) }
        let read = try importCurves([file], options: options)
        if bound == nil { for warning in read.warnings { Console.warn(warning.explanation) } }
        var document = read.document
        if bound != nil { (document.limits, document.card.method) = ([], .computed) }
        let stem = document.card.stem
        guard !catalogue.stems.contains(stem), !others.contains(where: { $0.stem == stem }) else {
            throw ErrorReport("'\(stem)' is another bound: give yours another name with --stem", code: ExitStatus.usage)
        }
        return CatalogueEntry(given: document)
    }
}
