// OpenSSL 3 would have digests asked for by its providers, which come with the whole of the library. These functions are
// SHA-256 alone, and so a few kilobytes of libcrypto.a go into the program, which then needs no libcrypto where it runs.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
