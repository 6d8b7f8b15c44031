import Foundation

/// Colours by how light they seem: Oklab (B. Ottosson, 2020, bottosson.github.io/posts/oklab), whose numbers these are.
extension ScreenColour {
    /// How light it seems: black is 0, white 1.
    package var lightness: Double { oklab.x }

    /// The same hue, as light as is asked, and as colourful as a screen can have it there.
    package func with(lightness: Double) -> ScreenColour {
        let own = oklab
        return ScreenColour(oklab: SIMD3(lightness, own.y, own.z))
    }

    private var oklab: SIMD3<Double> {
        let light = linear
        let responses = SIMD3(
            (light * SIMD3(0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9)).sum(),
            (light * SIMD3(0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6)).sum(),
            (light * SIMD3(0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5)).sum())
        let roots = SIMD3(cbrt(responses.x), cbrt(responses.y), cbrt(responses.z))
        return SIMD3(
            (roots * SIMD3(0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8)).sum(),
            (roots * SIMD3(1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9)).sum(),
            (roots * SIMD3(0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0)).sum())
    }

    private init(oklab: SIMD3<Double>) {
        let roots = SIMD3(
            (oklab * SIMD3(1, 0.396_337_777_4, 0.215_803_757_3)).sum(),
            (oklab * SIMD3(1, -0.105_561_345_8, -0.063_854_172_8)).sum(),
            (oklab * SIMD3(1, -0.089_484_177_5, -1.291_485_548_0)).sum())
        let responses = roots * roots * roots
        func part(_ row: SIMD3<Double>) -> Double {
            let light = min(1, max(0, (responses * row).sum()))
            return light <= 0.003_130_8 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055
        }
        self.init(
            parts: SIMD3(
                part(SIMD3(4.076_741_662_1, -3.307_711_591_3, 0.230_969_929_2)),
                part(SIMD3(-1.268_438_004_6, 2.609_757_401_1, -0.341_319_396_5)),
                part(SIMD3(-0.004_196_086_3, -0.703_418_614_7, 1.707_614_701_0))))
    }
}
