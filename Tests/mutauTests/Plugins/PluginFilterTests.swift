import CPluginABI
import CSystem
import Glibc
import Testing

/// The filter of calls that the code of plugins runs behind, rule by rule as the kernel goes through it.
@Suite struct PluginFilterTests {
    private static let process: UInt32 = 4711
    #if arch(x86_64)
        private static let convention: UInt32 = 0xC000_003E
        /// 32 bits on the same processor, where 37 is kill and 62 is ustat.
        private static let other: UInt32 = 0x4000_0003
    #else
        private static let convention: UInt32 = 0xC000_00B7
        private static let other: UInt32 = 0x4000_0028
    #endif

    private enum Verdict { static let allow: UInt32 = 0x7FFF_0000, kill: UInt32 = 0x8000_0000, deny: UInt32 = 0x5_0001 }

    private static let rules: [mutau_rule] = {
        let count = mutau_rules(process, nil, 0)
        return [mutau_rule](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = mutau_rules(process, buffer.baseAddress, buffer.count)
        }
    }()

    /// Goes through the rules; an instruction that is none of those used here has no verdict.
    private func verdict(
        _ call: Int32, _ arguments: [UInt64] = [], convention: UInt32 = Self.convention
    ) -> UInt32? {
        var words = [UInt32(bitPattern: call), convention, 0, 0]
        for argument in arguments + [UInt64](repeating: 0, count: 6 - arguments.count) {
            words += [UInt32(truncatingIfNeeded: argument), UInt32(truncatingIfNeeded: argument >> 32)]
        }
        var (place, value) = (0, UInt32(0))
        while Self.rules.indices.contains(place) {
            let rule = Self.rules[place]
            place += 1
            switch rule.code {
            case 0x20: value = words[Int(rule.value) / 4]
            case 0x05: place += Int(rule.value)
            case 0x15: place += Int(value == rule.value ? rule.if_so : rule.otherwise)
            case 0x35: place += Int(value >= rule.value ? rule.if_so : rule.otherwise)
            case 0x45: place += Int(value & rule.value != 0 ? rule.if_so : rule.otherwise)
            case 0x06: return rule.value
            default: return nil
            }
        }
        return nil
    }

    @Test func theyFitAndEachLeadsFurther() {
        #expect(Self.rules.count <= MUTAU_MOST_RULES)
        for (place, rule) in Self.rules.enumerated() where rule.code & 7 == 5 {
            #expect(place + 1 + Int(max(rule.if_so, rule.otherwise)) < Self.rules.count)
        }
    }

    @Test func anotherCallingConventionEndsTheProcess() {
        for call in [SYS_read, SYS_kill, 37, 20] {
            #expect(verdict(call, convention: Self.other) == Verdict.kill)
        }
        #if arch(x86_64)
            // x32: the same convention, by numbers of its own.
            for call in [SYS_read, SYS_kill, 512, 536] {
                #expect(verdict(call | 0x4000_0000, [UInt64(Self.process)]) == Verdict.deny)
            }
        #endif
    }

    @Test func whatABoundNeedsIsAllowed() {
        let ordinary = [
            SYS_read, SYS_write, SYS_mmap, SYS_futex, SYS_openat, SYS_exit_group, SYS_rt_sigaction, SYS_execve,
            SYS_wait4, SYS_getpid,
        ]
        for call in ordinary { #expect(verdict(call) == Verdict.allow) }
        // A thread, and a process as fork() makes one.
        for flags in [0x3D_0F00, 0x0120_0011] as [UInt64] {
            #expect(verdict(SYS_clone, [flags]) == Verdict.allow)
        }
        #expect(verdict(435) == 0x5_0026)  // clone3: not there
    }

    /// By the lower half of the argument, as the kernel takes it.
    @Test(arguments: [
        SYS_kill, SYS_tgkill, SYS_prlimit64, SYS_sched_setscheduler, SYS_sched_setparam, SYS_sched_setattr,
        SYS_sched_setaffinity,
    ])
    func onlyItselfIsReached(call: Int32) {
        let itself = UInt64(Self.process)
        #expect(verdict(call, [itself, itself, 6]) == Verdict.allow)
        #expect(verdict(call, [itself | 1 << 32, itself, 6]) == Verdict.allow)
        for other in [1, itself - 1, UInt64(UInt32.max), UInt64.max, UInt64(UInt32(bitPattern: -4711))] {
            #expect(verdict(call, [other, other, 9]) == Verdict.deny)
        }
        #expect(verdict(call, [0, 0, 9]) == (call == SYS_tgkill ? Verdict.deny : Verdict.allow))
    }

    @Test func othersAreNeitherSignalledNorTraced() {
        let never = [
            SYS_tkill, SYS_rt_sigqueueinfo, SYS_rt_tgsigqueueinfo, SYS_ptrace, SYS_process_vm_readv,
            SYS_process_vm_writev, SYS_kcmp, SYS_perf_event_open, SYS_bpf, SYS_setns, SYS_unshare, SYS_userfaultfd,
            SYS_setsid, SYS_setpgid, SYS_setpriority, SYS_ioprio_set, SYS_migrate_pages, SYS_move_pages, SYS_vhangup,
        ]
        // With pidfd_send_signal, io_uring, pidfd_open, pidfd_getfd, process_madvise and process_mrelease.
        for call in never + [424, 425, 426, 427, 434, 438, 440, 448] {
            #expect(verdict(call, [UInt64(Self.process)]) == Verdict.deny)
        }
        for command in [8, 15] as [UInt64] { #expect(verdict(SYS_fcntl, [0, command]) == Verdict.deny) }
        for command in [1, 2, 3, 4] as [UInt64] { #expect(verdict(SYS_fcntl, [0, command]) == Verdict.allow) }
        for request in [0x5410, 0x5412, 0x8901, 0x8902] as [UInt64] {
            #expect(verdict(SYS_ioctl, [0, request]) == Verdict.deny)
        }
        #expect(verdict(SYS_ioctl, [0, 0x5413]) == Verdict.allow)
        for flag in [0x2000, 0x8000, 0x2_0000, 0x1000_0000, 0x2000_0000, 0x4000_0000] as [UInt64] {
            #expect(verdict(SYS_clone, [flag | 17]) == Verdict.deny)
        }
    }
}
