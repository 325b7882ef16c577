#include "layout/theme.h"

#include "base/bug.h"
#include "base/embedded.h"
#include "load/yaml.h"
#include "options.h"
#include "palette.h"

#define THEME_FOLDER STR("templates/themes/")
#define THEME_ENDING STR(".yaml")
#define DEFAULT_THEME STR("modern")

/* Readable by people whose sight is not the best (WCAG 2.2, 1.4.3). */
#define LEAST_CONTRAST 450
#define WHITE 0xffffff

/* What was last said about an option, and where. */
struct choice {
    struct str text;
    struct span span;
};

enum { KINDS = 3 };
#define ALL_KINDS ((1u << KINDS) - 1)
static const char *const kind_names[KINDS] = {
    [DOCUMENT_RESUME] = "resume",
    [DOCUMENT_PORTFOLIO] = "portfolio",
    [DOCUMENT_LETTER] = "letter",
};

struct reading {
    struct arena *arena;
    struct findings *findings;
    struct choice *choices[KINDS]; /* by kind and option number */
    unsigned kinds;                /* bits of those being spoken of */
    uint32_t theme_source;
};

/* Keys of `layout:` and of themes that others read. */
static const char *const foreign_keys[] = {
    "theme", "description", "headings", "sections", "dates", "language",
};

static bool
is_foreign(struct str key)
{
    for (size_t i = 0; i < sizeof foreign_keys / sizeof *foreign_keys; i++)
        if (str_is(key, foreign_keys[i]))
            return true;
    return str_starts(key, STR("x_"));
}

/* ---- advice -------------------------------------------------------------- */

static const char *const shorthands[] = {
    "margins",   "accent", "fonts", "footer",   "top_note", "resume",
    "portfolio", "letter", "theme", "headings", "sections"};
#define SHORTHANDS (sizeof shorthands / sizeof *shorthands)

static void
report_unknown(struct reading *reading, struct str path, struct span span)
{
    struct arena *arena = reading->arena;
    size_t total = option_total();
    struct str *names = ARENA_ARRAY(arena, total + SHORTHANDS, struct str);
    for (size_t i = 0; i < total; i++)
        names[i] = option_name(arena, i);
    for (size_t i = 0; i < SHORTHANDS; i++)
        names[total + i] = str_from(shorthands[i]);
    size_t nearest = str_nearest(path, names, total + SHORTHANDS);
    struct finding *finding =
        finding_add(reading->findings, CODE_X201, span,
                    "\"%.*s\" is not an option of the layout.", STR_ARG(path));
    if (nearest != SIZE_MAX)
        finding_help(finding, "did you mean \"%.*s\"?",
                     STR_ARG(names[nearest]));
}

/* ---- reading ------------------------------------------------------------- */

static void
choose(struct reading *reading, size_t number, struct str text,
       struct span span)
{
    for (unsigned kind = 0; kind < KINDS; kind++)
        if (reading->kinds & 1u << kind)
            reading->choices[kind][number] = (struct choice){text, span};
}

/* "[skills, languages]" as one text. */
static struct str
list_text(struct arena *arena, const struct node *list)
{
    struct buf text = buf_new(arena);
    for (size_t i = 0; i < list->items.count; i++)
        buf_print(&text, "%s%.*s", i ? ", " : "",
                  STR_ARG(list->items.at[i]->text));
    return buf_str(&text);
}

static void
read_option(struct reading *reading, size_t number, struct str path,
            const struct node *value)
{
    const struct option *option = option_at(number);
    bool is_list = option->kind == OPTION_LIST && value->kind == NODE_LIST;
    struct str text =
        is_list ? list_text(reading->arena, value) : str_trim(value->text);
    if (value->kind != NODE_SCALAR && !is_list) {
        finding_add(reading->findings, CODE_X202, value->span,
                    "\"%.*s\" is one value, not a list or a map.",
                    STR_ARG(path));
        return;
    }
    const char *expected = option_refuse(reading->arena, option, text);
    if (!expected) {
        choose(reading, number, text, value->span);
        return;
    }
    struct finding *finding = finding_add(
        reading->findings, CODE_X202, value->span,
        "\"%.*s\" cannot be \"%.*s\".", STR_ARG(path), STR_ARG(text));
    finding_help(finding, "write %s", expected);
}

static void
read_named(struct reading *reading, const char *name, const struct node *value)
{
    size_t number = option_find(str_from(name));
    ENSURE(number != SIZE_MAX);
    read_option(reading, number, str_from(name), value);
}

