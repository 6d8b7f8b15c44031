#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file or directory that somebody else than the user and the system could change.
public struct OpenPlace: Error, Sendable, Hashable {
    public let path: String
    public let hand: OtherHand

    public init(path: String, hand: OtherHand) {
        self.path = path
        self.hand = hand
    }
}

/// Who that is.
public enum OtherHand: Sendable, Hashable {
    /// It belongs to another user, of this number.
    case owner(UInt32)
    /// The members of a group, of this number, may write it.
    case group(UInt32)
    /// Everyone may write it.
    case anyone
}

/// Which groups may write what is the user's own.
public enum TrustedGroup: Sendable, Hashable {
    /// That of the user alone, which many systems give each user, with files that it may write.
    case ofTheUserAlone
    case none
}

/// The first place on the way to a file or directory, it included, that somebody else could change and so put another
/// file in its place; nil where there is none.
///
/// Every directory from the root on is looked at, and every link on the way. In a sticky directory, /tmp for one, others
/// can add files but not take the place of ours.
/// - Throws: ``SystemError``, where something on the way is missing for instance.
public func openPlace(
    onTheWayTo path: String, trusting group: TrustedGroup = .ofTheUserAlone
) throws(SystemError) -> OpenPlace? {
    var rest = Array(components(of: try absolute(path)).reversed())
    var (current, links) = ("", 0)
    while true {
        var found = stat()
        guard lstat(current.isEmpty ? "/" : current, &found) == 0 else { throw .current }
        if found.st_mode & S_IFMT == S_IFLNK {
            guard found.isOurs else { return OpenPlace(path: current, hand: .owner(found.st_uid)) }
            links += 1
            guard links <= mostLinks else { throw .init(code: ELOOP) }
            let target = try target(ofLink: current)
            current = target.hasPrefix("/") ? "" : splittingLastComponent(current).directory
            if current == "/" { current = "" }
            rest += components(of: target).reversed()
        } else if let other = hand(on: found, trusting: group) {
            return OpenPlace(path: current.isEmpty ? "/" : current, hand: other)
        }
        guard let next = rest.popLast() else { return nil }
        if next == ".." {
            current = splittingLastComponent(current.isEmpty ? "/" : current).directory
            if current == "/" { current = "" }
        } else {
            current += "/\(next)"
        }
    }
}

/// As many as the kernel follows.
private let mostLinks = 40

/// Who else could write what has this status.
private func hand(on found: stat, trusting group: TrustedGroup) -> OtherHand? {
    guard found.isOurs else { return .owner(found.st_uid) }
    guard found.st_mode & S_IFMT != S_IFDIR || found.st_mode & mode_t(S_ISVTX) == 0 else { return nil }
    if found.st_mode & S_IWOTH != 0 { return .anyone }
    guard found.st_mode & S_IWGRP != 0 else { return nil }
    return group == .ofTheUserAlone && isOfTheUserAlone(found.st_gid) ? nil : .group(found.st_gid)
}

extension OpenFile {
    /// Who else could write it.
    var otherHand: OtherHand? {
        get throws(SystemError) {
            var found = stat()
            guard fstat(descriptor, &found) == 0 else { throw .current }
            return hand(on: found, trusting: .ofTheUserAlone)
        }
    }
}

extension stat {
    fileprivate var isOurs: Bool { st_uid == geteuid() || st_uid == 0 }
}

/// Whether a group is the user's first, has the user's name, and nobody else is listed in it.
private func isOfTheUserAlone(_ group: gid_t) -> Bool {
    guard let user = getpwuid(geteuid()), user.pointee.pw_gid == group, let name = user.pointee.pw_name else {
        return false
    }
    let own = String(cString: name)
    guard let found = getgrgid(group), let called = found.pointee.gr_name, String(cString: called) == own else {
        return false
    }
    var members = found.pointee.gr_mem
    while let member = members?.pointee {
        guard String(cString: member) == own else { return false }
        members = members?.successor()
    }
    return true
}

private func components(of path: String) -> [String] {
    path.split(separator: "/").filter { $0 != "." }.map(String.init)
}

private func absolute(_ path: String) throws(SystemError) -> String {
    guard !path.hasPrefix("/") else { return path }
    guard let here = getcwd(nil, 0) else { throw .current }
    defer { free(here) }
    return "\(String(cString: here))/\(path)"
}

private func target(ofLink path: String) throws(SystemError) -> String {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink(path, &target, target.count)
    guard length >= 0 else { throw .current }
    return String(decoding: target[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
