#include "mutau_bounds.h"

// The linker defines these for a section whose name is a C identifier.
extern const mutau_bounds_entry __start_mutau_bounds[] __attribute__((weak, visibility("hidden")));
extern const mutau_bounds_entry __stop_mutau_bounds[] __attribute__((weak, visibility("hidden")));

const mutau_bounds_entry *mutau_bounds_begin(void) { return __start_mutau_bounds; }
const mutau_bounds_entry *mutau_bounds_end(void) { return __stop_mutau_bounds; }
