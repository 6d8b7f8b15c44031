/// Why bytes are no shared object for this machine.
public enum ELFError: Error, Sendable, Hashable {
    /// The first bytes are not those of ELF.
    case notELF
    /// It ends before something it announces.
    case truncated(String)
    /// Something in it contradicts itself.
    case damaged(String)
    /// Not 64 bits, or not of this machine's byte order.
    case otherClass
    /// Built for another processor, by ELF's number.
    case otherMachine(Int)
    /// An object file or a program, by ELF's number.
    case notShared(type: Int)
}
