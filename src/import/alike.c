/*
 * Files that are called like a resume or look like one from afar. Each row is
 * what only such files have; the first that fits says what it is.
 */
#include "convert.h"

#include "recognise.h"

/* Keys of the top level, or of a map in it ("metadata.template"); all of them
   have to be there. A key that begins with ! has to be absent. */
static const struct {
    const char *keys, *name;
} rows[] = {
    {"$schema properties", "a JSON Schema"},
    {"definitions properties", "a JSON Schema"},
    {"$defs", "a JSON Schema"},
    {"properties type title", "a JSON Schema"},
    {"basics sections metadata",
     "an export of Reactive Resume; export it there as JSON Resume"},
    {"data.basics data.sections",
     "an export of Reactive Resume; export it there as JSON Resume"},
    {"basics metadata.template", "an export of Reactive Resume; export it "
                                 "there as JSON Resume"},
    {"basics work metadata.typography",
     "an export of Reactive Resume; export it there as JSON Resume"},
    {"sections basics", "an export of Reactive Resume; export it there as "
                        "JSON Resume"},
    {"name version dependencies", "a package.json of a program"},
    {"name version devDependencies", "a package.json of a program"},
    {"name version scripts", "a package.json of a program"},
    {"lockfileVersion", "a package-lock.json of a program"},
    {"compilerOptions", "the settings of a compiler"},
    {"responsibilities qualifications",
     "a job posting; `dossier match FILE --job` reads it"},
    {"title company description !basics",
     "a job posting; `dossier match FILE --job` reads it"},
    {"@context @type", "data of a web page (JSON-LD)"},
    {"SkillsPassport", "a Europass file; export it there as text"},
    {"learnerInfo", "a Europass file; export it there as text"},
    {"profile.name workExperiences", "a file of OpenResume"},
    {"resume.profile settings", "a file of OpenResume"},
    {"Candidate", "a file of a recruiting system (HR-XML)"},
    {"CandidateProfile", "a file of a recruiting system (HR-XML)"},
    {"firstName lastName positions",
     "an export of LinkedIn; save the profile as PDF or text there"},
    {"profile positions educations",
     "an export of LinkedIn; save the profile as PDF or text there"},
    {"design !cv !basics", "a theme of RenderCV, without a person"},
    {"locale !cv !basics !content", "a locale of RenderCV, without a person"},
    {"settings !cv !basics !content",
     "the settings of RenderCV, without a person"},
    {"type features", "a map (GeoJSON)"},
    {"openapi", "the description of a web service (OpenAPI)"},
    {"swagger", "the description of a web service (OpenAPI)"},
    {"jobs on", "a workflow of a build server"},
    {"services version", "a file of containers"},
};

static const struct node *
get(const struct node *tree, struct str path)
{
    while (tree && path.len) {
        struct str key = str_cut(&path, '.');
        const struct node_pair *pair = node_find_pair(tree, key);
        tree = pair ? pair->value : NULL;
    }
    return tree;
}

static bool
fits(const struct node *tree, const char *keys)
{
    for (struct str rest = str_from(keys); rest.len;) {
        struct str key = str_cut(&rest, ' ');
        bool is_absent = str_starts(key, STR("!"));
        if (is_absent)
            key = str_slice(key, 1, key.len);
        if ((get(tree, key) != NULL) == is_absent)
            return false;
    }
    return true;
}

/* A list of maps: what its entries are, nobody can say. */
static const char *
name_of_list(const struct node *list)
{
    const struct node *first = list->items.count ? list->items.at[0] : NULL;
    if (!first)
        return "an empty list";
    if (first->kind != NODE_MAP)
        return "a list of texts or numbers";
    return node_get(first, "name") && node_get(first, "version")
               ? "a list of packages"
               : "a list of things";
}

const char *
alike_name(const struct node *tree)
{
    if (tree->kind == NODE_LIST)
        return name_of_list(tree);
    if (tree->kind != NODE_MAP)
        return NULL;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (fits(tree, rows[i].keys))
            return rows[i].name;
    return NULL;
}
