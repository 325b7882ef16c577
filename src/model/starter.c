/*
 * The file that `dossier new` writes: a template under templates/starters/
 * with the person's name put in. Words between @ signs are replaced.
 */
#include "model/fields.h"

#include "base/bug.h"
#include "base/embedded.h"
#include "base/utf8.h"
#include "yaml_text.h"

#define STARTER "templates/starters/candidate.yaml"
enum { BLANKS = 6 };
struct blank {
    struct str mark;
    struct str text;
};

/* ASCII letters and digits of the slug: an address that could be theirs. */
static struct str
mail_name(struct arena *arena, struct str slug)
{
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < slug.len; i++) {
        if (slug.at[i] == '-' && buf_str(&out).len)
            buf_add_byte(&out, '.');
        else if (ascii_is_alnum(slug.at[i]))
            buf_add_byte(&out, slug.at[i]);
    }
    struct str name = buf_str(&out);
    while (name.len && name.at[name.len - 1] == '.')
        name.len--;
    return name.len ? name : STR("me");
}

static void
fill(struct buf *out, struct str template, const struct blank *blanks)
{
    for (size_t at = 0; at < template.len;) {
        size_t i = 0;
        struct str rest = str_slice(template, at, template.len);
        while (i < BLANKS && !str_starts(rest, blanks[i].mark))
            i++;
        if (i < BLANKS) {
            buf_add(out, blanks[i].text);
            at += blanks[i].mark.len;
        } else {
            buf_add_byte(out, template.at[at++]);
        }
    }
}

void
fields_print_starter(struct buf *out, struct str name, struct str role,
                     struct str theme, struct str schema)
{
    const struct embedded *file = embedded_find(STR(STARTER));
    if (!file)
        BUG("%s is not in the binary", STARTER);
    struct str slug = utf8_slug(out->arena, name);
    struct buf typed_name = buf_new(out->arena);
    yaml_add_text(&typed_name, name);
    const struct blank blanks[BLANKS] = {
        {STR("@NAME@"), buf_str(&typed_name)},
        {STR("@SLUG@"), slug},
        {STR("@MAIL@"), mail_name(out->arena, slug)},
        {STR("@ROLE@"), role.len ? role : STR("practice-manager")},
        {STR("@THEME@"), theme.len ? theme : STR("classic")},
        {STR("@SCHEMA@"), schema}};
    fill(out, file->bytes, blanks);
}
