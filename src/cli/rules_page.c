/* The reference page of all rules, include/diag/codes/README.md. */
#include "command.h"
#include "rules.h"

static const char opening[] =
    "# What dossier finds\n"
    "\n"
    "Every finding of `dossier check`, by group: what holds when it is silent, "
    "why it\n"
    "matters, an example, and how to mend it. `dossier explain M105` says the "
    "same for\n"
    "one.\n"
    "\n"
    "`# lint: ignore M105` at the end of a line, `lint: {ignore: [M105]}` in "
    "an entry\n"
    "or at the top of a file have a finding ignored, `lint: {severity: {M105: "
    "hint}}`\n"
    "changes its weight, `lint: {params: {M106: {min_score: 70}}}` what it "
    "goes "
    "by. What\n"
    "makes a page impossible cannot be ignored; an error about privacy only in "
    "places,\n"
    "not for a whole file.\n"
    "\n"
    "This page is made by `make docs`.\n";

/* Letters and blanks of a heading as a link to it. */
static void
add_anchor(struct buf *out, struct str heading)
{
    for (size_t i = 0; i < heading.len; i++) {
        char c = ascii_lower(heading.at[i]);
        if (ascii_is_alnum(c) || c == '-')
            buf_add_byte(out, c);
        else if (c == ' ')
            buf_add_byte(out, '-');
    }
}

static bool
begins_group(int code)
{
    return code == 0 || code_entry((enum code)code)->id[0] !=
                            code_entry((enum code)(code - 1))->id[0];
}

static struct str
heading_of(struct arena *arena, char letter)
{
    return str_format(arena, "%c: %s", letter, code_group_title(letter));
}

static void
add_contents(struct buf *out)
{
    for (int i = 0; i < CODE_COUNT; i++) {
        if (!begins_group(i))
            continue;
        struct str heading =
            heading_of(out->arena, code_entry((enum code)i)->id[0]);
        buf_print(out, "- [%.*s](#", STR_ARG(heading));
        add_anchor(out, heading);
        buf_add_text(out, ")\n");
    }
}

static void
add_block(struct buf *out, const char *title, const char *example)
{
    if (example[0])
        buf_print(out, "\n%s:\n\n```yaml\n%s\n```\n", title, example);
}

static void
add_more(struct buf *out, enum code code, const struct pack *pack)
{
    struct str ids = str_from(code_entry(code)->tips);
    struct buf params = buf_new(out->arena);
    rule_params_print(&params, code);
    if (params.len)
        buf_print(out, "\nGoes by `%.*s`.\n", STR_ARG(buf_str(&params)));
    if (ids.len)
        buf_add_text(out, "\nWhere it comes from:\n\n");
    while (ids.len) {
        struct str text, id = rule_tip(out->arena, &ids, pack, &text);
        buf_print(out, "- %.*s: %.*s\n", STR_ARG(id), STR_ARG(text));
    }
}

static void
add_rule(struct buf *out, enum code code, const struct pack *pack)
{
    const struct code_entry *entry = code_entry(code);
    buf_print(out, "\n### %s %s (%s)\n\n**%s.** %s\n", entry->id, entry->name,
              severity_name(entry->severity), entry->title, entry->why);
    add_block(out, "Instead of", entry->bad);
    add_block(out, "write", entry->good);
    buf_print(out, "\n%s\n", entry->fix);
    add_more(out, code, pack);
}

void
rules_page_print(struct buf *out, const struct pack *pack)
{
    buf_add_text(out, opening);
    buf_add_byte(out, '\n');
    add_contents(out);
    for (int i = 0; i < CODE_COUNT; i++) {
        if (begins_group(i)) {
            struct str heading =
                heading_of(out->arena, code_entry((enum code)i)->id[0]);
            buf_print(out, "\n## %.*s\n", STR_ARG(heading));
        }
        add_rule(out, (enum code)i, pack);
    }
}

void
rules_list_print(struct buf *out)
{
    for (int i = 0; i < CODE_COUNT; i++) {
        const struct code_entry *entry = code_entry((enum code)i);
        if (begins_group(i))
            buf_print(out, "%s%c: %s\n\n", i ? "\n" : "", entry->id[0],
                      code_group_title(entry->id[0]));
        buf_print(out, "%s  %-8s %-30s %s\n", entry->id,
                  severity_name(entry->severity), entry->name, entry->title);
    }
}
