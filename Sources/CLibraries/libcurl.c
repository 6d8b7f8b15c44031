#include "libraries.h"

#include <stdarg.h>

#define CURL(result, name, parameters, arguments) FORWARD(MUTAU_LIBCURL, result, name, parameters, arguments)

CURL(int, curl_global_init, (long flags), (flags))
CURL(void *, curl_easy_init, (void), ())
CURL(void, curl_easy_cleanup, (void *handle), (handle))
CURL(const char *, curl_easy_strerror, (int code), (code))
CURL(void *, curl_slist_append, (void *list, const char *text), (list, text))
CURL(void, curl_slist_free_all, (void *list), (list))
CURL(void, curl_free, (void *pointer), (pointer))
CURL(void *, curl_multi_init, (void), ())
CURL(int, curl_multi_add_handle, (void *multi, void *handle), (multi, handle))
CURL(int, curl_multi_remove_handle, (void *multi, void *handle), (multi, handle))
CURL(int, curl_multi_cleanup, (void *multi), (multi))
CURL(void *, curl_multi_info_read, (void *multi, int *left), (multi, left))
CURL(int, curl_multi_perform, (void *multi, int *running), (multi, running))
CURL(int, curl_multi_poll, (void *multi, void *extra, unsigned count, int timeout, int *ready),
    (multi, extra, count, timeout, ready))
CURL(const char *, curl_multi_strerror, (int code), (code))
CURL(void *, curl_url, (void), ())
CURL(void, curl_url_cleanup, (void *url), (url))
CURL(int, curl_url_get, (void *url, int part, char **text, unsigned flags), (url, part, text, flags))
CURL(int, curl_url_set, (void *url, int part, const char *text, unsigned flags), (url, part, text, flags))

// The option's value is a long, a pointer or an offset: one register of 64 bits in every case.
_Static_assert(sizeof(long) == 8 && sizeof(void *) == 8, "libcurl's variadic functions are passed on for 64 bits");

#define CURL_VARIADIC(name) \
    __attribute__((visibility("hidden"))) int name(void *handle, int option, ...) { \
        static void *found; \
        va_list values; \
        va_start(values, option); \
        void *value = va_arg(values, void *); \
        va_end(values); \
        return ((int (*)(void *, int, ...))mutau_library_function(MUTAU_LIBCURL, #name, &found))(handle, option, value); \
    }

CURL_VARIADIC(curl_easy_setopt)
CURL_VARIADIC(curl_easy_getinfo)
CURL_VARIADIC(curl_multi_setopt)
