import Answers
import Scan

// Words for scans.

extension ErrorText {
    package static func of(_ error: ScanPlanError) -> String {
        switch error {
        case .notYAML(let reason):
            "the plan is no YAML: \(clipped(reason.split(separator: "\n").prefix(2).joined(separator: " "), to: 160))"
        case .usesAnchors(let line): "the plan uses anchors or aliases (& and *) in line \(line): write the values out"
        case .missing(let path, let expected): "the plan lacks '\(clipped(path))': \(expected)"
        case .wrongValue(let path, let found, let expected):
            (path.isEmpty ? "the plan" : "'\(clipped(path))' of the plan")
                + (found.isEmpty ? " is empty" : " is '\(clipped(found))'") + ", and should be \(expected)"
        case .unusableChoice(let path, let error): "'\(clipped(path))' of the plan: \(of(error))"
        case .unknownKey(let path, let nearest, let known):
            "the plan has a key '\(clipped(path))' that means nothing"
                + (nearest.map { "; did you mean '\($0)'?" } ?? ": known here are \(list(known))")
        case .tooMany(let what, let found, let limit):
            "the plan has \(found == .max ? "too many" : "\(found)") \(what): there may be \(limit)"
        case .at(let line, let error): "\(of(error)) (line \(line))"
        }
    }

    package static func of(_ error: ScanError) -> String {
        switch error {
        case .reading(let error): of(error)
        case .writing(let error): of(error)
        case .noScan(let directory):
            "there is no scan in '\(whole(directory))': 'mutau scan run' begins one"
        case .holdsOther(let directory):
            "'\(whole(directory))' holds other files: name a new folder with --output"
        case .otherScan(let directory):
            "'\(whole(directory))' holds another scan: its plan, scenario, data or program differ; name a new folder with --output, "
                + "or use the plan and program that it was begun with"
        case .twoPaths(let first, let other, let block):
            "block \(block) was computed on a machine of another kind (\(clipped(other))) than those before it "
                + "(\(clipped(first))), whose last digits may differ: delete the blocks of one kind and run them again"
        case .incomplete(let missing, let damaged, let failed):
            "the scan is not complete: \(Counted.text(missing, "block")) \(missing == 1 ? "is" : "are") missing"
                + (damaged.isEmpty ? "" : ", \(damaged.count) damaged (\(first(damaged)))")
                + (failed.isEmpty ? "" : ", \(failed.count) failed (\(first(failed)))")
                + "; 'mutau scan run' computes them"
        case .noShard(_, let count) where count < 1:
            "a scan has one part at least, and not \(count): write 3/10 for the third of ten"
        case .noShard(let number, let count):
            "there is no shard \(number) of \(count): they are 1/\(count) to \(count)/\(count)"
        case .nowhereToBegin(let turns):
            "no place was found for every walker where its posterior is above zero, in \(turns) draws from the priors: narrow the "
                + "ranges of the plan's parameters"
        case .notExtended(let method):
            "a scan by the method \(method) has the points of its plan: write a plan with other counts"
        case .unusableExtent(let path):
            "'\(whole(path))' should say how many rows the scan was extended to, and does not: delete it, and extend the scan again"
        case .tooManyRows(let limit): "a scan has \(limit) rows at most: extend it by fewer, at least by one"
        }
    }

    private static func first(_ blocks: [Int]) -> String {
        blocks.prefix(5).map(String.init).joined(separator: ", ") + (blocks.count > 5 ? ", …" : "")
    }

    package static func of(_ error: Slurm.Failure) -> String {
        switch error {
        case .notFound(let command): "Slurm's '\(command)' is not on PATH: submit where Slurm is, or run shards by hand"
        case .failed(let command, let code, let words):
            "'\(command)' ended with code \(code): \(clipped(words.split(separator: "\n").joined(separator: " "), to: 200))"
        case .unexpected(let command, let answer):
            "'\(command)' answered what is not understood: \(clipped(answer, to: 100))"
        }
    }
}
