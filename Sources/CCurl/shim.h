#ifndef MUTAU_CCURL_SHIM_H
#define MUTAU_CCURL_SHIM_H
#include <curl/curl.h>
#include <sys/socket.h>

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
typedef curl_socket_t (*ccurl_opensocket_function)(void *user, curlsocktype purpose, struct curl_sockaddr *address);
static const curl_socket_t ccurl_no_socket = CURL_SOCKET_BAD;
// The address goes on beyond the end of its struct.
static inline const struct sockaddr *ccurl_address(const struct curl_sockaddr *a) { return &a->addr; }
static inline curl_socket_t ccurl_new_socket(const struct curl_sockaddr *a) {
    return socket(a->family, a->socktype, a->protocol);
}
static inline CURLcode ccurl_set_opensocket(CURL *h, ccurl_opensocket_function f, void *user) {
    CURLcode code = curl_easy_setopt(h, CURLOPT_OPENSOCKETFUNCTION, f);
    return code != CURLE_OK ? code : curl_easy_setopt(h, CURLOPT_OPENSOCKETDATA, user);
}
// https, and http where it is asked for; nothing else ever. The option by names is newer than some systems' libcurl, which
// may be another than that of the headers.
static inline CURLcode ccurl_set_protocols(CURL *h, int plain_http) {
#if LIBCURL_VERSION_NUM >= 0x075500
    CURLcode named = curl_easy_setopt(h, CURLOPT_PROTOCOLS_STR, plain_http ? "https,http" : "https");
    // libcurl follows no redirection; should it ever, then within TLS.
    if (named == CURLE_OK) named = curl_easy_setopt(h, CURLOPT_REDIR_PROTOCOLS_STR, "https");
    if (named != CURLE_UNKNOWN_OPTION) return named;
#endif
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wdeprecated-declarations"
    CURLcode code =
        curl_easy_setopt(h, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTPS | (plain_http ? CURLPROTO_HTTP : 0)));
    return code != CURLE_OK ? code : curl_easy_setopt(h, CURLOPT_REDIR_PROTOCOLS, (long)CURLPROTO_HTTPS);
#pragma clang diagnostic pop
}
static inline CURLMcode ccurl_multi_set_long(CURLM *m, CURLMoption o, long v) { return curl_multi_setopt(m, o, v); }
static inline CURLcode ccurl_get_long(CURL *h, CURLINFO i, long *v) { return curl_easy_getinfo(h, i, v); }
static inline CURLcode ccurl_get_offset(CURL *h, CURLINFO i, curl_off_t *v) { return curl_easy_getinfo(h, i, v); }
static inline CURLcode ccurl_get_string(CURL *h, CURLINFO i, char **v) { return curl_easy_getinfo(h, i, v); }
#endif
