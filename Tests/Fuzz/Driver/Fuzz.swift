import CFuzzer
import Glibc

/// `mutau-fuzz PARSER [libFuzzer's options and corpora]`: feeds one parser with mutations of a corpus, until it traps, a
/// sanitizer complains, or the time is over. `mutau-fuzz` alone lists the parsers, each with its samples.
@main
struct Fuzz {
    /// The parser under test. Set once, before libFuzzer starts.
    nonisolated(unsafe) static var parser: Parser?

    static func main() {
        let name = CommandLine.argc > 1 ? CommandLine.arguments[1] : nil
        guard let chosen = Parser.all.first(where: { $0.name == name }) else {
            for parser in Parser.all { print(([parser.name] + parser.seeds).joined(separator: " ")) }
            exit(name == nil ? 0 : EX_USAGE)
        }
        parser = chosen
        // libFuzzer runs itself again for some of its jobs, so that it gets the whole line but for the name of the parser.
        var words = ([CommandLine.arguments[0]] + CommandLine.arguments.dropFirst(2)).map { strdup($0) } + [nil]
        words.withUnsafeMutableBufferPointer { words in
            var count = CInt(words.count - 1)
            var start = words.baseAddress
            exit(
                LLVMFuzzerRunDriver(&count, &start) { data, size in
                    _ = Fuzz.parser?(UnsafeBufferPointer(start: data, count: size))
                    return 0
                })
        }
    }
}
