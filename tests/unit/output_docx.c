/* A Word file, read back: its parts, what they refer to, the order that the
   schema wants (ECMA-376, Part 1, Annex A), and the words of the document. */
#include <zip.h>

#include "base/file.h"
#include "output/output.h"
#include "pipeline/build.h"
#include "unit.h"
#include "xml.h"

#define MOST_PARTS 40

struct file {
    struct arena *arena;
    size_t count;
    struct str names[MOST_PARTS], bytes[MOST_PARTS];
    struct xml *roots[MOST_PARTS]; /* NULL: a picture */
};

/* ---- making and opening -------------------------------------------------- */

static struct file_error
read_example(void *context, struct arena *arena, struct str path,
             struct str *bytes)
{
    (void)context;
    return file_read(arena,
                     str_terminated(arena, str_format(arena, "examples/%.*s",
                                                      STR_ARG(path))),
                     10000000, bytes);
}

static struct dossier_result
build(struct arena *arena, struct str yaml, enum stage dump)
{
    static const struct load_files files = {NULL, read_example};
    const struct dossier_request request = {
        .name = STR("me.yaml"),
        .bytes = yaml,
        .files = &files,
        .today = {.year = 2025, .month = 11, .day = 22},
        .created = 1763769600,
        .formats = 1u << OUTPUT_DOCX,
        .dump = dump,
        .audience = AUDIENCE_EMPLOYER,
    };
    return dossier_build(arena, &request);
}

static struct str
part_bytes(struct arena *arena, zip_t *zip, zip_uint64_t i)
{
    zip_stat_t stat;
    assert_int_equal(zip_stat_index(zip, i, 0, &stat), 0);
    zip_file_t *part = zip_fopen_index(zip, i, 0);
    char *bytes = arena_alloc(arena, stat.size + 1);
    assert_non_null(part);
    assert_int_equal(zip_fread(part, bytes, stat.size), (long)stat.size);
    zip_fclose(part);
    return (struct str){bytes, stat.size};
}

static struct file
open_file(struct arena *arena, struct str bytes)
{
    struct file file = {.arena = arena};
    zip_source_t *source =
        zip_source_buffer_create(bytes.at, bytes.len, 0, NULL);
    zip_t *zip = zip_open_from_source(source, ZIP_RDONLY, NULL);
    assert_non_null(zip);
    file.count = (size_t)zip_get_num_entries(zip, 0);
    assert_true(file.count <= MOST_PARTS);
    for (size_t i = 0; i < file.count; i++) {
        file.names[i] = str_copy(arena, str_from(zip_get_name(zip, i, 0)));
        file.bytes[i] = part_bytes(arena, zip, i);
        if (str_ends(file.names[i], STR(".xml")) ||
            str_ends(file.names[i], STR(".rels")))
            file.roots[i] = xml_read(arena, file.bytes[i]);
    }
    zip_close(zip);
    return file;
}

static const struct xml *
part(const struct file *file, const char *name)
{
    for (size_t i = 0; i < file->count; i++)
        if (str_is(file->names[i], name))
            return file->roots[i];
    return NULL;
}

/* ---- names that are referred to ------------------------------------------ */

struct names {
    struct arena *arena;
    const char *element, *attribute; /* NULL: any element */
    LIST(struct str) at;
};

static void
collect(void *context, const struct xml *of)
{
    struct names *names = context;
    struct str value = xml_get(of, names->attribute);
    if (value.at && (!names->element || xml_is(of, names->element)))
        *list_add(names->arena, &names->at) = value;
}

static struct names
names_in(const struct file *file, const char *in, const char *element,
         const char *attribute)
{
    struct names names = {file->arena, element, attribute, {0}};
    if (part(file, in))
        xml_each(part(file, in), collect, &names);
    return names;
}

static void
assert_among(struct str name, const struct names *names)
{
    if (!str_among(name, names->at.at, names->at.count))
        print_error("%s %s: no %.*s\n", names->element, names->attribute,
                    STR_ARG(name));
    assert_true(str_among(name, names->at.at, names->at.count));
}

