extension ScenarioChoice {
    /// How the bounds that decide are made one statement.
    public static let combination = words(
        nil, "combination", noun: "combination", standard: "union",
        option: .init(
            "combination",
            """
            How bounds are combined: any of them excludes, the one with the best expected reach decides, or the product of \
            their approximate likelihoods and IceCube's.
            """, words: Combination.words, example: "likelihood"),
        at: \.combination)
}
