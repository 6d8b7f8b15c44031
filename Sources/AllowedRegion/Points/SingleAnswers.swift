import Assessment
import ConstraintKit
import Scenarios

/// Many points each by itself, as `check` has them: for ways to combine the bounds that no table serves.
struct SingleAnswers: PointAnswers, @unchecked Sendable {
    private let boundSet: BoundSet
    /// Where in the scenario's list the deciding bounds stand.
    private let positions: [Int]
    private let analysis: Analysis?
    private let combined: CombinedLikelihood?
    private let masses: UnsafeBufferPointer<Double>
    private let couplings: UnsafeBufferPointer<Double>

    /// - Throws: what the search for the best fit refuses where likelihoods are multiplied.
    init(
        _ boundSet: BoundSet, _ iceCube: IceCubeComparison?, _ deciding: [Bound],
        _ masses: UnsafeBufferPointer<Double>, _ couplings: UnsafeBufferPointer<Double>
    ) throws {
        self.boundSet = boundSet
        positions = boundSet.bounds.indices.filter { boundSet.bounds[$0].role == .decides }
        (self.masses, self.couplings) = (masses, couplings)
        let analysis = iceCube.map { Analysis(boundSet, iceCube: $0) }
        self.analysis = analysis
        let points = zip(masses, couplings).compactMap(Self.point)
        combined =
            try boundSet.scenario.combination == .likelihood ? analysis?.combinedLikelihood(for: points) : nil
        let row = MassRow(sorting: points.map(\.mass))
        for bound in boundSet.bounds { bound.remember(along: row) }
    }

    /// nil for a pair that is no point.
    private static func point(_ mass: Double, _ coupling: Double) -> (mass: Mass, coupling: Coupling)? {
        do { return (try Mass(inMeV: mass), try Coupling(coupling)) } catch { return nil }
    }

    func write(_ range: Range<Int>, to places: PointPlaces) -> [PointColumns.Failure] {
        var failures: [PointColumns.Failure] = []
        for place in range {
            places.write(nil, at: place)
            places.fits.clear(place)
            guard let (mass, coupling) = Self.point(masses[place], couplings[place]) else { continue }
            do { try write(mass, coupling, to: places, at: place) } catch {
                failures.append(.init(point: place, error: error))
            }
        }
        return failures
    }

    private func write(_ mass: Mass, _ coupling: Coupling, to places: PointPlaces, at place: Int) throws {
        guard let analysis else {
            let point = boundSet.verdicts(mass: mass, coupling: coupling)
            write(point, point.mostSensitive?.standing ?? .unconstrained, to: places, at: place)
            return
        }
        let assessment: PointAssessment
        do { assessment = try analysis.assessment(mass: mass, coupling: coupling, combined) } catch {
            // The bounds have their say of it all the same.
            let point = boundSet.verdicts(mass: mass, coupling: coupling)
            write(point, standing(of: point, nil), to: places, at: place)
            throw error
        }
        write(assessment.point, standing(of: assessment.point, assessment), to: places, at: place)
        guard let answer = assessment.iceCube else { return }
        places.fits.chi2[place] = answer.chi2
        places.fits.deltaChi2[place] = answer.deltaChi2
        places.fits.ratio[place] = answer.ratio ?? .nan
        places.fits.amplitude[place] = answer.amplitude
        places.fits.gamma[place] = answer.gamma ?? .nan
        places.fits.write(numbers: answer.spectrumValues.map(\.value), at: place)
    }

    /// Without a spectrum no product of likelihoods has a value.
    private func standing(of point: PointVerdicts, _ assessment: PointAssessment?) -> Standing {
        boundSet.scenario.combination == .mostSensitive
            ? point.mostSensitive?.standing ?? .unconstrained : assessment?.standing ?? .unconstrained
    }

    private func write(_ point: PointVerdicts, _ standing: Standing, to places: PointPlaces, at place: Int) {
        places.write(point.bits(at: positions), at: place)
        places.standing[place] = PointStanding(standing)
    }
}
