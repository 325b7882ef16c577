#include "model/fields.h"

#include "tables.h"
#include "words.h"

static const struct field *
find_in(const struct field *fields, struct str key)
{
    for (const struct field *field = fields; field && field->key; field++)
        if ((key.len && *key.at == *field->key && str_is(key, field->key)) ||
            words_hold(field->accepted, key))
            return field;
    return NULL;
}

const struct field *
field_find(const struct field_shape *shape, struct str key)
{
    const struct field *field = find_in(shape->fields, key);
    return field ? field : find_in(fields_common(shape->common), key);
}

bool
field_is_common(const struct field_shape *shape, const struct field *field)
{
    const struct field *first = fields_common(shape->common);
    for (; first && first->key; first++)
        if (first == field)
            return true;
    return false;
}

const struct field_shape *
fields_shape(const char *key)
{
    const struct field *field = field_find(fields_root(), str_from(key));
    return field ? field->shape : NULL;
}
