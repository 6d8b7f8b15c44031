/// The exit codes of sysexits that the program uses.
enum ExitStatus {
    static let usage: Int32 = 64
    static let badData: Int32 = 65
    static let noInput: Int32 = 66
    static let unavailable: Int32 = 69
    static let internalError: Int32 = 70
    /// A program that is needed is missing or fails: gnuplot, for figures.
    static let noProgram: Int32 = 72
    static let cannotCreate: Int32 = 73
    static let inputOutput: Int32 = 74
    static let interrupted: Int32 = 130
}
