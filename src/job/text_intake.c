/*
 * From the bytes that somebody handed in to text: what is no text is told by
 * its name, what is in another encoding is decoded.
 */
#include "text_parts.h"

#include "base/utf8.h"
#include "load/html.h"

/* Pages and records hold much that is not text. */
#define FORM_SIZE_LIMIT ((size_t)8 * 1024 * 1024)

#define HEAD ((size_t)4096)

/* ---- what is no text --------------------------------------------------- */

struct signature {
    size_t at;
    struct str bytes;
    const char *what;
    bool needs_nul; /* the bytes may begin a text as well */
};

static const struct signature signatures[] = {
    {0, STR_INIT("%PDF-"), "a PDF", false},
    {0, STR_INIT("{\\rtf"), "a rich-text file (RTF)", false},
    {0, STR_INIT("\320\317\021\340"), "an old Word or Outlook file", false},
    {0, STR_INIT("\211PNG"), "a picture (PNG)", false},
    {0, STR_INIT("\377\330\377"), "a picture (JPEG)", false},
    {0, STR_INIT("GIF8"), "a picture (GIF)", false},
    {0, STR_INIT("II*\0"), "a picture (TIFF)", false},
    {0, STR_INIT("MM\0*"), "a picture (TIFF)", false},
    {8, STR_INIT("WEBP"), "a picture (WebP)", true},
    {4, STR_INIT("ftyphei"), "a photo (HEIC)", true},
    {4, STR_INIT("ftypmif1"), "a photo (HEIC)", true},
    {4, STR_INIT("ftypavif"), "a picture (AVIF)", true},
    {4, STR_INIT("ftyp"), "a video", true},
    {0, STR_INIT("BM"), "a picture (BMP)", true},
    {0, STR_INIT("%!PS"), "a PostScript file", false},
    {0, STR_INIT("\037\213"), "an archive (gzip)", false},
    {0, STR_INIT("BZh"), "an archive (bzip2)", true},
    {0, STR_INIT("\3757zXZ"), "an archive (xz)", false},
    {0, STR_INIT("7z\274\257\047\034"), "an archive (7z)", false},
    {0, STR_INIT("Rar!"), "an archive (RAR)", true},
    {257, STR_INIT("ustar"), "an archive (tar)", true},
    {0, STR_INIT("\177ELF"), "a program", false},
    {0, STR_INIT("MZ"), "a program", true},
    {0, STR_INIT("\317\372\355\376"), "a program", false},
    {0, STR_INIT("\312\376\272\276"), "a program", false},
    {0, STR_INIT("SQLite format 3"), "a database", false},
    {0, STR_INIT("bplist00"), "a web archive of Safari", false},
    {0, STR_INIT("\377WPC"), "a WordPerfect file", false},
    {0, STR_INIT("ID3"), "a sound file", true},
    {0, STR_INIT("OggS"), "a sound file", true},
    {0, STR_INIT("RIFF"), "a sound or video file", true},
    {0, STR_INIT("\000\001\000\000"), "a font", false},
    {0, STR_INIT("OTTO"), "a font", true},
    {0, STR_INIT("wOF"), "a font", true},
};

/* What a zip file holds is told by names near its beginning. */
static const char *
name_of_zip(struct str bytes)
{
    static const struct {
        struct str holds;
        const char *what;
    } kinds[] = {
        {STR_INIT("opendocument.text"), "a LibreOffice document (ODT)"},
        {STR_INIT("epub+zip"), "an e-book (EPUB)"},
        {STR_INIT("Index/Document.iwa"), "a Pages document"},
        {STR_INIT("word/"), "a Word document (DOCX)"},
        {STR_INIT("xl/"), "an Excel file (XLSX)"},
        {STR_INIT("ppt/"), "a PowerPoint file (PPTX)"},
    };
    struct str head = str_slice(bytes, 0, 64 * 1024);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (str_find(head, kinds[i].holds, 0) != SIZE_MAX)
            return kinds[i].what;
    if (str_find(head, STR("[Content_Types].xml"), 0) != SIZE_MAX)
        return "a Word document (DOCX)";
    return "an archive (zip)";
}

