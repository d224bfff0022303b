/* Lets one system call of a program fail, or ends the program there, to see what is left on the disk. Loaded with LD_PRELOAD.
 * FAULT_AT: which call on regular files, counted from 1 (0: none, the calls are only counted). FAULT_HOW: "error" or "kill".
 * FAULT_COUNT: a file that gets the number of calls at the end. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static long calls;

static int fails(int fd) {
    struct stat found;
    if (fd >= 0 && (fstat(fd, &found) != 0 || !(S_ISREG(found.st_mode) || S_ISDIR(found.st_mode)))) return 0;
    const char *at = getenv("FAULT_AT"), *how = getenv("FAULT_HOW");
    if (__sync_add_and_fetch(&calls, 1) != (at ? atol(at) : 0)) return 0;
    if (how && strcmp(how, "kill") == 0) kill(getpid(), SIGKILL);
    errno = EIO;
    return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int fd, const void *bytes, size_t n) { return fails(fd) ? -1 : REAL(write)(fd, bytes, n); }
ssize_t pwrite(int fd, const void *bytes, size_t n, off_t at) { return fails(fd) ? -1 : REAL(pwrite)(fd, bytes, n, at); }
ssize_t pwrite64(int fd, const void *bytes, size_t n, off64_t at) { return fails(fd) ? -1 : REAL(pwrite64)(fd, bytes, n, at); }
int fsync(int fd) { return fails(fd) ? -1 : REAL(fsync)(fd); }
int fdatasync(int fd) { return fails(fd) ? -1 : REAL(fdatasync)(fd); }
int ftruncate(int fd, off_t to) { return fails(fd) ? -1 : REAL(ftruncate)(fd, to); }
int ftruncate64(int fd, off64_t to) { return fails(fd) ? -1 : REAL(ftruncate64)(fd, to); }
int rename(const char *from, const char *to) { return fails(-1) ? -1 : REAL(rename)(from, to); }
int unlink(const char *path) { return fails(-1) ? -1 : REAL(unlink)(path); }

__attribute__((destructor)) static void tell(void) {
    const char *path = getenv("FAULT_COUNT");
    FILE *out = path ? fopen(path, "w") : NULL;
    if (out) {
        fprintf(out, "%ld", calls);
        fclose(out);
    }
}
