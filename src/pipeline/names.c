/* What files are called, so that none takes the place of another. */
#include "base/utf8.h"
#include "stages.h"

/* Of 255 bytes that file systems allow; the rest is for what is added. */
#define LONGEST_NAME 200

/* ---- a name that a variant asks for -------------------------------------- */

/* What file systems, shells and mail programs do not take in a name. */
static bool
is_unfit(uint32_t c)
{
    static const char unfit[] = "\\:*?\"<>|";
    if (c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x200b && c <= 0x200f) ||
        (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) ||
        c == 0xfeff)
        return true;
    for (size_t i = 0; unfit[i]; i++)
        if (c == (uint32_t)unfit[i])
            return true;
    return false;
}

/* Names of devices on Windows, with any ending. */
static bool
is_reserved(struct str name)
{
    static const char *const devices[] = {"con", "prn", "aux", "nul"};
    struct str rest = name, stem = str_trim(str_cut(&rest, '.'));
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
        if (str_equal_nocase(stem, str_from(devices[i])))
            return true;
    struct str port = str_slice(stem, 0, stem.len < 3 ? stem.len : 3);
    return stem.len == 4 && stem.at[3] >= '0' && stem.at[3] <= '9' &&
           (str_equal_nocase(port, STR("com")) ||
            str_equal_nocase(port, STR("lpt")));
}

/* Endings of files that are no PDF. */
static struct str
without_ending(struct str name)
{
    static const char *const endings[] = {".pdf", ".docx", ".doc", ".odt",
                                          ".rtf", ".html", ".htm", ".txt",
                                          ".md",  ".yaml", ".yml", ".pages"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        struct str ending = str_from(endings[i]);
        if (name.len >= ending.len &&
            str_equal_nocase(str_slice(name, name.len - ending.len, name.len),
                             ending))
            return str_slice(name, 0, name.len - ending.len);
    }
    return name;
}

static struct str
last_part(struct str path)
{
    size_t from = path.len;
    while (from > 0 && path.at[from - 1] != '/' && path.at[from - 1] != '\\')
        from--;
    return str_slice(path, from, path.len);
}

/* Dots and blanks at the ends: hidden files, and what Windows drops. A hyphen
   in front is an option to every program that is given the file. */
static struct str
trim_ends(struct str name)
{
    while (name.len && str_find_byte(STR(". -"), name.at[0], 0) != SIZE_MAX)
        name = str_slice(name, 1, name.len);
    while (name.len &&
           (name.at[name.len - 1] == '.' || name.at[name.len - 1] == ' '))
        name = str_slice(name, 0, name.len - 1);
    return name;
}

/* The name without ".pdf", as far as it can be one; or empty. */
static struct str
stem_of(struct arena *arena, struct str typed)
{
    struct str name = trim_ends(without_ending(last_part(typed)));
    struct buf stem = buf_new(arena);
    for (size_t at = 0; at < name.len;) {
        size_t from = at;
        uint32_t c = utf8_next(name, &at);
        if (stem.len + at - from > LONGEST_NAME)
            break;
        if (!is_unfit(c))
            buf_add(&stem, str_slice(name, from, at));
    }
    struct str fit = trim_ends(buf_str(&stem));
    return is_reserved(fit) ? (struct str){NULL, 0} : fit;
}

/* ---- artifacts ----------------------------------------------------------- */

/* "Avery.pdf" of a variant is its one document; of two each says what it is,
   and a letter always does beside another. */
static bool
says_kind(const struct edition *edition, enum document_kind kind)
{
    bool both = edition->makes_resume && edition->makes_portfolio;
    bool any = edition->makes_resume || edition->makes_portfolio;
    return kind == DOCUMENT_LETTER ? any : both;
}

/* "jordan-avery-resume", with the variant's name when there is one. */
static struct str
usual_stem(struct arena *arena, const struct candidate *candidate,
           enum document_kind kind, const struct variant *variant)
{
    struct buf name = buf_new(arena);
    buf_print(&name, "%.*s-%s",
              STR_ARG(utf8_slug(arena, candidate->basics.name.s)),
              document_name(kind));
    if (variant)
        buf_print(&name, "-%.*s", STR_ARG(utf8_slug(arena, variant->name.s)));
    return buf_str(&name);
}

/* With the language, when it is not the file's own. */
static struct str
finish_name(struct build *b, struct str stem, const char *ending)
{
    const struct candidate *candidate = b->candidate;
    struct buf name = buf_new(b->kept);
    buf_add(&name, stem);
    if (!str_is_empty(b->request->language) &&
        !str_equal(candidate->printed_language, candidate->main_language))
        buf_print(&name, "-%.*s",
                  STR_ARG(utf8_slug(b->arena, candidate->printed_language)));
    buf_add_text(&name, ending);
    return buf_str(&name);
}

struct str
build_artifact_name(struct build *b, enum document_kind kind,
                    const char *ending)
{
    const struct variant *variant = b->edition->variant;
    const struct candidate *candidate = b->candidate;
    struct str stem = {NULL, 0};
    if (variant)
        stem = stem_of(b->arena, variant->file.s);
    if (str_is_empty(stem))
        stem = usual_stem(b->arena, candidate, kind, variant);
    else if (says_kind(b->edition, kind))
        stem =
            str_format(b->arena, "%.*s-%s", STR_ARG(stem), document_name(kind));
    return finish_name(b, stem, ending);
}