static const char *
name_of_foreign(struct str bytes)
{
    struct str head = str_slice(bytes, 0, HEAD);
    bool has_nul = str_find_byte(head, '\0', 0) != SIZE_MAX;
    if (str_starts(head, STR("PK\003\004")))
        return name_of_zip(bytes);
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++) {
        const struct signature *s = &signatures[i];
        if (str_starts(str_slice(head, s->at, head.len), s->bytes) &&
            (has_nul || !s->needs_nul))
            return s->what;
    }
    if (str_find(str_slice(head, 0, 1024), STR("%PDF-"), 0) != SIZE_MAX &&
        has_nul)
        return "a PDF";
    bool is_mail = str_find(head, STR("MIME-Version:"), 0) != SIZE_MAX;
    if (is_mail && (str_find(head, STR("multipart/related"), 0) != SIZE_MAX ||
                    str_find(head, STR("Saved by Blink"), 0) != SIZE_MAX))
        return "a web archive (MHTML)";
    return NULL;
}

static void
refuse(struct findings *findings, uint32_t source, const char *what)
{
    struct finding *finding =
        finding_add(findings, CODE_X241, (struct span){source, 0, 0},
                    "This is %s, not a text.", what);
    finding_help(finding, "Open it, copy the text of the posting into a .txt "
                          "file and give that one.");
}

/* ---- UTF-16 ------------------------------------------------------------ */

enum encoding { ENCODING_BYTES, ENCODING_UTF16_LE, ENCODING_UTF16_BE };

/* A mark, or a NUL in nearly every second byte of the beginning. */
static enum encoding
find_encoding(struct str s)
{
    size_t even = 0, odd = 0, pairs = (s.len < 512 ? s.len : 512) / 2;
    if (str_starts(s, STR("\377\376\0\0")) ||
        str_starts(s, STR("\0\0\376\377")))
        return ENCODING_BYTES; /* UTF-32 */
    if (str_starts(s, STR("\377\376")))
        return ENCODING_UTF16_LE;
    if (str_starts(s, STR("\376\377")))
        return ENCODING_UTF16_BE;
    for (size_t i = 0; i < pairs; i++) {
        even += s.at[2 * i] == '\0';
        odd += s.at[2 * i + 1] == '\0';
    }
    if (pairs >= 4 && odd * 10 >= pairs * 7 && !even)
        return ENCODING_UTF16_LE;
    if (pairs >= 4 && even * 10 >= pairs * 7 && !odd)
        return ENCODING_UTF16_BE;
    return ENCODING_BYTES;
}

static uint32_t
unit_at(struct str s, size_t at, bool is_big)
{
    uint32_t a = (unsigned char)s.at[at], b = (unsigned char)s.at[at + 1];
    return is_big ? a << 8 | b : b << 8 | a;
}

static struct str
decode_utf16(struct arena *arena, struct str s, bool is_big)
{
    struct buf out = buf_new(arena);
    for (size_t i = 0; i + 1 < s.len; i += 2) {
        uint32_t c = unit_at(s, i, is_big), low = 0;
        bool is_half = c >= 0xD800 && c < 0xE000;
        if (c >= 0xD800 && c < 0xDC00 && i + 3 < s.len)
            low = unit_at(s, i + 2, is_big);
        if (low >= 0xDC00 && low < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            i += 2;
        } else if (is_half) {
            c = 0xFFFD;
        }
        if (c != 0xFEFF)
            buf_add_code_point(&out, c);
    }
    return buf_str(&out);
}

/* ---- bytes ------------------------------------------------------------- */

/* Windows-1252 from 0x80 to 0x9F; 0 where it has no character. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/* What the bytes of a text are, counted. */
struct census {
    size_t pairs;    /* characters of UTF-8 beyond ASCII */
    size_t strays;   /* bytes that are no part of one */
    size_t none;     /* of them such that Windows-1252 has none either */
    size_t letters;  /* of them letters there */
    size_t ascii;    /* ASCII letters */
    size_t controls; /* that no text has */
};

static bool
is_control(unsigned char c)
{
    return c < ' ' && !ascii_is_space((char)c) && c != 27;
}

static struct census
count_bytes(struct str s)
{
    struct census census = {0};
    for (size_t i = 0; i < s.len;) {
        unsigned char c = (unsigned char)s.at[i];
        size_t from = i;
        if (c < 0x80) {
            i++;
            census.ascii += ascii_is_alpha((char)c);
            census.controls += is_control(c);
            continue;
        }
        if (utf8_next(s, &i) != 0xFFFD || i > from + 1) {
            census.pairs++;
            continue;
        }
        census.strays++;
        census.letters += c >= 0xC0;
        census.none += c < 0xA0 && !windows_1252[c - 0x80];
    }
    return census;
}

/* ASCII without a control, as most texts are; looked at by eight bytes, of
   which one beyond ASCII or below the blank sets its upper bit here. */
