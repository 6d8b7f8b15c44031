// The files of Constraints/, embedded in the program so that it can be moved on its own.
#ifndef MUTAU_BUNDLED_DATA_H
#define MUTAU_BUNDLED_DATA_H
#include <stddef.h>

typedef struct bundled_file {
    const char *path; // below Constraints/
    const unsigned char *bytes;
    size_t size;
} bundled_file;

extern const bundled_file bundled_files[];
extern const size_t bundled_file_count;

// Swift cannot see an array of unstated length.
static inline bundled_file bundled_file_at(size_t index) { return bundled_files[index]; }

#endif
