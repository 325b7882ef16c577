#include "syntax.h"

#include <string.h>

#include "base/bug.h"
#include "habit.h"

/* Longer values get no edit. */
#define EDIT_LIMIT 10000

/* Signs that a text cannot begin with, and what they mean to YAML. */
struct sign {
    char sign;
    const char *meaning;
};

static const struct sign signs[] = {
    {'*', "repeats another part of the file"},
    {'&', "marks a part of the file for repetition"},
    {'!', "is an instruction to a program"},
    {'%', "is an instruction to a program"},
    {'@', "is kept for later"},
    {'`', "is kept for later"},
    {'|', "begins a text of several lines"},
    {'>', "begins a text of several lines"},
    {',', "separates the values of a list"},
    {']', "ends a list"},
    {'}', "ends a group of fields"},
    {'?', "begins a name of several lines"},
};

struct finding *
syntax_report(const struct suspect *suspect, enum code code, size_t from,
              size_t to, const char *format, ...)
{
    const struct reading *reading = suspect->reading;
    size_t end = reading->text.len;
    struct span span = {reading->source, (uint32_t)(from < end ? from : end),
                        (uint32_t)(to < end ? to : end)};
    struct str message;
    va_list args;

    va_start(args, format);
    message = str_format_list(reading->arena, format, args);
    va_end(args);
    return finding_add(reading->findings, code, span, "%.*s", STR_ARG(message));
}

bool
syntax_quote(const struct suspect *suspect, struct finding *finding,
             size_t from, size_t to)
{
    struct reading *reading = suspect->reading;
    struct str text = str_slice(reading->clean, from, to);
    struct str better = quoted(reading->arena, text);

    finding_help(finding, "Put the text in quotes:\n%.*s",
                 STR_ARG(line_mended(reading->arena, reading->clean,
                                     &suspect->line, from, to, better)));
    if (text.len <= EDIT_LIMIT) {
        finding->has_edit = true;
        finding->edit_is_safe = true;
        finding->edit = (struct edit){
            {reading->source, (uint32_t)from, (uint32_t)to}, better};
    }
    return mask_add(reading, from, to);
}

/* ---- habits of a value ------------------------------------------------- */

static const struct sign *
find_sign(char c)
{
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (signs[i].sign == c)
            return &signs[i];
    return NULL;
}

/* "|-", ">2": nothing but the beginning of a text of several lines */
static bool
is_block_header(struct str value)
{
    if (value.at[0] != '|' && value.at[0] != '>')
        return false;
    for (size_t i = 1; i < value.len; i++)
        if (value.at[i] != '+' && value.at[i] != '-' &&
            !ascii_is_digit(value.at[i]))
            return false;
    return true;
}

/* A word that begins with *, & or ! may well be meant so. */
static bool
is_meant(const struct suspect *suspect, struct str value)
{
    if (is_block_header(value))
        return true;
    return str_find_byte(STR("*&!"), value.at[0], 0) != SIZE_MAX &&
           str_find_byte(value, ' ', 0) == SIZE_MAX &&
           !str_starts(str_from(suspect->trouble->context),
                       STR("while scanning a"));
}

/* "- **Bold** start" */
static bool
sign_before_text(const struct suspect *suspect, bool *mended)
{
    const struct line *line = &suspect->line;
    const struct sign *sign;
    struct finding *finding;

    if (!line_has_value(line))
        return false;
    sign = find_sign(suspect->reading->text.at[line->value]);
    if (sign == NULL ||
        is_meant(suspect, str_slice(suspect->reading->text, line->value,
                                    line->value_to)))
        return false;
    finding = syntax_report(suspect, CODE_X019, line->value, line->value_to,
                            "A text cannot begin with `%c`, which %s.",
                            sign->sign, sign->meaning);
    *mended = syntax_quote(suspect, finding, line->value, line->value_to);
    return true;
}

/* "'it's mine'": the quotes at both ends are meant, those between are not. */
static void
report_quotes_inside(const struct suspect *suspect, size_t at, bool *mended)
{
    const struct line *line = &suspect->line;
    struct reading *reading = suspect->reading;
    struct str inner =
        str_slice(reading->clean, line->value + 1, line->value_to - 1);
    struct str better = quoted(reading->arena, inner);
    struct finding *finding;

    finding = syntax_report(suspect, CODE_X021, at - 1, at,
                            "The text ends at this quote.");
    finding_help(finding, "Use quotes of the other kind around it:\n%.*s",
                 STR_ARG(line_mended(reading->arena, reading->clean, line,
                                     line->value, line->value_to, better)));
    finding->has_edit = finding->edit_is_safe = true;
    finding->edit = (struct edit){
        {reading->source, (uint32_t)line->value, (uint32_t)line->value_to},
        better};
    *mended = mask_add(reading, line->value + 1, line->value_to - 1);
}

