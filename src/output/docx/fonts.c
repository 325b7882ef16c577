/*
 * Which faces a reader of the file has. Word brings its own; the families of
 * the themes are on hardly any other computer, so the nearest of Word's stands
 * for each. Families of the person's own are named as they are.
 */
#include "word.h"

struct family_row {
    struct str family;
    struct word_font font;
};

#define FACE(family, name, instead, kind)                                      \
    {                                                                          \
        STR_INIT(family),                                                      \
        {                                                                      \
            STR_INIT(name), STR_INIT(instead), kind                            \
        }                                                                      \
    }

/* The last one is of families that are not known. */
static const struct family_row rows[] = {
    FACE("Source Sans 3", "Calibri", "Carlito", "swiss"),
    FACE("Source Serif 4", "Cambria", "Caladea", "roman"),
    FACE("IBM Plex Sans", "Arial", "Liberation Sans", "swiss"),
    FACE("Literata", "Georgia", "DejaVu Serif", "roman"),
    FACE("EB Garamond", "Garamond", "EB Garamond", "roman"),
    FACE("Alegreya Sans", "Calibri", "Carlito", "swiss"),
    FACE("Roboto", "Arial", "Liberation Sans", "swiss"),
    FACE("", "", "Calibri", "auto"),
};

#define ROW_COUNT (sizeof rows / sizeof *rows)

struct word_font
word_font_for(struct str family)
{
    size_t i = 0;
    while (i + 1 < ROW_COUNT && !str_equal(rows[i].family, family))
        i++;
    struct word_font font = rows[i].font;
    if (!font.name.len)
        font.name = family;
    return font;
}

struct script_font {
    const char *tag; /* what the language begins with; NULL: any other */
    const char *sans, *serif;
};

static const char *
find(const struct script_font *fonts, struct str language, bool is_serif)
{
    while (fonts->tag && !str_starts(language, str_from(fonts->tag)))
        fonts++;
    return is_serif ? fonts->serif : fonts->sans;
}

const char *
word_font_east_asian(struct str language, bool is_serif)
{
    static const struct script_font fonts[] = {
        {"ja", "Yu Gothic", "Yu Mincho"},
        {"ko", "Malgun Gothic", "Batang"},
        {"zh-Hant", "Microsoft JhengHei", "PMingLiU"},
        {"zh-TW", "Microsoft JhengHei", "PMingLiU"},
        {"zh-HK", "Microsoft JhengHei", "PMingLiU"},
        {NULL, "Microsoft YaHei", "SimSun"},
    };
    return find(fonts, language, is_serif);
}

const char *
word_font_complex(struct str language, bool is_serif)
{
    static const struct script_font fonts[] = {
        {"hi", "Nirmala UI", "Mangal"},
        {"th", "Leelawadee UI", "Angsana New"},
        {NULL, "Arial", "Times New Roman"},
    };
    return find(fonts, language, is_serif);
}

static void
add_font(struct buf *out, const struct word_font *font)
{
    buf_add_text(out, "<w:font w:name=\"");
    buf_add_xml(out, font->name);
    buf_add_text(out, "\"><w:altName w:val=\"");
    buf_add_xml(out, font->instead);
    buf_print(out,
              "\"/><w:charset w:val=\"00\"/><w:family w:val=\"%s\"/>"
              "<w:pitch w:val=\"variable\"/></w:font>\n",
              font->family);
}

struct str
word_fonts(struct word_file *word)
{
    struct buf out = buf_new(word->arena);
    LIST(struct str) told = {0};
    buf_add_text(&out, XML_HEAD "<w:fonts xmlns:w=\"" MAIN_SPACE "\">\n");
    for (int part = 0; part < SKIN_PARTS; part++) {
        struct word_font font = word_font_for(word->skin.text[part].family);
        size_t i = 0;
        while (i < told.count && !str_equal(told.at[i], font.name))
            i++;
        if (i < told.count)
            continue;
        *list_add(word->arena, &told) = font.name;
        add_font(&out, &font);
    }
    buf_add_text(&out, "</w:fonts>\n");
    return buf_str(&out);
}
