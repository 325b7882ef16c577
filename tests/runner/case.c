#include "case.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "expect.h"
#include "files.h"
#include "worsened.h"

/* Seconds; sanitizers on a busy machine are slow. */
#define LIMIT 300
#define TODAY_EPOCH "1763769600"

struct case_kind {
    const char *folder; /* where its cases lie */
    void (*find)(struct case_list *list, const struct case_kind *kind);
    bool (*run)(const struct test_case *test);
    enum { FILES, PROGRAM } form; /* a program says "ok" itself */
};

static const char *root;

/* ---- shared ------------------------------------------------------------ */

static void
add_case(struct case_list *list, const struct case_kind *kind, const char *path)
{
    list->at = memory_grow(list->at, (list->count + 1) * sizeof *list->at);
    list->at[list->count++] = (struct test_case){
        .kind = kind,
        .name = text_format("%s", path + strlen("tests/")),
        .path = text_format("%s", path),
    };
}

/* ---- cli --------------------------------------------------------------- */

static const char *const expectations[] = {"cmd", "stdout", "stderr", "status",
                                           "files"};

static void
find_folders(struct case_list *list, const struct case_kind *kind)
{
    struct name_list names = folder_names(kind->folder);
    for (size_t i = 0; i < names.count; i++) {
        char *path = text_format("%s/%s", kind->folder, names.at[i]);
        if (file_exists(text_format("%s/cmd", path)))
            add_case(list, kind, path);
    }
}

static bool
is_listed(const struct name_list *list, const char *name)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->at[i], name) == 0)
            return true;
    return false;
}

/* The files in `work` that are not in the case, one a line. */
static const char *
files_left(const char *case_path, const char *work)
{
    struct name_list given = folder_files(case_path);
    struct name_list found = folder_files(work);
    const char *list = "";
    for (size_t i = 0; i < found.count; i++)
        if (!is_listed(&given, found.at[i]))
            list = text_format("%s%s\n", list, found.at[i]);
    return list;
}

static char *
copy_of_case(const char *path, const char *scratch)
{
    char *work = text_format("%s/work", scratch);
    char *keep = text_format("%s/.", work);
    (void)shell(text_format("mkdir '%s'", work), NULL, NULL, NULL);
    folder_copy(path, keep);
    for (size_t i = 0; i < sizeof expectations / sizeof *expectations; i++)
        unlink(text_format("%s/%s", work, expectations[i]));
    return work;
}

static bool
run_cli(const struct test_case *test)
{
    char *scratch = folder_temporary();
    char *work = copy_of_case(test->path, scratch);
    char *out = text_format("%s/stdout", scratch);
    char *err = text_format("%s/stderr", scratch);
    const char *args[] = {"sh", text_format("%s/%s/cmd", root, test->path),
                          NULL};
    int status = command_run(args, work, out, err);
    const struct {
        const char *name, *got, *usual;
    } parts[] = {
        {"stdout", text_or_nothing(out), ""},
        {"stderr", text_or_nothing(err), ""},
        {"status", text_format("%d\n", status), "0\n"},
        {"files", files_left(test->path, work), ""},
    };
    bool good = true;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        good &= matches(parts[i].got,
                        text_format("%s/%s", test->path, parts[i].name),
                        parts[i].usual, scratch);
    folder_remove(scratch);
    return good;
}

/* ---- dump -------------------------------------------------------------- */

/* The options of a first line "# args: ...". */
static const char *
options_of(const char *path)
{
    static const char mark[] = "# args: ";
    char *text = file_text(path);
    if (!text || strncmp(text, mark, sizeof mark - 1) != 0)
        return "";
    text += sizeof mark - 1;
    text[strcspn(text, "\r\n")] = '\0';
    return text;
}

static void
find_in_folders(struct case_list *list, const struct case_kind *kind,
                const char *ending)
{
    struct name_list folders = folder_names(kind->folder);
    for (size_t i = 0; i < folders.count; i++) {
        char *folder = text_format("%s/%s", kind->folder, folders.at[i]);
        struct name_list names = folder_names(folder);
        for (size_t k = 0; k < names.count; k++)
            if (text_ends(names.at[k], ending))
                add_case(list, kind, text_format("%s/%s", folder, names.at[k]));
    }
}

static void
find_yaml_in_folders(struct case_list *list, const struct case_kind *kind)
{
    find_in_folders(list, kind, ".yaml");
}

/* Cuts "tests/dump/STAGE/NAME.yaml" into its folder and NAME.yaml. */
static char *
cut_path(char *path)
{
    char *slash = strrchr(path, '/');
    *slash = '\0';
    return slash + 1;
}

static char *
with_ending(const char *path, const char *ending)
{
    int length = (int)(strlen(path) - strlen(".yaml"));
    return text_format("%.*s.%s", length, path, ending);
}

