import Files

/// A scan on the disk: `plan.yaml` and `scenario.yaml`, what makes it this scan and no other (`identity`), and a file for each
/// block that is done.
///
/// Any number of programs may work in it. Each file comes to its name whole, by one rename; whoever computes a block that another
/// has done meanwhile writes the same bytes once more.
public struct ScanFolder: Sendable {
    public let path: String
    /// With all that the scan was extended by.
    public internal(set) var plan: ScanPlan
    public let identity: SHA256
    public let columns: [ScanColumn]

    private static let identityName = "identity"
    public static let planName = "plan.yaml"
    public static let scenarioName = "scenario.yaml"

    /// Opens a scan, or begins it where nothing is there yet.
    /// - Parameters:
    ///   - planText: the plan as it was read.
    ///   - scenario: complete, as a file.
    ///   - inputs: digests of all that it rests on, the program's data and version among them.
    ///   - begins: whether it is begun; else one that is not there is an error, and nothing is written.
    /// - Throws: ``ScanError``
    public init(
        _ path: String, _ plan: ScanPlan, planText: [UInt8], scenario: String, inputs: [String],
        columns: [ScanColumn], begins: Bool = true
    ) throws(ScanError) {
        let text = Self.text(planText, scenario, inputs, columns)
        identity = SHA256(of: Array(text.utf8))
        (self.path, self.plan, self.columns) = (path, plan, columns)
        let names: [String]
        do { names = try Files.names(in: path) } catch {
            guard error.isMissing else { throw .reading(.unreadable(path: path, error)) }
            names = []
        }
        if names.contains(Self.identityName) {
            let found: [UInt8]
            do { found = try readFile("\(path)/\(Self.identityName)", limit: 1 << 20) } catch { throw .reading(error) }
            guard found == Array(text.utf8) else { throw .otherScan(directory: path) }
            if begins, !names.contains(Self.layoutName) { try writeLayout() }
            if begins { removeLeftovers() }
            try readExtent()
            return
        }
        guard begins else { throw .noScan(directory: path) }
        // What another has begun at this moment has these names too.
        let ours: Set<String> = [Self.planName, Self.scenarioName, Self.blocksName, Self.layoutName]
        guard names.allSatisfy({ ours.contains($0) || $0.hasPrefix(".") }) else { throw .holdsOther(directory: path) }
        do {
            _ = try makeDirectories("\(path)/\(Self.blocksName)")
        } catch { throw .writing(.cannotCreate(path: path, error)) }
        try writeLayout()
        do {
            try replaceFile(at: "\(path)/\(Self.planName)", with: planText)
            try replaceFile(at: "\(path)/\(Self.scenarioName)", with: Array(scenario.utf8))
            // The last, by which the folder is a scan.
            try replaceFile(at: "\(path)/\(Self.identityName)", with: Array(text.utf8))
        } catch { throw .writing(error) }
    }

    private static func text(
        _ plan: [UInt8], _ scenario: String, _ inputs: [String], _ columns: [ScanColumn]
    ) -> String {
        let lines =
            ["plan \(SHA256(of: plan))", "scenario \(SHA256(of: Array(scenario.utf8)))"] + inputs
            + columns.map { "column \($0.name) \($0.size)" }
        return "mutau scan 1\n" + lines.map { $0 + "\n" }.joined()
    }

    private static let blocksName = "blocks"
    private static let layoutName = "layout.json"

    private func writeLayout() throws(ScanError) {
        do { try replaceFile(at: "\(path)/\(Self.layoutName)", with: ScanLayout(plan, columns).json) } catch {
            throw .writing(error)
        }
    }

    /// The folder of the blocks.
    var blocks: String { "\(path)/\(Self.blocksName)" }

    func file(_ number: Int, _ kind: String = "block") -> String {
        let digits = String(number)
        return "\(blocks)/" + String(repeating: "0", count: 8 - digits.count) + digits + ".\(kind)"
    }

    /// What there is of a block.
    enum State {
        case missing
        /// A file that is not whole, or of another scan.
        case damaged
        case done(BlockFile)
        /// It could not be computed; in the words of whoever tried last.
        case failed(String)
    }

    func state(of number: Int) throws(ScanError) -> State {
        let rows = plan.rows(ofBlock: number).count
        let bytes: [UInt8]
        do {
            bytes = try readFile(file(number), limit: 4096 + columns.reduce(0) { $0 + $1.size } * rows)
        } catch .unreadable(_, let cause) where cause.isMissing {
            return try failure(number)
        } catch .tooLarge {
            return .damaged
        } catch { throw .reading(error) }
        return BlockFile(bytes, number: number, rows: rows, columns: columns, identity: identity).map(State.done)
            ?? .damaged
    }

    private func failure(_ number: Int) throws(ScanError) -> State {
        do {
            return .failed(String(decoding: try readFile(file(number, "failed"), limit: 1 << 14), as: UTF8.self))
        } catch .unreadable(_, let cause) where cause.isMissing {
            return .missing
        } catch { throw .reading(error) }
    }

    func write(_ number: Int, _ columns: [[UInt8]], seconds: Double) throws(ScanError) {
        let bytes = BlockFile.bytes(
            number: number, rows: plan.rows(ofBlock: number).count, seconds: seconds, identity: identity,
            path: InstructionPath.ofThisMachine, columns: columns)
        do { try replaceFile(at: file(number), with: bytes) } catch { throw .writing(error) }
        Disk.discard(file(number, "failed"))
    }

    func noteFailure(_ number: Int, _ words: String) throws(ScanError) {
        do { try replaceFile(at: file(number, "failed"), with: Array(words.utf8)) } catch { throw .writing(error) }
    }
}
