/* Roles as YAML, to start one's own from, and as JSON. */
#include "pack/role_file.h"

static const struct str sections[] = {
#define SECTION(id) STR_INIT(#id),
#include "pack/sections.def"
#undef SECTION
};

const struct str *
role_sections(size_t *count)
{
    *count = sizeof sections / sizeof *sections;
    return sections;
}

/* Where a line is broken. */
#define WIDTH 78

struct printer {
    struct buf *out;
    size_t indent; /* of the keys of the role */
    bool is_json;
    bool has_keys; /* JSON: a comma comes before the next */
};

static size_t
column(const struct buf *out)
{
    size_t from = out->len;
    while (from && out->at[from - 1] != '\n')
        from--;
    return out->len - from;
}

static void
add_blanks(struct buf *out, size_t count)
{
    while (count--)
        buf_add_byte(out, ' ');
}

/* Letters, digits and what no reader takes for a sign. */
static bool
is_plain(struct str text)
{
    bool plain = text.len > 0 && ascii_is_alpha(text.at[0]);
    for (size_t i = 0; plain && i < text.len; i++) {
        char c = text.at[i];
        plain = ascii_is_alnum(c) || (unsigned char)c >= 0x80 || c == ' ' ||
                c == '-' || c == '_' || c == '/' || c == '.' || c == '\'' ||
                c == '(' || c == ')' || c == '+';
    }
    return plain && text.at[text.len - 1] != ' ';
}

static void
add_text(const struct printer *printer, struct str text)
{
    struct buf *out = printer->out;
    if (!printer->is_json && is_plain(text)) {
        buf_add(out, text);
        return;
    }
    buf_add_json(out, text); /* which is YAML as well */
}

/* `"key": ` or `key: `, in a line of its own. */
static void
add_key(struct printer *printer, size_t deeper, const char *key)
{
    struct buf *out = printer->out;
    if (printer->is_json)
        buf_add_text(out, printer->has_keys ? ",\n" : "\n");
    add_blanks(out, printer->indent + deeper);
    buf_print(out, printer->is_json ? "\"%s\": " : "%s: ", key);
    printer->has_keys = true;
}

static void
end_line(const struct printer *printer)
{
    if (!printer->is_json)
        buf_add_byte(printer->out, '\n');
}

static void
add_word(struct printer *printer, const char *key, struct str text)
{
    add_key(printer, 0, key);
    add_text(printer, text);
    end_line(printer);
}

/* "[a, b,\n c]" */
static void
add_list(const struct printer *printer, struct pack_list list, size_t indent)
{
    struct buf *out = printer->out;
    buf_add_byte(out, '[');
    for (size_t i = 0; i < list.count; i++) {
        if (i)
            buf_add_byte(out, ',');
        if (i && column(out) + pack_list_at(list, i).len + 4 > WIDTH) {
            buf_add_byte(out, '\n');
            add_blanks(out, indent + 2);
        } else if (i) {
            buf_add_byte(out, ' ');
        }
        add_text(printer, pack_list_at(list, i));
    }
    buf_add_byte(out, ']');
}

static void
add_words(struct printer *printer, size_t deeper, const char *key,
          struct pack_list list)
{
    add_key(printer, deeper, key);
    add_list(printer, list, printer->indent + deeper);
    end_line(printer);
}

static void
open_group(struct printer *printer, const char *key)
{
    struct buf *out = printer->out;
    add_key(printer, 0, key);
    if (printer->is_json)
        buf_add_byte(out, '{');
    else
        out->at[out->len - 1] = '\n'; /* the blank behind the colon */
    printer->has_keys = false;
}

static void
close_group(struct printer *printer)
{
    if (printer->is_json) {
        buf_add_byte(printer->out, '\n');
        add_blanks(printer->out, printer->indent);
        buf_add_byte(printer->out, '}');
    }
    printer->has_keys = true;
}

static void
add_pair(struct printer *printer, const char *key, const char *first,
         struct pack_list one, const char *second, struct pack_list other)
{
    open_group(printer, key);
    add_words(printer, 2, first, one);
    add_words(printer, 2, second, other);
    close_group(printer);
}

static void
add_range(struct printer *printer, size_t deeper, const char *key,
          struct pack_range range)
{
    add_key(printer, deeper, key);
    if (range.max)
        buf_print(printer->out, "[%d, %d]", range.min, range.max);
    else
        buf_print(printer->out, "[%d, null]", range.min);
    end_line(printer);
}

/* Shares are whole hundredths in the files. */
static void
add_share(struct printer *printer, const char *key, double share)
{
    int hundredths = (int)(share * 100 + 0.5);
    add_key(printer, 2, key);
    buf_print(printer->out, "%d.%02d", hundredths / 100, hundredths % 100);
    end_line(printer);
}

