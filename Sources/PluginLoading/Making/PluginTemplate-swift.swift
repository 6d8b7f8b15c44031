extension PluginTemplate {
    var swiftCode: String {
        """
        import ConstraintKit

        /// A search without background: couplings are excluded that would have given more than 2.303 events.
        struct \(name.text): Constraint {
            static let stems = ["\(name.stem)"]

            private static let masses = 1.0...1000.0  // MeV
            private let eventsPerCouplingSquared: Double
            private let efficiencyScale: Double  // MeV

            /// All the work that can be done once. The document is \(name.stem).vot; the scenario's conventions come with it.
            init(_ document: Document, _ conventions: Conventions) throws {
                eventsPerCouplingSquared = try document.positiveParameter("events_per_coupling_squared")
                efficiencyScale = try document.positiveParameter("efficiency_scale_MeV")
            }

            /// What the bound says at a mass. Silent is not allowed: it is silent where nothing is known.
            func boundary(at mass: Mass) -> Boundary {
                guard Self.masses.contains(mass.inMeV) else {
                    return .silent(.outsideRange(lower: Self.masses.lowerBound, upper: Self.masses.upperBound))
                }
                let ratio = mass.inMeV / efficiencyScale
                let eventsExpected = eventsPerCouplingSquared / (1 + ratio * ratio)
                return .excludes(.init(.above((2.303 / eventsExpected).squareRoot())))
            }
        }

        @section("mutau_bounds") @used private let entry: BoundsEntry = { export([\(name.text).self]) }

        """
    }
}
