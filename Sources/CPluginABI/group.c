#include "mutau_child.h"

#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#define SKIP_IF(value, matching, otherwise) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), (matching), (otherwise))

void mutau_keep_in_group(void) {
    // The lower half of a number of a process says all on a little-endian machine.
    struct sock_filter rules[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        SKIP_IF(SYS_setsid, 6, 0),
        SKIP_IF(SYS_setpgid, 5, 0),
        SKIP_IF(SYS_kill, 0, 3),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args)),
        SKIP_IF((uint32_t)getpid(), 1, 0),
        SKIP_IF(0, 0, 1), // the group
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
    };
    struct sock_fprog program = {.len = sizeof rules / sizeof *rules, .filter = rules};
    // Without the first the second is for the system's administrator alone.
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}
