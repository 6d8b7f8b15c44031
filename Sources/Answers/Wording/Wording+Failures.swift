import Assessment
import Documents
import Glibc
import PluginLoading

// Words for a bound that could not be evaluated.

extension Wording {
    static func failure(_ failure: BoundFailure) -> String {
        switch failure {
        case .notWellFormed: "its intervals are not ordered"
        case .plugin(let fault): self.fault(fault)
        case .other(let text): text
        }
    }

    /// What the code of a plugin did.
    public static func fault(_ fault: PluginFault) -> String {
        switch fault {
        case .crashed(let signal): "its code crashed (\(String(cString: strsignal(signal))))"
        case .exited(let status): "its code ended the process with status \(status)"
        case .tookTooLong(let seconds): "its code gave no answer within \(Int(seconds.rounded(.up))) s"
        case .outOfMemory(let limit): "its code used up the \(limit >> 20) MB of memory that plugins may have"
        case .nonsense(let nonsense): "its answer makes no sense: \(self.nonsense(nonsense))"
        case .failed(let message): hasWords(message) ? message : defect(.failedWithoutWords(status: nil))
        case .unusable(let defect): self.defect(defect)
        case .noChild(let error): "the process for plugins could not be started: \(error.text)"
        }
    }

    /// Whether a text from outside says anything that can be seen.
    public static func hasWords(_ text: String) -> Bool {
        PlainText.clean(text).unicodeScalars.contains { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
                .unassigned:
                false
            default: true
            }
        }
    }

    private static func nonsense(_ nonsense: PluginNonsense) -> String {
        switch nonsense {
        case .noMessage: "it is no message of ours"
        case .closedConnection: "it closed the connection"
        case .unknownKind(let kind): "\(kind) is no kind of answer"
        case .tooManyIntervals(let count, let limit): "\(count) intervals are more than the \(limit) of an answer"
        case .intervalsNotRising: "its intervals are not in rising order"
        case .intervals(let intervals):
            "it excludes " + intervals.map { "\($0.lower) to \($0.upper)" }.joined(separator: ", ")
        case .boundary(let boundary): "\(boundary)"
        case .answers(let count, let masses): "\(count) answers to \(masses) masses"
        case .logLikelihood(let value): "ln L relative to its greatest value is \(value)"
        }
    }

    private static func defect(_ defect: PluginDefect) -> String {
        switch defect {
        case .refusedByLinker(let words): "the dynamic linker refuses it: \(words ?? "no reason given")"
        case .runtimeNotShared:
            "it is of Swift, and no mutau-plugin-host is beside the program: install mutau with 'make install' where Swift is"
        case .placeUnknown: "it is loaded, and where can't be told"
        case .functionMissing(let name): "its function \(name) is not to be found"
        case .otherVersion(let found, let expected):
            "it was built for version \(found) of mutau_plugin.h; this program has \(expected)"
        case .incompleteBound(let index): "its bound \(index) lacks a stem or the function 'boundary'"
        case .servedTwice(let stem): "it serves '\(stem)' twice"
        case .notServed(let stem): "it does not serve '\(stem)'"
        case .notLoaded: "it is not loaded"
        case .refused: "it was refused"
        case .noSuchBound: "there is no such bound"
        case .noLikelihood: "it has no likelihood"
        case .noAnswer: "its function returned without an answer"
        case .failedWithoutWords(let status?): "it failed with status \(status) and does not say why"
        case .failedWithoutWords(nil): "it failed and does not say why"
        }
    }
}
