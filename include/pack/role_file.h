/*
 * Roles as files: what stands in one, and what its words may be. The keys are
 * those of templates/packs/health-management/roles.yaml.
 */
#ifndef PACK_ROLE_FILE_H
#define PACK_ROLE_FILE_H

#include "base/buf.h"
#include "diag/finding.h"
#include "pack/pack.h"

/* Ids of all sections that a role may put in order. */
const struct str *role_sections(size_t *count);

/* A role's name that is a path: "./mine.yaml", "roles/mine.yml". */
bool role_is_file(struct str name);

/* A file that was read. */
struct role_file {
    struct str name;        /* as target_role or --role has it */
    struct str source_name; /* as findings name it */
    struct str bytes;
};

/*
 * The pack with the roles of these files behind its own, and with the skills
 * that they put in words of their own; they are found by pack_role() under
 * the name of the file, and by their titles. Everything else is shared with
 * the pack. Findings: X251 to X254, and X0.. of YAML; of a file that cannot be
 * understood there is no role. Lives in the arena.
 */
const struct pack *pack_with_roles(struct arena *arena,
                                   struct findings *findings,
                                   const struct pack *pack,
                                   const struct role_file *files, size_t count);

/* One role, all keys, as a file of one's own to start from. */
void role_print_file(struct buf *out, const struct pack *pack,
                     const struct pack_role *role);

/* Roles under `roles:`, as in the packs. */
void roles_print_yaml(struct buf *out, const struct pack_role *roles,
                      size_t count);
void roles_print_json(struct buf *out, const struct pack_role *roles,
                      size_t count);

#endif
