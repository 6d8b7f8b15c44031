/// A part of the plane found on a grid.
public struct PlaneRegion: Sendable {
    /// A point of its outline.
    public struct Vertex: Sendable, Hashable {
        /// [MeV]
        public var mass: Double
        public var coupling: Double
        public init(mass: Double, coupling: Double) {
            self.mass = mass
            self.coupling = coupling
        }
    }

    /// Its outline; a line that meets the edge of the grid ends there.
    public var contours: [[Vertex]]
    /// The number of grid points inside.
    public var pointCount: Int
    /// Its area in log₁₀ m × log₁₀ g′ [dex²].
    public var area: Double
    /// The masses it reaches, its outline included [MeV]; nil where it is empty.
    public var massRange: ClosedRange<Double>?
    /// The couplings it reaches, its outline included; nil where it is empty.
    public var couplingRange: ClosedRange<Double>?

    public init(
        contours: [[Vertex]], pointCount: Int, area: Double, massRange: ClosedRange<Double>?,
        couplingRange: ClosedRange<Double>?
    ) {
        self.contours = contours
        self.pointCount = pointCount
        self.area = area
        self.massRange = massRange
        self.couplingRange = couplingRange
    }
}
