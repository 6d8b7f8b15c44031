// Where bounds register themselves: the section of this program for those linked into it, and that of a loaded object.
#ifndef MUTAU_BOUNDS_H
#define MUTAU_BOUNDS_H

typedef void *(*mutau_bounds_entry)(void);

/// The first entry of the section, and the one after the last; equal where no bound is linked in.
const mutau_bounds_entry *mutau_bounds_begin(void);
const mutau_bounds_entry *mutau_bounds_end(void);

/// Where an object that dlopen() returned begins in memory, or NULL. Swift sees no call for it.
void *mutau_load_base(void *handle);

#endif
