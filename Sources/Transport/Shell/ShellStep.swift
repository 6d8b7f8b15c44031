/// What an interval of u takes of a column: parts are 0 to 1.
struct ShellStep {
    /// Of each state, of what comes in: 1 − e^{−τ}.
    var incoming = SIMD4<Double>.zero
    /// Of what is made evenly within the interval.
    var late = SIMD4<Double>.zero
    /// Of daughters of what columns next to this one, and it itself, had absorbed in the interval: those of what met a line there are
    /// made after that.
    var near = SIMD4<Double>.zero
    /// The highest line that is crossed, if any, and that of the column above.
    var line: Int?
    var former: Int?
    /// Of what had met a line here, the part that met those which are still crossed.
    var formerShare = 0.0
    /// A column stands for what is around it, which meets a line up to half the distance between columns later or earlier: what of
    /// that falls into the next interval, and what into the one before.
    var later = 0.0
    var earlier = 0.0
}
