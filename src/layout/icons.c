#include "icons.h"

#include "base/bug.h"

/*
 * The drawings are our own and no one's trademark: what a network is for (a
 * branch for code, a hat for scholars, a cloud for the sky), or its letters.
 *
 * Each is written on a grid of 240 by 240, y downwards, in the letters of
 * path data: M and L with a point, H and V with one coordinate, C with three
 * points, Z; and two of our own: O with centre and both radii, R with the top
 * left corner, width, height and radius of the corners. `lines` are stroked,
 * `spots` are filled.
 */
struct icon {
    const char *lines, *spots;
};

#define GRID 240
#define LINE_WIDTH 19

#define BUBBLE                                                                 \
    "M60 30H180C204 30 220 46 220 70V130C220 154 204 170 180 170H112"          \
    "L64 212V170C38 170 20 154 20 130V70C20 46 36 30 60 30Z"

static const struct icon envelope = {"R20 48 200 144 18M30 64L120 134L210 64",
                                     ""};
static const struct icon phone = {
    "M70 22C60 18 50 22 44 30C28 48 26 64 32 86C48 142 98 192 154 208"
    "C176 214 192 212 210 196C218 190 220 180 216 172L180 146"
    "C172 141 162 143 156 150L144 164C116 152 90 126 78 98L91 85"
    "C98 78 100 69 96 61Z",
    ""};
static const struct icon pin = {
    "M120 222C120 222 44 152 44 96C44 53 78 20 120 20C162 20 196 53 196 96"
    "C196 152 120 222 120 222ZO120 96 28 28",
    ""};
static const struct icon globe = {"O120 120 98 98O120 120 42 98M22 120H218",
                                  ""};
static const struct icon chain = {
    "M100 78H66C42 78 24 96 24 120C24 144 42 162 66 162H100"
    "M140 78H174C198 78 216 96 216 120C216 144 198 162 174 162H140"
    "M84 120H156",
    ""};
static const struct icon letters_in = {
    "R22 22 196 196 30M74 108V170M114 170V108"
    "M114 134C114 116 126 106 141 106C158 106 168 116 168 134V170",
    "O74 75 13 13"};
static const struct icon branch = {
    "O70 54 25 25O70 186 25 25O174 78 25 25M70 79V161"
    "M174 103C174 142 70 116 70 161",
    ""};
static const struct icon merge = {
    "O70 54 25 25O70 186 25 25O174 150 25 25M70 79V161"
    "M70 79C72 122 106 150 149 150",
    ""};
static const struct icon letters_id = {
    "O120 120 98 98M84 98V166"
    "M114 98V166H132C158 166 172 152 172 132C172 112 158 98 132 98Z",
    "O84 70 11 11"};
static const struct icon hat = {
    "M120 48L226 102L120 156L14 102Z"
    "M62 128V180C62 202 178 202 178 180V128M226 102V170",
    ""};
static const struct icon flask = {
    "M90 24H150M104 24V94L44 190C35 206 44 216 62 216H178C196 216 205 206 "
    "196 190L136 94V24M74 150H166",
    ""};
static const struct icon bubble_m = {BUBBLE
                                     "M78 132V100C78 68 120 68 120 100V132"
                                     "M120 100C120 68 162 68 162 100V132",
                                     ""};
static const struct icon cross = {"M40 34L200 206M200 34L40 206", ""};
static const struct icon film = {"R16 48 208 144 36", "M98 86L158 120L98 154Z"};
static const struct icon camera = {
    "M46 66H76L94 34H146L164 66H194C210 66 220 76 220 92V182"
    "C220 198 210 208 194 208H46C30 208 20 198 20 182V92C20 76 30 66 46 66Z"
    "O120 134 40 40",
    ""};
static const struct icon plane = {
    "M220 26L18 106L94 140L126 216ZM94 140L220 26", ""};
static const struct icon bubble_lines = {BUBBLE "M70 82H170M70 120H136", ""};
static const struct icon layers = {
    "M120 28L220 78L120 128L20 78ZM20 122L120 172L220 122"
    "M20 166L120 216L220 166",
    ""};
static const struct icon reel = {
    "R26 26 188 188 18M78 26V214M162 26V214M26 88H78M26 152H78"
    "M162 88H214M162 152H214",
    ""};
static const struct icon code = {
    "M80 62L24 120L80 178M160 62L216 120L160 178M138 42L102 198", ""};
