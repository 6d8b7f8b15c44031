import Documents

/// The part of the page that one can play with: controls, picture, panel, tables and script.
///
/// What cards say reaches it as JSON in a block that is not run, in which no `<` stands, and the script puts it in place as
/// text alone.
public struct PagePlay: Sendable {
    private let tables: String
    private let library: GraphicsLibrary

    /// - Parameters:
    ///   - tables: what the page looks values up in.
    ///   - library: with which it draws.
    public init(_ tables: PageTables, library: GraphicsLibrary) {
        self.tables = ScriptText.escaped(json: SharedTexts.taken(outOf: tables.json).compact)
        self.library = library
    }

    /// The scripts that are run, in their order.
    var scripts: [String] { [library.script, Self.script] }

    /// One function, so that nothing of it is seen from outside.
    private static let script: String = {
        let parts: [StaticString] = [
            pageTablesText, pageLikelihoodText, pageVerdictsText, pageStateText, pageWordsText, pageColoursText,
            pageShapesText, pageLabelsText,
            pagePictureText, pageSpectrumText, pagePanelText, pageControlsText, pageExportText, pageMainText,
        ]
        return "(() => {\n" + parts.map { "\($0)" }.joined(separator: "\n") + "\n})();\n"
    }()

    /// Hidden until the script shows it.
    var section: String {
        """
        <section id="play" hidden>
        <div id="frame">
        <svg id="picture" tabindex="0" role="application" aria-roledescription="map" aria-label="\(Self.description)" aria-describedby="keys"></svg>
        <p id="cursor" class="note">&nbsp;</p>
        <div class="tools">
        <button type="button" id="zoom-in">zoom in</button>
        <button type="button" id="zoom-out">zoom out</button>
        <button type="button" id="zoom-all">all</button>
        <button type="button" id="save-svg">save SVG</button>
        <button type="button" id="save-png">save PNG</button>
        <button type="button" id="save-csv">save curves (CSV)</button>
        <a id="link" href="#">link to this view</a>
        </div>
        </div>
        <details id="choices"><summary>What is shown</summary><form id="controls" aria-label="What is shown"></form></details>
        <div id="panel"></div>
        <div id="notes">
        <p id="keys" class="note">Click to pin a point. Keys: arrows move the point (with shift ten steps), + and − zoom, 0 shows all, Escape lets go.</p>
        <p class="note">Green: allowed; yellow: R &lt; 1 (paper); bright green: both. Dotted outline: better than the best fit without Z′ per d.o.f. Solid lines decide; dashed ones inform.</p>
        <p id="note" class="note"></p>
        </div>
        <p id="live" class="out" role="status" aria-live="polite"></p>
        <details id="table-view"><summary>Limits as a table</summary><div id="table" class="wide"></div></details>
        </section>
        """
    }

    private static let description = "Coupling against mass: what is allowed, and the limits"

    /// What the section needs, to stand at the end of the body.
    var blocks: String {
        """
        <script type="application/json" id="tables">\(tables)</script>
        <!--
        d3, used below:
        \(library.licence)
        -->
        \(scripts.map { "<script>\($0)</script>" }.joined(separator: "\n"))
        """
    }
}
