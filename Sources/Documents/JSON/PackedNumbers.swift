import Foundation

/// Numbers as a page carries them: little-endian 32-bit floats in base64, which a browser reads in one step.
package enum PackedNumbers {
    package static func text(_ values: [Double]) -> JSONValue {
        var bytes = [UInt8](repeating: 0, count: 4 * values.count)
        for index in values.indices {
            let bits = Float(values[index]).bitPattern
            for place in 0..<4 { bytes[4 * index + place] = UInt8(truncatingIfNeeded: bits >> UInt32(8 * place)) }
        }
        return .text(Data(bytes).base64EncodedString())
    }
}
