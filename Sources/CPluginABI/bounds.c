#define _GNU_SOURCE
#include "mutau_bounds.h"

#include <dlfcn.h>
#include <link.h>
#include <stddef.h>

// The linker defines these for a section whose name is a C identifier.
extern const mutau_bounds_entry __start_mutau_bounds[] __attribute__((weak, visibility("hidden")));
extern const mutau_bounds_entry __stop_mutau_bounds[] __attribute__((weak, visibility("hidden")));

const mutau_bounds_entry *mutau_bounds_begin(void) { return __start_mutau_bounds; }
const mutau_bounds_entry *mutau_bounds_end(void) { return __stop_mutau_bounds; }

void *mutau_load_base(void *handle) {
    struct link_map *map = NULL;
    return dlinfo(handle, RTLD_DI_LINKMAP, &map) == 0 && map ? (void *)map->l_addr : NULL;
}
