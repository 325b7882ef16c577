/* The cover letter: who writes, who reads, and what it says. Only what the
   file says is printed; the marks behind greetings are those of the language.
 */
#include "composer.h"

/* U+2028 ends a line inside a paragraph. */
#define LINE_END "\xe2\x80\xa8"

/* What stands behind a greeting and behind the words of farewell, where the
   person wrote no mark; languages that are not named have a comma behind the
   first and none behind the second. */
static const struct {
    const char *language, *greeting, *farewell;
} marks[] = {
    {"en", ",", ","}, {"fr", ",", ","}, {"it", ",", ","},
    {"nl", ",", ","}, {"pt", ",", ","}, {"es", ":", ","},
    {"ru", "!", ","}, {"uk", "!", ","}, {"zh", "\xef\xbc\x9a", ""},
    {"ja", "", ""},   {"ko", "", ""},   {"th", "", ""},
};

struct mark_pair {
    struct str greeting, farewell;
};

static struct mark_pair
marks_of(struct str language)
{
    struct str primary = str_cut(&language, '-');
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (str_equal_nocase(primary, str_from(marks[i].language)))
            return (struct mark_pair){str_from(marks[i].greeting),
                                      str_from(marks[i].farewell)};
    return (struct mark_pair){STR(","), {NULL, 0}};
}

static bool
ends_with_mark(struct str s)
{
    static const char *const ends[] = {",",
                                       ".",
                                       ":",
                                       "!",
                                       ";",
                                       "?",
                                       "\xef\xbc\x9a",
                                       "\xef\xbc\x8c",
                                       "\xe3\x80\x82",
                                       "\xd8\x8c"};
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
        if (str_ends(s, str_from(ends[i])))
            return true;
    return false;
}

static struct block *
add_part(const struct composer *c, enum paragraph_role role)
{
    struct block *part = block_new(c->arena, BLOCK_PARAGRAPH, STR("letter"));
    part->role = role;
    *list_add(c->arena, &c->document->blocks) = part;
    return part;
}

/* ---- its parts ----------------------------------------------------------- */

static void
add_date(const struct composer *c)
{
    const struct date *typed = &c->shown->letter.date;
    struct block *part = add_part(c, ROLE_DATE);
    inline_add(c->arena, &part->text,
               words_day(c->arena, typed->year ? typed : &c->today), 0);
}

static void
add_address(const struct composer *c)
{
    const struct recipient *to = &c->shown->letter.recipient;
    const struct text *const lines[] = {&to->name, &to->title,
                                        &to->organization, &to->address};
    struct inline_text address = {0};
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        if (str_is_empty(lines[i]->s))
            continue;
        inline_separate(c->arena, &address, LINE_END);
        inline_add_text(c->arena, &address, lines[i], 0);
    }
    if (!inline_is_empty(&address))
        add_part(c, ROLE_ADDRESS)->text = address;
}

static void
add_marked(const struct composer *c, enum paragraph_role role,
           const struct text *text, struct str mark)
{
    if (str_is_empty(text->s))
        return;
    struct block *part = add_part(c, role);
    inline_add_text(c->arena, &part->text, text, 0);
    if (!ends_with_mark(text->s))
        inline_add(c->arena, &part->text, mark, 0);
}

static void
add_paragraphs(const struct composer *c)
{
    const prose_list *paragraphs = &c->shown->letter.paragraphs;
    struct block *body = block_new(c->arena, BLOCK_SECTION, STR("letter"));
    for (size_t i = 0; i < paragraphs->count; i++)
        block_add_prose(c->arena, body, &paragraphs->at[i], ROLE_LETTER);
    for (size_t i = 0; i < body->children.count; i++) {
        body->children.at[i]->role = ROLE_LETTER; /* lists as well */
        *list_add(c->arena, &c->document->blocks) = body->children.at[i];
    }
}

void
letter_fill(const struct composer *c)
{
    const struct letter *letter = &c->shown->letter;
    struct mark_pair mark = marks_of(c->document->language);
    *list_add(c->arena, &c->document->blocks) = head_make(c, BLOCK_HEAD);
    add_date(c);
    add_address(c);
    add_marked(c, ROLE_SUBJECT, &letter->subject, (struct str){NULL, 0});
    add_marked(c, ROLE_GREETING, &letter->salutation, mark.greeting);
    add_paragraphs(c);
    add_marked(c, ROLE_FAREWELL, &letter->closing, mark.farewell);
    struct block *name = add_part(c, ROLE_SIGNATURE);
    inline_add_text(c->arena, &name->text, &c->shown->basics.name, 0);
}
