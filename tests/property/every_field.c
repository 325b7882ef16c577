/*
 * Nothing that a person writes gets lost. The field table is walked to write a
 * file in which every text field holds a word of its own ("zqaab"), and the
 * documents are looked through for those words. What is left
 * out on purpose stands in a list with the reason; a new field without a place
 * on the page fails this test.
 */
#include "base/buf.h"
#include "compose/document.h"
#include "model/fields.h"
#include "pipeline/build.h"

#include <string.h>

#include "../unit/unit.h"

enum { MARK_LIMIT = 1000 };

/* A word and where it was put. */
struct mark {
    char word[8];
    struct str path;
};

struct writer {
    struct arena *arena;
    struct buf yaml;
    struct mark marks[MARK_LIMIT];
    size_t count;
};

/* Not written: about the file, or they change what is shown. */
static const char *const unwritten[] = {
    "meta",
    "variants",
    "pack",
    "theme",
    "layout",
    "lint",
    "include",
    "skills_options",
    "key_metrics",
    "skills.evidence",
    "work_samples.pages_shown",
    "testimonials_policy",
    "multimedia_policy",
    "testimonials.attribution",
    "experience.positions",
    "*.confidential",
    "*.ref",
    "*.highlights.metrics",
};

/* Written, and in no document on purpose. */
static const struct {
    const char *path; /* "*" at its beginning stands for anything */
    const char *why;
} unprinted[] = {
    {"education.location.postal_code", "a place needs city and region"},
    {"education.location.address", "as above"},
    {"experience.location.postal_code", "as above"},
    {"experience.location.address", "as above"},
    {"volunteer.location.postal_code", "as above"},
    {"volunteer.location.address", "as above"},
    {"custom.entries.location.postal_code", "as above"},
    {"custom.entries.location.address", "as above"},
    {"certifications.number", "printed only with private: false"},
    {"testimonials.consent.evidence", "for the owner's files"},
    {"multimedia.alt", "for readers who do not see the picture"},
    {"multimedia.authorization", "for the owner's files"},
};

/* What a resume has no place for. */
static const char *const portfolio_only[] = {
    "work_samples", "testimonials", "metrics", "settings_and_teams", "letter"};

static bool
path_fits(struct str path, const char *pattern)
{
    if (pattern[0] == '*')
        return str_ends(path, str_from(pattern + 1));
    return str_is(path, pattern);
}

static bool
is_unwritten(struct str path)
{
    for (size_t i = 0; i < sizeof unwritten / sizeof unwritten[0]; i++)
        if (path_fits(path, unwritten[i]))
            return true;
    return false;
}

static bool
is_unprinted(struct str path)
{
    for (size_t i = 0; i < sizeof unprinted / sizeof unprinted[0]; i++)
        if (path_fits(path, unprinted[i].path))
            return true;
    return false;
}

static bool
is_word_of(const char *words, const char *word)
{
    struct str rest = str_from(words ? words : "");
    while (!str_is_empty(rest))
        if (str_is(str_cut(&rest, ' '), word))
            return true;
    return false;
}

static const char *
new_mark(struct writer *writer, struct str path)
{
    assert_true(writer->count < MARK_LIMIT);
    struct mark *mark = &writer->marks[writer->count];
    size_t n = writer->count++;
    mark->path = path;
    memcpy(mark->word, "zqaaax", 7);
    mark->word[2] = (char)('a' + n / 400 % 20);
    mark->word[3] = (char)('a' + n / 20 % 20);
    mark->word[4] = (char)('a' + n % 20);
    return mark->word;
}

static void write_maps(struct writer *writer, const struct field_shape *shape,
                       struct str path, bool is_list);

/* Our own value, or the field's example when its form is not free. */
static bool
write_value(struct writer *writer, const struct field *field, struct str path)
{
    struct buf *yaml = &writer->yaml;
    switch (field->type) {
    case FIELD_TEXT:
    case FIELD_LINE:
    case FIELD_PROSE:
        if (field->choices || strcmp(field->key, "kpi") == 0)
            return false;
        buf_print(yaml, field->is_list ? "[\"%s\"]" : "\"%s\"",
                  new_mark(writer, path));
        return true;
    case FIELD_URL:
        buf_print(yaml, "\"https://example.net/%s\"", new_mark(writer, path));
        return true;
    case FIELD_MAP:
        write_maps(writer, field->shape, path, field->is_list);
        return true;
    default:
        return false;
    }
}

/* Keys of `but` are left out, and of the alternatives all but one. */
static void
write_fields(struct writer *writer, const struct field *fields,
             const struct field_shape *but, const char *alternatives,
             const char *chosen, struct str path)
{
    for (; fields->key; fields++) {
        struct str own = str_is_empty(path)
                             ? str_from(fields->key)
                             : str_format(writer->arena, "%.*s.%s",
                                          STR_ARG(path), fields->key);
        if (fields->is_hidden || fields->type == FIELD_NODE ||
            is_unwritten(own) ||
            (but && field_find(but, str_from(fields->key))))
            continue;
        if (is_word_of(alternatives, fields->key) &&
            strcmp(fields->key, chosen) != 0)
            continue;
        buf_print(&writer->yaml, "%s: ", fields->key);
        if (!write_value(writer, fields, own))
            buf_add_text(&writer->yaml, fields->example);
        buf_add_text(&writer->yaml, str_is_empty(path) ? "\n" : ", ");
    }
}

