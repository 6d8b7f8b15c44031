import ConstraintKit

extension CardField {
    /// The facts of a card, in the order in which answers give them.
    public static let all = [
        stem, title, summary, kind, confidenceLevel, statistic, kineticMixing, assumptions, texkey, arxiv, doi,
        citation,
        references, method, methodNote, status, alternatives, shortName, exposure, statisticKind, signalPower,
        mixingPower,
        curveError, chargeRule,
    ]

    /// Those that say what a bound excludes, under what it holds and whether it counts: another version of a curve that
    /// says otherwise of one is another statement, whatever its points are. A fact decides unless it is named here as one
    /// that only tells.
    public static let deciding = all.filter { field in !telling.contains { $0.key == field.key } }

    /// Those that only tell of a bound, and whom to cite for it.
    public static let telling = [stem, title, summary, references, texkey, arxiv, doi, citation, methodNote]

    public static let stem = CardField(
        "stem", "The name of the bound in files and on the command line.", .stem, said: \.stem,
        utype: "limit:Limit.stem", lines: { _ in [] }, value: { $0.stem })

    public static let title = CardField(
        "title", "A short name for figures and tables.", .visibleText, said: \.title, place: .resourceName,
        lines: { _ in [] }, value: { $0.title })

    public static let summary = CardField(
        "summary", "What was measured or computed, in one sentence.", .text, said: \.summary, place: .description,
        value: { $0.summary })

    public static let kind = CardField(
        "kind", "What the curve is worth.", .word, said: \.kind, place: .params(ofEachCurve: true),
        utype: "limit:Curve.kind", ucd: "meta.code.class", lines: { [$0.kind.words] }, value: { $0.kind })

    public static let confidenceLevel = CardField(
        "confidence_level", "The confidence level of the limit.", .confidenceLevel, said: \.confidenceLevel,
        placeholder: "level", place: .params(ofEachCurve: true),
        parts: [
            CardPart(
                "confidence_level", .optional(.fraction),
                param: NativeParam("confidence_level", "limit:Curve.confidenceLevel", ucd: "stat.confidenceLevel"),
                value: { $0.confidenceLevel.fraction.map { .number($0) } ?? .null }),
            CardPart(
                "confidence_level_basis", .word(["stated", "inferred", "not stated"]),
                param: NativeParam("confidence_level_basis", "limit:Curve.confidenceLevelBasis"),
                value: { .text($0.confidenceLevel.basis) }),
        ], lines: { [$0.confidenceLevel.words] }, value: { $0.confidenceLevel })

    public static let statistic = CardField(
        "statistic", "The statistical procedure, CLs for instance.", .text, said: \.statistic, isOptional: true,
        utype: "limit:Curve.statistic", value: { $0.statistic })

    public static let kineticMixing = CardField(
        "kinetic_mixing", "The kinetic mixing the numbers were derived with, ε/g′.", .kineticMixing,
        said: \.mixing, utype: "limit:Model.kineticMixing", value: { $0.kineticMixing })

    public static let assumptions = CardField(
        key: "assumptions", itemKey: "assumption", help: "What the bound takes for granted beyond the model itself.",
        expected: TextForm.text.expected, words: [], placeholder: nil,
        parts: [CardPart("assumptions", .list(of: .text), value: { .list($0.assumptions.map { .text($0) }) })],
        isInText: true, place: .infos,
        read: { text, options throws(UnreadableText) in options.card.assumptions.append(text) },
        texts: { $0.card.assumptions },
        complete: { if $0.assumptions.isEmpty { $0.assumptions = $1.assumptions } }, lines: { $0.assumptions })

    public static let references = CardField(
        key: "references", itemKey: "reference",
        help: "A publication to be cited for the bound, the one with the numbers first.",
        expected: TextForm.references.expected, words: [], placeholder: nil,
        parts: [CardPart("references", .list(of: Reference.type), value: { .list($0.references.map(\.value)) })],
        isInText: true, place: .references,
        read: { text, options throws(UnreadableText) in options.card.references += try TextForm.references.read(text) },
        texts: { $0.card.references.map { TextForm.references.write([$0]) } },
        complete: { if $0.references.isEmpty { $0.references = $1.references } },
        lines: { $0.references.map(\.words) })

