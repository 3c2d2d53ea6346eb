#ifndef SCREENS_ACT_SHEET_H
#define SCREENS_ACT_SHEET_H

#include "domain/refusal.h"
#include "screens/filling.h"

/*
 * What all screens of one act have in common: the sheet it asks for, or none,
 * whom it is about, and all that blocks it. Such a screen's struct begins with
 * struct act_sheet, and its table names act_sheet_key and its like.
 */
struct act_sheet {
	struct screen screen;
	struct filling filling;
	bool has_sheet;
	size_t confirmed; /* the field that is typed a second time */
	const char *trail; /* code of the trail: {1} number, {2} label */
	const char *number, *label;
	const char *about; /* one line */
	const struct refusals *refusals; /* or NULL */
};

/*
 * Begin the sheet of a form: what the record has already, then the defaults.
 * Nothing of it is a draft. A form without fields asks nothing.
 */
enum fail act_sheet_begin(struct act_sheet *act, const struct form *form,
    const struct record *record, struct err *err) must_check nonnull(1, 3);

/*
 * Begin with answers that are there. What is typed is a draft of the record's
 * id, and one that is there is gone on with.
 */
enum fail act_sheet_with(struct act_sheet *act, struct answers *answers,
    const struct id *id, struct err *err) must_check nonnull(1, 2, 3);

/* What was typed; NULL when nothing is asked. */
const struct answers *act_sheet_answers(struct act_sheet *act) nonnull(1);

/* Say why it failed, and go to the field in the way. */
struct step act_sheet_refused(struct act_sheet *act,
    const struct refusals *refusals, const struct err *err) nonnull(1, 2, 3);

/* For the table of the screen. */
struct step act_sheet_key(struct screen *screen, const struct key *key);
struct step act_sheet_pick(struct screen *screen);
struct step act_sheet_resume(struct screen *screen,
    const struct screen_ops *from, const struct outcome *outcome);
enum key_context act_sheet_context(const struct screen *screen);
void act_sheet_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame);
const char *act_sheet_help(const struct screen *screen, struct arena *arena,
    const char **ret_title);
void act_sheet_paint(const struct screen *screen, struct canvas *canvas,
    struct area body);
void act_sheet_keep(struct screen *screen);
void act_sheet_close(struct screen *screen);

#endif
