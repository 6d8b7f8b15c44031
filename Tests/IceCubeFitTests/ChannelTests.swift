import Testing

@testable import IceCubeFit

@Suite struct ChannelTests {
    @Test func comparesWithItsOwnFlavours() {
        let flavours = SIMD3(1.0, 20, 300)
        #expect(Channel.cascades.flux(of: flavours) == 150.5)
        #expect(Channel.tracks.flux(of: flavours) == 20)
        #expect(Channel.allFlavours.flux(of: flavours) == 107)
    }

    @Test(arguments: Channel.allCases) func measuresTheFluxPerFlavour(_ channel: Channel) {
        #expect(channel.flux(of: SIMD3(repeating: 7)) == 7)
    }
}
