import CurveArchive
import CurveFormats
import Files

// Words for what is wrong with a catalogue of addresses, and with what lies at them.

extension ErrorText {
    package static func of(_ error: AddressFileError) -> String {
        switch error {
        case .reading(let error): of(error)
        case .contents(let path, let error): "the catalogue '\(clipped(path, to: 200))': \(of(error))"
        case .record(let error): of(error)
        }
    }

    package static func of(_ error: AddressBookError) -> String {
        switch error {
        case .tooLarge(let bytes, let limit): "it has \(bytes) bytes; at most \(limit) are read"
        case .notYAML(let reason):
            "it is no YAML: \(clipped(reason.split(separator: "\n").prefix(2).joined(separator: " "), to: 160))"
        case .usesAnchors: "it uses anchors or aliases (& and *): write the values out"
        case .unknownKey(let path, let nearest, let known):
            "the key '\(clipped(path))' means nothing"
                + (nearest.map { "; did you mean '\($0)'?" } ?? ": known here are \(list(known))")
        case .wrongValue(let path, let found, let expected):
            "'\(clipped(path))' is '\(clipped(found))', and should be \(expected)"
        case .wrongKind("", _): "it is empty or no mapping, and should begin with 'curves:'"
        case .wrongKind(let path, let expected): "'\(clipped(path))' should be \(expected)"
        case .missing(let path, let expected): "'\(clipped(path))' is missing: \(expected)"
        case .undecided(let path): "'\(clipped(path))' needs either sources or none_known"
        case .at(let place, let error): "\(of(error)) (\(place.words))"
        }
    }

    package static func of(_ problem: URLProblem) -> String {
        switch problem {
        case .libraryMissing(let problem): problem
        case .malformed: "it is no URL"
        case .scheme(let scheme): "'\(clipped(scheme))' is not https or http, and a file must be named by the user"
        case .plainHTTP(let host):
            "http to '\(clipped(host))' can be tampered with: use https, or insist with --allow-http"
        case .otherScheme(let from, let to): "it leads from \(clipped(from)) to \(clipped(to))"
        case .nearHost(let host):
            "a server may not send us on to this machine or a private network (\(clipped(host, to: 120)))"
        case .credentials:
            "it holds a user name or password, which would be kept in the lock file: give them in ~/.netrc, or in the file "
                + "that NETRC names"
        case .baseWithQuery: "it has a query or fragment, to which no name can be appended"
        }
    }

    package static func of(_ error: FetchError) -> String {
        switch error {
        case .refusedURL(let url, let problem): "\(clipped(url)): \(of(problem))"
        case .refusedRedirect(let from, let to, let problem):
            "\(clipped(from)) redirects to \(clipped(to)): \(of(problem))"
        case .tooManyRedirects(let url, let limit): "\(clipped(url)) redirects more than \(limit) times"
        case .notFound(let url, let status): "\(clipped(url)) does not exist (status \(status))"
        case .status(let url, let status, let attempts, let wait):
            "\(clipped(url)) answers with status \(status) (\(count(attempts)))"
                + (wait.map { "; it asks to wait \($0.components.seconds) s" } ?? "")
        case .limit(let url, let limit): "\(clipped(url)): \(of(limit))"
        case .transport(let url, let code, let text, let attempts):
            "\(clipped(url)): \(clipped(text, to: 160)) (libcurl \(code), \(count(attempts)))"
        case .body(let url, let fault): "\(clipped(url)): \(of(fault))"
        case .file(let url, let error): "\(clipped(url)): \(of(error))"
        case .libraryMissing(let problem): problem
        case .library(let code, let text): "libcurl could not be started: \(clipped(text)) (\(code))"
        }
    }

    private static func of(_ fault: BodyFault) -> String {
        switch fault {
        case .coding(let coding): "its coding '\(clipped(coding))' is not gzip, which alone was asked for"
        case .truncated: "its gzip data end too early"
        case .trailingBytes: "something follows its gzip data"
        case .corrupt: "its gzip data are damaged"
        case .noEnd: "the server does not say where the document ends: it may be cut short"
        }
    }

    private static func count(_ attempts: Int) -> String { attempts == 1 ? "1 attempt" : "\(attempts) attempts" }

    private static func of(_ limit: FetchLimit) -> String {
        switch limit {
        case .bytesReceived(let bytes): "more than \(bytes) bytes came"
        case .bytesDecoded(let bytes): "it inflates to more than \(bytes) bytes"
        case .connecting(let time): "no connection within \(time.components.seconds) s"
        case .silence(let time): "nothing came for \(time.components.seconds) s"
        case .total(let time): "not finished within \(time.components.seconds) s"
        case .wholeBytes(let bytes): "more than \(bytes) bytes came in all"
        case .wholeTime(let time): "the refresh as a whole was not finished within \(time.components.seconds) s"
        }
    }
}

// Words for what is wrong with a table of HEPData.

extension ErrorText {
    package static func of(_ error: HEPDataError) -> String {
        switch error {
        case .notANumber(let place): "'\(clipped(place))' is no paper at HEPData: hepdata:ins and its number at INSPIRE"
        case .fetch(let error): of(error)
        case .page(let url): "\(whole(url)) answers with a page for people, as HEPData does where something is wrong"
        case .unreadable(let url, let fault):
            "\(whole(url)) is no record of HEPData: \(clipped(fault.explanation, to: 200))"
        case .otherVersion(let number, let asked, let found):
            "hepdata:\(number.text) has no version \(asked); version \(found) is there"
        case .tableNotTold(let choice, let version, let tables):
            "the words \(list(choice.words.map { "'\(clipped($0))'" })) don't tell which table of "
                + "hepdata:\(choice.number.text), version \(version), is meant: 'mutau add hepdata:\(choice.number.text) "
                + "--table NAME --stem STEM' takes one of \(list(tables.prefix(12).map { "'\(clipped($0.name))'" }))"
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
    package static func of(_ news: HEPDataNews, stem: String) -> String {
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
