import ConstraintKit
import CurveArchive
import Documents

/// A publication with all its fields: each says what it is, that there is none, or that nobody has verified it.
public struct PublicationRecord: Record {
    let key: String?
    let reference: Reference

    init(_ entry: Bibliography.Entry) { (key, reference) = (entry.key, entry.reference) }

    init(_ reference: Reference) {
        key = BibliographyKey.key(of: reference)
        self.reference = Publications.ofProgram.completed(reference)
    }

    public static let fields: [Field<PublicationRecord>] =
        [
            Field("key", "Its key in the BibTeX that 'cite' writes; null where nothing identifies it.") { $0.key },
            Field("text", "Authors, title and journal in one line.") { $0.reference.sentence },
        ] + ReferenceField.all.map(field)

    private static func field(_ field: ReferenceField) -> Field<PublicationRecord> {
        Field(
            field.key,
            "\(field.meaning) '\(ReferenceFact.noneExists.words)' where it has none, '\(ReferenceFact.notVerified.words)' "
                + "where that is not known."
        ) { $0.reference[field].words }
    }
}

/// What `cite` tells of the publications behind a scenario.
public struct CitationReport: ListAnswer {
    public static let schemaName = "cite"
    public static let schemaVersion = 1
    public static let meaning = "The publications behind a scenario, each with all its bibliographic fields."
    public let rows: [PublicationRecord]
    /// A line for each, for people.
    public let text: String

    public init(_ bibliography: Bibliography) {
        rows = bibliography.entries.map(PublicationRecord.init) + bibliography.unkeyed.map(PublicationRecord.init)
        text = bibliography.text
    }
}
