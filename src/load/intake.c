#include "intake.h"

#include <string.h>

#include "base/utf8.h"
#include "fence.h"
#include "load/yaml.h"

#define BOM_LEN 3

/* Files of other programs, known by their first bytes. */
struct signature {
    struct str bytes;
    const char *what;
};

static const struct signature signatures[] = {
    {STR_INIT("%PDF-"), "a PDF"},
    {STR_INIT("PK\003\004"), "a Word, Pages or zip file"},
    {STR_INIT("\320\317\021\340"), "an old Word file"},
    {STR_INIT("{\\rtf"), "a rich-text file"},
    {STR_INIT("\211PNG"), "a picture"},
    {STR_INIT("\377\330\377"), "a picture"},
};

/* Windows-1252 from 0x80 to 0x9F; 0 where it has no character. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

static struct span
span_at(uint32_t source, size_t at, size_t len)
{
    return (struct span){source, (uint32_t)at, (uint32_t)(at + len)};
}

/* ---- control characters ------------------------------------------------ */

size_t
control_len(struct str s, size_t at)
{
    unsigned char c = (unsigned char)s.at[at];
    unsigned char next = at + 1 < s.len ? (unsigned char)s.at[at + 1] : 0;
    unsigned char third = at + 2 < s.len ? (unsigned char)s.at[at + 2] : 0;

    if (c < 0x20)
        return c != '\n' && c != '\r' && c != '\t';
    if (c == 0x7F)
        return 1;
    if (c == 0xC2 && next >= 0x80 && next < 0xA0)
        return 2;
    if (c == 0xE2 && next == 0x80 && (third == 0xA8 || third == 0xA9))
        return 3; /* line and paragraph separator */
    if (c == 0xEF && next == 0xBF && third >= 0xBE)
        return 3; /* U+FFFE and U+FFFF are no characters */
    return 0;
}

size_t
control_blank(char *at, size_t len)
{
    struct str s = {at, len};
    size_t count = 0;

    for (size_t i = 0; i < len;) {
        size_t control = control_len(s, i);

        memset(at + i, ' ', control);
        count += control > 0;
        i += control > 0 ? control : 1;
    }
    return count;
}

/* Bytes that may begin what control_len looks for. */
static const bool suspicious[256] = {
    [0x00] = true, [0x01] = true, [0x02] = true, [0x03] = true, [0x04] = true,
    [0x05] = true, [0x06] = true, [0x07] = true, [0x08] = true, [0x0B] = true,
    [0x0C] = true, [0x0E] = true, [0x0F] = true, [0x10] = true, [0x11] = true,
    [0x12] = true, [0x13] = true, [0x14] = true, [0x15] = true, [0x16] = true,
    [0x17] = true, [0x18] = true, [0x19] = true, [0x1A] = true, [0x1B] = true,
    [0x1C] = true, [0x1D] = true, [0x1E] = true, [0x1F] = true, [0x7F] = true,
    [0xC2] = true, [0xE2] = true, [0xEF] = true,
};

/* The first control character, or s.len. */
static size_t
find_control(struct str s, size_t from)
{
    for (size_t i = from; i < s.len; i++)
        if (suspicious[(unsigned char)s.at[i]] && control_len(s, i) > 0)
            return i;
    return s.len;
}

static void
report_controls(struct findings *findings, uint32_t source, struct str text,
                size_t first)
{
    size_t at = first, next;
    size_t len = control_len(text, at);
    uint32_t code_point;
    struct finding *finding;

    next = at;
    code_point = utf8_next(text, &next);
    finding = finding_add(
        findings, CODE_X003, span_at(source, at, len),
        "An invisible control character (U+%04X) stands here; it is taken as "
        "a blank.",
        (unsigned)code_point);
    finding_help(finding, "Delete it and type a blank instead.");
    finding->has_edit = finding->edit_is_safe = true;
    finding->edit = (struct edit){finding->span, STR(" ")};
}

/* ---- what is not text -------------------------------------------------- */

static bool
refuse_foreign(struct findings *findings, uint32_t source, struct str text)
{
    size_t count = sizeof signatures / sizeof signatures[0];
    struct finding *finding;

    for (size_t i = 0; i < count; i++) {
        if (!str_starts(text, signatures[i].bytes))
            continue;
        finding =
            finding_add(findings, CODE_X002, span_at(source, 0, 0),
                        "This is %s, not a text file.", signatures[i].what);
        finding_help(finding,
                     "Begin with `dossier new \"Your Name\"` and copy the "
                     "text into the file that it writes.");
        return true;
    }
    return false;
}

