/* C106, C110: letters behind the name are earned, backed and in order. */
#include "credentials.h"

/* ---- what stands behind letters --------------------------------------------
 */

struct backing {
    bool found;
    enum standing standing;
    const struct date *date; /* when it is expected; may be NULL */
    enum pack_postnominal group;
    enum degree_level level;
};

static bool
entry_backs(struct check *check, const struct held *held,
            const struct letters *letters, struct str key)
{
    const struct certification *entry = held->entry;
    if (held->known && held->known == letters->known)
        return true;
    return str_equal(squash(check->arena, entry->abbr.s), key) ||
           str_equal(squash(check->arena, entry->name.s), key) ||
           holds_word(entry->name.s, letters->s) ||
           holds_word(entry->abbr.s, letters->s) ||
           str_equal(initials(check->arena, entry->name.s), key);
}

/* "BS" and "Nursing" are BSN, "Master's" and "Health Administration" MHA. */
static bool
subject_makes(struct check *check, const struct learned *learned,
              struct str subject, struct str key)
{
    struct arena *arena = check->arena;
    struct str tail = initials(arena, subject);
    struct str whole = str_format(
        arena, "%.*s%.*s", STR_ARG(initials(arena, learned->entry->degree.s)),
        STR_ARG(tail));
    if (str_equal(whole, key))
        return true;
    for (size_t i = 0; i < learned->degrees.count; i++) {
        struct str abbr = squash(arena, pack_str(learned->degrees.at[i]->abbr));
        if (str_equal(
                str_format(arena, "%.*s%.*s", STR_ARG(abbr), STR_ARG(tail)),
                key))
            return true;
    }
    return false;
}

static bool
study_backs(struct check *check, const struct learned *learned,
            const struct letters *letters, struct str key)
{
    const struct education *entry = learned->entry;
    for (size_t i = 0; i < learned->degrees.count && letters->known; i++) {
        const struct pack_credential *degree = learned->degrees.at[i];
        /* "Doctorate" alone is whichever of them. */
        if (degree == letters->known ||
            (!degree->abbr.len && str_equal(pack_str(degree->level),
                                            pack_str(letters->known->level))))
            return true;
    }
    return str_equal(squash(check->arena, entry->degree.s), key) ||
           holds_word(entry->degree.s, letters->s) ||
           holds_word(entry->area.s, letters->s) ||
           holds_word(entry->honors.s, letters->s) ||
           subject_makes(check, learned, STR(""), key) ||
           subject_makes(check, learned, entry->area.s, key) ||
           subject_makes(check, learned, entry->concentration.s, key);
}

/* Named under memberships, awards, development or sections of one's own. */
static bool
named_elsewhere(const struct check *check, const struct letters *letters)
{
    static const char *const sections[] = {"memberships", "awards",
                                           "development", "custom", NULL};
    for (size_t i = 0; i < check->texts.count; i++) {
        const struct check_text *text = &check->texts.at[i];
        for (size_t s = 0; sections[s]; s++)
            if (str_starts(text->in.item->path, str_from(sections[s])) &&
                holds_word(text->plain, letters->s))
                return true;
    }
    return false;
}

static enum pack_postnominal
group_of(const struct held *held)
{
    static const char *const licenses[] = {"license", "licence", "licensed",
                                           "registered", NULL};
    if (held->known && held->known->order)
        return held->known->order;
    if (holds_any(held->entry->name.s, licenses))
        return POSTNOMINAL_LICENSE;
    if (str_starts(held->entry->name.s, STR("Fellow")))
        return POSTNOMINAL_FELLOWSHIP;
    return POSTNOMINAL_CERTIFICATION;
}

/* What is held speaks before what is to come. */
static void
take(struct backing *backing, struct backing other)
{
    if (!backing->found || other.standing == STANDING_HELD)
        *backing = other;
}

/* First by what the list knows, which is cheap and mostly enough; else by the
   letters as they are written. */
static bool
is_same(const struct pack_credential *one, const struct letters *letters)
{
    return one && one == letters->known;
}

