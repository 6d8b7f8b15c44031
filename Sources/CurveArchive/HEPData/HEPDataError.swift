import CurveFormats

/// Why a table of HEPData can't be had.
public enum HEPDataError: Error, Sendable, Hashable {
    /// What follows `hepdata:` is no number of a paper.
    case notANumber(String)
    case fetch(FetchError)
    /// A page for people came where data were asked for, as HEPData answers errors of its own.
    case page(url: String)
    case unreadable(url: String, FormatFault)
    /// Another version than the one that was asked for.
    case otherVersion(HEPDataNumber, asked: Int, found: Int)
    /// The words by which a catalogue means a table are those of none, or of several.
    case tableNotTold(HEPDataTableChoice, version: Int, tables: [HEPDataRecord.Table])
    /// The record has several tables, or none of the name; they are in the order in which to look at them.
    case tableUnsettled(HEPDataNumber, version: Int, given: String?, tables: [HEPDataRecord.Table])
}
