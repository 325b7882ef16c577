/*
 * Addresses and names with a form: web, mail, phone, language, country, id.
 * What is readable is kept as typed; an address that a page must not link to
 * is left out.
 */
#include "decoder.h"

#include "base/buf.h"
#include "words.h"

/* Whether the text is the whole scalar, so that an edit may replace it. */
static void
offer(struct decoder *decoder, struct finding *finding, const struct text *text,
      struct str mended, bool is_safe)
{
    if (text->node->kind == NODE_SCALAR &&
        str_trim(text->node->text).len == text->s.len)
        decoder_edit(decoder, finding, text->node->span, mended, is_safe);
}

/* ---- web ---------------------------------------------------------------- */

static bool
starts_nocase(struct str s, const char *prefix)
{
    struct str wanted = str_from(prefix);
    return s.len >= wanted.len &&
           str_equal_nocase(str_slice(s, 0, wanted.len), wanted);
}

/* "linkedin.com/in/x", "www.example.org": a host with a dot, no blank. */
static bool
is_bare_host(struct str s)
{
    size_t end = str_find_byte(s, '/', 0);
    struct str host = str_slice(s, 0, end);
    size_t dot = str_find_byte(host, '.', 0);
    if (dot == SIZE_MAX || dot == 0 || dot + 2 >= host.len)
        return false;
    for (size_t i = 0; i < host.len; i++) {
        char c = host.at[i];
        bool is_last_port = c == ':' && i > dot;
        if (!ascii_is_alnum(c) && c != '.' && c != '-' && !is_last_port &&
            (unsigned char)c < 0x80)
            return false;
    }
    return true;
}

static bool
has_blank(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (ascii_is_space(s.at[i]) || (unsigned char)s.at[i] < 0x20)
            return true;
    return false;
}

static void
refuse_url(struct decoder *decoder, const struct where *where,
           const struct field *field, struct text *text, const char *why)
{
    struct finding *finding =
        decoder_report(decoder, where, CODE_X120, text->node->span,
                       "\"%.*s\" %s; it is left out.", STR_ARG(text->s), why);
    finding_help(finding, "%s: %s", field->key, field->example);
    *text = (struct text){{NULL, 0}, NULL};
}

void
check_url(struct decoder *decoder, const struct where *where,
          const struct field *field, struct text *text)
{
    bool is_web =
        starts_nocase(text->s, "https://") || starts_nocase(text->s, "http://");
    if (has_blank(text->s)) {
        refuse_url(decoder, where, field, text,
                   "has a blank in it and is no web address");
    } else if (is_web) {
        struct str host = str_slice(
            text->s, str_find(text->s, STR("//"), 0) + 2, text->s.len);
        if (!host.len || host.at[0] == '/')
            refuse_url(decoder, where, field, text, "names no site");
    } else if (is_bare_host(text->s)) {
        struct str mended =
            str_format(decoder->arena, "https://%.*s", STR_ARG(text->s));
        struct finding *finding =
            decoder_report(decoder, where, CODE_X121, text->node->span,
                           "Write the whole web address.");
        finding_help(finding, "%s: %.*s", field->key, STR_ARG(mended));
        offer(decoder, finding, text, mended, true);
        text->s = mended;
    } else {
        refuse_url(decoder, where, field, text, "is not a web address");
    }
}

/* ---- mail and phone ----------------------------------------------------- */

/* One @ and a dot behind it are looked at by rule S101. */
void
check_email(struct decoder *decoder, const struct where *where,
            const struct field *field, struct text *text)
{
    if (starts_nocase(text->s, "mailto:")) {
        struct str mended = str_slice(text->s, 7, text->s.len);
        struct finding *finding =
            decoder_report(decoder, where, CODE_X122, text->node->span,
                           "Write the address without \"mailto:\".");
        finding_help(finding, "%s: %.*s", field->key, STR_ARG(mended));
        offer(decoder, finding, text, mended, true);
        text->s = mended;
        return;
    }
    bool is_foreign = has_blank(text->s) ||
                      str_find_byte(text->s, ',', 0) != SIZE_MAX ||
                      str_find_byte(text->s, '<', 0) != SIZE_MAX;
    if (!is_foreign)
        return;
    struct finding *finding =
        decoder_report(decoder, where, CODE_X122, text->node->span,
                       "\"%.*s\" is not one e-mail address.", STR_ARG(text->s));
    finding_help(finding, "%s: %s", field->key, field->example);
}

/* Digits of a number; -1 when something in it does not belong there. An
   extension ("x12", "ext. 12") ends the number. */
static int
count_digits(struct str s)
{
    int digits = 0;
    for (size_t i = 0; i < s.len; i++) {
        char c = ascii_lower(s.at[i]);
        if (ascii_is_digit(c)) {
            digits++;
        } else if (c == 'x' || c == 'e') {
            struct str tail = str_slice(s, i, s.len);
            return starts_nocase(tail, "x") || starts_nocase(tail, "ext")
                       ? digits
                       : -1;
        } else if (!(c == '+' && (i == 0 || (i == 1 && s.at[0] == '('))) &&
                   c != ' ' && c != '-' && c != '(' && c != ')' && c != '.' &&
                   c != '/') {
            return -1;
        }
    }
    return digits;
}