static void
look_in_studies(struct check *check, const struct letters *letters,
                struct str key, bool deep, struct backing *backing)
{
    const struct credentials *all = check_credentials(check);
    for (size_t i = 0; i < all->learned.count; i++) {
        const struct learned *learned = &all->learned.at[i];
        const struct education *entry = learned->entry;
        bool backs = false;
        for (size_t d = 0; d < learned->degrees.count; d++)
            backs = backs || is_same(learned->degrees.at[d], letters);
        if (!backs && deep)
            backs = study_backs(check, learned, letters, key);
        if (backs)
            take(backing,
                 (struct backing){true, learned->standing,
                                  entry->expected.year ? &entry->expected
                                                       : &entry->end_date,
                                  POSTNOMINAL_DEGREE, learned->level});
    }
}

static void
look_in_entries(struct check *check, const struct letters *letters,
                struct str key, bool deep, struct backing *backing)
{
    const struct credentials *all = check_credentials(check);
    for (size_t i = 0; i < all->held.count; i++) {
        const struct held *held = &all->held.at[i];
        const struct certification *entry = held->entry;
        if (is_same(held->known, letters) ||
            (deep && entry_backs(check, held, letters, key)))
            take(backing,
                 (struct backing){true, held->standing,
                                  entry->expected.year ? &entry->expected
                                                       : &entry->issued,
                                  group_of(held), DEGREE_UNKNOWN});
    }
}

static struct backing
backing_of(struct check *check, const struct letters *letters)
{
    struct backing backing = {.found = false};
    struct str key = squash(check->arena, letters->s);
    for (int deep = 0; deep < 2; deep++) {
        if (backing.found && backing.standing == STANDING_HELD)
            break;
        look_in_studies(check, letters, key, deep, &backing);
        look_in_entries(check, letters, key, deep, &backing);
    }
    if (!backing.found && named_elsewhere(check, letters))
        backing = (struct backing){.found = true};
    if (letters->known && letters->known->order) {
        backing.group = letters->known->order;
        backing.level = degree_level(pack_str(letters->known->level));
    }
    return backing;
}

/* ---- findings --------------------------------------------------------------
 */

static struct span
letters_span(const struct check *check, const struct letters *letters)
{
    const struct node *node = letters->text->node;
    return node ? node_text_span(check->sources, node, letters->from,
                                 letters->to)
                : SPAN_NONE;
}

static struct finding *
on_letters(struct check *check, enum code code, const struct letters *letters,
           struct str message)
{
    struct finding *finding =
        finding_add(check->findings, code, letters_span(check, letters), "%.*s",
                    STR_ARG(message));
    finding->path = letters->item == SIZE_MAX
                        ? STR("basics.name")
                        : str_format(check->arena, "basics.post_nominals[%zu]",
                                     letters->item);
    return finding;
}

/* ---- edits of the list -----------------------------------------------------
 */

static const struct node *
item_node(const struct check *check, size_t i)
{
    return check->candidate->basics.post_nominals.at[i].node;
}

/* What stands between items i and i + 1; empty when it must not be moved. */
static struct str
between(const struct check *check, size_t i)
{
    struct span left = item_node(check, i)->span;
    struct span right = item_node(check, i + 1)->span;
    if (left.source != right.source || left.to > right.from)
        return STR("");
    struct str text = span_text(
        check->sources, (struct span){left.source, left.to, right.from});
    return str_find_byte(text, '#', 0) == SIZE_MAX ? text : STR("");
}

static bool
is_movable(const struct check *check)
{
    size_t count = check->candidate->basics.post_nominals.count;
    for (size_t i = 0; i < count; i++)
        if (!item_node(check, i) || span_is_none(item_node(check, i)->span))
            return false;
    for (size_t i = 0; i + 1 < count; i++)
        if (!between(check, i).len)
            return false;
    return count > 1;
}

static void
offer_removal(const struct check *check, struct finding *finding, size_t item)
{
    const text_list *list = &check->candidate->basics.post_nominals;
    if (!is_movable(check) ||
        str_find_byte(list->at[item].s, ',', 0) != SIZE_MAX)
        return;
    struct span span = item_node(check, item)->span;
    if (item + 1 < list->count)
        span.to = item_node(check, item + 1)->span.from;
    else
        span.from = item_node(check, item - 1)->span.to;
    finding->has_edit = finding->edit_is_safe = true;
    finding->edit = (struct edit){span, STR("")};
}

