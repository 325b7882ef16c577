/* Pictures as data in the page: a page of one file. */
#include "output/picture_file.h"
#include "writer.h"

static void
add_base64(struct buf *out, struct str bytes)
{
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < bytes.len; i += 3) {
        size_t left = bytes.len - i;
        uint32_t three = (uint32_t)(uint8_t)bytes.at[i] << 16;
        if (left > 1)
            three |= (uint32_t)(uint8_t)bytes.at[i + 1] << 8;
        if (left > 2)
            three |= (uint8_t)bytes.at[i + 2];
        buf_add_byte(out, digits[three >> 18]);
        buf_add_byte(out, digits[three >> 12 & 63]);
        buf_add_byte(out, left > 1 ? digits[three >> 6 & 63] : '=');
        buf_add_byte(out, left > 2 ? digits[three & 63] : '=');
    }
}

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
    buf_add_text(&h->out, "<img");
    if (picture->class_name)
        html_attribute(h, "class", str_from(picture->class_name));
    html_attribute(h, "alt", picture->alt);
    int64_t width = file.shown_width / pixel + 1;
    int64_t height = file.shown_height / pixel + 1;
    buf_print(&h->out,
              " width=\"%lld\" height=\"%lld\"%s src=\"data:%s;base64,",
              (long long)width, (long long)height,
              picture->attributes ? picture->attributes : "", file.type);
    add_base64(&h->out, file.bytes);
    buf_add_text(&h->out, "\">\n");
    return true;
}
