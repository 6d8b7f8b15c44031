import ConstraintKit
import Files
import Transport

extension Chosen where Value == SpectrumFamily? {
    /// Reads a spectrum beside that of the sources, in the same forms; nil in it for a power law whose index is the scenario's.
    /// - Throws: ``ChoiceError``
    public init(otherSpectrum text: String) throws(ChoiceError) {
        let spectrum = try Chosen<SpectrumFamily>(spectrum: text)
        self.init(named: text, spectrum?.value, sha256: spectrum?.sha256)
    }
}

extension Scenario {
    /// The same with the spectrum that stands beside that of the sources in its place, and A and γ to be fitted.
    /// - Returns: nil where there is none, or the same.
    public var withOtherSpectrum: Scenario? {
        guard let other = sources.otherSpectrum, other.value != sources.spectrum?.value else { return nil }
        var own = self
        own.sources.spectrum = other.value.map { Chosen(named: other.text, $0, sha256: other.sha256) }
        (own.iceCube.amplitude, own.iceCube.gamma) = (nil, nil)
        return own
    }
}

extension Chosen where Value == SpectrumFamily {
    /// Reads the spectrum of the sources.
    ///
    /// | | |
    /// |---|---|
    /// | `power-law` | A and γ of the scenario, fixed or profiled |
    /// | `power-law:2.5` | γ |
    /// | `broken:2.0,2.8,1e5GeV` | γ below the break, γ above, the break |
    /// | `cut-off:2.3,5e6GeV` | γ, the cut-off |
    /// | `broken-observed:1.72,2.84,33TeV` | the same with the break where it is seen at Earth; `cut-off-observed` alike |
    /// | `power-law:3@0.5+cut-off:2,1e6GeV@1.2` | a sum, each with its amplitude; 1 where none is given |
    /// | `broken:gamma,gamma+0.8,1e5GeV` | an index that follows γ of the scenario, fixed or profiled |
    /// | `broken:gamma,gamma+0.2..1.5,3e4..3e6GeV` | a range in place of a number, which a fit finds |
    /// | `spectrum.csv` | a file: E [GeV], φ |
    ///
    /// Energies are those where the neutrinos are made, unless the form says observed; see ``SourceSpectrum`` for units.
    /// - Returns: nil for a power law whose index is the scenario's.
    /// - Throws: ``ChoiceError``
    public init?(spectrum text: String) throws(ChoiceError) {
        if text == "power-law" || text == "power-law:gamma" { return nil }
        if TextFile.isPath(text) {
            let file = try NumberFile(
                choice: text, lineHolds: "an energy in GeV and a flux", .energies(.gigaelectronvolt))
            self.init(named: text, SpectrumFamily(.table(try Self.table(file, path: text))), sha256: file.sha256)
            return
        }
        let parts = Self.summands(text)
        var components: [SourceSpectrum.Component] = []
        let isPlain = parts.count == 1 && !text.contains("@")
        var written = WrittenNumbers()
        for part in parts { components.append(try Self.component(part, of: text, isPlain: isPlain, &written)) }
        let spectrum: SourceSpectrum = isPlain ? components[0].spectrum : .sum(components)
        if let (lower, upper) = written.falling { throw .spectrum(.rangeFalls(lower: lower, upper: upper), path: nil) }
        let family = SpectrumFamily(spectrum, follows: written.follows, parameters: written.parameters)
        do { try family.validate() } catch { throw .spectrum(error, path: nil) }
        self.init(named: text, family)
    }

    private static func table(_ file: NumberFile, path: String) throws(ChoiceError) -> SpectrumTable {
        do {
            return try SpectrumTable(energies: file.column(0), values: file.column(1))
        } catch {
            switch error {
            case .energiesNotRising(let row):
                throw .spectrum(.energiesNotRising(row: file.line(ofRow: row)), path: path)
            case .valueOutOfRange(let value, let row):
                throw .spectrum(.valueOutOfRange(value, row: file.line(ofRow: row)), path: path)
            default: throw .spectrum(error, path: path)
            }
        }
    }

    /// The parts of a sum: a plus sign before a letter joins two of them, one before a digit belongs to a number.
    private static func summands(_ text: String) -> [Substring] {
        var parts: [Substring] = []
        var start = text.startIndex
        for index in text.indices where text[index] == "+" {
            let next = text.index(after: index)
            guard next < text.endIndex, text[next].isLetter else { continue }
            parts.append(text[start..<index])
            start = next
        }
        return parts + [text[start...]]
    }

    /// - Parameters:
    ///   - isPlain: whether it is no sum, so that it has no amplitude of its own.
    ///   - written: the numbers of the components before, to which this one's are added.
    private static func component(
        _ part: Substring, of text: String, isPlain: Bool, _ written: inout WrittenNumbers
    ) throws(ChoiceError) -> SourceSpectrum.Component {
        let pieces = part.split(separator: "@", omittingEmptySubsequences: false)
        let form = pieces[0].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let cells = form.count == 2 ? form[1].split(separator: ",", omittingEmptySubsequences: false) : []
        func malformed(_ expected: String) -> ChoiceError {
            guard let range = (cells + pieces.dropFirst()).first(where: WrittenNumbers.isMeantAsRange) else {
                return .malformed(.spectrum, text: text, expected: expected)
            }
            return .notOfForm(noun: "range", text: String(range), expected: "3e4..3e6GeV, two dots between its ends")
        }
        guard pieces.count <= 2, let amplitude = isPlain ? 1 : written.weight(pieces.count == 2 ? pieces[1] : "1")
        else {
            throw malformed("one number behind an @, power-law:3@0.5 for instance")
        }
        let (name, observed) = (String(form[0]), "-observed")
        let isObserved = name.hasSuffix(observed)
        func component(_ spectrum: SourceSpectrum) -> SourceSpectrum.Component {
            .init(amplitude: amplitude, spectrum: isObserved ? .observed(spectrum) : spectrum)
        }
        switch isObserved ? String(name.dropLast(observed.count)) : name {
        case "power-law" where !isObserved:
            guard cells.count == 1, let index = written.index(cells[0]) else {
                throw malformed("power-law:2.5 with an index")
            }
            return component(.powerLaw(index: index))
        case "broken":
            guard cells.count == 3, let below = written.index(cells[0]), let above = written.index(cells[1]),
                let edge = written.energy(cells[2], .edge)
            else {
                throw malformed("broken:2.0,2.8,1e5GeV: the index below, the index above, the break")
            }
            return component(.broken(below: below, above: above, energy: edge))
        case "cut-off":
            guard cells.count == 2, let index = written.index(cells[0]), let edge = written.energy(cells[1], .cutOff)
            else {
                throw malformed("cut-off:2.3,5e6GeV: the index and the cut-off")
            }
            return component(.cutOff(index: index, energy: edge))
        default:
            throw .unknown(
                .spectrum, text: name,
                known: ["power-law", "broken", "broken-observed", "cut-off", "cut-off-observed", "a file"])
        }
    }
}
