#include "edition/aim.h"

const struct aim *
aim_make(struct arena *arena, const struct pack *pack,
         const struct pack_role *role, const struct job *job,
         const struct variant *variant)
{
    struct aim *aim = ARENA_NEW(arena, struct aim);
    aim->pack = pack;
    aim->role = role;
    aim->job = job;
    (void)variant;
    return aim;
}

struct aim_hits
aim_of_text(struct arena *arena, const struct aim *aim, struct str text)
{
    (void)arena;
    (void)aim;
    (void)text;
    return (struct aim_hits){.at = NULL};
}
