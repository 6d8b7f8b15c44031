import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Work on bytes from outside, under limits of the system: what its own counts should have refused, and did not, ends the
/// program with a word instead of the machine's memory.
///
/// In this process and not in one of its own: to start the program once more costs 24 ms of processor time, two thirds of
/// what `inspect` takes in all.
public enum ForeignWork {
    /// Address space beyond what is in use [bytes]: four times what a file may cost that the counts let through.
    private static let addressSpace = 256 << 20
    /// Processor time [s]: ten times what such a file may take.
    private static let seconds = 10

    /// Runs the work, and takes the limits off again. Nothing may be written in it that an end at any instant would harm.
    /// - Throws: what the work throws.
    public static func bounded<Value, Failure: Error>(
        _ work: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        try bounded(addressSpace: addressSpace, seconds: seconds, work)
    }

    static func bounded<Value, Failure: Error>(
        addressSpace: Int, seconds: Int, _ work: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        // The limits are the whole process's: whoever comes first sets them, whoever goes last takes them off.
        lifted.withLock { lifted in
            lifted.depth += 1
            if lifted.depth == 1 { lifted.limits = set(addressSpace, seconds) }
        }
        defer {
            lifted.withLock { lifted in
                lifted.depth -= 1
                if lifted.depth == 0 { lifted.limits?.restore() }
            }
        }
        return try work()
    }

    private static let lifted = Mutex((depth: 0, limits: Limits?.none))

    /// What holds for the process otherwise.
    private struct Limits {
        var (memory, processor) = (rlimit(), rlimit())
        /// How it answers to a failed allocation, and to the end of its time.
        var (abort, exhausted) = (sigaction(), sigaction())

        init() {
            getrlimit(addressSpaceLimit, &memory)
            getrlimit(processorLimit, &processor)
        }

        func restore() {
            var copy = self
            setrlimit(addressSpaceLimit, &copy.memory)
            setrlimit(processorLimit, &copy.processor)
            sigaction(SIGABRT, &copy.abort, nil)
            sigaction(SIGXCPU, &copy.exhausted, nil)
        }
    }

    private static func set(_ addressSpace: Int, _ seconds: Int) -> Limits {
        var limits = Limits()
        var action = sigaction()
        action.__sigaction_handler = .init(sa_handler: { signal in
            // Nothing but what may be called within a signal.
            let words: StaticString =
                signal == SIGXCPU
                ? "mutau: a file takes far more processor time to read than any curve does: it is refused\n"
                : "mutau: a file takes far more memory to read than any curve does: it is refused\n"
            _ = write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount)
            _exit(EX_DATAERR)
        })
        sigaction(SIGABRT, &action, &limits.abort)
        sigaction(SIGXCPU, &action, &limits.exhausted)
        if let size = size() {
            lower(addressSpaceLimit, to: rlim_t(size + addressSpace), from: limits.memory)
        }
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let used = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + 2
        lower(processorLimit, to: rlim_t(used + seconds), from: limits.processor)
        return limits
    }

    /// Of the two limits that a process has, the one that may be raised again.
    private static func lower(_ resource: __rlimit_resource_t, to value: rlim_t, from limit: rlimit) {
        var limit = limit
        limit.rlim_cur = min(limit.rlim_cur, value)
        setrlimit(resource, &limit)
    }

    private static let addressSpaceLimit = __rlimit_resource_t(RLIMIT_AS.rawValue)
    private static let processorLimit = __rlimit_resource_t(RLIMIT_CPU.rawValue)

    /// The address space in use [bytes]; nil where the system does not tell, and none is then set.
    private static func size() -> Int? {
        guard let file = fopen("/proc/self/statm", "r") else { return nil }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 64)
        guard fgets(&line, Int32(line.count), file) != nil else { return nil }
        return atol(line) * Int(getpagesize())
    }
}
