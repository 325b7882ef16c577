#include "pipeline/fix.h"

#include "base/bug.h"
#include "base/file.h"
#include "diag/fix.h"
#include "load/edits.h"

/* Fixes that overlap take a round each; so many are enough for any file that
   a person writes. */
#define ROUNDS 20
/* When all together go wrong, so many are tried one by one. */
#define SINGLES 100

/* The file of the request or one it includes. */
struct file {
    struct str path;               /* as it is asked for; the first: empty */
    struct str name;               /* empty until it is known as a source */
    struct str before, text, last; /* last: of the round before */
};

struct fixing {
    struct arena *arena;
    const struct dossier_request *request;
    struct dossier_fixed *fixed;
    LIST(struct file) files;
    size_t refused; /* in this round */
};

/* ---- reading what was mended ------------------------------------------- */

static struct file_error
read_mended(void *context, struct arena *arena, struct str path,
            struct str *bytes)
{
    struct fixing *fixing = context;
    const struct load_files *files = fixing->request->files;
    for (size_t i = 1; i < fixing->files.count; i++) {
        if (!str_equal(fixing->files.at[i].path, path))
            continue;
        *bytes = fixing->files.at[i].text;
        return (struct file_error){false, {NULL, 0}};
    }
    struct file_error error = files->read(files->context, arena, path, bytes);
    if (!error.failed)
        *list_add(fixing->arena, &fixing->files) =
            (struct file){.path = str_copy(fixing->arena, path),
                          .before = *bytes,
                          .text = *bytes,
                          .last = *bytes};
    return error;
}

static void
build(struct fixing *fixing)
{
    struct dossier_request request = *fixing->request;
    const struct load_files files = {fixing, read_mended};
    request.bytes = fixing->files.at[0].text;
    if (request.files)
        request.files = &files;
    fixing->fixed->result = dossier_build(fixing->arena, &request);
}

/* The file that a source is the text of, or NULL. */
static struct file *
file_of(const struct fixing *fixing, uint32_t source)
{
    const struct sources *sources = fixing->fixed->result.sources;
    struct str text = source_text(sources, source);
    for (size_t i = 0; i < fixing->files.count; i++) {
        struct file *file = &fixing->files.at[i];
        if (file->text.at != text.at || file->text.len != text.len)
            continue;
        file->name = source_name(sources, source);
        return file;
    }
    return NULL;
}

/* ---- one round --------------------------------------------------------- */

struct round {
    struct fixing *fixing;
    struct file *file;
    LIST(struct fix) fixes;
};

static struct node *
load(struct arena *arena, struct str text)
{
    struct sources *sources = sources_new(arena);
    uint32_t source = sources_add(sources, STR(""), text);
    return yaml_load(arena, findings_new(arena, sources), source);
}

/* Does the text with these fixes say what it said? */
static bool
keeps(struct str text, struct str mended, const struct fix_place *places,
      size_t count)
{
    struct arena *scratch = arena_new();
    const struct node *before = load(scratch, text);
    const struct node *after = load(scratch, mended);
    bool kept =
        before ? edits_keep_tree(before, after, places, count) : after != NULL;
    arena_free(scratch);
    return kept;
}

static void
note(const struct round *round, const struct fix *fix)
{
    struct fixing *fixing = round->fixing;
    const struct dossier_result *result = &fixing->fixed->result;
    const struct finding *finding = findings_at(result->findings, fix->finding);
    *list_add(fixing->arena, &fixing->fixed->fixes) = (struct dossier_fix){
        .file = round->file->name,
        .place = source_place(result->sources, fix->edit.span.source,
                              fix->edit.span.from),
        .code = finding->code,
        .message = finding->message,
    };
}

static bool
apply(const struct round *round, const struct fix *fixes, size_t count)
{
    struct arena *arena = round->fixing->arena;
    struct fix_place *places = ARENA_ARRAY(arena, count, struct fix_place);
    struct str text = round->file->text;
    struct str mended = fix_apply(arena, text, fixes, count, places);
    if (!keeps(text, mended, places, count))
        return false;
    for (size_t i = 0; i < count; i++)
        note(round, &fixes[i]);
    round->file->text = mended;
    return true;
}

