/*
 * Tables of a pack: which fields an entry has in C, and what each is made
 * from.
 */
#include "parts.h"

/* What a field of an entry is printed from. */
enum cell_kind {
    CELL_STRING, /* the text itself */
    CELL_TEXT,   /* its place in the texts */
    CELL_LIST,   /* a list of texts, by its first one */
    CELL_RANGE,  /* [low, high]; a missing end is 0 */
    CELL_BOUNDS, /* the same, with which ends there are */
    CELL_NUMBER, /* `other` where there is none */
    CELL_CHOICE, /* one of "word=VALUE" in `other`, parted by blanks */
    CELL_IS,     /* whether the text is `other` */
    CELL_GIVEN   /* whether there is any */
};

struct cell {
    const char *name, *path;
    enum cell_kind kind;
    const char *other;
};

static const struct cell kpi_cells[] = {
    {"id", "id", CELL_TEXT, NULL},
    {"name", "name", CELL_TEXT, NULL},
    {"category", "category", CELL_TEXT, NULL},
    {"unit", "unit", CELL_TEXT, NULL},
    {"aliases", "aliases", CELL_LIST, NULL},
    {"also", "also", CELL_LIST, NULL},
    {"good", "good", CELL_CHOICE,
     "down=PACK_GOOD_DOWN up=PACK_GOOD_UP band=PACK_GOOD_BAND"},
    {"hard", "hard", CELL_BOUNDS, NULL},
    {"plausible", "plausible", CELL_BOUNDS, NULL},
    {"max_change", "max_change", CELL_NUMBER, "0"},
    {"benchmark", "benchmark.text", CELL_TEXT, NULL},
    {0}};

static const struct cell kpi_group_cells[] = {
    {"id", "id", CELL_TEXT, NULL},
    {"name", "name", CELL_TEXT, NULL},
    {"example", "example", CELL_TEXT, NULL},
    {"kpis", "kpis", CELL_LIST, NULL},
    {"categories", "categories", CELL_LIST, NULL},
    {0}};

static const struct cell role_cells[] = {
    {"id", "id", CELL_STRING, NULL},
    {"title", "title", CELL_STRING, NULL},
    {"kind", "kind", CELL_STRING, NULL},
    {"titles", "titles", CELL_LIST, NULL},
    {"years", "experience_years", CELL_RANGE, NULL},
    {"degree_min", "degree.min", CELL_STRING, NULL},
    {"degree_preferred", "degree.preferred", CELL_STRING, NULL},
    {"must_have", "must_have", CELL_LIST, NULL},
    {"nice_to_have", "nice_to_have", CELL_LIST, NULL},
    {"credentials_expected", "credentials.expected", CELL_LIST, NULL},
    {"credentials_plus", "credentials.plus", CELL_LIST, NULL},
    {"kpis_core", "kpis.core", CELL_LIST, NULL},
    {"kpis_plus", "kpis.plus", CELL_LIST, NULL},
    {"sections_resume", "sections.resume", CELL_LIST, NULL},
    {"sections_portfolio", "sections.portfolio", CELL_LIST, NULL},
    {"technical", "emphasis.technical", CELL_NUMBER, "0"},
    {"leadership", "emphasis.leadership", CELL_NUMBER, "0"},
    {"patient", "emphasis.patient", CELL_NUMBER, "0"},
    {"pages_resume", "pages.resume", CELL_RANGE, NULL},
    {"pages_portfolio", "pages.portfolio", CELL_RANGE, NULL},
    {"min_cases", "min_cases", CELL_NUMBER, "0"},
    {0}};

static const struct cell skill_cells[] = {
    {"id", "id", CELL_STRING, NULL},
    {"name", "name", CELL_STRING, NULL},
    {"pillar", "pillar", CELL_STRING, NULL},
    {"aliases", "aliases", CELL_LIST, NULL},
    {"names", "names", CELL_LIST, NULL},
    {0}};

