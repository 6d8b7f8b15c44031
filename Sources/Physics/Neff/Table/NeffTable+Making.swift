import NumericalMethods

extension NeffTable {
    /// Where the nodes of a table lie.
    public struct Layout: Sendable {
        /// Six masses and five couplings a decade.
        public var light = (
            masses: CubicAxis(first: 1e-3, last: 2 * Constants.electronMass, count: 19),
            couplings: CubicAxis(first: 1e-15, last: 1e-5, count: 51)
        )
        /// Sixteen masses, four couplings and six mixings a decade.
        public var heavy = (
            masses: CubicAxis(first: 2 * Constants.electronMass, last: 100, count: 33),
            couplings: CubicAxis(first: 1e-13, last: 1e-7, count: 25),
            mixings: CubicAxis(first: 3.162_277_660_168_379_5e-12, last: 1, count: 70)
        )

        public init() {}
    }

    /// Integrates all histories, on all cores: about sixteen thousand, twenty seconds of processor time.
    /// - Parameter progress: told the fraction done, from any thread.
    /// - Throws: ``NeffHistoryError``.
    public static func make(
        _ layout: Layout = .init(), precision: NeffPrecision = .init(),
        progress: @Sendable (Double) -> Void = { _ in }
    ) throws(NeffHistoryError) -> NeffTable {
        let rows = Row.all(of: layout)
        let values = try Parallel.map(rows.count, progress: progress) { (index) throws(NeffHistoryError) in
            try rows[index].values(layout, precision)
        }
        let count = layout.light.masses.count
        func grid(_ rows: ArraySlice<[Double]>) -> NeffGrid {
            .init(
                masses: layout.light.masses, couplings: layout.light.couplings, mixings: nil,
                values: rows.flatMap { $0 })
        }
        return NeffTable(
            light: grid(values[..<count]), early: grid(values[count..<2 * count]),
            heavy: .init(
                masses: layout.heavy.masses, couplings: layout.heavy.couplings, mixings: layout.heavy.mixings,
                values: values[(2 * count)...].flatMap { $0 }))
    }

    /// One mass of one grid.
    private enum Row: Sendable {
        case light(mass: Double, freezeIn: Bool)
        case heavy(mass: Double)

        static func all(of layout: Layout) -> [Row] {
            let light = (0..<layout.light.masses.count).map(layout.light.masses.node)
            let heavy = (0..<layout.heavy.masses.count).map(layout.heavy.masses.node)
            return light.map { .light(mass: $0, freezeIn: true) } + light.map { .light(mass: $0, freezeIn: false) }
                + heavy.map { .heavy(mass: $0) }
        }

        func values(_ layout: Layout, _ precision: NeffPrecision) throws(NeffHistoryError) -> [Double] {
            var values: [Double] = []
            switch self {
            case .light(let mass, let freezeIn):
                for index in 0..<layout.light.couplings.count {
                    var model = NeffModel(mass: mass, coupling: layout.light.couplings.node(index), mixing: 0)
                    model.freezeIn = freezeIn
                    values.append(try Neff.neutrinos(model, precision: precision))
                }
            case .heavy(let mass):
                let couplings = layout.heavy.couplings
                for index in 0..<couplings.count {
                    values += try Self.mixed(
                        mass, couplings.node(index), isLast: index == couplings.count - 1, layout.heavy.mixings,
                        precision)
                }
            }
            return values
        }

        /// At every mixing of the axis. Far beyond ``NeffTable/largestMixing`` the last value is repeated: no cubic that
        /// is asked for reaches there.
        private static func mixed(
            _ mass: Double, _ coupling: Double, isLast: Bool, _ mixings: CubicAxis, _ precision: NeffPrecision
        ) throws(NeffHistoryError) -> [Double] {
            var row: [Double] = []
            for index in 0..<mixings.count {
                let effective = index == 0 ? 0 : mixings.node(index)
                if let last = row.last, !isLast, effective > 10 * largestMixing * coupling {
                    row.append(last)
                    continue
                }
                // The last coupling stands for all larger ones, at which neutrinos hold the Z′ however large ε is.
                let held = isLast ? max(coupling, 30 * effective) : coupling
                let model = NeffModel(mass: mass, coupling: held, electronMixing: effective)
                row.append(try Neff.neutrinos(model, precision: precision))
            }
            return row
        }
    }
}