static const struct icon cloud = {
    "M70 192C40 192 18 170 18 143C18 117 36 98 60 94C64 62 92 40 124 40"
    "C158 40 184 63 190 97C210 102 222 120 222 143C222 171 202 192 174 192Z",
    ""};
static const struct icon bubble_up = {BUBBLE "M120 140V64M86 96L120 62L154 96",
                                      ""};
static const struct icon person = {
    "O120 76 46 46M30 214C30 166 70 148 120 148C170 148 210 166 210 214", ""};
static const struct icon page = {
    "M60 20H146L198 72V220H60C50 220 44 214 44 204V36C44 26 50 20 60 20Z"
    "M82 110H160M82 150H160",
    ""};

/* Names as people write them, small, without blanks, dots and hyphens. */
static const struct {
    struct str name;
    const struct icon *icon;
} icons[] = {
    {STR_INIT("email"), &envelope},
    {STR_INIT("phone"), &phone},
    {STR_INIT("location"), &pin},
    {STR_INIT("web"), &globe},
    {STR_INIT("linkedin"), &letters_in},
    {STR_INIT("github"), &branch},
    {STR_INIT("gitlab"), &merge},
    {STR_INIT("codeberg"), &branch},
    {STR_INIT("bitbucket"), &branch},
    {STR_INIT("orcid"), &letters_id},
    {STR_INIT("googlescholar"), &hat},
    {STR_INIT("scholar"), &hat},
    {STR_INIT("semanticscholar"), &hat},
    {STR_INIT("pubmed"), &hat},
    {STR_INIT("researchgate"), &flask},
    {STR_INIT("mastodon"), &bubble_m},
    {STR_INIT("x"), &cross},
    {STR_INIT("twitter"), &cross},
    {STR_INIT("xtwitter"), &cross},
    {STR_INIT("youtube"), &film},
    {STR_INIT("vimeo"), &film},
    {STR_INIT("instagram"), &camera},
    {STR_INIT("flickr"), &camera},
    {STR_INIT("telegram"), &plane},
    {STR_INIT("whatsapp"), &bubble_lines},
    {STR_INIT("signal"), &bubble_lines},
    {STR_INIT("stackoverflow"), &layers},
    {STR_INIT("imdb"), &reel},
    {STR_INIT("leetcode"), &code},
    {STR_INIT("hackerrank"), &code},
    {STR_INIT("codewars"), &code},
    {STR_INIT("bluesky"), &cloud},
    {STR_INIT("reddit"), &bubble_up},
    {STR_INIT("facebook"), &person},
    {STR_INIT("xing"), &person},
    {STR_INIT("doximity"), &person},
    {STR_INIT("medium"), &page},
    {STR_INIT("substack"), &page},
    {STR_INIT("blog"), &page},
    {STR_INIT("website"), &globe},
    {STR_INIT("homepage"), &globe},
};

static bool
is_name(struct str written, struct str name)
{
    size_t at = 0;
    for (size_t i = 0; i < written.len; i++) {
        char c = written.at[i];
        if (c == ' ' || c == '.' || c == '-' || c == '/' || c == '(' ||
            c == ')')
            continue;
        if (at == name.len || ascii_lower(c) != name.at[at])
            return false;
        at++;
    }
    return at == name.len;
}

const struct icon *
icon_find(struct str kind, struct str network)
{
    struct str name = str_is(kind, "profile") ? network : kind;
    if (str_ends(name, STR(".com")) || str_ends(name, STR(".org")))
        name = str_slice(name, 0, name.len - 4);
    for (size_t i = 0; i < sizeof icons / sizeof *icons; i++)
        if (is_name(name, icons[i].name))
            return icons[i].icon;
    return &chain;
}

/* ---- drawing ------------------------------------------------------------- */

/* Where the grid lies on the page. */
struct pen {
    struct arena *arena;
    const char *at;
    upt x, y, size;
    int64_t last_x, last_y; /* on the grid */
    LIST(uint8_t) verbs;
    LIST(upt) points;
};

static int64_t
next_number(struct pen *pen)
{
    int64_t value = 0;
    while (*pen->at == ' ')
        pen->at++;
    ENSURE(ascii_is_digit(*pen->at));
    while (ascii_is_digit(*pen->at))
        value = value * 10 + (*pen->at++ - '0');
    return value;
}

static void
add_point(struct pen *pen, int64_t x, int64_t y)
{
    pen->last_x = x;
    pen->last_y = y;
    *list_add(pen->arena, &pen->points) =
        pen->x + upt_scale(pen->size, x, GRID);
    *list_add(pen->arena, &pen->points) =
        pen->y + upt_scale(pen->size, y, GRID);
}

