/*
 * The format as a manual page, dossier(5) in mdoc(7): every key from the field
 * table, so that it cannot say anything else than the decoder reads.
 */
#include "model/fields.h"

#include "shapes.h"
#include "words.h"

static const char opening[] =
    ".Dd November 22, 2026\n"
    ".Dt DOSSIER 5\n"
    ".Os\n"
    ".Sh NAME\n"
    ".Nm dossier\n"
    ".Nd the file that a resume and a portfolio are made from\n"
    ".Sh DESCRIPTION\n"
    "One YAML file about one person, read by\n"
    ".Xr dossier 1 .\n"
    "Every key may be left out unless it is called required.\n"
    "A key that begins with\n"
    ".Li x_\n"
    "is yours and is passed over; any other key that is not known is\n"
    "reported, with the one that was meant.\n"
    ".Pp\n"
    "The types of values:\n"
    ".Bl -tag -width Ds\n"
    ".It text\n"
    "One line, printed as it is but for placeholders.\n"
    ".It prose\n"
    "May hold\n"
    ".Li *emphasis* , **strong** , [links](https://...)\n"
    "and placeholders:\n"
    ".Li {id.before} , {id.after} , {id.change} , {id.points} , {id.unit} ,\n"
    ".Li {id.period} , {id.label} , {id.target}\n"
    "of the metric record with that id, and\n"
    ".Li {years} ,\n"
    "the years of work.\n"
    ".It date\n"
    ".Li 2019 , 2019-05\n"
    "or\n"
    ".Li 2019-05-21 ;\n"
    "an end may be\n"
    ".Li present .\n"
    ".It period\n"
    ".Li 2023-01/2023-06 ,\n"
    "one date, or a map with\n"
    ".Li start\n"
    "and\n"
    ".Li end .\n"
    ".It id\n"
    "Small letters, digits and hyphens.\n"
    ".It pages\n"
    ".Li 2\n"
    "(at most),\n"
    ".Li 1-2\n"
    "(from, to) or\n"
    ".Li any .\n"
    ".It file\n"
    "A path that counts from the folder of the YAML file.\n"
    ".El\n"
    ".Pp\n"
    "Texts and lists of them may be given in several languages:\n"
    ".Li {en: Manager, de: Leiterin} .\n"
    "A remark\n"
    ".Li # lint: ignore M105\n"
    "on a line spares it the finding of that code.\n";

static const char closing[] =
    ".Sh EXAMPLES\n"
    ".Bd -literal -offset indent\n"
    "basics:\n"
    "  name: Jordan Avery\n"
    "  email: jordan.avery@mail.net\n"
    "experience:\n"
    "  - organization: Lakeside Medical Group\n"
    "    position: Practice Manager\n"
    "    start_date: 2018-02\n"
    "    highlights:\n"
    "      - text: Cut the wait from {wait.before} to {wait.after} minutes.\n"
    "        ref: wait\n"
    "metrics:\n"
    "  - {id: wait, before: 41, after: 26, unit: minutes, period: 2022}\n"
    ".Ed\n"
    ".Sh SEE ALSO\n"
    ".Xr dossier 1\n";

static void
add_line(struct buf *out, struct str text)
{
    buf_add_mdoc(out, text);
    buf_add_byte(out, '\n');
}

/* The words of a choice, with what each means. */
static void
add_choices(struct buf *out, const struct field *field)
{
    struct str rest = str_from(field->choices_mean ? field->choices_mean : "");
    buf_add_text(out, ".Bl -tag -width Ds -compact\n");
    for (size_t i = 0; field->choices[i]; i++) {
        if (!field->choices[i][0])
            continue;
        buf_print(out, ".It Cm %s\n", field->choices[i]);
        add_line(out, str_cut(&rest, '\n'));
    }
    buf_add_text(out, ".El\n");
}

static void
add_field(struct buf *out, const struct field *field)
{
    buf_print(out, ".It Li %s\n(%s%s%s)\n", field->key,
              field->need == FIELD_REQUIRED ? "required, " : "",
              field->is_list ? "list: " : "",
              field->type == FIELD_MAP ? field->shape->name
              : field->choices         ? "one of the words below"
                                       : field_type_name(field->type));
    add_line(out, str_from(field->meaning));
    if (field->limit)
        buf_print(out, "At most %u.\n", field->limit);
    if (field->choices)
        add_choices(out, field);
    buf_add_text(out, "For example:\n.Bd -ragged -offset indent -compact\n");
    add_line(out, str_from(field->example));
    buf_add_text(out, ".Ed\n");
}

static void
add_fields(struct buf *out, const struct field *fields)
{
    buf_add_text(out, ".Bl -tag -width Ds\n");
    for (const struct field *field = fields; field->key; field++)
        if (!field->is_hidden)
            add_field(out, field);
    buf_add_text(out, ".El\n");
}

static void
add_shape(struct buf *out, const struct field_shape *shape)
{
    bool is_root = shape == fields_root();
    buf_print(out, ".Ss %s\n", is_root ? "The file" : shape->name);
    add_line(out, str_from(shape->meaning));
    if (shape->scalar_key)
        buf_print(out, "Plain text in its place is read as\n.Li %s .\n",
                  shape->scalar_key);
    if (shape->also)
        buf_print(out,
                  "Without\n.Li positions ,\nthe keys of one %s stand "
                  "here.\n",
                  shape->also->name);
    if (shape->common == COMMON_ENTRY)
        buf_add_text(out, "The keys of every entry may stand here too.\n");
    if (shape->fields->key)
        add_fields(out, shape->fields);
}

void
fields_print_manual(struct buf *out, const struct field_extra *extra)
{
    struct shape_list shapes = shapes_all(out->arena);
    buf_add_text(out, opening);
    buf_add_text(out, ".Sh KEYS\n");
    for (size_t i = 0; i < shapes.count; i++) {
        add_shape(out, shapes.at[i]);
        if (extra && extra->shape == shapes.at[i])
            buf_add(out, extra->manual);
    }
    buf_add_text(out, ".Ss every entry\n"
                      "What any entry of a list may carry.\n"
                      ".Li private , audience\nand\n.Li lint\n"
                      "may stand in the smaller maps as well.\n");
    add_fields(out, fields_common(COMMON_ENTRY));
    buf_add_text(out, closing);
}
