import CurveArchive
import Files
import Foundation
import Scenarios

extension Mutau {
    /// Writes what `.ci/link.sh` links into the static program and the library.
    static func writePreparedFiles() -> Never {
        do {
            let entries = try BundledFiles.ofProgram.prepared() + Scenario.prepared() + DataSetLibrary().prepared()
            try FileHandle.standardOutput.write(contentsOf: Data(PreparedFiles.bytes(of: entries)))
            Foundation.exit(EXIT_SUCCESS)
        } catch { end(with: error, of: nil, []) }
    }
}