static void
add_verb(struct pen *pen, enum path_verb verb)
{
    *list_add(pen->arena, &pen->verbs) = (uint8_t)verb;
}

/* A quarter of an ellipse from where the pen is, towards the point; `flat`:
   it leaves across, else down or up. The handles are 0.552 of the radii. */
static void
add_quarter(struct pen *pen, int64_t x, int64_t y, bool flat)
{
    int64_t from_x = pen->last_x, from_y = pen->last_y;
    int64_t over = (x - from_x) * 552 / 1000, down = (y - from_y) * 552 / 1000;
    add_verb(pen, PATH_CURVE);
    add_point(pen, flat ? from_x + over : from_x,
              flat ? from_y : from_y + down);
    add_point(pen, flat ? x : x - over, flat ? y - down : y);
    add_point(pen, x, y);
}

static void
add_line(struct pen *pen, enum path_verb verb, int64_t x, int64_t y)
{
    add_verb(pen, verb);
    add_point(pen, x, y);
}

static void
add_ellipse(struct pen *pen)
{
    int64_t x = next_number(pen), y = next_number(pen);
    int64_t across = next_number(pen), down = next_number(pen);
    add_line(pen, PATH_MOVE, x, y - down);
    add_quarter(pen, x + across, y, true);
    add_quarter(pen, x, y + down, false);
    add_quarter(pen, x - across, y, true);
    add_quarter(pen, x, y - down, false);
    add_verb(pen, PATH_CLOSE);
}

static void
add_box(struct pen *pen)
{
    int64_t x = next_number(pen), y = next_number(pen);
    int64_t right = x + next_number(pen), bottom = y + next_number(pen);
    int64_t r = next_number(pen);
    add_line(pen, PATH_MOVE, x + r, y);
    add_line(pen, PATH_LINE, right - r, y);
    add_quarter(pen, right, y + r, true);
    add_line(pen, PATH_LINE, right, bottom - r);
    add_quarter(pen, right - r, bottom, false);
    add_line(pen, PATH_LINE, x + r, bottom);
    add_quarter(pen, x, bottom - r, true);
    add_line(pen, PATH_LINE, x, y + r);
    add_quarter(pen, x + r, y, false);
    add_verb(pen, PATH_CLOSE);
}

static void
add_points(struct pen *pen, enum path_verb verb, size_t count)
{
    add_verb(pen, verb);
    for (size_t i = 0; i < count; i++) {
        int64_t x = next_number(pen);
        add_point(pen, x, next_number(pen));
    }
}

static void
add_command(struct pen *pen)
{
    switch (*pen->at++) {
    case 'M':
        add_points(pen, PATH_MOVE, 1);
        return;
    case 'L':
        add_points(pen, PATH_LINE, 1);
        return;
    case 'C':
        add_points(pen, PATH_CURVE, 3);
        return;
    case 'H':
        add_line(pen, PATH_LINE, next_number(pen), pen->last_y);
        return;
    case 'V':
        add_line(pen, PATH_LINE, pen->last_x, next_number(pen));
        return;
    case 'O':
        add_ellipse(pen);
        return;
    case 'R':
        add_box(pen);
        return;
    case 'Z':
        add_verb(pen, PATH_CLOSE);
        return;
    default:
        BUG("a letter that no drawing has");
    }
}

static void
draw_part(struct flow *flow, const char *commands, const struct pen *place,
          struct tag *tag, struct path look)
{
    struct pen pen = *place;
    if (!*commands)
        return;
    pen.at = commands;
    while (*pen.at)
        add_command(&pen);
    struct mark *mark = flow_mark(flow);
    mark->kind = MARK_PATH;
    mark->tag = tag;
    mark->path = look;
    mark->path.verbs = pen.verbs.at;
    mark->path.verb_count = pen.verbs.count;
    mark->path.points = pen.points.at;
    mark->path.point_count = pen.points.count;
}

void
icon_draw(struct flow *flow, const struct icon *icon, struct tag *tag, upt x,
          upt y, upt size, rgb color)
{
    struct pen place = {.arena = flow->arena,
                        .x = flow_left(flow, x, size),
                        .y = y,
                        .size = size};
    draw_part(flow, icon->lines, &place, tag,
              (struct path){.stroke = true,
                            .stroke_color = color,
                            .stroke_width = upt_scale(size, LINE_WIDTH, GRID),
                            .round_caps = true});
    draw_part(flow, icon->spots, &place, tag,
              (struct path){.fill = true, .fill_color = color});
}
