/* The table of options for people: lists, a theme to start from, the page. */
#include "layout/options.h"

#include "option_rows.h"
#include "reading.h"
#include "rendercv.h"

/* ---- values -------------------------------------------------------------- */

/* The texts of all options in one theme. */
static const struct choice *
values_of(struct arena *arena, struct str theme)
{
    struct findings *findings = findings_new(arena, sources_new(arena));
    struct reading reading = {.arena = arena, .findings = findings};
    const struct theme_request request = {.name = theme};
    reading_begin(&reading);
    if (theme.len)
        (void)reading_theme(&reading, &request); /* the caller knows it */
    return reading.choices[DOCUMENT_RESUME];
}

/* As YAML: in quotes where it must be. */
static void
add_value(struct buf *out, struct str text)
{
    bool is_plain = text.len > 0 && ascii_is_alnum(text.at[0]);
    for (size_t i = 0; i < text.len; i++)
        is_plain = is_plain && (ascii_is_alnum(text.at[i]) ||
                                text.at[i] == '.' || text.at[i] == '_' ||
                                text.at[i] == '-' || text.at[i] == ' ');
    if (is_plain) {
        buf_add(out, text);
        return;
    }
    buf_add_byte(out, '\'');
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '\'')
            buf_add_byte(out, '\'');
        buf_add_byte(out, text.at[i]);
    }
    buf_add_byte(out, '\'');
}

static void
add_length(struct buf *out, const struct option *option)
{
    buf_add_text(out, "length, ");
    upt_print(out, option->least, 2);
    buf_add_text(out, " to ");
    upt_print(out, option->most, 2);
    buf_add_text(out, "pt");
}

static void
add_choices(struct buf *out, const struct option *option)
{
    for (int i = 0; option->choices[i]; i++) {
        struct str rest = str_from(option->choices[i]);
        struct str word = str_cut(&rest, '|');
        buf_print(out, "%s%.*s", i ? ", " : "", STR_ARG(word));
    }
}

/* What it may be, in a few words. */
static struct str
values_words(struct arena *arena, const struct option *option)
{
    struct buf out = buf_new(arena);
    switch (option->kind) {
    case OPTION_LENGTH:
        add_length(&out, option);
        break;
    case OPTION_RATIO:
        buf_add_text(&out, "times the size, or a length");
        break;
    case OPTION_COUNT:
        buf_print(&out, "%lld to %lld", (long long)option->least,
                  (long long)option->most);
        break;
    case OPTION_COLOR:
        buf_add_text(&out, "colour");
        break;
    case OPTION_CHOICE:
        add_choices(&out, option);
        break;
    case OPTION_BOOL:
        buf_add_text(&out, "yes, no");
        break;
    case OPTION_LIST:
        buf_add_text(&out, "sections");
        break;
    case OPTION_FAMILY:
        buf_add_text(&out, "body, heading or a family");
        break;
    case OPTION_TEXT:
        buf_add_text(&out, "text");
        break;
    case OPTION_FOLDER:
        buf_add_text(&out, "folder");
        break;
    case OPTION_TEMPLATE:
        buf_add_text(&out, "text with placeholders");
        break;
    case OPTION_PAGES:
        buf_add_text(&out, "a number, a range such as 1-2, any");
        break;
    }
    return buf_str(&out);
}

/* ---- a list -------------------------------------------------------------- */

static void
list_one(struct buf *out, struct str name, struct str value,
         const struct option *option)
{
    struct buf shown = buf_new(out->arena);
    add_value(&shown, value);
    buf_print(out, "%-26.*s %-16.*s %s (%.*s)\n", STR_ARG(name),
              STR_ARG(buf_str(&shown)), option->meaning,
              STR_ARG(values_words(out->arena, option)));
}

static void
list_styles(struct buf *out)
{
    size_t column = 0;
    buf_add_text(out, "\nSTYLE is one of:\n");
    for (size_t i = 0; i < TEXT_STYLE_COUNT; i++) {
        struct str name = str_from(text_style_names[i]);
        if (column + name.len > 76) {
            buf_add_byte(out, '\n');
            column = 0;
        }
        buf_print(out, "%s%.*s", column ? ", " : "  ", STR_ARG(name));
        column += name.len + 2;
    }
    buf_add_byte(out, '\n');
}