static void
assert_each_once(const struct names *names)
{
    for (size_t i = 0; i < names->at.count; i++)
        assert_false(str_among(names->at.at[i], names->at.at, i));
}

static void
assert_defined(const struct file *file, const char *in, const char *element,
               const char *attribute, const struct names *defined)
{
    struct names used = names_in(file, in, element, attribute);
    for (size_t i = 0; i < used.at.count; i++)
        assert_among(used.at.at[i], defined);
}

static void
check_styles(const struct file *file)
{
    static const char *const elements[] = {"w:pStyle", "w:rStyle", "w:tblStyle",
                                           "w:basedOn", "w:next"};
    static const char *const parts[] = {"word/document.xml", "word/styles.xml",
                                        "word/numbering.xml",
                                        "word/footer1.xml"};
    struct names styles =
        names_in(file, "word/styles.xml", "w:style", "w:styleId");
    assert_each_once(&styles);
    struct names called = names_in(file, "word/styles.xml", "w:name", "w:val");
    assert_each_once(&called);
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        for (size_t p = 0; p < sizeof parts / sizeof *parts; p++)
            assert_defined(file, parts[p], elements[i], "w:val", &styles);
}

static void
check_lists(const struct file *file)
{
    struct names lists =
        names_in(file, "word/numbering.xml", "w:num", "w:numId");
    struct names kinds = names_in(file, "word/numbering.xml", "w:abstractNum",
                                  "w:abstractNumId");
    assert_each_once(&lists);
    assert_defined(file, "word/document.xml", "w:numId", "w:val", &lists);
    assert_defined(file, "word/styles.xml", "w:numId", "w:val", &lists);
    assert_defined(file, "word/numbering.xml", "w:abstractNumId", "w:val",
                   &kinds);
}

static void
check_relations(const struct file *file)
{
    struct names ids =
        names_in(file, "word/_rels/document.xml.rels", "Relationship", "Id");
    const struct xml *relations = part(file, "word/_rels/document.xml.rels");
    assert_each_once(&ids);
    assert_defined(file, "word/document.xml", NULL, "r:id", &ids);
    assert_defined(file, "word/document.xml", NULL, "r:embed", &ids);
    for (size_t i = 0; i < relations->children.count; i++) {
        const struct xml *one = relations->children.at[i];
        struct str target = xml_get(one, "Target");
        bool is_outside = str_is(xml_get(one, "TargetMode"), "External");
        struct str path = str_format(file->arena, "word/%.*s", STR_ARG(target));
        if (xml_is(one, "Relationship") && !is_outside)
            assert_true(str_among(path, file->names, file->count));
        for (size_t b = 0; is_outside && b < target.len; b++)
            assert_true(target.at[b] > ' ' && target.at[b] < 0x7F);
    }
}

static void
check_links(const struct file *file)
{
    struct names marks =
        names_in(file, "word/document.xml", "w:bookmarkStart", "w:name");
    struct names ids =
        names_in(file, "word/document.xml", "w:bookmarkStart", "w:id");
    struct names pictures =
        names_in(file, "word/document.xml", "wp:docPr", "id");
    assert_each_once(&marks);
    assert_each_once(&ids);
    assert_each_once(&pictures);
    for (size_t i = 0; i < marks.at.count; i++)
        assert_true(marks.at.at[i].len <= 40);
    assert_defined(file, "word/document.xml", "w:hyperlink", "w:anchor",
                   &marks);
    assert_int_equal(
        names_in(file, "word/document.xml", "wp:docPr", "descr").at.count,
        pictures.at.count);
}

static void
check_types(const struct file *file)
{
    struct names parts =
        names_in(file, "[Content_Types].xml", "Override", "PartName");
    struct names endings =
        names_in(file, "[Content_Types].xml", "Default", "Extension");
    assert_str(file->names[0], "[Content_Types].xml");
    for (size_t i = 0; i < parts.at.count; i++)
        assert_true(str_among(str_slice(parts.at.at[i], 1, SIZE_MAX),
                              file->names, file->count));
    for (size_t i = 0; i < file->count; i++) {
        struct str name = file->names[i];
        size_t dot = name.len;
        while (dot > 0 && name.at[dot - 1] != '.')
            dot--;
        assert_among(str_slice(name, dot, name.len), &endings);
        if (str_ends(name, STR(".xml")) && i > 0)
            assert_among(str_format(file->arena, "/%.*s", STR_ARG(name)),
                         &parts);
    }
}

