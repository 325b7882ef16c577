/*
 * Roles as files: what stands in one, and what its words may be. The keys are
 * those of templates/packs/health-management/roles.yaml.
 */
#ifndef PACK_ROLE_FILE_H
#define PACK_ROLE_FILE_H

#include "base/buf.h"
#include "pack/pack.h"

/* Ids of all sections that a role may put in order. */
const struct str *role_sections(size_t *count);

/* One role, all keys, as a file of one's own to start from. */
void role_print_file(struct buf *out, const struct pack *pack,
                     const struct pack_role *role);

/* Roles under `roles:`, as in the packs. */
void roles_print_yaml(struct buf *out, const struct pack_role *roles,
                      size_t count);
void roles_print_json(struct buf *out, const struct pack_role *roles,
                      size_t count);

#endif
