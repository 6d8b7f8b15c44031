import Assessment
import ConstraintKit

extension BoundVerdict {
    /// What is said where there is neither limit nor edge at the mass.
    var wordsWithoutEdge: String {
        switch verdict {
        case .preferred: "it favours every coupling there"
        case .disfavoured: "it favours no coupling there"
        case .excluded: "every coupling is excluded there"
        case .allowed, .silent, .failed: "it excludes no coupling there"
        }
    }

    /// Whether it is of a band of couplings that are favoured, which has edges and no limit.
    var isOfBand: Bool {
        switch verdict {
        case .preferred, .disfavoured: true
        case .excluded, .allowed, .silent, .failed: false
        }
    }
}

extension Method {
    /// How the numbers of a document were obtained, `digitised from a figure`.
    var asParticiple: String {
        switch self {
        case .published: "published as a table"
        case .digitised: "digitised from a figure"
        case .reconstructed: "reconstructed"
        case .computed: "inputs of a formula"
        case .notStated: "of an origin that is not stated"
        }
    }
}
