/* A107: files beside the file, and web addresses by their form alone. */
#include <stdlib.h>

#include "base/data_url.h"
#include "base/file.h"
#include "rule.h"

/* Something that a text names, and the bytes that name it. */
struct named {
    const struct check_text *text;
    size_t from, to;
    struct str name;
};

ATTR_PRINTF(4, 5)
static struct finding *
report(struct check *check, const struct named *named, enum severity most,
       const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct str reason = str_format_list(check->arena, format, args);
    va_end(args);
    struct finding *finding =
        check_on_text(check, CODE_A107, named->text, named->from, named->to,
                      "%.*s", STR_ARG(reason));
    if (finding->severity > most)
        finding->severity = most;
    return finding;
}

/* Only what stands in the source as it was read can be replaced. */
static void
offer(struct check *check, struct finding *finding, const struct named *named,
      struct str instead)
{
    finding_help(finding, "%s: %.*s", named->text->in.field->key,
                 STR_ARG(instead));
    struct span span =
        check_text_span(check, named->text, named->from, named->to);
    if (!str_equal(span_text(check->sources, span), named->name))
        return;
    finding->has_edit = true;
    finding->edit = (struct edit){span, instead};
}

static bool
starts_nocase(struct str s, const char *prefix)
{
    struct str wanted = str_from(prefix);
    return s.len >= wanted.len &&
           str_equal_nocase(str_slice(s, 0, wanted.len), wanted);
}

static bool
holds_nocase(struct str s, const char *words)
{
    struct str wanted = str_from(words);
    for (size_t at = 0; at + wanted.len <= s.len; at++)
        if (str_equal_nocase(str_slice(s, at, at + wanted.len), wanted))
            return true;
    return false;
}

static bool
is_web(struct str s)
{
    return starts_nocase(s, "https://") || starts_nocase(s, "http://");
}

/* ---- files ------------------------------------------------------------- */

static bool
is_this_machine(struct str path)
{
    bool drive = path.len > 2 && ascii_is_alpha(path.at[0]) &&
                 path.at[1] == ':' && (path.at[2] == '/' || path.at[2] == '\\');
    return drive || str_starts(path, STR("/")) || str_starts(path, STR("~")) ||
           str_starts(path, STR("\\\\")) || starts_nocase(path, "file:");
}

static bool
leaves_folder(struct str path)
{
    int depth = 0;
    while (path.len) {
        struct str part = str_cut(&path, '/');
        if (str_is(part, ".."))
            depth--;
        else if (part.len && !str_is(part, "."))
            depth++;
        if (depth < 0)
            return true;
    }
    return false;
}

/* The bytes are given back at once: only whether it is there counts. */
static bool
is_there(const struct check *check, struct str path, struct str *why)
{
    if (str_is_data_url(path)) /* the picture stands in the file itself */
        return true;
    struct str bytes;
    struct arena *arena = arena_new();
    struct file_error error =
        check->files->read(check->files->context, arena, path, &bytes);
    if (error.failed && why)
        *why = str_copy(check->arena, error.why);
    bool there = !error.failed || starts_nocase(error.why, "Larger");
    arena_free(arena);
    return there;
}

static struct str
with_bytes(struct arena *arena, struct str path, char old, char new)
{
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < path.len; i++)
        buf_add_byte(&out, path.at[i] == old ? new : path.at[i]);
    return buf_str(&out);
}

static struct str
with_case(struct arena *arena, struct str path, size_t from, bool upper)
{
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < path.len; i++)
        buf_add_byte(&out, i < from ? path.at[i]
                           : upper  ? ascii_upper(path.at[i])
                                    : ascii_lower(path.at[i]));
    return buf_str(&out);
}

/* "samples/map.pdf" for "samples/Map.pdf", or the other way. */
static struct str
with_capital(struct arena *arena, struct str path, size_t name)
{
    struct buf out = buf_new(arena);
    for (size_t i = 0; i < path.len; i++) {
        char c = path.at[i];
        buf_add_byte(&out, i != name             ? c
                           : c == ascii_upper(c) ? ascii_lower(c)
                                                 : ascii_upper(c));
    }
    return buf_str(&out);
}

static size_t
last_byte(struct str s, char byte)
{
    for (size_t i = s.len; i > 0; i--)
        if (s.at[i - 1] == byte)
            return i - 1;
    return SIZE_MAX;
}

