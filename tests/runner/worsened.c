/*
 * A sed script spoils one thing of an example. It ends with what is found then:
 *
 *     # The master's degree is no degree.
 *     s/degree: MHA/degree: MHX/
 *     #= warning C110 MHA, CMM, CPHQ]
 *
 * that is severity, code and the line from the column of the finding on, so
 * that an example may grow without a change here.
 */
#include "worsened.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "expect.h"
#include "files.h"

#define MARK "#= "

/* The script without the lines that say what is found. */
static const char *
script_only(const char *text)
{
    const char *kept = "";
    while (*text) {
        int length = (int)strcspn(text, "\n");
        if (strncmp(text, MARK, strlen(MARK)) != 0)
            kept = text_format("%s%.*s\n", kept, length, text);
        text += length + (text[length] == '\n');
    }
    return kept;
}

/* The rest of a line, from a column that counts characters, 1-based. */
static const char *
rest_of_line(const char *text, int line, int column)
{
    while (line-- > 1 && *text)
        text += strcspn(text, "\n") + (text[strcspn(text, "\n")] == '\n');
    while (column > 1 && *text && *text != '\n') {
        text++;
        column -= (*text & 0xC0) != 0x80;
    }
    return text_format("%.*s", (int)strcspn(text, "\n"), text);
}

/* "file:12:3: error: What it says. [C104]"; without a place when it has none.
   NULL for lines that begin no finding. */
static const char *
finding_line(const char *line, const char *folder)
{
    char file[256], severity[16];
    int row = 1, column = 1;
    const char *code = strrchr(line, '[');
    if (line[0] == ' ' || !code || !text_ends(line, "]"))
        return NULL;
    const char *form = strstr(line, ".yaml:") ? line : "";
    bool placed = sscanf(form, "%255[^:]:%d:%d: %15[a-z]:", file, &row, &column,
                         severity) == 4;
    if (!placed && sscanf(line, "%*[^:]: %15[a-z]:", severity) != 1)
        return NULL;
    const char *source = "";
    if (placed)
        source = text_or_nothing(text_format("%s/%s", folder, file));
    return text_format(MARK "%s %.*s %s\n", severity, (int)strlen(code) - 2,
                       code + 1, rest_of_line(source, row, column));
}

static const char *
findings_listed(const char *text, const char *folder)
{
    const char *list = "";
    while (*text) {
        char *line = text_format("%.*s", (int)strcspn(text, "\n"), text);
        const char *found = finding_line(line, folder);
        if (found)
            list = text_format("%s%s", list, found);
        text += strlen(line) + (text[strlen(line)] == '\n');
    }
    return list;
}

/* Status of the check of the spoiled copy; -1: the script did not spoil. */
static int
check_spoiled(const char *script, const char *folder, const char *example,
              const char *out)
{
    char *command = text_format("sed -f '%s' '%s.yaml' > spoiled && "
                                "! cmp -s spoiled '%s.yaml' && "
                                "mv spoiled '%s.yaml'",
                                script, example, example, example);
    if (shell(command, folder, NULL, NULL) != 0)
        return -1;
    return shell(text_format("exec dossier check -v --today " TODAY
                             " '%s.yaml'",
                             example),
                 folder, NULL, out);
}

bool
worsened_run(const char *path)
{
    char *scratch = folder_temporary();
    char *work = text_format("%s/examples", scratch);
    char *out = text_format("%s/out", scratch);
    char *script = text_format("%s/%s", getenv("ROOT"), path);
    char *example = text_format("%s", path);
    *strrchr(example, '/') = '\0';
    example = strrchr(example, '/') + 1;
    folder_copy("examples", work);
    int status = check_spoiled(script, work, example, out);
    bool good = status == 0 || status == 1;
    if (status < 0)
        printf("%s changes nothing\n", path);
    else if (!good)
        printf("%s: status %d\n%s", path, status, text_or_nothing(out));
    else if (!*findings_listed(text_or_nothing(out), work)) {
        printf("%s: nothing is found\n", path);
        good = false;
    } else
        good = matches(text_format("%s%s", script_only(file_text(path)),
                                   findings_listed(text_or_nothing(out), work)),
                       path, "", scratch);
    folder_remove(scratch);
    return good;
}
