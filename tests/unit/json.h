/* A strict reader of JSON (RFC 8259) for what the program prints. */
#ifndef UNIT_JSON_H
#define UNIT_JSON_H

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/list.h"
#include "base/utf8.h"

enum json_kind {
    JSON_NULL,
    JSON_BOOLEAN,
    JSON_NUMBER,
    JSON_STRING,
    JSON_ARRAY,
    JSON_OBJECT
};

/* Items of arrays and members of objects; members have keys. */
struct json {
    enum json_kind kind;
    struct str key;
    struct str text; /* of strings, unescaped */
    double number;   /* of booleans 0 or 1 */
    LIST(struct json *) items;
};

struct json_reader {
    struct arena *arena;
    struct str text;
    size_t at;
    bool failed;
};

static inline struct json *json_value(struct json_reader *reader, int depth);

static inline const struct json *
json_member(const struct json *object, const char *key)
{
    for (size_t i = 0; object->kind == JSON_OBJECT && i < object->items.count;
         i++)
        if (str_is(object->items.at[i]->key, key))
            return object->items.at[i];
    return NULL;
}

static inline void
json_skip(struct json_reader *reader)
{
    while (reader->at < reader->text.len &&
           str_find_byte(STR(" \t\r\n"), reader->text.at[reader->at], 0) !=
               SIZE_MAX)
        reader->at++;
}

/* Takes a sign or word that must come next. */
static inline bool
json_take(struct json_reader *reader, const char *word)
{
    struct str rest = str_slice(reader->text, reader->at, reader->text.len);

    if (!str_starts(rest, str_from(word)))
        return false;
    reader->at += str_from(word).len;
    return true;
}

static inline bool
json_expect(struct json_reader *reader, const char *word)
{
    json_skip(reader);
    if (!json_take(reader, word))
        reader->failed = true;
    return !reader->failed;
}

/* Behind \u; surrogates are not printed by the program. */
static inline void
json_hex(struct json_reader *reader, struct buf *out)
{
    uint32_t c = 0;

    for (int i = 0; i < 4; i++, reader->at++) {
        size_t digit =
            reader->at < reader->text.len
                ? str_find_byte(STR("0123456789abcdef"),
                                ascii_lower(reader->text.at[reader->at]), 0)
                : SIZE_MAX;
        if (digit == SIZE_MAX) {
            reader->failed = true;
            return;
        }
        c = c * 16 + (uint32_t)digit;
    }
    reader->failed |= c >= 0xD800 && c < 0xE000;
    if (!reader->failed)
        buf_add_code_point(out, c);
}

static inline void
json_escape(struct json_reader *reader, struct buf *out)
{
    static const char bytes[] = "\"\\/\b\f\n\r\t";
    char c = reader->at < reader->text.len ? reader->text.at[reader->at++] : 0;
    size_t i = str_find_byte(STR("\"\\/bfnrt"), c, 0);

    if (c == 'u')
        json_hex(reader, out);
    else if (i == SIZE_MAX)
        reader->failed = true;
    else
        buf_add_byte(out, bytes[i]);
}

static inline struct str
json_string(struct json_reader *reader)
{
    struct buf out = buf_new(reader->arena);

    json_expect(reader, "\"");
    while (!reader->failed && reader->at < reader->text.len) {
        char c = reader->text.at[reader->at++];

        if (c == '"')
            return buf_str(&out);
        if (c == '\\')
            json_escape(reader, &out);
        else if ((unsigned char)c < 0x20)
            reader->failed = true;
        else
            buf_add_byte(&out, c);
    }
    reader->failed = true;
    return STR("");
}

static inline void
json_number(struct json_reader *reader, struct json *value)
{
    struct str rest = str_slice(reader->text, reader->at, reader->text.len);
    const char *typed;
    char *end;
    size_t len = 0;

    while (len < rest.len &&
           str_find_byte(STR("+-.0123456789eE"), rest.at[len], 0) != SIZE_MAX)
        len++;
    typed = str_terminated(reader->arena, str_slice(rest, 0, len));
    value->number = strtod(typed, &end);
    reader->failed |= len == 0 || *end != '\0' || typed[0] == '+' ||
                      (typed[0] == '0' && ascii_is_digit(typed[1]));
    reader->at += len;
}

static inline void
json_items(struct json_reader *reader, struct json *value, const char *end,
           int depth)
{
    json_skip(reader);
    if (json_take(reader, end))
        return;
    while (!reader->failed) {
        struct str key = {NULL, 0};
        struct json *item;

        json_skip(reader);
        if (value->kind == JSON_OBJECT) {
            key = json_string(reader);
            json_expect(reader, ":");
        }
        item = json_value(reader, depth + 1);
        item->key = key;
        *list_add(reader->arena, &value->items) = item;
        json_skip(reader);
        if (json_take(reader, end))
            return;
        json_expect(reader, ",");
    }
}

static inline struct json *
json_value(struct json_reader *reader, int depth)
{
    struct json *value = ARENA_NEW(reader->arena, struct json);

    json_skip(reader);
    reader->failed |= depth > 60 || reader->at >= reader->text.len;
    if (reader->failed)
        return value;
    if (json_take(reader, "null"))
        return value;
    value->kind = JSON_BOOLEAN;
    if (json_take(reader, "false"))
        return value;
    value->number = 1;
    if (json_take(reader, "true"))
        return value;
    value->kind = JSON_ARRAY;
    if (json_take(reader, "[")) {
        json_items(reader, value, "]", depth);
        return value;
    }
    value->kind = JSON_OBJECT;
    if (json_take(reader, "{")) {
        json_items(reader, value, "}", depth);
        return value;
    }
    value->kind = JSON_STRING;
    if (reader->text.at[reader->at] == '"') {
        value->text = json_string(reader);
        return value;
    }
    value->kind = JSON_NUMBER;
    json_number(reader, value);
    return value;
}

/* NULL when the text is not just one value of JSON. */
static inline struct json *
json_read(struct arena *arena, struct str text)
{
    struct json_reader reader = {.arena = arena, .text = text};
    struct json *value = json_value(&reader, 0);

    json_skip(&reader);
    if (reader.failed || reader.at < text.len ||
        utf8_find_malformed(text) != SIZE_MAX)
        return NULL;
    return value;
}

static inline bool
json_equal(const struct json *a, const struct json *b)
{
    return a->kind == b->kind && a->kind < JSON_ARRAY &&
           str_equal(a->text, b->text) && fabs(a->number - b->number) < 1e-9;
}

#endif
