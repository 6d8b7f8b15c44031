#ifndef MUTAU_CFUZZER_SHIM_H
#define MUTAU_CFUZZER_SHIM_H
#include <stddef.h>
#include <stdint.h>

// libFuzzer as a library: comes with -sanitize=fuzzer.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*one)(const uint8_t *data, size_t size));
#endif
