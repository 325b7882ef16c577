/* What others can see and say: samples, endorsements, media. */
#include "base/utf8.h"
#include "composer.h"

/* ---- samples
 * ---------------------------------------------------------------------- */

static struct str
sample_details(const struct composer *c, const struct work_sample *sample)
{
    struct buf out = buf_new(c->arena);
    int authorship = sample->authorship.value;
    if (sample->kind.value != SAMPLE_OTHER)
        words_join(
            &out, MIDDLE_DOT,
            words_choice(&c->words, &sample->kind, WORD_SAMPLE_POLICY, 6));
    if (!str_is_empty(sample->audience_text.s))
        words_join(&out, MIDDLE_DOT,
                   said(c, WORD_WRITTEN_FOR, sample->audience_text.s));
    if (authorship > AUTHORSHIP_UNKNOWN)
        words_join(
            &out, MIDDLE_DOT,
            words_choice(&c->words, &sample->authorship, WORD_SOLE_AUTHOR, 3));
    if (sample->redacted.value)
        words_join(&out, MIDDLE_DOT, word_of(c, WORD_REDACTED));
    if (sample->is_public.value)
        words_join(&out, MIDDLE_DOT, word_of(c, WORD_PUBLIC));
    words_join(&out, MIDDLE_DOT, words_url(sample->url.s));
    words_join(&out, MIDDLE_DOT, sample->file.s);
    if (sample->pages_shown.count > 0)
        words_join(&out, MIDDLE_DOT,
                   said(c, WORD_PAGES_SHOWN,
                        words_list(&c->words, &sample->pages_shown)));
    return words_capitalized(c->arena, buf_str(&out));
}

/* Samples that are pictures are shown; other files can only be named. */
static bool
is_picture(struct str file)
{
    static const char *const endings[] = {".png", ".jpg", ".jpeg"};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        struct str ending = str_from(endings[i]);
        if (file.len > ending.len &&
            str_equal_nocase(str_slice(file, file.len - ending.len, file.len),
                             ending))
            return true;
    }
    return false;
}

/* "Downtime policy, page 2": which of several it is. */
static struct str
page_alt(const struct composer *c, const struct work_sample *sample, size_t i)
{
    struct str what =
        str_is_empty(sample->alt.s) ? sample->title.s : sample->alt.s;
    if (sample->images.count < 2)
        return what;
    return str_format(c->arena, "%.*s (%zu / %zu)", STR_ARG(what), i + 1,
                      sample->images.count);
}

static void
page_fill(const struct composer *c, struct block *picture,
          const struct work_sample *sample, size_t i)
{
    const struct text *file =
        sample->images.count ? &sample->images.at[i] : &sample->file;
    picture->file = file->s;
    picture->file_span = file->node->span;
    picture->is_page = true;
    picture->alt = page_alt(c, sample, i);
}

/* The sample itself when it is a picture, or pictures of its pages. */
static void
add_sample_pages(const struct composer *c, struct block *entry,
                 const struct work_sample *sample)
{
    size_t count = sample->images.count;
    if (!count && !is_picture(sample->file.s))
        return;
    struct block *picture = block_add(c->arena, entry, BLOCK_IMAGE);
    if (count < 2) {
        page_fill(c, picture, sample, 0);
        return;
    }
    for (size_t i = 0; i < count; i++)
        page_fill(c, block_add(c->arena, picture, BLOCK_IMAGE), sample, i);
}

static void
add_sample(const struct composer *c, struct block *section, size_t i)
{
    const struct work_sample *sample = &c->shown->work_samples.at[i];
    struct block *entry = entry_add(c, section, &sample->item);
    entry->anchor = sample_anchor(c, i);
    inline_add_link(c->arena, &entry->title, &sample->title, sample->url.s, 0);
    inline_add(c->arena, &entry->aside, words_date(&c->words, &sample->date),
               INLINE_NO_BREAK);
    meta_add(c, entry, sample_details(c, sample));
    block_add_prose(c->arena, entry, &sample->purpose, ROLE_BODY);
    block_add_prose(c->arena, entry, &sample->contribution, ROLE_BODY);
    add_sample_pages(c, entry, sample);
    notes_add(c, entry, (struct str){NULL, 0}, &sample->item);
}

void
fill_work_samples(const struct composer *c, struct block *section)
{
    for (size_t i = 0; i < c->shown->work_samples.count; i++)
        add_sample(c, section, i);
}

