#ifndef MUTAU_CLIBXML2_SHIM_H
#define MUTAU_CLIBXML2_SHIM_H
#include <libxml/xmlversion.h>
// Debian's libxml2 pulls in the system's ICU, whose declarations contradict those of the ICU inside Swift's Foundation.
// Only the private end of xmlCharEncodingHandler depends on it, and nothing here looks into that.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/xmlreader.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>

// xmlFree is a global function pointer, which Swift 6 refuses as shared mutable state.
static inline void clibxml2_free(void *p) { xmlFree(p); }
#endif
