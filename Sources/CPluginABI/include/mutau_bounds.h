// The section of this program in which bounds linked into it register themselves.
#ifndef MUTAU_BOUNDS_H
#define MUTAU_BOUNDS_H

typedef void *(*mutau_bounds_entry)(void);

/// The first entry of the section, and the one after the last; equal where no bound is linked in.
const mutau_bounds_entry *mutau_bounds_begin(void);
const mutau_bounds_entry *mutau_bounds_end(void);

#endif
