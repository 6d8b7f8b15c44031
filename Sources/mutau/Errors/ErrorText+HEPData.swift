import CurveArchive
import CurveFormats

// Words for what is wrong with a table of HEPData.

extension ErrorText {
    static func of(_ error: HEPDataError) -> String {
        switch error {
        case .notANumber(let place): "'\(clipped(place))' is no paper at HEPData: hepdata:ins and its number at INSPIRE"
        case .fetch(let error): of(error)
        case .page(let url): "\(whole(url)) answers with a page for people, as HEPData does where something is wrong"
        case .unreadable(let url, let fault):
            "\(whole(url)) is no record of HEPData: \(clipped(fault.explanation, to: 200))"
        case .otherVersion(let number, let asked, let found):
            "hepdata:\(number.text) has no version \(asked); version \(found) is there"
        case .tableUnsettled(let number, let version, let given, let tables):
            tables.isEmpty
                ? "hepdata:\(number.text), version \(version), has no tables"
                : "hepdata:\(number.text), version \(version), "
                    + (given.map { "has no table '\(clipped($0))'; there are:" }
                        ?? "has \(tables.count) tables; --table NAME takes one:")
                    + tables.map { "\n  \(words(for: $0))" }.joined()
        }
    }

    /// Which version HEPData has by now, and how to take it.
    static func of(_ news: HEPDataNews, stem: String) -> String {
        switch news {
        case .newer(let address, let version):
            "HEPData has version \(version), this is version \(address.version): 'mutau add "
                + "hepdata:\(address.number.text) --table \"\(clipped(address.table))\" --stem \(stem) --force' takes it"
        case .unknown(_, let error): "whether HEPData has a newer version is not known: \(of(error))"
        }
    }

    private static func words(for table: HEPDataRecord.Table) -> String {
        let name = clipped(table.name)
        return table.summary.isEmpty ? name : "\(name): \(clipped(table.summary, to: 100))"
    }
}
