/// Files that hold no table a program could read, though a person may see one in them, and files that are read only once
/// they are unpacked. Each is known by its content, so that the message can say what to do instead.
public enum ForeignFile: String, Error, Sendable, Hashable, CaseIterable {
    case pdf = "a PDF document"
    case postScript = "a PostScript document"
    case image = "an image"
    case rtf = "an RTF document"
    case latex = "a LaTeX document"
    case html = "an HTML page"
    case svg = "an SVG picture"
    case xml = "XML of no kind that is read"
    case json = "JSON of no kind that is known"
    case yaml = "YAML of no kind that is known"
    case mathematica = "a list as Mathematica writes it"
    case yoda = "a histogram file of YODA"
    case rootMacro = "a macro of ROOT"
    case rootScan = "what TTree::Scan of ROOT prints"
    case notebook = "a Jupyter notebook"
    case engauge = "a document of Engauge Digitizer"
    case answer = "an answer of mutau, and no curve"
    case massLimit = "mutau's CSV of a bound that excludes masses below one"
    case spreadsheet = "a ZIP archive or a spreadsheet"
    case tar = "a tar archive"
    case otherArchive = "a compressed file or an archive"
    case gitLFSPointer = "a Git LFS pointer"
    case binaryTable = "a binary table (Parquet, HDF5, FITS, ROOT, NumPy)"
    case hepDataRecord = "the record of HEPData, a list of tables"
    case hepDataSubmission = "the index of a HEPData submission"

    /// What to do instead.
    var advice: String {
        switch self {
        case .pdf, .postScript, .image, .svg:
            "digitise the curve, with WebPlotDigitizer for instance, and give the project's JSON file"
        case .rtf, .latex: "save the numbers alone as plain text, a row for each point"
        case .html: "was the address that of a page about the file? Give the file itself"
        case .xml: "VOTable, AIDA and DMTools are read"
        case .json: "HEPData's tables and the projects of WebPlotDigitizer are read"
        case .yaml: "HEPData's tables are read"
        case .mathematica: "save it as a table, by Export[\"curve.csv\", list]"
        case .yoda: "save the scatter's points as plain text, a row of x and y for each"
        case .rootMacro: "write the graph's points as plain text, a row of x and y for each"
        case .rootScan:
            "save the columns by TTree::Draw and a loop, or by uproot, as plain text without the frame of stars"
        case .notebook: "save the table it shows as CSV, by to_csv or numpy.savetxt"
        case .engauge: "export the curves as CSV, by File, Export"
        case .answer: "what mutau export writes can be read again"
        case .massLimit: "export it as a VOTable, which says all of it"
        case .spreadsheet: "give one of the files in it, or save the sheet as CSV"
        case .tar: "give the file in it"
        case .otherArchive: "unpack it and give the file in it"
        case .gitLFSPointer: "it stands for a file that was not fetched; git lfs pull fetches it"
        case .binaryTable: "save its columns as CSV or VOTable"
        case .hepDataRecord: "give one of its tables, as YAML, JSON or CSV"
        case .hepDataSubmission: "give one of the data files it names, or the archive with all of them"
        }
    }
}
