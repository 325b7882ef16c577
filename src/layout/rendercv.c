#include "rendercv.h"

#include <string.h>

#define RULES                                                                  \
    "with_partial_line is {rule: beside, rule_level: baseline}, "              \
    "with_full_line {rule: below}, without_line {rule: none}, moderncv "       \
    "{rule: bar}; with centered_ also {alignment: center}"
#define PARTS                                                                  \
    "the lines before SUMMARY and HIGHLIGHTS, in small letters and braces"

const struct rendercv_option rendercv_options[] = {
    {"page.size", "page", "us-letter and us-executive are read as well"},
    {"page.top_margin", "margins.top", NULL},
    {"page.bottom_margin", "margins.bottom", NULL},
    {"page.left_margin", "margins.left", NULL},
    {"page.right_margin", "margins.right", NULL},
    {"page.show_footer", "footer.pages", "true is all, false is none"},
    {"page.show_top_note", "top_note.text", "empty for none"},

    {"colors.body", "colors.text", NULL},
    {"colors.name", "text.name.color", NULL},
    {"colors.headline", "text.headline.color", NULL},
    {"colors.connections", "text.contact.color", NULL},
    {"colors.section_titles", "text.section.color",
     "or `accent`, for titles and figures"},
    {"colors.links", "colors.link", NULL},
    {"colors.footer", "text.footer.color", NULL},
    {"colors.top_note", "text.top_note.color", NULL},

    {"typography.line_spacing", "text.body.leading",
     "from baseline to baseline: 0.6em between lines is about 1.3"},
    {"typography.alignment", "setting, hyphenate",
     "left is ragged; justified-with-no-hyphenation is justified with "
     "hyphenate: no"},
    {"typography.date_and_location_column_alignment", "entry.date_alignment",
     NULL},
    {"typography.font_family", "fonts", "one family for all"},
    {"typography.font_family.body", "fonts.body", NULL},
    {"typography.font_family.name", "text.name.font", NULL},
    {"typography.font_family.headline", "text.headline.font", NULL},
    {"typography.font_family.connections", "text.contact.font", NULL},
    {"typography.font_family.section_titles", "text.section.font", NULL},
    {"typography.font_size.body", "font_size", NULL},
    {"typography.font_size.name", "text.name.size", NULL},
    {"typography.font_size.headline", "text.headline.size", NULL},
    {"typography.font_size.connections", "text.contact.size", NULL},
    {"typography.font_size.section_titles", "text.section.size", NULL},
    {"typography.small_caps.name", "text.name.case",
     "true is small_caps, false is as_typed"},
    {"typography.small_caps.headline", "text.headline.case",
     "true is small_caps, false is as_typed"},
    {"typography.small_caps.connections", "text.contact.case",
     "true is small_caps, false is as_typed"},
    {"typography.small_caps.section_titles", "text.section.case",
     "true is small_caps, false is as_typed"},
    {"typography.bold.name", "text.name.weight",
     "true is bold, false is regular"},
    {"typography.bold.headline", "text.headline.weight",
     "true is bold, false is regular"},
    {"typography.bold.connections", "text.contact.weight",
     "true is bold, false is regular"},
    {"typography.bold.section_titles", "text.section.weight",
     "true is bold, false is regular"},

    {"links.underline", "links.underline", NULL},
    {"links.show_external_link_icon", "links.mark", "true is \"↗\""},

    {"header.alignment", "head.alignment", NULL},
    {"header.photo_width", "head.photo_width", NULL},
    {"header.photo_position", "head.photo_side", NULL},
    {"header.photo_space_left", "head.photo_space", NULL},
    {"header.photo_space_right", "head.photo_space", NULL},
    {"header.space_below_name", "head.name_space", NULL},
    {"header.space_below_headline", "head.headline_space", NULL},
    {"header.space_below_connections", "head.below", NULL},
    {"header.connections.phone_number_format", "head.phone", NULL},
    {"header.connections.hyperlink", "head.links", NULL},
    {"header.connections.show_icons", "head.icons", NULL},
    {"header.connections.display_urls_instead_of_usernames", "head.profiles",
     "true is address, false is username"},
    {"header.connections.separator", "head.separator", NULL},
    {"header.connections.space_between_connections", "head.contact_gap", NULL},

    {"section_titles.type",
     "section.rule, section.alignment, section.rule_level", RULES},
    {"section_titles.line_thickness", "section.rule_width", NULL},
    {"section_titles.space_above", "space.section", NULL},
    {"section_titles.space_below", "space.section_title", NULL},

    {"sections.allow_page_break", "section.allow_page_break", NULL},
    {"sections.space_between_regular_entries", "space.entry", NULL},
    {"sections.space_between_text_based_entries", "space.item", NULL},
    {"sections.show_time_spans_in", "dates.show_span_in", NULL},

    {"entries.date_and_location_width", "entry.date_width", NULL},
    {"entries.side_space", "entry.side_space", NULL},
    {"entries.space_between_columns", "entry.gap", NULL},
    {"entries.allow_page_break", "entry.allow_page_break", NULL},
    {"entries.short_second_row", "entry.short_body", NULL},
    {"entries.degree_width", "entry.lead_column", NULL},
    {"entries.summary.space_above", "entry.summary_space", NULL},
    {"entries.summary.space_left", "entry.summary_indent", NULL},
    {"entries.highlights.bullet", "list.bullet", NULL},
    {"entries.highlights.nested_bullet", "list.nested_bullet", NULL},
    {"entries.highlights.space_left", "list.indent", NULL},
    {"entries.highlights.space_above", "list.space", NULL},
    {"entries.highlights.space_between_items", "space.item", NULL},
    {"entries.highlights.space_between_bullet_and_text", "list.gap", NULL},

    {"templates.footer", "footer", "NAME and the like are read as well"},
    {"templates.top_note", "top_note", "NAME and the like are read as well"},
    {"templates.single_date", "dates.single", NULL},
    {"templates.date_range", "dates.range", NULL},
    {"templates.time_span", "dates.span", NULL},
    {"templates.one_line_entry.main_column", "templates.line", PARTS},
    {"templates.education_entry.main_column", "templates.education.main",
     PARTS},
    {"templates.education_entry.degree_column", "templates.education.lead",
     NULL},
    {"templates.education_entry.date_and_location_column",
     "templates.education.side", NULL},
    {"templates.normal_entry.main_column", "templates.other.main", PARTS},
    {"templates.normal_entry.date_and_location_column", "templates.other.side",
     NULL},
    {"templates.experience_entry.main_column", "templates.experience.main",
     PARTS},
    {"templates.experience_entry.date_and_location_column",
     "templates.experience.side", NULL},
    {"templates.publication_entry.main_column", "templates.publications.main",
     PARTS},
    {"templates.publication_entry.date_and_location_column",
     "templates.publications.side", NULL},
    {0}};

const struct rendercv_option *
rendercv_find(struct str name)
{
    for (const struct rendercv_option *at = rendercv_options; at->name; at++)
        if (str_is(name, at->name))
            return at;
    return NULL;
}

bool
rendercv_is_group(struct str name)
{
    for (const struct rendercv_option *at = rendercv_options; at->name; at++)
        if (name.len && at->name[0] == name.at[0] &&
            strncmp(at->name, name.at, name.len) == 0 &&
            at->name[name.len] == '.')
            return true;
    return false;
}
