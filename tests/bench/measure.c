/*
 * measure TIMES COMMAND...: runs the command so many times, its output thrown
 * away, and prints "MILLISECONDS KILOBYTES": the shortest wall time and the
 * largest resident size.
 */
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

static void
run(char **command)
{
    int status = 0;
    pid_t process = fork();
    if (process == 0) {
        int nothing = open("/dev/null", O_WRONLY);
        dup2(nothing, STDOUT_FILENO);
        dup2(nothing, STDERR_FILENO);
        execvp(command[0], command);
        _exit(127);
    }
    /* 1 is what dossier gives when it has findings to tell. */
    if (process < 0 || waitpid(process, &status, 0) < 0 || !WIFEXITED(status) ||
        WEXITSTATUS(status) > 1) {
        fprintf(stderr, "measure: %s failed\n", command[0]);
        exit(1);
    }
}

int
main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    double best = 0;
    long times = strtol(argv[1], NULL, 10);
    for (long i = 0; i < times; i++) {
        double begin = milliseconds();
        run(argv + 2);
        double took = milliseconds() - begin;
        if (i == 0 || took < best)
            best = took;
    }
    struct rusage usage;
    getrusage(RUSAGE_CHILDREN, &usage);
    long kilobytes = usage.ru_maxrss;
#ifdef __APPLE__
    kilobytes /= 1024; /* bytes there */
#endif
    printf("%.1f %ld\n", best, kilobytes);
    return 0;
}
