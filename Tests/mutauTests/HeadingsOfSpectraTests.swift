import Testing

/// What files of the sources' spectrum and evolution say above their numbers.
@Suite struct HeadingsOfSpectraTests {
    private let program: Program

    init() throws { program = try Program() }

    /// What a heading or a remark says of the columns of a spectrum or an evolution is not passed over.
    @Test(arguments: [
        ("--spectrum", "E_TeV flux", "TeV"), ("--spectrum", "# E [TeV] flux", "TeV"),
        ("--spectrum", "# energies in TeV", "TeV"),
        ("--spectrum", "E_GeV,E^2 flux", "E^2"), ("--spectrum", "# E_GeV E2Phi", "E2Phi"),
        ("--spectrum", "E [GeV],E^{2}Phi", "E^{2}Phi"), ("--spectrum", "E_GeV,E*flux", "E*flux"),
        ("--spectrum", "E_GeV,nuFnu", "nuFnu"), ("--evolution", "a,rate", "'a'"),
        ("--spectrum", "log10E flux", "log10E"), ("--evolution", "age_Gyr,rate", "age_Gyr"),
        ("--evolution", "log10(1+z) rate", "log10(1+z)"),
    ])
    func headingsOfColumns(option: String, heading: String, found: String) throws {
        defer { program.removeHome() }
        _ = try program.write("\(heading)\n1 1\n3 0.5\n6 0.1\n", to: "file.dat")
        let answer = try program.run(["chi2", "6.5MeV", "1e-4", option, "./file.dat"])
        #expect(answer.status == 65 && answer.errors.contains("file.dat:1:"), "\(answer.errors)")
        #expect(answer.errors.contains(found), "\(answer.errors)")
    }

    /// A heading that says what is read, and remarks that speak of other things, refuse nothing.
    @Test(arguments: [
        ("--spectrum", "E_GeV flux"), ("--spectrum", "# E [GeV] flux"), ("--spectrum", "# m_Z'=6.5 MeV"),
        ("--spectrum", "# of a Z' of 6.5 MeV, by hand"), ("--evolution", "z rate"), ("--evolution", "# rates of 2014"),
        ("--spectrum", "# log-parabola spectrum"), ("--spectrum", "# log parabola"), ("--spectrum", "# log fit"),
        ("--evolution", "# logistic growth"), ("--evolution", "# time evolution"),
    ])
    func soundHeadings(option: String, heading: String) throws {
        defer { program.removeHome() }
        let rows = option == "--spectrum" ? "1e3 1e-10\n1e9 1e-22\n" : "0 1\n3 0.5\n6 0.1\n"
        _ = try program.write("\(heading)\n\(rows)", to: "file.dat")
        let answer = try program.run(["chi2", "6.5MeV", "1e-4", option, "./file.dat", "--solver", "narrow-line"])
        #expect(answer.status == 0, "\(answer.errors)")
    }

    /// The range of redshifts is that of the evolution, and the same in every message.
    @Test func redshifts() throws {
        defer { program.removeHome() }
        for words in [["--max-redshift", "0"], ["--max-redshift", "1e-5"]] {
            let answer = try program.run(["chi2", "6.5MeV", "1e-4"] + words)
            #expect(answer.status == 64 && answer.errors.contains("out of range: 0.001 to 100"), "\(answer.errors)")
        }
        let near = try program.run(["chi2", "6.5MeV", "1e-4", "--source-redshift", "1e-7"])
        #expect(near.status == 64 && near.errors.contains("out of range: 1e-06 to 100"), "\(near.errors)")
        let point = [
            "chi2", "6.5MeV", "1e-4", "--evolution", "point", "--max-redshift", "1e-5", "--solver", "narrow-line",
        ]
        #expect(try program.run(point).status == 0)
    }
}
