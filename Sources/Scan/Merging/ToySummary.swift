import IceCubeFit
import NumericalMethods
import RealModule

/// What pseudo-experiments say of the data.
public struct ToySummary: Sendable {
    /// A share of pseudo-experiments, and between which values it lies at 68 % (Clopper and Pearson).
    public struct Share: Sendable, Hashable {
        public let count: Int
        public let of: Int
        public let interval: ClosedRange<Double>
        /// Whether the pseudo-experiments are without what is looked for: of those with a Z′ no share says how significant one is.
        public let isSignificance: Bool

        public var value: Double { Double(count) / Double(of) }
        /// As many standard deviations to one side; nil where no pseudo-experiment goes as far, for more than a half, and where it is no
        /// significance.
        public var deviations: Double? {
            isSignificance && count > 0 && value < 0.5 ? NormalQuantile.deviations(oneSided: 1 - value) : nil
        }

        init(_ count: Int, of total: Int, isSignificance: Bool) {
            (self.count, of, self.isSignificance) = (count, total, isSignificance)
            interval = BinomialInterval.central(count, of: total, level: 0.682_689_492_137_086)
        }
    }

    /// χ² without a Z′ less the least on the grid, of the data.
    public let improvement: Double
    /// χ² without a Z′ less that at the place of the data's best fit, of the data.
    public let improvementAtPlace: Double?
    /// Pseudo-experiments whose best point anywhere on the grid improves χ² as much as the data's: with the look-elsewhere effect.
    public let global: Share
    /// Pseudo-experiments in which the place of the data's best fit improves χ² as much: without it.
    public let local: Share?
    /// Pseudo-experiments whose least χ² is as large as the data's.
    public let goodnessOfFit: Share
    /// Pseudo-experiments whose χ² without a Z′ is as large as the data's.
    public let goodnessWithoutMediator: Share
    /// Pseudo-experiments whose χ² at the place lies at most so far above the least, for the levels of two parameters: of a model
    /// with a Z′ there this is the coverage of its contours.
    public let coverage: [(level: Double, share: Share)]

    /// - Throws: ``ScanError`` where the scan is not complete.
    public init(_ folder: ScanFolder, _ work: ToyWork) throws(ScanError) {
        let data = work.data
        let (free, best) = (try folder.numbers("chi2_without_mediator"), try folder.numbers("chi2"))
        let place = try folder.numbers("chi2_at_place")
        improvement = data.improvement
        improvementAtPlace = data.columns.first.map { data.withoutMediator.chi2 - $0.chi2 }
        let isFree = folder.plan.toys?.model == .withoutMediator
        func share(_ condition: (Int) -> Bool) -> Share {
            Share(free.indices.count(where: condition), of: free.count, isSignificance: isFree)
        }
        let improvement = data.improvement
        global = share { free[$0] - best[$0] >= improvement }
        local = improvementAtPlace.map { least in share { free[$0] - place[$0] >= least } }
        goodnessOfFit = share { best[$0] >= data.best.chi2 }
        goodnessWithoutMediator = share { free[$0] >= data.withoutMediator.chi2 }
        coverage = [0.682_689_492_137_086, 0.9, 0.95].map { level in
            // Of χ² with two degrees of freedom the tail beyond x is exp(−x/2).
            let threshold = -2 * Double.log(1 - level)
            return (level, share { place[$0] - best[$0] <= threshold })
        }
    }
}
