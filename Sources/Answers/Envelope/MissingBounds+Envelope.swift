import Assessment
import CurveArchive
import Documents

extension MissingBounds {
    /// Those that could cut what is allowed at one of many masses.
    func changing(_ answers: [AllowedCouplings]) -> MissingBounds {
        filter { bound in answers.contains { bound.mayCut($0) } }
    }
}

extension MissingBound {
    /// Whether it could exclude couplings that an answer leaves.
    fileprivate func mayCut(_ answer: AllowedCouplings) -> Bool {
        let statement = statement(at: answer.mass)
        return answer.intervals.contains { statement.mayExclude($0.couplings.lower...$0.couplings.upper) }
    }
}

extension MissingWording {
    /// What is not in here and could cut what is left along masses, and at which of them.
    static func sentences(_ missing: MissingBounds, along answers: [AllowedCouplings]) -> [String] {
        var places: [String: ClosedRange<Double>] = [:]
        for bound in missing.all {
            let masses = answers.filter { bound.mayCut($0) }.map(\.mass.inMeV)
            if let least = masses.min(), let greatest = masses.max() { places[bound.stem] = least...greatest }
        }
        let wording = MissingWording(missing) { bound in places[bound.stem].map { bound.statement(on: $0) } ?? .none }
        return wording.sentences { bound in
            guard let masses = places[bound.stem] else { return "here" }
            let (least, greatest) = (NumberText.short(masses.lowerBound), NumberText.short(masses.upperBound))
            return "at m = \(least == greatest ? least : "\(least)–\(greatest)") MeV"
        }
    }
}
