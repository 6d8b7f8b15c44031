/// The exit codes of sysexits that the program uses.
package enum ExitStatus {
    package static let usage: Int32 = 64
    package static let badData: Int32 = 65
    package static let noInput: Int32 = 66
    package static let unavailable: Int32 = 69
    package static let internalError: Int32 = 70
    /// What is needed of the system is missing or fails: gnuplot, for figures; a library that is loaded when it is used.
    package static let noProgram: Int32 = 72
    package static let cannotCreate: Int32 = 73
    package static let inputOutput: Int32 = 74
    /// Told that the time is up: the same command goes on.
    package static let unfinished: Int32 = 75
    package static let interrupted: Int32 = 130
}
