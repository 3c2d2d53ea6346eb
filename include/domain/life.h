#ifndef DOMAIN_LIFE_H
#define DOMAIN_LIFE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/directive.h"
#include "base/err.h"
#include "base/id.h"
#include "domain/role.h"

/*
 * The life of a record as data (data/life/NAME.conf): the states, and the
 * moves from one to another: who may, what it asks, what must hold. Status is
 * no column; it is folded from the events (decision of the house: two counters
 * may act at the same time, and both acts stay).
 */
struct state {
	const char *name;  /* "lengkap" */
	const char *label; /* "Lengkap dan benar" */
	bool is_end;       /* nothing follows */
	bool is_open;      /* the case is still at work; when neither, it is
			      at rest: done, but a move may still follow */
	int rank;          /* of several open ends the highest is shown */
};

/* What must hold, besides role and state. */
enum need {
	NEED_COMPLETE, /* each requirement of stage complete is B, or N */
	NEED_FAILED,   /* at least one requirement is K or T, or a reason */
	NEED_REASON,   /* a reason */
	/* Of a complaint; domain/complaint.h says when each is met. */
	NEED_IDENTITY,
	NEED_OBJECT,
	NEED_WINDOW,
	NEED_LATE,
	NEED_GROUPING,
	NEED_CORE,
	NEED_CLAUSES,
	NEED_EARLIER,
	NEED_PLAN,
	NEED_ACTION,
	NEED_LEVEL_REPORT,
	NEED_AGENCY,
	NEED_APIP_REASON,
	NEED_APIP_APPROVAL,
	NEED_RESPONSE,
	NEED_FOLLOW_UP,
	NEED_ANSWER,
	NEED_APPROVED,
	NEED_INFORMED,
	NEED_REPORTED,
	NEED_LETTER,
	NEEDS_N
};

/* "complete", as written in data/. */
const char *need_name(enum need need);

/* What a move does to the clock of the standard's process time. */
enum clock_effect { CLOCK_KEEP, CLOCK_START, CLOCK_STOP, CLOCK_END };

/* Where a move leads: to one state, nowhere else, or back to the state that
 * was before (a complaint that is split again). */
enum move_way { WAY_TO, WAY_STAY, WAY_BACK };

struct move {
	const char *name;  /* "complete" */
	const char *label; /* "Nyatakan lengkap dan benar" */
	const char *const *from; /* states; the first event has "" */
	size_t n_from;
	enum move_way way;
	const char *to;    /* "" unless the way is WAY_TO */
	enum action action;
	const char *form;  /* forms/NAME.form, or "" */
	const char *const *required; /* fields of that form */
	size_t n_required;
	const char *paper; /* printed after it, or "" */
	unsigned needs;    /* bits 1 << enum need */
	enum clock_effect effect;
};

struct life {
	const char *name; /* "application" */
	const struct state *states;
	size_t n_states;
	const struct move *moves;
	size_t n_moves;
};

/*
 * Read a document that holds one "life". Checked: names known, no two alike,
 * every state reached by a move from the first, no way out of an end, a way
 * out of every other. Everything lives in the arena of problems.
 */
enum fail life_read(const struct document *document, struct problems *problems,
    struct life *ret_life, struct err *err) must_check nonnull(1, 2, 3);

/* NULL when there is none of that name. */
const struct state *life_state(const struct life *life, const char *name)
    nonnull(1, 2);
const struct move *life_move(const struct life *life, const char *name)
    nonnull(1, 2);

/* Does the move begin in that state? */
bool move_is_from(const struct move *move, const char *state) nonnull(1, 2);

/*
 * The state a move leads to from a present one; before is the one in which
 * the record was before the present one, for WAY_BACK ("" or NULL otherwise).
 */
const char *move_leads_to(const struct move *move, const char *present,
    const char *before) nonnull(1, 2);

/* One event, as far as folding looks at it. */
struct life_event {
	struct id id;
	const char *move, *state;
	const char *previous; /* hex ids joined by blanks */
	int64_t at_ms;
};

/* Does a list of hex ids joined by blanks name this one? */
bool life_names(const char *list, const struct id *id) nonnull(1, 2);

enum { OPEN_ENDS_MAX = 16 };

/* Where a record stands. */
struct status {
	const struct state *state; /* NULL without events */
	struct id ends[OPEN_ENDS_MAX]; /* events no other one names */
	const char *end_states[OPEN_ENDS_MAX];
	size_t n_ends;
	bool is_divided; /* perlu ditinjau: the ends are in several states */
	/* A move of the table was made from where it does not begin, or led
	 * elsewhere. It counts all the same; a person has to look. */
	bool has_impossible;
};

/*
 * Fold events given in any order, each once. Of several open ends the state
 * of the highest rank is shown, then the latest, then the greatest id. A
 * state this table does not know (of a newer program) counts as rank 0.
 */
struct status life_fold(const struct life *life,
    const struct life_event *events, size_t n) nonnull(1);

/*
 * Does a move begin where the record stands? One that is divided goes on from
 * any of its ends, by a move that leads to a state of its own; that joins them.
 */
bool status_allows(const struct status *status, const struct move *move)
    nonnull(1, 2);

/* The table as text, for src/README. */
void life_print(const struct life *life, struct buf *out) nonnull(1, 2);

#endif