/* ---- endorsements ---- */

/* "Dr. L. Kim" gives "L. K."; titles with a dot and more than a letter are no
   names. */
static struct str
initials(const struct composer *c, struct str name)
{
    struct buf out = buf_new(c->arena);
    struct str rest = name;
    while (!str_is_empty(rest)) {
        struct str word = str_trim(str_cut(&rest, ' '));
        bool is_title = word.len > 2 && str_ends(word, STR("."));
        size_t at = 0;
        if (str_is_empty(word) || is_title)
            continue;
        if (out.len > 0)
            buf_add_byte(&out, ' ');
        buf_add_code_point(&out, utf8_upper(utf8_next(word, &at)));
        buf_add_byte(&out, '.');
    }
    return buf_str(&out);
}

static struct str
attribution_of(const struct composer *c, const struct testimonial *testimonial)
{
    struct buf out = buf_new(c->arena);
    if (testimonial->attribution.value == ATTRIBUTION_INITIALS)
        words_join_by(&c->words, &out, WORD_COMMA,
                      initials(c, testimonial->author.s));
    else if (testimonial->attribution.value != ATTRIBUTION_NONE)
        words_join_by(&c->words, &out, WORD_COMMA, testimonial->author.s);
    words_join_by(&c->words, &out, WORD_COMMA, testimonial->title.s);
    if (testimonial->attribution.value != ATTRIBUTION_NONE)
        words_join_by(&c->words, &out, WORD_COMMA, testimonial->organization.s);
    if (testimonial->relationship.value > RELATIONSHIP_UNKNOWN)
        words_join(
            &out, " ",
            str_trim(said(c, WORD_PARENTHESES,
                          words_choice(&c->words, &testimonial->relationship,
                                       WORD_SUPERVISOR, 9))));
    words_join_by(&c->words, &out, WORD_COMMA,
                  words_date(&c->words, &testimonial->date));
    return buf_str(&out);
}

static void
add_testimonial(const struct composer *c, struct block *section,
                const struct testimonial *testimonial)
{
    struct block *quote = block_add(c->arena, section, BLOCK_QUOTE);
    quote->keep_whole = true;
    inline_add_prose(c->arena, &quote->text, &testimonial->quote, 0);
    const struct text by = {.s = attribution_of(c, testimonial),
                            .node = testimonial->author.node};
    if (testimonial->item.node)
        quote->span = testimonial->item.node->span;
    inline_add_link(c->arena, &quote->attribution, &by,
                    testimonial->source_url.s, 0);
    notes_add(c, section, (struct str){NULL, 0}, &testimonial->item);
}

void
fill_testimonials(const struct composer *c, struct block *section)
{
    /* Grouped by who speaks: supervisors first, as the enum has them. */
    for (int relation = RELATIONSHIP_SUPERVISOR;
         relation <= RELATIONSHIP_FAMILY; relation++)
        for (size_t i = 0; i < c->shown->testimonials.count; i++)
            if (c->shown->testimonials.at[i].relationship.value == relation)
                add_testimonial(c, section, &c->shown->testimonials.at[i]);
    for (size_t i = 0; i < c->shown->testimonials.count; i++)
        if (c->shown->testimonials.at[i].relationship.value <=
            RELATIONSHIP_UNKNOWN)
            add_testimonial(c, section, &c->shown->testimonials.at[i]);
}

/* ---- media ---- */

static struct str
media_kind(const struct composer *c, const struct multimedia *media)
{
    if (media->kind.value == MEDIA_OTHER || media->kind.value == MEDIA_IMAGE)
        return (struct str){NULL, 0};
    return words_capitalized(
        c->arena, words_choice(&c->words, &media->kind, WORD_VIDEO_INTRO, 5));
}

/* "Talk, Ohio Hospital Leaders Forum, Sep 2024, 31:00 min, captions" */
static struct str
media_details(const struct composer *c, const struct multimedia *media)
{
    struct buf out = buf_new(c->arena);
    words_join_by(&c->words, &out, WORD_COMMA, media_kind(c, media));
    words_join_by(&c->words, &out, WORD_COMMA, media->event.s);
    words_join_by(&c->words, &out, WORD_COMMA,
                  words_date(&c->words, &media->date));
    words_join_by(&c->words, &out, WORD_COMMA,
                  words_duration(&c->words, media->seconds));
    words_join_by(&c->words, &out, WORD_COMMA, media->topic.s);
    if (media->captions.value)
        words_join_by(&c->words, &out, WORD_COMMA, word_of(c, WORD_CAPTIONS));
    return buf_str(&out);
}