/* How names go wrong: capital letters, marks between words, the folder. */
static struct str
similar_file(const struct check *check, struct str path)
{
    struct arena *arena = check->arena;
    size_t dot = last_byte(path, '.'), slash = last_byte(path, '/');
    size_t name = slash == SIZE_MAX ? 0 : slash + 1;
    size_t ending = dot == SIZE_MAX ? path.len : dot;
    struct str tries[] = {
        with_bytes(arena, path, '\\', '/'),
        with_case(arena, path, 0, false),
        with_capital(arena, path, name),
        with_case(arena, path, name, false),
        with_case(arena, path, ending, false),
        with_case(arena, path, ending, true),
        with_bytes(arena, path, ' ', '-'),
        with_bytes(arena, path, ' ', '_'),
        with_bytes(arena, path, '-', '_'),
        with_bytes(arena, path, '_', '-'),
        with_bytes(arena, path, '-', ' '),
        with_bytes(arena, path, '_', ' '),
        str_slice(path, name, path.len),
    };
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++)
        if (!str_equal(tries[i], path) && is_there(check, tries[i], NULL))
            return tries[i];
    return STR("");
}

static void
absent_file(struct check *check, const struct named *named, struct str why)
{
    struct str similar = similar_file(check, named->name);
    bool is_absent = starts_nocase(why, "No such file");
    struct finding *finding =
        report(check, named, SEVERITY_ERROR,
               is_absent ? "Fix the path: there is no file \"%.*s\"."
                         : "Fix the path: \"%.*s\" cannot be read (%.*s).",
               STR_ARG(named->name), STR_ARG(why));
    if (similar.len)
        offer(check, finding, named, similar);
    else
        finding_help(finding, "its path counts from the folder of this file");
}

static void
judge_file(struct check *check, const struct named *named)
{
    struct str path = named->name, why = STR("");
    if (is_this_machine(path)) {
        struct finding *finding =
            report(check, named, SEVERITY_ERROR,
                   "Fix the path: \"%.*s\" is a place on your machine only.",
                   STR_ARG(path));
        struct str clean = with_bytes(check->arena, path, '\\', '/');
        size_t slash = last_byte(clean, '/');
        finding_help(finding, "copy it beside this file: %s: samples/%.*s",
                     named->text->in.field->key,
                     STR_ARG(str_slice(clean, slash == SIZE_MAX ? 0 : slash + 1,
                                       clean.len)));
    } else if (leaves_folder(path)) {
        finding_help(report(check, named, SEVERITY_WARNING,
                            "Keep \"%.*s\" in a folder next to this file.",
                            STR_ARG(path)),
                     "what lies above it is left behind when the folder "
                     "moves");
    } else if (check->files && !is_there(check, path, &why)) {
        absent_file(check, named, why);
    }
}

/* ---- web addresses ------------------------------------------------------ */

static struct str
host_of(struct str url)
{
    size_t from = str_find(url, STR("//"), 0);
    from = from == SIZE_MAX ? 0 : from + 2;
    size_t to = from;
    while (to < url.len && url.at[to] != '/' && url.at[to] != ':' &&
           url.at[to] != '?' && url.at[to] != '#')
        to++;
    return str_slice(url, from, to);
}

static bool
is_in_house(struct str host)
{
    static const char *const endings[] = {".local", ".internal", ".intranet",
                                          ".lan",   ".corp",     NULL};
    static const char *const begins[] = {"localhost", "127.",      "10.",
                                         "192.168.",  "intranet.", NULL};
    for (size_t i = 0; endings[i]; i++)
        if (str_ends(host, str_from(endings[i])))
            return true;
    for (size_t i = 0; begins[i]; i++)
        if (starts_nocase(host, begins[i]))
            return true;
    return host.len && str_find_byte(host, '.', 0) == SIZE_MAX;
}

/* Addresses that open something else, or nothing, for everybody but the one
   who copied them. */
static const struct {
    const char *holds, *also, *reason, *help;
} private_pages[] = {
    {"linkedin.com/in/me/", "", "opens each reader's own page",
     "copy the address of your public profile"},
    {"linkedin.com/feed", "", "opens each reader's own page",
     "copy the address of your public profile"},
    {"docs.google.com/", "/edit", "opens for editing, often behind a sign-in",
     "share a PDF, or File > Share > Publish to web"},
    {"drive.google.com/drive/my-drive", "", "opens each reader's own drive",
     "copy the link of the file with Share > Anyone with the link"},
    {"drive.google.com/drive/u/", "/my-drive", "opens each reader's own drive",
     "copy the link of the file with Share > Anyone with the link"},
    {"dropbox.com/home", "", "opens your own folder, behind a sign-in",
     "copy a shared link: https://www.dropbox.com/s/..."},
    {"mail.google.com/", "", "opens each reader's own mail",
     "save the message as a file"},
};

