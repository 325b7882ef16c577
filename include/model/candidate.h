/*
 * The candidate: everything a file says about a person, typed. Decoded from
 * the tree by one field table (model/fields.h), immutable afterwards, in the
 * arena of the load. Absent things are zero: empty lists, texts without node.
 *
 * Names follow sections 3-8 and 11 of the file format (see docs in README).
 */
#ifndef MODEL_CANDIDATE_H
#define MODEL_CANDIDATE_H

#include "model/values.h"

/* What any mapping may carry. First member of every entry and of the smaller
   mappings in it (setting, team ...), which use private, audience, lint. */
enum audience {
    AUDIENCE_PUBLIC,
    AUDIENCE_RECRUITER,
    AUDIENCE_EMPLOYER,
    AUDIENCE_INTERVIEW
};

enum page_break { PAGE_BREAK_AUTO, PAGE_BREAK_BEFORE, PAGE_BREAK_AVOID };

struct item {
    const struct node *node;
    struct str path;          /* "experience[0]" */
    struct text id;           /* where an entry may be referred to */
    text_list tags;
    struct integer priority;  /* 1..5, default 3 */
    struct choice page_break; /* enum page_break */
    struct flag is_private;   /* private: */
    struct choice audience;   /* enum audience */
    struct prose notes;       /* interview edition only */
    text_list lint_ignore;    /* lint: {ignore: [...]} of this mapping */
};

/* ---- metrics ---------------------------------------------------------- */

/* How a record is drawn; in the order of the option figures.results. */
enum drawn_as {
    DRAWN_AUTO, DRAWN_BARS, DRAWN_RUN, DRAWN_SLOPE, DRAWN_DUMBBELL,
    DRAWN_TABLE, DRAWN_NONE
};

struct metric {
    struct item item;         /* item.id is what {id.after} refers to */
    struct text kpi;
    struct text label;
    struct decimal before, after;
    struct text unit;
    struct decimal change_percent;
    struct decimal target;
    struct benchmark {
        struct item item;
        struct decimal value;
        struct text source;
    } benchmark;
    struct period period;
    struct period baseline_period;
    struct text source;
    struct text method;
    struct text scope;
    struct flag annualized;
    struct flag confidential;  /* print change_percent only */
    struct choice good;        /* enum metric_good */
    LIST(struct metric_point) series; /* values over time, for run charts */
    struct choice chart;       /* enum drawn_as */
    struct metric_band {       /* not in the file: see metric_mask */
        bool given, is_of_change;
        struct decimal low, high; /* the first is nearer to zero */
    } band;
};
enum metric_good { GOOD_UNKNOWN, GOOD_UP, GOOD_DOWN, GOOD_BAND };

struct metric_point {
    struct item item;
    struct date date;
    struct decimal value;
};

typedef LIST(const struct metric *) metric_refs;
typedef LIST(struct metric) metric_list;

/* ---- bullets ---------------------------------------------------------- */

enum highlight_kind { HIGHLIGHT_RESULT, HIGHLIGHT_SCOPE, HIGHLIGHT_DUTY };

struct highlight {
    struct item item;
    struct prose text;
    text_list ref;             /* as typed */
    metric_refs metrics;       /* resolved: ref and own metrics */
    metric_list own_metrics;   /* metrics: written in place */
    struct choice kind;        /* enum highlight_kind */
};
typedef LIST(struct highlight) highlight_list;

/* ---- people and places ------------------------------------------------ */

struct location {
    struct item item;
    const struct node *node;
    struct text text;          /* when it was given as one line */
    struct text city, region, country_code, postal_code, address;
};

struct profile {
    struct item item;
    struct text network, username, url;
};

struct setting {
    struct item item;
    struct text kind, size, ownership, region;
    const struct node *node;
};

struct team {
    struct item item;
    struct integer size;
    text_list disciplines;
    struct integer sites;
    struct text reporting_to;
    struct text notes;
    const struct node *node;
};

struct basics {
    struct item item;
    const struct node *node;
    struct text name;
    text_list post_nominals;
    struct text headline;
    struct text email;
    struct text phone;
    struct location location;
    struct text url;
    LIST(struct profile) profiles;
    struct prose summary;
    struct text image;
    struct flag image_consent;
    struct text pronouns;
};

/* ---- entries ---------------------------------------------------------- */

struct education {
    struct item item;
    struct text institution, degree, area, url;
    struct location location;
    struct date start_date, end_date, expected;
    struct text accreditation, concentration, honors, gpa;
    text_list courses;
    highlight_list highlights;
    struct text logo;
};

