import ConstraintKit
import CurveFormats

/// Finds out from the user what neither the files nor the options say.
package struct CardQuestions {
    /// nil where nobody can answer; what is missing is then an error.
    package let questions: Questions?

    package init(questions: Questions?) { self.questions = questions }

    /// The document of some files, and the options with what was answered: they read the files so once more.
    /// - Throws: ``CurveFormatError`` for what can't be asked for.
    package func document(
        from files: [CurveFile], _ options: ImportOptions
    ) throws -> (read: ReadDocument, options: ImportOptions) {
        var options = options
        if files.isEmpty, options.stem == nil { options.stem = options.title.flatMap(stemOfTitle) }
        while true {
            do {
                let read = try importCurves(files, options: options)
                guard let questions, !files.isEmpty, read.document.limits.isEmpty, options.side == nil else {
                    let document = try named(read, files, options)
                    options.title = document.document.card.title
                    options.references = document.document.card.references
                    return (document, options)
                }
                // Without a side the file passes for a table of something else.
                options.side = try questions.choose("Which side of the curve is excluded?", default: .above)
            } catch let error as CurveFormatError {
                guard let questions, try ask(questions, for: error, &options) else { throw error }
            }
        }
    }

    /// With a name and a stem: those that the file has, else those that the user gives now.
    private func named(_ read: ReadDocument, _ files: [CurveFile], _ options: ImportOptions) throws -> ReadDocument {
        var read = read
        let isNamed = options.title != nil || read.document.card.title != read.document.card.stem
        if let questions, !isNamed {
            let title = read.document.card.title
            read.document.card.title = try questions.ask("Name in figures and tables", default: title) { $0 }
        }
        guard options.stem == nil, try isNamedAfterFile(read, files, options) else { return read }
        let proposed = stemOfTitle(read.document.card.title) ?? read.document.card.stem
        read.document.card.stem =
            try questions?.ask("Stem, its name on the command line", default: proposed, reader(.stem)) ?? proposed
        if let questions, read.document.card.references.isEmpty {
            let arxiv = try questions.ask("arXiv number, 2412.01234 say", default: "none") { $0 }
            if arxiv != "none" { read.document.card.references = [Reference(arxiv: arxiv, citation: "")] }
        }
        return read
    }

    /// Whether the stem is that of the first file's name, because nothing else gave one: a better one can be made.
    private func isNamedAfterFile(
        _ read: ReadDocument, _ files: [CurveFile], _ options: ImportOptions
    ) throws(CurveFormatError) -> Bool {
        guard !files.isEmpty else { return false }
        var renamed = files
        renamed[0].name = "other-" + files[0].name
        return try importCurves(renamed, options: options).document.card.stem != read.document.card.stem
    }

    /// - Returns: whether the error was one that a question settles.
    private func ask(
        _ questions: Questions, for error: CurveFormatError, _ options: inout ImportOptions
    ) throws -> Bool {
        switch error {
        case .missing(let items, _):
            for item in items { try ask(questions, for: item, &options) }
        case .quantityUnsettled(let column, let found, _):
            options.quantity = try questions.choose("What does '\(ErrorText.clipped(column))' hold?", default: found)
        case .mixingNeeded:
            options.mixing = try questions.ask(
                "Kinetic mixing, natural or ε/g′", default: "natural", reader(.kineticMixing))
        default: return false
        }
        return true
    }

    private func ask(_ questions: Questions, for item: MissingItem, _ options: inout ImportOptions) throws {
        func listed(_ names: [String]) -> String { ErrorText.clipped(names.joined(separator: ", "), to: 200) }
        switch item {
        case .kind where options.kind == nil:
            options.kind = try questions.choose("What is the curve worth?", default: .observed)
        case .confidenceLevel where options.confidenceLevel == nil:
            options.confidenceLevel = try questions.ask(
                "Confidence level (0.9, 90% or 'not stated')", reader(.confidenceLevel))
        case .excludedSide where options.side == nil:
            options.side = try questions.choose("Which side of the curve is excluded?", default: .above)
        case .topology where options.topology == nil:
            options.topology = try questions.choose("How are its points joined?", default: .closed)
        case .massColumn(_, let found) where options.massColumn == nil:
            options.massColumn = try questions.ask("Which column is the mass (\(listed(found)))?", default: "1") { $0 }
        case .couplingColumn(_, let found) where options.couplingColumn == nil:
            options.couplingColumn = try questions.ask(
                "Which column is the coupling (\(listed(found)))?", default: "2"
            ) { $0 }
        case .massUnit(_, let column) where options.massUnit == nil:
            options.massUnit = try questions.choose("Unit of '\(ErrorText.clipped(column))'")
        case .quantity(_, let column) where options.quantity == nil:
            options.quantity = try questions.choose(
                "What does '\(ErrorText.clipped(column))' hold?", default: .coupling)
        case .stem where options.stem == nil:
            options.stem = try questions.ask("Stem, its name on the command line", reader(.stem))
        default: return
        }
    }
}

/// A reader of answers that says what may be written.
private func reader<Value>(_ form: TextForm<Value>) -> (String) throws -> Value {
    { text in
        do throws(UnreadableText) { return try form.read(text) } catch {
            throw ErrorReport(
                "'\(ErrorText.clipped(text))' can't be read: write \(error.expected)", code: ExitStatus.usage)
        }
    }
}
