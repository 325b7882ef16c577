/*
 * Keys that the format does not have: another tool's spelling is read and
 * reported, a slip gets "did you mean", what employers must not ask is named.
 */
#include "decoder.h"

#include "base/buf.h"
#include "tables.h"
#include "words.h"

/* ---- other spellings ---------------------------------------------------- */

static bool
is_spelled(struct arena *arena, const char *words, struct str normal)
{
    struct str rest = str_from(words ? words : "");
    while (rest.len) {
        struct str word = words_next(&rest);
        if (str_equal(words_normal(arena, word, '_'), normal))
            return true;
    }
    return false;
}

static const struct field *
find_spelling(struct arena *arena, const struct field *fields,
              struct str normal)
{
    const struct field *alias = NULL;
    for (const struct field *field = fields; field && field->key; field++) {
        if (str_is(normal, field->key) ||
            is_spelled(arena, field->accepted, normal))
            return field;
        if (!alias && is_spelled(arena, field->aliases, normal))
            alias = field;
    }
    return alias;
}

const struct field *
field_find_foreign(struct arena *arena, const struct field_shape *shape,
                   struct str key)
{
    struct str normal = words_normal(arena, key, '_');
    const struct field *own = find_spelling(arena, shape->fields, normal);
    if (own)
        return own;
    return find_spelling(arena, fields_common(shape->common), normal);
}

static void
report_spelling(struct decoder *decoder, const struct where *where,
                const struct field *field, const struct node_pair *pair)
{
    struct str key = pair->key;
    if (field->is_hidden) {
        finding_help(decoder_report(decoder, where, CODE_X104, pair->key_span,
                                    "\"%.*s\" is read, but has another form "
                                    "here.",
                                    STR_ARG(key)),
                     "%s", field->meaning);
        return;
    }
    struct finding *finding =
        decoder_report(decoder, where, CODE_X104, pair->key_span,
                       "\"%.*s\" is read as \"%s\".", STR_ARG(key), field->key);
    finding_help(finding, "Write %s.", field->key);
    decoder_edit(decoder, finding, pair->key_span, str_from(field->key), true);
}

/* ---- what must not be asked --------------------------------------------- */

static const char *const protected_keys[] = {"birthdate",
                                             "birth_date",
                                             "dob",
                                             "date_of_birth",
                                             "birthday",
                                             "born",
                                             "age",
                                             "marital_status",
                                             "maritalstatus",
                                             "civil_status",
                                             "married",
                                             "spouse",
                                             "kids",
                                             "sexual_orientation",
                                             "citizen",
                                             "height",
                                             "weight",
                                             "passport",
                                             "passport_number",
                                             "headshot",
                                             "photograph",
                                             "profile_picture",
                                             "children",
                                             "dependents",
                                             "family_status",
                                             "religion",
                                             "faith",
                                             "church",
                                             "nationality",
                                             "citizenship",
                                             "birthplace",
                                             "place_of_birth",
                                             "ethnicity",
                                             "race",
                                             "gender",
                                             "sex",
                                             "disability",
                                             "health",
                                             "military_discharge",
                                             "ssn",
                                             "social_security_number",
                                             "national_id",
                                             "photo",
                                             "picture",
                                             "avatar"};

static bool
is_protected(struct arena *arena, struct str key)
{
    struct str normal = words_normal(arena, key, '_');
    for (size_t i = 0; i < sizeof protected_keys / sizeof protected_keys[0];
         i++)
        if (str_is(normal, protected_keys[i]))
            return true;
    return false;
}

static void
report_protected(struct decoder *decoder, const struct where *where,
                 const struct node_pair *pair)
{
    struct str key = pair->key;
    struct finding *finding = decoder_report(
        decoder, where, CODE_P108, pair->key_span,
        "Remove \"%.*s\"; a US resume leaves it out.", STR_ARG(key));
    if (words_hold("photo picture avatar", pair->key))
        finding_help(finding, "For a portfolio only: image and "
                              "image_consent.");
    else
        finding_help(finding, "It is not printed in any case.");
}

/* ---- unknown ------------------------------------------------------------ */

enum { MOST_KEYS = 128, KEYS_SHOWN = 14 };

struct names {
    struct str key[MOST_KEYS];    /* what was likely meant */
    const char *write[MOST_KEYS]; /* what to write */
    size_t count;
};

static void
add_name(struct names *names, struct str key, const char *write)
{
    if (names->count == MOST_KEYS || !key.len)
        return;
    names->key[names->count] = key;
    names->write[names->count++] = write;
}

