extension CurveQuantity {
    /// What the name of a column says it holds; nil where it says nothing known.
    init?(columnName: String) {
        // As our own documents have it.
        if let quantity = Self.names[columnName] {
            self = quantity
            return
        }
        var name = columnName.lowercased()
        for (spelling, plain) in Self.spellings { name = name.replacing(spelling, with: plain) }
        if let quantity = Self.names[name] {
            self = quantity
            return
        }
        // "Observed 95% CL upper limit on epsilon^2"
        if let object = columnName.lowercased().ranges(of: " on ").last?.upperBound {
            self.init(columnName: String(columnName.lowercased()[object...]).replacing("the ", with: ""))
            return
        }
        // "g'_obs", "expected limit g'"
        var bare = Self.withoutWordsOfLimits(columnName)
        for word in ["coupling", "gauge coupling"] where bare.hasPrefix(word + " ") { bare.removeFirst(word.count + 1) }
        guard !bare.isEmpty, bare.count < columnName.count else { return nil }
        self.init(columnName: bare)
    }

    /// What is left of the name of a column without the words by which limits are told apart; empty where they are all.
    static func withoutWordsOfLimits(_ columnName: String) -> String {
        let words = columnName.lowercased().split { " _,:;()[]".contains($0) }.map(String.init)
        let saysLevel = words.contains { $0.hasPrefix("cl") || $0.hasSuffix("cl") || $0.contains("c.l") }
        return words.filter { word in
            if wordsOfLimits.contains(word) || word.hasSuffix("%") || word.hasSuffix("cl") { return false }
            return !(saysLevel && word.allSatisfy { $0.isNumber || $0 == "." })
        }.joined(separator: " ")
    }

    private static let wordsOfLimits: Set<String> = [
        "observed", "obs", "obs.", "measured", "meas", "expected", "exp", "exp.", "projected", "projection",
        "sensitivity", "median",
        "limit", "lim", "limits", "upper", "ul", "bound", "exclusion", "excluded", "cl", "c.l.", "cl90", "cl95",
        "central",
    ]

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
