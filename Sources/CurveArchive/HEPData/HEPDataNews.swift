import CurveFormats

/// Whether HEPData has a newer version of what a curve was taken from. It is told and never taken: whoever cites numbers
/// cites a version of them.
public enum HEPDataNews: Sendable, Hashable {
    case newer(HEPDataAddress, version: Int)
    /// HEPData could not be asked.
    case unknown(HEPDataAddress, HEPDataError)

    /// What there is for curves, by stem; nothing for those that are not from there, or of the newest version.
    /// - Parameter fetched: where curves were fetched from, for those whose catalogue names a paper alone.
    public static func of(
        _ stems: [String], in book: AddressBook, fetched: [String: String] = [:], site: HEPDataSite
    ) -> [String: HEPDataNews] {
        var news: [String: HEPDataNews] = [:]
        var newest: [HEPDataNumber: Result<Int, HEPDataError>] = [:]
        for stem in stems {
            let urls = book.addresses(of: stem).map(\.url) + [fetched[stem]].compactMap(\.self)
            guard let address = urls.lazy.compactMap({ HEPDataAddress(url: $0) }).first else { continue }
            let version =
                newest[address.number]
                ?? Result { () throws(HEPDataError) in try site.record(address.number).version }
            newest[address.number] = version
            switch version {
            case .success(let version):
                if version > address.version { news[stem] = .newer(address, version: version) }
            case .failure(let error): news[stem] = .unknown(address, error)
            }
        }
        return news
    }
}
