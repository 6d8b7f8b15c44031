// called PROGRAM ARGUMENT...: runs a program that lies at a fixed address and says the names of its functions, those in its
// table of symbols, in the order in which they are called first. Each begins with a breakpoint, which is taken out when it is met.
// Ends as the program does, and with 1 where a signal ends that.
#define _GNU_SOURCE
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__x86_64__)
static const unsigned char breakpoint[] = {0xcc};
#define COUNTER rip
#define BEHIND 1 // how far the counter is beyond a breakpoint when it is met
#elif defined(__aarch64__)
static const unsigned char breakpoint[] = {0x00, 0x00, 0x20, 0xd4};
#define COUNTER pc
#define BEHIND 0
#else
#error "no breakpoint is known of this processor"
#endif

struct function {
    unsigned long address;
    const char *name;           // NULL once it is told
    const unsigned char *code;  // as it is in the file
};

static void fail(const char *what) {
    fprintf(stderr, "called: %s: %s\n", what, strerror(errno));
    exit(1);
}

static int byAddress(const void *one, const void *other) {
    const unsigned long a = ((const struct function *)one)->address, b = ((const struct function *)other)->address;
    return a < b ? -1 : a > b;
}

// All functions of a file, by rising address, each address once.
static size_t read_functions(const char *file, struct function **functions) {
    struct stat status;
    const int descriptor = open(file, O_RDONLY);
    if (descriptor < 0 || fstat(descriptor, &status) != 0) fail(file);
    const unsigned char *image = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (image == MAP_FAILED) fail(file);
    const Elf64_Ehdr *header = (const Elf64_Ehdr *)image;
    const Elf64_Shdr *sections = (const Elf64_Shdr *)(image + header->e_shoff);
    size_t count = 0;
    for (int index = 0; index < header->e_shnum; index++) {
        if (sections[index].sh_type != SHT_SYMTAB) continue;
        const Elf64_Sym *symbols = (const Elf64_Sym *)(image + sections[index].sh_offset);
        const char *names = (const char *)(image + sections[sections[index].sh_link].sh_offset);
        const size_t all = sections[index].sh_size / sizeof *symbols;
        if (!(*functions = calloc(all, sizeof **functions))) fail(file);
        for (size_t place = 0; place < all; place++) {
            const Elf64_Sym *symbol = &symbols[place];
            if (ELF64_ST_TYPE(symbol->st_info) != STT_FUNC || symbol->st_size < sizeof breakpoint
                || symbol->st_shndx == SHN_UNDEF || symbol->st_shndx >= header->e_shnum) continue;
            const Elf64_Shdr *section = &sections[symbol->st_shndx];
            (*functions)[count++] = (struct function){
                symbol->st_value, names + symbol->st_name,
                image + section->sh_offset + (symbol->st_value - section->sh_addr)};
        }
    }
    qsort(*functions, count, sizeof **functions, byAddress);
    size_t kept = 0;
    for (size_t place = 0; place < count; place++)
        if (kept == 0 || (*functions)[place].address != (*functions)[kept - 1].address)
            (*functions)[kept++] = (*functions)[place];
    return kept;
}

int main(int count, char **words) {
    if (count < 2) return 64;
    struct function *functions = NULL;
    const size_t known = read_functions(words[1], &functions);
    const pid_t child = fork();
    if (child == 0) {
        const int nowhere = open("/dev/null", O_WRONLY);
        dup2(nowhere, STDOUT_FILENO);
        if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0) execv(words[1], words + 1);
        _exit(127);
    }
    int status;
    if (child < 0 || waitpid(child, &status, 0) != child || !WIFSTOPPED(status)) fail("the program can't be traced");
    if (ptrace(PTRACE_SETOPTIONS, child, NULL, PTRACE_O_TRACECLONE | PTRACE_O_EXITKILL) != 0) fail("tracing");
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/mem", child);
    const int memory = open(path, O_RDWR);
    if (memory < 0) fail(path);
    for (size_t place = 0; place < known; place++)
        if (pwrite(memory, breakpoint, sizeof breakpoint, (off_t)functions[place].address) < 0) fail(path);
    ptrace(PTRACE_CONT, child, NULL, NULL);
    pid_t thread;
    int result = 1;
    while ((thread = waitpid(-1, &status, __WALL)) > 0) {
        if (thread == child && WIFEXITED(status)) result = WEXITSTATUS(status);
        if (!WIFSTOPPED(status)) continue;
        struct user_regs_struct registers;
        struct iovec whole = {&registers, sizeof registers};
        int signal = WSTOPSIG(status);
        if (signal == SIGTRAP && status >> 16 == 0 && ptrace(PTRACE_GETREGSET, thread, NT_PRSTATUS, &whole) == 0) {
            const struct function here = {registers.COUNTER - BEHIND, NULL, NULL};
            struct function *met = bsearch(&here, functions, known, sizeof here, byAddress);
            if (met) {
                if (met->name) puts(met->name);
                met->name = NULL;
                // Left as it is, the program would meet it for ever.
                if (pwrite(memory, met->code, sizeof breakpoint, (off_t)met->address) < 0) fail(path);
                registers.COUNTER = met->address;
                if (ptrace(PTRACE_SETREGSET, thread, NT_PRSTATUS, &whole) != 0) fail("going on");
                signal = 0;
            }
        } else if (signal == SIGTRAP || signal == SIGSTOP) {
            signal = 0; // a new thread
        }
        ptrace(PTRACE_CONT, thread, NULL, (void *)(long)signal);
    }
    return result;
}
