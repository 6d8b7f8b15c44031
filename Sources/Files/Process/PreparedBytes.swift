import CSystem

/// What was made ready of the bundled files when the program was linked.
public enum PreparedBytes {
    /// In the image of the program; empty where it was linked without.
    public static var ofProgram: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: csystem_prepared_files(), count: csystem_prepared_files_size())
    }
}
