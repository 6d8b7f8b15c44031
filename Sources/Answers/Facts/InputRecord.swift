import Documents
import Files
import Scenarios

/// A data set, or a file that the scenario names, as it was read.
struct InputRecord: Record {
    let name: String
    let digest: SHA256

    static let fields: [Field<InputRecord>] = [
        Field("name", "As the scenario names it.") { $0.name },
        Field("sha256", "Of its contents.") { $0.digest.hexadecimal },
    ]

    static func field<Root>(_ inputs: @escaping @Sendable (Root) -> RunInputs) -> Field<Root> {
        Field("inputs", "The data sets and files that the scenario names, as they were read.") {
            inputs($0).files.sorted { $0.key < $1.key }.map { InputRecord(name: $0.key, digest: $0.value) }
        }
    }
}

/// The document of a bound, and the code that computes the bound where that is not the program's own.
struct DocumentRecord: Record {
    let stem: String
    let digest: SHA256
    let code: SHA256?

    static let fields: [Field<DocumentRecord>] = [
        Field("stem", "Name of the bound.") { $0.stem },
        Field("sha256", "Of the document.") { $0.digest.hexadecimal },
        Field("code", "The code of the plugin that computes it.", ifPresent: { $0.code.map(LibraryRecord.init) }),
    ]

    static func field<Root>(_ inputs: @escaping @Sendable (Root) -> RunInputs) -> Field<Root> {
        Field("documents", "The documents of the scenario's bounds.") { root in
            let inputs = inputs(root)
            return inputs.documents.sorted { $0.key < $1.key }.map {
                DocumentRecord(stem: $0.key, digest: $0.value, code: inputs.code[$0.key])
            }
        }
    }
}

/// A library, by its contents alone.
private struct LibraryRecord: Record {
    let digest: SHA256

    static let fields: [Field<LibraryRecord>] = [Field("sha256", "Of the library.") { $0.digest.hexadecimal }]
}
