import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What is being written under a name of its own and has not taken its place yet. Where a signal ends the program, it goes.
///
/// A handler of signals may do next to nothing: it wakes a thread, which takes the files away and then lets the signal have
/// its way. From then on no other thread changes anything on the disk.
public enum UnfinishedFiles {
    /// The names of what is inside, of a directory, by its path; nil for a file.
    private static let all = Mutex<[String: [String]?]>([:])
    private static let isWanted = Atomic(false)
    private static let isArmed = Atomic(false)
    /// The signal that ends the program; 0 as long as none does.
    private static let signal = Atomic<Int32>(0)
    private nonisolated(unsafe) static let alarm = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

    private static let signals = [SIGINT, SIGTERM, SIGHUP]

    /// Says that this is a program, whose signals are its own, and not a library in another's process.
    ///
    /// Whoever starts a program from a thread that blocks signals, as the workers of libdispatch do, would leave it deaf to them.
    public static func removeOnSignals() {
        isWanted.store(true, ordering: .relaxed)
        var heard = sigset_t()
        sigemptyset(&heard)
        for number in signals { sigaddset(&heard, number) }
        pthread_sigmask(SIG_UNBLOCK, &heard, nil)
    }

    static func begin(_ path: String, names: [String]? = nil) {
        guard isWanted.load(ordering: .relaxed) else { return }
        all.withLock { all in
            all[path] = .some(names)
            arm()
        }
    }

    /// It has its place, or is gone.
    static func end(_ path: String) {
        guard isWanted.load(ordering: .relaxed) else { return }
        all.withLock { all in all[path] = nil }
    }

    /// Ends the program by a signal, from its handler.
    package static func end(by number: Int32) {
        signal.store(number, ordering: .relaxed)
        if isArmed.load(ordering: .acquiring) {
            sem_post(alarm)
        } else {
            die(by: number)
        }
    }

    /// For whoever is about to change something on the disk: nobody comes back once the program is ending.
    static func holdIfEnding() {
        while isWanted.load(ordering: .relaxed), signal.load(ordering: .relaxed) != 0 { pause() }
    }

    // MARK: The thread that takes files away

    private static func arm() {
        guard !isArmed.load(ordering: .relaxed) else { return }
        // What a handler uses is there before it.
        sem_init(alarm, 0, 0)
        _ = signal.load(ordering: .relaxed)
        var thread = pthread_t()
        let isStarted = pthread_create(&thread, nil, { _ in UnfinishedFiles.wait() }, nil) == 0
        // Without it everything is as it was: files of a program that is ended stay.
        guard isStarted else { return }
        pthread_detach(thread)
        isArmed.store(true, ordering: .releasing)
        for number in signals { watch(number) }
    }

    /// A signal that is ignored, as below `nohup`, or heeded by somebody else stays so.
    private static func watch(_ number: Int32) {
        var (action, before) = (sigaction(), sigaction())
        sigaction(number, nil, &before)
        let unheeded = unsafeBitCast(SIG_DFL, to: Int.self)
        guard unsafeBitCast(before.__sigaction_handler.sa_handler, to: Int.self) == unheeded else { return }
        action.__sigaction_handler = .init(sa_handler: { UnfinishedFiles.end(by: $0) })
        // Whoever waits for input goes on waiting, and does not take the signal for its end.
        action.sa_flags = SA_RESTART
        sigaction(number, &action, nil)
    }

    private static func wait() -> UnsafeMutableRawPointer? {
        while sem_wait(alarm) != 0 {}
        all.withLock { all in
            for (path, names) in all { remove(path, names) }
        }
        die(by: signal.load(ordering: .relaxed))
        return nil
    }

    /// A call that was under way may still make a file: it is looked after for a moment.
    private static func remove(_ path: String, _ names: [String]?) {
        for _ in 0..<100 {
            guard let names else {
                unlink(path)
                return
            }
            for name in names { unlink("\(path)/\(name)") }
            if rmdir(path) == 0 || errno != ENOTEMPTY { return }
            usleep(1000)
        }
    }

    private static func die(by number: Int32) {
        var action = sigaction()
        action.__sigaction_handler = .init(sa_handler: SIG_DFL)
        sigaction(number, &action, nil)
        kill(getpid(), number)
    }
}