/* UTF-16 has a mark of its own, or a NUL in every second byte. */
static bool
refuse_utf16(struct findings *findings, uint32_t source, struct str text)
{
    bool marked =
        str_starts(text, STR("\377\376")) || str_starts(text, STR("\376\377"));
    bool paired = text.len >= 4 &&
                  (text.at[0] == '\0') != (text.at[1] == '\0') &&
                  (text.at[0] == '\0') == (text.at[2] == '\0') &&
                  (text.at[1] == '\0') == (text.at[3] == '\0');
    struct finding *finding;

    if (!marked && !paired)
        return false;
    finding = finding_add(findings, CODE_X001, span_at(source, 0, 0),
                          "The file is saved as UTF-16, not as UTF-8.");
    finding_help(finding, "Open it in your editor and save it with the "
                          "encoding UTF-8.");
    return true;
}

static bool
refuse_nul(struct findings *findings, uint32_t source, struct str text)
{
    size_t at = str_find_byte(text, '\0', 0);
    struct finding *finding;

    if (at == SIZE_MAX)
        return false;
    finding = finding_add(findings, CODE_X002, span_at(source, at, 1),
                          "The file holds a NUL byte, which no text has.");
    finding_help(finding, "The file is damaged or not a text file. Take an "
                          "earlier copy, or delete what is around this place "
                          "and type it again.");
    return true;
}

/* The character that a byte stands for in the encoding of older Windows
   programs, where most files that are not UTF-8 come from. */
static uint32_t
guess_character(unsigned char byte)
{
    if (byte >= 0xA0)
        return byte;
    return byte >= 0x80 ? windows_1252[byte - 0x80] : 0;
}

static bool
refuse_malformed(struct findings *findings, uint32_t source, struct str text)
{
    size_t at = utf8_find_malformed(text);
    unsigned char byte;
    uint32_t guess;
    char letter[4];
    struct finding *finding;

    if (at == SIZE_MAX)
        return false;
    byte = (unsigned char)text.at[at];
    guess = guess_character(byte);
    finding = finding_add(findings, CODE_X001, span_at(source, at, 1),
                          "The file is not UTF-8 text: byte %02X here is no "
                          "part of a character.",
                          byte);
    if (guess == 0)
        finding_help(finding, "Open the file in your editor and save it with "
                              "the encoding UTF-8.");
    else
        finding_help(finding,
                     "It looks like \"%.*s\" saved as Windows-1252. Open the "
                     "file in your editor and save it with the encoding "
                     "UTF-8.",
                     (int)utf8_put(letter, guess), letter);
    return true;
}

static bool
refuse_large(struct findings *findings, uint32_t source, struct str text)
{
    if (text.len <= YAML_SIZE_LIMIT)
        return false;
    (void)finding_add(findings, CODE_X004, span_at(source, 0, 0),
                      "The file is %zu MB long; at most %zu MB are read.",
                      text.len / 1000000, YAML_SIZE_LIMIT / 1000000);
    return true;
}

static bool
refuse(struct findings *findings, uint32_t source, struct str text)
{
    static bool (*const reasons[])(struct findings *, uint32_t, struct str) = {
        refuse_large, refuse_foreign,   refuse_utf16,
        refuse_nul,   refuse_malformed,
    };

    for (size_t i = 0; i < sizeof reasons / sizeof reasons[0]; i++)
        if (reasons[i](findings, source, text))
            return true;
    return false;
}

/* ---- all of it --------------------------------------------------------- */

/* A copy with blanks for control characters; the first few are reported. */
static struct str
blank_controls(struct arena *arena, struct findings *findings, uint32_t source,
               struct str text, size_t first)
{
    const size_t most = 20;
    size_t count = 0;
    char *copy = arena_alloc(arena, text.len + 1);

    memcpy(copy, text.at, text.len);
    for (size_t i = first; i < text.len && count < most; count++) {
        report_controls(findings, source, text, i);
        i = find_control(text, i + control_len(text, i));
    }
    (void)control_blank(copy + first, text.len - first);
    return (struct str){copy, text.len};
}

struct intake
intake_read(struct arena *arena, struct findings *findings, uint32_t source,
            size_t from)
{
    struct str text = source_text(findings_sources(findings), source);
    struct intake intake = {.text = text, .from = from};
    size_t control;

    if (refuse(findings, source, text))
        return intake;
    if (from == 0 && str_starts(text, STR("\357\273\277")))
        intake.from = BOM_LEN;
    control = find_control(text, intake.from);
    if (control < text.len)
        intake.text = blank_controls(arena, findings, source, text, control);
    intake.text = fence_blank(arena, findings, source, intake.text);
    intake.is_usable = true;
    return intake;
}
