#include "pipeline/build.h"
#include "stub.h"
#include "layout/layout.h"
#include "pack/pack.h"
#define W __attribute__((weak))
W const struct pack *pack_choose(struct findings *f, const struct candidate *c, struct str s){(void)f;(void)c;(void)s;return pack_find(s);}
W void check_run(struct arena *a, struct findings *f, const struct candidate *c, const struct check_options *o) {(void)a;(void)f;(void)c;(void)o;}
W void check_metrics_print(struct buf *o, const struct candidate *c, const struct pack *p){(void)o;(void)c;(void)p;}