/* Items are put between the signs that part them now, so that a list in
   brackets stays one and a list of lines as well. */
static void
offer_order(const struct check *check, struct finding *finding,
            const size_t *order)
{
    size_t count = check->candidate->basics.post_nominals.count;
    struct buf out = buf_new(check->arena);
    if (!is_movable(check))
        return;
    for (size_t i = 0; i < count; i++) {
        buf_add(&out,
                span_text(check->sources, item_node(check, order[i])->span));
        if (i + 1 < count)
            buf_add(&out, between(check, i));
    }
    struct span span = item_node(check, 0)->span;
    span.to = item_node(check, count - 1)->span.to;
    finding->has_edit = finding->edit_is_safe = true;
    finding->edit = (struct edit){span, buf_str(&out)};
}

/* ---- C106 ------------------------------------------------------------------
 */

void
credentials_not_yet(struct check *check)
{
    const struct credentials *all = check_credentials(check);
    for (size_t i = 0; i < all->letters.count; i++) {
        const struct letters *letters = &all->letters.at[i];
        struct backing backing = backing_of(check, letters);
        if (letters->marked || !backing.found ||
            backing.standing != STANDING_COMING)
            continue;
        struct str when = backing.date && backing.date->year
                              ? str_format(check->arena, " (%.*s)",
                                           STR_ARG(backing.date->typed.s))
                              : STR("");
        struct finding *finding =
            on_letters(check, CODE_C106, letters,
                       str_format(check->arena,
                                  "Take %.*s off the name until it is "
                                  "earned%.*s.",
                                  STR_ARG(letters->s), STR_ARG(when)));
        finding_help(finding, "its entry below says that it is in progress");
        if (letters->item != SIZE_MAX)
            offer_removal(check, finding, letters->item);
    }
}

/* ---- C110 ------------------------------------------------------------------
 */

static void
unsupported(struct check *check, const struct letters *letters,
            const struct backing *backing)
{
    const struct candidate *candidate = check->candidate;
    if (letters->marked || backing->standing == STANDING_COMING)
        return; /* C106 */
    if (backing->found && backing->standing == STANDING_ENDED) {
        (void)on_letters(check, CODE_C110, letters,
                         str_format(check->arena,
                                    "Take %.*s off the name: its entry below "
                                    "says that it has ended.",
                                    STR_ARG(letters->s)));
        return;
    }
    const struct pack_name *name = pack_known_name(check->pack, letters->s);
    if (backing->found || (name && name->kind == PACK_NAME_MEMBERSHIP) ||
        (!candidate->education.count && !candidate->certifications.count))
        return; /* C108; S103 and S104 */
    bool degree =
        letters->known && str_is(pack_str(letters->known->kind), "degree");
    if (degree && !candidate->education.count)
        return; /* S103 */
    struct finding *finding = on_letters(
        check, CODE_C110, letters,
        str_format(check->arena, "Back %.*s: no %s below stands for it.",
                   STR_ARG(letters->s),
                   degree ? "degree" : "degree or certification"));
    if (degree)
        finding_help(finding, "education: [{institution: ..., degree: %.*s}]",
                     STR_ARG(pack_str(letters->known->name)));
    else if (letters->known)
        finding_help(finding, "certifications: [{name: %.*s, abbr: %.*s}]",
                     STR_ARG(pack_str(letters->known->name)),
                     STR_ARG(letters->s));
    else
        finding_help(finding, "certifications: [{name: ..., abbr: %.*s}]",
                     STR_ARG(letters->s));
}

/* Groups first; among degrees the highest. 0: nobody knows. Fellowships stand
   before certifications as often as behind them. */
static int
rank_of(const struct backing *backing)
{
    if (backing->group == POSTNOMINAL_FELLOWSHIP)
        return POSTNOMINAL_CERTIFICATION * 10;
    int level = backing->group == POSTNOMINAL_DEGREE
                    ? DEGREE_DOCTOR - (int)backing->level
                    : 0;
    if (backing->group == POSTNOMINAL_DEGREE &&
        backing->level == DEGREE_UNKNOWN)
        level = 0;
    return backing->group ? (int)backing->group * 10 + level : 0;
}

