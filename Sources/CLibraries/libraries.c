#include "libraries.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

// Debian 12, Ubuntu 22.04 and RHEL 9 have these names in common. Debian has libcurl with GnuTLS beside that with OpenSSL.
static const struct {
    const char *name, *files[2], *packages;
} known[] = {
    [MUTAU_LIBCURL] = {"libcurl", {"libcurl.so.4", "libcurl-gnutls.so.4"},
        "libcurl4 (Debian, Ubuntu) or libcurl (Fedora, RHEL)"},
    [MUTAU_LIBXML2] = {"libxml2", {"libxml2.so.2", NULL}, "libxml2 (Debian, Ubuntu, Fedora, RHEL)"},
};

static struct {
    pthread_once_t once;
    void *handle;
    char problem[400];
} state[] = {{PTHREAD_ONCE_INIT, NULL, ""}, {PTHREAD_ONCE_INIT, NULL, ""}};

static void load(mutau_library library) {
    const char *reason = NULL;
    for (int i = 0; i < 2 && known[library].files[i] && !state[library].handle; i++) {
        state[library].handle = dlopen(known[library].files[i], RTLD_NOW | RTLD_LOCAL);
        if (!state[library].handle && !reason) reason = dlerror();
        if (reason && !state[library].problem[0])
            snprintf(state[library].problem, sizeof state[library].problem,
                "%s can't be loaded (%s): install the package %s", known[library].name, reason, known[library].packages);
    }
}

static void load_libcurl(void) { load(MUTAU_LIBCURL); }
static void load_libxml2(void) { load(MUTAU_LIBXML2); }

const char *mutau_library_problem(mutau_library library) {
    static void (*const loading[])(void) = {load_libcurl, load_libxml2};
    pthread_once(&state[library].once, loading[library]);
    return state[library].handle ? NULL : state[library].problem;
}

void *mutau_library_function(mutau_library library, const char *name, void **found) {
    void *function = __atomic_load_n(found, __ATOMIC_RELAXED);
    if (function) return function;
    const char *problem = mutau_library_problem(library);
    if (!problem) function = dlsym(state[library].handle, name);
    if (!function) {
        // Whoever calls has asked for the library first, and any that has its name has the function.
        fprintf(stderr, "mutau: %s\n", problem ? problem : name);
        abort();
    }
    __atomic_store_n(found, function, __ATOMIC_RELAXED);
    return function;
}