enum certification_status {
    CERTIFICATION_HELD,
    CERTIFICATION_IN_PROGRESS,
    CERTIFICATION_EXPIRED,
    CERTIFICATION_INACTIVE,
    CERTIFICATION_RETIRED
};

struct certification {
    struct item item;          /* is_private false given: number may show */
    struct text name, abbr, issuer;
    struct date issued, renewed, expires, expected;
    struct choice status;      /* enum certification_status */
    struct text state;
    struct text verify_url;
    struct text number;
    struct text logo;          /* of the issuer */
};

struct scope {
    struct item item;
    struct text beds, fte, direct_reports, sites, providers, annual_visits,
        budget;
    const struct node *node;
};

enum experience_kind {
    EXPERIENCE_EMPLOYMENT,
    EXPERIENCE_INTERNSHIP,
    EXPERIENCE_FELLOWSHIP,
    EXPERIENCE_MILITARY,
    EXPERIENCE_CLINICAL
};

struct position {
    struct item item;
    struct text position;
    struct date start_date, end_date;
    struct location location;
    struct setting setting;
    struct scope scope;
    struct team team;
    struct prose summary;
    highlight_list highlights;
    metric_list metrics;       /* own records */
    text_list metric_ids;      /* metrics: given by id, as typed */
    metric_refs metric_refs;   /* resolved ids, then own records */
};

/* An employer. `positions` has at least one: an entry written without
   `positions:` gives one, newest first as written, which holds everything; its
   location, setting and scope then stand in the employer as well. */
struct experience {
    struct item item;
    struct text organization;
    struct text url;
    struct choice kind;        /* enum experience_kind */
    struct location location;
    struct setting setting;
    struct scope scope;
    struct prose summary;      /* of the employer, with several positions */
    text_list aliases;
    bool has_positions;        /* written with positions: */
    LIST(struct position) positions;
    struct text logo;
};

enum case_kind {
    CASE_UNKNOWN, CASE_WORKFLOW, CASE_COST, CASE_QUALITY, CASE_COMPLIANCE,
    CASE_EHR, CASE_TELEHEALTH, CASE_CRISIS, CASE_GROWTH, CASE_PEOPLE
};

struct adoption {
    struct item item;
    struct integer trained;
    struct text training_hours;
    struct text adoption;
    text_list change_activities;
    const struct node *node;
};

struct case_study {
    struct item item;
    struct text title;
    struct choice kind;        /* enum case_kind */
    struct text organization;
    struct setting setting;
    struct period period;
    struct text role;
    struct team team;
    struct prose situation, challenge, constraints;
    prose_list actions;
    highlight_list results;
    metric_list metrics;       /* own records of the case */
    text_list metric_ids;      /* metrics: given by id, as typed */
    metric_refs metric_refs;   /* resolved ids, then own records */
    struct prose patient_impact;
    struct prose balancing;
    struct choice chart;       /* enum drawn_as, for all records of the case */
    text_list balancing_ref;   /* when given as metric ids */
    metric_refs balancing_metrics;
    struct prose takeaway;
    text_list compliance, systems;
    text_list evidence;
    struct prose privacy_note;
    struct adoption adoption;
    struct text url;
};

struct compliance {
    struct item item;
    struct text framework, role;
    struct prose activity, result;
    struct date date;
    struct text body;
};

enum system_kind {
    SYSTEM_UNKNOWN, SYSTEM_EHR, SYSTEM_PRACTICE_MANAGEMENT, SYSTEM_BILLING,
    SYSTEM_ANALYTICS, SYSTEM_WORKFORCE, SYSTEM_TELEHEALTH, SYSTEM_OTHER
};
enum system_role {
    SYSTEM_ROLE_UNKNOWN, SYSTEM_ROLE_IMPLEMENTATION_LEAD,
    SYSTEM_ROLE_WORKSTREAM_LEAD, SYSTEM_ROLE_SUPER_USER,
    SYSTEM_ROLE_ADMINISTRATOR, SYSTEM_ROLE_USER
};

struct system {
    struct item item;
    struct text name;
    struct choice kind;        /* enum system_kind */
    text_list modules;
    struct choice role;        /* enum system_role */
    struct text scope;
    struct date go_live;
    struct integer trained;
    struct text adoption;
    struct text level;
};