/* One value that stands for several options. */
static const struct shorthand {
    const char *name;
    struct {
        const char *option, *value; /* NULL: as typed */
    } sets[4];
} value_shorthands[] = {
    {"accent", {{"colors.accent", NULL}}},
    {"fonts", {{"fonts.body", NULL}, {"fonts.heading", "body"}}},
    {"margins",
     {{"margins.top", NULL},
      {"margins.right", NULL},
      {"margins.bottom", NULL},
      {"margins.left", NULL}}},
    {"footer",
     {{"footer.center", NULL}, {"footer.start", ""}, {"footer.end", ""}}},
    {"top_note", {{"top_note.text", NULL}}},
};
#define VALUE_SHORTHANDS (sizeof value_shorthands / sizeof *value_shorthands)

static bool
kind_of_key(struct str key, unsigned *kinds)
{
    for (unsigned kind = 0; kind < KINDS; kind++)
        if (str_is(key, kind_names[kind])) {
            *kinds = 1u << kind;
            return true;
        }
    return false;
}

static bool
read_shorthand(struct reading *reading, struct str path,
               const struct node *value)
{
    const struct shorthand *found = NULL;
    for (size_t i = 0; i < VALUE_SHORTHANDS; i++)
        if (str_is(path, value_shorthands[i].name))
            found = &value_shorthands[i];
    if (!found || value->kind != NODE_SCALAR)
        return false;
    for (size_t i = 0; i < 4 && found->sets[i].option; i++) {
        const char *fixed = found->sets[i].value;
        if (fixed)
            choose(reading, option_find(str_from(found->sets[i].option)),
                   str_from(fixed), value->span);
        else
            read_named(reading, found->sets[i].option, value);
    }
    return true;
}

static void read_map(struct reading *reading, struct str prefix,
                     const struct node *map);

/* A number of pages by itself is that of the resume, as in a variant: no
   portfolio has as few. Others are named: {resume: 1, portfolio: 8-12}. */
static void
read_pages(struct reading *reading, const struct node *value)
{
    unsigned kinds = reading->kinds;
    size_t count = value->kind == NODE_MAP ? value->pairs.count : 0;
    if (kinds == ALL_KINDS)
        reading->kinds = 1u << DOCUMENT_RESUME;
    if (value->kind != NODE_MAP)
        read_named(reading, "pages", value);
    for (size_t i = 0; i < count; i++) {
        const struct node_pair *pair = &value->pairs.at[i];
        if (kind_of_key(pair->key, &reading->kinds))
            read_named(reading, "pages", pair->value);
        else
            report_unknown(
                reading,
                str_format(reading->arena, "pages.%.*s", STR_ARG(pair->key)),
                pair->key_span);
    }
    reading->kinds = kinds;
}

static void
read_pair(struct reading *reading, struct str path,
          const struct node_pair *pair)
{
    size_t number = option_find(path);
    if (str_is(path, "pages"))
        read_pages(reading, pair->value);
    else if (number != SIZE_MAX)
        read_option(reading, number, path, pair->value);
    else if (read_shorthand(reading, path, pair->value))
        return;
    else if (pair->value->kind == NODE_MAP && option_is_group(path))
        read_map(reading, path, pair->value);
    else
        report_unknown(reading, path, pair->key_span);
}

/* Goes no deeper than the names of options do. */
static void
read_map(struct reading *reading, struct str prefix, const struct node *map)
{
    for (size_t i = 0; i < map->pairs.count; i++) {
        const struct node_pair *pair = &map->pairs.at[i];
        struct str path = pair->key;
        if (prefix.len)
            path = str_format(reading->arena, "%.*s.%.*s", STR_ARG(prefix),
                              STR_ARG(pair->key));
        read_pair(reading, path, pair);
    }
}

/* What holds for all documents first, then what is said for one kind. */
static void
read_layer(struct reading *reading, const struct node *layer)
{
    if (layer->kind != NODE_MAP)
        return; /* X101 of the candidate says so */
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < layer->pairs.count; i++) {
            const struct node_pair *pair = &layer->pairs.at[i];
            bool special = kind_of_key(pair->key, &reading->kinds) &&
                           pair->value->kind == NODE_MAP;
            if (special != (pass == 1) || is_foreign(pair->key))
                continue;
            if (special)
                read_map(reading, (struct str){0}, pair->value);
            else {
                reading->kinds = ALL_KINDS;
                read_pair(reading, pair->key, pair);
            }
        }
}

/* ---- resolving ----------------------------------------------------------- */

static const struct {
    upt width, height;
} page_sizes[] = {
    [FORMAT_LETTER] = {PT(612), PT(792)},
    [FORMAT_A4] = {PT(595.276), PT(841.89)},
    [FORMAT_LEGAL] = {PT(612), PT(1008)},
    [FORMAT_A5] = {PT(419.528), PT(595.276)},
    [FORMAT_EXECUTIVE] = {PT(522), PT(756)},
};

