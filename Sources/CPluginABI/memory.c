#define _GNU_SOURCE
#include "mutau_child.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

static size_t most_bytes;

// The address space in use [bytes], 0 where it can't be told. Everything here is allowed in a signal handler.
static size_t bytes_in_use(void) {
    char text[32] = {0};
    int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    if (file < 0) return 0;
    ssize_t length = read(file, text, sizeof text - 1);
    close(file);
    size_t pages = 0;
    for (ssize_t index = 0; index < length && text[index] >= '0' && text[index] <= '9'; index += 1)
        pages = pages * 10 + (size_t)(text[index] - '0');
    return pages * (size_t)sysconf(_SC_PAGESIZE);
}

static void crashed(int number) {
    if (bytes_in_use() > most_bytes) number = SIGXCPU;
    // It is held back until this returns, and then meets no handler.
    signal(number, SIG_DFL);
    raise(number);
}

void mutau_tell_lack_of_memory(size_t bytes) {
    static char stack[1 << 16];
    most_bytes = bytes;
    sigaltstack(&(stack_t){.ss_sp = stack, .ss_size = sizeof stack}, NULL);
    struct sigaction action = {.sa_handler = crashed, .sa_flags = SA_ONSTACK | SA_RESETHAND};
    const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};
    for (size_t index = 0; index < sizeof crashes / sizeof *crashes; index += 1)
        sigaction(crashes[index], &action, NULL);
}