/* A resume bears one link: what it is, how long, and where, for paper too. */
static void
add_media_line(const struct composer *c, struct block *section,
               const struct multimedia *media)
{
    struct block *line = block_add_paragraph(c->arena, section, ROLE_BODY);
    const struct text address = {.s = words_url(media->url.s),
                                 .node = media->url.node};
    struct buf what = buf_new(c->arena);
    words_join_by(&c->words, &what, WORD_COMMA, media_kind(c, media));
    words_join_by(&c->words, &what, WORD_COMMA,
                  words_duration(&c->words, media->seconds));
    inline_add_text(c->arena, &line->text, &media->title, 0);
    if (what.len > 0)
        inline_add(c->arena, &line->text,
                   said(c, WORD_PARENTHESES, buf_str(&what)), 0);
    separate(c, &line->text, WORD_COLON);
    inline_add_link(c->arena, &line->text, &address, media->url.s, 0);
}

#define LINE_BREAK "\xe2\x80\xa8" /* U+2028 */

/* Where it is and where its words can be read, visible on paper. */
static void
add_addresses(const struct composer *c, struct inline_text *to,
              const struct multimedia *media)
{
    struct str link = media->url.s, words = media->transcript.s;
    struct text address = {.s = words_url(link), .node = media->url.node};
    struct text transcript = {.s = words_url(words),
                              .node = media->transcript.node};
    bool is_web = str_starts(words, STR("http"));
    if (!str_is_empty(link))
        inline_separate(c->arena, to, LINE_BREAK);
    inline_add_link(c->arena, to, &address, link, 0);
    if (str_is_empty(link) && media->kind.value != MEDIA_IMAGE) {
        inline_separate(c->arena, to, LINE_BREAK);
        inline_add_text(c->arena, to, &media->file, 0);
    }
    if (str_is_empty(words))
        return;
    inline_separate(c->arena, to, LINE_BREAK);
    inline_add(c->arena, to,
               str_format(c->arena, "%.*s%.*s",
                          STR_ARG(word_of(c, WORD_TRANSCRIPT)),
                          STR_ARG(word_of(c, WORD_COLON))),
               0);
    inline_add_link(c->arena, to, &transcript,
                    is_web ? words : (struct str){NULL, 0}, 0);
}

/* A picture for images, a QR code for what has an address. */
static void
add_media_block(const struct composer *c, struct block *section,
                const struct multimedia *media)
{
    bool is_image =
        media->kind.value == MEDIA_IMAGE && !str_is_empty(media->file.s);
    struct block *block =
        block_add(c->arena, section, is_image ? BLOCK_IMAGE : BLOCK_CODE);
    block->keep_whole = true;
    block->url = media->url.s;
    if (media->item.node)
        block->span = media->item.node->span;
    inline_add_link(c->arena, &block->title, &media->title, media->url.s, 0);
    inline_add(c->arena, &block->text, media_details(c, media), 0);
    add_addresses(c, &block->text, media);
    if (is_image) {
        block->file = media->file.s;
        block->file_span = media->file.node->span;
        block->alt = str_is_empty(media->alt.s) ? media->title.s : media->alt.s;
    } else if (!str_is_empty(media->url.s)) {
        block->alt = said(c, WORD_QR_CODE, words_url(media->url.s));
    }
    if (!is_image && media->thumbnail.node) {
        block->file = media->thumbnail.s;
        block->file_span = media->thumbnail.node->span;
        block->preview_alt =
            str_is_empty(media->alt.s) ? media->title.s : media->alt.s;
    }
    notes_add(c, section, (struct str){NULL, 0}, &media->item);
}

void
fill_multimedia(const struct composer *c, struct block *section)
{
    for (size_t i = 0; i < c->shown->multimedia.count; i++) {
        const struct multimedia *media = &c->shown->multimedia.at[i];
        if (!composes_resume(c)) {
            add_media_block(c, section, media);
        } else if (!str_is_empty(media->url.s)) {
            add_media_line(c, section, media);
            return;
        }
    }
}