static bool
is_private_page(struct check *check, const struct named *named)
{
    for (size_t i = 0; i < sizeof private_pages / sizeof *private_pages; i++) {
        if (!holds_nocase(named->name, private_pages[i].holds) ||
            !holds_nocase(named->name, private_pages[i].also))
            continue;
        struct finding *finding =
            report(check, named, SEVERITY_HINT, "Check the link; it %s.",
                   private_pages[i].reason);
        finding_help(finding, "%s", private_pages[i].help);
        return true;
    }
    return false;
}

static bool
is_template(struct str url)
{
    static const char *const hosts[] = {"example.com", "www.example.com",
                                        "yourwebsite.com",
                                        "www.yourwebsite.com", NULL};
    static const char *const names[] = {"/yourname",     "/your-name",
                                        "/yourusername", "/your-username",
                                        "/your-profile", NULL};
    struct str host = host_of(url);
    for (size_t i = 0; hosts[i]; i++)
        if (str_equal_nocase(host, str_from(hosts[i])))
            return true;
    for (size_t i = 0; names[i]; i++)
        if (holds_nocase(url, names[i]))
            return true;
    return false;
}

static void
judge_web(struct check *check, const struct named *named)
{
    struct str url = named->name;
    if (is_in_house(host_of(url))) {
        finding_help(report(check, named, SEVERITY_WARNING,
                            "Check the link; it opens on your own network "
                            "only."),
                     "attach a file, or link to a public page");
    } else if (is_template(url)) {
        finding_help(report(check, named, SEVERITY_HINT,
                            "Put your own address here; this one is from a "
                            "template."),
                     "or leave it out");
    } else if (is_private_page(check, named)) {
        return;
    } else if (starts_nocase(url, "http://")) {
        struct finding *finding =
            report(check, named, SEVERITY_WARNING,
                   "Write https; browsers warn of pages that are not "
                   "protected.");
        offer(check, finding, named,
              str_format(check->arena, "https://%.*s",
                         STR_ARG(str_slice(url, 7, url.len))));
    }
}

/* ---- fields ------------------------------------------------------------ */

static bool
is_work_sample(const struct check *check, struct str id)
{
    for (size_t i = 0; i < check->candidate->work_samples.count; i++)
        if (str_equal(check->candidate->work_samples.at[i].item.id.s, id))
            return true;
    return false;
}

/* "media/intro.md", and not "letter of the director, 2.5 pages". */
static bool
looks_like_file(struct str s)
{
    size_t dot = last_byte(s, '.');
    if (is_this_machine(s))
        return true;
    if (dot == SIZE_MAX || dot == 0 || s.len - dot < 3 || s.len - dot > 5 ||
        str_find_byte(s, ',', 0) != SIZE_MAX)
        return false;
    for (size_t i = dot + 1; i < s.len; i++)
        if (!ascii_is_alnum(s.at[i]))
            return false;
    return ascii_is_alpha(s.at[dot + 1]) && str_find(s, STR("www."), 0) != 0;
}

/* A file, a web address or the id of a sample: as it looks. */
static bool
may_be_either(struct str key)
{
    return str_is(key, "transcript") || str_is(key, "evidence");
}

static void
field(struct check *check, const struct check_text *text)
{
    struct str key = str_from(text->in.field->key);
    struct named named = {text, 0, text->plain.len, text->plain};
    if (text->in.prose)
        return;
    if (text->in.field->type == FIELD_PATH || may_be_either(key)) {
        if (is_web(named.name))
            judge_web(check, &named);
        else if (text->in.field->type == FIELD_PATH ||
                 (looks_like_file(named.name) &&
                  !is_work_sample(check, named.name)))
            judge_file(check, &named);
    } else if (text->in.field->type == FIELD_URL && is_web(named.name)) {
        judge_web(check, &named);
    }
}

/* ---- links in prose ----------------------------------------------------- */

static void
link_words(struct check *check, const struct named *named, struct str words)
{
    static const char *const empty[] = {"here",      "click here", "this link",
                                        "link",      "this",       "click",
                                        "read more", "more",       NULL};
    for (size_t i = 0; empty[i]; i++) {
        if (!str_equal_nocase(str_trim(words), str_from(empty[i])))
            continue;
        finding_help(report(check, named, SEVERITY_HINT,
                            "Name what the link opens instead of \"%.*s\".",
                            STR_ARG(words)),
                     "[downtime policy](https://...)");
        return;
    }
}

static void
judge_link(struct check *check, const struct named *named, struct str words)
{
    struct str url = named->name;
    link_words(check, named, words);
    /* The reader of prose has left out any other (X046). */
    if (is_web(url))
        judge_web(check, named);
}