/* Findings about measures that readers and scanners cannot use. */
static void
check_measures(struct reading *reading, const struct look *look,
               const struct choice *choices)
{
    if (look->font_size < PT(9.5) || look->font_size > PT(12.5)) {
        struct finding *finding =
            finding_add(reading->findings, CODE_F102, choices[0].span,
                        "Body text is too %s to read with ease.",
                        look->font_size < PT(9.5) ? "small" : "large");
        finding_help(finding, "9.5 to 12.5 points; cut words before size");
    }
    if (look->head.icons && look->head.profiles == PROFILES_USERNAME &&
        !look->head.labels)
        finding_add(reading->findings, CODE_F101,
                    choices[option_find(STR("head.profiles"))].span,
                    "Print addresses or labels: beside a drawing a name does "
                    "not say of which network it is.");
    static const char *const sides[] = {"margins.top", "margins.right",
                                        "margins.bottom", "margins.left"};
    const upt margins[] = {look->margin_top, look->margin_right,
                           look->margin_bottom, look->margin_left};
    for (size_t i = 0; i < 4; i++)
        if (margins[i] < PT(36))
            finding_add(reading->findings, CODE_F102,
                        choices[option_find(str_from(sides[i]))].span,
                        "A margin under half an inch is cut off by many "
                        "printers.");
}

/* Said of the resume: portfolios and letters are set in one column. */
static void
check_columns(struct reading *reading, const struct look *resume,
              struct span theme)
{
    const struct choice *choices = reading->choices[DOCUMENT_RESUME];
    struct span span = choices[option_find(STR("columns"))].span;
    if (resume->columns < 2)
        return;
    if (span.source == reading->theme_source)
        span = theme;
    struct finding *finding = finding_add(
        reading->findings, CODE_F101, span,
        "The resume is set in two columns; some programs that read resumes "
        "expect one.");
    finding_help(finding, "for such a form, build it with "
                          "--set layout.columns=1");
}

/* Colours of text that are too light are darkened, and that is said once for
   each place that chose one. */
static void
check_contrast(struct reading *reading, struct look *look,
               const struct choice *choices)
{
    for (size_t id = 0; id < TEXT_STYLE_COUNT; id++) {
        struct text_style *style = &look->text[id];
        if (color_contrast(style->color, WHITE) >= LEAST_CONTRAST)
            continue;
        const struct choice *choice =
            &choices[option_number(id, COLOR_PROPERTY)];
        size_t palette = SIZE_MAX;
        if (palette_is_name(choice->text))
            palette = option_find(str_format(reading->arena, "colors.%.*s",
                                             STR_ARG(choice->text)));
        rgb dark = color_darkened(style->color, WHITE, LEAST_CONTRAST);
        struct finding *finding = finding_add(
            reading->findings, CODE_X204,
            palette == SIZE_MAX ? choice->span : choices[palette].span,
            "%s is too light for text on white paper.",
            color_name(reading->arena, style->color).at);
        finding_help(finding, "set as %s", color_name(reading->arena, dark).at);
        style->color = dark;
    }
}

/* Text needs some room: margins that leave none are not followed. */
#define LEAST_ROOM PT(180)
#define USUAL_MARGIN PT(36)

static void
check_room(struct reading *reading, upt room, upt *first, upt *second,
           struct span span)
{
    if (room - *first - *second >= LEAST_ROOM)
        return;
    *first = *second = USUAL_MARGIN;
    struct finding *finding =
        finding_add(reading->findings, CODE_X202, span,
                    "Margins as wide as these leave no room for text.");
    finding_help(finding, "at least 2.5 inches of the page are for text");
}

/* Styles that nobody spoke of and that have no default of their own are as the
   body's text is, "text.body.leading" for all. */
static void
follow_body(struct choice *choices)
{
    for (size_t style = 0; style < TEXT_STYLE_COUNT; style++)
        for (size_t i = 0; i < STYLE_OPTIONS; i++) {
            struct choice *choice = &choices[option_number(style, i)];
            if (choice->text.at == style_fallback(style, i) &&
                style_follows_body(style, i))
                *choice = choices[option_number(STYLE_BODY, i)];
        }
}

static void
resolve(struct reading *reading, int kind, struct look *look)
{
    follow_body(reading->choices[kind]);
    const struct choice *choices = reading->choices[kind];
    for (size_t i = 0; i < option_total(); i++)
        option_apply(i, choices[i].text, look);
    look->page_width = page_sizes[look->page].width;
    look->page_height = page_sizes[look->page].height;
    check_room(reading, look->page_width, &look->margin_left,
               &look->margin_right,
               choices[option_find(STR("margins.left"))].span);
    check_room(reading, look->page_height, &look->margin_top,
               &look->margin_bottom,
               choices[option_find(STR("margins.top"))].span);
    look->pages_span = choices[option_find(STR("pages"))].span;
    look->body_span = choices[option_find(STR("fonts.body"))].span;
    look->heading_span = choices[option_find(STR("fonts.heading"))].span;
    check_measures(reading, look, choices);
    check_contrast(reading, look, reading->choices[kind]);
}

