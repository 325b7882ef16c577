/* `list`: what there is to choose from, an item a line. */
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "command.h"
#include "layout/options.h"
#include "layout/theme.h"
#include "locale/locale.h"
#include "pack/pack.h"
#include "load/yaml.h"
#include "pack/role_file.h"
#include "rules.h"
#include "type/face.h"

static void
print_item(struct buf *out, struct str id, struct str text)
{
    buf_print(out, "%-24.*s %.*s\n", STR_ARG(id), STR_ARG(text));
}

static void
list_themes(struct buf *out, const struct pack *pack)
{
    (void)pack; /* looks belong to no profession */
    const struct theme_name *names;
    size_t count = theme_names(out->arena, &names);
    for (size_t i = 0; i < count; i++)
        print_item(out, names[i].name, names[i].description);
    buf_add_text(out, "\nA file beside yours is a theme as well: theme: "
                      "./mine.yaml. To start one:\n"
                      "dossier list options --theme classic --format yaml "
                      "> mine.yaml\n");
}

/* Tag, its name here and there, and other names that are read. */
static void
list_languages(struct buf *out, const struct pack *pack)
{
    (void)pack;
    for (size_t i = 0; i < locale_count(); i++) {
        struct locale_info info = locale_info(i);
        buf_print(out, "%-8.*s %.*s, %.*s", STR_ARG(info.tag),
                  STR_ARG(info.name), STR_ARG(info.own_name));
        if (info.missing)
            buf_print(out, " (%u words in English)", info.missing);
        buf_add_byte(out, '\n');
    }
}

static void
list_roles(struct buf *out, const struct pack *pack)
{
    size_t count;
    const struct pack_role *roles = pack_roles(pack, &count);
    for (size_t i = 0; i < count; i++) {
        struct pack_range years = roles[i].years;
        struct str range =
            years.max
                ? str_format(out->arena, "%d-%d years", years.min, years.max)
                : str_format(out->arena, "%d years and more", years.min);
        buf_print(out, "%-24.*s %-14.*s  %-17.*s  %.*s\n", STR_ARG(roles[i].id),
                  STR_ARG(roles[i].kind), STR_ARG(range),
                  STR_ARG(roles[i].title));
    }
    size_t example = 0; /* a post, where there is one */
    while (example + 1 < count && !str_is(roles[example].kind, "position"))
        example++;
    buf_print(out,
              "\nA file beside yours is a role as well: target_role: "
              "./mine.yaml. To start one:\n"
              "dossier list roles --role %.*s --format yaml > mine.yaml\n",
              STR_ARG(roles[example].id));
}

static enum exit_status
refuse_role(const struct pack *pack, struct str asked)
{
    struct str near = pack_suggest_role(pack, asked);
    if (near.len)
        complain("there is no role \"%.*s\"; did you mean %.*s?",
                 STR_ARG(asked), STR_ARG(near));
    else
        complain("there is no role \"%.*s\" in the pack %.*s; see dossier "
                 "list roles",
                 STR_ARG(asked), STR_ARG(pack_name(pack)));
    return EXIT_USAGE;
}

/* As data, or one of them as a file to start from. */
/* The pack with the role of a file; what is wrong in it is told. */
static enum exit_status
take_role_file(const struct world *world, struct str path,
               const struct pack **pack)
{
    struct arena *arena = world->arena;
    struct findings *findings = findings_new(arena, sources_new(arena));
    struct role_file file = {.name = path, .source_name = path};
    struct buf told = buf_new(arena);
    const struct print_options options = {.format = PRINT_TEXT,
                                          .colour = world->colour,
                                          .width = world->width,
                                          .version = DOSSIER_VERSION};
    struct file_error error =
        file_read(arena, world->settings->role, YAML_SIZE_LIMIT, &file.bytes);
    if (error.failed) {
        complain("%.*s: %.*s", STR_ARG(path), STR_ARG(error.why));
        return EXIT_SYSTEM;
    }
    *pack = pack_with_roles(arena, findings, *pack, &file, 1);
    findings_sort(findings);
    findings_print(&told, findings, &options);
    if (told.len) /* nowhere left to complain */
        (void)fwrite(told.at, 1, told.len, stderr);
    if (!pack_role(*pack, path))
        complain("%.*s: there is no role in this file", STR_ARG(path));
    return pack_role(*pack, path) ? EXIT_DONE : EXIT_FINDINGS;
}

static enum exit_status
list_roles_in_full(const struct world *world, const struct pack *pack)
{
    const struct settings *settings = world->settings;
    struct str asked = str_from(settings->role ? settings->role : "");
    struct str format = str_from(settings->format ? settings->format : "");
    struct buf out = buf_new(world->arena);
    size_t count;
    enum exit_status status = EXIT_DONE;
    if (role_is_file(asked))
        status = take_role_file(world, asked, &pack);
    if (status != EXIT_DONE)
        return status;
    const struct pack_role *roles = pack_roles(pack, &count), *role = NULL;
    if (asked.len) {
        role = pack_role(pack, asked);
        role = role ? role : pack_role_of_title(pack, asked);
        if (!role)
            return refuse_role(pack, asked);
        roles = role;
        count = 1;
    }
    if (str_is(format, "json"))
        roles_print_json(&out, roles, count);
    else if (role)
        role_print_file(&out, pack, role);
    else
        roles_print_yaml(&out, roles, count);
    return print_out(buf_str(&out));
}

