/* The JSON Schema of `layout:`: what an editor shows and completes. */
#include "layout/options.h"

#include "option_rows.h"
#include "reading.h"

static const char length_type[] =
    "\"type\":[\"string\",\"number\",\"null\"],\"pattern\":"
    "\"^ *-?[0-9]*\\\\.?[0-9]+ *(pt|in|cm|mm|em)? *$\"";

static void
add_words(struct buf *out, const struct option *option)
{
    const char *joint = "";
    for (int i = 0; option->choices[i]; i++) {
        struct str rest = str_from(option->choices[i]);
        while (rest.len) {
            buf_add_text(out, joint);
            buf_add_json(out, str_cut(&rest, '|'));
            joint = ",";
        }
    }
}

static void
add_type(struct buf *out, const struct option *option)
{
    switch (option->kind) {
    case OPTION_LENGTH:
    case OPTION_RATIO:
        buf_add_text(out, length_type);
        return;
    case OPTION_COUNT:
        buf_print(out,
                  "\"type\":[\"integer\",\"string\",\"null\"],\"minimum\":%lld,"
                  "\"maximum\":%lld,\"pattern\":\"^[0-9]+$\"",
                  (long long)option->least, (long long)option->most);
        return;
    case OPTION_BOOL:
        buf_add_text(out, "\"enum\":[true,false,\"true\",\"false\",\"yes\","
                          "\"no\",\"on\",\"off\",null]");
        return;
    case OPTION_CHOICE:
        buf_add_text(out, "\"enum\":[");
        add_words(out, option);
        buf_add_text(out, ",null]");
        return;
    case OPTION_LIST:
        buf_add_text(out, "\"type\":[\"array\",\"string\",\"null\"],"
                          "\"items\":{\"enum\":[");
        add_words(out, option);
        buf_add_text(out, "]}");
        return;
    case OPTION_COLOR:
    case OPTION_FAMILY:
    case OPTION_TEXT:
    case OPTION_FOLDER:
    case OPTION_TEMPLATE:
    case OPTION_PAGES:
        buf_add_text(out, "\"type\":[\"string\",\"number\",\"null\"]");
        return;
    }
}

static void
add_default(struct buf *out, const struct option *option, struct str value)
{
    bool is_bare = option->kind == OPTION_COUNT;
    buf_add_text(out, ",\"default\":");
    if (option->kind == OPTION_BOOL)
        buf_add_text(out, str_is(value, "yes") ? "true" : "false");
    else if (is_bare)
        buf_add(out, value);
    else
        buf_add_json(out, value);
}

static void
add_option(struct buf *out, struct str name, const struct option *option,
           const char *fallback)
{
    buf_add_json(out, name);
    buf_add_text(out, ":{\"description\":");
    buf_add_json(out, str_from(option->meaning));
    buf_add_byte(out, ',');
    add_type(out, option);
    if (fallback)
        add_default(out, option, str_from(fallback));
    buf_add_byte(out, '}');
}

/* "head" of "head.rule"; empty for "page". */
static struct str
group_of(size_t number)
{
    struct str name = str_from(option_at(number)->name);
    size_t dot = str_find_byte(name, '.', 0);
    return str_slice(name, 0, dot == SIZE_MAX ? 0 : dot);
}

/* Members of a group stand apart in the table: each group is looked for from
   its first one on. */
static void
add_group(struct buf *out, size_t first, struct str short_type)
{
    struct str group = group_of(first);
    const char *joint = "";
    buf_add_json(out, group);
    buf_add_byte(out, ':');
    if (short_type.len)
        buf_print(out, "{\"anyOf\":[{%.*s},", STR_ARG(short_type));
    /* A kind of document has all other options as well. */
    bool is_kind = str_is(group, "letter");
    buf_print(out, "{\"type\":[\"object\",\"null\"],%s\"properties\":{",
              is_kind ? "" : "\"additionalProperties\":false,");
    for (size_t i = first; i < option_plain_count(); i++) {
        if (!str_equal(group_of(i), group))
            continue;
        struct str name = str_from(option_at(i)->name);
        buf_add_text(out, joint);
        add_option(out, str_slice(name, group.len + 1, name.len), option_at(i),
                   option_fallback(i));
        joint = ",";
    }
    buf_add_text(out, short_type.len ? "}}]}" : "}}");
}

/* Groups that one value may stand for. */
static struct str
short_type(struct str group)
{
    if (str_is(group, "margins"))
        return str_from(length_type);
    if (str_is(group, "fonts") || str_is(group, "footer") ||
        str_is(group, "top_note"))
        return STR("\"type\":\"string\"");
    return (struct str){0};
}

static bool
is_first_of_group(size_t number)
{
    struct str group = group_of(number);
    for (size_t i = 0; i < number; i++)
        if (str_equal(group_of(i), group))
            return false;
    return true;
}

static void
add_styles(struct buf *out)
{
    buf_add_text(out, "\"text\":{\"description\":\"Size, family, weight and "
                      "colour of each kind of text.\",\"type\":[\"object\","
                      "\"null\"],\"additionalProperties\":false,"
                      "\"properties\":{");
    for (size_t i = 0; i < TEXT_STYLE_COUNT; i++)
        buf_print(out, "%s\"%s\":{\"$ref\":\"#/$defs/text_style\"}",
                  i ? "," : "", text_style_names[i]);
    buf_add_text(out, "}}");
}

static struct str
properties(struct arena *arena)
{
    static const char *const kinds[] = {"resume", "portfolio"};
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < option_plain_count(); i++) {
        struct str group = group_of(i);
        if ((group.len && !is_first_of_group(i)) ||
            field_find(fields_shape("layout"), str_from(option_at(i)->name)))
            continue; /* said already */
        if (group.len)
            add_group(&out, i, short_type(group));
        else
            add_option(&out, str_from(option_at(i)->name), option_at(i),
                       option_fallback(i));
        buf_add_byte(&out, ',');
    }
    buf_add_text(&out, "\"accent\":{\"description\":\"The same as "
                       "colors.accent.\",\"type\":[\"string\",\"number\","
                       "\"null\"]},");
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        buf_print(&out,
                  "\"%s\":{\"description\":\"Options that hold for this "
                  "kind of document only.\",\"$ref\":\"#/$defs/layout\"},",
                  kinds[i]);
    add_styles(&out);
    return buf_str(&out);
}

static struct str
definitions(struct arena *arena)
{
    struct buf out = buf_new(arena);
    buf_add_text(&out, "\"text_style\":{\"type\":[\"object\",\"null\"],"
                       "\"additionalProperties\":false,\"properties\":{");
    for (size_t k = 0; k < STYLE_OPTIONS; k++) {
        buf_add_text(&out, k ? "," : "");
        add_option(&out, str_from(style_options[k].name), &style_options[k],
                   NULL);
    }
    buf_add_text(&out, "}}");
    return buf_str(&out);
}

struct field_extra
options_schema(struct arena *arena)
{
    return (struct field_extra){
        .shape = fields_shape("layout"),
        .properties = properties(arena),
        .definitions = definitions(arena),
        .reference = options_reference(arena),
        .manual = options_manual(arena),
    };
}
