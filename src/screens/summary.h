#ifndef SCREENS_SUMMARY_H
#define SCREENS_SUMMARY_H

#include "domain/refusal.h"
#include "forms/answers.h"
#include "screens/entries.h"
#include "screens/screen.h"

/*
 * The page an officer looks through before an act: lines, some of which lead
 * to a field of the form below, and under them the reasons to be typed.
 */
enum { SUMMARY_LINES_MAX = 200 };

struct summary_line {
	enum face face;
	const char *text;
	const char *field; /* where Enter goes; NULL: nowhere */
};

struct summary {
	struct arena *arena; /* the screen's */
	struct summary_line lines[SUMMARY_LINES_MAX];
	size_t n, selected;
	struct entry entry[ENTRIES_MAX];
	int tag[ENTRIES_MAX]; /* which reason an entry is: 0 to 7 */
	const char *kept[ENTRIES_MAX]; /* what was typed, by tag */
	size_t n_entries;
	struct entries entries;
	bool in_entries;
};

/* Begin a page, or begin it anew: what was typed in a reason stays typed. */
void summary_begin(struct summary *summary, struct arena *arena)
    nonnull(1, 2);
void summary_done(struct summary *summary) nonnull(1);

/* One line; what does not fit the page is left out. */
void summary_add(struct summary *summary, enum face face, const char *field,
    const char *text) nonnull(1, 4);

/* A text after its label, wrapped; the lines below hang behind it. */
void summary_pair(struct summary *summary, enum face face, const char *field,
    const char *label, const char *text) nonnull(1, 4, 5);

/* A heading, by its code. */
void summary_head(struct summary *summary, const char *code) nonnull(1, 2);

/* What refuses, by clause. */
void summary_refusals(struct summary *summary,
    const struct refusals *refusals) nonnull(1);

/* Every value once more, so that it can be read back. */
void summary_values(struct summary *summary, const struct answers *answers,
    const struct field_context *context) nonnull(1, 2, 3);

/* Ask for a reason; label is a code. After the lines. */
void summary_ask(struct summary *summary, int tag, const char *label)
    nonnull(1, 3);

/* What was typed for it, or NULL when it is not asked for. */
const char *summary_reason(const struct summary *summary, int tag)
    nonnull(1);

/*
 * A key of the page. Enter on a line that leads to a field ends the screen
 * with code go and the field's name.
 */
struct step summary_key(struct summary *summary, const struct key *key,
    int go) nonnull(1, 2);

/* Hint of the reason with the focus, NULL when a line has it. */
const char *summary_hint(const struct summary *summary) nonnull(1);

void summary_paint(const struct summary *summary, struct canvas *canvas,
    struct area body) nonnull(1, 2);

#endif
