#include "libraries.h"

#include <stddef.h>

FORWARD(MUTAU_LIBCRYPTO, const void *, EVP_sha256, (void), ())
FORWARD(MUTAU_LIBCRYPTO, int, EVP_Digest,
    (const void *bytes, size_t count, unsigned char *digest, unsigned *size, const void *type, void *engine),
    (bytes, count, digest, size, type, engine))
