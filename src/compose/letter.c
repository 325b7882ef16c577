/* The cover letter: who writes, who reads, and what it says. Only what the
   file says is printed; the marks behind greetings are those of the language.
 */
#include "composer.h"

/* U+2028 ends a line inside a paragraph. */
#define LINE_END "\xe2\x80\xa8"

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
               words_day(&c->words, typed->year ? typed : &c->today), 0);
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
    *list_add(c->arena, &c->document->blocks) = head_make(c, BLOCK_HEAD);
    add_date(c);
    add_address(c);
    add_marked(c, ROLE_SUBJECT, &letter->subject, (struct str){NULL, 0});
    add_marked(c, ROLE_GREETING, &letter->salutation,
               word_of(c, WORD_GREETING_MARK));
    add_paragraphs(c);
    add_marked(c, ROLE_FAREWELL, &letter->closing,
               word_of(c, WORD_FAREWELL_MARK));
    struct block *name = add_part(c, ROLE_SIGNATURE);
    inline_add_text(c->arena, &name->text, &c->shown->basics.name, 0);
}