static bool
run_dump(const struct test_case *test)
{
    char *scratch = folder_temporary();
    char *folder = text_format("%s", test->path);
    char *name = cut_path(folder);
    const char *stage = strrchr(folder, '/') + 1;
    char *out = text_format("%s/stdout", scratch);
    char *err = text_format("%s/stderr", scratch);
    char *command =
        text_format("exec dossier build --today " TODAY " --dump %s %s '%s'",
                    stage, options_of(test->path), name);
    int status = shell(command, folder, out, err);
    bool good = matches(text_or_nothing(out), with_ending(test->path, stage),
                        "", scratch);
    if (status > 1) {
        printf("status %d\n%s", status, text_or_nothing(err));
        good = false;
    }
    folder_remove(scratch);
    return good;
}

/* ---- check ------------------------------------------------------------- */

static void
find_checks(struct case_list *list, const struct case_kind *kind)
{
    struct case_list all = {NULL, 0};
    find_yaml_in_folders(&all, kind);
    for (size_t i = 0; i < all.count; i++) {
        const char *name = strrchr(all.at[i].path, '/') + 1;
        if (strncmp(name, "good", 4) == 0 || strncmp(name, "bad", 3) == 0)
            add_case(list, kind, all.at[i].path);
    }
}

/*
 * The findings of one code. A finding is a line that ends in "[CODE]" and the
 * indented lines behind it.
 */
static const char *
findings_of(const char *text, const char *code)
{
    const char *mark = text_format("[%s]", code), *kept = "";
    bool wanted = false;
    while (*text) {
        char *line = text_format("%.*s", (int)strcspn(text, "\n"), text);
        if (line[0] != ' ')
            wanted = text_ends(line, mark);
        if (wanted)
            kept = text_format("%s%s\n", kept, line);
        text += strlen(line) + (text[strlen(line)] == '\n');
    }
    return kept;
}

static bool
run_check(const struct test_case *test)
{
    char *scratch = folder_temporary();
    char *folder = text_format("%s", test->path);
    char *name = cut_path(folder);
    char *code = text_format("%s", strrchr(folder, '/') + 1);
    code[strcspn(code, "-")] = '\0';
    char *out = text_format("%s/out", scratch);
    char *command =
        text_format("exec dossier check -q --today " TODAY " %s '%s'",
                    options_of(test->path), name);
    int status = shell(command, folder, out, out);
    const char *findings = findings_of(text_or_nothing(out), code);
    bool good = status <= 1;
    if (!good)
        printf("%s: status %d\n%s", test->path, status, file_text(out));
    else if (strncmp(name, "good", 4) != 0)
        good =
            matches(findings, with_ending(test->path, "expected"), "", scratch);
    else if (*findings) {
        printf("%s: should not be found:\n%s", test->path, findings);
        good = false;
    }
    if (good && name[0] == 'b' && !*findings) {
        printf("%s: no finding %s\n", test->path, code);
        good = false;
    }
    folder_remove(scratch);
    return good;
}

/* ---- import -------------------------------------------------------------- */

/* The input is the one file called input.* */
static void
find_imports(struct case_list *list, const struct case_kind *kind)
{
    struct name_list folders = folder_names(kind->folder);
    for (size_t i = 0; i < folders.count; i++) {
        char *path = text_format("%s/%s", kind->folder, folders.at[i]);
        struct name_list names = folder_names(path);
        for (size_t n = 0; n < names.count; n++)
            if (strncmp(names.at[n], "input.", 6) == 0)
                add_case(list, kind, text_format("%s/%s", path, names.at[n]));
    }
}

static bool
run_import(const struct test_case *test)
{
    char *scratch = folder_temporary();
    char *folder = text_format("%s", test->path);
    char *name = cut_path(folder);
    char *out = text_format("%s/stdout", scratch);
    char *err = text_format("%s/stderr", scratch);
    char *command =
        text_format("exec dossier import -q --today " TODAY " '%s'", name);
    int status = shell(command, folder, out, err);
    bool good = matches(text_or_nothing(out),
                        text_format("%s/expected.yaml", folder), "", scratch);
    good = matches(text_or_nothing(err), text_format("%s/expected.txt", folder),
                   "", scratch) &&
           good;
    if (status > 1) {
        printf("status %d\n", status);
        good = false;
    }
    folder_remove(scratch);
    return good;
}

/* ---- worsened ----------------------------------------------------------- */

static void
find_spoilings(struct case_list *list, const struct case_kind *kind)
{
    find_in_folders(list, kind, ".sed");
}

static bool
run_worsened(const struct test_case *test)
{
    return worsened_run(test->path);
}

/* ---- postings ----------------------------------------------------------- */

static void
find_postings(struct case_list *list, const struct case_kind *kind)
{
    struct name_list names = folder_names(kind->folder);
    for (size_t i = 0; i < names.count; i++)
        if (!text_ends(names.at[i], ".lines") &&
            !text_ends(names.at[i], ".yaml"))
            add_case(list, kind,
                     text_format("%s/%s", kind->folder, names.at[i]));
}

/* What is read of it but its terms and needs, which have tests elsewhere. */
static bool
run_posting(const struct test_case *test)
{
    char *scratch = folder_temporary();
    char *folder = text_format("%s", test->path);
    char *name = cut_path(folder);
    char *out = text_format("%s/out", scratch);
    char *command = text_format(
        "dossier match person.yaml --today " TODAY
        " --dump job --job '%s' 2>&1 | sed '/^term: /d;/^need: /d;/^role: /d'",
        name);
    shell(command, folder, out, out);
    bool good = matches(text_or_nothing(out),
                        text_format("%s.lines", test->path), "", scratch);
    folder_remove(scratch);
    return good;
}

