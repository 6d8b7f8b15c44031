/* Whether a light L_mu - L_tau gauge boson Z' is allowed: the answers of the program mutau, for other programs.
 *
 * Masses are in MeV, couplings are g', energies in GeV. Every function may be called from many threads at once, also with
 * one scenario. What can fail returns 0, or the exit code of the program for such an error (64 usage, 65 bad input data,
 * 66 no such input, 69 unavailable, 70 internal, 72 a library of the system is missing, 74 input/output, 130 stopped), and
 * puts the words for it into *error, a text that the caller gives back by mutau_release(), once; error may be NULL. Texts
 * are UTF-8. Arrays belong to the caller, who makes room for as many values as the function says; where that is none they
 * may be NULL. Nothing else may be NULL but what is said to.
 *
 * `stop` may be NULL, or point to a number that another thread sets to something else than 0 to end the call: it then
 * returns 130, and what its arrays hold has no meaning.
 */
#ifndef MUTAU_H
#define MUTAU_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Raised when a function or structure of this header changes its meaning; functions may be added without. */
#define MUTAU_INTERFACE 1

/* MUTAU_INTERFACE of the library. */
int32_t mutau_interface(void);

/* The version, with the digest of the data that the library carries. To be released. */
char *mutau_version(void);

/* Gives a text back that a function of this library returned; NULL is passed over. */
void mutau_release(char *text);

/* A scenario made ready. */
typedef struct mutau_scenario mutau_scenario;

/* A choice by its name, which is that of the program's option without the dashes, "ordering" for instance, and its value
 * as text; a value of NULL stands for an option that has none. */
typedef struct {
    const char *name;
    const char *value;
} mutau_choice;

/* Which couplings a bound excludes, or prefers where its kind is `preferred` or `hint`, at each of some masses [MeV], strictly
 * rising.
 *
 * It writes the least coupling excluded into `lower`, the greatest into `upper` (infinity where there is none). Both
 * infinite: it excludes nothing; NaN: it says nothing at that mass. It returns 0, or something else where it fails, and then
 * may put the reason into `message`, at most `capacity` bytes with the 0 at their end. It is called from many threads. */
typedef int32_t (*mutau_bound_function)(
    void *context, const double *masses, size_t count, double *lower, double *upper, char *message, size_t capacity);

/* A bound that is added to a scenario: a curve, or a function. `card` says of it what `mutau add` takes: name, kind,
 * confidence-level and so on. */
typedef struct {
    const mutau_choice *card;
    size_t card_count;
    /* A curve of `count` points; NULL for a function. */
    const double *masses;
    const double *couplings;
    size_t count;
    /* A function; NULL for a curve. It and its context are used as long as the scenario lives. Its card says nothing of how
     * numbers are to be read, quantity or side for instance. */
    mutau_bound_function function;
    void *context;
} mutau_addition;

/* Makes a scenario: one that ships, a file, or an earlier answer of the program, as choices change it. NULL for `name`: the
 * program's own choice. */
int32_t mutau_scenario_make(
    const char *name, const mutau_choice *choices, size_t choice_count, const mutau_addition *additions,
    size_t addition_count, mutau_scenario **scenario, char **error);

/* To be called once, when no other call uses the scenario any more; NULL is passed over. */
void mutau_scenario_free(mutau_scenario *scenario);

/* What was warned of since the last call, a line each; NULL: nothing. To be released. */
char *mutau_warnings(const mutau_scenario *scenario);

/* The choices that mutau_scenario_make() takes, as JSON. To be released. */
char *mutau_choices(void);

/* A mass [MeV], or a coupling, as the command line reads it: 6.5MeV, 0.0065GeV, 6.5. */
int32_t mutau_mass(const char *text, double *mass, char **error);
int32_t mutau_coupling(const char *text, double *coupling, char **error);

/* An answer of the program as JSON, but for `cite`, which is BibTeX. `question` is `check`, `limit`, `table`, `chi2`, `fit`,
 * `cite`, `scenario`, `bounds`; `words` are what follows it on the command line, --combinations and --explain among them.
 * `limits` takes many masses, and answers with a list of what `limit` says of each. The answer is to be released. */
