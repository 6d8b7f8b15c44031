import ConstraintKit
import CurveFormats

@testable import CurveArchive

/// A document format for these tests, so that they are about the archive and not about VOTable: a line
/// `curve <stem> <kind>`, then one knot a line.
struct PlainDocument {
    var stem = "na64mu-2024"
    var kind = Kind.observed
    var knots: [(mass: Double, coupling: Double)] = [(1, 1e-3), (10, 2e-3), (100, 8e-3)]

    var text: String {
        "curve \(stem) \(kind.rawValue)\n" + knots.map { "\($0.mass) \($0.coupling)\n" }.joined()
    }

    var bytes: [UInt8] { Array(text.utf8) }

    func scaled(by factor: Double) -> PlainDocument {
        var copy = self
        copy.knots = knots.map { ($0.mass, $0.coupling * factor) }
        return copy
    }

    static let read: DocumentReader = { (bytes, name) throws(CurveFormatError) in
        // What pads a large document is passed over as bytes: as characters a megabyte of it takes a tenth of a second.
        let text = bytes.drop { $0 == 0x20 }
        let lines = String(decoding: text.prefix(10_000), as: UTF8.self).split(separator: "\n").map {
            $0.split(separator: " ")
        }
        guard let head = lines.first, head.count == 3, head[0] == "curve", let kind = Kind(rawValue: String(head[2]))
        else { throw .unknownFormat(file: name) }
        var knots: [Curve.Knot] = []
        for line in lines.dropFirst() {
            guard line.count == 2, let mass = Double(line[0]), let coupling = Double(line[1]) else {
                throw .noCurve(file: name)
            }
            knots.append(.init(mass: mass, coupling: coupling))
        }
        let curve: Curve
        do throws(CurveError) { curve = try Curve(knots: knots) } catch { throw .curve(error, table: name) }
        let card = Card(
            stem: String(head[1]), title: "test", kind: kind, confidenceLevel: .notStated, method: .computed)
        let limit = Limit(name: "limit", kind: kind, confidenceLevel: .notStated, region: .above(curve))
        return ReadDocument(document: Document(card: card, limits: [limit]))
    }
}

extension BundledFiles {
    /// Bundled documents for a test, each at its stem.
    static func of(_ documents: PlainDocument...) -> BundledFiles {
        .init(documents.map { document in .init(path: "\(document.stem).vot") { document.bytes } })
    }
}
