#define _GNU_SOURCE
#include "mutau_child.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <linux/sockios.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined __x86_64__
#define CONVENTION AUDIT_ARCH_X86_64
#elif defined __aarch64__
#define CONVENTION AUDIT_ARCH_AARCH64
#else
#error "which calling convention do the numbers of SYS_… belong to?"
#endif

#define DENIED (SECCOMP_RET_ERRNO | EPERM)

// Calls that signal or trace other processes, look into them, change their priority or where their memory is, hang up
// the terminal, or get around a filter of calls, whatever they are called with. The numbers of new ones are the same on
// every processor.
static const uint32_t never[] = {
    SYS_setsid, SYS_setpgid, SYS_tkill, SYS_rt_sigqueueinfo, SYS_rt_tgsigqueueinfo, SYS_ptrace, SYS_process_vm_readv,
    SYS_process_vm_writev, SYS_kcmp, SYS_perf_event_open, SYS_bpf, SYS_setns, SYS_unshare, SYS_userfaultfd,
    SYS_setpriority, SYS_ioprio_set, SYS_migrate_pages, SYS_move_pages, SYS_vhangup,
    424 /* pidfd_send_signal */, 425 /* io_uring_setup */, 426 /* io_uring_enter */, 427 /* io_uring_register */,
    434 /* pidfd_open */, 438 /* pidfd_getfd */, 440 /* process_madvise */, 448 /* process_mrelease */,
};

// Namespaces of its own, a child that counts as the program's, and one that is traced from the start.
#define NEVER_IN_CLONE                                                                                              \
    (CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET        \
     | CLONE_PARENT | CLONE_PTRACE)

typedef struct list {
    mutau_rule *rules;
    size_t room, count;
} list;

static void add(list *list, uint16_t code, uint8_t if_so, uint8_t otherwise, uint32_t value) {
    if (list->count < list->room) list->rules[list->count] = (mutau_rule){code, if_so, otherwise, value};
    list->count += 1;
}

static void load(list *list, size_t place) { add(list, BPF_LD | BPF_W | BPF_ABS, 0, 0, (uint32_t)place); }
static void answer(list *list, uint32_t value) { add(list, BPF_RET | BPF_K, 0, 0, value); }

// The next rules, so many of them, are for this value alone.
static void only_for(list *list, uint32_t value, uint8_t rules) { add(list, BPF_JMP | BPF_JEQ | BPF_K, 0, rules, value); }

// Of an argument the lower half, which on a little-endian machine comes first and says all of a number of 32 bits.
static void load_argument(list *list, int number) {
    load(list, offsetof(struct seccomp_data, args) + (size_t)number * sizeof(uint64_t));
}

// A call whose argument has to be one of some values, or must not be.
static void compare(list *list, uint32_t call, int argument, const uint32_t *values, uint8_t count, int must_be) {
    only_for(list, call, (uint8_t)(2 * count + 2));
    load_argument(list, argument);
    for (uint8_t index = 0; index < count; index += 1) {
        only_for(list, values[index], 1);
        answer(list, must_be ? SECCOMP_RET_ALLOW : DENIED);
    }
    answer(list, must_be ? DENIED : SECCOMP_RET_ALLOW);
}

size_t mutau_rules(uint32_t process, mutau_rule *rules, size_t room) {
    list list = {rules, room, 0};
    load(&list, offsetof(struct seccomp_data, arch));
    only_for(&list, CONVENTION, 1);
    add(&list, BPF_JMP | BPF_JA, 0, 0, 1);
    answer(&list, SECCOMP_RET_KILL_PROCESS);
    load(&list, offsetof(struct seccomp_data, nr));
#if defined __x86_64__
    // The calls of x32 have numbers of their own.
    add(&list, BPF_JMP | BPF_JGE | BPF_K, 0, 1, 0x40000000);
    answer(&list, DENIED);
#endif
    for (size_t index = 0; index < sizeof never / sizeof *never; index += 1) {
        only_for(&list, never[index], 1);
        answer(&list, DENIED);
    }
    // Itself, by which abort() and raise() end it, and its group.
    const uint32_t itself[] = {process, 0};
    compare(&list, SYS_kill, 0, itself, 2, 1);
    compare(&list, SYS_tgkill, 0, itself, 1, 1);
    // A limit that is lowered ends another process, too.
    compare(&list, SYS_prlimit64, 0, itself, 2, 1);
    // How it is scheduled, and on which processors.
    compare(&list, SYS_sched_setscheduler, 0, itself, 2, 1);
    compare(&list, SYS_sched_setparam, 0, itself, 2, 1);
    compare(&list, SYS_sched_setattr, 0, itself, 2, 1);
    compare(&list, SYS_sched_setaffinity, 0, itself, 2, 1);
    // A file whose events are signals to another process.
    const uint32_t owners[] = {F_SETOWN, 15 /* F_SETOWN_EX */};
    compare(&list, SYS_fcntl, 1, owners, 2, 0);
    // The same by another name, and keys that are typed for the user.
    const uint32_t terminals[] = {FIOSETOWN, SIOCSPGRP, TIOCSPGRP, TIOCSTI};
    compare(&list, SYS_ioctl, 1, terminals, 4, 0);
    only_for(&list, SYS_clone, 4);
    load_argument(&list, 0);
    add(&list, BPF_JMP | BPF_JSET | BPF_K, 0, 1, NEVER_IN_CLONE);
    answer(&list, DENIED);
    answer(&list, SECCOMP_RET_ALLOW);
    // Its flags lie in memory, where no filter sees them; without it the C library takes clone.
    only_for(&list, 435 /* clone3 */, 1);
    answer(&list, SECCOMP_RET_ERRNO | ENOSYS);
    answer(&list, SECCOMP_RET_ALLOW);
    return list.count;
}

// Rights by which the system's administrator looks into every process, through its files in /proc too. They don't come
// back with another program that is started, since there are no new privileges.
static void give_up_looking(void) {
    static const int rights[] = {CAP_SYS_PTRACE, CAP_SYS_ADMIN, 38 /* CAP_PERFMON */};
    struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
    struct __user_cap_data_struct sets[_LINUX_CAPABILITY_U32S_3];
    if (syscall(SYS_capget, &header, sets) != 0) return;
    for (size_t index = 0; index < sizeof rights / sizeof *rights; index += 1) {
        struct __user_cap_data_struct *set = sets + CAP_TO_INDEX(rights[index]);
        const uint32_t others = ~CAP_TO_MASK(rights[index]);
        set->effective &= others;
        set->permitted &= others;
        set->inheritable &= others;
    }
    syscall(SYS_capset, &header, sets);
}

void mutau_keep_others_out(void) { prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

void mutau_keep_to_itself(void) {
    give_up_looking();
    mutau_rule rules[MUTAU_MOST_RULES];
    size_t count = mutau_rules((uint32_t)getpid(), rules, MUTAU_MOST_RULES);
    struct sock_filter filter[MUTAU_MOST_RULES];
    for (size_t index = 0; index < count && index < MUTAU_MOST_RULES; index += 1) {
        const mutau_rule rule = rules[index];
        filter[index] = (struct sock_filter){rule.code, rule.if_so, rule.otherwise, rule.value};
    }
    struct sock_fprog program = {.len = (unsigned short)count, .filter = filter};
    // Without the first the second is for the system's administrator alone.
    if (count <= MUTAU_MOST_RULES && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
        prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}
