#ifndef SCREENS_APPLICATION_EDIT_H
#define SCREENS_APPLICATION_EDIT_H

#include "desk/application.h"
#include "forms/answers.h"

/*
 * A change of what was stated in an application, from the sheet to the page
 * that shows what is changed: the application as it was read, and what was
 * typed since.
 */
struct amendment {
	struct arena *arena; /* of the screen with the sheet */
	struct application application;
	struct answers *before;  /* what is kept */
	struct answers *answers; /* what was typed over it */
	const struct field_context *context;
	const char *reason; /* as far as it was typed; NULL: not yet */
};

/* What the page of changes is given; it leaves EDIT_SAVED, or EDIT_GO with
 * the name of a field to go to. */
struct edit_changes_arg {
	struct amendment *edit;
};

enum { EDIT_SAVED = 1, EDIT_GO = 2 };

/*
 * Read what is kept, at first, or again: then what was typed stays, and the
 * other fields follow. FAIL_DENIED, FAIL_CONFLICT intake.closed: it may not be
 * changed; nothing is touched.
 */
enum fail amendment_read(struct amendment *edit, struct desk *desk,
    const struct id *id, struct err *err) must_check nonnull(1, 2, 3);

/* Does the field say otherwise than what is kept? */
bool amendment_changes(const struct amendment *edit, size_t field) nonnull(1);

/* Does any? */
bool amendment_is_any(const struct amendment *edit) nonnull(1);

#endif
