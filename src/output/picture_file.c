#include "output/picture_file.h"

#include "base/file.h"
#include "layout/image.h"
#include "load/yaml.h"

/* Coarser than this, dots are seen: pictures are shown no larger. */
#define LEAST_DOTS 150

static struct image *
read_picture(const struct output_task *task, const struct picture_wish *wish)
{
    struct image_source source = {.span = wish->span, .name = wish->file};
    struct file_error error = {.failed = true, .why = STR("no file is named")};
    if (task->files && wish->file.len)
        error = task->files->read(task->files->context, task->arena, wish->file,
                                  &source.bytes);
    if (!error.failed)
        return image_decode(task->arena, task->findings, &source);
    finding_help(finding_add(task->findings, CODE_X311, wish->span,
                             "The picture \"%.*s\" cannot be read: %.*s.",
                             STR_ARG(wish->file), STR_ARG(error.why)),
                 "its path counts from the folder of this file");
    return NULL;
}

static upt
at_least(upt length, upt least)
{
    return length < least ? least : length;
}

/* Inside the box, as large as its dots allow. */
static void
measure_within(struct picture_file *file, const struct image *image,
               const struct picture_wish *wish)
{
    upt width = PT(72) * (upt)image->width / LEAST_DOTS;
    if (width > wish->width)
        width = wish->width;
    upt height = upt_scale(width / 1000, image->height, image->width) * 1000;
    if (height > wish->height) {
        height = wish->height;
        width = upt_scale(height / 1000, image->width, image->height) * 1000;
    }
    /* A line of dots is still to be seen. */
    file->shown_width = at_least(width, PT(1));
    file->shown_height = at_least(height, PT(1));
}

struct picture_file
picture_file_read(const struct output_task *task,
                  const struct picture_wish *wish)
{
    struct picture_file file = {.shown_width = wish->width,
                                .shown_height = wish->height};
    struct image *image = read_picture(task, wish);
    if (!image)
        return file;
    if (!wish->fills)
        measure_within(&file, image, wish);
    image = image_fit(task->arena, image, file.shown_width, file.shown_height);
    image = image_upright(task->arena, image);
    bool is_jpeg = image->kind == IMAGE_JPEG;
    file.bytes = is_jpeg ? image->bytes : image_png(task->arena, image);
    file.type = is_jpeg ? "image/jpeg" : "image/png";
    file.ending = is_jpeg ? ".jpg" : ".png";
    file.width = image->width;
    file.height = image->height;
    return file;
}
