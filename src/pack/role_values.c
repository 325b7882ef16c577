/* Values of a role file. */
#include "role_reading.h"

/* More is no list of a post. */
#define ITEMS_MOST 100
#define YEARS_MOST 60
#define PAGES_MOST 60
#define CASES_MOST 30

bool
role_says_nothing(const struct node *node)
{
    return !node || node->is_null ||
           (node->kind == NODE_SCALAR && !str_trim(node->text).len);
}

static void
refuse(struct role_reading *reading, const char *key, const struct node *node,
       const char *expected)
{
    struct finding *finding;
    if (node->kind == NODE_SCALAR)
        finding = finding_add(reading->findings, CODE_X253, node->span,
                              "\"%s\" cannot be \"%.*s\".", key,
                              STR_ARG(str_trim(node->text)));
    else
        finding = finding_add(reading->findings, CODE_X253, node->span,
                              "\"%s\" cannot be a %s like this.", key,
                              node->kind == NODE_LIST ? "list" : "map");
    finding_help(finding, "write %s", expected);
}

void
role_report_unknown(struct role_reading *reading, const char *kind,
                    const struct node *node, struct str near, const char *where)
{
    struct finding *finding = finding_add(
        reading->findings, CODE_X252, node->span, "There is no %s \"%.*s\".",
        kind, STR_ARG(str_trim(node->text)));
    if (near.len)
        finding_help(finding, "did you mean \"%.*s\"?", STR_ARG(near));
    finding_help(finding, "%s", where);
}

/* ---- words --------------------------------------------------------------- */

void
role_read_word(struct role_reading *reading, const char *key,
               const struct node *node, struct str *word)
{
    if (role_says_nothing(node))
        return;
    if (node->kind != NODE_SCALAR)
        refuse(reading, key, node, "one text");
    else
        *word = str_trim(node->text);
}

void
role_read_list(struct role_reading *reading, const char *key,
               const struct node *node, node_list *nodes)
{
    if (node->kind == NODE_LIST && node->items.count > ITEMS_MOST) {
        struct finding *finding =
            finding_add(reading->findings, CODE_X253, node->span,
                        "\"%s\" has %zu entries.", key, node->items.count);
        finding_help(finding, "name the first hundred, the rest is not read");
    }
    if (node->kind != NODE_LIST) {
        *list_add(reading->arena, nodes) = node;
        return;
    }
    for (size_t i = 0; i < node->items.count && i < ITEMS_MOST; i++)
        if (!role_says_nothing(node->items.at[i]))
            *list_add(reading->arena, nodes) = node->items.at[i];
}

void
role_read_words(struct role_reading *reading, const char *key,
                const struct node *node, struct pack_list *words)
{
    node_list nodes = {0};
    word_list list = {0};
    if (role_says_nothing(node))
        return;
    role_read_list(reading, key, node, &nodes);
    for (size_t i = 0; i < nodes.count; i++) {
        struct str word = {NULL, 0};
        role_read_word(reading, key, nodes.at[i], &word);
        if (word.len)
            *list_add(reading->arena, &list) = word;
    }
    *words = pack_list_of(list.at, list.count);
}

void
role_read_choice(struct role_reading *reading, const char *key,
                 const struct node *node, const char *const *choices,
                 struct str *word)
{
    struct str typed = {NULL, 0};
    struct buf list = buf_new(reading->arena);
    buf_add_text(&list, "one of ");
    role_read_word(reading, key, node, &typed);
    for (size_t i = 0; choices[i]; i++) {
        if (str_equal_nocase(typed, str_from(choices[i]))) {
            *word = str_from(choices[i]);
            return;
        }
        buf_print(&list, "%s%s", i ? ", " : "", choices[i]);
    }
    if (typed.len)
        refuse(reading, key, node,
               str_terminated(reading->arena, buf_str(&list)));
}

static const char *const degrees[] = {"none",   "associate", "bachelor",
                                      "master", "doctor",    NULL};

void
role_read_degree(struct role_reading *reading, const char *key,
                 const struct node *node, struct str *degree)
{
    const struct pack_credential *known = NULL;
    if (node && node->kind == NODE_SCALAR)
        known = pack_credential(reading->pack, str_trim(node->text));
    for (size_t i = 0; known && degrees[i]; i++)
        if (str_is(pack_str(known->level), degrees[i])) {
            *degree = pack_str(known->level);
            return;
        }
    role_read_choice(reading, key, node, degrees, degree);
}

