#include "workspace.h"

#include <fribidi.h>

#include "base/utf8.h"

/* Arrays beside the code points of a paragraph that needs the search. */
struct scalars {
    FriBidiChar *at;
    uint32_t *offsets; /* bytes; count + 1 */
    FriBidiCharType *types;
    FriBidiBracketType *brackets;
    FriBidiLevel *levels;
    hb_script_t *scripts;
    size_t count;
};

static struct scalars
decode(struct workspace *ws)
{
    struct str text = {ws->text, ws->len};
    struct scalars s = {.count = utf8_count(text)};
    s.at = ARENA_ARRAY(ws->arena, s.count, FriBidiChar);
    s.offsets = ARENA_ARRAY(ws->arena, s.count + 1, uint32_t);
    s.types = ARENA_ARRAY(ws->arena, s.count, FriBidiCharType);
    s.brackets = ARENA_ARRAY(ws->arena, s.count, FriBidiBracketType);
    s.levels = ARENA_ARRAY(ws->arena, s.count, FriBidiLevel);
    s.scripts = ARENA_ARRAY(ws->arena, s.count, hb_script_t);
    for (size_t at = 0, i = 0; at < text.len; i++) {
        s.offsets[i] = (uint32_t)at;
        s.at[i] = utf8_next(text, &at);
    }
    s.offsets[s.count] = (uint32_t)text.len;
    return s;
}

/* ---- direction ---------------------------------------------------------- */

static void
find_levels(struct workspace *ws, struct scalars *s,
            enum base_direction direction)
{
    FriBidiStrIndex count = (FriBidiStrIndex)s->count;
    FriBidiParType base =
        direction == DIRECTION_LTR ? FRIBIDI_PAR_LTR : FRIBIDI_PAR_RTL;
    fribidi_get_bidi_types(s->at, count, s->types);
    fribidi_get_bracket_types(s->at, count, s->types, s->brackets);
    if (direction == DIRECTION_AUTO) {
        base = fribidi_get_par_direction(s->types, count);
        if (base == FRIBIDI_PAR_ON)
            base = FRIBIDI_PAR_LTR;
    }
    ws->base_rtl = FRIBIDI_IS_RTL(base);
    /* 0 means that memory ended: the text stays in the base direction. */
    if (fribidi_get_par_embedding_levels_ex(s->types, s->brackets, count, &base,
                                            s->levels) == 0) {
        for (size_t i = 0; i < s->count; i++)
            s->levels[i] = ws->base_rtl;
    }
}

/* ---- script ------------------------------------------------------------- */

static bool
is_real_script(hb_script_t script)
{
    return script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED &&
           script != HB_SCRIPT_UNKNOWN;
}

/* Common characters belong to the script before them, at the start to the
   first that comes. */
static void
find_scripts(struct workspace *ws, struct scalars *s)
{
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    hb_script_t current = HB_SCRIPT_LATIN;
    for (size_t i = 0; i < s->count; i++) {
        s->scripts[i] = hb_unicode_script(unicode, s->at[i]);
        if (is_real_script(s->scripts[i])) {
            current = s->scripts[i];
            break;
        }
    }
    for (size_t i = 0; i < s->count; i++) {
        hb_script_t script = hb_unicode_script(unicode, s->at[i]);
        if (is_real_script(script))
            current = script;
        if (script == HB_SCRIPT_HIRAGANA || script == HB_SCRIPT_KATAKANA ||
            script == HB_SCRIPT_HANGUL)
            ws->han_like = script;
        s->scripts[i] = current;
    }
}

/* ---- stretches ---------------------------------------------------------- */

static void
add_stretch(struct workspace *ws, size_t from, size_t to, unsigned level,
            hb_script_t script)
{
    struct stretch *stretch = list_add(ws->arena, &ws->stretches);
    *stretch =
        (struct stretch){(uint32_t)from, (uint32_t)to, (uint8_t)level, script};
}

void
flow_itemize(struct workspace *ws, enum base_direction direction)
{
    ws->stretches.count = 0;
    ws->base_rtl = false;
    ws->han_like = HB_SCRIPT_HAN;
    if (ws->simple && direction != DIRECTION_RTL) {
        add_stretch(ws, 0, ws->len, 0, HB_SCRIPT_LATIN);
        return;
    }
    struct scalars s = decode(ws);
    find_levels(ws, &s, direction);
    find_scripts(ws, &s);
    for (size_t i = 0; i < s.count;) {
        size_t from = i++;
        while (i < s.count && s.levels[i] == s.levels[from] &&
               s.scripts[i] == s.scripts[from])
            i++;
        add_stretch(ws, s.offsets[from], s.offsets[i], s.levels[from],
                    s.scripts[from]);
    }
}
