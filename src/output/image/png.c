#include "output/output.h"

struct output_result
png_write(const struct output_task *task)
{
    (void)task;
    return (struct output_result){.failed = true, .why = STR("not yet")};
}
