import Files
import Foundation

/// How the page looks: readable by day and by night, on paper and on a telephone.
enum MapPageStyle {
    /// What a browser may do with the page: apply this sheet, show the picture inside, and nothing else, whoever wrote what
    /// the page shows.
    static let policy: String = {
        let digest = Data(SHA256(of: Array(sheet.utf8)).bytes).base64EncodedString()
        return "default-src 'none'; style-src 'sha256-\(digest)'; img-src data:; base-uri 'none'; form-action 'none'"
    }()

    static let sheet = """
        :root { color-scheme: light dark; --ink: #1b1b1b; --paper: #ffffff; --rule: #b9b9b9; --link: #0b57a4; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e6e6e6; --paper: #161616; --rule: #555555; --link: #8ab8f0; }
        }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 Georgia, "STIX Two Text", serif; }
        main { max-width: 62rem; margin: 0 auto; padding: 1.5rem; }
        figure { margin: 1.5rem 0; }
        img { max-width: 100%; height: auto; background: #ffffff; border-radius: 4px; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; font-size: 0.9rem; }
        caption { text-align: left; padding-bottom: 0.5rem; }
        th, td { padding: 0.25rem 0.7rem; text-align: left; border-bottom: 1px solid var(--rule); vertical-align: top; }
        .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        .note { font-size: 0.85rem; margin: 0.4rem 0; }
        a { color: var(--link); }
        """
}
