/* All texts that C gets, and how one is written. */
#include "parts.h"

/* All texts that C gets, each once, in the order of first use: tables have
   their places, since thousands of pointers would be relocated at each start.
 */
static struct {
    char *at;
    size_t len, room;
    unsigned slots[1 << 17]; /* place + 1, by hash */
    size_t count;
} texts;

#define TEXT_MASK (sizeof texts.slots / sizeof *texts.slots - 1)

static unsigned
add_text(const char *s, size_t len)
{
    if (texts.len + len + 1 > texts.room) {
        texts.room = 2 * (texts.len + len + 1);
        texts.at = realloc(texts.at, texts.room);
        if (!texts.at)
            fail("memory", "ended");
    }
    unsigned place = (unsigned)texts.len;
    memcpy(texts.at + texts.len, s, len + 1);
    texts.len += len + 1;
    if (++texts.count > TEXT_MASK / 2 || texts.len > UINT32_MAX)
        fail("too many texts", "widen the table");
    return place;
}

unsigned
text_place(const char *s)
{
    size_t len = strlen(s), slot = split_hash(s, len) & TEXT_MASK;
    if (!len)
        return 0;
    if (len > UINT16_MAX)
        fail("too long", s);
    for (; texts.slots[slot]; slot = (slot + 1) & TEXT_MASK)
        if (strcmp(texts.at + texts.slots[slot] - 1, s) == 0)
            return texts.slots[slot] - 1;
    unsigned place = add_text(s, len);
    texts.slots[slot] = place + 1;
    return place;
}

/* Those of lists, one list behind the other. */
static struct {
    unsigned *at;
    size_t count, room;
} listed;

size_t
listed_count(void)
{
    return listed.count;
}

void
listed_add(const char *s)
{
    listed.at = grow(listed.at, listed.count, &listed.room, sizeof *listed.at);
    listed.at[listed.count++] = text_place(s);
}

#define TEXTS_A_LINE 60

void
texts_print(void)
{
    printf("const char pack_texts[] =\n    \"");
    for (size_t i = 0; i < texts.len; i++) {
        unsigned char c = (unsigned char)texts.at[i];
        if (i > 0 && i % TEXTS_A_LINE == 0)
            printf("\"\n    \"");
        if (c < 0x20 || c > 0x7e || c == '"' || c == '\\' || c == '?')
            printf("\\%03o", c);
        else
            putchar(c);
    }
    printf("\";\nconst struct pack_text pack_listed[] = {");
    for (size_t i = 0; i < listed.count; i++)
        printf("%s{%u, %zu},", i % 6 ? " " : "\n", listed.at[i],
               strlen(texts.at + listed.at[i]));
    printf("};\n");
    free(texts.at);
    free(listed.at);
}

/* ---- one text ------------------------------------------------------------ */

void
print_quoted(const char *s)
{
    putchar('"');
    for (const char *at = s; *at; at++) {
        unsigned char c = (unsigned char)*at;
        if (c == '"' || c == '\\')
            printf("\\%c", c);
        else if (c < ' ' || c >= 0x7F || c == '?')
            printf("\\%03o", c);
        else
            putchar(c);
    }
    putchar('"');
}

void
print_string(const char *s)
{
    putchar('{');
    print_quoted(s);
    printf(", %zu}", strlen(s));
}
