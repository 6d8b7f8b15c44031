// What the process that plugins run in does to itself before any of their code, and the program that asks it.
#ifndef MUTAU_CHILD_H
#define MUTAU_CHILD_H

#include <stddef.h>
#include <stdint.h>

/// Forbids this process and all that it starts to leave the group of processes, with which it can be ended, to send
/// signals to processes outside, to change how they are scheduled, and to trace or look into any: an attempt fails with
/// EPERM, or with EACCES where it is a file of a process that keeps others out. A call by another calling convention than
/// the program's own, in which the numbers mean something else, ends it. Where the system has no such filters, calls are
/// as they were.
void mutau_keep_to_itself(void);

/// Keeps other processes of the same user out of this one from now on: they can't trace it nor open its memory through
/// /proc, and it leaves no core.
void mutau_keep_others_out(void);

/// One rule of the filter, as <linux/filter.h> has it: an instruction, how many rules to skip if its comparison holds
/// and otherwise, and the value.
typedef struct mutau_rule {
    uint16_t code;
    uint8_t if_so, otherwise;
    uint32_t value;
} mutau_rule;

enum { MUTAU_MOST_RULES = 256 };

/// The rules for a process of this number: as many as there is room for. Returns how many there are.
size_t mutau_rules(uint32_t process, mutau_rule *rules, size_t room);

/// Lets a crash with more than so many bytes of address space in use end the process with SIGXCPU instead of its own
/// signal, which tells it from other crashes. For the calling thread also where its stack is used up.
void mutau_tell_lack_of_memory(size_t bytes);

#endif
