#ifndef FORMS_SHEET_H
#define FORMS_SHEET_H

#include "forms/answers.h"

/* The answers from inside. Private to forms. */
struct slot {
	struct answer answer;
	char *stored, *typed; /* what answer points to, reused */
	size_t stored_room, typed_room;
	bool is_shown; /* kept up by sheet_settle() */
};

struct answers {
	struct arena *arena;
	const struct form *form;
	struct slot *slots; /* one for each field */
};

/* Set a value that is stored already; nothing is judged or derived. */
void sheet_set(struct answers *answers, size_t field, const char *stored,
    enum answer_origin origin) nonnull(1, 3);

/* Keep what was typed and could not be read. */
void sheet_set_wrong(struct answers *answers, size_t field, const char *typed,
    const struct fact *fact) nonnull(1, 3, 4);

/* Judge one field again. */
void sheet_judge(struct answers *answers, size_t field,
    const struct field_context *context) nonnull(1, 3);

/* Which are shown, and every derived value, after something was set. */
void sheet_settle(struct answers *answers, const struct field_context *context)
    nonnull(1, 2);

/* Which are shown. */
void sheet_show(struct answers *answers) nonnull(1);

/* The same context with these answers in it. */
struct field_context sheet_context(const struct answers *answers,
    const struct field_context *context) nonnull(1, 2);

/* Is the value one that leaves the sheet: typed by nobody else's rule? */
bool sheet_is_handed_on(const struct field *field) nonnull(1);

#endif
