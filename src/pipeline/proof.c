/* What is wrong with a PDF for a program that reads it (F120 to F128). */
#include "proof.h"

#include "stages.h"

/* Words of a field that are shown. */
#define SHOWN 60
/* Missing fields of which it is found out why. */
#define MOST_TOLD 40

/* ---- fields
 * -------------------------------------------------------------------- */

static struct str
shown_words(struct arena *arena, struct str text)
{
    size_t to = SHOWN;
    if (text.len <= SHOWN)
        return text;
    while (to > 0 && ((unsigned char)text.at[to] & 0xC0) == 0x80)
        to--;
    return str_format(arena, "%.*s…", STR_ARG(str_slice(text, 0, to)));
}

/* Not there; or there, when blanks do not count. */
static void
tell_missing(struct build *b, struct proof_text *text,
             const struct proof_field *field, bool is_own, bool may_search)
{
    struct str words = shown_words(b->arena, field->text);
    bool is_torn = may_search && proof_is_squeezed(text, field->text);
    struct finding *finding =
        is_torn ? finding_add(b->findings, CODE_F125, field->span,
                              "A program reads the words of \"%.*s\" run "
                              "together or torn apart.",
                              STR_ARG(words))
                : finding_add(b->findings, CODE_F123, field->span,
                              "A program that reads the PDF does not find "
                              "\"%.*s\".",
                              STR_ARG(words));
    if (is_own)
        finding_help(finding, "see what it reads with --dump text; another "
                              "theme or font may do better");
    else
        finding_help(finding, "see what it reads with --dump text; build the "
                              "PDF anew if the file has changed");
}

/* Nobody types the second half of an address. */
static bool
is_cut(const struct proof_text *text, const struct proof_field *field)
{
    char first = field->text.len ? field->text.at[0] : '\0';
    bool is_whole = first == '+' || ascii_is_digit(first) ||
                    str_find_byte(field->text, '@', 0) != SIZE_MAX;
    if (field->role != FIELD_CONTACT || field->at == SIZE_MAX || !is_whole)
        return false;
    for (size_t i = field->at; i + 1 < field->end; i++)
        if (text->words.at[i].is_last)
            return true;
    return false;
}

static void
tell_cut(struct build *b, const struct proof_field *field)
{
    struct finding *finding =
        finding_add(b->findings, CODE_F125, field->span,
                    "A line ends within \"%.*s\": programs take only a part "
                    "of it.",
                    STR_ARG(field->text));
    finding_help(finding, "leave it more room: one column, or shorter contacts "
                          "beside it");
}

static void
tell_misplaced(struct build *b, const struct proof_field *field)
{
    struct str words = shown_words(b->arena, field->text);
    struct finding *finding =
        field->role == FIELD_NAME
            ? finding_add(b->findings, CODE_F124, field->span,
                          "The name \"%.*s\" is not the first thing that a "
                          "program reads in the PDF.",
                          STR_ARG(words))
            : finding_add(b->findings, CODE_F124, field->span,
                          "A program reads \"%.*s\" among what belongs to "
                          "something else.",
                          STR_ARG(words));
    finding_help(finding, "see the order with --dump text; columns side by "
                          "side are the usual reason");
}

void
proof_tell(struct build *b, struct proof_fields *fields,
           struct proof_text *text, bool is_own)
{
    size_t told = 0;
    for (size_t i = 0; i < fields->fields.count; i++) {
        const struct proof_field *field = &fields->fields.at[i];
        if (field->at == SIZE_MAX && !field->is_free)
            tell_missing(b, text, field, is_own, told++ < MOST_TOLD);
        else if (is_cut(text, field))
            tell_cut(b, field);
    }
    size_t misplaced = proof_misplaced(fields);
    if (misplaced != SIZE_MAX)
        tell_misplaced(b, &fields->fields.at[misplaced]);
}

void
build_prove(struct build *b, const struct paged *paged)
{
    struct arena *scratch = arena_new_beside(b->arena);
    struct str said = proof_pages_text(scratch, paged->pages);
    struct proof_text text = proof_text_of(scratch, said, NULL, 0);
    struct proof_fields fields = proof_fields_of(scratch, paged->document);
    proof_match(&fields, &text);
    proof_tell(b, &fields, &text, true);
    findings_own_texts(b->findings);
    arena_free(scratch);
}
