/*
 * Scaphandre 1.0.0 reads /proc/modules before anything else and gives up where a kernel was built
 * without loadable modules and so has no such file. Preloaded, this answers that one path with an
 * empty file; every other path goes where it went before, and the program itself is untouched.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <string.h>
#include <sys/types.h>

#define REDIRECTED(NAME)                                                              \
  int NAME(const char *path, int flags, ...) {                                        \
    static int (*real)(const char *, int, ...);                                       \
    va_list rest;                                                                     \
    mode_t mode;                                                                      \
    if (!real) real = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, #NAME);       \
    va_start(rest, flags);                                                            \
    mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0;                \
    va_end(rest);                                                                     \
    if (path && strcmp(path, "/proc/modules") == 0) path = "/dev/null";               \
    return real(path, flags, mode);                                                   \
  }

REDIRECTED(open)
REDIRECTED(open64)
