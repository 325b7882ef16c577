#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "command.h"

#define USUAL_WIDTH 80

enum exit_status
exit_worse(enum exit_status a, enum exit_status b)
{
    return a > b ? a : b;
}

void
complain(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fputs("dossier: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
}

enum exit_status
print_out(struct str text)
{
    size_t written = text.len ? fwrite(text.at, 1, text.len, stdout) : 0;
    if (written == text.len && fflush(stdout) == 0)
        return EXIT_DONE;
    complain("standard output could not be written");
    return EXIT_SYSTEM;
}

/* Where `make install` puts it. */
#ifndef DOSSIER_SHARE
#define DOSSIER_SHARE "/usr/local/share/dossier"
#endif

#define LONGEST_PATH 4096

/* "/opt/dossier/bin/dossier" has its files in "/opt/dossier/share/dossier". */
static struct str
share_folder(struct arena *arena)
{
    char path[LONGEST_PATH];
    ssize_t len = readlink("/proc/self/exe", path, sizeof path);
    if (len <= 0 || (size_t)len == sizeof path)
        return STR(DOSSIER_SHARE);
    struct str bin =
        file_folder(str_copy(arena, (struct str){path, (size_t)len}));
    struct str share = file_join(arena, file_folder(bin), STR("share/dossier"));
    return share;
}

struct str
schema_path(struct arena *arena)
{
    const struct str folders[] = {share_folder(arena), STR(DOSSIER_SHARE)};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        struct str path = file_join(arena, folders[i], STR(SCHEMA_NAME));
        if (access(str_terminated(arena, path), R_OK) == 0)
            return path;
    }
    return STR(SCHEMA_NAME);
}

/* The day of a moment, in UTC: the same on every machine. */
static struct date
date_of(time_t moment)
{
    struct tm tm;
    struct date date = {0};
    if (!gmtime_r(&moment, &tm))
        return date;
    date.year = tm.tm_year + 1900;
    date.month = tm.tm_mon + 1;
    date.day = tm.tm_mday;
    return date;
}

static bool
take_epoch(struct world *world, struct str *problem)
{
    const char *typed = getenv("SOURCE_DATE_EPOCH");
    uint64_t seconds;
    if (!typed || !*typed)
        return true;
    /* The last second of the year 9999. */
    if (!str_to_u64(str_from(typed), &seconds) ||
        seconds > UINT64_C(253402300799)) {
        *problem = str_format(world->arena,
                              "SOURCE_DATE_EPOCH is \"%s\"; it must be "
                              "seconds since 1970",
                              typed);
        return false;
    }
    world->created = (int64_t)seconds;
    world->today = date_of((time_t)seconds);
    world->today_is_given = true;
    return true;
}

static bool
take_today(struct world *world, struct str *problem)
{
    const char *typed = world->settings->today;
    struct date date;
    if (!typed)
        return true;
    if (!date_parse(str_from(typed), &date) || date.is_present || !date.day) {
        *problem = str_format(world->arena,
                              "--today cannot be \"%s\"; write a date like "
                              "2025-11-22",
                              typed);
        return false;
    }
    world->today = date;
    world->today_is_given = true;
    return true;
}

/* $COLUMNS, where 0 stands for no limit, else as the terminal says. */
static size_t
width_of_terminal(void)
{
    const char *typed = getenv("COLUMNS");
    uint64_t columns;
    struct winsize size;
    if (typed && str_to_u64(str_from(typed), &columns) && columns <= 10000)
        return (size_t)columns;
    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return USUAL_WIDTH;
}

static void
look_at_terminal(struct world *world)
{
    const char *no_colour = getenv("NO_COLOR");
    const char *term = getenv("TERM");
    bool is_dumb = !term || str_is(str_from(term), "dumb");
    world->progress = isatty(STDERR_FILENO) == 1 && !is_dumb;
    world->colour = world->progress && !(no_colour && *no_colour);
    world->is_terminal = isatty(STDERR_FILENO) == 1;
    world->width = width_of_terminal();
}

bool
world_look(struct world *world, struct arena *arena,
           const struct settings *settings, struct str *problem)
{
    *world = (struct world){
        .arena = arena,
        .settings = settings,
        .today = date_of(time(NULL)),
    };
    look_at_terminal(world);
    return take_epoch(world, problem) && take_today(world, problem);
}