/* Templates of one list of placeholders have them in common. */
static bool
is_first_with(size_t number)
{
    const struct option *option = option_at(number);
    for (size_t i = 0; i < number; i++)
        if (option_at(i)->kind == OPTION_TEMPLATE &&
            option_at(i)->choices == option->choices)
            return false;
    return option->kind == OPTION_TEMPLATE;
}

static void
list_names(struct buf *out, const char *const *choices, const char *quote)
{
    const char *joint = "";
    for (size_t i = 0; i < option_plain_count(); i++) {
        const struct option *option = option_at(i);
        if (option->kind != OPTION_TEMPLATE || option->choices != choices)
            continue;
        buf_print(out, "%s%s%s%s", joint, quote, option->name, quote);
        joint = ", ";
    }
}

/* "footer.start, footer.end: {name}, {page_number}", a line each. */
static void
list_placeholders(struct buf *out, const char *quote)
{
    buf_add_text(out, "\nPlaceholders:\n");
    for (size_t i = 0; i < option_plain_count(); i++) {
        const char *const *choices = option_at(i)->choices;
        if (!is_first_with(i))
            continue;
        buf_add_text(out, quote[0] ? "\n- " : "  ");
        list_names(out, choices, quote);
        buf_add_text(out, quote[0] ? ":" : ":\n   ");
        for (; *choices; choices++)
            buf_print(out, " %s{%s}%s", quote, *choices, quote);
        buf_add_byte(out, '\n');
    }
}

void
options_print_list(struct buf *out, struct str theme)
{
    const struct choice *values = values_of(out->arena, theme);
    for (size_t i = 0; i < option_plain_count(); i++)
        list_one(out, option_name(out->arena, i), values[i].text, option_at(i));
    for (size_t k = 0; k < STYLE_OPTIONS; k++) {
        size_t number = option_number(STYLE_BODY, k);
        list_one(out,
                 str_format(out->arena, "text.STYLE.%s", style_options[k].name),
                 values[number].text, &style_options[k]);
    }
    list_styles(out);
    list_placeholders(out, "");
}

/* ---- JSON ---------------------------------------------------------------- */

static const char *const kind_words[] = {
    [OPTION_LENGTH] = "length",     [OPTION_RATIO] = "ratio",
    [OPTION_COUNT] = "count",       [OPTION_COLOR] = "colour",
    [OPTION_CHOICE] = "choice",     [OPTION_BOOL] = "flag",
    [OPTION_LIST] = "sections",     [OPTION_FAMILY] = "family",
    [OPTION_TEXT] = "text",         [OPTION_FOLDER] = "folder",
    [OPTION_TEMPLATE] = "template", [OPTION_PAGES] = "pages"};

static void
add_json_choices(struct buf *out, const struct option *option)
{
    bool is_template = option->kind == OPTION_TEMPLATE;
    buf_print(out, ", \"%s\": [", is_template ? "placeholders" : "choices");
    for (int i = 0; option->choices[i]; i++) {
        struct str rest = str_from(option->choices[i]);
        buf_add_text(out, i ? ", " : "");
        buf_add_json(out, str_cut(&rest, '|'));
    }
    buf_add_byte(out, ']');
}

static void
add_json_range(struct buf *out, const struct option *option)
{
    const char *names[] = {"least", "most"};
    const int64_t ends[] = {option->least, option->most};
    for (int i = 0; i < 2; i++) {
        if (option->kind == OPTION_COUNT) {
            buf_print(out, ", \"%s\": %lld", names[i], (long long)ends[i]);
            continue;
        }
        buf_print(out, ", \"%s\": \"", names[i]);
        upt_print(out, ends[i], 2);
        buf_add_text(out, "pt\"");
    }
}