/* ---- programs and scripts ----------------------------------------------- */

static void
find_ending(struct case_list *list, const struct case_kind *kind,
            const char *ending)
{
    struct name_list names = folder_names(kind->folder);
    for (size_t i = 0; i < names.count; i++)
        if (text_ends(names.at[i], ending))
            add_case(list, kind,
                     text_format("%s/%s", kind->folder, names.at[i]));
}

static void
find_units(struct case_list *list, const struct case_kind *kind)
{
    find_ending(list, kind, ".c");
}

static bool
run_unit(const struct test_case *test)
{
    const char *build = getenv("BUILD");
    char *program =
        text_format("%s/%s", build ? build : "build/release", test->path);
    program[strlen(program) - strlen(".c")] = '\0';
    const char *args[] = {program, NULL};
    return command_run(args, NULL, NULL, NULL) == 0;
}

static void
find_scripts(struct case_list *list, const struct case_kind *kind)
{
    find_ending(list, kind, ".sh");
}

static bool
run_script(const struct test_case *test)
{
    const char *args[] = {"sh", test->path, NULL};
    return command_run(args, NULL, NULL, NULL) == 0;
}

static const char *
replay_program(const char *corpus)
{
    const char *build = getenv("BUILD");
    return text_format("%s/tests/fuzz/%s-replay",
                       build ? build : "build/release",
                       strrchr(corpus, '/') + 1);
}

/* A folder for each fuzz target, once that target can be built. */
static void
find_corpora(struct case_list *list, const struct case_kind *kind)
{
    struct name_list names = folder_names(kind->folder);
    for (size_t i = 0; i < names.count; i++) {
        const char *path = text_format("%s/%s", kind->folder, names.at[i]);
        if (file_exists(replay_program(path)))
            add_case(list, kind, path);
    }
}

static bool
run_corpus(const struct test_case *test)
{
    const char *args[] = {replay_program(test->path), test->path, NULL};
    return command_run(args, NULL, NULL, NULL) == 0;
}

/* ---- all --------------------------------------------------------------- */

/* The slow ones first: the others fill the second processor beside them. */
static const struct case_kind kinds[] = {
    {"tests/checks", find_scripts, run_script, PROGRAM},
    {"tests/fuzz/corpus", find_corpora, run_corpus, PROGRAM},
    {"tests/property", find_units, run_unit, PROGRAM},
    {"tests/unit", find_units, run_unit, PROGRAM},
    {"tests/cli", find_folders, run_cli, FILES},
    {"tests/job", find_postings, run_posting, FILES},
    {"tests/dump", find_yaml_in_folders, run_dump, FILES},
    {"tests/check", find_checks, run_check, FILES},
    {"tests/import", find_imports, run_import, FILES},
    {"tests/worsened", find_spoilings, run_worsened, FILES},
};

struct case_list
cases_find(void)
{
    struct case_list list = {NULL, 0};
    const char *binary = getenv("DOSSIER");
    bool has_binary = binary && file_exists(binary);
    if (!has_binary)
        puts("no binary: only programs and scripts are run");
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (has_binary || kinds[i].form == PROGRAM)
            kinds[i].find(&list, &kinds[i]);
    return list;
}

static void
time_is_up(int signal_number)
{
    static const char message[] = "took too long\n";
    (void)signal_number;
    (void)!write(STDOUT_FILENO, message, sizeof message - 1);
    kill(0, SIGKILL);
}

bool
case_run(const struct test_case *test)
{
    signal(SIGALRM, time_is_up);
    alarm(LIMIT);
    bool good = test->kind->run(test);
    if (test->kind->form == FILES)
        printf("%s - %s\n", good ? "ok" : "not ok", test->name);
    return good;
}

static void
set(const char *name, const char *value)
{
    if (setenv(name, value, 1) != 0)
        stop(name);
}

void
case_set_environment(void)
{
    static char here[4096];
    static const char *const unwanted[] = {"NO_COLOR", "TERM", "LANG",
                                           "MAKEFLAGS", "MFLAGS"};
    if (!getcwd(here, sizeof here))
        stop("getcwd");
    root = here;
    const char *binary = getenv("DOSSIER");
    for (size_t i = 0; i < sizeof unwanted / sizeof *unwanted; i++)
        unsetenv(unwanted[i]);
    set("ROOT", root);
    set("LC_ALL", "C");
    set("TZ", "UTC");
    set("COLUMNS", "0"); /* what is expected does not hang on a width */
    set("SOURCE_DATE_EPOCH", TODAY_EPOCH);
    set("CMOCKA_MESSAGE_OUTPUT", "tap");
    if (binary) {
        char *folder = text_format("%s", binary);
        (void)cut_path(folder);
        set("PATH", text_format("%s:%s", folder, getenv("PATH")));
    }
}
