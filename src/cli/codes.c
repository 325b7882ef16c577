/* Lists of rules on the command line: "M,K102,passive-voice". */
#include "command.h"

/* A group is a letter, in any case. */
static bool
take_group(bool *codes, struct str word)
{
    bool is_known = false;
    for (size_t i = 0; i < CODE_COUNT && word.len == 1; i++) {
        if (code_entry((enum code)i)->id[0] != ascii_upper(word.at[0]))
            continue;
        codes[i] = true;
        is_known = true;
    }
    return is_known;
}

static bool
refuse_code(const char *option, struct str word)
{
    enum code near;
    if (code_nearest(word, &near))
        complain("--%s: there is no rule \"%.*s\"; did you mean %s?", option,
                 STR_ARG(word), code_entry(near)->id);
    else
        complain("--%s: there is no rule or group \"%.*s\"; see dossier list "
                 "rules",
                 option, STR_ARG(word));
    return false;
}

bool
codes_parse(const struct world *world, const char *option, const char *typed,
            const bool **codes)
{
    struct str rest = str_from(typed ? typed : "");
    bool *found = ARENA_ARRAY(world->arena, CODE_COUNT, bool);
    *codes = typed ? found : NULL;
    while (rest.len) {
        struct str word = str_trim(str_cut(&rest, ','));
        enum code code;
        if (code_find(word, &code))
            found[code] = true;
        else if (word.len && !take_group(found, word))
            return refuse_code(option, word);
    }
    return true;
}
