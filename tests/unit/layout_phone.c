/* Phone numbers in the forms that countries write them in. */
#include "../../src/layout/phone.h"
#include "unit.h"

static const struct {
    const char *typed, *country;
    const char *national, *international, *e164;
} cases[] = {
    {"+1 312 555 0142", "", "(312) 555-0142", "+1 312-555-0142",
     "+13125550142"},
    {"312-555-0142", "US", "(312) 555-0142", "+1 312-555-0142", "+13125550142"},
    {"1-312-555-0142", "us", "(312) 555-0142", "+1 312-555-0142",
     "+13125550142"},
    {"+44 20 7946 0018", "", "020 7946 0018", "+44 20 7946 0018",
     "+442079460018"},
    {"020 7946 0018", "GB", "020 7946 0018", "+44 20 7946 0018",
     "+442079460018"},
    {"+44 (0)7700 900123", "", "07700 900123", "+44 7700 900123",
     "+447700900123"},
    {"+49 30 1234567", "", "030 1234567", "+49 30 1234567", "+49301234567"},
    {"(030) 1234567", "DE", "0301234567", "+49 301234567", "+49301234567"},
    {"0049 151 23456789", "", "0151 23456789", "+49 151 23456789",
     "+4915123456789"},
    {"+33 1 99 00 12 34", "", "01 99 00 12 34", "+33 1 99 00 12 34",
     "+33199001234"},
    {"+55 11 96123-4567", "", "(11) 96123-4567", "+55 11 96123-4567",
     "+5511961234567"},
    {"+7 912 345 67 89", "", "8 (912) 345-67-89", "+7 912 345-67-89",
     "+79123456789"},
    {"+36 1 234 5678", "", "061 234 5678", "+36 1 234 5678", "+3612345678"},
    /* The form inside a country is not known: as typed. */
    {"+298 201 234", "", "+298 201 234", "+298 201 234", "+298201234"},
    /* Extensions stay behind. */
    {"+1 312 555 0142 ext. 7", "", "(312) 555-0142 ext. 7",
     "+1 312-555-0142 ext. 7", "+13125550142 ext. 7"},
    /* Whose number it is cannot be known, or it is none. */
    {"312 555 0142", "", "312 555 0142", "312 555 0142", "312 555 0142"},
    {"on request", "US", "on request", "on request", "on request"},
    {"+1", "", "+1", "+1", "+1"},
    {"+", "US", "+", "+", "+"},
    {"", "US", "", "", ""},
    {"12", "DE", "12", "12", "12"},
    {"+1234567890123456789", "", "+1234567890123456789", "+1234567890123456789",
     "+1234567890123456789"},
};

static void
numbers_are_written_as_asked(void **state)
{
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str typed = str_from(cases[i].typed);
        struct str country = str_from(cases[i].country);
        assert_str(phone_write(arena, typed, country, PHONE_AS_TYPED),
                   cases[i].typed);
        assert_str(phone_write(arena, typed, country, PHONE_NATIONAL),
                   cases[i].national);
        assert_str(phone_write(arena, typed, country, PHONE_INTERNATIONAL),
                   cases[i].international);
        assert_str(phone_write(arena, typed, country, PHONE_E164),
                   cases[i].e164);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT_TEST(numbers_are_written_as_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
