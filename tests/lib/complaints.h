#ifndef TESTS_LIB_COMPLAINTS_H
#define TESTS_LIB_COMPLAINTS_H

/* Entries of the complaint book at a counter of lib/counter.h. */

#include "desk/complaint.h"
#include "desk/complaint_act.h"
#include "desk/complaint_intake.h"
#include "domain/refusal.h"
#include "lib/counter.h"

/* A sheet that says all: an oral complaint of a known person, of today. */
struct answers *complaints_sheet(struct counter *counter);

/* An empty sheet of that form, with its defaults. */
struct answers *complaints_form(struct counter *counter, const char *form);

/* Receive it; gives the key. */
struct id complaints_receive(struct counter *counter,
    const struct answers *answers);

/* One of complaints_sheet(). */
struct id complaints_new(struct counter *counter);

struct complaint complaints_read(struct counter *counter, struct id id);

/*
 * Do a step or move with its sheet filled well, on the entry as it is now; as
 * who works. Gives what desk_complaint_act() gave; the refusals are in
 * counter->arena.
 */
enum fail complaints_try(struct counter *counter, struct id id,
    const char *act, struct refusals *ret_refusals, struct err *err);

/* The same, and it must succeed. */
void complaints_do(struct counter *counter, struct id id, const char *act);

/* The sheet of an act, filled well. */
struct answers *complaints_act_sheet(struct counter *counter,
    const struct complaint *complaint, const char *act);

/*
 * All the way to a state by sri and yusuf: "ditelaah", "internal",
 * "ditindaklanjuti", "dijawab", "dilaporkan", "selesai"; sri works after.
 */
void complaints_bring_to(struct counter *counter, struct id id,
    const char *state);

/* State now. */
const char *complaints_state(struct counter *counter, struct id id);

/* Is there a refusal of that code (and clause, unless NULL)? */
bool complaints_refused(const struct refusals *refusals, const char *code,
    const char *clause);

/* A date, by its parts. */
#define assert_date(it, y, m, d) \
	assert_int_equal(date_compare((it), (struct date){ (y), (m), (d) }), 0)

#endif