enum sample_kind {
    SAMPLE_UNKNOWN, SAMPLE_POLICY, SAMPLE_PRESENTATION, SAMPLE_TRAINING,
    SAMPLE_COMMUNICATION, SAMPLE_REPORT, SAMPLE_PLAN, SAMPLE_OTHER
};
enum authorship {
    AUTHORSHIP_UNKNOWN, AUTHORSHIP_SOLE, AUTHORSHIP_LEAD,
    AUTHORSHIP_CONTRIBUTOR
};

struct work_sample {
    struct item item;
    struct text title;
    struct choice kind;        /* enum sample_kind */
    struct text audience_text; /* `audience` here: who it was written for */
    struct choice authorship;  /* enum authorship */
    struct prose contribution, purpose;
    struct date date;
    struct flag redacted, is_public;
    struct text file, url;
    text_list pages_shown;
    text_list images;          /* of its pages */
    struct text alt;           /* what there is to see */
};

enum relationship {
    RELATIONSHIP_UNKNOWN, RELATIONSHIP_SUPERVISOR, RELATIONSHIP_PEER,
    RELATIONSHIP_DIRECT_REPORT, RELATIONSHIP_PHYSICIAN_PARTNER,
    RELATIONSHIP_MENTOR, RELATIONSHIP_CLIENT, RELATIONSHIP_BOARD,
    RELATIONSHIP_PATIENT, RELATIONSHIP_FAMILY
};
enum attribution { ATTRIBUTION_FULL, ATTRIBUTION_INITIALS, ATTRIBUTION_NONE };

struct consent {
    struct item item;
    struct flag given;
    struct date date;
    text_list scope;           /* portfolio, resume (résumé), web */
    struct text evidence;
    const struct node *node;
};

struct testimonial {
    struct item item;
    struct prose quote;
    struct text author, title, organization;
    struct choice relationship; /* enum relationship */
    struct date date;
    struct consent consent;
    struct choice attribution;  /* enum attribution */
    struct text source_url;
};

enum media_kind {
    MEDIA_UNKNOWN, MEDIA_VIDEO_INTRO, MEDIA_TALK, MEDIA_PANEL, MEDIA_PODCAST,
    MEDIA_WEBINAR, MEDIA_IMAGE, MEDIA_OTHER
};
enum media_patients {
    PATIENTS_UNSTATED, PATIENTS_NONE, PATIENTS_AUTHORIZED
};

struct multimedia {
    struct item item;
    struct choice kind;        /* enum media_kind */
    struct text title, url, file;
    struct text duration;      /* as typed */
    int64_t seconds;           /* parsed; 0 when absent */
    struct text event;
    struct date date;
    struct text topic;
    struct flag captions;
    struct text transcript, alt;
    struct text thumbnail;     /* a picture of a film or talk */
    struct choice patients;    /* enum media_patients */
    struct text authorization;
};

enum development_topic {
    TOPIC_UNKNOWN, TOPIC_LAW, TOPIC_REIMBURSEMENT, TOPIC_EHR, TOPIC_QUALITY,
    TOPIC_LEADERSHIP, TOPIC_ANALYTICS, TOPIC_PRIVACY, TOPIC_OTHER
};

struct development {
    struct item item;
    struct text title, provider;
    struct date date;
    struct decimal hours;
    struct choice topic;       /* enum development_topic */
    struct text certificate, url;
};

struct membership {
    struct item item;
    struct text organization, role;
    struct date since, until;
    text_list activities;
};

struct skill {
    struct item item;
    struct text name;
    text_list keywords;
    struct text level;
    text_list evidence;        /* ids */
};

struct language {
    struct item item;
    struct text language, fluency;
    text_list keywords;
};

struct volunteer {
    struct item item;
    struct text organization, position, url;
    struct location location;
    struct date start_date, end_date;
    struct prose summary;
    highlight_list highlights;
};

struct award {
    struct item item;
    struct text title, awarder;
    struct date date;
    struct prose summary;
    struct text url;
};

struct publication {
    struct item item;
    struct text title, publisher;
    prose_list authors;        /* *Name* marks the person */
    struct date date;          /* `release_date` accepted */
    struct text doi, url;
    struct prose summary;
};

struct career_break {
    struct item item;
    struct date start, end;
    struct text reason;
};

/* Adaptability as the person tells it; computed from entries when absent. */
struct settings_and_teams {
    struct item item;
    const struct node *node;
    LIST(struct setting) settings;
    LIST(struct team) teams;
    struct prose summary;
};