static void
add_json(struct buf *out, size_t number, struct str value)
{
    const struct option *option = option_at(number);
    buf_add_text(out, "{\"name\": ");
    buf_add_json(out, option_name(out->arena, number));
    buf_print(out, ", \"kind\": \"%s\", \"value\": ", kind_words[option->kind]);
    buf_add_json(out, value);
    if (option->choices)
        add_json_choices(out, option);
    if (option->kind == OPTION_LENGTH || option->kind == OPTION_RATIO ||
        option->kind == OPTION_COUNT)
        add_json_range(out, option);
    buf_add_text(out, ", \"meaning\": ");
    buf_add_json(out, str_from(option->meaning));
    buf_add_byte(out, '}');
}

void
options_print_json(struct buf *out, struct str theme)
{
    const struct choice *values = values_of(out->arena, theme);
    for (size_t i = 0; i < option_total(); i++) {
        buf_add_text(out, i ? ",\n  " : "[\n  ");
        add_json(out, i, values[i].text);
    }
    buf_add_text(out, "\n]\n");
}

/* ---- a theme to start from ----------------------------------------------- */

static const char theme_head[] =
    "# A theme of your own. Put this file beside your own file, and write\n"
    "# there `theme: ./NAME.yaml`. Every option stands below with the value\n"
    "# that it has now: take away the `# ` before it and change it. Options\n"
    "# for one kind of document stand under `resume:`, `portfolio:` or\n"
    "# `letter:`. `dossier list options` says what each may be.\n"
    "description: My own look\n";

/* "head" of "head.rule". */
static struct str
group_of(const struct option *option)
{
    struct str name = str_from(option->name);
    size_t dot = str_find_byte(name, '.', 0);
    return dot == SIZE_MAX ? (struct str){0} : str_slice(name, 0, dot);
}

static void
add_remark(struct buf *out, const struct option *option, struct str value)
{
    struct str name = str_from(option->name), group = group_of(option);
    struct buf line = buf_new(out->arena);
    bool is_nested = group.len > 0;
    if (is_nested)
        name = str_slice(name, group.len + 1, name.len);
    buf_print(&line, "%s# %.*s: ", is_nested ? "  " : "", STR_ARG(name));
    add_value(&line, value);
    buf_print(out, "%-38.*s # %s\n", STR_ARG(buf_str(&line)), option->meaning);
}

static void
add_style_remark(struct buf *out, size_t style, const struct choice *values)
{
    buf_print(out, "  # %s: {", text_style_names[style]);
    for (size_t k = 0; k < STYLE_OPTIONS; k++) {
        buf_print(out, "%s%s: ", k ? ", " : "", style_options[k].name);
        add_value(out, values[option_number(style, k)].text);
    }
    buf_add_text(out, "}\n");
}

void
options_print_theme(struct buf *out, struct str theme)
{
    const struct choice *values = values_of(out->arena, theme);
    struct str before = {0};
    buf_add_text(out, theme_head);
    buf_print(out, "extends: %.*s\n\n", STR_ARG(theme));
    for (size_t i = 0; i < option_plain_count(); i++) {
        struct str group = group_of(option_at(i));
        if (group.len && !str_equal(group, before))
            buf_print(out, "%.*s:\n", STR_ARG(group));
        add_remark(out, option_at(i), values[i].text);
        before = group;
    }
    buf_add_text(out, "text:\n");
    for (size_t i = 0; i < TEXT_STYLE_COUNT; i++)
        add_style_remark(out, i, values);
}

/* ---- the page ------------------------------------------------------------ */

/* A bar would end the cell. */
static void
add_cell(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '|')
            buf_add_byte(out, '\\');
        buf_add_byte(out, text.at[i]);
    }
}

static void
add_row(struct buf *out, const char *name, struct str value,
        const struct option *option)
{
    struct buf shown = buf_new(out->arena);
    add_value(&shown, value);
    buf_print(out, "| `%s` | ", name);
    add_cell(out, values_words(out->arena, option));
    buf_print(out, " | `%.*s` | ", STR_ARG(buf_str(&shown)));
    add_cell(out, str_from(option->meaning));
    buf_add_text(out, " |\n");
}

static void
add_other_names(struct buf *out)
{
    buf_add_text(
        out,
        "\n## Coming from RenderCV\n\n"
        "Its design options and where they are found here, below `layout:`.\n"
        "Placeholders in capitals, `NAME`, are read as well as `{name}`.\n\n"
        "| `design:` | `layout:` | |\n|---|---|---|\n");
    for (const struct rendercv_option *at = rendercv_options; at->name; at++) {
        buf_print(out, "| `%s` | `%s` | ", at->name, at->ours);
        add_cell(out, str_from(at->note ? at->note : ""));
        buf_add_text(out, " |\n");
    }
}

