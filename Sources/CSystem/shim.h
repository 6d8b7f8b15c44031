#ifndef MUTAU_CSYSTEM_SHIM_H
#define MUTAU_CSYSTEM_SHIM_H
#include <errno.h>
#include <stdio.h>
#if defined(__GLIBC__)
#include <malloc.h>
#include <stdlib.h>
#include <sys/mman.h>
#endif
#if defined(__linux__)
#include <sys/syscall.h>
#include <unistd.h>
#endif

// What .ci/link.sh makes ready of the files of Constraints/ and links into a program; null in one that is linked without.
#if defined(__linux__)
extern const unsigned char mutau_prepared_files[] __attribute__((weak));
extern const unsigned char mutau_prepared_files_end[] __attribute__((weak));
static inline const unsigned char *csystem_prepared_files(void) { return mutau_prepared_files; }
static inline long csystem_prepared_files_size(void) {
    return mutau_prepared_files ? mutau_prepared_files_end - mutau_prepared_files : 0;
}
#else
static inline const unsigned char *csystem_prepared_files(void) { return 0; }
static inline long csystem_prepared_files_size(void) { return 0; }
#endif

// One number by printf's conversion 'e', 'f' or 'g', with a sign always where `isSigned`, in less than `size` bytes. Swift
// can call no variadic function, and to pass a number to one its runtime searches all types of the program. Returns how long
// the text is.
static inline int csystem_print_number(
    char *text, unsigned long size, char conversion, int isSigned, int digits, double number) {
    switch (conversion) {
    case 'e': return snprintf(text, size, isSigned ? "%+.*e" : "%.*e", digits, number);
    case 'f': return snprintf(text, size, isSigned ? "%+.*f" : "%.*f", digits, number);
    default: return snprintf(text, size, isSigned ? "%+.*g" : "%.*g", digits, number);
    }
}

// Has the C library keep up to 8 MB that were given back, and take up to 4 MB from what it has rather than from the system.
static inline void csystem_keep_memory(void) {
#if defined(__GLIBC__)
    mallopt(M_MMAP_THRESHOLD, 4 << 20);
    mallopt(M_TRIM_THRESHOLD, 8 << 20);
#endif
}

// Has the next two megabytes that the C library gives out lie in one large page, where the system has such: a fault in place
// of some hundreds. Its memory grows from the end that sbrk tells; the first allocation beyond what it has left is made just
// below a large page, with that page as spare behind it, so that nothing is written there before the system is asked.
static inline void csystem_take_large_page(void) {
#if defined(__GLIBC__) && defined(MADV_HUGEPAGE)
    const unsigned long large = 2 << 20, spare = 136 << 10, page = 4 << 10;
    const unsigned long end = (unsigned long)sbrk(0);
    const unsigned long start = ((end + spare + large - 1) & ~(large - 1)) - spare;
    if (end == -1UL || sbrk((long)(start - end)) == (void *)-1) return;
    mallopt(M_TOP_PAD, (int)(large + spare));
    void *volatile first = malloc(spare - page);
    mallopt(M_TOP_PAD, 128 << 10);
    if ((unsigned long)first - start < spare) madvise((void *)(start + spare), large, MADV_HUGEPAGE);
    free(first);
#endif
}

// Exchanges two names in one step, so that neither is missing at any instant. Swift sees neither platform's call:
// glibc hides it behind _GNU_SOURCE, and syscall() is variadic. Returns 0, or an errno; ENOSYS where there is none.
static inline int csystem_exchange(const char *first, const char *second) {
#if defined(__linux__) && defined(SYS_renameat2)
    const int here = -100 /* AT_FDCWD */, exchange = 2 /* RENAME_EXCHANGE */;
    return syscall(SYS_renameat2, here, first, here, second, exchange) == 0 ? 0 : errno;
#elif defined(__APPLE__)
    return renamex_np(first, second, RENAME_SWAP) == 0 ? 0 : errno;
#else
    return ENOSYS;
#endif
}
#endif