void
check_phone(struct decoder *decoder, const struct where *where,
            const struct field *field, struct text *text)
{
    /* E.164: at most 15 digits with the country code. */
    bool is_international =
        str_starts(text->s, STR("+")) || str_starts(text->s, STR("(+"));
    struct str number = text->s;
    if (starts_nocase(number, "tel:"))
        number = text->s = str_slice(number, 4, number.len);
    int digits = count_digits(number);
    int least = is_international ? 8 : 7, most = is_international ? 15 : 12;
    if (digits >= least && digits <= most)
        return;
    struct finding *finding = decoder_report(
        decoder, where, CODE_X123, text->node->span,
        digits < 0 ? "\"%.*s\" holds more than a phone number."
                   : "\"%.*s\" does not have the digits of a phone number.",
        STR_ARG(text->s));
    finding_help(finding, "%s: %s", field->key, field->example);
}

/* ---- languages and countries -------------------------------------------- */

/* A tag that we have no words of is printed with those of English. */
static void
tell_no_words(struct decoder *decoder, const struct where *where,
              const struct text *text)
{
    if (locale_find(decoder->arena, text->s))
        return;
    struct finding *finding = decoder_report(
        decoder, where, CODE_X136, text->node->span,
        "No words are known in \"%.*s\"; titles and dates are in English.",
        STR_ARG(text->s));
    finding_help(finding, "Give your own: locale: {present: ..., sections: "
                          "{experience: ...}}; see dossier list languages.");
}

/* Tags in any case and names of languages are read without a word; an
   underscore is mended. */
void
check_language(struct decoder *decoder, const struct where *where,
               const struct field *field, struct text *text)
{
    struct str guess, tag = locale_tag(decoder->arena, text->s, &guess);
    bool is_tag = str_equal_nocase(tag, text->s);
    bool is_mended =
        tag.len == text->s.len && str_find_byte(text->s, '_', 0) == 2;
    if (tag.len && (is_tag || !is_mended)) {
        text->s = tag;
        tell_no_words(decoder, where, text);
        return;
    }
    struct finding *finding =
        decoder_report(decoder, where, CODE_X127, text->node->span,
                       "\"%.*s\" is not a language code.", STR_ARG(text->s));
    if (tag.len) {
        finding_help(finding, "%s: %.*s", field->key, STR_ARG(tag));
        offer(decoder, finding, text, tag, true);
        text->s = tag;
    } else if (guess.len) {
        finding_help(finding, "Did you mean %.*s?", STR_ARG(guess));
        offer(decoder, finding, text, guess, false);
        *text = (struct text){{NULL, 0}, NULL};
    } else {
        finding_help(finding, "%s: en-US   (language, then country)",
                     field->key);
        *text = (struct text){{NULL, 0}, NULL};
    }
}

static const struct {
    const char *name, *code;
} countries[] = {{"usa", "US"},
                 {"united states", "US"},
                 {"united states of america", "US"},
                 {"uk", "GB"},
                 {"united kingdom", "GB"},
                 {"great britain", "GB"},
                 {"england", "GB"},
                 {"canada", "CA"},
                 {"germany", "DE"},
                 {"deutschland", "DE"},
                 {"france", "FR"},
                 {"spain", "ES"},
                 {"italy", "IT"},
                 {"mexico", "MX"},
                 {"india", "IN"},
                 {"ireland", "IE"},
                 {"australia", "AU"},
                 {"new zealand", "NZ"},
                 {"switzerland", "CH"},
                 {"austria", "AT"},
                 {"netherlands", "NL"}};

static struct str
country_code(struct arena *arena, struct str typed)
{
    struct str name = words_normal(arena, typed, ' ');
    for (size_t i = 0; i < sizeof countries / sizeof countries[0]; i++)
        if (str_is(name, countries[i].name))
            return str_from(countries[i].code);
    if (typed.len != 2 || !ascii_is_alpha(typed.at[0]) ||
        !ascii_is_alpha(typed.at[1]))
        return (struct str){NULL, 0};
    return str_format(arena, "%c%c", ascii_upper(typed.at[0]),
                      ascii_upper(typed.at[1]));
}

void
check_country(struct decoder *decoder, const struct where *where,
              const struct field *field, struct text *text)
{
    struct str code = country_code(decoder->arena, text->s);
    if (str_equal(code, text->s))
        return;
    struct finding *finding = decoder_report(
        decoder, where, CODE_X128, text->node->span,
        "\"%.*s\" is not a country as two letters.", STR_ARG(text->s));
    finding_help(finding, "%s: %.*s", field->key,
                 STR_ARG(code.len ? code : STR("US")));
    if (!code.len)
        return;
    offer(decoder, finding, text, code, true);
    text->s = code;
}

/* ---- ids and tags ------------------------------------------------------- */

static bool
is_id(struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        char c = s.at[i];
        bool is_fine = (c >= 'a' && c <= 'z') || ascii_is_digit(c) || c == '-';
        if (!is_fine)
            return false;
    }
    return s.len > 0;
}

/* Both sides of a reference come here, so that both are mended alike. */
void
check_id(struct decoder *decoder, const struct where *where,
         const struct field *field, struct text *text)
{
    if (is_id(text->s))
        return;
    struct str mended = words_normal(decoder->arena, text->s, '-');
    struct finding *finding =
        decoder_report(decoder, where, CODE_X124, text->node->span,
                       "Write \"%.*s\" in small letters, digits and hyphens.",
                       STR_ARG(text->s));
    if (!is_id(mended))
        return;
    finding_help(finding, "%s: %.*s", field->key, STR_ARG(mended));
    offer(decoder, finding, text, mended, false);
    text->s = mended;
}
