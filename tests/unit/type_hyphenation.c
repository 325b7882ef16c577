#include "unit.h"

#include "base/utf8.h"
#include "type/hyphenation.h"

static struct str
hyphenate(struct arena *arena, const char *language, const char *word)
{
    const struct hyphen_patterns *patterns = hyphen_find(str_from(language));
    struct str text = str_from(word), out = STR("");
    uint32_t letters[80];
    size_t offsets[81], count = 0;
    bool allowed[80];
    assert_non_null(patterns);
    for (size_t at = 0; at < text.len; count++) {
        offsets[count] = at;
        letters[count] = utf8_next(text, &at);
    }
    offsets[count] = text.len;
    hyphen_word(patterns, letters, count, allowed);
    for (size_t i = 0; i < count; i++) {
        struct str letter = str_slice(text, offsets[i], offsets[i + 1]);
        out = str_format(arena, "%.*s%s%.*s", STR_ARG(out),
                         allowed[i] ? "-" : "", STR_ARG(letter));
    }
    return out;
}

/* As the languages' dictionaries have it; at least two letters before, three
   after. */
static void
words(void **state)
{
    static const char *const cases[][3] = {
        {"en-US", "hyphenation", "hy-phen-ation"},
        {"en-US", "reimbursement", "re-im-burse-ment"},
        {"en-US", "credentialing", "cre-den-tial-ing"},
        {"en-US", "associate", "as-so-ciate"}, /* an exception */
        {"en", "documentation", "doc-u-men-ta-tion"},
        {"en-GB", "university", "uni-ver-sity"},
        {"de", "krankenhausverwaltung", "kran-ken-haus-ver-wal-tung"},
        {"de-CH", "qualit\xC3\xA4tssicherung",
         "qua-li-t\xC3\xA4ts-si-che-rung"},
        {"es", "administraci\xC3\xB3n", "ad-mi-nis-tra-ci\xC3\xB3n"},
        {"fr-CA", "responsabilit\xC3\xA9", "res-pon-sa-bi-lit\xC3\xA9"},
        {"it", "amministrazione", "am-mi-ni-stra-zione"},
        {"nl", "verantwoordelijk", "ver-ant-woor-de-lijk"},
        {"pt-BR", "administrador", "ad-mi-nis-tra-dor"},
        {"sv", "verksamhetsutveckling", "verk-sam-hets-ut-veck-ling"},
        {"da", "virksomhedsudvikling", "virk-som-heds-ud-vik-ling"},
        {"nb", "virksomhetsutvikling", "virk-som-hets-ut-vik-ling"},
        {"nn-NO", "verksemdsutvikling", "verk-semds-ut-vik-ling"},
        {"fi", "toiminnanjohtaja", "toi-min-nan-joh-taja"},
        {"pl", "zarządzanie", "za-rzą-dza-nie"},
        {"ru", "управление", "управ-ле-ние"},
        {"uk", "управління", "управ-лі-ння"},
        {"tr", "yönetmelikler", "yö-net-me-lik-ler"},
        {"el", "διαχείρισης", "δια-χεί-ρι-σης"},
        {"hr", "upravljanje", "uprav-lja-nje"},
        {"sk", "zamestnanec", "za-mest-na-nec"},
        {"sl", "vodenje", "vo-de-nje"},
        {"et", "tervishoid", "ter-vis-hoid"},
        {"lt", "vadovavimas", "va-do-va-vi-mas"},
        {"en-US", "short", "short"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_str(hyphenate(*state, cases[i][0], cases[i][1]), cases[i][2]);
}

static void
unknown_languages(void **state)
{
    (void)state;
    assert_null(hyphen_find(STR("xx")));
    assert_null(hyphen_find(STR("")));
    assert_null(hyphen_find(STR("enx")));
    assert_non_null(hyphen_find(STR("EN-us")));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(words),
        UNIT_TEST(unknown_languages),
    };
    return cmocka_run_group_tests_name("type_hyphenation", tests, NULL, NULL);
}