static void
add_names(struct names *names, const struct field *fields)
{
    for (const struct field *field = fields; field && field->key; field++) {
        if (field->is_hidden)
            continue;
        add_name(names, str_from(field->key), field->key);
        struct str accepted = str_from(field->accepted ? field->accepted : "");
        while (accepted.len)
            add_name(names, words_next(&accepted), field->key);
    }
}

/* The keys of a shape in a line, the first of them when there are many. */
static struct str
keys_of(struct arena *arena, const struct field_shape *shape)
{
    struct buf list = buf_new(arena);
    size_t shown = 0;
    for (const struct field *field = shape->fields; field->key; field++) {
        if (field->is_hidden)
            continue;
        if (shown++ == KEYS_SHOWN) {
            buf_add_text(&list, " and others");
            break;
        }
        buf_print(&list, "%s%s", shown > 1 ? ", " : "", field->key);
    }
    return buf_str(&list);
}

/* A key that is at home one level below, such as `email` at the top. */
static const struct field *
find_home(const struct field_shape *shape, struct str key)
{
    for (const struct field *field = shape->fields; field->key; field++)
        if (field->type == FIELD_MAP && !field->is_list &&
            field_find(field->shape, key) &&
            !field_is_common(field->shape, field_find(field->shape, key)))
            return field;
    return NULL;
}

/* What other tools have at the top, and where it goes here. */
static const char *
advice_at_top(struct str key)
{
    if (words_hold("cv content", key))
        return "What stands inside it stands at the top here: basics, "
               "education, experience ...";
    if (words_hold("sections", key))
        return "Sections stand at the top here, each under its own name.";
    if (words_hold("settings rendercv_settings", key))
        return "The language goes under meta: {language: en-US}.";
    return NULL;
}

static void
help_unknown(struct decoder *decoder, struct finding *finding,
             const struct field_shape *shape, const struct node_pair *pair)
{
    struct names names;
    names.count = 0;
    const struct field *home = find_home(shape, pair->key);
    struct str key = pair->key;
    add_names(&names, shape->fields);
    if (shape->also)
        add_names(&names, shape->also->fields);
    add_names(&names, fields_common(shape->common));
    size_t nearest = str_nearest(pair->key, names.key, names.count);
    if (shape->also && field_find(shape->also, pair->key)) {
        finding_help(finding, "With positions, write %.*s inside one of them.",
                     STR_ARG(key));
    } else if (home) {
        finding_help(finding, "Write it inside %s.", home->key);
    } else if (nearest != SIZE_MAX) {
        const char *write = names.write[nearest];
        finding_help(finding, "Did you mean %s?", write);
        decoder_edit(decoder, finding, pair->key_span, str_from(write), false);
    } else if (shape == fields_root() && advice_at_top(pair->key)) {
        finding_help(finding, "%s", advice_at_top(pair->key));
    } else if (shape == fields_root()) {
        finding_help(finding,
                     "For a section of your own write\n"
                     "custom:\n  - title: %.*s\n    entries: [...]\n"
                     "or begin the key with x_ to have it passed over.",
                     STR_ARG(key));
    } else {
        struct str keys = keys_of(decoder->arena, shape);
        finding_help(finding, "Known here: %.*s.", STR_ARG(keys));
    }
}

static bool
is_from_command_line(const struct decoder *decoder, struct span span)
{
    const struct sources *sources = findings_sources(decoder->findings);
    return !span_is_none(span) &&
           str_is(source_name(sources, span.source), "--set");
}

const struct field *
decode_foreign_key(struct decoder *decoder, const struct where *where,
                   const struct field_shape *shape,
                   const struct node_pair *pair)
{
    struct str key = pair->key;
    const struct field *field = field_find(shape, key);
    if (!field)
        field = field_find_foreign(decoder->arena, shape, key);
    if (field) {
        report_spelling(decoder, where, field, pair);
        return field;
    }
    if (shape->is_open)
        return NULL;
    if (is_protected(decoder->arena, key)) {
        report_protected(decoder, where, pair);
        return NULL;
    }
    struct finding *finding =
        decoder_report(decoder, where, CODE_X103, pair->key_span,
                       "Unknown key \"%.*s\"; it is left out.", STR_ARG(key));
    /* What was asked for on the command line must not be passed over. */
    if (is_from_command_line(decoder, pair->key_span))
        finding->severity = SEVERITY_ERROR;
    help_unknown(decoder, finding, shape, pair);
    return NULL;
}
