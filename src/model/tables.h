/* How the field tables are written, and the shapes they name. */
#ifndef MODEL_TABLES_H
#define MODEL_TABLES_H

#include "model/candidate.h"
#include "model/fields.h"

/* One value of FIELD_<kind> in member `m` of struct `s`. */
#define ONE(kind, s, m) .type = FIELD_##kind, .offset = offsetof(struct s, m)
/* A list of them. */
#define MANY(kind, s, m) ONE(kind, s, m), .is_list = true
/* A mapping, a list of mappings. */
#define MAP(of, s, m) ONE(MAP, s, m), .shape = &shape_##of
#define MAPS(of, s, m) MAP(of, s, m), .is_list = true
#define CHOICE(names, s, m)                                                    \
    ONE(CHOICE, s, m), .choices = (names), .choices_mean = (names##_mean)

extern const struct field_shape shape_adoption, shape_award, shape_basics,
    shape_benchmark, shape_career_break, shape_case_study, shape_certification,
    shape_compliance, shape_consent, shape_custom_entry, shape_custom_section,
    shape_development, shape_education, shape_experience, shape_highlight,
    shape_language, shape_layout, shape_letter, shape_lint, shape_location,
    shape_membership, shape_meta, shape_metric, shape_metric_point,
    shape_multimedia, shape_position, shape_profile, shape_publication,
    shape_recipient, shape_result, shape_scope, shape_setting,
    shape_settings_and_teams, shape_skill, shape_skills_options, shape_system,
    shape_team, shape_testimonial, shape_variant, shape_variant_bullets,
    shape_variant_pages, shape_volunteer, shape_work_sample;

#endif
