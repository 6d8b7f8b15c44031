import ArgumentParser
import Assessment
import ConstraintKit
import CurveArchive
import Scenarios

/// One of a group of alternatives as the user names it: by its short name or stem, or by a difference `VALUE±SIGMA`.
package struct AlternativeChoice {
    package let stem: String
    package let group: String
    /// The difference it is; nil for one whose document is at hand.
    package let difference: StatedDifference?

    /// The group that `--g-minus-2` chooses from.
    package static let gMinus2 = "muon g-2"

    /// - Parameter text: what `--g-minus-2` says.
    package init(gMinus2 text: String, _ declared: DeclaredAlternatives, _ linkedBounds: LinkedBounds) throws {
        group = Self.gMinus2
        let members = declared.members(of: group)
        let name = text.lowercased()
        if let known = members.first(where: { $0.shortName.lowercased() == name || $0.stem.lowercased() == name }) {
            (stem, difference) = (known.stem, nil)
        } else if let stated = StatedDifference(text),
            let document = try Self.document(of: stated, declared, linkedBounds)
        {
            (stem, difference) = (document.stem, stated)
        } else {
            let names = members.map { "\($0.shortName), " }.joined().dropLast(2)
            throw ValidationError(
                "'\(text)' is no reference of muon g−2: write \(names) or a difference like 25e-10±6e-10")
        }
    }

    /// - Throws: what the argument parser shows, where the numbers are of no use.
    private static func document(
        of difference: StatedDifference, _ declared: DeclaredAlternatives, _ linkedBounds: LinkedBounds
    ) throws -> CatalogueEntry? {
        do { return try linkedBounds.document(of: difference, declared) } catch let error as DocumentError {
            let text = ErrorText.clipped(difference.text)
            throw ValidationError("'\(text)' is no difference of muon g−2: \(ErrorText.of(error))")
        }
    }

    /// - Parameter text: what `--alternative` says.
    package init(_ text: String, _ declared: DeclaredAlternatives) throws {
        guard let member = declared.members.first(where: { $0.stem == text }) else {
            throw ValidationError(
                "'\(text)' is no alternative to another bound: \(ErrorText.list(declared.members.map(\.stem))) are")
        }
        (stem, group, difference) = (member.stem, member.group, nil)
    }
}

extension LinkedBounds {
    /// The document of a stated difference of muon g−2; nil where no type in this program makes one.
    package func document(of difference: StatedDifference, _ declared: DeclaredAlternatives) throws -> CatalogueEntry? {
        let members = declared.members(of: AlternativeChoice.gMinus2)
        return try document(
            ofDifference: difference.value, sigma: difference.sigma, beside: members.map(\.stem)
        ).map { CatalogueEntry(given: $0) }
    }
}
