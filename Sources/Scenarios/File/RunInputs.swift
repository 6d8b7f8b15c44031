import Files

/// What a run was made from, by digests: the same inputs and the same scenario make the same answer.
public struct RunInputs: Sendable, Hashable {
    /// Of the document of each bound, by stem.
    public var documents: [String: SHA256]
    /// Of the library of each bound that a plugin computes, by stem.
    public var code: [String: SHA256]
    /// Of each data set and each file that the scenario names, by that name.
    public var files: [String: SHA256]

    public init(documents: [String: SHA256] = [:], code: [String: SHA256] = [:], files: [String: SHA256] = [:]) {
        self.documents = documents
        self.code = code
        self.files = files
    }

    /// These and others.
    public func with(files others: [String: SHA256]) -> RunInputs {
        var inputs = self
        inputs.files.merge(others) { first, _ in first }
        return inputs
    }
}

extension Scenario {
    /// The digests of the files that were read for its choices, by the names it has for them. The data of IceCube, which
    /// are read where a fit wants them, and the documents of bounds are not among them.
    public var filesRead: [String: SHA256] {
        var files: [String: SHA256] = [:]
        for choice in ScenarioChoice.all {
            guard let digest = choice.digest?(self), let name = choice.write(self)?.text else { continue }
            files[name] = digest
        }
        return files
    }
}

extension RunInputs {
    /// That a document is the one of an earlier run.
    /// - Throws: ``RecordedRunError``
    public func check(document: SHA256, code: SHA256?, of stem: String) throws(RecordedRunError) {
        if let recorded = documents[stem], recorded != document {
            throw .otherDocument(stem: stem, recorded: recorded, found: document)
        }
        guard documents[stem] != nil, self.code[stem] != code else { return }
        throw .otherCode(stem: stem, recorded: self.code[stem], found: code)
    }

    /// That the files a scenario has read are those of an earlier run, as far as that had them.
    /// - Throws: ``RecordedRunError``
    public func check(files found: [String: SHA256]) throws(RecordedRunError) {
        for (name, digest) in found.sorted(by: { $0.key < $1.key }) {
            guard let recorded = files[name], recorded != digest else { continue }
            throw .otherFile(name: name, recorded: recorded, found: digest)
        }
    }
}

/// Why an earlier answer can't be made again.
public enum RecordedRunError: Error, Sendable, Hashable {
    /// A bound is not at hand.
    case missingDocument(stem: String)
    /// Its document is another one.
    case otherDocument(stem: String, recorded: SHA256, found: SHA256)
    /// The code that computes it is another one; nil where it is the program's own.
    case otherCode(stem: String, recorded: SHA256?, found: SHA256?)
    /// A data set, or a file that the scenario names, is not at hand.
    case missingFile(name: String)
    /// A file that was laid over the bounds is not at hand; `stems` are those of all bounds that lack a document.
    case missingOverlay(path: String, stems: [String])
    /// It is another one.
    case otherFile(name: String, recorded: SHA256, found: SHA256)
}
