import CSystem

/// What becomes of memory that this process needs no more.
public enum KeptMemory {
    /// Keeps some megabytes for what is asked for next; to be called once, before there are threads.
    ///
    /// By itself the C library gives all beyond 128 kB back to the system at once. What takes some microseconds and as much memory, spectra
    /// at several indices for instance, and is done again and again, then waits for new pages for more than half of its time.
    public static func begin() { csystem_keep_memory() }

    /// Has the next megabytes lie in one large page, where the system gives such to those who ask; to be called before there
    /// are threads, by a program and by no library.
    ///
    /// An answer about a point takes one and a half megabytes, and a twentieth of its time would go to having them page by page.
    public static func takeLargePage() { csystem_take_large_page() }
}
