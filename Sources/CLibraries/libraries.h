#ifndef MUTAU_LIBRARIES_PRIVATE_H
#define MUTAU_LIBRARIES_PRIVATE_H
#include "mutau_libraries.h"

// The function of a library by its name; `found` keeps it. Ends the process where the library is missing.
__attribute__((visibility("hidden"))) void *mutau_library_function(
    mutau_library library, const char *name, void **found);

// A function of a library under its own name, seen by this program alone: the library's calls to itself stay its own.
// Pointers to what only the library looks into are void *.
#define FORWARD(library, result, name, parameters, arguments) \
    __attribute__((visibility("hidden"))) result name parameters { \
        static void *found; \
        return ((result(*) parameters)mutau_library_function(library, #name, &found)) arguments; \
    }
#endif
