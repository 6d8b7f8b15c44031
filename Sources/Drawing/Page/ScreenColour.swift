import Foundation

/// A colour of a screen (sRGB), to reckon with.
package struct ScreenColour: Sendable, Hashable {
    /// Red, green and blue, each from 0 to 1.
    package var parts: SIMD3<Double>

    /// What small print needs against its ground (WCAG 2.2, success criterion 1.4.3, level AA).
    package static let readableContrast = 4.5

    /// - Parameter text: `#rrggbb`; nil for anything else.
    package init?(_ text: String) {
        let digits = text.utf8.dropFirst()
        guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6,
            digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
            let number = Int(text.dropFirst(), radix: 16)
        else { return nil }
        parts = SIMD3(Double(number >> 16 & 255), Double(number >> 8 & 255), Double(number & 255)) / 255
    }

    init(parts: SIMD3<Double>) { self.parts = parts }

    /// `#rrggbb`
    package var text: String {
        let bytes = (parts * 255).rounded(.toNearestOrEven)
        return String(format: "#%02x%02x%02x", Int(bytes.x), Int(bytes.y), Int(bytes.z))
    }

    /// - Parameter fraction: of the other, from 0 to 1.
    package func mixed(with other: ScreenColour, fraction: Double) -> ScreenColour {
        .init(parts: parts + fraction * (other.parts - parts))
    }

    /// From 1, no difference, to 21, black on white (WCAG 2.2, contrast ratio).
    package func contrast(to other: ScreenColour) -> Double {
        let (bright, dim) = (max(luminance, other.luminance), min(luminance, other.luminance))
        return (bright + 0.05) / (dim + 0.05)
    }

    /// How bright it is, white being 1 (WCAG 2.2, relative luminance).
    private var luminance: Double { (linear * SIMD3(0.2126, 0.7152, 0.0722)).sum() }

    /// What its parts are in light.
    var linear: SIMD3<Double> {
        func light(_ part: Double) -> Double { part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4) }
        return SIMD3(light(parts.x), light(parts.y), light(parts.z))
    }
}
