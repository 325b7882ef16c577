#include "output/moment.h"

#include "base/bug.h"
#include "base/calendar.h"

struct moment
moment_from(int64_t seconds)
{
    ENSURE(seconds >= 0 && seconds < INT64_C(253402300800)); /* year 10000 */
    struct calendar_day day = calendar_day_of(seconds / 86400);
    int64_t rest = seconds % 86400;
    return (struct moment){
        .year = day.year,
        .month = (unsigned)day.month,
        .day = (unsigned)day.day,
        .hour = (unsigned)(rest / 3600),
        .minute = (unsigned)(rest / 60 % 60),
        .second = (unsigned)(rest % 60),
    };
}

void
moment_print_iso(struct buf *out, int64_t seconds)
{
    struct moment m = moment_from(seconds);

    buf_print(out, "%04d-%02u-%02uT%02u:%02u:%02uZ", m.year, m.month, m.day,
              m.hour, m.minute, m.second);
}
