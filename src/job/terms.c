#include "parts.h"

void
job_find_terms(struct arena *arena, struct job *job, const struct pack *pack)
{
    (void)arena;
    (void)job;
    (void)pack;
}