static void
add_tables(struct buf *out)
{
    buf_add_text(out, "\n| option | values | default | meaning |\n"
                      "|---|---|---|---|\n");
    for (size_t i = 0; i < option_plain_count(); i++)
        add_row(out, option_at(i)->name, str_from(option_fallback(i)),
                option_at(i));
    buf_add_text(out, "\n`text.STYLE` is how a kind of text looks, with these "
                      "properties; the defaults are those of `text.body`:\n\n"
                      "| property | values | default | meaning |\n"
                      "|---|---|---|---|\n");
    for (size_t k = 0; k < STYLE_OPTIONS; k++)
        add_row(out, style_options[k].name,
                str_from(style_fallback(STYLE_BODY, k)), &style_options[k]);
    buf_add_text(out, "\nStyles:");
    for (size_t i = 0; i < TEXT_STYLE_COUNT; i++)
        buf_print(out, "%s `%s`", i ? "," : "", text_style_names[i]);
    buf_add_text(out, ".\n");
    list_placeholders(out, "`");
}

void
options_print_page(struct buf *out)
{
    buf_add_text(
        out,
        "# Themes and options\n\n"
        "A theme is a YAML file of these options. The same options stand under "
        "`layout:`\nin a candidate file and go before those of its theme; "
        "`--set layout.page=a4` changes\none for a single run. What stands "
        "under `resume:`, `portfolio:` or `letter:` holds\nfor that kind of "
        "document only.\n\n"
        "A theme of your own is a file beside the candidate's, `theme: "
        "./mine.yaml`, that may\nbuild on another: `extends: classic`. "
        "`dossier list options --theme classic\n--format yaml > mine.yaml` "
        "writes one to start from.\n\n"
        "Lengths are in `pt`, `in`, `cm`, `mm` or `em`, the size of the text. "
        "Colours are\n`\"#1f4e79\"`, `rgb(31, 78, 121)`, `hsl(209, 59%, 30%)`, "
        "a name such as `navy`, or one\nof the palette: `text`, `muted`, "
        "`accent`, `rule`, `tint`, `link`. `accent` and\n`margins`, `fonts`, "
        "`footer` and `top_note` with a single value are short forms.\n\n"
        "This page is made by `make docs`.\n");
    add_tables(out);
    add_other_names(out);
}

struct str
options_reference(struct arena *arena)
{
    struct buf out = buf_new(arena);
    buf_add_text(&out, "\nAnd these options, which a theme has as well:\n");
    add_tables(&out);
    return buf_str(&out);
}

/* ---- the manual ---------------------------------------------------------- */

static void
add_manual_row(struct buf *out, const char *name, const struct option *option)
{
    buf_print(out, ".It Li %s\n", name);
    buf_add_mdoc(out, str_from(option->meaning));
    buf_add_text(out, "\n(");
    buf_add_mdoc(out, values_words(out->arena, option));
    buf_add_text(out, ")\n");
}

struct str
options_manual(struct arena *arena)
{
    struct buf out = buf_new(arena);
    buf_add_text(&out, "And these options, which a theme has as well:\n"
                       ".Bl -tag -width Ds\n");
    for (size_t i = 0; i < option_plain_count(); i++)
        add_manual_row(&out, option_at(i)->name, option_at(i));
    buf_add_text(&out, ".El\n.Li text.STYLE\nis how a kind of text looks, "
                       "with these properties:\n.Bl -tag -width Ds\n");
    for (size_t k = 0; k < STYLE_OPTIONS; k++)
        add_manual_row(&out, style_options[k].name, &style_options[k]);
    buf_add_text(&out, ".El\nThe styles are\n");
    for (size_t i = 0; i < TEXT_STYLE_COUNT; i++)
        buf_print(&out, ".Li %s %s\n", text_style_names[i],
                  i + 1 < TEXT_STYLE_COUNT ? "," : ".");
    return buf_str(&out);
}