static const struct cell credential_cells[] = {
    {"id", "id", CELL_TEXT, NULL},
    {"abbr", "abbr", CELL_TEXT, NULL},
    {"name", "name", CELL_TEXT, NULL},
    {"issuer", "issuer", CELL_TEXT, NULL},
    {"issuer_abbr", "issuer_abbr", CELL_TEXT, NULL},
    {"kind", "kind", CELL_TEXT, NULL},
    {"area", "area", CELL_TEXT, NULL},
    {"tier", "tier", CELL_TEXT, NULL},
    {"level", "level", CELL_TEXT, NULL},
    {"renewal", "renewal", CELL_TEXT, NULL},
    {"confidence", "confidence", CELL_TEXT, NULL},
    {"prerequisite", "prereq", CELL_TEXT, NULL},
    {"renewal_years", "renewal_years", CELL_NUMBER, "-1"},
    {"renews_by_calendar", "renewal_rule", CELL_IS, "calendar"},
    {"min_experience_years", "checks.min_experience_years", CELL_NUMBER, "0"},
    {"min_degree", "checks.min_degree", CELL_TEXT, NULL},
    {"needs_current_role", "checks.needs_current_role", CELL_GIVEN, NULL},
    {"experience_managing", "checks.experience", CELL_IS, "management"},
    {"experience_of_issuer", "checks.figure", CELL_IS, "issuer"},
    {"generic", "generic", CELL_GIVEN, NULL},
    {"covers", "checks.degree_level", CELL_TEXT, NULL},
    {"requires", "checks.requires", CELL_LIST, NULL},
    {"ambiguous", "ambiguous_with", CELL_LIST, NULL},
    {"issuer_aliases", "issuer_aliases", CELL_LIST, NULL},
    {"aliases", "aliases", CELL_LIST, NULL},
    {"misspellings", "misspellings", CELL_LIST, NULL},
    {"postnominal", "postnominal", CELL_IS, "true"},
    {"order", "order", CELL_NUMBER, "0"},
    {"disputed", "disputed", CELL_GIVEN, NULL},
    {0}};

static const struct cell membership_cells[] = {
    {"id", "abbr", CELL_TEXT, NULL},
    {"name", "name", CELL_TEXT, NULL},
    {"credential", "credential", CELL_TEXT, NULL},
    {"aliases", "aliases", CELL_LIST, NULL},
    {0}};

static const struct cell tip_cells[] = {
    {"id", "id", CELL_TEXT, NULL},
    {"text", "text", CELL_TEXT, NULL},
    {"level", "level", CELL_TEXT, NULL},
    {"check", "check", CELL_TEXT, NULL},
    {"shows", "shows", CELL_TEXT, NULL},
    {"next", "next", CELL_TEXT, NULL},
    {"rules", "rules", CELL_LIST, NULL},
    {"evidence", "evidence", CELL_LIST, NULL},
    {"when", "when", CELL_LIST, NULL},
    {0}};

static const struct cell tip_group_cells[] = {
    {"id", "id", CELL_TEXT, NULL},
    {"title", "title", CELL_TEXT, NULL},
    {"tips", "tips", CELL_LIST, NULL},
    {0}};

const struct table tables[TABLE_COUNT] = {
    [KPIS] = {"kpis.yaml", "kpis", "pack_kpi", "kpi", kpi_cells},
    [KPI_GROUPS] = {"kpis.yaml", "signature_groups", "pack_kpi_group",
                    "kpi_group", kpi_group_cells},
    [ROLES] = {"roles.yaml", "roles", "pack_role", "role", role_cells},
    [SKILLS] = {"roles.yaml", "skills", "pack_skill", "skill", skill_cells},
    [CREDENTIALS] = {"credentials.yaml", "credentials", "pack_credential",
                     "credential", credential_cells},
    [MEMBERSHIPS] = {"credentials.yaml", "memberships", "pack_membership",
                     "membership", membership_cells},
    [TIPS] = {"tips.yaml", "tips", "pack_tip", "tip", tip_cells},
    [TIP_GROUPS] = {"tips.yaml", "coverage_groups", "pack_tip_group",
                    "tip_group", tip_group_cells},
};

/* ---- one field ----------------------------------------------------------- */

static void
print_list(const char *name, struct file *file, yaml_node_t *list)
{
    size_t count = item_count(list), first = listed_count();
    if (!count)
        return;
    for (size_t i = 0; i < count; i++)
        listed_add(file_item_text(file, list, i));
    printf(" .%s = {.first = %zu, .count = %zu},", name, first, count);
}

