import Answers
import CurveArchive
import PluginLoading

// Words for plugins that take no part, and those that do.

extension ErrorText {
    /// One line on a plugin, or a bound of it, that is left out.
    package static func of(_ problem: PluginProblem) -> String {
        let plugin = "the plugin '\(clipped(problem.file.name))' (\(clipped(problem.file.path, to: 120)))"
        guard let stem = problem.stem else { return "\(plugin) is left out: \(of(problem.reason))" }
        return "the bound '\(stem)' of \(plugin) is left out where it fails: \(of(problem.reason))"
    }

    package static func of(_ problem: PluginSearch.DirectoryProblem) -> String {
        "the directory '\(clipped(problem.path))' can't be listed: \(problem.error.text)"
    }

    package static func of(_ refusal: PluginRefusal) -> String {
        switch refusal {
        case .unreadable(let error): of(error)
        case .writableByOthers(let path):
            "others could put their own code there, since they may write '\(clipped(path, to: 120))': "
                + "own it and run 'chmod go-w' on it"
        case .image(let error): of(error)
        case .registersNothing: "it is a shared object, and registers no bounds"
        case .programNotResilient:
            "this program was built without library evolution, and can load no bounds in Swift: "
                + "build it in a clone of mutau with 'make build'"
        case .hostMissing(let path):
            "bounds in Swift are loaded by '\(clipped(path))', which is not there: install mutau with 'make install' where "
                + "Swift is; bounds over the C interface need nothing"
        case .hostLacksRuntime(let path):
            "bounds in Swift are loaded by '\(clipped(path))', which finds no Swift 6.3 runtime here; bounds over the C "
                + "interface need none"
        case .otherProgram(let path):
            "plugins run in a child of the program '\(clipped(path))', which is none of this version: install that, or name "
                + "another in MUTAU_PROGRAM"
        case .otherGeneration(let found, let expected):
            "it was built for \(found) of ConstraintKit, and this program has \(expected): run 'mutau plugin build' again"
        case .missingSymbols(let names):
            "it was built for another ConstraintKit, and this program lacks \(list(names.map { clipped($0, to: 160) })): "
                + "run 'mutau plugin build' again"
        case .notAStem(let text): "it claims '\(clipped(text))', and a stem has letters, digits, - and _"
        case .stemTaken(let stem, let holder):
            "it claims the stem '\(stem)', which belongs to \(clipped(holder, to: 120))"
        case .documentMissing(let stem, let path):
            "its bound '\(stem)' has no document: put one at '\(clipped(path, to: 120))'"
        case .fault(let fault): clipped(of(fault), to: 300)
        }
    }

    package static func of(_ fault: PluginFault) -> String { Wording.fault(fault) }

    package static func of(_ error: PluginCompilerError) -> String {
        switch error {
        case .noInterface(let looked):
            "ConstraintKit is not beside this program (\(list(looked.map { clipped($0, to: 120) }))): "
                + "run 'make install' in a checkout of mutau"
        case .noFolder(let path, let error): "the folder '\(clipped(path))' can't be listed: \(error.text)"
        case .noCode(let path): "there is no .swift or .c file in '\(clipped(path))'"
        case .twoLanguages(let path): "'\(clipped(path))' holds Swift and C: a plugin is of one language"
        case .noCompiler("swiftc"):
            "the compiler 'swiftc' is not on PATH: bounds in Swift are built where Swift 6.3 is (https://www.swift.org/install); "
                + "one in C needs 'cc' alone"
        case .noCompiler(let name): "the compiler '\(clipped(name))' is not on PATH"
        case .failed(let compiler): "\(compiler) refused the code: see above"
        case .notWritten(let path, let error): "'\(clipped(path))' can't be written: \(error.text)"
        }
    }

    private static func of(_ error: ELFError) -> String {
        switch error {
        case .notELF: "it is no shared object: its first bytes are not those of ELF"
        case .truncated(let what): "it is cut off before \(clipped(what))"
        case .damaged(let detail): "it is damaged: \(clipped(detail))"
        case .otherClass: "it is no 64-bit little-endian object"
        case .otherMachine(let number): "it was built for another processor (ELF machine \(number))"
        case .notShared(let type): "it is no shared object (ELF type \(type)): link it with -shared or -emit-library"
        }
    }
}
