import Answers
import Assessment
import Physics
import Scenarios

extension BoundSet {
    /// BibTeX of everything that their scenario uses: the program itself, the bounds, data and parameters.
    package var bibliography: String {
        get throws {
            let data = try DataSetLibrary().dataSets(of: scenario).dataSets.flatMap(\.references)
            let parameters = try ParameterSet.named(scenario.conventions.parameterSet).references
            return program.bibTeX + "\n" + Bibliography(references: references + data + parameters).bibTeX
        }
    }
}

/// As `CITATION.cff` has it.
private let program = SoftwareEntry(
    key: "mutau", title: "mutau: bounds on a light Lμ−Lτ gauge boson and the IceCube neutrino spectrum",
    author: "The mutau maintainers", version: ProgramVersion.number, doi: ProgramVersion.doi, note: ProgramVersion.text)
