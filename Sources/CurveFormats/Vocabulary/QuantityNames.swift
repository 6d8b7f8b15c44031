extension CurveQuantity {
    /// What the name of a column says it holds; nil where it says nothing known.
    init?(columnName: String) {
        var name = columnName.lowercased()
        for (spelling, plain) in Self.spellings { name = name.replacing(spelling, with: plain) }
        if let quantity = Self.names[name] {
            self = quantity
            return
        }
        // "Observed 95% CL upper limit on epsilon^2"
        guard let object = columnName.lowercased().ranges(of: " on ").last?.upperBound else { return nil }
        self.init(columnName: String(columnName.lowercased()[object...]).replacing("the ", with: ""))
    }

    /// Different spellings of the same name, made alike in this order.
    private static let spellings = [
        ("′", "'"), ("’", "'"), ("²", "2"), ("**2", "2"), ("^2", "2"), ("squared", "2"), ("sq", "2"), ("ε", "epsilon"),
        ("α", "alpha"), ("prime", "'"), ("_", ""), ("-", ""), (" ", ""),
    ]

    private static let names: [String: CurveQuantity] = {
        var names: [String: CurveQuantity] = [
            "epsilon": .epsilon, "eps": .epsilon, "kineticmixing": .epsilon, "epsilon2": .epsilonSquared,
            "eps2": .epsilonSquared, "alpha'": .alphaPrime, "alphap": .alphaPrime, "alphad": .alphaPrime,
            "alpha'/alpha": .alphaRatio, "alphaalpha": .alphaRatio, "alpharatio": .alphaRatio,
            "alpha'alpha": .alphaRatio,
        ]
        for name in ["coupling", "g", "g'", "gp", "gx", "gz'", "gzp", "gmutau", "gmt", "gv", "g'mutau"] {
            names[name] = .coupling
            names[name + "2"] = .couplingSquared
        }
        return names
    }()
}
