/* A bound in C, C++ or Fortran, loaded by mutau at run time.
 *
 * A plugin defines one function, mutau_plugin_bound, and needs nothing of mutau at link time:
 *
 *     cc -O2 -shared -fPIC -Wl,-z,defs -I$PREFIX/include MyBound.c -o MyBound.so -lm
 *
 * (or `mutau plugin build`, which says much the same). Beside it lies <stem>.vot, the document of each bound: what it is,
 * where its numbers come from, and its parameters. `mutau plugin new --language c MyBound` writes a first one.
 *
 * Fortran: a derived type with bind(C) has the layout of a struct, and a function with bind(C) that returns
 * c_loc(bound) is mutau_plugin_bound. Function pointers are made by c_funloc when it is first called.
 */
#ifndef MUTAU_PLUGIN_H
#define MUTAU_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

/* The version of this interface. A later one of the same number only appends members: see `size`. */
#define MUTAU_PLUGIN_VERSION 1

/* The most intervals that an answer holds. */
#define MUTAU_INTERVALS 8

/* What an answer says. */
enum {
    MUTAU_EXCLUDES = 0, /* these couplings are excluded, all others compatible; none is a statement too */
    MUTAU_PREFERS = 1,  /* these couplings are preferred; nothing is excluded */
    MUTAU_SILENT = 2,   /* nothing can be said at this mass; never to be read as "allowed" */
    MUTAU_FAILED = 3    /* the bound could not be evaluated: `message` says why */
};

/* How the cross section of neutrinos is normalised. */
enum { MUTAU_PAPER = 0, MUTAU_MAJORANA = 1, MUTAU_DIRAC = 2 };

/* An open interval of couplings: lower is 0 where there is no lower edge, upper INFINITY where there is no upper. */
typedef struct mutau_interval {
    double lower, upper;
} mutau_interval;

typedef struct mutau_answer {
    uint32_t kind;  /* MUTAU_EXCLUDES, … */
    uint32_t count; /* of intervals, in rising order and disjoint */
    mutau_interval intervals[MUTAU_INTERVALS];
    double lower_mass, upper_mass; /* [MeV] where silent: the masses at which the bound speaks; both 0: not said */
    char message[256];             /* where failed */
} mutau_answer;

/* The choices of the scenario, and the numbers of the bound's document. */
typedef struct mutau_input {
    uint32_t size; /* sizeof this struct in the program: later versions only append */
    uint32_t cross_section;
    double kinetic_mixing;   /* ε/g′; natural and running mixing come as their number at q² = 0, −1/69.3 or so */
    double confidence_level; /* of computed bounds; 0: each at its own */
    const char *parameter_set;
    uint32_t parameter_count;
    const char *const *parameter_names;
    const double *parameter_values;
    double fixed_mixing; /* ε, where it does not go with g′; kinetic_mixing is 0 then. Since size 64 */
    double mixing_angles[4]; /* θ12, θ13, θ23, δ_CP of the neutrinos [degrees]; all 0: those of the set. Since size 96 */
} mutau_input;

typedef struct mutau_bound {
    uint32_t version; /* MUTAU_PLUGIN_VERSION */
    uint32_t size;    /* sizeof(mutau_bound) */
    const char *stem; /* of the document: letters, digits, - and _ */

    /* All the work that can be done once. Returns 0 and, in *state, whatever the others need; else a message. It may be
     * NULL. The state lives as long as the process. */
    int (*prepare)(const mutau_input *input, void **state, char *message, size_t message_size);

    /* What the bound says at a mass [MeV]. Called from several threads at once. */
    void (*boundary)(const void *state, double mass, mutau_answer *answer);

    /* ln L relative to its greatest value. Returns 0, or else a message. NULL where there is none. */
    int (*log_likelihood)(
        const void *state, double mass, double coupling, double *value, char *message, size_t message_size);
} mutau_bound;

#ifdef __cplusplus
extern "C" {
#endif
/* Defined by the plugin: its bounds one after the other from index 0, then NULL. */
__attribute__((visibility("default"))) const mutau_bound *mutau_plugin_bound(uint32_t index);
#ifdef __cplusplus
}
#endif
#endif