/* "- "Best nurse" award" */
static bool
quote_around_part(const struct suspect *suspect, bool *mended)
{
    const struct line *line = &suspect->line;
    struct str text = suspect->reading->text;
    struct finding *finding;
    size_t end;

    if (!line_has_value(line) ||
        (text.at[line->value] != '"' && text.at[line->value] != '\''))
        return false;
    end = quote_end(text, line->value, line->value_to);
    if (end == SIZE_MAX || end == line->value_to || text.at[end] == ':')
        return false;
    if (text.at[line->value_to - 1] == text.at[line->value]) {
        report_quotes_inside(suspect, end, mended);
        return true;
    }
    finding = syntax_report(suspect, CODE_X021, end, line->value_to,
                            "The text ends at the quote; this does not "
                            "belong anywhere.");
    *mended = syntax_quote(suspect, finding, line->value, line->value_to);
    return true;
}

/* "- {wait.before} to {wait.after}" and "- [Page](https://...) text" */
static bool
bracket_before_text(const struct suspect *suspect, bool *mended)
{
    const struct line *line = &suspect->line;
    struct str text = suspect->reading->text;
    struct finding *finding;
    size_t end;

    if (!line_has_value(line) ||
        (text.at[line->value] != '[' && text.at[line->value] != '{'))
        return false;
    end = bracket_end(text, line->value, line->value_to);
    if (end == SIZE_MAX || end == line->value_to || text.at[end] == ':')
        return false;
    finding = syntax_report(
        suspect, CODE_X022, line->value, line->value_to,
        text.at[line->value] == '{'
            ? "A text cannot begin with `{`, which opens a group of fields."
            : "A text cannot begin with `[`, which opens a list.");
    *mended = syntax_quote(suspect, finding, line->value, line->value_to);
    return true;
}

/* "headline: Director: Quality" */
static bool
second_colon(const struct suspect *suspect, bool *mended)
{
    const struct line *line = &suspect->line;
    struct str text = suspect->reading->text;
    size_t colon = line->value;
    struct finding *finding;

    if (!line_has_value(line) || text.at[line->value] == '{' ||
        text.at[line->value] == '[' || text.at[line->value] == '"')
        return false;
    for (;; colon++) {
        colon = str_find_byte(text, ':', colon);
        if (colon == SIZE_MAX || colon >= line->value_to)
            return false;
        if (colon + 1 >= line->value_to || ascii_is_space(text.at[colon + 1]))
            break;
    }
    finding = syntax_report(suspect, CODE_X023, colon, colon + 1,
                            "A text with a colon and a blank needs quotes.");
    *mended = syntax_quote(suspect, finding, line->value, line->value_to);
    return true;
}

/* "scope: "R\D budget"" */
static bool
backslash_in_quotes(const struct suspect *suspect, bool *mended)
{
    const struct line *line = &suspect->line;
    struct str text = suspect->reading->text;
    size_t from = suspect->trouble->context_at, end;
    size_t at = suspect->trouble->at;
    struct finding *finding;

    if (!str_starts(str_from(suspect->trouble->context),
                    STR("while parsing a quoted scalar")))
        return false;
    end = quote_end(text, from, line->to);
    finding = syntax_report(suspect, CODE_X025, at, at + 2,
                            "In double quotes, a backslash and what follows "
                            "it are a code; this one does not exist.");
    if (end == SIZE_MAX || from < line->from) {
        finding_help(finding, "Type the backslash twice.");
        return true;
    }
    *mended = syntax_quote(suspect, finding, from + 1, end - 1);
    finding->help = (struct str){0};
    finding->edit.span =
        (struct span){suspect->reading->source, (uint32_t)from, (uint32_t)end};
    finding_help(finding, "Use single quotes:\n%.*s",
                 STR_ARG(line_mended(suspect->reading->arena, text, line, from,
                                     end, finding->edit.text)));
    return true;
}

/* ---- quotes that stay open --------------------------------------------- */

/* Does the line open a quote that is not closed on it, nor at the end of a
   line below? */
