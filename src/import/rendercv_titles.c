/* What the title of a section speaks of: the titles that we print ourselves,
   in all languages, and words that people use besides. */
#include "rendercv.h"

#include "base/utf8.h"
#include "locale/locale.h"

static const struct {
    const char *words; /* folded, separated by bars */
    enum rendercv_topic topic;
} titles[] = {
    {"summary|professional summary|profile|about|about me|objective|"
     "career objective|personal statement|executive summary|bio",
     RENDERCV_SUMMARY},
    {"experience|work experience|professional experience|employment|"
     "employment history|work history|career|work|career history|"
     "relevant experience|academic positions|academic appointments|positions|"
     "internships|internship experience|research experience|"
     "teaching experience|industry experience|berufserfahrung|"
     "experience professionnelle|experiencia|experiencia laboral|"
     "experiencia profesional|experiencia profissional|esperienze lavorative",
     RENDERCV_WORK},
    {"education|academic background|education and training|formation|studium|"
     "formacion academica|formacao|istruzione|academic qualifications",
     RENDERCV_SCHOOLS},
    {"certifications|certificates|certification|licenses|"
     "licenses and certifications|certifications and licenses|licensure|"
     "credentials",
     RENDERCV_CERTIFICATES},
    {"skills|technical skills|technologies|core competencies|competencies|"
     "key skills|skills and interests|tech stack|programming skills|"
     "skills and technologies|tools|software|competences|competencias|"
     "habilidades|fahigkeiten|other skills|technical expertise",
     RENDERCV_SKILLS},
    {"languages|language skills|spoken languages|langues|idiomas|sprachen|"
     "lingue",
     RENDERCV_LANGUAGES},
    {"publications|selected publications|papers|research publications|"
     "articles|peer reviewed publications|journal articles",
     RENDERCV_PAPERS},
    {"volunteer|volunteering|volunteer work|volunteer experience|"
     "community service|benevolat|voluntariado",
     RENDERCV_VOLUNTEER},
    {"awards|honors|honours|awards and honors|honors and awards|"
     "selected honors|scholarships|awards and scholarships|"
     "awards and achievements|distinctions|prizes|recognition",
     RENDERCV_AWARDS},
    {"memberships|professional memberships|affiliations|"
     "professional affiliations|associations",
     RENDERCV_MEMBERSHIPS},
    {"professional development|continuing education|courses|trainings",
     RENDERCV_COURSES},
    {"projects|selected projects|personal projects|references|interests|"
     "hobbies|extracurricular activities|test scores|patents|talks|"
     "invited talks|presentations|grants|service|activities",
     RENDERCV_OTHER},
};

static const struct {
    enum word word;
    enum rendercv_topic topic;
} own_titles[] = {
    {WORD_SUMMARY, RENDERCV_SUMMARY},
    {WORD_EXPERIENCE, RENDERCV_WORK},
    {WORD_EDUCATION, RENDERCV_SCHOOLS},
    {WORD_CERTIFICATIONS, RENDERCV_CERTIFICATES},
    {WORD_SKILLS, RENDERCV_SKILLS},
    {WORD_LANGUAGES, RENDERCV_LANGUAGES},
    {WORD_PUBLICATIONS, RENDERCV_PAPERS},
    {WORD_VOLUNTEER, RENDERCV_VOLUNTEER},
    {WORD_AWARDS, RENDERCV_AWARDS},
    {WORD_MEMBERSHIPS, RENDERCV_MEMBERSHIPS},
    {WORD_DEVELOPMENT, RENDERCV_COURSES},
    {WORD_PROJECTS, RENDERCV_OTHER},
    {WORD_TESTIMONIALS, RENDERCV_OTHER},
};

/* Lower case, words parted by one blank, "&" as a word. */
static struct str
fold(struct arena *arena, struct str text)
{
    struct buf out = buf_new(arena);
    struct str decomposed = utf8_to_nfc(arena, text);
    for (size_t at = 0; at < decomposed.len;) {
        uint32_t c = utf8_lower(utf8_next(decomposed, &at));
        if (c == '&')
            buf_add_text(&out, "and");
        else if (c < 0x80 && !ascii_is_alnum((char)c)) {
            if (out.len && out.at[out.len - 1] != ' ')
                buf_add_byte(&out, ' ');
        } else {
            buf_add_code_point(&out, c);
        }
    }
    return str_trim(buf_str(&out));
}

static bool
is_among(struct str title, const char *words)
{
    struct str rest = str_from(words);
    while (rest.len)
        if (str_equal(str_cut(&rest, '|'), title))
            return true;
    return false;
}

enum rendercv_topic
rendercv_topic_of(struct conversion *c, struct str title)
{
    struct str folded = fold(c->arena, title);
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (is_among(folded, titles[i].words))
            return titles[i].topic;
    for (size_t l = 0; l < locale_count(); l++) {
        const struct locale *locale = locale_find(c->arena, locale_info(l).tag);
        for (size_t i = 0; i < sizeof own_titles / sizeof *own_titles; i++)
            if (str_equal(
                    folded,
                    fold(c->arena, locale_word(locale, own_titles[i].word))))
                return own_titles[i].topic;
    }
    return RENDERCV_NO_TOPIC;
}