static void
write_map(struct writer *writer, const struct field_shape *shape,
          const char *chosen, struct str path)
{
    write_fields(writer, shape->fields, NULL, *chosen ? shape->one_of : NULL,
                 chosen, path);
    if (shape->also)
        write_fields(writer, shape->also->fields, shape, NULL, "", path);
}

/* Where one of several fields must be given: an entry for each of them. */
static void
write_maps(struct writer *writer, const struct field_shape *shape,
           struct str path, bool is_list)
{
    struct str rest = str_from(is_list && shape->one_of ? shape->one_of : "");
    if (is_list)
        buf_add_byte(&writer->yaml, '[');
    do {
        struct str chosen = str_cut(&rest, ' ');
        buf_add_byte(&writer->yaml, '{');
        write_map(writer, shape, str_terminated(writer->arena, chosen), path);
        buf_add_text(&writer->yaml, is_list ? "}, " : "}");
    } while (!str_is_empty(rest));
    if (is_list)
        buf_add_byte(&writer->yaml, ']');
}

static struct str
document_of(struct arena *arena, struct str yaml, enum document_kind kind)
{
    const struct dossier_request request = {
        .name = STR("every-field.yaml"),
        .bytes = yaml,
        .today = {.year = 2025, .month = 11, .day = 22},
        .today_is_given = true,
        .created = 1763769600,
        .audience = AUDIENCE_EMPLOYER,
        .resume = kind == DOCUMENT_RESUME,
        .portfolio = kind == DOCUMENT_PORTFOLIO,
        .letter = kind == DOCUMENT_LETTER,
        .dump = STAGE_DOCUMENT,
    };
    struct dossier_result result = dossier_build(arena, &request);
    if (str_is_empty(result.dump)) {
        struct buf out = buf_new(arena);
        const struct print_options options = {.format = PRINT_TEXT};
        findings_print(&out, result.findings, &options);
        fail_msg("%.*s", STR_ARG(buf_str(&out)));
    }
    return result.dump;
}

/* A word may have got a capital at the beginning of a line. */
static bool
is_shown(struct str document, struct mark mark)
{
    bool shown = str_find(document, str_from(mark.word), 0) != SIZE_MAX;
    mark.word[0] = ascii_upper(mark.word[0]);
    return shown || str_find(document, str_from(mark.word), 0) != SIZE_MAX;
}

/* A field of several entries is shown when one of its words is. */
static bool
is_any_shown(const struct writer *writer, struct str document, struct str path)
{
    for (size_t i = 0; i < writer->count; i++)
        if (str_equal(writer->marks[i].path, path) &&
            is_shown(document, writer->marks[i]))
            return true;
    return false;
}

static bool
is_section_shown(const struct writer *writer, struct str document,
                 const char *section)
{
    for (size_t i = 0; i < writer->count; i++) {
        struct str rest = writer->marks[i].path;
        if (str_is(str_cut(&rest, '.'), section) &&
            is_shown(document, writer->marks[i]))
            return true;
    }
    return false;
}

static struct writer *
write_file(struct arena *arena)
{
    struct writer *writer = ARENA_NEW(arena, struct writer);
    writer->arena = arena;
    writer->yaml = buf_new(arena);
    write_map(writer, fields_root(), "", (struct str){NULL, 0});
    return writer;
}

static void
every_text_is_in_its_document(void **state)
{
    struct writer *writer = write_file(*state);
    struct str yaml = buf_str(&writer->yaml);
    struct str portfolio = document_of(*state, yaml, DOCUMENT_PORTFOLIO);
    struct str letter = document_of(*state, yaml, DOCUMENT_LETTER);
    size_t lost = 0;
    for (size_t i = 0; i < writer->count; i++) {
        struct str path = writer->marks[i].path;
        bool is_letter = str_starts(path, STR("letter."));
        bool shown = is_any_shown(writer, is_letter ? letter : portfolio, path);
        if (is_letter && is_any_shown(writer, portfolio, path)) {
            print_error("%.*s: in the portfolio\n", STR_ARG(path));
            lost++;
        }
        if (shown == !is_unprinted(path))
            continue;
        print_error("%.*s: %s\n", STR_ARG(path),
                    shown ? "printed, though listed as unprinted"
                          : "lost on the way to the page");
        lost++;
    }
    assert_int_equal(lost, 0);
}

static void
every_section_is_in_the_resume(void **state)
{
    struct writer *writer = write_file(*state);
    struct str resume =
        document_of(*state, buf_str(&writer->yaml), DOCUMENT_RESUME);
    const struct field *field = fields_root()->fields;
    for (; field->key; field++) {
        bool has_place = true;
        for (size_t i = 0; i < sizeof portfolio_only / sizeof portfolio_only[0];
             i++)
            has_place &= strcmp(field->key, portfolio_only[i]) != 0;
        if (field->type != FIELD_MAP || is_unwritten(str_from(field->key)) ||
            strcmp(field->key, "multimedia") == 0) /* one link at most */
            continue;
        if (is_section_shown(writer, resume, field->key) != has_place)
            fail_msg("%s: %s", field->key,
                     has_place ? "not in the resume" : "in the resume");
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(every_text_is_in_its_document),
        UNIT_TEST(every_section_is_in_the_resume),
    };
    return cmocka_run_group_tests_name("every_field", tests, NULL, NULL);
}
