#ifndef MUTAU_CCURL_SHIM_H
#define MUTAU_CCURL_SHIM_H
#include <curl/curl.h>

// One function per argument type, because Swift cannot call C variadics.
static inline CURLcode ccurl_set_long(CURL *h, CURLoption o, long v) { return curl_easy_setopt(h, o, v); }
static inline CURLcode ccurl_set_offset(CURL *h, CURLoption o, curl_off_t v) { return curl_easy_setopt(h, o, v); }
static inline CURLcode ccurl_set_string(CURL *h, CURLoption o, const char *v) { return curl_easy_setopt(h, o, v); }
static inline CURLcode ccurl_set_pointer(CURL *h, CURLoption o, void *v) { return curl_easy_setopt(h, o, v); }
typedef size_t (*ccurl_write_function)(char *data, size_t size, size_t count, void *user);
static inline CURLcode ccurl_set_write(CURL *h, ccurl_write_function f, void *user) {
    CURLcode code = curl_easy_setopt(h, CURLOPT_WRITEFUNCTION, f);
    return code != CURLE_OK ? code : curl_easy_setopt(h, CURLOPT_WRITEDATA, user);
}
static inline CURLcode ccurl_set_header(CURL *h, ccurl_write_function f, void *user) {
    CURLcode code = curl_easy_setopt(h, CURLOPT_HEADERFUNCTION, f);
    return code != CURLE_OK ? code : curl_easy_setopt(h, CURLOPT_HEADERDATA, user);
}
typedef int (*ccurl_progress_function)(
    void *user, curl_off_t total, curl_off_t received, curl_off_t upload_total, curl_off_t sent);
static inline CURLcode ccurl_set_progress(CURL *h, ccurl_progress_function f, void *user) {
    CURLcode code = curl_easy_setopt(h, CURLOPT_XFERINFOFUNCTION, f);
    if (code == CURLE_OK) code = curl_easy_setopt(h, CURLOPT_XFERINFODATA, user);
    return code != CURLE_OK ? code : curl_easy_setopt(h, CURLOPT_NOPROGRESS, 0L);
}
// https, and http where it is asked for; nothing else ever. The option by names is newer than some systems' libcurl.
static inline CURLcode ccurl_set_protocols(CURL *h, int plain_http) {
#if LIBCURL_VERSION_NUM >= 0x075500
    return curl_easy_setopt(h, CURLOPT_PROTOCOLS_STR, plain_http ? "https,http" : "https");
#else
    return curl_easy_setopt(h, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTPS | (plain_http ? CURLPROTO_HTTP : 0)));
#endif
}
static inline CURLMcode ccurl_multi_set_long(CURLM *m, CURLMoption o, long v) { return curl_multi_setopt(m, o, v); }
static inline CURLcode ccurl_get_long(CURL *h, CURLINFO i, long *v) { return curl_easy_getinfo(h, i, v); }
static inline CURLcode ccurl_get_offset(CURL *h, CURLINFO i, curl_off_t *v) { return curl_easy_getinfo(h, i, v); }
static inline CURLcode ccurl_get_string(CURL *h, CURLINFO i, char **v) { return curl_easy_getinfo(h, i, v); }
#endif
