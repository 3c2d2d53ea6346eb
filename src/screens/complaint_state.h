#ifndef SCREENS_COMPLAINT_STATE_H
#define SCREENS_COMPLAINT_STATE_H

#include "desk/complaint.h"
#include "desk/complaint_act.h"
#include "screens/pager.h"
#include "screens/screen.h"

/* What the files of one complaint's screen share. */
struct complaint_state {
	struct screen screen;
	struct id id;
	struct arena *arena; /* of what was read last */
	struct complaint complaint;
	struct complaint_people people; /* in clear, once they were revealed */
	struct pager pager;
	struct complaint_option *options;
	size_t n_options;
	size_t *shown; /* of the popup: those that fit what was typed */
	size_t n_shown;
	bool picks_paper; /* the popup is of papers, not of acts */
	bool acts; /* offer the acts as soon as it is open */
};

/* The papers of a complaint; F9 asks for one and shows it. */
extern const char *const complaint_papers[];
struct step complaint_ask_paper(struct complaint_state *state) nonnull(1);
struct step complaint_print(struct complaint_state *state, const char *paper)
    nonnull(1, 2);

/* Ask why who complains is looked at; then open, once that is written down. */
struct step complaint_ask_reveal(struct complaint_state *state) nonnull(1);
void complaint_reveal(struct complaint_state *state, const char *reason)
    nonnull(1);
void complaint_conceal(struct screen *screen) nonnull(1);

/* Make the lines of what was read. */
void complaint_make_lines(struct complaint_state *state) nonnull(1);

/* What the office made of it: review, handlings, levels, approvals. */
void complaint_add_review(struct complaint_state *state) nonnull(1);

/* A label and a value, wrapped; nothing for an empty one. */
void complaint_add_pair(struct complaint_state *state, const char *label,
    const char *text) nonnull(1, 2, 3);

/*
 * The cells of a row that some form complaint* has a field for, with that
 * field's label and as the field prints them.
 */
void complaint_add_cells(struct complaint_state *state,
    const struct record *record) nonnull(1, 2);

#endif
