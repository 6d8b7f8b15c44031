import Foundation
import Testing

/// What bash offers, asked as it asks itself.
@Suite struct CompletionTests {
    /// What is offered for the last of some words.
    private static func offers(_ program: Program, _ words: [String]) throws -> [String] {
        let script = """
            source <("$MUTAU" --generate-completion-script bash)
            mutau() { "$MUTAU" "$@"; }
            COMP_WORDS=(\(words.map { "'\($0)'" }.joined(separator: " ")))
            COMP_CWORD=\(words.count - 1)
            COMP_LINE="${COMP_WORDS[*]}"
            COMP_POINT=${#COMP_LINE}
            COMP_TYPE=9
            "$(complete -p mutau | sed 's/.*-F \\([^ ]*\\).*/\\1/')" mutau "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let file = try program.write(script, to: "complete.bash")
        let answer = try program.runShell("MUTAU=\"$(command -v mutau)\" bash \(file)")
        #expect(answer.status == 0, "\(answer.errors)")
        return answer.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    }

    @Test func stemsScenariosAndDataSetsAreOffered() throws {
        let program = try Program()
        defer { program.removeHome() }
        _ = try program.write("{}", to: "summary.json")
        #expect(try Self.offers(program, ["mutau", "show", "na64mu-2"]).contains("na64mu-2024"))
        let second = try Self.offers(program, ["mutau", "check", "--only", "borexino,na64mu-2"])
        #expect(second.contains("borexino,na64mu-2024") && !second.contains("borexino,borexino"))
        #expect(try Self.offers(program, ["mutau", "check", "--scenario", "c"]) == ["consistent", "current"])
        #expect(try Self.offers(program, ["mutau", "check", "--scenario", "su"]).contains("summary.json"))
        #expect(try Self.offers(program, ["mutau", "check", "--data", "tracks"]).contains("tracks-9.5yr-2022"))
        #expect(try Self.offers(program, ["mutau", "check", "--format", ""]) == ["text", "json", "csv"])
        #expect(try Self.offers(program, ["mutau", "sche"]) == ["schema"])
    }
}