    public static let texkey = CardField(
        partOfReference: "texkey", "The INSPIRE texkey of a single reference.", \.texkey)

    public static let arxiv = CardField(
        partOfReference: "arxiv", "The arXiv number of a single reference.", \.arxiv,
        read: { arxivNumbers(in: "arxiv:" + $0).first ?? $0 })

    public static let doi = CardField(partOfReference: "doi", "The DOI of a single reference.", \.doi)

    public static let citation = CardField(
        partOfReference: "citation", "Authors, title and journal of a single reference, in one line.", \.citationIfAny)

    public static let method = CardField(
        "method", "How the numbers were obtained.", .word, said: \.method, utype: "limit:Digitisation.method",
        value: { $0.method }
    ).withNote

    public static let methodNote = CardField(
        "method_note", "How exactly the numbers were obtained, in words.", .text, said: \.methodNote, isOptional: true,
        utype: "limit:Digitisation.note", value: { $0.methodNote })

    public static let status = CardField(
        "status", "Whether the bound has been checked against its publication.", .word, said: \.status,
        utype: "limit:Limit.status", value: { $0.status })
}

extension CardField {
    /// What can be said of a file besides the facts of its card: how to read it.
    public static let ofReading = [
        excludedSide, topology, massUnit, couplingUnit, quantity, massColumn, couplingColumn, table, curves, parameters,
        massLimit,
    ]

    public static let excludedSide = CardField(
        reading: "excluded_side", "The side of the curve that is excluded.", .word, \.side)

    public static let topology = CardField(
        reading: "topology", "How the points are joined.", .word, \.topology)

    public static let massUnit = CardField(reading: "mass_unit", "The unit of the mass column.", .word, \.massUnit)

    public static let couplingUnit = CardField(
        reading: "coupling_unit", "The unit of the coupling column, 1e-3 or none.", .numberUnit, \.couplingUnit,
        placeholder: "unit")

    public static let quantity = CardField(
        reading: "quantity", "What the coupling column holds.", .word, \.quantity)

    public static let massColumn = CardField(
        reading: "mass_column", "The mass column by name, or by number from 1.", .text, \.massColumn,
        placeholder: "column")

    public static let couplingColumn = CardField(
        reading: "coupling_column", "The coupling column by name, or by number from 1.", .text, \.couplingColumn,
        placeholder: "column")

    public static let table = CardField(
        reading: "table", "The table to take of a submission to HEPData.", .text, \.table, isInText: false,
        placeholder: "name")

    public static let curves = CardField(
        key: "curves", itemKey: "curve", help: "The curve to take of a file that holds several.",
        expected: TextForm.text.expected, words: [], placeholder: "name", parts: [], isInText: false, place: .none,
        read: { text, options throws(UnreadableText) in options.curves.append(text) }, texts: \.curves,
        complete: { _, _ in }, lines: { _ in [] })

    public static let parameters = CardField(
        key: "parameters", itemKey: "parameter", help: "A number by name.", expected: TextForm.namedNumber.expected,
        words: [], placeholder: "name=value", parts: [], isInText: true, place: .none,
        read: { text, options throws(UnreadableText) in
            let number = try TextForm.namedNumber.read(text)
            options.parameters[number.name] = number.value
        },
        texts: { $0.parameters.sorted { $0.key < $1.key }.map { TextForm.namedNumber.write(.init($0.key, $0.value)) } },
        complete: { _, _ in }, lines: { _ in [] })

    public static let massLimit = CardField(
        reading: "mass_limit", "A bound that excludes every mass below one, for couplings above a floor.", .massLimit,
        \.massLimit, isInText: false, placeholder: "mass,floor")
}
