// Libraries of the system that are loaded when they are first used, so that the program starts where they are missing.
//
// The functions of libcurl and libxml2 that the sources call are defined in this target, and go on to those of
// the library. Nothing else may be called of them. Before any is called, the library has to be asked for here.
#ifndef MUTAU_LIBRARIES_H
#define MUTAU_LIBRARIES_H

typedef enum { MUTAU_LIBCURL, MUTAU_LIBXML2 } mutau_library;

// Loads a library once, from whichever thread. Returns NULL where it is there, and else what is wrong and which package
// helps, in words that live as long as the program.
const char *mutau_library_problem(mutau_library library);

#endif
