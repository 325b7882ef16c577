/* --set and include: what they change, and what they refuse. */
#include "load/yaml.h"

#include "unit.h"

#include <string.h>

#include "base/buf.h"
#include "base/file.h"

struct load {
    struct sources *sources;
    struct findings *findings;
    struct node *root;
};

static struct load
load_named(struct arena *arena, const char *name, const char *text)
{
    struct load load = {.sources = sources_new(arena)};

    load.findings = findings_new(arena, load.sources);
    load.root =
        yaml_load(arena, load.findings,
                  sources_add(load.sources, str_from(name), str_from(text)));
    assert_non_null(load.root);
    assert_int_equal(findings_count(load.findings), 0);
    return load;
}

/* "key=value" of every text in the tree, in order. */
static void
flatten(struct buf *out, const struct node *node)
{
    if (node->kind == NODE_SCALAR)
        buf_print(out, node->is_null ? "null" : "%.*s", STR_ARG(node->text));
    for (size_t i = 0; i < node->items.count; i++) {
        buf_add_text(out, i > 0 ? "," : "[");
        flatten(out, node->items.at[i]);
    }
    if (node->kind == NODE_LIST)
        buf_add_text(out, "]");
    for (size_t i = 0; i < node->pairs.count; i++) {
        buf_print(out, "%s%.*s=", i > 0 ? "," : "{",
                  STR_ARG(node->pairs.at[i].key));
        flatten(out, node->pairs.at[i].value);
    }
    if (node->kind == NODE_MAP)
        buf_add_text(out, "}");
}

static void
expect_tree(struct arena *arena, const struct node *root, const char *flat)
{
    struct buf out = buf_new(arena);

    flatten(&out, root);
    assert_str(buf_str(&out), flat);
}

static const struct {
    const char *assignment, *flat;
} set_cases[] = {
    {"a=2", "{a=2,b=[{c=3},4],d={e=5}}"},
    {"b[0].c= x: y #1 *z* ", "{a=1,b=[{c=x: y #1 *z*},4],d={e=5}}"},
    {"b[1]=[p, {q: r}]", "{a=1,b=[{c=3},[p,{q=r}]],d={e=5}}"},
    {"d.f=\"x\\ty\"", "{a=1,b=[{c=3},4],d={e=5,f=x\ty}}"},
    {"d=", "{a=1,b=[{c=3},4],d=null}"},
    {"layout.theme=serif", "{a=1,b=[{c=3},4],d={e=5},layout={theme=serif}}"},
    {"d.e='a=b'", "{a=1,b=[{c=3},4],d={e=a=b}}"},
};

static void
values_are_set(void **state)
{
    for (size_t i = 0; i < sizeof set_cases / sizeof set_cases[0]; i++) {
        struct load load =
            load_named(*state, "t.yaml", "a: 1\nb: [{c: 3}, 4]\nd: {e: 5}\n");
        const struct node *before = load.root;
        const struct node *after = yaml_set(*state, load.findings, load.root,
                                            str_from(set_cases[i].assignment));

        assert_int_equal(findings_count(load.findings), 0);
        expect_tree(*state, after, set_cases[i].flat);
        expect_tree(*state, before, "{a=1,b=[{c=3},4],d={e=5}}");
    }
}

static const struct {
    const char *assignment;
    enum code code;
    const char *source, *help;
} set_errors[] = {
    {"basics", CODE_X035, "basics", NULL},
    {"=x", CODE_X035, "=x", NULL},
    {"basics.=x", CODE_X035, "basics.=x", NULL},
    {"basics[x]=y", CODE_X035, "basics[x]=y", NULL},
    {"[0]=y", CODE_X035, "[0]=y", NULL},
    {"basic.name=y", CODE_X036, "basic", "Did you mean `basics`?"},
    {"basics.name.x=y", CODE_X036, "x", NULL},
    {"tags[7]=y", CODE_X036, "[7]", NULL},
    {"tags.x=y", CODE_X036, "x", NULL},
    {"basics[0]=y", CODE_X036, "[0]", NULL},
    {"none[0]=y", CODE_X036, "none", NULL},
    {"basics.nme=y", CODE_X036, "nme", "Did you mean `name`?"},
    {"basics.name=[x", CODE_X029, "[", NULL},
};