static void
list_kpis(struct buf *out, const struct pack *pack)
{
    size_t count;
    const struct pack_kpi *kpis = pack_kpis(pack, &count);
    for (size_t i = 0; i < count; i++)
        print_item(out, pack_str(kpis[i].id),
                   str_format(out->arena, "%.*s (%.*s)",
                              STR_ARG(pack_str(kpis[i].name)),
                              STR_ARG(pack_str(kpis[i].unit))));
}

static void
list_credentials(struct buf *out, const struct pack *pack)
{
    size_t count;
    const struct pack_credential *all = pack_credentials(pack, &count);
    for (size_t i = 0; i < count; i++)
        print_item(out, pack_str(all[i].abbr.len ? all[i].abbr : all[i].id),
                   pack_str(all[i].name));
}

static void
list_tips(struct buf *out, const struct pack *pack)
{
    size_t count;
    const struct pack_tip *tips = pack_tips(pack, &count);
    for (size_t i = 0; i < count; i++)
        print_item(out, pack_str(tips[i].id), pack_str(tips[i].text));
}

static void
list_rules(struct buf *out, const struct pack *pack)
{
    (void)pack;
    rules_list_print(out);
}

static void
list_packs(struct buf *out, const struct pack *pack)
{
    (void)pack;
    for (size_t i = 0; i < pack_count(); i++)
        print_item(out, pack_name(pack_at(i)), pack_title(pack_at(i)));
}

static void
list_fonts(struct buf *out, const struct pack *pack)
{
    (void)pack;
    const struct font_book_options options = {0};
    struct findings *findings =
        findings_new(out->arena, sources_new(out->arena));
    struct font_book *book = font_book_open(out->arena, findings, &options);
    const struct str *names;
    size_t count = font_book_families(book, &names);
    for (size_t i = 0; i < count; i++)
        buf_print(out, "%.*s\n", STR_ARG(names[i]));
    font_book_close(book);
}

/* What each of them sees; the table of README. */
static void
list_audiences(struct buf *out, const struct pack *pack)
{
    static const char *const rows[][5] = {
        {"", "public", "recruiter", "employer", "interview"},
#define AUDIENCE_ROW(datum, public, recruiter, employer, interview)            \
    {datum, public, recruiter, employer, interview},
#include "edition/audience.def"
#undef AUDIENCE_ROW
    };
    (void)pack;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        buf_print(out, "%-48s %-9s %-9s %-13s %s\n", rows[i][0], rows[i][1],
                  rows[i][2], rows[i][3], rows[i][4]);
}

static const struct {
    const char *what;
    void (*print)(struct buf *, const struct pack *);
} lists[] = {
    {"themes", list_themes},
    {"languages", list_languages},
    {"roles", list_roles},
    {"kpis", list_kpis},
    {"credentials", list_credentials},
    {"tips", list_tips},
    {"rules", list_rules},
    {"packs", list_packs},
    {"fonts", list_fonts},
    {"audiences", list_audiences},
};

const struct pack *
asked_pack(const struct settings *settings)
{
    struct str name = str_from(settings->pack ? settings->pack : "");
    const struct pack *pack = pack_find(name);
    if (!pack)
        complain("there is no pack \"%.*s\"; see dossier list packs",
                 STR_ARG(name));
    return pack;
}

/* What themes and `layout:` may say. */
static enum exit_status
list_options(const struct world *world)
{
    const struct settings *settings = world->settings;
    struct str theme = str_from(settings->theme ? settings->theme : "");
    struct str format = str_from(settings->format ? settings->format : "");
    struct buf out = buf_new(world->arena);
    if (theme.len && !theme_exists(theme)) {
        complain("there is no theme \"%s\"; see dossier list themes",
                 settings->theme);
        return EXIT_USAGE;
    }
    if (str_is(format, "json"))
        options_print_json(&out, theme);
    else if (str_is(format, "yaml"))
        options_print_theme(&out, theme.len ? theme : STR("modern"));
    else
        options_print_list(&out, theme);
    return print_out(buf_str(&out));
}

/* `list variants` and `list sent` tell of files, the others of the program. */
static bool
arguments_fit(const struct settings *settings, struct str what)
{
    size_t files = settings->arguments.count - 1;
    bool is_of_file = str_is(what, "variants") || str_is(what, "sent");
    if (is_of_file && !files)
        complain("`dossier list %.*s` needs a file: dossier list %.*s FILE",
                 STR_ARG(what), STR_ARG(what));
    else if (!is_of_file && files)
        complain("`dossier list %.*s` takes nothing behind it, not \"%s\"",
                 STR_ARG(what), settings->arguments.at[1]);
    return is_of_file == (files > 0);
}

enum exit_status
command_list(const struct world *world)
{
    const struct settings *settings = world->settings;
    struct str what = str_from(settings->arguments.at[0]);
    if (!arguments_fit(settings, what))
        return EXIT_USAGE;
    if (str_is(what, "variants"))
        return command_run(world);
    if (str_is(what, "options"))
        return list_options(world);
    if (str_is(what, "sent"))
        return list_sent(world);
    const struct pack *pack = asked_pack(settings);
    if (!pack)
        return EXIT_USAGE;
    bool is_data = settings->format && strcmp(settings->format, "text") != 0;
    if (str_is(what, "roles") && (is_data || settings->role))
        return list_roles_in_full(world, pack);
    struct buf out = buf_new(world->arena);
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        if (str_is(what, lists[i].what)) {
            lists[i].print(&out, pack);
            return print_out(buf_str(&out));
        }
    }
    complain("`dossier list` knows themes, options, languages, roles, kpis, "
             "credentials, tips, rules, packs, fonts and audiences, and of a "
             "file its variants and what was sent, not \"%.*s\"",
             STR_ARG(what));
    return EXIT_USAGE;
}
