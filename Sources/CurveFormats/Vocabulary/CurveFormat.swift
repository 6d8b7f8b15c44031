/// The formats that are read. Each is known by what its bytes hold, never by the name of the file.
public enum CurveFormat: String, Sendable, Hashable, CaseIterable {
    case votable = "VOTable"
    case aida = "AIDA"
    case dmtools = "DMTools"
    case hepDataYAML = "HEPData YAML"
    case hepDataJSON = "HEPData JSON"
    case hepDataCSV = "HEPData CSV"
    case webPlotDigitizer = "WebPlotDigitizer"
    case text

    /// Those that a user may name, for a help text; HEPData is one whatever its dress.
    public static var names: String {
        var names: [String] = []
        for format in allCases {
            let name = format.rawValue.hasPrefix("HEPData") ? "HEPData" : format.rawValue
            if !names.contains(name) { names.append(name) }
        }
        return names.dropLast().joined(separator: ", ") + " or \(names[names.count - 1])"
    }
}
