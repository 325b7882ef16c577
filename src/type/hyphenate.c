#include "workspace.h"

void
flow_hyphenate(struct workspace *ws, struct str language)
{
    (void)ws;
    (void)language;
}
