/* Signs and numbers of lists. */
#include "word.h"

struct kind {
    const char *style;      /* what its paragraph styles begin with */
    const char *formats[3]; /* level by level, again and again */
};

static const struct kind kinds[] = {
    {"ListBullet", {"bullet", "bullet", "bullet"}},
    {"ListNumber", {"decimal", "lowerLetter", "lowerRoman"}},
};

static void
add_sign(struct word_file *word, struct buf *out, bool is_bullet, size_t level)
{
    struct str bullet = level ? word->skin.nested_bullet : word->skin.bullet;
    buf_add_text(out, "<w:lvlText w:val=\"");
    if (is_bullet)
        buf_add_xml(out, bullet.len ? bullet : STR("•"));
    else
        buf_print(out, "%%%zu.", level + 1);
    buf_add_text(out, "\"/><w:lvlJc w:val=\"left\"/>");
}

/* Signs need this much room at least, numbers more. */
#define LEAST_HANG PT(12)

static void
add_place(struct word_file *word, struct buf *out, bool is_bullet, size_t level)
{
    const struct skin *skin = &word->skin;
    upt hang = skin->text[SKIN_BODY].size / 2 + skin->list_gap;
    upt least = is_bullet ? LEAST_HANG : LEAST_HANG * 3 / 2;
    hang = hang < least ? least : hang;
    upt left = (skin->list_indent + hang) * (upt)(level + 1);
    buf_print(out, "<w:pPr><w:ind w:left=\"%lld\" w:hanging=\"%lld\"/></w:pPr>",
              (long long)word_twips(left), (long long)word_twips(hang));
    if (is_bullet)
        buf_print(out, "<w:rPr><w:color w:val=\"%06X\"/></w:rPr>",
                  (unsigned)skin->bullet_color);
}

static void
add_level(struct word_file *word, struct buf *out, size_t kind, size_t level)
{
    static const char *const endings[LIST_STYLES] = {"", "2", "3"};
    const struct kind *of = &kinds[kind];
    buf_print(out,
              "<w:lvl w:ilvl=\"%zu\"><w:start w:val=\"1\"/><w:numFmt "
              "w:val=\"%s\"/>",
              level, of->formats[level % 3]);
    if (level < LIST_STYLES)
        buf_print(out, "<w:pStyle w:val=\"%s%s\"/>", of->style, endings[level]);
    add_sign(word, out, kind == 0, level);
    add_place(word, out, kind == 0, level);
    buf_add_text(out, "</w:lvl>");
}

/* A list with numbers begins with one, whatever came before it. */
static void
add_list(struct buf *out, size_t number, size_t kind)
{
    buf_print(out, "<w:num w:numId=\"%zu\"><w:abstractNumId w:val=\"%zu\"/>",
              number, kind);
    for (size_t level = 0; kind && level < LIST_LEVELS; level++)
        buf_print(out,
                  "<w:lvlOverride w:ilvl=\"%zu\"><w:startOverride "
                  "w:val=\"1\"/></w:lvlOverride>",
                  level);
    buf_add_text(out, "</w:num>\n");
}

struct str
word_numbering(struct word_file *word)
{
    struct buf out = buf_new(word->arena);
    buf_add_text(&out, XML_HEAD "<w:numbering xmlns:w=\"" MAIN_SPACE "\">\n");
    for (size_t kind = 0; kind < sizeof kinds / sizeof *kinds; kind++) {
        buf_print(&out,
                  "<w:abstractNum w:abstractNumId=\"%zu\"><w:multiLevelType "
                  "w:val=\"multilevel\"/>",
                  kind);
        for (size_t level = 0; level < LIST_LEVELS; level++)
            add_level(word, &out, kind, level);
        buf_add_text(&out, "</w:abstractNum>\n");
    }
    /* The styles of numbers name the first of their lists. */
    size_t ordered = word->ordered_lists ? word->ordered_lists : 1;
    add_list(&out, LIST_BULLETS, 0);
    for (size_t i = 0; i < ordered; i++)
        add_list(&out, LIST_FIRST_ORDERED + i, 1);
    buf_add_text(&out, "</w:numbering>\n");
    return buf_str(&out);
}
