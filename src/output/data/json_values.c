/* JSON, and values as JSON Resume has them. */
#include "json_writer.h"
#include "output/uri.h"

/* ---- JSON ---------------------------------------------------------------- */

static bool
is_empty(const struct json_out *json)
{
    char last = json->out.len ? json->out.at[json->out.len - 1] : '[';
    return last == '{' || last == '[';
}

static void
begin_line(struct json_out *json)
{
    buf_add_byte(&json->out, '\n');
    for (size_t i = 0; i < json->depth; i++)
        buf_add_text(&json->out, "  ");
}

static void
begin_value(struct json_out *json, const char *key)
{
    if (!json->depth)
        return;
    if (!is_empty(json))
        buf_add_byte(&json->out, ',');
    begin_line(json);
    if (key)
        buf_print(&json->out, "\"%s\": ", key);
}

size_t
json_open(struct json_out *json, const char *key, char bracket)
{
    size_t start = json->out.len;
    begin_value(json, key);
    buf_add_byte(&json->out, bracket);
    json->depth++;
    return start;
}

void
json_close(struct json_out *json, size_t start)
{
    size_t at = start;
    json->depth--;
    if (is_empty(json) && json->depth) {
        json->out.len = start;
        return;
    }
    while (json->out.at[at] != '{' && json->out.at[at] != '[')
        at++;
    if (!is_empty(json))
        begin_line(json);
    buf_add_byte(&json->out, json->out.at[at] == '{' ? '}' : ']');
}

void
json_text(struct json_out *json, const char *key, struct str text)
{
    if (!text.len)
        return;
    begin_value(json, key);
    buf_add_json(&json->out, text);
}

/* ---- prose --------------------------------------------------------------- */

#define LINE_END "\xe2\x80\xa8" /* U+2028 */

static void
add_lines(struct buf *out, struct str text)
{
    size_t from = 0, at;
    while ((at = str_find(text, STR(LINE_END), from)) != SIZE_MAX) {
        buf_add(out, str_slice(text, from, at));
        buf_add_byte(out, '\n');
        from = at + STR(LINE_END).len;
    }
    buf_add(out, str_slice(text, from, text.len));
}

/* The words of a link may be its address already. */
static bool
says_address(struct str words, struct str url)
{
    static const struct str starts[] = {STR_INIT("https://"),
                                        STR_INIT("http://"),
                                        STR_INIT("mailto:"), STR_INIT("tel:")};
    if (str_equal(words, url))
        return true;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (str_starts(url, starts[i]) &&
            str_equal(words, str_slice(url, starts[i].len, url.len)))
            return true;
    return false;
}

/* Where runs that lead to one address end, the address is said once. */
static void
add_runs(struct buf *out, const struct prose *prose,
         const struct prose_block *block)
{
    const struct prose_run *runs = prose->runs.at + block->first_run;
    for (size_t i = 0, first = 0; i < block->run_count; i++) {
        struct str url = runs[i].url;
        add_lines(out, str_slice(prose->plain, runs[i].from, runs[i].to));
        if (i + 1 < block->run_count && str_equal(url, runs[i + 1].url))
            continue;
        struct str words =
            str_slice(prose->plain, runs[first].from, runs[i].to);
        if (url.len && !says_address(words, url))
            buf_print(out, " (%.*s)", STR_ARG(url));
        first = i + 1;
    }
}

struct str
json_prose(struct arena *arena, const struct prose *prose)
{
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < prose->blocks.count; i++) {
        const struct prose_block *block = &prose->blocks.at[i];
        bool is_paragraph = block->kind == PROSE_PARAGRAPH;
        if (out.len)
            buf_add_text(&out, is_paragraph ? "\n\n" : "\n");
        for (unsigned depth = 0; depth < block->depth; depth++)
            buf_add_text(&out, "  ");
        if (block->kind == PROSE_BULLET)
            buf_add_text(&out, "- ");
        else if (block->kind == PROSE_NUMBERED)
            buf_print(&out, "%u. ", block->number);
        add_runs(&out, prose, block);
    }
    return buf_str(&out);
}

/* ---- other values -------------------------------------------------------- */

static void
join(struct buf *out, struct str text)
{
    if (out->len && text.len)
        buf_add_text(out, ", ");
    buf_add(out, text);
}

struct str
json_place(struct arena *arena, const struct location *location)
{
    struct buf out = buf_new(arena);
    if (location->text.s.len)
        return location->text.s;
    join(&out, location->city.s);
    join(&out, location->region.s);
    join(&out, location->country_code.s);
    return buf_str(&out);
}

/* "iso8601" of the schema: years from 1000 to 2999. */
static bool
has_form(const struct date *date)
{
    return !date->is_as_typed && date->year >= 1000 && date->year <= 2999;
}

void
json_date(struct json_out *json, const char *key, const struct date *date)
{
    if (!date_is_given(date) || date->is_present)
        return;
    if (!has_form(date)) {
        json->lost_date = json->lost_date ? json->lost_date : date->typed.node;
        return;
    }
    struct str text = str_format(json->arena, "%04d", date->year);
    if (date->month)
        text = str_format(json->arena, "%.*s-%02d", STR_ARG(text), date->month);
    if (date->month && date->day)
        text = str_format(json->arena, "%.*s-%02d", STR_ARG(text), date->day);
    json_text(json, key, text);
}

struct str
json_uri(struct arena *arena, struct str address)
{
    address = str_trim(address);
    if (!address.len || uri_has_scheme(address))
        return uri_clean(arena, address);
    if (str_find_byte(address, '.', 0) == SIZE_MAX ||
        str_find_byte(address, ' ', 0) != SIZE_MAX)
        return (struct str){0};
    return uri_clean(arena,
                     str_format(arena, "https://%.*s", STR_ARG(address)));
}

void
json_add_uri(struct json_out *json, const char *key, const struct text *address)
{
    struct str uri = json_uri(json->arena, address->s);
    if (address->s.len && !uri.len && !json->lost_address)
        json->lost_address = address->node;
    json_text(json, key, uri);
}

/* What validators of the format "email" agree on. */
bool
json_is_email(struct str address)
{
    static const char marks[] = ".!#$%&'*+/=?^_`{|}~-";
    size_t at = str_find_byte(address, '@', 0);
    if (at == SIZE_MAX || at == 0 || at + 1 >= address.len ||
        str_find(address, STR(".."), 0) != SIZE_MAX || address.at[0] == '.' ||
        address.at[at - 1] == '.' || address.at[at + 1] == '.' ||
        str_ends(address, STR(".")))
        return false;
    for (size_t i = 0; i < address.len; i++) {
        char c = address.at[i];
        bool is_name = ascii_is_alnum(c) || (c && strchr(marks, c) && i < at);
        if (i != at && !is_name && !(i > at && (c == '.' || c == '-')))
            return false;
    }
    return true;
}