int32_t mutau_ask(
    const mutau_scenario *scenario, const char *question, const char *const *words, size_t word_count, char **answer,
    char **error);

/* The same for what takes long, `fit` above all. */
int32_t mutau_ask_at_length(
    const mutau_scenario *scenario, const char *question, const char *const *words, size_t word_count, char **answer,
    const int32_t *stop, char **error);

enum { MUTAU_ALLOWED = 0, MUTAU_EXCLUDED = 1, MUTAU_UNCONSTRAINED = 2, MUTAU_INVALID = 3 };

/* The standing of each of `count` points, one of the constants above; what is no mass or no coupling is invalid. */
int32_t mutau_standings(
    const mutau_scenario *scenario, const double *masses, const double *couplings, size_t count, uint8_t *standings,
    const int32_t *stop, char **error);

/* The number of bounds of a scenario, in the order of the question `bounds`. */
int32_t mutau_bound_count(const mutau_scenario *scenario, size_t *count, char **error);

/* The distance of each point from the limit of each bound [dex], positive on the allowed side: `count` values of the first
 * bound, then of the second, and so on; NaN where a bound has none. */
int32_t mutau_margins(
    const mutau_scenario *scenario, const double *masses, const double *couplings, size_t count, double *margins,
    const int32_t *stop, char **error);

/* chi^2 of IceCube's spectrum at each point, with the amplitude A [1e-18 GeV^-1 cm^-2 s^-1 sr^-1] and the index gamma that it
 * is for. On entry `amplitudes` and `gammas` hold what is given; NaN: that with the least chi^2, or the scenario's where it
 * was chosen beside its own. NaN for what is no point. */
int32_t mutau_chi2(
    const mutau_scenario *scenario, const double *masses, const double *couplings, size_t count, double *amplitudes,
    double *gammas, double *chi2, const int32_t *stop, char **error);

/* The flux at Earth at `count` energies [GeV^-1 cm^-2 s^-1 sr^-1]: of electron, muon, tau neutrinos one after the other. NaN
 * for `amplitude` or `gamma`: that of the scenario, or of its best fit. */
int32_t mutau_spectrum(
    const mutau_scenario *scenario, double mass, double coupling, const double *energies, size_t count,
    double amplitude, double gamma, double *fluxes, char **error);

/* What a bound excludes or prefers at each mass: `width` intervals a mass, rising, NaN where there are fewer. `state` is 0
 * where it says nothing, 1 where it excludes them, 2 where it prefers them, 3 where it fails. `needed` becomes the most
 * intervals that a mass has: where that is more than `width` the rest is left out. */
int32_t mutau_curve(
    const mutau_scenario *scenario, const char *stem, const double *masses, size_t count, size_t width, double *lower,
    double *upper, uint8_t *state, size_t *needed, char **error);

/* A scenario over a grid at equal steps of log m and log g', both ends included. All but the first two have columns * rows
 * values, all couplings of the first mass first; gammas are NaN where the sources have no power law, `deciding` is the place
 * of the bound with the smallest margin among the question `bounds`, -1 where none speaks. */
int32_t mutau_map(
    const mutau_scenario *scenario, double least_mass, double greatest_mass, double least_coupling,
    double greatest_coupling, size_t columns, size_t rows, double *masses, double *couplings, uint8_t *standings,
    int16_t *deciding, double *chi2, double *ratios, double *amplitudes, double *gammas, const int32_t *stop,
    char **error);

enum { MUTAU_WITHOUT_BOUNDS = 0, MUTAU_BOUNDS_EXCLUDE = 1, MUTAU_LIKELIHOOD_OF_BOUNDS = 2 };

/* ln L of each of `count` models (m, g', A, gamma), four numbers each, gamma NaN where no index of the spectrum follows it:
 * -chi^2/2 of IceCube's spectrum, and of the bounds what `bounds` says: nothing, -infinity where one that decides excludes, or
 * the product of their approximate likelihoods. What is no model has -infinity. */
int32_t mutau_log_likelihood(
    const mutau_scenario *scenario, const double *models, size_t count, int32_t bounds, double *values,
    const int32_t *stop, char **error);

#ifdef __cplusplus
}
#endif

#endif
