import AllowedRegion

extension ErrorText {
    static func of(_ error: PointBatchError) -> String {
        switch error {
        case .tooManyDecidingBounds(let count):
            "\(count) bounds decide, and many points at once take at most \(UInt64.bitWidth): leave some out with --without"
        case .likelihoodWithoutIceCube:
            "a product of likelihoods needs IceCube's: combine by union or most-sensitive, or leave --no-icecube out"
        case .unequalColumns(let masses, let couplings):
            "\(masses) masses and \(couplings) couplings do not make points: give one coupling to each mass"
        case .stopped: "stopped before all points were answered"
        }
    }
}