/* ---- themes -------------------------------------------------------------- */

static struct str
theme_path(struct arena *arena, struct str name)
{
    return str_format(arena, "templates/themes/%.*s.yaml", STR_ARG(name));
}

static void
report_theme(struct arena *arena, struct findings *findings, struct str name,
             struct span span)
{
    const struct theme_name *themes;
    size_t count = theme_names(arena, &themes);
    struct str *names = ARENA_ARRAY(arena, count, struct str);
    struct buf list = buf_new(arena);
    for (size_t i = 0; i < count; i++) {
        names[i] = themes[i].name;
        buf_print(&list, "%s%.*s", i ? ", " : "", STR_ARG(names[i]));
    }
    struct finding *finding =
        finding_add(findings, CODE_X203, span, "There is no theme \"%.*s\".",
                    STR_ARG(name));
    size_t nearest = str_nearest(name, names, count);
    if (nearest != SIZE_MAX)
        finding_help(finding, "did you mean \"%.*s\"? There are: %.*s",
                     STR_ARG(names[nearest]), STR_ARG(buf_str(&list)));
    else
        finding_help(finding, "there are: %.*s", STR_ARG(buf_str(&list)));
}

static void
begin_reading(struct reading *reading)
{
    size_t total = option_total();
    for (int kind = 0; kind < KINDS; kind++) {
        reading->choices[kind] =
            ARENA_ARRAY(reading->arena, total, struct choice);
        for (size_t i = 0; i < total; i++)
            reading->choices[kind][i] =
                (struct choice){str_from(option_fallback(i)), SPAN_NONE};
    }
}

static const struct node *
load_theme_file(struct reading *reading, const struct embedded *file)
{
    uint32_t source = sources_add(findings_sources(reading->findings),
                                  file->path, file->bytes);
    reading->theme_source = source;
    return yaml_load(reading->arena, reading->findings, source);
}

const struct theme *
theme_load(struct arena *arena, struct findings *findings, struct str name,
           const struct node *layout)
{
    const struct node *named = layout ? node_get(layout, "theme") : NULL;
    struct span span = node_span(named);
    if (!name.len && named && named->kind == NODE_SCALAR)
        name = str_trim(named->text);
    if (!name.len)
        name = DEFAULT_THEME;
    const struct embedded *file = embedded_find(theme_path(arena, name));
    if (!file) {
        report_theme(arena, findings, name, span);
        return NULL;
    }
    struct reading reading = {.arena = arena, .findings = findings};
    begin_reading(&reading);
    const struct node *root = load_theme_file(&reading, file);
    if (root)
        read_layer(&reading, root);
    if (layout)
        read_layer(&reading, layout);
    struct theme *theme = ARENA_NEW(arena, struct theme);
    theme->name = name;
    for (int kind = 0; kind < KINDS; kind++)
        resolve(&reading, kind, &theme->look[kind]);
    check_columns(&reading, &theme->look[DOCUMENT_RESUME], span);
    return theme;
}

struct figure_choices
theme_figures(const struct theme *theme, enum document_kind kind)
{
    return theme_look(theme, kind)->figures;
}

bool
theme_check(struct arena *arena, struct findings *findings, struct str name,
            const struct node *layout)
{
    /* Our own theme files are right; only what the person wrote is read. */
    if (!layout &&
        embedded_find(theme_path(arena, name.len ? name : DEFAULT_THEME)))
        return true;
    return theme_load(arena, findings, name, layout) != NULL;
}

/* The rest of the line that begins with "description:". */
static struct str
description_of(struct str text)
{
    while (text.len) {
        struct str line = str_cut(&text, '\n');
        if (str_starts(line, STR("description:")))
            return str_trim(str_slice(line, 12, line.len));
    }
    return text;
}

size_t
theme_names(struct arena *arena, const struct theme_name **names)
{
    LIST(struct theme_name) list = {0};
    size_t count;
    const struct embedded *files = embedded_all(&count);
    for (size_t i = 0; i < count; i++) {
        struct str path = files[i].path;
        if (!str_starts(path, THEME_FOLDER) || !str_ends(path, THEME_ENDING))
            continue;
        *list_add(arena, &list) = (struct theme_name){
            str_slice(path, THEME_FOLDER.len, path.len - THEME_ENDING.len),
            description_of(files[i].bytes)};
    }
    *names = list.at;
    return list.count;
}
