import ConstraintKit
import Foundation
import Testing
import VOTable

@testable import CurveFormats

/// The files the tests read: `Corpus` holds documents that a reader of VOTable curves must take or refuse, made up for
/// that purpose; `Limits` holds curves as text.
enum TestInput {
    static func bytes(_ path: String) throws -> [UInt8] {
        let root = try #require(Bundle.module.resourceURL)
        return Array(try Data(contentsOf: root.appending(path: path)))
    }

    static func limit(_ name: String) throws -> CurveFile {
        CurveFile(name: name, bytes: try bytes("Limits/\(name)"))
    }

    static func text(_ text: String, name: String = "curve.csv") -> CurveFile {
        CurveFile(name: name, bytes: Array(text.utf8))
    }

    /// A plain document with one curve; pieces of it are replaced to make others.
    static func votable(
        params: String = defaultParams, fields: String = defaultFields,
        rows: String = "<TR><TD>1</TD><TD>5e-4</TD></TR><TR><TD>3</TD><TD>6e-4</TD></TR>", table: String = "observed"
    ) -> [UInt8] {
        Array(
            """
            <VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3"><RESOURCE type="results">
            <TABLE name="\(table)">\(params)\(fields)<DATA><TABLEDATA>\(rows)</TABLEDATA></DATA></TABLE>
            </RESOURCE></VOTABLE>
            """.utf8)
    }

    static let kind = #"<PARAM name="kind" datatype="char" arraysize="*" value="observed"/>"#
    static let level = #"<PARAM name="confidence_level" datatype="double" value="0.90"/>"#
    static let side = #"<PARAM name="excluded_side" datatype="char" arraysize="*" value="above"/>"#
    static let defaultParams = kind + level + side
    static let massField = #"<FIELD name="mass" datatype="double" unit="MeV"/>"#
    static let defaultFields = massField + #"<FIELD name="coupling" datatype="double" unit=""/>"#
}
