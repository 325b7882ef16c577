#include "parts.h"

void
job_find_role(struct job *job, const struct pack *pack)
{
    job->role = pack_role_of_title(pack, job->title);
    job->role_is_by_title = job->role != NULL;
}
