/// A small document of which tests replace pieces.
enum SampleDocument {
    static let fields = #"<FIELD name="x" datatype="double"/><FIELD name="n" datatype="int"/>"#
    static let row = "<TR><TD>1.5</TD><TD>2</TD></TR>"

    static func text(
        prolog: String = "", table: String = #"<TABLE name="t">"#, fields: String = fields,
        data: String = tabledata(row)
    ) -> String {
        prolog + #"<VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3"><RESOURCE>"# + table + fields
            + "<DATA>\(data)</DATA></TABLE></RESOURCE></VOTABLE>"
    }

    static func tabledata(_ rows: String) -> String { "<TABLEDATA>\(rows)</TABLEDATA>" }

    static func stream(_ base64: String, _ element: String = "BINARY2") -> String {
        "<\(element)><STREAM encoding=\"base64\">\(base64)</STREAM></\(element)>"
    }
}
