import Answers
import Assessment
import ConstraintKit
import Physics
import Scenarios

extension BoundSet {
    /// BibTeX of everything that their scenario uses: the program itself, the bounds, data and parameters.
    package var bibliography: String { get throws { program.bibTeX + "\n" + (try publications).bibTeX } }

    /// The same as lines to be read.
    package var referenceList: String { get throws { program.text + "\n" + (try publications).text } }

    /// The publications alone, with all their fields.
    package var citationReport: CitationReport { get throws { CitationReport(try publications) } }

    /// A sentence in LaTeX for the caption of a figure or table, which cites the same by the keys of ``bibliography``.
    package var captionSentence: String {
        get throws {
            let parts = [
                ("the bounds", Bibliography(references: references)),
                ("IceCube's data", Bibliography(references: try dataReferences)),
                ("the parameters", Bibliography(references: try parameterReferences)),
            ]
            let sources = parts.compactMap { part in part.1.latexCitation.map { "\(part.0) are from Refs." + $0 } }
            let ending = sources.isEmpty ? "" : "; " + sources.joined(separator: ", ")
            return "Made with mutau~\\cite{\(program.key)}, version \(ProgramVersion.number)\(ending).\n"
        }
    }

    private var publications: Bibliography {
        get throws { Bibliography(references: references + (try dataReferences) + (try parameterReferences)) }
    }

    private var dataReferences: [Reference] {
        get throws { try DataSetLibrary().dataSets(of: scenario).dataSets.flatMap(\.references) }
    }

    private var parameterReferences: [Reference] {
        get throws { try ParameterSet.named(scenario.conventions.parameterSet).references }
    }
}

/// As `CITATION.cff` has it.
private let program = SoftwareEntry(
    key: "mutau", title: "mutau: bounds on a light Lμ−Lτ gauge boson and the IceCube neutrino spectrum",
    author: "The mutau maintainers", version: ProgramVersion.number, year: ProgramVersion.year, doi: ProgramVersion.doi,
    note: ProgramVersion.text)
