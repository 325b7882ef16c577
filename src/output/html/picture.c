/* Pictures as data in the page: a page of one file. */
#include "base/data_url.h"
#include "output/picture_file.h"
#include "writer.h"

bool
html_picture(struct html *h, const struct html_picture *picture)
{
    const struct picture_wish wish = {.file = picture->file,
                                      .span = picture->span,
                                      .width = picture->width,
                                      .height = picture->height,
                                      .fills = picture->fills};
    if (!picture->file.len)
        return false;
    struct picture_file file = picture_file_read(h->task, &wish);
    if (!file.bytes.len)
        return false;
    /* A pixel of a page is 3/4 pt. */
    const upt pixel = PT(72) / 96;
    html_markup(h, "<img");
    if (picture->class_name)
        html_attribute(h, "class", str_from(picture->class_name));
    html_attribute(h, "alt", picture->alt);
    int64_t width = file.shown_width / pixel + 1;
    int64_t height = file.shown_height / pixel + 1;
    buf_print(&h->out,
              " width=\"%lld\" height=\"%lld\"%s src=\"",
              (long long)width, (long long)height,
              picture->attributes ? picture->attributes : "");
    data_url_add(&h->out, file.type, file.bytes);
    html_markup(h, "\">\n");
    return true;
}
