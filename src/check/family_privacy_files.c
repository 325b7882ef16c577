/* P111: what picture files tell beside their picture. */
#include "base/file.h"
#include "image_facts.h"
#include "privacy.h"

/* Bytes; what is larger is looked at by nobody here. */
#define LARGEST ((size_t)20 * 1000 * 1000)

static const struct {
    enum image_fact fact;
    const char *words;
} words[] = {
    {IMAGE_PLACE, "a location"},
    {IMAGE_PERSON, "a name"},
    {IMAGE_CAMERA, "a serial number"},
    {IMAGE_COMMENT, "a comment"},
};

/* "a location, a name and a comment" */
static struct str
listed(struct arena *arena, unsigned facts)
{
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!(facts & words[i].fact))
            continue;
        facts &= ~(unsigned)words[i].fact;
        if (buf_str(&out).len)
            buf_add(&out, facts ? STR(", ") : STR(" and "));
        buf_add(&out, str_from(words[i].words));
    }
    return buf_str(&out);
}

static unsigned
facts_of_file(const struct check *check, struct str path)
{
    struct arena *arena = arena_new();
    struct str bytes;
    struct file_error error =
        check->files->read(check->files->context, arena, path, &bytes);
    unsigned facts =
        error.failed || bytes.len > LARGEST ? 0 : image_facts(bytes);
    arena_free(arena);
    return facts;
}

/* Only these are read at all. */
static bool
is_picture(struct str path)
{
    static const char *const endings[] = {".jpg", ".jpeg", ".jpe", ".jfif",
                                          ".png"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        struct str ending = str_from(endings[i]);
        if (path.len > ending.len &&
            str_equal_nocase(str_slice(path, path.len - ending.len, path.len),
                             ending))
            return true;
    }
    return false;
}

void
privacy_pictures(struct check *check, const struct check_text *text)
{
    struct str path = text->plain;
    if (text->in.field->type != FIELD_PATH || !check->files ||
        !is_picture(path))
        return;
    unsigned facts = facts_of_file(check, path);
    if (!facts)
        return;
    struct finding *finding =
        check_on_text(check, CODE_P111, text, 0, path.len,
                      "Clean the picture; hidden in it: %.*s.",
                      STR_ARG(listed(check->arena, facts)));
    finding_help(finding, "pages leave that out, the file itself does not: "
                          "`exiftool -all= FILE` removes it");
}
