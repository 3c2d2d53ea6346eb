#ifndef SCREENS_SHEET_H
#define SCREENS_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "forms/answers.h"
#include "ui/canvas.h"
#include "ui/key.h"
#include "ui/line_edit.h"
#include "ui/text_area.h"

/*
 * A form on the screen: the fields of the page, the one that has the focus,
 * and the editor in it. What is typed goes into the answers when the field is
 * left. Knows nothing of what the answers are for.
 */
struct sheet {
	const struct form *form;
	struct answers *answers;
	const struct field_context *context;
	size_t focus;          /* index of a field */
	bool is_area;          /* the editor is the text area */
	bool is_typed;         /* something was typed since it was entered */
	bool is_fresh;         /* a value nobody typed: typing replaces it */
	bool hides_kept;       /* numbers of persons that were there are not
				* shown with the focus either, until typed */
	bool is_hidden;        /* such a one has the focus, and stands */
	struct line_edit line;
	struct text_area area;
};

enum sheet_result {
	SHEET_IGNORED, /* not a key of the sheet */
	SHEET_MOVED,   /* inside a field, or nothing to move to */
	SHEET_TYPED,
	SHEET_REFUSED, /* a character that may not stand here */
	SHEET_LEFT,    /* a field was left; left and the answers tell */
};

/* Begin in the field, or in the first open one. All are borrowed. */
void sheet_init(struct sheet *sheet, struct answers *answers,
    const struct field_context *context, const char *field) nonnull(1, 2, 3);
void sheet_done(struct sheet *sheet) nonnull(1);

/* A key; ret_left is the field that was left (SHEET_LEFT). */
enum sheet_result sheet_key(struct sheet *sheet, const struct key *key,
    size_t *ret_left) nonnull(1, 2, 3);

/* Put what stands in the editor into the answers, without moving. */
const struct answer *sheet_commit(struct sheet *sheet) nonnull(1);

/* Read the field with the focus again from the answers. */
void sheet_reload(struct sheet *sheet) nonnull(1);

/* Go to a field by index or by name; one that is not open is passed over. */
void sheet_go(struct sheet *sheet, size_t field) nonnull(1);
void sheet_go_named(struct sheet *sheet, const char *name) nonnull(1, 2);

const struct field *sheet_field(const struct sheet *sheet) nonnull(1);

/* Where the field with the focus stands, for popups. */
struct area sheet_area(const struct sheet *sheet, struct area body)
    nonnull(1);

/* Label of a field, for messages. */
const char *sheet_label(const struct sheet *sheet, size_t field) nonnull(1);

void sheet_paint(const struct sheet *sheet, struct canvas *canvas,
    struct area body) nonnull(1, 2);

#endif
