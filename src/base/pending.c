#include "pending.h"

#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <unistd.h>

/* A signal handler can learn nothing except from a static object. */
static _Atomic(const char *) pending_name;

static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
#define SIGNALS (sizeof signals / sizeof *signals)

static struct sigaction before[SIGNALS];

/* SA_RESETHAND has restored the default action, so that raising the signal
   again ends the program in the way the parent process expects. */
static void
remove_pending(int number)
{
    const char *name = atomic_load(&pending_name);

    if (name != NULL)
        (void)unlink(name); /* nobody is left to tell */
    (void)raise(number);
}

void
pending_begin(const char *name)
{
    struct sigaction action = {.sa_handler = remove_pending,
                               .sa_flags = SA_RESETHAND};

    atomic_store(&pending_name, name);
    (void)sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < SIGNALS; i++)
        if (sigaction(signals[i], NULL, &before[i]) == 0 &&
            before[i].sa_handler == SIG_DFL)
            (void)sigaction(signals[i], &action, NULL);
}

void
pending_end(void)
{
    for (size_t i = 0; i < SIGNALS; i++)
        if (before[i].sa_handler == SIG_DFL)
            (void)sigaction(signals[i], &before[i], NULL);
    atomic_store(&pending_name, NULL);
}
