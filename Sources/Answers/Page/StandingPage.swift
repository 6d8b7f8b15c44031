import Documents

/// What a page of ours is in: its title, its policy and its sheet; the page of a map and its report differ in what is inside.
enum StandingPage {
    /// - Parameters:
    ///   - title: also the heading.
    ///   - scripts: that may run.
    ///   - inside: what follows the heading, as HTML.
    ///   - blocks: what stands behind it all, as HTML.
    static func text(title: String, scripts: [String] = [], inside: String, blocks: String = "") -> String {
        let shown = HTMLText.escaped(title)
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(PagePolicy.text(scripts: scripts))">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(shown)</title>
            <style>\(PagePolicy.sheet)</style>
            </head>
            <body>
            <main>
            <h1>\(shown)</h1>
            \(inside)
            </main>
            \(blocks)
            </body>
            </html>

            """
    }
}
