#ifndef DESK_APPLICATION_H
#define DESK_APPLICATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/err.h"
#include "base/id.h"
#include "domain/calendar.h"
#include "domain/record.h"

/*
 * One application as it stands: what was stated, its life so far, its clock
 * and its checklist, under the form and the standard it was received under.
 */
struct desk;
struct answers;
struct checklist;
struct form;
struct life;
struct process_clock;
struct standard;
struct status;

/* One step of its life, oldest first. */
struct application_event {
	struct id id;
	const char *move, *state; /* names in data/life */
	struct date date;
	int64_t at_ms;
	const char *officer, *officer_name, *station;
	const char *reason;
};

struct application {
	struct record record;          /* of APPLICATION */
	const struct record *extra;    /* its ANSWER rows */
	size_t n_extra;
	const struct form *form;
	const struct standard *standard;
	const struct application_event *events;
	size_t n_events;
	const struct status *status;   /* domain/life.h */
	const struct process_clock *clock; /* domain/process_clock.h */
	struct due due;                /* no date when no clock has run */
	const struct checklist *checklist; /* domain/checklist.h */
};

/*
 * Read it; everything lives in the arena. status holds the open ends, which
 * desk_move() wants to see again. FAIL_MISSING application.none.
 */
enum fail desk_application(struct desk *desk, const struct id *id,
    struct arena *arena, struct application *ret_application, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* Its answers, for the form, in the version it was received under. */
enum fail desk_application_answers(struct desk *desk,
    const struct application *application, struct arena *arena,
    struct answers **ret_answers, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* The application with that number, exactly. FAIL_MISSING. */
enum fail desk_application_numbered(struct desk *desk, const char *number,
    struct id *ret_id, struct err *err) must_check nonnull(1, 2, 3);

#endif
