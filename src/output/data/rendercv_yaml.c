/* Lines of a RenderCV file. */
#include "rendercv_writer.h"

/* ---- lines --------------------------------------------------------------- */

static void
begin_line(struct rcv *w)
{
    if (w->after_dash) {
        for (int i = 1; i < w->depth; i++)
            buf_add_text(&w->out, "  ");
        buf_add_text(&w->out, "- ");
        w->after_dash = false;
        return;
    }
    for (int i = 0; i < w->depth; i++)
        buf_add_text(&w->out, "  ");
}

void
rcv_item(struct rcv *w)
{
    w->after_dash = true;
    w->depth++;
}

void
rcv_item_end(struct rcv *w)
{
    w->depth--;
}

/* Letters, digits and what stands between them, beginning with a letter:
   nothing that any reader of YAML takes for something else. */
static bool
is_plain(struct str text)
{
    static const struct str reserved[] = {
        STR_INIT("null"), STR_INIT("true"), STR_INIT("false"),
        STR_INIT("yes"),  STR_INIT("no"),   STR_INIT("on"),
        STR_INIT("off"),  STR_INIT("y"),    STR_INIT("n")};
    if (!text.len || !str_equal(str_trim(text), text))
        return false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        bool is_letter = ascii_is_alpha(c) || (unsigned char)c >= 0x80;
        bool is_inside = ascii_is_digit(c) ||
                         str_find_byte(STR(" .,'()-/_%;+&@"), c, 0) != SIZE_MAX;
        if (!is_letter && !(i > 0 && is_inside))
            return false;
    }
    for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
        if (str_equal_nocase(text, reserved[i]))
            return false;
    return true;
}

static void
add_scalar(struct rcv *w, struct str text)
{
    if (is_plain(text))
        buf_add(&w->out, text);
    else
        buf_add_json(&w->out, text);
}

void
rcv_open(struct rcv *w, struct str key)
{
    begin_line(w);
    add_scalar(w, key);
    buf_add_text(&w->out, ":\n");
    w->depth++;
}

void
rcv_close(struct rcv *w)
{
    w->depth--;
}

void
rcv_required(struct rcv *w, const char *key, struct str text)
{
    begin_line(w);
    buf_print(&w->out, "%s: ", key);
    add_scalar(w, text);
    buf_add_byte(&w->out, '\n');
}

void
rcv_text(struct rcv *w, const char *key, struct str text)
{
    if (text.len)
        rcv_required(w, key, text);
}

void
rcv_plain(struct rcv *w, const char *key, struct str text)
{
    if (!text.len)
        return;
    begin_line(w);
    buf_print(&w->out, "%s: %.*s\n", key, STR_ARG(text));
}

void
rcv_item_text(struct rcv *w, struct str text)
{
    for (int i = 0; i < w->depth; i++)
        buf_add_text(&w->out, "  ");
    buf_add_text(&w->out, "- ");
    add_scalar(w, text);
    buf_add_byte(&w->out, '\n');
}

/* ---- what has no place --------------------------------------------------- */

void
rcv_leave(struct rcv *w, const char *what, const struct node *node)
{
    for (size_t i = 0; i < w->left.count; i++)
        if (w->left.at[i].what == what) {
            w->left.at[i].count++;
            return;
        }
    *list_add(w->arena, &w->left) = (struct rcv_left){what, node, 1};
}