#define LETTERS_MOST 24

/* The letters of one place, the name or the list, with their ranks. */
struct row {
    const struct letters *at[LETTERS_MOST];
    int ranks[LETTERS_MOST];
    size_t order[LETTERS_MOST];
    size_t count;
    bool is_name, is_guess;
};

/* What nobody knows stays behind its neighbour. */
static void
add_to_row(struct row *row, const struct letters *letters, int rank)
{
    if (row->count == LETTERS_MOST)
        return;
    if (!rank) {
        row->is_guess = true;
        rank = row->count ? row->ranks[row->count - 1] : 0;
    }
    row->at[row->count] = letters;
    row->ranks[row->count] = rank;
    row->order[row->count] = row->count;
    row->count++;
}

static bool
sort_row(struct row *row)
{
    bool moved = false;
    for (size_t i = 1; i < row->count; i++)
        for (size_t j = i; j > 0; j--) {
            size_t a = row->order[j - 1], b = row->order[j];
            if (row->ranks[a] <= row->ranks[b])
                break;
            row->order[j - 1] = b;
            row->order[j] = a;
            moved = true;
        }
    return moved;
}

static struct span
row_span(const struct check *check, const struct row *row)
{
    struct span span = letters_span(check, row->at[0]);
    struct span last = letters_span(check, row->at[row->count - 1]);
    if (last.source == span.source && last.to > span.to)
        span.to = last.to;
    return span;
}

static void
out_of_order(struct check *check, struct row *row)
{
    struct buf list = buf_new(check->arena);
    if (row->count < 2 || !sort_row(row))
        return;
    for (size_t i = 0; i < row->count; i++)
        buf_print(&list, "%s%.*s", i ? ", " : "",
                  STR_ARG(row->at[row->order[i]]->s));
    struct finding *finding = finding_add(
        check->findings, CODE_C110, row_span(check, row),
        "Order the letters after the name: %.*s.", STR_ARG(buf_str(&list)));
    finding->path =
        row->is_name ? STR("basics.name") : STR("basics.post_nominals");
    finding_help(finding, "degrees, licenses, state designations, "
                          "certifications and fellowships");
    size_t items = check->candidate->basics.post_nominals.count;
    if (!row->is_name && !row->is_guess && items == row->count &&
        !check_has_finding(check, CODE_C106) &&
        !check_has_finding(check, CODE_C102))
        offer_order(check, finding, row->order);
}

static void
too_many(struct check *check, const struct row *row)
{
    double most = check_param(check, CODE_C110, "max_letters");
    if (!row->count || (double)row->count <= most)
        return;
    struct finding *finding = finding_add(
        check->findings, CODE_C110, row_span(check, row),
        "Keep %d of the %zu letters after the name.", (int)most, row->count);
    finding->path =
        row->is_name ? STR("basics.name") : STR("basics.post_nominals");
    finding_help(finding, "the highest degree, the license, and what this "
                          "role asks for");
}

static void
said_twice(struct check *check, const struct row *name, const struct row *list)
{
    for (size_t i = 0; i < name->count; i++)
        for (size_t j = 0; j < list->count; j++)
            if (str_equal(squash(check->arena, name->at[i]->s),
                          squash(check->arena, list->at[j]->s))) {
                (void)on_letters(check, CODE_C110, name->at[i],
                                 str_format(check->arena,
                                            "Take %.*s out of basics.name; "
                                            "post_nominals print it.",
                                            STR_ARG(name->at[i]->s)));
                break;
            }
}

void
credentials_letters(struct check *check)
{
    const struct credentials *all = check_credentials(check);
    struct row name = {.is_name = true}, list = {.is_name = false};
    for (size_t i = 0; i < all->letters.count; i++) {
        const struct letters *letters = &all->letters.at[i];
        struct backing backing = backing_of(check, letters);
        unsupported(check, letters, &backing);
        add_to_row(letters->item == SIZE_MAX ? &name : &list, letters,
                   rank_of(&backing));
    }
    out_of_order(check, &name);
    out_of_order(check, &list);
    too_many(check, list.count ? &list : &name);
    said_twice(check, &name, &list);
}