/* A section of the person's own: entries of mixed shapes. */
enum custom_shape { CUSTOM_TEXT, CUSTOM_ONE_LINE, CUSTOM_ENTRY };
struct custom_entry {
    struct item item;
    enum custom_shape shape;
    struct prose text;                   /* CUSTOM_TEXT */
    struct text label; struct prose details; /* CUSTOM_ONE_LINE */
    struct text title, subtitle;         /* CUSTOM_ENTRY: name or position */
    struct location location;
    struct date date, start_date, end_date;
    struct text url;
    struct prose summary;
    highlight_list highlights;
};
struct custom_section {
    struct item item;
    struct text title;
    LIST(struct custom_entry) entries;
};

/* What a posting says of itself; empty: it does not say. */
struct job_facts {
    bool is_given; /* there is a posting */
    struct str title, organization, location, reference;
};

/* ---- variants, layout, lint -------------------------------------------- */

struct letter_gap {
    struct str name; /* "job.title"; empty: a wrong one, told of */
    struct span span;
};

struct letter {
    struct item item;
    const struct node *node;
    struct recipient {
        struct item item;
        struct text name, title, organization, address;
        const struct node *node;
    } recipient;
    struct date date;
    struct text subject, salutation;
    prose_list paragraphs;
    struct text closing;
    LIST(struct letter_gap) gaps; /* {job.title} that no posting fills: such a
                                     letter is not written */
};

enum variant_output { OUTPUT_BOTH, OUTPUT_RESUME, OUTPUT_PORTFOLIO };

struct variant {
    struct item item;
    struct text name;
    struct text extends;
    struct choice output;      /* enum variant_output */
    struct text target_role;
    struct text headline;
    struct prose summary;
    text_list include, exclude;
    text_list sections;
    struct variant_pages {
        struct text resume, portfolio; /* "2" or "1-2" */
    } pages;
    struct variant_bullets {
        struct integer current, previous;
    } max_bullets;
    text_list keywords, required_keywords;
    struct text job_description;
    struct text locale;
    struct text theme;
    struct text file;
    struct letter letter;
};

struct skills_options {
    struct flag evidence_only;
    struct integer max;
};

struct lint {
    text_list ignore;
    const struct node *severity; /* map code -> severity, read by check */
    const struct node *params;   /* map code -> map, read by check */
    struct date today;
    struct flag strict;
};

/* What the model knows of `layout:`; a theme has more options, read by the
   layout layer from candidate.layout. */
struct layout_settings {
    struct text theme;
    const struct node *pages;    /* a range, or one for each document */
    const struct node *headings; /* map section id -> heading */
    text_list sections;          /* ids in the order of printing */
};

struct meta {
    struct integer version;
    struct date last_modified;
    struct text canonical, language, author_note;
};

struct candidate {
    const struct node *node;
    struct basics basics;
    LIST(struct education) education;
    LIST(struct certification) certifications;
    LIST(struct experience) experience;
    LIST(struct case_study) case_studies;
    metric_list metrics;
    text_list key_metrics;
    metric_refs key_metric_refs;
    LIST(struct compliance) compliance;
    LIST(struct system) systems;
    LIST(struct work_sample) work_samples;
    LIST(struct testimonial) testimonials;
    struct choice testimonials_policy;  /* 0 unset, 1 none */
    LIST(struct multimedia) multimedia;
    struct choice multimedia_policy;    /* 0 unset, 1 none */
    struct settings_and_teams settings_and_teams;
    LIST(struct development) development;
    LIST(struct membership) memberships;
    LIST(struct skill) skills;
    struct skills_options skills_options;
    LIST(struct language) languages;
    LIST(struct volunteer) volunteer;
    LIST(struct award) awards;
    LIST(struct publication) publications;
    LIST(struct career_break) career_breaks;
    LIST(struct custom_section) custom;
    LIST(struct variant) variants;
    struct letter letter;                /* where no variant has its own */
    struct text language;        /* also meta.language */
    const struct node *words;    /* `locale:`, read into locale */
    struct text pack;
    struct text theme;                   /* shorthand for layout.theme */
    const struct node *layout;           /* read by the layout layer */
    struct layout_settings layout_settings;
    text_list include;                   /* files merged by the load */
    struct meta meta;
    struct lint lint;
    struct str main_language;    /* tag of what the file says, or empty */
    struct str printed_language; /* tag of what is printed: "en-US" */
    const struct locale *locale; /* its words; NULL: English */

    /* Derived when decoding ends. */
    LIST(const struct metric *) all_metrics; /* every record, in file order */
    const struct metric_index *metric_index; /* for candidate_metric */
    struct job_facts job;                /* the posting that is answered */
    int years;                           /* {years}: of experience, whole */
};

#endif
