// Options as they are where none is given, made without the argument parser. One that is missing here would end the program
// where it is read: a point without options is asked for in nearly every test of the program.

extension ScenarioOptions {
    package static var unasked: Self {
        var options = Self()
        options.scenario = standard
        (options.parameters, options.crossSection, options.solver, options.tolerance) = (nil, nil, nil, nil)
        (options.places, options.bounds, options.neutrinos) = (.unasked, .unasked, .unasked)
        (options.sources, options.iceCube) = (.unasked, .unasked)
        return options
    }
}

extension PlaceOptions {
    fileprivate static var unasked: Self {
        var options = Self()
        (options.noPlugins, options.ignoreOwn, options.strict) = (false, false, false)
        return options
    }
}

extension BoundOptions {
    fileprivate static var unasked: Self {
        var options = Self()
        (options.only, options.without, options.gMinus2) = (nil, nil, nil)
        (options.count, options.overlay, options.alternative) = ([], [], [])
        (options.muonsOnTarget, options.background, options.combination) = (nil, nil, nil)
        (options.cl, options.mixing, options.neffMax) = (nil, nil, nil)
        return options
    }
}

extension NeutrinoOptions {
    fileprivate static var unasked: Self {
        var options = Self()
        (options.ordering, options.sumOfMasses, options.lightestMass) = (nil, nil, nil)
        (options.theta12, options.theta13, options.theta23, options.deltaCP) = (nil, nil, nil, nil)
        options.charges = nil
        return options
    }
}

extension SourceOptions {
    fileprivate static var unasked: Self {
        var options = Self()
        (options.amplitude, options.gamma, options.spectrum, options.otherSpectrum) = (nil, nil, nil, nil)
        (options.evolution, options.maxRedshift, options.sourceRedshift, options.sourceFlavours) = (nil, nil, nil, nil)
        return options
    }
}

extension IceCubeOptions {
    fileprivate static var unasked: Self {
        var options = Self()
        (options.data, options.upperLimits, options.errors, options.statistic) = (nil, nil, nil, nil)
        return options
    }
}
