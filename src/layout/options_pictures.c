/* Options of pictures: the portrait, logos, samples, QR codes. */
#include "option_rows.h"

static const char *const shapes[] = {"original", "square", "rounded", "circle",
                                     NULL};
/* In the order of enum photo_place; on a resume head.photo says "none". */
static const char *const head_places[] = {"start|left", "end|right", "above",
                                          NULL};
static const char *const cover_places[] = {"start|left", "end|right", "above",
                                           "none", NULL};
static const char *const levels[] = {"low", "medium", "quartile", "high", NULL};

static const struct option options[] = {
    BOOL("head.photo", head.photo, "no",
         "the portrait on the resume too, where it is usual"),
    CHOICE("head.photo_side", head.photo_side, "end", head_places,
           "where the portrait of a resume stands"),
    LENGTH("head.photo_width", head.photo_width, "1.1in", 24, 216,
           "width of the portrait of a resume"),
    LENGTH("head.photo_space", head.photo_space, "1.6em", 0, 72,
           "between the portrait and the words beside it"),
    CHOICE("head.photo_shape", head.photo_shape, "rounded", shapes,
           "shape of the portrait, on a title page too"),
    CHOICE("cover.photo", cover.photo, "end", cover_places,
           "where the portrait of the title page stands"),
    LENGTH("cover.photo_width", cover.photo_width, "1.55in", 24, 324,
           "width of the portrait of the title page"),

    LENGTH("picture.frame", picture.frame, "0.5pt", 0, 3,
           "line around the pages of samples; 0: none"),
    COUNT("picture.columns", picture.columns, "2", 1, 4,
          "most pages of a sample in a row"),
    COUNT("picture.height", picture.height, "40", 10, 90,
          "most of the page's height that a picture takes, per cent"),
    LENGTH("picture.preview", picture.preview, "1.5in", 36, 216,
           "width of the picture beside a film or talk"),
    LENGTH("picture.logo", picture.logo, "0", 0, 72,
           "height of the logos of employers, schools and issuers; 0: none"),

    LENGTH("code.size", code.size, "0.9in", 36, 216, "side of a QR code"),
    CHOICE("code.level", code.level, "medium", levels,
           "how much of a QR code may be damaged: 7, 15, 25 or 30 per cent"),
    BOOL("code.media", code.media, "yes",
         "a QR code beside films, talks and other media"),
    BOOL("code.head", code.head, "no",
         "a QR code of your web page in the head of the resume"),
    BOOL("code.cover", code.cover, "no",
         "a QR code of your web page on the title page"),
};

const struct option_group picture_options = GROUP(options);
