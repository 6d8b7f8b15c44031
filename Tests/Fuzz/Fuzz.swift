import CFuzzer
import Glibc

/// `mutau-fuzz PARSER [libFuzzer's options and corpora]`: feeds one parser with mutations of a corpus, until it traps, a
/// sanitizer complains, or the time is over. `mutau-fuzz` alone lists the parsers.
@main
struct Fuzz {
    /// The parser under test. Set once, before libFuzzer starts.
    nonisolated(unsafe) static var parser: (UnsafeBufferPointer<UInt8>) -> Void = { _ in }

    static func main() {
        guard CommandLine.argc > 1, let chosen = Parsers.byName[CommandLine.arguments[1]] else {
            print(Parsers.byName.keys.sorted().joined(separator: "\n"))
            exit(CommandLine.argc > 1 ? EX_USAGE : 0)
        }
        parser = chosen
        // libFuzzer runs itself again for some of its jobs, so that it gets the whole line but for the name of the parser.
        var words = ([CommandLine.arguments[0]] + CommandLine.arguments.dropFirst(2)).map { strdup($0) } + [nil]
        words.withUnsafeMutableBufferPointer { words in
            var count = CInt(words.count - 1)
            var start = words.baseAddress
            exit(
                LLVMFuzzerRunDriver(&count, &start) { data, size in
                    Fuzz.parser(UnsafeBufferPointer(start: data, count: size))
                    return 0
                })
        }
    }
}