static bool
is_plain(struct str s)
{
    const uint64_t upper = UINT64_C(0x8080808080808080);
    const uint64_t blanks = UINT64_C(0x2020202020202020);
    for (size_t i = 0, end; i < s.len; i = end) {
        uint64_t eight = 0;
        end = i + sizeof eight < s.len ? i + sizeof eight : s.len;
        memcpy(&eight, s.at + i, end - i);
        if (!((eight | (eight - blanks)) & upper))
            continue;
        for (size_t k = i; k < end; k++)
            if ((unsigned char)s.at[k] >= 0x80 ||
                is_control((unsigned char)s.at[k]))
                return false;
    }
    return true;
}

/* Bytes that are no part of a character of UTF-8 are taken as Windows-1252,
   where most such texts come from; controls become blanks. */
static struct str
decode_bytes(struct arena *arena, struct str s, bool keeps_pairs)
{
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < s.len;) {
        unsigned char c = (unsigned char)s.at[i];
        size_t from = i;
        uint32_t character = c;
        if (c >= 0x80) {
            character = utf8_next(s, &i);
            bool is_pair = character != 0xFFFD || i > from + 1;
            if (is_pair && keeps_pairs) {
                buf_add(&out, str_slice(s, from, i));
                continue;
            }
            i = from;
            character = c >= 0xA0 ? c : windows_1252[c - 0x80];
            if (!character)
                character = 0xFFFD;
        }
        i++;
        bool is_control = character < ' ' && !ascii_is_space((char)character);
        buf_add_code_point(&out, is_control ? ' ' : character);
    }
    return buf_str(&out);
}

static void
refuse_encoding(struct findings *findings, uint32_t source)
{
    struct finding *finding =
        finding_add(findings, CODE_X244, (struct span){source, 0, 0},
                    "The letters of the posting are stored in an encoding "
                    "that is not known here.");
    finding_help(finding, "Open it in an editor and save it with the encoding "
                          "UTF-8, or copy the text from your browser into a "
                          "new .txt file.");
}

/* UTF-8 from bytes of UTF-8, of Windows-1252 or of both; false, with a
   finding, when they are neither. */
static bool
decode(struct arena *arena, struct findings *findings, uint32_t source,
       struct str *text)
{
    if (is_plain(*text))
        return true;
    struct census census = count_bytes(*text);
    if (!census.strays && !census.controls)
        return true;
    if (census.controls * 50 > text->len) {
        refuse(findings, source, "a file of another program");
        return false;
    }
    /* Cyrillic, Greek, Japanese in their old encodings look like a text of
       accented letters only. */
    if (census.none * 10 > census.strays ||
        census.letters > census.ascii + census.pairs ||
        str_starts(*text, STR("\377\376\0\0"))) {
        refuse_encoding(findings, source);
        return false;
    }
    *text = decode_bytes(arena, *text, census.pairs >= census.strays);
    return true;
}

/* ---- all of it --------------------------------------------------------- */

/* A brace, or a bracket, and what must follow in JSON. */
static bool
is_json(struct str s)
{
    struct str rest = str_trim(str_slice(s, 1, s.len < 512 ? s.len : 512));
    bool is_text = s.at[0] == '"' && s.len > 1 && s.at[s.len - 1] == '"' &&
                   str_find_byte(s, '\n', 0) == SIZE_MAX;
    if (!rest.len)
        return false;
    return is_text || (s.at[0] == '{' && strchr("\"}", rest.at[0])) ||
           (s.at[0] == '[' && strchr("{[\"]", rest.at[0]));
}

static enum text_form
form_of(struct str text)
{
    struct str s = str_trim(text);
    if (s.len && is_json(s))
        return FORM_JSON;
    return html_is_likely(s) ? FORM_HTML : FORM_PLAIN;
}

struct text_intake
text_intake_read(struct arena *arena, struct findings *findings,
                 uint32_t source)
{
    struct text_intake intake = {
        .text = source_text(findings_sources(findings), source)};
    const char *foreign = name_of_foreign(intake.text);
    enum encoding encoding = find_encoding(intake.text);
    if (foreign) {
        refuse(findings, source, foreign);
        return intake;
    }
    if (encoding != ENCODING_BYTES)
        intake.text =
            decode_utf16(arena, intake.text, encoding == ENCODING_UTF16_BE);
    if (str_starts(intake.text, STR("\357\273\277")))
        intake.text = str_slice(intake.text, 3, intake.text.len);
    intake.text = str_slice(intake.text, 0, FORM_SIZE_LIMIT);
    if (!decode(arena, findings, source, &intake.text))
        return intake;
    intake.form = form_of(intake.text);
    intake.is_usable = true;
    return intake;
}
