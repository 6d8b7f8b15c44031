extension NeffTable {
    /// The table that ships with this program, read when it is first asked for.
    public static let shipped = Result { () throws(NeffTableError) in
        try NeffTable(bytes: neffTableText.withUTF8Buffer { Array($0) }[...])
    }
}
