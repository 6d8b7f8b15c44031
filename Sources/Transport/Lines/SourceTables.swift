import Physics
import RealModule

/// What sources contribute at some spectral indices: made once for all settings that have these sources in common, whatever else
/// differs between them.
public struct SourceTables: Sendable {
    private let evolution: SourceEvolution
    private let cosmology: Cosmology
    private let maximumRedshift: Double
    private let steps: Int
    let shape: [Double]
    private let tables: [Double: SourceTable]
    let families = FamilyMemo()

    /// - Parameter indices: γ of each; those at which the width of lines is estimated are made too.
    public init(_ setting: TransportSetting, precision: Precision = Precision(), indices: [Double]) {
        evolution = setting.evolution
        cosmology = setting.cosmology
        maximumRedshift = setting.maximumRedshift
        steps = precision.sourceSteps
        let upper = Double.log(1 + setting.maximumRedshift)
        let shape = SourceTable.shape(setting, upper: upper, steps: precision.sourceSteps)
        self.shape = shape
        tables = Dictionary(
            Set(indices + WingEstimate.indices).map { ($0, SourceTable(shape: shape, upper: upper, index: $0)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Whether these are the sources of a setting.
    func serve(_ setting: TransportSetting, _ precision: Precision) -> Bool {
        maximumRedshift == setting.maximumRedshift && steps == precision.sourceSteps
            && cosmology == setting.cosmology && evolution == setting.evolution
    }

    /// nil where none was made.
    func table(index gamma: Double) -> SourceTable? { tables[gamma] }
}
