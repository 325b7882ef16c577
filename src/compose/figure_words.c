#include "figure_words.h"

static const struct figure_words english = {
    .lower_is_better = "lower is better",
    .higher_is_better = "higher is better",
    .before = "Before",
    .after = "After",
    .target = "target {1}",
    .median = "median {1}",
    .scale_begins = "the scale begins at {1}",
    .run = "{1} over time: from {2} in {3} to {4} in {5}, {6} measurements",
    .run_range = "lowest {1} in {2}, highest {3} in {4}",
    .run_medians = "median before {1}, after {2}",
    .and_earlier = "and {1} earlier",
    .career = "Career from {1} to {2}",
    .validity = "How long they hold",
    .validity_on = "How long the credentials hold, seen in {1}",
    .today = "today",
    .expires = "expires {1}",
    .expired = "expired {1}",
    .since = "since {1}",
    .expected = "expected {1}",
    .shown_by = "Evidence for each",
    .case_study = "1 case study",
    .case_studies = "{1} case studies",
    .work_sample = "1 work sample",
    .work_samples = "{1} work samples",
    .credential = "1 credential",
    .credentials = "{1} credentials",
    .record = "1 measured result",
    .records = "{1} measured results",
};

const struct figure_words *
figure_words(struct str language)
{
    (void)language; /* English only so far */
    return &english;
}

struct str
figure_words_fill(struct arena *arena, const char *template,
                  const struct str *texts, size_t count)
{
    struct buf out = buf_new(arena);
    for (const char *at = template; *at; at++) {
        size_t number = at[0] == '{' && at[1] && at[2] == '}'
                            ? (size_t)(at[1] - '1')
                            : count;
        if (number >= count) {
            buf_add_byte(&out, *at);
            continue;
        }
        buf_add(&out, texts[number]);
        at += 2;
    }
    return buf_str(&out);
}
