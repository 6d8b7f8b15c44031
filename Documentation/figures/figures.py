"""What each figure of a computed bound shows: curves of the program, and what they are held against."""

from dataclasses import dataclass, field


@dataclass
class Curve:
    """A bound as the program has it."""

    stem: str
    label: str
    scenario: str = "consistent"
    options: list = field(default_factory=list)
    # Which end of the intervals is drawn; of a preferred band the one at `deviations`.
    end: str = "limit_low"
    deviations: int | None = None
    dashed: bool = False


@dataclass
class Points:
    """A file below data/, and the number of the curve that its ratio is taken to; None for no ratio."""

    file: str
    label: str
    curve: int | None = 0


@dataclass
class Figure:
    name: str
    title: str
    masses: tuple
    couplings: tuple
    ratios: tuple
    curves: list
    points: list


INDEPENDENT = "independent integration"
THIRD = "digitised by a third party"

# The confidence level at which Borexino's criterion 1 + z (0.03² + 0.06²)^½ is 1.40, one-sided.
RATE_OF_140 = ["--cl", "0.99999999876"]

FIGURES = [
    Figure("anomalous-moment", "Anomalous moment of the muon", (1, 1000), (1e-4, 1e-2), (0.97, 1.03), [
        Curve("g-2-wp25", "WP25, excluded above"),
        Curve("g-2-bmw21", "BMW21, would exclude above", "paper", dashed=True),
        Curve("g-2-wp20", "WP20 ± 2σ, preferred between", "paper", deviations=2),
        Curve("g-2-wp20", "", "paper", end="limit_high", deviations=2),
    ], [
        Points("moment-wp25", INDEPENDENT + ", WP25"), Points("moment-bmw21", INDEPENDENT + ", BMW21", 1),
        Points("moment-wp20-low", INDEPENDENT + ", WP20 − 2σ", 2),
        Points("moment-wp20-high", INDEPENDENT + ", WP20 + 2σ", 3),
    ]),
    Figure("borexino", "Solar ⁷Be neutrinos on electrons, natural mixing", (1, 30), (3e-5, 3e-3), (0.6, 1.2), [
        Curve("borexino", "90 %: rate below 1.09 times the expected"),
        Curve("borexino", "rate below 1.40 times", options=RATE_OF_140, dashed=True),
    ], [
        Points("borexino-independent", INDEPENDENT + ", 1.09"),
        Points("borexino-digitised", "digitised, reader unknown; to 1.09"),
        Points("borexino-digitised", "the same; to 1.40", 1),
    ]),
    Figure("curve-bounds", "Bounds kept as curves, and other readings of the same publications", (0.9, 1e4), (1e-6, 10), (0.6, 1.8), [
        Curve("babar-4mu", "BaBar 4μ"), Curve("belle2-2019-invisible", "Belle II 2019, invisible"),
        Curve("na64e-2019", "NA64-e 2019, natural mixing"),
        Curve("m3-phase2", "M³ phase 2, projected", "current", dashed=True),
    ], [
        Points("babar-third-party", "BaBar 4μ, " + THIRD),
        Points("belle2-2019-darkcast", "Belle II, DarkCast: all is invisible", 1),
        Points("na64e-2019-darkcast", "NA64-e, DarkCast", 2),
        Points("m3-phase2-third-party", "M³ phase 2, " + THIRD, 3),
    ]),
    Figure("kaon-decay", "K⁺ → μ⁺νZ′", (0.3, 370), (1e-5, 1), (0.97, 1.03), [
        Curve("kaon-vector-pang1973", "Pang 1973, conserved current"),
        Curve("kaon-vector-e949", "E949, conserved current"),
        Curve("kaon-vector-na62", "NA62, reconstructed; informs", dashed=True),
        Curve("kaon-neutrino-only-pang1973", "Pang 1973, neutrino alone", "paper"),
    ], [
        Points("kaon-pang1973-independent", INDEPENDENT + ", conserved"),
        Points("kaon-neutrino-only-independent", INDEPENDENT + ", neutrino alone", 3),
        Points("kaon-neutrino-only-stated", "stated after 1304.3460", 3),
    ]),
    Figure("na64", "NA64: missing energy of muons and electrons", (0.9, 1000), (1e-5, 0.1), (0.7, 1.3), [
        Curve("na64mu-2024-computed", "NA64μ 2024"), Curve("na64e-2024", "NA64-e 2024, natural mixing"),
        Curve("na64mu-1e11-mot", "NA64μ 10¹¹, published anchor", "paper", dashed=True),
        Curve("na64mu-1e12-mot", "NA64μ 10¹², published anchor", "paper", dashed=True),
    ], [
        Points("na64mu-digitised", "NA64μ 2024, " + THIRD), Points("na64mu-stated", "stated, NA64μ 2024"),
        Points("na64e-digitised", "NA64-e 2019 digitised, × (2.84/9.37)^{½}", 1),
        Points("na64mu-1e11-stated", "stated, 10¹¹", 2), Points("na64mu-1e12-stated", "stated, 10¹²", 3),
    ]),
    Figure("neff", "N_{eff} < 3.33 with natural mixing", (0.9, 30), (1e-11, 1e-2), (0.99, 1.01), [
        Curve("neff-history", "excluded: N_{eff} > 3.33"),
        Curve("neff-history", "edge for N_{eff} < 3.2", options=["--neff-max", "3.2"], dashed=True),
    ], [
        Points("neff-edges-independent", "independent solver, N_{eff} = 3.33", None),
        Points("neff-third-party", "third party, N_{eff} = 3.2", None),
    ]),
    Figure("trident", "Neutrino tridents: CCFR", (1, 3e4), (5e-4, 0.1), (0.9, 1.3), [
        Curve("trident-ccfr", "CCFR, excluded above"),
        Curve("trident-charm2", "CHARM-II", dashed=True),
    ], [
        Points("trident-digitised", "1406.2332, digitised"), Points("trident-third-party", "1406.2332, " + THIRD),
        Points("trident-stated", "stated: m/g′ = 538 GeV"),
    ]),
    Figure("w-decay", "W → μνZ′, neutrino coupling alone", (1, 1e4), (1e-4, 3), (0.95, 1.05), [
        Curve("w-decay-neutrino-only", "excluded above", "paper"),
    ], [Points("w-stated", "stated by 1304.3460: 2.0·10^{−3} m/10 MeV")]),
    Figure("white-dwarf", "Cooling of white dwarfs, natural mixing", (2, 1500), (5e-5, 0.1), (0.5, 1.2), [
        Curve("white-dwarf", "rate of neutrinos below 1.30 times the expected"),
    ], [
        Points("white-dwarf-digitised", "digitised, source unknown (1.87 times)"),
        Points("white-dwarf-third-party", THIRD),
    ]),
    Figure("z-decay", "Invisible width of the Z", (0.1, 1000), (1e-2, 2), (0.97, 1.03), [
        Curve("z-decay-three-flavours", "real emission, three flavours", "paper"),
        Curve("z-decay-mu-tau", "real emission, μ and τ"), Curve("z-decay-inclusive", "inclusive, μ and τ"),
    ], [
        Points("z-three-flavours-independent", "leading logarithms, three flavours"),
        Points("z-mu-tau-independent", "leading logarithms, μ and τ", 1),
        Points("z-inclusive-independent", "by hand, 0.69", 2),
    ]),
]
