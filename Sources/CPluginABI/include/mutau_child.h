// What the process that plugins run in does to itself before any of their code.
#ifndef MUTAU_CHILD_H
#define MUTAU_CHILD_H

#include <stddef.h>

/// Forbids this process and all that it starts to leave the group of processes, with which it can be ended, and to send
/// signals to processes outside: an attempt fails with EPERM. Where the system has no such filters, nothing changes.
void mutau_keep_in_group(void);

/// Lets a crash with more than so many bytes of address space in use end the process with SIGXCPU instead of its own
/// signal, which tells it from other crashes. For the calling thread also where its stack is used up.
void mutau_tell_lack_of_memory(size_t bytes);

#endif