static void
links(struct check *check, const struct check_text *text)
{
    const struct prose *prose = text->in.prose;
    if (!prose)
        return;
    for (size_t i = 0; i < prose->runs.count; i++) {
        const struct prose_run *run = &prose->runs.at[i];
        if (!run->url.len)
            continue;
        size_t to = run->to;
        while (i + 1 < prose->runs.count &&
               str_equal(prose->runs.at[i + 1].url, run->url))
            to = prose->runs.at[++i].to;
        struct named named = {text, run->from, to, run->url};
        judge_link(check, &named, str_slice(text->plain, run->from, to));
    }
}

static void
one_text(struct check *check, const struct check_text *text)
{
    if (text->in.entry && text->in.entry->is_private.value)
        return; /* nobody opens it */
    field(check, text);
    links(check, text);
}

/* ---- the same address twice --------------------------------------------- */

/* Without scheme, "www." and the last slash. */
static struct str
bare_address(struct str url)
{
    size_t from = str_find(url, STR("//"), 0);
    url = str_slice(url, from == SIZE_MAX ? 0 : from + 2, url.len);
    if (starts_nocase(url, "www."))
        url = str_slice(url, 4, url.len);
    if (str_ends(url, STR("/")))
        url = str_slice(url, 0, url.len - 1);
    return url;
}

/* Entries that are each a thing of its own; an employer's page, or the page
   where two certificates are verified, is rightly the same. */
static bool
is_own_page(const struct check_text *text)
{
    static const char *const lists[] = {
        "work_samples[", "multimedia[",      "publications[", "awards[",
        "case_studies[", "basics.profiles[", "development[",  NULL};
    if (text->in.field->type != FIELD_URL ||
        !str_is(str_from(text->in.field->key), "url"))
        return false;
    for (size_t i = 0; lists[i]; i++)
        if (str_starts(text->in.item->path, str_from(lists[i])))
            return true;
    return false;
}

struct address {
    struct str url, list;
    const struct check_text *text;
};

static int
compare_addresses(const void *a, const void *b)
{
    const struct address *first = a, *second = b;
    int order = str_compare(first->list, second->list);
    if (!order)
        order = str_compare(first->url, second->url);
    if (!order)
        order = (first->text > second->text) - (first->text < second->text);
    return order;
}

static void
same_address(struct check *check)
{
    LIST(struct address) all = {0};
    for (size_t i = 0; i < check->texts.count; i++) {
        const struct check_text *text = &check->texts.at[i];
        if (!(text->uses & TEXT_ADDRESS) || !is_own_page(text))
            continue;
        struct str path = text->in.item->path;
        *list_add(check->arena, &all) = (struct address){
            bare_address(text->plain),
            str_slice(path, 0, str_find_byte(path, '[', 0)), text};
    }
    if (all.count)
        qsort(all.at, all.count, sizeof *all.at, compare_addresses);
    for (size_t i = 1; i < all.count; i++) {
        const struct address *before = &all.at[i - 1], *here = &all.at[i];
        if (!str_equal(before->list, here->list) ||
            !str_equal(before->url, here->url))
            continue;
        struct named named = {here->text, 0, here->text->plain.len,
                              here->text->plain};
        finding_help(report(check, &named, SEVERITY_HINT,
                            "Check the link; %.*s has the same.",
                            STR_ARG(before->text->in.item->path)),
                     "one of the two may have been copied and not changed");
    }
}

/* ---- X314 --------------------------------------------------------------- */

/* Pages that shall be shown and cannot be drawn. */
static void
pages_of_pdf(struct check *check)
{
    const struct candidate *candidate = check->candidate;
    for (size_t i = 0; i < candidate->work_samples.count; i++) {
        const struct work_sample *sample = &candidate->work_samples.at[i];
        struct str file = sample->file.s;
        if (!sample->pages_shown.count || sample->images.count ||
            file.len < 4 ||
            !str_equal_nocase(str_slice(file, file.len - 4, file.len),
                              STR(".pdf")))
            continue;
        struct finding *finding =
            finding_add(check->findings, CODE_X314, sample->file.node->span,
                        "A PDF cannot be drawn; show pictures of its pages.");
        finding->path = sample->item.path;
        finding_help(finding,
                     "`pdftoppm -r 200 -png %.*s page`, then write: "
                     "images: [page-1.png]",
                     STR_ARG(file));
    }
}

const struct rule rules_links[] = {
    {.code = CODE_A107,
     .text = one_text,
     .uses = TEXT_ANY & ~TEXT_SILENT,
     .any_language = true},
    {.code = CODE_A107, .document = same_address, .any_language = true},
    {.code = CODE_X314, .document = pages_of_pdf, .any_language = true},
    {.document = NULL},
};
