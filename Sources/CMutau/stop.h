// For the library alone: whether the caller wants a call to end.
#ifndef MUTAU_STOP_H
#define MUTAU_STOP_H

#include <stdint.h>

static inline int32_t mutau_stop_is_set(const int32_t *stop) {
    return stop != 0 && __atomic_load_n(stop, __ATOMIC_RELAXED) != 0;
}

#endif