struct str
build_data_name(struct build *b, const char *ending)
{
    const struct variant *variant = b->edition->variant;
    struct str person = utf8_slug(b->arena, b->candidate->basics.name.s);
    struct str stem = {NULL, 0};
    if (variant)
        stem = stem_of(b->arena, variant->file.s);
    if (str_is_empty(stem) && variant)
        stem = str_format(b->arena, "%.*s-%.*s", STR_ARG(person),
                          STR_ARG(utf8_slug(b->arena, variant->name.s)));
    if (is_reserved(person)) /* "con.json" */
        person = str_format(b->arena, "%.*s-data", STR_ARG(person));
    return finish_name(b, stem.len ? stem : person, ending);
}

/* ---- findings ------------------------------------------------------------ */

static void
judge_file(struct build *b, const struct variant *variant)
{
    struct str typed = variant->file.s;
    struct str stem = stem_of(b->arena, typed);
    struct str name = {NULL, 0};
    if (str_is_empty(typed))
        return;
    if (!str_is_empty(stem))
        name = str_format(b->arena, "%.*s.pdf", STR_ARG(stem));
    if (str_equal_nocase(name, typed))
        return;
    struct str called = STR("the variant keeps its usual name");
    if (name.len)
        called =
            str_format(b->arena, "it will be called \"%.*s\"", STR_ARG(name));
    struct finding *finding =
        finding_add(b->findings, CODE_X236, node_span(variant->file.node),
                    "\"%.*s\" is no name of a PDF file; %.*s.", STR_ARG(typed),
                    STR_ARG(called));
    if (!name.len)
        return;
    finding_help(finding, "file: %.*s", STR_ARG(name));
    finding->has_edit = true;
    finding->edit = (struct edit){node_span(variant->file.node), name};
}

/* One file to systems that know no capitals and put letters and their accents
   together. */
static bool
is_one_file(struct arena *arena, struct str a, struct str b)
{
    struct str names[] = {utf8_to_nfc(arena, a), utf8_to_nfc(arena, b)};
    size_t at[] = {0, 0};
    while (at[0] < names[0].len && at[1] < names[1].len)
        if (utf8_lower(utf8_next(names[0], &at[0])) !=
            utf8_lower(utf8_next(names[1], &at[1])))
            return false;
    return at[0] == names[0].len && at[1] == names[1].len;
}

/* Files of both would have one name, whatever documents they make. */
static bool
are_called_alike(struct arena *arena, const struct candidate *candidate,
                 const struct variant *a, const struct variant *b)
{
    struct str stem_a = stem_of(arena, a->file.s);
    struct str stem_b = stem_of(arena, b->file.s);
    if (str_equal(a->name.s, b->name.s))
        return true;
    if (stem_a.len && stem_b.len)
        return is_one_file(arena, stem_a, stem_b);
    if (!stem_a.len && !stem_b.len) /* all that differs in usual names */
        return is_one_file(arena, utf8_slug(arena, a->name.s),
                           utf8_slug(arena, b->name.s));
    for (int k = 0; k < DOCUMENT_KINDS; k++) {
        enum document_kind kind = (enum document_kind)k;
        struct str name_a =
            stem_a.len ? stem_a : usual_stem(arena, candidate, kind, a);
        struct str name_b =
            stem_b.len ? stem_b : usual_stem(arena, candidate, kind, b);
        if (is_one_file(arena, name_a, name_b))
            return true;
    }
    return false;
}

static void
tell_same(struct build *b, const struct variant *variant,
          const struct variant *other)
{
    const struct text *said =
        variant->file.node ? &variant->file : &variant->name;
    if (str_equal(variant->name.s, other->name.s)) {
        finding_add(b->findings, CODE_X238, node_span(variant->name.node),
                    "A variant before this one is called %.*s too; this one "
                    "is never set.",
                    STR_ARG(variant->name.s));
        return;
    }
    struct finding *finding = finding_add(
        b->findings, CODE_X238, node_span(said->node),
        "The files of variant %.*s would take the place of those of %.*s.",
        STR_ARG(variant->name.s), STR_ARG(other->name.s));
    finding_help(finding, "give one of them another name, or a file: of its "
                          "own");
}

/* Or that of the file as it is. */
static bool
is_usual_name(struct arena *arena, const struct candidate *candidate,
              const struct variant *variant)
{
    struct str stem = stem_of(arena, variant->file.s);
    for (int k = 0; stem.len && k < DOCUMENT_KINDS; k++)
        if (str_equal_nocase(stem, usual_stem(arena, candidate,
                                              (enum document_kind)k, NULL)))
            return true;
    return false;
}

void
build_judge_name(struct build *b, size_t number)
{
    const struct candidate *candidate = b->candidate;
    const struct variant *variant = &candidate->variants.at[number];
    if (str_is_empty(variant->name.s))
        return; /* which is told */
    judge_file(b, variant);
    if (str_is_empty(variant->name.s)) /* X105, and it is never set */
        return;
    for (size_t i = 0; i < number; i++) {
        const struct variant *other = &candidate->variants.at[i];
        if (str_is_empty(other->name.s) ||
            !are_called_alike(b->arena, candidate, variant, other))
            continue;
        tell_same(b, variant, other);
        return;
    }
    if (is_usual_name(b->arena, candidate, variant))
        finding_add(b->findings, CODE_X238, node_span(variant->file.node),
                    "The files of variant %.*s would take the place of those "
                    "made without a variant.",
                    STR_ARG(variant->name.s));
}
