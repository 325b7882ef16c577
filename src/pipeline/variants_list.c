/* `dossier list variants`: what each variant of a file is for. */
#include "diag/print.h"
#include "stages.h"

#define WIDTH 80
#define MOST_NAME 24

static void
add_list(struct buf *out, const char *what, const text_list *list)
{
    if (!list->count)
        return;
    buf_print(out, "%s%s ", out->len ? "; " : "", what);
    for (size_t i = 0; i < list->count; i++)
        buf_print(out, "%s%.*s", i ? ", " : "", STR_ARG(list->at[i].s));
}

static void
add_value(struct buf *out, const char *what, struct str value)
{
    if (value.len)
        buf_print(out, "%s%s %.*s", out->len ? "; " : "", what, STR_ARG(value));
}

static struct str
pages_of(const struct variant *variant, bool is_resume)
{
    return is_resume ? variant->pages.resume.s : variant->pages.portfolio.s;
}

/* "resume 2, portfolio 8-12 pages" */
static void
add_documents(struct buf *out, const struct variant *variant)
{
    static const char *const names[] = {"portfolio", "resume"};
    static const int without[] = {OUTPUT_RESUME, OUTPUT_PORTFOLIO};
    const char *unit = "";
    size_t count = 0;
    for (int is_resume = 1; is_resume >= 0; is_resume--) {
        struct str pages = pages_of(variant, is_resume);
        if (variant->output.value == without[is_resume])
            continue;
        buf_print(out, "%s%s", count++ ? ", " : "", names[is_resume]);
        if (pages.len)
            buf_print(out, " %.*s", STR_ARG(pages));
        if (pages.len)
            unit = str_is(pages, "1") ? " page" : " pages";
    }
    buf_add_text(out, unit);
    if (variant->letter.node)
        buf_add_text(out, ", letter");
}

/* With all that it takes from others; by itself when they are not there. */
static const struct variant *
resolved(const struct build *b, const struct variant *variant)
{
    struct findings *quiet = findings_new(b->arena, b->result->sources);
    const struct variant *found =
        variant_find(b->arena, quiet, b->candidate, variant->name.s);
    return found ? found : variant;
}

static struct str
role_title(const struct build *b, const struct variant *variant)
{
    const struct pack_role *role =
        edition_find_role(b->pack, variant->target_role.s);
    return role ? role->title : variant->target_role.s;
}

static void
print_variant(struct buf *out, const struct build *b,
              const struct variant *variant, size_t column)
{
    struct buf first = buf_new(b->arena), more = buf_new(b->arena);
    buf_add(&first, role_title(b, variant));
    buf_add_text(&first, first.len ? "; " : "");
    add_documents(&first, variant);
    add_value(&more, "extends", variant->extends.s);
    add_list(&more, "include", &variant->include);
    add_list(&more, "exclude", &variant->exclude);
    add_value(&more, "posting", variant->job_description.s);
    add_value(&more, "theme", variant->theme.s);
    add_value(&more, "language", variant->locale.s);
    add_value(&more, "file", variant->file.s);
    buf_print(out, "%-*.*s", (int)column, STR_ARG(variant->name.s));
    if (variant->name.s.len >= column)
        buf_print(out, "\n%*s", (int)column, "");
    print_wrapped(out, buf_str(&first), column, WIDTH);
    if (more.len) {
        buf_print(out, "\n%*s", (int)column, "");
        print_wrapped(out, buf_str(&more), column, WIDTH);
    }
    buf_add_byte(out, '\n');
}

static void
print_variants(struct buf *out, const struct build *b)
{
    size_t count = b->candidate->variants.count, column = 8;
    if (!count) {
        buf_print(out, "%.*s has no variants\n", STR_ARG(b->request->name));
        return;
    }
    for (size_t i = 0; i < count; i++) {
        size_t len = b->candidate->variants.at[i].name.s.len;
        if (len + 2 > column && len <= MOST_NAME)
            column = len + 2;
    }
    for (size_t i = 0; i < count; i++)
        print_variant(out, b, resolved(b, &b->candidate->variants.at[i]),
                      column);
}

/* ---- for programs ------------------------------------------------------- */

static void
add_member(struct buf *out, const char *key, struct str value)
{
    if (!value.len)
        return;
    buf_print(out, ", \"%s\": ", key);
    buf_add_json(out, value);
}

static void
add_members(struct buf *out, const char *key, const text_list *list)
{
    if (!list->count)
        return;
    buf_print(out, ", \"%s\": [", key);
    for (size_t i = 0; i < list->count; i++) {
        buf_add_text(out, i ? ", " : "");
        buf_add_json(out, list->at[i].s);
    }
    buf_add_byte(out, ']');
}

static void
json_variant(struct buf *out, const struct build *b,
             const struct variant *variant)
{
    static const char *const outputs[] = {"both", "resume", "portfolio"};
    const struct pack_role *role =
        edition_find_role(b->pack, variant->target_role.s);
    int output = variant->output.value;
    buf_add_text(out, "  {\"name\": ");
    buf_add_json(out, variant->name.s);
    add_member(out, "extends", variant->extends.s);
    add_member(out, "role", role ? role->id : variant->target_role.s);
    if (role)
        add_member(out, "role_title", role->title);
    add_member(out, "output",
               str_from(outputs[output > 0 && output < 3 ? output : 0]));
    add_member(out, "resume_pages", variant->pages.resume.s);
    add_member(out, "portfolio_pages", variant->pages.portfolio.s);
    add_members(out, "include", &variant->include);
    add_members(out, "exclude", &variant->exclude);
    add_members(out, "keywords", &variant->keywords);
    add_members(out, "required_keywords", &variant->required_keywords);
    add_member(out, "posting", variant->job_description.s);
    add_member(out, "theme", variant->theme.s);
    add_member(out, "language", variant->locale.s);
    add_member(out, "file", variant->file.s);
    buf_print(out, ", \"letter\": %s}",
              variant->letter.node ? "true" : "false");
}

static void
json_variants(struct buf *out, const struct build *b)
{
    buf_add_text(out, "{\"file\": ");
    buf_add_json(out, b->request->name);
    buf_add_text(out, ", \"variants\": [");
    for (size_t i = 0; i < b->candidate->variants.count; i++) {
        buf_add_text(out, i ? ",\n" : "\n");
        json_variant(out, b, resolved(b, &b->candidate->variants.at[i]));
    }
    buf_add_text(out, "]}\n");
}

void
build_show_variants(struct build *b)
{
    struct buf out = buf_new(b->arena);
    if (b->request->report_json)
        json_variants(&out, b);
    else
        print_variants(&out, b);
    b->result->dump = buf_str(&out);
}