/* ---- numbers ------------------------------------------------------------- */

static bool
is_number(struct str text, int most, int *number)
{
    uint64_t value;
    if (!str_to_u64(str_trim(text), &value) || value > (uint64_t)most)
        return false;
    *number = (int)value;
    return true;
}

/* Of "[10, null]" and "[10, ]" the end is open. */
static bool
read_end(const struct node *node, int most, int *number)
{
    *number = 0;
    if (node->is_null ||
        (node->kind == NODE_SCALAR && str_equal_nocase(node->text, STR("any"))))
        return true;
    return node->kind == NODE_SCALAR && is_number(node->text, most, number);
}

/* "2-8", also with an en dash; "8" is at most. */
static bool
read_text_range(struct str text, int most, struct pack_range *range)
{
    static const struct str dashes[] = {STR_INIT("\xe2\x80\x93"),
                                        STR_INIT("-")};
    if (is_number(text, most, &range->max))
        return true;
    for (size_t d = 0; d < sizeof dashes / sizeof *dashes; d++) {
        size_t at = str_find(text, dashes[d], 0);
        if (at != SIZE_MAX)
            return is_number(str_slice(text, 0, at), most, &range->min) &&
                   is_number(str_slice(text, at + dashes[d].len, text.len),
                             most, &range->max);
    }
    return false;
}

static bool
read_range(const struct node *node, int most, struct pack_range *range)
{
    struct pack_range read = {0, 0};
    if (node->kind == NODE_LIST) {
        if (node->items.count < 1 || node->items.count > 2 ||
            !read_end(node->items.at[0], most, &read.min) ||
            (node->items.count == 2 &&
             !read_end(node->items.at[1], most, &read.max)))
            return false;
    } else if (node->kind != NODE_SCALAR ||
               !read_text_range(str_trim(node->text), most, &read)) {
        return false;
    }
    if (read.max && read.max < read.min)
        return false;
    *range = read;
    return true;
}

void
role_read_years(struct role_reading *reading, const struct node *node,
                struct pack_range *range)
{
    int least;
    if (role_says_nothing(node))
        return;
    struct str text = node->kind == NODE_SCALAR ? str_trim(node->text)
                                                : (struct str){NULL, 0};
    if (str_ends(text, STR("+")))
        text.len--;
    if (text.len && is_number(text, YEARS_MOST, &least))
        *range = (struct pack_range){least, 0};
    else if (!read_range(node, YEARS_MOST, range))
        refuse(reading, "experience_years", node,
               "from and to, as [2, 8], or [10, null] without an end");
}

void
role_read_pages(struct role_reading *reading, const char *key,
                const struct node *node, struct pack_range *range)
{
    struct pack_range read;
    if (role_says_nothing(node))
        return;
    if (!read_range(node, PAGES_MOST, &read) || !read.max) {
        refuse(reading, key, node, "from and to, as [1, 2]");
        return;
    }
    read.min = read.min ? read.min : 1;
    *range = read;
}

void
role_read_count(struct role_reading *reading, const char *key,
                const struct node *node, int *count)
{
    if (role_says_nothing(node))
        return;
    if (node->kind != NODE_SCALAR || !is_number(node->text, CASES_MOST, count))
        refuse(reading, key, node, "a number, as 3");
}

/* "0.45" is 450, "45" and "45%" are 45000. */
static bool
is_share(struct str text, int *thousandths)
{
    int value = 0, digits = 0, places = -1;
    if (str_ends(text, STR("%")))
        text = str_trim(str_slice(text, 0, text.len - 1));
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        if (c == '.' && places < 0) {
            places = 0;
            continue;
        }
        if (!ascii_is_digit(c) || digits == 6)
            return false;
        if (places < 3) /* more says nothing */
            value = value * 10 + (c - '0');
        digits++;
        places += places >= 0 && places < 3;
    }
    for (int i = places < 0 ? 0 : places; i < 3; i++)
        value *= 10;
    *thousandths = value;
    return digits > 0 && value <= 100000;
}

void
role_read_share(struct role_reading *reading, const char *key,
                const struct node *node, int *thousandths)
{
    if (role_says_nothing(node))
        return;
    if (node->kind != NODE_SCALAR ||
        !is_share(str_trim(node->text), thousandths))
        refuse(reading, key, node, "a part of one, as 0.35");
}
