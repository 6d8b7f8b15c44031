#include "libraries.h"

#define XML(result, name, parameters, arguments) FORWARD(MUTAU_LIBXML2, result, name, parameters, arguments)

XML(void, xmlInitParser, (void), ())
XML(void *, xmlNewParserCtxt, (void), ())
XML(void, xmlFreeParserCtxt, (void *context), (context))
XML(void *, xmlCtxtReadMemory,
    (void *context, const char *bytes, int size, const char *url, const char *encoding, int options),
    (context, bytes, size, url, encoding, options))
XML(void, xmlFreeDoc, (void *document), (document))
XML(void, xmlStopParser, (void *context), (context))
XML(void, xmlSetStructuredErrorFunc, (void *context, void *handler), (context, handler))
XML(void *, xmlGetLastError, (void), ())
XML(void, xmlResetLastError, (void), ())
XML(int, xmlSAX2GetLineNumber, (void *context), (context))
XML(void, xmlSAX2StartDocument, (void *context), (context))
XML(void, xmlSAX2InternalSubset, (void *context, const void *name, const void *publicID, const void *systemID),
    (context, name, publicID, systemID))
XML(void, xmlSAX2EntityDecl,
    (void *context, const void *name, int type, const void *publicID, const void *systemID, void *content),
    (context, name, type, publicID, systemID, content))
XML(void *, xmlReaderForMemory, (const char *bytes, int size, const char *url, const char *encoding, int options),
    (bytes, size, url, encoding, options))
XML(void, xmlFreeTextReader, (void *reader), (reader))
XML(void, xmlTextReaderSetStructuredErrorHandler, (void *reader, void *handler, void *user), (reader, handler, user))
XML(int, xmlTextReaderRead, (void *reader), (reader))
XML(int, xmlTextReaderNodeType, (void *reader), (reader))
XML(int, xmlTextReaderIsEmptyElement, (void *reader), (reader))
XML(int, xmlTextReaderMoveToNextAttribute, (void *reader), (reader))
XML(const unsigned char *, xmlTextReaderConstEncoding, (void *reader), (reader))
XML(const unsigned char *, xmlTextReaderConstLocalName, (void *reader), (reader))
XML(const unsigned char *, xmlTextReaderConstValue, (void *reader), (reader))
XML(void *, xmlTextReaderCurrentNode, (void *reader), (reader))
