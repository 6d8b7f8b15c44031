import NumericalMethods
import Testing

struct RandomTests {
    /// The known answers that come with Random123, the authors' own programs; NumPy's Philox gives the same.
    @Test(
        arguments: [
            (
                [0, 0, 0, 0], [0, 0],
                [0x1655_4d9e_ca36_314c, 0xdb20_fe9d_672d_0fdc, 0xd7e7_72ce_e186_176b, 0x7e68_b68a_ec7b_a23b]
            ),
            (
                [UInt64](repeating: .max, count: 4), [.max, .max],
                [0x87b0_92c3_013f_e90b, 0x438c_3c67_be8d_0224, 0x9cc7_d7c6_9cd7_77b6, 0xa09c_aebf_594f_0ba0]
            ),
            (
                [0x243f_6a88_85a3_08d3, 0x1319_8a2e_0370_7344, 0xa409_3822_299f_31d0, 0x082e_fa98_ec4e_6c89],
                [0x4528_21e6_38d0_1377, 0xbe54_66cf_34e9_0c6c],
                [0xa528_f454_03e6_1d95, 0x38c7_2dbd_566e_9788, 0xa5a1_610e_72fd_18b5, 0x57bd_43b5_e52b_7fe6]
            ),
        ] as [([UInt64], [UInt64], [UInt64])])
    func philoxGivesThePublishedWords(counter: [UInt64], key: [UInt64], words: [UInt64]) {
        let found = Philox.words(counter: SIMD4(counter), key: SIMD2(key))
        #expect(found == SIMD4(words))
    }

    /// Means of n numbers scatter by their standard deviation over √n: five of these, which a right generator exceeds once in
    /// two million seeds, and this seed is fixed.
    @Test
    func normalNumbersHaveTheirMoments() {
        let random = Philox(seed: 7, stream: 1)
        let count = 40_000
        var (mean, square, fourth) = (0.0, 0.0, 0.0)
        for index in 0..<UInt64(count / 4) {
            let numbers = random.normal(at: index)
            for number in (0..<4).map({ numbers[$0] }) {
                mean += number
                square += number * number
                fourth += number * number * number * number
            }
        }
        let root = Double(count).squareRoot()
        #expect(abs(mean / Double(count)) < 5 / root)
        #expect(abs(square / Double(count) - 1) < 5 * 2.0.squareRoot() / root)
        #expect(abs(fourth / Double(count) - 3) < 5 * 96.0.squareRoot() / root)
    }

    /// What SciPy's `qmc.Sobol(16, scramble=False)` gives, which reads Joe and Kuo's own table.
    @Test(
        arguments: [
            (1, [Double](repeating: 0.5, count: 16)),
            (
                37,
                [
                    0.921875, 0.640625, 0.578125, 0.921875, 0.765625, 0.296875, 0.171875, 0.796875, 0.609375, 0.171875,
                    0.015625,
                    0.078125, 0.578125, 0.859375, 0.109375, 0.484375,
                ]
            ),
            (
                63,
                [
                    0.015625, 0.796875, 0.359375, 0.453125, 0.859375, 0.140625, 0.578125, 0.140625, 0.828125, 0.578125,
                    0.421875,
                    0.671875, 0.546875, 0.765625, 0.328125, 0.765625,
                ]
            ),
        ] as [(UInt32, [Double])])
    func sobolIsThePublishedSequence(index: UInt32, expected: [Double]) {
        #expect(point(SobolSequence(dimension: 16, seed: nil), index, isCentred: false) == expected)
    }

    /// 2^k points have one in each of 2^k equal pieces of every axis, whatever the shift.
    @Test
    func shiftedPointsStayEven() {
        let sequence = SobolSequence(dimension: SobolSequence.greatestDimension, seed: 11)
        for coordinate in 0..<sequence.dimension {
            let pieces = Set((0..<256).map { Int(point(sequence, $0)[coordinate] * 256) })
            #expect(pieces.count == 256)
        }
        #expect(point(sequence, 3) != point(SobolSequence(dimension: sequence.dimension, seed: 12), 3))
    }

    private func point(_ sequence: SobolSequence, _ index: UInt32, isCentred: Bool = true) -> [Double] {
        [Double](unsafeUninitializedCapacity: sequence.dimension) { places, count in
            sequence.write(index, to: .init(rebasing: places[..<sequence.dimension]), isCentred: isCentred)
            count = sequence.dimension
        }
    }
}