static bool
leaves_quote_open(struct str text, const struct line *line)
{
    char first = line_has_value(line) ? text.at[line->value] : '\0';
    size_t end;

    if ((first != '"' && first != '\'') ||
        quote_end(text, line->value, line->to) != SIZE_MAX)
        return false;
    end = quote_end(text, line->value, text.len);
    if (end == SIZE_MAX)
        return true;
    while (end < text.len && text.at[end] == ' ')
        end++;
    return end < text.len &&
           str_find_byte(STR("\r\n#,]}:"), text.at[end], 0) == SIZE_MAX;
}

/* Looks for it in the lines above, where the text began that went on until
   the next quote. */
static bool
find_open_quote(const struct suspect *suspect, struct line *found)
{
    struct str text = suspect->reading->text;
    int lines = 50;

    *found = suspect->line;
    while (!leaves_quote_open(text, found))
        if (lines-- == 0 || !line_before(text, found, found))
            return false;
    return true;
}

static bool
quote_not_closed(const struct suspect *suspect, bool *mended)
{
    struct suspect at = *suspect;
    struct str text = suspect->reading->text;
    struct arena *arena = suspect->reading->arena;
    struct finding *finding;
    struct str value, better;

    if (!find_open_quote(suspect, &at.line))
        return false;
    value = str_slice(text, at.line.value, at.line.value_to);
    better = str_format(arena, "%.*s%c", STR_ARG(value), value.at[0]);
    finding = syntax_report(&at, CODE_X020, at.line.value, at.line.value_to,
                            "This quote is not closed on its line.");
    finding_help(finding, "Close it where the text ends:\n%.*s",
                 STR_ARG(line_mended(arena, text, &at.line, at.line.value,
                                     at.line.value_to, better)));
    *mended = mask_add(at.reading, at.line.value, at.line.value_to);
    return true;
}

/* ---- a remark in the middle -------------------------------------------- */

/* "... of the\n  #1 hospital": the line above lost its end to a remark. */
static bool
hash_above(const struct suspect *suspect, bool *mended)
{
    struct suspect at = *suspect;
    struct str text = suspect->reading->text;
    size_t hash;

    if (!line_before(text, &suspect->line, &at.line) ||
        !line_has_value(&at.line) || ascii_is_space(text.at[at.line.value]))
        return false;
    hash = habit_find_hash(text, at.line.value, at.line.to);
    if (hash == SIZE_MAX)
        return false;
    habit_report_hash(suspect->reading, at.line.value, hash, true);
    *mended = mask_add(at.reading, hash, hash + 1);
    return true;
}

/* ---- all of them ------------------------------------------------------- */

/* In the order of how certain they are. */
static bool (*const habits[])(const struct suspect *, bool *) = {
    syntax_tabs,       backslash_in_quotes, sign_before_text,
    quote_around_part, bracket_before_text, quote_not_closed,
    syntax_blank,      syntax_flow,         syntax_open_at_end,
    hash_above,        syntax_indent,       second_colon,
};

static bool
look_at(struct suspect *suspect, size_t at, bool *mended)
{
    suspect->at = at;
    suspect->line = line_at(suspect->reading->text, at);
    for (size_t i = 0; i < sizeof habits / sizeof habits[0]; i++)
        if (habits[i](suspect, mended))
            return true;
    return false;
}

/* Nothing that people are known to do: say at least where. */
static void
report_unknown(const struct suspect *suspect)
{
    size_t at = suspect->trouble->at;
    struct finding *finding;

    finding = syntax_report(suspect, CODE_X010, at, at,
                            "This line does not fit the ones before it.");
    finding_help(finding, "Compare it with the lines above: the same blanks "
                          "before each field of one entry, one blank after "
                          "each colon and each dash. A text with special "
                          "signs needs quotes.");
}

/* Where the habit is more likely: the scanner names the beginning of what it
   could not finish. */
static bool
is_about_context(const struct trouble *trouble)
{
    return str_starts(str_from(trouble->context), STR("while scanning a"));
}

bool
syntax_mend(struct reading *reading, const struct trouble *trouble)
{
    struct suspect suspect = {.reading = reading, .trouble = trouble};
    bool mended = false;
    size_t first = trouble->at, second = trouble->context_at;

    if (is_about_context(trouble)) {
        first = trouble->context_at;
        second = trouble->at;
    }
    if (look_at(&suspect, first, &mended) || look_at(&suspect, second, &mended))
        return mended;
    report_unknown(&suspect);
    return false;
}
