import CPluginABI
import ConstraintKit
import Glibc
import Physics

/// A bound behind the interface of `mutau_plugin.h`.
///
/// The header asks its functions to be safe from many threads, and what they read never to change.
struct CBound: CouplingBound, @unchecked Sendable {
    fileprivate let bound: UnsafePointer<mutau_bound>
    fileprivate let state: UnsafeMutableRawPointer?

    private static let messageSize = 256

    static func make(
        _ bound: UnsafePointer<mutau_bound>, _ document: Document, _ conventions: Conventions
    ) throws(PluginFault) -> any CouplingBound {
        let plain = CBound(bound: bound, state: try prepare(bound, document, conventions))
        return bound.pointee.log_likelihood == nil ? plain : CBoundWithLikelihood(plain: plain)
    }

    private static func prepare(
        _ bound: UnsafePointer<mutau_bound>, _ document: Document, _ conventions: Conventions
    ) throws(PluginFault) -> UnsafeMutableRawPointer? {
        guard let prepare = bound.pointee.prepare else { return nil }
        let parameters = document.parameters.sorted { $0.key < $1.key }
        // The plugin may keep what it is given, and so it stays for the life of the process.
        let names = UnsafeMutablePointer<UnsafePointer<CChar>?>.allocate(capacity: parameters.count)
        let values = UnsafeMutablePointer<Double>.allocate(capacity: parameters.count)
        for (index, parameter) in parameters.enumerated() {
            (names + index).initialize(to: UnsafePointer(strdup(parameter.key)))
            (values + index).initialize(to: parameter.value)
        }
        let mixing = conventions.kineticMixing.strength() ?? .perCoupling(0)
        let angles = conventions.leptonMixing
        let input = UnsafeMutablePointer<mutau_input>.allocate(capacity: 1)
        input.initialize(
            to: mutau_input(
                size: UInt32(MemoryLayout<mutau_input>.size), cross_section: conventions.crossSection.number,
                kinetic_mixing: mixing.ratio,
                confidence_level: conventions.confidenceLevel ?? 0,
                parameter_set: UnsafePointer(strdup(conventions.parameterSet)),
                parameter_count: UInt32(parameters.count), parameter_names: UnsafePointer(names),
                parameter_values: UnsafePointer(values), fixed_mixing: mixing.constant,
                mixing_angles: (
                    angles?.theta12 ?? 0, angles?.theta13 ?? 0, angles?.theta23 ?? 0, angles?.delta ?? 0
                )))
        var state: UnsafeMutableRawPointer?
        try checked { prepare(input, &state, $0, $1) }
        return state
    }

    /// Calls a function that answers 0 or leaves a message.
    fileprivate static func checked(_ call: (UnsafeMutablePointer<CChar>, Int) -> Int32) throws(PluginFault) {
        var message = [CChar](repeating: 0, count: messageSize)
        let status = message.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.map { call($0, buffer.count - 1) } ?? 0
        }
        guard status == 0 else { throw failure(message.map { UInt8(bitPattern: $0) }, status: Int(status)) }
    }

    /// In the plugin's own words, where it left any.
    private static func failure(_ message: some Sequence<UInt8>, status: Int? = nil) -> PluginFault {
        let text = String(decoding: message.prefix { $0 != 0 }, as: UTF8.self)
        return text.isEmpty ? .unusable(.failedWithoutWords(status: status)) : .failed(text)
    }

    private static let unanswered = UInt32.max

    func boundary(at mass: Mass) throws -> Boundary {
        var answer = mutau_answer()
        // Of no kind: a function that returns without an answer is not to have said that nothing is excluded.
        answer.kind = Self.unanswered
        bound.pointee.boundary(state, mass.inMeV, &answer)
        switch Int(answer.kind) {
        case MUTAU_EXCLUDES: return .excludes(Self.united(try intervals(of: answer)))
        case MUTAU_PREFERS: return .prefers(try intervals(of: answer).map { PreferredInterval($0) })
        case MUTAU_SILENT: return .silent(.outsideRange(lower: answer.lower_mass, upper: answer.upper_mass))
        case MUTAU_FAILED:
            throw withUnsafeBytes(of: answer.message) { Self.failure($0) }
        case Int(Self.unanswered): throw PluginFault.unusable(.noAnswer)
        default: throw PluginFault.nonsense(.unknownKind(Int(answer.kind)))
        }
    }

    private func intervals(of answer: mutau_answer) throws(PluginFault) -> [CouplingInterval] {
        guard answer.count <= MUTAU_INTERVALS else {
            throw .nonsense(.tooManyIntervals(Int(answer.count), limit: Int(MUTAU_INTERVALS)))
        }
        let intervals = withUnsafeBytes(of: answer.intervals) { bytes in
            bytes.bindMemory(to: mutau_interval.self).prefix(Int(answer.count))
                .map { CouplingInterval(lower: $0.lower, upper: $0.upper) }
        }
        for (first, second) in zip(intervals, intervals.dropFirst()) where !(first.upper <= second.lower) {
            throw .nonsense(.intervalsNotRising)
        }
        return intervals
    }

    /// One interval as it is, so that nonsense in it is seen.
    private static func united(_ intervals: [CouplingInterval]) -> CouplingIntervals {
        intervals.count == 1 ? .init(intervals[0]) : .init(union: intervals)
    }
}

/// The same with its likelihood.
private struct CBoundWithLikelihood: LikelihoodBound {
    let plain: CBound

    func boundary(at mass: Mass) throws -> Boundary { try plain.boundary(at: mass) }

    func logLikelihood(at mass: Mass, coupling: Coupling) throws -> Double {
        var value = Double.nan
        try CBound.checked {
            plain.bound.pointee.log_likelihood(plain.state, mass.inMeV, coupling.value, &value, $0, $1)
        }
        return value
    }
}

extension CrossSection {
    fileprivate var number: UInt32 {
        switch self {
        case .paper: UInt32(MUTAU_PAPER)
        case .majorana: UInt32(MUTAU_MAJORANA)
        case .dirac: UInt32(MUTAU_DIRAC)
        }
    }
}
