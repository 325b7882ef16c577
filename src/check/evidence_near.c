/*
 * What is near to what: fields of study that count as related, and the places
 * where care is given.
 */
#include "evidence.h"

/* ---- related fields -------------------------------------------------------
 */

static unsigned
families_in(struct check *check, struct str text)
{
    enum {
        BUILDING = 1,
        BUSINESS = 2,
        COMPUTING = 4,
        ENGINEERING = 8,
        HEALTH = 16,
        MEDIA = 32,
        NUMBERS = 64,
        PEOPLE = 128,
        SCIENCE = 256
    };
    static const struct {
        const char *word;
        unsigned family;
    } words[] = {
#define FIELD_WORD(word, family) {word, family},
#include "fields.def"
#undef FIELD_WORD
    };
    unsigned families = 0;
    struct tokens tokens = tokens_read(check->arena, check->pack, text);
    for (size_t i = 0; i < tokens.count; i++)
        for (size_t w = 0; w < sizeof words / sizeof *words; w++)
            if (token_is(&tokens, i, words[w].word))
                families |= words[w].family;
    return families;
}

bool
check_degree_near_field(struct check *check,
                        const struct evidence_degree *degree, struct str field)
{
    const struct education *entry = degree->entry;
    unsigned own =
        families_in(check, entry->area.s) | families_in(check, entry->degree.s);
    for (size_t i = 0; i < degree->known_count; i++)
        own |= families_in(check, pack_str(degree->known[i]->name));
    return (own & families_in(check, field)) != 0;
}

/* ---- where care is given --------------------------------------------------
 */

/* What a place is called; `is_asked`: who asks for experience uses the word in
   no other sense ("nursing practice" is no doctor's office). */
static const struct {
    const char *word, *next;
    unsigned setting;
    bool is_asked;
} setting_words[] = {{"hospital", NULL, SETTING_HOSPITAL, true},
                     {"hospitals", NULL, SETTING_HOSPITAL, true},
                     {"acute", NULL, SETTING_HOSPITAL, true},
                     {"inpatient", NULL, SETTING_HOSPITAL, true},
                     {"krankenhaus", NULL, SETTING_HOSPITAL, true},
                     {"klinikum", NULL, SETTING_HOSPITAL, true},
                     {"medical", "center", SETTING_HOSPITAL, false},
                     {"ambulatory", NULL, SETTING_OFFICE, true},
                     {"outpatient", NULL, SETTING_OFFICE, true},
                     {"clinic", NULL, SETTING_OFFICE, true},
                     {"clinics", NULL, SETTING_OFFICE, true},
                     {"physician", "practice", SETTING_OFFICE, true},
                     {"medical", "practice", SETTING_OFFICE, true},
                     {"medical", "group", SETTING_OFFICE, true},
                     {"practice", NULL, SETTING_OFFICE, false},
                     {"dental", NULL, SETTING_OFFICE, false},
                     {"dialysis", NULL, SETTING_OFFICE, false},
                     {"nursing", "home", SETTING_LONG, true},
                     {"nursing", "homes", SETTING_LONG, true},
                     {"skilled", "nursing", SETTING_LONG, true},
                     {"long-term", "care", SETTING_LONG, true},
                     {"assisted", "living", SETTING_LONG, true},
                     {"post-acute", NULL, SETTING_LONG, true},
                     {"hospice", NULL, SETTING_LONG, true},
                     {"pflegeheim", NULL, SETTING_LONG, true}};

unsigned
evidence_setting_at(const struct tokens *tokens, size_t i, bool is_own)
{
    for (size_t w = 0; w < sizeof setting_words / sizeof *setting_words; w++) {
        const char *next = setting_words[w].next;
        if ((is_own || setting_words[w].is_asked) &&
            token_is(tokens, i, setting_words[w].word) &&
            (!next || token_is(tokens, i + 1, next)))
            return setting_words[w].setting;
    }
    return 0;
}
