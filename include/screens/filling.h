#ifndef SCREENS_FILLING_H
#define SCREENS_FILLING_H

#include "base/id.h"
#include "screens/field_pick.h"
#include "screens/screen.h"
#include "screens/sheet.h"

/*
 * A form that an officer fills in on a screen: the sheet, its draft, F4 and
 * the question before leaving. What the answers are for, and what fills them,
 * is the screen's business.
 */
struct filling {
	struct screen *screen; /* whose it is */
	struct field_context *context;
	struct sheet sheet;
	struct id id; /* of the record to be; the draft's key */
	/* What the list of drafts shows; in the arena, or the answers'. */
	const char *(*title)(const struct answers *answers,
	    struct arena *arena);
	struct field_pick pick;
	int64_t kept_ms; /* the draft on disk, 0: none */
	bool is_dirty;   /* changed since then */
	bool is_fleeting; /* no draft is kept of it */
};

/* Begin a new sheet of the form in force, with its defaults and a new id. */
enum fail filling_begin(struct filling *filling, struct screen *screen,
    const char *form, struct err *err) must_check nonnull(1, 2, 3);

/* Go on with a draft. FAIL_MISSING draft.none. */
enum fail filling_take(struct filling *filling, struct screen *screen,
    const char *form, const struct id *id, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/*
 * Begin with answers of the screen's own, for the record of that id; if there
 * is a draft of them, go on with it.
 */
enum fail filling_with(struct filling *filling, struct screen *screen,
    struct answers *answers, const struct id *id, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* Also of one that was never begun. */
void filling_done(struct filling *filling) nonnull(1);

struct answers *filling_answers(const struct filling *filling) nonnull(1);

/* Fill from a row of a register; returns how many fields changed. */
size_t filling_fill(struct filling *filling, const struct record *record)
    nonnull(1, 2);

/* Keep the draft, when there is something to keep. */
void filling_keep(struct filling *filling) nonnull(1);

/* Take what stands under the cursor into the answers and keep the draft. */
void filling_commit(struct filling *filling) nonnull(1);

/* The sheet's own keys, with what is refused said. */
enum sheet_result filling_key(struct filling *filling, const struct key *key,
    size_t *ret_left) nonnull(1, 2, 3);

/*
 * After a field was left, and the screen has filled what follows from it: say
 * what is wrong or doubtful, show it anew, keep the draft.
 */
void filling_left(struct filling *filling, size_t left) nonnull(1);

/* F4: open the popup; then what was chosen: true when the field has it. */
struct step filling_pick(struct filling *filling) nonnull(1);
bool filling_picked(struct filling *filling, const struct outcome *outcome)
    nonnull(1, 2);

/*
 * Esc: close, or ask with title and text (codes) when something would be
 * lost; then what was answered.
 */
struct step filling_ask_leave(struct filling *filling, const char *title,
    const char *text) nonnull(1, 2, 3);
struct step filling_leave(struct filling *filling,
    const struct outcome *outcome) nonnull(1, 2);

/* "Diubah, draf 08:13": where the draft stands, in words. */
const char *filling_draft_text(const struct filling *filling,
    struct arena *arena) nonnull(1, 2);

/* Trail's right side (draft, page, Esc) and the hint of the field. */
void filling_frame(const struct filling *filling, struct arena *arena,
    struct frame *frame) nonnull(1, 2, 3);

/* Help of the field with its clause, for a screen's help(). */
const char *filling_help(const struct filling *filling, struct arena *arena,
    const char **ret_title) nonnull(1, 2, 3);

#endif
