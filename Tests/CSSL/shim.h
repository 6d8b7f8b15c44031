#ifndef MUTAU_CSSL_SHIM_H
#define MUTAU_CSSL_SHIM_H
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#endif
