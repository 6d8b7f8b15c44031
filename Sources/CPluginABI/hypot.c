#include <features.h>

// glibc 2.35 gave these two functions another version, which only tells errors in another way: asked for by it, a program
// built there runs on no older system. The version before it computes the same numbers.
#if defined(__x86_64__) && defined(__GLIBC__)
#define EARLIER "GLIBC_2.2.5"
#elif defined(__aarch64__) && defined(__GLIBC__)
#define EARLIER "GLIBC_2.17"
#endif

#ifdef EARLIER
double earlier_hypot(double x, double y);
float earlier_hypotf(float x, float y);
__asm__(".symver earlier_hypot, hypot@" EARLIER);
__asm__(".symver earlier_hypotf, hypotf@" EARLIER);

__attribute__((visibility("hidden"))) double hypot(double x, double y) { return earlier_hypot(x, y); }
__attribute__((visibility("hidden"))) float hypotf(float x, float y) { return earlier_hypotf(x, y); }
#endif
