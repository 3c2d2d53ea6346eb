#include "desk/demo.h"
struct clock demo_clock(struct demo_clock *demo) { (void)demo; return (struct clock){0}; }
enum fail desk_demo(struct desk *desk, struct demo_clock *demo, const struct demo_options *options, size_t *ret_applications, struct err *err) { (void)desk;(void)demo;(void)options;(void)ret_applications; return fail_set(err, FAIL_MISSING, "no demo"); }