/* ---- the order of elements ----------------------------------------------- */

/* Children that we write, in the order of the schema's sequences. */
static const struct {
    const char *parent, *children;
} orders[] = {
    {"w:pPr", "w:pStyle w:keepNext w:keepLines w:pageBreakBefore "
              "w:widowControl w:numPr w:pBdr w:shd w:tabs w:bidi w:spacing "
              "w:ind w:contextualSpacing w:jc w:outlineLvl w:rPr w:sectPr"},
    {"w:rPr", "w:rStyle w:rFonts w:b w:bCs w:i w:iCs w:caps w:smallCaps "
              "w:strike w:color w:spacing w:position w:sz w:szCs w:u w:shd "
              "w:vertAlign w:rtl w:cs w:lang"},
    {"w:sectPr", "w:headerReference w:footerReference w:type w:pgSz w:pgMar "
                 "w:pgNumType w:cols w:vAlign w:titlePg w:bidi w:docGrid"},
    {"w:tbl", "w:tblPr w:tblGrid w:tr"},
    {"w:tblPr", "w:tblStyle w:bidiVisual w:tblW w:jc w:tblInd w:tblBorders "
                "w:shd w:tblLayout w:tblCellMar w:tblLook"},
    {"w:tr", "w:trPr w:tc"},
    {"w:tc", "w:tcPr w:p"},
    {"w:tcPr", "w:tcW w:gridSpan w:tcBorders w:shd w:vAlign"},
    {"w:style", "w:name w:basedOn w:next w:link w:uiPriority w:semiHidden "
                "w:unhideWhenUsed w:qFormat w:pPr w:rPr w:tblPr w:tcPr "
                "w:tblStylePr"},
    {"w:lvl", "w:start w:numFmt w:pStyle w:suff w:lvlText w:lvlJc w:pPr w:rPr"},
    {"w:numbering", "w:abstractNum w:num"},
    {"w:num", "w:abstractNumId w:lvlOverride"},
    {"w:numPr", "w:ilvl w:numId"},
    {"w:font", "w:altName w:panose1 w:charset w:family w:pitch"},
    {"w:settings", "w:zoom w:defaultTabStop w:characterSpacingControl w:compat "
                   "w:themeFontLang w:decimalSymbol w:listSeparator"},
    {"wp:inline", "wp:extent wp:docPr wp:cNvGraphicFramePr a:graphic"},
};

/* Its place among the words, or SIZE_MAX. */
static size_t
place_of(struct str name, const char *words)
{
    struct str rest = str_from(words);
    for (size_t i = 0; rest.len; i++)
        if (str_equal(str_cut(&rest, ' '), name))
            return i;
    return SIZE_MAX;
}

static void
check_order(void *context, const struct xml *of)
{
    size_t o = 0, last = 0, count = sizeof orders / sizeof *orders;
    (void)context;
    while (o < count && !xml_is(of, orders[o].parent))
        o++;
    for (size_t i = 0; o < count && i < of->children.count; i++) {
        const struct xml *child = of->children.at[i];
        if (!child->name.len)
            continue;
        size_t place = place_of(child->name, orders[o].children);
        if (place == SIZE_MAX || place < last)
            print_error("%s: %.*s\n", orders[o].parent, STR_ARG(child->name));
        assert_true(place != SIZE_MAX && place >= last);
        last = place;
    }
}

/* Words stand in w:t only; the page's shape comes last; no two tables meet; a
   cell ends with a paragraph. */
