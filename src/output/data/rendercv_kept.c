/* Keys of ours in entries of RenderCV: it keeps them and does not print them,
   and whoever reads the file back finds every value where it was. */
#include "model/texts.h"
#include "rendercv_writer.h"

struct keeping {
    struct rcv *w;
    const struct field_shape *shape;
    const void *map;
    struct str done;
    const struct field *open; /* the list that is being written */
};

static bool
is_done(struct str words, const char *key)
{
    while (words.len)
        if (str_is(str_cut(&words, ' '), key))
            return true;
    return false;
}

static void
end_list(struct keeping *keeping)
{
    if (keeping->open)
        rcv_close(keeping->w);
    keeping->open = NULL;
}

static void
keep_text(void *context, const struct field_text *text)
{
    struct keeping *keeping = context;
    struct rcv *w = keeping->w;
    const struct field *field = text->field;
    struct str plain = field_text_plain(text);
    if (text->map != keeping->map || !plain.len ||
        field_is_common(keeping->shape, field) || field->is_hidden ||
        field->type == FIELD_PATH || is_done(keeping->done, field->key))
        return;
    if (keeping->open != field)
        end_list(keeping);
    if (!field->is_list) {
        rcv_text(w, field->key, rcv_markdown(w->arena, plain));
        return;
    }
    if (!keeping->open)
        rcv_open(w, str_from(field->key));
    keeping->open = field;
    rcv_item_text(w, rcv_markdown(w->arena, plain));
}

void
rcv_kept(struct rcv *w, const struct field_shape *shape, const void *map,
         const char *done)
{
    struct keeping keeping = {w, shape, map, str_from(done), NULL};
    map_each_text(shape, map, keep_text, &keeping);
    end_list(&keeping);
}
