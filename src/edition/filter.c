/*
 * What is not copied cannot be printed later. The field table knows every
 * mapping of the format and all of them begin with `struct item`, so one walk
 * over it serves them all: private mappings, mappings for fewer eyes, entries
 * that a variant's tags leave out.
 */
#include "filter.h"

#include <string.h>

#include "base/bug.h"
#include "model/fields.h"

#define FEWER_EYES "meant for fewer eyes"

/* All LIST(...) have this shape. */
typedef LIST(char) any_list;

void
filter_note(struct filter *filter, struct str path, const char *reason)
{
    *list_add(filter->arena, &filter->edition->withheld) =
        (struct withheld){path, reason};
}

/* ---- what stays ---------------------------------------------------------- */

static bool
has_any(const text_list *tags, const text_list *wanted)
{
    for (size_t i = 0; i < tags->count; i++)
        for (size_t j = 0; j < wanted->count; j++)
            if (str_equal(tags->at[i].s, wanted->at[j].s))
                return true;
    return false;
}

/* NULL: it stays. */
static const char *
reason_by_tags(const struct filter *filter, const struct item *item)
{
    const struct variant *variant = filter->variant;
    if (!variant || item->tags.count == 0)
        return NULL;
    if (has_any(&item->tags, &variant->exclude))
        return "a tag of it is excluded";
    if (variant->include.count > 0 && !has_any(&item->tags, &variant->include))
        return "none of its tags is included";
    return NULL;
}

/* A work sample says under `audience` whom it was written for; who writes the
   word of an audience there means the other thing. */
static const struct field *
own_audience(const struct field_shape *shape)
{
    for (const struct field *field = shape->fields; field->key; field++)
        if (field->type == FIELD_TEXT && strcmp(field->key, "audience") == 0)
            return field;
    return NULL;
}

/* -1: it is no word of an audience. */
static int
audience_said(const struct field *field, const void *entry)
{
    if (!field)
        return -1;
    const struct text *said =
        (const void *)((const char *)entry + field->offset);
    for (int i = AUDIENCE_PUBLIC; i <= AUDIENCE_INTERVIEW; i++)
        if (str_equal_nocase(str_trim(said->s),
                             str_from(audience_word((enum audience)i))))
            return i;
    return -1;
}

static const char *
reason_to_withhold(const struct filter *filter, const struct item *item)
{
    if (item->is_private.given && item->is_private.value)
        return "private";
    if (item->audience.typed.node &&
        item->audience.value > (int)filter->audience)
        return FEWER_EYES;
    return reason_by_tags(filter, item);
}

/* ---- the walk ---------------------------------------------------------- */

static void filter_map(struct filter *filter, const struct field_shape *shape,
                       void *map);

static void
filter_list(struct filter *filter, const struct field_shape *shape,
            any_list *list)
{
    const char *old = list->at;
    size_t count = list->count;
    const struct field *own = own_audience(shape);
    list->at = arena_array(filter->arena, count, shape->size);
    list->count = 0;
    for (size_t i = 0; i < count; i++) {
        const char *entry = old + i * shape->size;
        const struct item *item = (const void *)entry;
        const char *reason = reason_to_withhold(filter, item);
        int said = audience_said(own, entry);
        if (!reason && said > (int)filter->audience)
            reason = FEWER_EYES;
        if (!reason)
            reason = filter_secret_entry(filter, shape, entry);
        if (reason) {
            filter_note(filter, item->path, reason);
            continue;
        }
        char *copy = list->at + list->count++ * shape->size;
        memcpy(copy, entry, shape->size);
        if (said >= 0)
            memset(copy + own->offset, 0, sizeof(struct text));
        filter_map(filter, shape, copy);
    }
    list->room = list->count;
}

static void
filter_part(struct filter *filter, const struct field_shape *shape, void *part)
{
    const struct item *item = part;
    const char *reason = NULL;
    if (shape->common != COMMON_NONE)
        reason = reason_to_withhold(filter, item);
    if (!reason && shape->common != COMMON_NONE)
        reason = filter_secret_entry(filter, shape, part);
    if (!reason) {
        filter_map(filter, shape, part);
        return;
    }
    filter_note(filter, item->path, reason);
    memset(part, 0, shape->size);
}

/* The shapes nest a handful deep: the table bounds the recursion. */
static void
filter_map(struct filter *filter, const struct field_shape *shape, void *map)
{
    if (shape->common == COMMON_ENTRY && filter->audience < AUDIENCE_INTERVIEW)
        ((struct item *)map)->notes = (struct prose){0};
    if (filter->secrets.count)
        filter_secret_texts(filter, shape, map);
    for (const struct field *field = shape->fields; field->key; field++) {
        void *at = (char *)map + field->offset;
        if (field->type != FIELD_MAP)
            continue;
        ENSURE(field->shape != NULL);
        if (field->is_list)
            filter_list(filter, field->shape, at);
        else
            filter_part(filter, field->shape, at);
    }
}

/* ---- the whole --------------------------------------------------------- */

/* An employer of whom no position is shown is not shown either. */
void
drop_empty_jobs(struct candidate *shown)
{
    size_t kept = 0;
    for (size_t i = 0; i < shown->experience.count; i++)
        if (shown->experience.at[i].positions.count > 0)
            shown->experience.at[kept++] = shown->experience.at[i];
    shown->experience.count = kept;
}

/* Settings of the owner's file that no reader of an edition needs: other
   variants with their letters, advice that is switched off. */
static void
drop_settings(struct candidate *shown)
{
    memset(&shown->variants, 0, sizeof shown->variants);
    memset(&shown->include, 0, sizeof shown->include);
    memset(&shown->lint, 0, sizeof shown->lint);
    shown->meta.author_note = (struct text){0};
}

struct candidate *
filter_candidate(struct filter *filter, const struct candidate *candidate)
{
    struct candidate *shown = ARENA_NEW(filter->arena, struct candidate);
    *shown = *candidate;
    drop_settings(shown);
    if (filter->variant && filter->variant->letter.node)
        shown->letter = filter->variant->letter;
    filter_map(filter, fields_root(), shown);
    /* A page needs a name, whatever is written about `basics`. */
    if (!shown->basics.name.node)
        shown->basics.name = candidate->basics.name;
    filter_consent(filter, shown);
    mask_audience(filter, shown);
    drop_empty_jobs(shown);
    filter_refs(filter->arena, shown, filter->audience);
    filter_evidence(filter->arena, candidate, shown);
    return shown;
}