static void
check_place(void *context, const struct xml *of)
{
    (void)context;
    for (size_t i = 0; i < of->children.count; i++) {
        const struct xml *child = of->children.at[i];
        if (!child->name.len)
            assert_true(xml_is(of, "w:t") || xml_is(of, "w:instrText") ||
                        !str_trim(child->text).len);
        if (xml_is(child, "w:sectPr"))
            assert_true(i + 2 >= of->children.count);
    }
    const struct xml *last = NULL;
    for (size_t i = 0; i < of->children.count; i++) {
        const struct xml *child = of->children.at[i];
        if (!child->name.len)
            continue;
        assert_false(last && xml_is(last, "w:tbl") && xml_is(child, "w:tbl"));
        assert_false(last && xml_is(last, "w:tbl") &&
                     xml_is(child, "w:sectPr"));
        last = child;
    }
    if (xml_is(of, "w:tc"))
        assert_true(last && xml_is(last, "w:p"));
}

static void
check_file(const struct file *file)
{
    check_types(file);
    check_styles(file);
    check_lists(file);
    check_relations(file);
    check_links(file);
    for (size_t i = 0; i < file->count; i++)
        if (file->roots[i] && str_starts(file->names[i], STR("word/")) &&
            !str_ends(file->names[i], STR(".rels"))) {
            xml_each(file->roots[i], check_order, NULL);
            xml_each(file->roots[i], check_place, NULL);
        }
}

/* ---- words --------------------------------------------------------------- */

/* Letters and digits of the text, everything else one blank. */
static void
add_words(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.at[i];
        if (ascii_is_alnum(text.at[i]))
            buf_add_byte(out, text.at[i]);
        else if (c < 0x80 && out->len && out->at[out->len - 1] != ' ')
            buf_add_byte(out, ' ');
    }
}

static void
add_texts(void *context, const struct xml *of)
{
    struct buf *out = context;
    if (xml_is(of, "w:t"))
        for (size_t i = 0; i < of->children.count; i++)
            add_words(out, of->children.at[i]->text);
    else if (xml_is(of, "w:p") || xml_is(of, "w:br") || xml_is(of, "w:tab") ||
             xml_is(of, "w:noBreakHyphen"))
        add_words(out, STR(" "));
}

/* Of a line of the dump: without marks and addresses. */
static struct str
dumped_words(struct arena *arena, struct str line)
{
    struct buf out = buf_new(arena);
    size_t from = 0, at;
    while ((at = str_find(line, STR("]("), from)) != SIZE_MAX) {
        add_words(&out, str_slice(line, from, at));
        from = str_find_byte(line, ')', at);
        assert_true(from != SIZE_MAX);
    }
    add_words(&out, str_slice(line, from, line.len));
    return str_trim(buf_str(&out));
}

/* Every text of the document stands in the file, one after the other. */
static void
check_words(const struct file *file, struct str dump)
{
    struct buf words = buf_new(file->arena);
    size_t at = 0, count = 0;
    xml_each(part(file, "word/document.xml"), add_texts, &words);
    while (dump.len) {
        struct str line = str_trim(str_cut(&dump, '\n'));
        if (!str_starts(line, STR("text: ")))
            continue;
        struct str wanted = dumped_words(
            file->arena, str_slice(line, STR("text: ").len, line.len));
        size_t found = str_find(buf_str(&words), wanted, at);
        if (found == SIZE_MAX)
            print_error("not there: |%.*s|\n", STR_ARG(wanted));
        assert_true(found != SIZE_MAX);
        at = found + wanted.len;
        count++;
    }
    assert_true(count > 0);
}

/* ---- tests --------------------------------------------------------------- */

static struct str
example(struct arena *arena, const char *name)
{
    struct str yaml = {0};
    assert_false(read_example(NULL, arena, str_from(name), &yaml).failed);
    return yaml;
}

/* One after the other the documents of the dump, each behind "title: " at the
   beginning of a line. */
static struct str
next_dump(struct str *rest)
{
    size_t end = str_find(*rest, STR("\ntitle: "), 0);
    struct str dump = str_slice(*rest, 0, end);
    *rest = end == SIZE_MAX ? (struct str){NULL, 0}
                            : str_slice(*rest, end + 1, rest->len);
    return dump;
}

