#include "rendercv.h"

/* Keys that `cv` has in one of the versions; other tools use that name too. */
static const char *const cv_keys[] = {
    "sections", "name",       "social_networks", "headline",
    "label",    "email",      "website",         "custom_connections",
    "phone",    "photo",      "location",        "education",
    "summary",  "experience", "work_experience"};

int
rendercv_shape(const struct node *tree)
{
    const struct node *cv = node_get(tree, "cv");
    int sure = 0;
    if (!cv || cv->kind != NODE_MAP)
        return 0;
    for (size_t i = 0; i < sizeof cv_keys / sizeof *cv_keys; i++)
        sure += node_get(cv, cv_keys[i]) != NULL;
    return sure ? 50 + sure : 0;
}

void
rendercv_convert(struct conversion *c)
{
    struct rendercv r = {.c = c, .cv = foreign_get(c, c->foreign, "cv")};
    if (!r.cv)
        return;
    /* RenderCV takes a star at the beginning of a text for a star. */
    findings_set_severity(c->findings, CODE_X019, SEVERITY_HINT);
    rendercv_settings(&r);
    rendercv_head(&r);
    rendercv_sections(&r);
    /* Versions before 2.0 kept other keys of `cv`, for templates. */
    rendercv_put_rest(&r, native_map(c, c->native, "basics", r.cv), r.cv,
                      "basics");
}
