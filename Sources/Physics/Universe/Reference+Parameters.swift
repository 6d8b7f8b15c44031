import ConstraintKit

// The publications behind the parameter sets.
extension Reference {
    static let nuSIprop = Reference(
        arxiv: "2107.13568", doi: "10.1103/PhysRevD.104.123014",
        citation:
            "I. Esteban, S. Pandey, V. Brdar and J. F. Beacom, Probing secret interactions of astrophysical neutrinos in the high-statistics era, Phys. Rev. D 104 (2021) 123014"
    )
    static let nuFIT5 = Reference(
        arxiv: "2007.14792", doi: "10.1007/JHEP09(2020)178",
        citation:
            "I. Esteban et al., The fate of hints: updated global analysis of three-flavor neutrino oscillations, JHEP 09 (2020) 178 (NuFIT 5.0)"
    )
    static let nuFIT6 = Reference(
        arxiv: "2410.05380", doi: "10.1007/JHEP12(2024)216",
        citation:
            "I. Esteban et al., NuFit-6.0: updated global analysis of three-flavor neutrino oscillations, JHEP 12 (2024) 216"
    )
    static let planck2018 = Reference(
        texkey: "Planck:2018vyg", arxiv: "1807.06209", doi: "10.1051/0004-6361/201833910",
        citation:
            "Planck Collaboration, Planck 2018 results. VI. Cosmological parameters, Astron. Astrophys. 641 (2020) A6")
    static let fixsen2009 = Reference(
        arxiv: "0911.1955", doi: "10.1088/0004-637X/707/2/916",
        citation: "D. J. Fixsen, The temperature of the cosmic microwave background, Astrophys. J. 707 (2009) 916")
    static let yuksel2008 = Reference(
        arxiv: "0804.4008", doi: "10.1086/591449",
        citation:
            "H. Yüksel, M. D. Kistler, J. F. Beacom and A. M. Hopkins, Revealing the high-redshift star formation rate with gamma-ray bursts, Astrophys. J. Lett. 683 (2008) L5"
    )
}