static void
check_all(struct arena *arena, struct str yaml)
{
    struct dossier_result result = build(arena, yaml, STAGE_BYTES);
    struct dossier_result again = build(arena, yaml, STAGE_BYTES);
    struct str rest = build(arena, yaml, STAGE_DOCUMENT).dump;
    assert_true(result.artifacts.count > 0);
    for (size_t i = 0; i < result.artifacts.count; i++) {
        struct str bytes = result.artifacts.at[i].bytes;
        struct file file = open_file(arena, bytes);
        check_file(&file);
        check_words(&file, next_dump(&rest));
        assert_true(str_equal(bytes, again.artifacts.at[i].bytes));
    }
}

static void
examples_are_word_files(void **state)
{
    static const char *const names[] = {
        "jordan-avery.yaml", "grace-tamura.yaml", "ruth-castellan.yaml"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        check_all(*state, example(*state, names[i]));
}

#define PERSON                                                                 \
    "basics: {name: Ada Wren, headline: Manager, email: ada@mail.net}\n"

/* Signs that XML or Word take for their own, and addresses. */
static void
hostile_texts_stay_texts(void **state)
{
    check_all(*state,
              STR(PERSON "experience:\n"
                         "- organization: \"A & B <i> \\\"C\\\" ]]> Ltd\"\n"
                         "  position: \"Line\\u2028break, soft\\u00adhyphen, "
                         "no\\u2011break, tab\\tstop\"\n"
                         "  start_date: 2020-02\n"
                         "  highlights:\n"
                         "  - \"[A place](https://a.example/x?q=[1]#a#b) "
                         "and *more* of **it** with `code`\"\n"));
}

static void
lists_within_lists(void **state)
{
    check_all(*state,
              STR(PERSON "experience:\n"
                         "- organization: Lake\n"
                         "  position: Manager\n"
                         "  start_date: 2020-02\n"
                         "  summary: |\n"
                         "    First words.\n\n"
                         "    1. One\n    2. Two\n       - Two and a half\n\n"
                         "    Between.\n\n    1. Again one\n"));
}

static void
writing_from_right_to_left(void **state)
{
    struct arena *arena = *state;
    struct str yaml = STR("language: ar\n"
                          "basics: {name: ليلى حداد, headline: مديرة}\n"
                          "experience:\n"
                          "- organization: مجموعة Lakeside Group الطبية\n"
                          "  position: مديرة\n"
                          "  start_date: 2020-02\n"
                          "  highlights: [\"خفضت 41 إلى 26 (EHR).\"]\n");
    struct dossier_result result = build(arena, yaml, STAGE_BYTES);
    assert_true(result.artifacts.count > 0);
    struct file file = open_file(arena, result.artifacts.at[0].bytes);
    check_file(&file);
    struct str text = {0};
    for (size_t i = 0; i < file.count; i++)
        if (str_is(file.names[i], "word/document.xml"))
            text = file.bytes[i];
    assert_true(str_find(text,
                         STR("<w:rtl/></w:rPr><w:t xml:space=\"preserve\""
                             ">مجموعة </w:t>"),
                         0) != SIZE_MAX);
    assert_true(str_find(text,
                         STR("<w:r><w:t xml:space=\"preserve\">Lakeside Group"
                             "</w:t></w:r>"),
                         0) != SIZE_MAX);
}

/* The pages are counted by Word, in the words of the look. */
static void
footers_follow_the_look(void **state)
{
    struct arena *arena = *state;
    struct str yaml =
        STR(PERSON "layout: {footer: {start: \"*{name}*\", center: "
                   "\"{page_number}/{total_pages}\", end: \"\"}}\n"
                   "experience:\n"
                   "- {organization: Lake, position: Clerk, start_date: "
                   "2020}\n");
    struct dossier_result result = build(arena, yaml, STAGE_BYTES);
    assert_true(result.artifacts.count > 0);
    struct file file = open_file(arena, result.artifacts.at[0].bytes);
    check_file(&file);
    const struct xml *footer = part(&file, "word/footer1.xml");
    struct buf words = buf_new(arena);
    xml_each(footer, add_texts, &words);
    assert_str(str_trim(buf_str(&words)), "Ada Wren 1 1");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(examples_are_word_files),
        UNIT_TEST(hostile_texts_stay_texts),
        UNIT_TEST(lists_within_lists),
        UNIT_TEST(writing_from_right_to_left),
        UNIT_TEST(footers_follow_the_look),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