static void
add_degrees(struct printer *printer, const struct pack_role *role)
{
    open_group(printer, "degree");
    add_key(printer, 2, "min");
    add_text(printer, role->degree_min);
    end_line(printer);
    add_key(printer, 2, "preferred");
    add_text(printer, role->degree_preferred);
    end_line(printer);
    close_group(printer);
}

static void
add_role(struct printer *printer, const struct pack_role *role)
{
    add_word(printer, "title", role->title);
    add_word(printer, "kind", role->kind);
    add_words(printer, 0, "titles", role->titles);
    add_range(printer, 0, "experience_years", role->years);
    add_degrees(printer, role);
    add_words(printer, 0, "must_have", role->must_have);
    add_words(printer, 0, "nice_to_have", role->nice_to_have);
    add_pair(printer, "credentials", "expected", role->credentials_expected,
             "plus", role->credentials_plus);
    add_pair(printer, "kpis", "core", role->kpis_core, "plus", role->kpis_plus);
    add_pair(printer, "sections", "resume", role->sections_resume, "portfolio",
             role->sections_portfolio);
    open_group(printer, "emphasis");
    add_share(printer, "technical", role->technical);
    add_share(printer, "leadership", role->leadership);
    add_share(printer, "patient", role->patient);
    close_group(printer);
    open_group(printer, "pages");
    add_range(printer, 2, "resume", role->pages_resume);
    add_range(printer, 2, "portfolio", role->pages_portfolio);
    close_group(printer);
    add_key(printer, 0, "min_cases");
    buf_print(printer->out, "%d", role->min_cases);
    end_line(printer);
}

static bool
is_own(const struct pack *pack, const struct pack_skill *skill)
{
    const struct pack *base = pack_find(pack_name(pack));
    return base && !pack_skill(base, skill->id);
}

/* In words of one's own, those that the role asks for; of two with one id the
   first is meant. */
static void
add_own_skills(struct printer *printer, const struct pack *pack,
               const struct pack_role *role)
{
    size_t count, told = 0;
    const struct pack_skill *skills = pack_skills(pack, &count);
    for (size_t i = 0; i < count; i++) {
        const struct pack_skill *skill = &skills[i];
        if (!is_own(pack, skill) || pack_skill(pack, skill->id) != skill ||
            (!pack_list_has_nocase(role->must_have, skill->id) &&
             !pack_list_has_nocase(role->nice_to_have, skill->id)))
            continue;
        buf_add_text(printer->out, told++ ? "  - id: " : "skills:\n  - id: ");
        add_text(printer, skill->id);
        buf_add_text(printer->out, "\n    name: ");
        add_text(printer, skill->name);
        end_line(printer);
        add_words(printer, 4, "aliases", skill->aliases);
    }
}

static void
print_own_file(struct buf *out, const struct pack *pack,
               const struct pack_role *role)
{
    struct printer printer = {.out = out};
    buf_add_text(out, "# The whole of the role, with what it has from others "
                      "and what is usual.\nid: ");
    add_text(&printer, role->id);
    end_line(&printer);
    add_own_skills(&printer, pack, role);
    add_role(&printer, role);
}

void
role_print_file(struct buf *out, const struct pack *pack,
                const struct pack_role *role)
{
    struct printer printer = {.out = out};
    if (role->file.len) {
        print_own_file(out, pack, role);
        return;
    }
    buf_print(
        out,
        "# A role of your own: change what differs and delete what does not, "
        "then name\n"
        "# the file, as target_role: ./mine.yaml in a variant or with --role "
        "./mine.yaml.\n"
        "# What you delete is as `extends` has it. Ids of skills stand here;\n"
        "# names of skills do as well, and words of your own:\n"
        "#   must_have: [budgeting, {name: Vendor audits, aliases: [site "
        "audits]}]\n"
        "# `dossier list kpis` and `dossier list credentials` show the rest.\n"
        "# emphasis.patient is the share of work for the %.*ss served.\n"
        "extends: %.*s\n",
        STR_ARG(pack_served(pack)), STR_ARG(role->id));
    add_role(&printer, role);
}

void
roles_print_yaml(struct buf *out, const struct pack_role *roles, size_t count)
{
    struct printer printer = {.out = out, .indent = 4};
    buf_add_text(out, "roles:\n");
    for (size_t i = 0; i < count; i++) {
        buf_print(out, "  - id: %.*s\n", STR_ARG(roles[i].id));
        add_role(&printer, &roles[i]);
    }
}

void
roles_print_json(struct buf *out, const struct pack_role *roles, size_t count)
{
    struct printer printer = {.out = out, .indent = 4, .is_json = true};
    buf_add_text(out, "{\"roles\": [");
    for (size_t i = 0; i < count; i++) {
        buf_add_text(out, i ? ",\n  {" : "\n  {");
        printer.has_keys = false;
        add_word(&printer, "id", roles[i].id);
        add_role(&printer, &roles[i]);
        buf_add_text(out, "\n  }");
    }
    buf_add_text(out, "\n]}\n");
}
