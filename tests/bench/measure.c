/*
 * measure TIMES COMMAND...: runs the command so many times, its output thrown
 * away, and prints "MILLISECONDS KILOBYTES": the shortest wall time and the
 * smallest of the peaks of resident size. Other work only adds to both: how
 * much of a library around a page that is read gets mapped with it is up to
 * the kernel, a megabyte more or less from one run to the next.
 */
#ifdef __linux__
#define _DEFAULT_SOURCE /* wait4 */
#endif
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double
milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* Gives the peak of the resident size in kilobytes. */
static long
run(char **command)
{
    int status = 0;
    struct rusage usage = {0};
    pid_t process = fork();
    if (process == 0) {
        int nothing = open("/dev/null", O_WRONLY);
        dup2(nothing, STDOUT_FILENO);
        dup2(nothing, STDERR_FILENO);
        execvp(command[0], command);
        _exit(127);
    }
    /* 1 is what dossier gives when it has findings to tell. */
    if (process < 0 || wait4(process, &status, 0, &usage) < 0 ||
        !WIFEXITED(status) || WEXITSTATUS(status) > 1) {
        fprintf(stderr, "measure: %s failed\n", command[0]);
        exit(1);
    }
#ifdef __APPLE__
    usage.ru_maxrss /= 1024; /* bytes there */
#endif
    return usage.ru_maxrss;
}

int
main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    double best = 0;
    long least = 0;
    long times = strtol(argv[1], NULL, 10);
    for (long i = 0; i < times; i++) {
        double begin = milliseconds();
        long kilobytes = run(argv + 2);
        double took = milliseconds() - begin;
        if (i == 0 || took < best)
            best = took;
        if (i == 0 || kilobytes < least)
            least = kilobytes;
    }
    printf("%.1f %ld\n", best, least);
    return 0;
}