static void
print_pair(const char *name, struct file *file, yaml_node_t *pair,
           bool with_ends)
{
    if (item_count(pair) != 2)
        return;
    const char *low = file_item_text(file, pair, 0);
    const char *high = file_item_text(file, pair, 1);
    printf(" .%s = {", name);
    if (with_ends)
        printf("%s, %s, ", *low ? "true" : "false", *high ? "true" : "false");
    printf("%s, %s},", *low ? low : "0", *high ? high : "0");
}

static void
print_choice(const char *name, const char *given, const char *choices)
{
    size_t len = strlen(given);
    for (const char *at = choices; *at; at += strspn(at, " ")) {
        size_t size = strcspn(at, " ");
        if (len && len < size && strncmp(at, given, len) == 0 &&
            at[len] == '=') {
            printf(" .%s = %.*s,", name, (int)(size - len - 1), at + len + 1);
            return;
        }
        at += size;
    }
    fail("unknown value", given);
}

static void
print_bool(const char *name, bool value)
{
    printf(" .%s = %s,", name, value ? "true" : "false");
}

static void
print_cell(struct file *file, yaml_node_t *entry, const struct cell *cell)
{
    yaml_node_t *node = file_get_path(file, entry, cell->path);
    const char *s = scalar(node);
    switch (cell->kind) {
    case CELL_STRING:
        if (*s) {
            printf(" .%s = ", cell->name);
            print_string(s);
            putchar(',');
        }
        break;
    case CELL_TEXT:
        if (*s)
            printf(" .%s = {%u, %zu},", cell->name, text_place(s), strlen(s));
        break;
    case CELL_LIST:
        print_list(cell->name, file, node);
        break;
    case CELL_RANGE:
    case CELL_BOUNDS:
        print_pair(cell->name, file, node, cell->kind == CELL_BOUNDS);
        break;
    case CELL_NUMBER:
        printf(" .%s = %s,", cell->name, *s ? s : cell->other);
        break;
    case CELL_CHOICE:
        print_choice(cell->name, s, cell->other);
        break;
    case CELL_IS:
        print_bool(cell->name, strcmp(s, cell->other) == 0);
        break;
    case CELL_GIVEN:
        print_bool(cell->name, *s);
        break;
    }
}

/* ---- entries ------------------------------------------------------------- */

struct entries
entries_of(const struct table *table, struct file *own, struct file *base)
{
    struct entries entries = {.files = {own, base}};
    for (size_t i = 0; i < 2; i++) {
        entries.at[i] = file_get_path(entries.files[i],
                                      file_root(entries.files[i]), table->key);
        entries.counts[i] = item_count(entries.at[i]);
    }
    return entries;
}

static const char *
id_of(struct file *file, yaml_node_t *entry)
{
    const char *id = file_text(file, entry, "id");
    return *id ? id : file_text(file, entry, "abbr");
}

static bool
is_own(const struct entries *entries, const char *id)
{
    for (size_t i = 0; i < entries->counts[0]; i++)
        if (strcmp(id_of(entries->files[0],
                         file_item(entries->files[0], entries->at[0], i)),
                   id) == 0)
            return true;
    return false;
}

/* The next entry at or behind *at; NULL at the end. */
yaml_node_t *
next_entry(const struct entries *entries, size_t *at, struct file **file)
{
    while (*at < entries->counts[0] + entries->counts[1]) {
        bool own = *at < entries->counts[0];
        size_t i = *at - (own ? 0 : entries->counts[0]);
        *file = entries->files[!own];
        yaml_node_t *entry = file_item(*file, entries->at[!own], i);
        ++*at;
        if (own || !is_own(entries, id_of(*file, entry)))
            return entry;
    }
    return NULL;
}

size_t
table_print(const struct table *table, unsigned number, struct file *own,
            struct file *base)
{
    struct entries entries = entries_of(table, own, base);
    struct file *file;
    yaml_node_t *entry;
    size_t count = 0;
    printf("static const struct %s %s_%u[] = {\n", table->type, table->field,
           number);
    for (size_t at = 0; (entry = next_entry(&entries, &at, &file)); count++) {
        printf("{");
        for (const struct cell *cell = table->cells; cell->name; cell++)
            print_cell(file, entry, cell);
        printf("},\n");
    }
    printf("%s};\n\n", count ? "" : "{.id = {0, 0}}");
    return count;
}
