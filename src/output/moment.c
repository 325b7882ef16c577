#include "output/moment.h"

#include "base/bug.h"

/* Days to civil date after Howard Hinnant, "chrono-compatible low-level date
   algorithms": eras of 400 years that begin on 1 March. */
struct moment
moment_from(int64_t seconds)
{
    int64_t days, rest, era;
    unsigned day_of_era, year_of_era, day_of_year, shifted;
    struct moment m;

    ENSURE(seconds >= 0 && seconds < INT64_C(253402300800)); /* year 10000 */
    days = seconds / 86400 + 719468;
    rest = seconds % 86400;
    era = days / 146097;
    day_of_era = (unsigned)(days - era * 146097);
    year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 -
                   day_of_era / 146096) /
                  365;
    day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    shifted = (5 * day_of_year + 2) / 153;
    m.day = day_of_year - (153 * shifted + 2) / 5 + 1;
    m.month = shifted < 10 ? shifted + 3 : shifted - 9;
    m.year = (int)(year_of_era + era * 400) + (m.month <= 2);
    m.hour = (unsigned)(rest / 3600);
    m.minute = (unsigned)(rest / 60 % 60);
    m.second = (unsigned)(rest % 60);
    return m;
}

void
moment_print_iso(struct buf *out, int64_t seconds)
{
    struct moment m = moment_from(seconds);

    buf_print(out, "%04d-%02u-%02uT%02u:%02u:%02uZ", m.year, m.month, m.day,
              m.hour, m.minute, m.second);
}
