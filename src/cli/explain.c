/* `explain`: all there is to say about a code, from the table, the rules and
   the pack. */
#include "check/check.h"
#include "command.h"
#include "pack/pack.h"
#include "rules.h"

/* The ids of common mistakes begin with CM. */
struct str
rule_tip(struct arena *arena, struct str *ids, const struct pack *pack,
         struct str *text)
{
    struct str id = str_cut(ids, ' ');
    const struct pack_tip *tip = pack_tip(pack, id);
    *text = tip ? pack_str(tip->text) : STR("");
    if (tip && str_starts(id, STR("CM")))
        *text = str_format(arena, "A common mistake: %.*s",
                           STR_ARG(pack_str(tip->text)));
    return id;
}

void
rule_params_print(struct buf *out, enum code code)
{
    struct check_param_info param;
    for (size_t i = 0; check_param_at(code, i, &param); i++)
        buf_print(out, "%s%s: %g", i ? ", " : "", param.name, param.standard);
}

static void
add_params(struct buf *out, enum code code)
{
    struct buf params = buf_new(out->arena);
    rule_params_print(&params, code);
    if (params.len)
        buf_print(out,
                  "\nWhat it goes by; a file may say otherwise:\n\n"
                  "    lint: {params: {%s: {%.*s}}}\n",
                  code_entry(code)->id, STR_ARG(buf_str(&params)));
}

static void
add_tips(struct buf *out, enum code code, const struct pack *pack, size_t width)
{
    struct str ids = str_from(code_entry(code)->tips);
    if (ids.len)
        buf_add_text(out, "\nWhere it comes from:\n\n");
    while (ids.len) {
        struct str text, id = rule_tip(out->arena, &ids, pack, &text);
        buf_print(out, "    %.*s  ", STR_ARG(id));
        print_wrapped(out, text, 10, width);
        buf_add_byte(out, '\n');
    }
}

/* What makes a page impossible is not a matter of opinion. */
bool
rule_may_be_ignored(enum code code)
{
    const struct code_entry *entry = code_entry(code);
    return entry->id[0] != 'X' || entry->severity != SEVERITY_ERROR;
}

bool
rule_is_ignored_in_places(enum code code)
{
    const struct code_entry *entry = code_entry(code);
    return entry->id[0] == 'P' && entry->severity == SEVERITY_ERROR;
}

static void
add_switch(struct buf *out, enum code code)
{
    const char *id = code_entry(code)->id;
    if (!rule_may_be_ignored(code))
        return;
    buf_print(out,
              "\nTo have it ignored, put a remark at the end of the line:\n\n"
              "    # lint: ignore %s\n\n"
              "or add to the entry%s:\n\n"
              "    lint: {ignore: [%s]}\n",
              id,
              rule_is_ignored_in_places(code)
                  ? ""
                  : ", or at the top for the whole file",
              id);
}

static void
explain(struct buf *out, enum code code, const struct pack *pack, size_t width)
{
    code_explain(out, code, width);
    add_params(out, code);
    add_tips(out, code, pack, width > 80 || width == 0 ? 80 : width);
    add_switch(out, code);
}

static enum exit_status
refuse(struct str word)
{
    enum code near;
    if (code_nearest(word, &near))
        complain("there is no finding \"%.*s\"; did you mean %s (%s)?",
                 STR_ARG(word), code_entry(near)->id, code_entry(near)->name);
    else
        complain("there is no finding \"%.*s\"; see dossier list rules",
                 STR_ARG(word));
    return EXIT_USAGE;
}

/* What is known of the codes is said, whatever stands beside them. */
enum exit_status
command_explain(const struct world *world)
{
    const struct settings *settings = world->settings;
    const struct pack *pack = asked_pack(settings);
    enum exit_status status = pack ? EXIT_DONE : EXIT_USAGE;
    struct buf out = buf_new(world->arena);
    for (size_t i = 0; pack && i < settings->arguments.count; i++) {
        struct str word = str_from(settings->arguments.at[i]);
        enum code code;
        if (!code_find(word, &code)) {
            status = refuse(word);
            continue;
        }
        if (out.len)
            buf_add_text(&out, "\n\n");
        explain(&out, code, pack, world->width);
    }
    return exit_worse(status, print_out(buf_str(&out)));
}