/* One of them is wrong: from the last to the first, so that those before
   stay where they are. */
static bool
apply_singly(const struct round *round, const struct fix *fixes, size_t count)
{
    bool any = false;
    for (size_t i = count; i > 0; i--) {
        if (count - i < SINGLES && apply(round, &fixes[i - 1], 1))
            any = true;
        else
            round->fixing->refused++;
    }
    return any;
}

static bool
is_safe_in(const struct round *round, const struct finding *finding)
{
    const bool *wanted = round->fixing->request->only_codes;
    return (!wanted || wanted[finding->code]) && finding->has_edit &&
           finding->edit_is_safe && !span_is_none(finding->edit.span) &&
           file_of(round->fixing, finding->edit.span.source) == round->file;
}

/* True when the file is another. */
static bool
fix_file(struct fixing *fixing, struct file *file)
{
    struct round round = {.fixing = fixing, .file = file};
    const struct findings *findings = fixing->fixed->result.findings;
    for (size_t i = 0; i < findings_count(findings); i++) {
        const struct finding *finding = findings_at(findings, i);
        if (is_safe_in(&round, finding))
            *list_add(fixing->arena, &round.fixes) =
                (struct fix){finding->edit, finding->edit_is_yaml, i};
    }
    size_t count = fix_choose(fixing->arena, round.fixes.at, round.fixes.count,
                              file->text.len);
    ENSURE(count <= round.fixes.count);
    return count && (apply(&round, round.fixes.at, count) ||
                     apply_singly(&round, round.fixes.at, count));
}

/* ---- all rounds -------------------------------------------------------- */

/* What cannot be read as what it means to be. */
static size_t
count_unreadable(const struct findings *findings)
{
    size_t count = 0;
    for (size_t i = 0; i < findings_count(findings); i++) {
        const struct finding *finding = findings_at(findings, i);
        count += finding->severity == SEVERITY_ERROR &&
                 code_entry(finding->code)->id[0] == 'X';
    }
    return count;
}

/* A mended file must not be harder to read than it was. What could not be
   read at all had no more to complain about. */
static bool
build_again(struct fixing *fixing, size_t fixes)
{
    struct dossier_result *result = &fixing->fixed->result;
    size_t unreadable = count_unreadable(result->findings);
    bool was_read = result->is_read;
    build(fixing);
    if (result->is_read &&
        (!was_read || count_unreadable(result->findings) <= unreadable))
        return true;
    for (size_t i = 0; i < fixing->files.count; i++)
        fixing->files.at[i].text = fixing->files.at[i].last;
    fixing->refused += fixing->fixed->fixes.count - fixes;
    fixing->fixed->fixes.count = fixes;
    build(fixing);
    return false;
}

static bool
fix_round(struct fixing *fixing)
{
    bool any = false;
    size_t fixes = fixing->fixed->fixes.count;
    fixing->refused = 0;
    for (size_t i = 0; i < fixing->files.count; i++) {
        fixing->files.at[i].last = fixing->files.at[i].text;
        any = fix_file(fixing, &fixing->files.at[i]) || any;
    }
    return any && build_again(fixing, fixes);
}

struct dossier_fixed
dossier_fix(struct arena *arena, const struct dossier_request *request)
{
    struct dossier_fixed fixed = {0};
    struct fixing fixing = {
        .arena = arena, .request = request, .fixed = &fixed};
    *list_add(arena, &fixing.files) = (struct file){.before = request->bytes,
                                                    .text = request->bytes,
                                                    .last = request->bytes};
    build(&fixing);
    for (int rounds = 0; rounds < ROUNDS && fix_round(&fixing); rounds++)
        ;
    fixed.refused = fixing.refused;
    for (size_t i = 0; i < fixing.files.count; i++) {
        const struct file *file = &fixing.files.at[i];
        if (!str_equal(file->before, file->text))
            *list_add(arena, &fixed.files) =
                (struct fixed_file){file->name, file->before, file->text};
    }
    return fixed;
}