static void
places_that_do_not_exist_are_reported(void **state)
{
    for (size_t i = 0; i < sizeof set_errors / sizeof set_errors[0]; i++) {
        struct load load =
            load_named(*state, "t.yaml", "basics: {name: J}\ntags: [a, b]\n");
        struct node *after = yaml_set(*state, load.findings, load.root,
                                      str_from(set_errors[i].assignment));
        const struct finding *finding;

        assert_ptr_equal(after, load.root);
        assert_int_equal(findings_count(load.findings), 1);
        finding = findings_at(load.findings, 0);
        assert_int_equal(finding->code, set_errors[i].code);
        assert_str(source_name(load.sources, finding->span.source), "--set");
        if (set_errors[i].source != NULL)
            assert_str(span_text(load.sources, finding->span),
                       set_errors[i].source);
        if (set_errors[i].help != NULL)
            assert_str(finding->help, set_errors[i].help);
    }
}

/* Layout knows its options; elsewhere a name like another is a slip. */
static void
names_like_each_other_are_options(void **state)
{
    struct load load =
        load_named(*state, "t.yaml", "layout: {head: {photo_side: end}}\n");
    const struct node *after =
        yaml_set(*state, load.findings, load.root,
                 STR("layout.head.photo_size=3"));
    assert_non_null(after);
    expect_tree(*state, after,
                "{layout={head={photo_side=end,photo_size=3}}}");
}

/* ---- include ----------------------------------------------------------- */

static const struct {
    const char *path, *text;
} disk[] = {
    {"more.yaml", "b: {d: 4}\nl: [3]\nm: new\nn: filled\n"},
    {"sub/two.yaml", "l: [5]\na: again\n"},
    {"nested.yaml", "include: more.yaml\nz: 1\n"},
};

static struct file_error
read_disk(void *context, struct arena *arena, struct str path,
          struct str *bytes)
{
    (void)context;
    (void)arena;
    for (size_t i = 0; i < sizeof disk / sizeof disk[0]; i++) {
        if (!str_is(path, disk[i].path))
            continue;
        *bytes = str_from(disk[i].text);
        return (struct file_error){0};
    }
    return (struct file_error){true, STR("No such file or directory")};
}

static const struct load_files files = {NULL, read_disk};

static void
files_are_merged(void **state)
{
    struct load load =
        load_named(*state, "dir/t.yaml",
                   "include: [more.yaml, sub/two.yaml]\na: 1\nb: {c: 2}\n"
                   "l: [1, 2]\nn:\n");
    struct node *root = yaml_include(*state, load.findings, load.root, &files);
    const struct finding *finding;

    expect_tree(*state, root, "{a=1,b={c=2,d=4},l=[1,2,3,5],n=filled,m=new}");
    assert_int_equal(findings_count(load.findings), 1);
    finding = findings_at(load.findings, 0);
    assert_int_equal(finding->code, CODE_X033);
    assert_str(source_name(load.sources, finding->span.source),
               "dir/sub/two.yaml");
    assert_str(finding->message, "`a` is already given in dir/t.yaml, line 2; "
                                 "this one is not read.");
}

static const struct {
    const char *include;
    enum code code;
} include_errors[] = {
    {"../x.yaml", CODE_X030},
    {"/etc/passwd", CODE_X030},
    {"a/../../x", CODE_X030},
    {"C:x", CODE_X030},
    {"'a\\b'", CODE_X030},
    {"[[x]]", CODE_X030},
    {"", CODE_X030},
    {"t.yaml", CODE_X032},
    {"nested.yaml", CODE_X032},
    {"missing.yaml", CODE_X031},
};

static void
files_elsewhere_are_refused(void **state)
{
    size_t count = sizeof include_errors / sizeof include_errors[0];

    for (size_t i = 0; i < count; i++) {
        struct str text = str_format(*state, "include: %s\na: 1\n",
                                     include_errors[i].include);
        struct load load = load_named(*state, "t.yaml", text.at);

        (void)yaml_include(*state, load.findings, load.root, &files);
        assert_int_equal(findings_count(load.findings), 1);
        assert_int_equal(findings_at(load.findings, 0)->code,
                         include_errors[i].code);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(values_are_set),
        UNIT_TEST(places_that_do_not_exist_are_reported),
        UNIT_TEST(names_like_each_other_are_options),
        UNIT_TEST(files_are_merged),
        UNIT_TEST(files_elsewhere_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
