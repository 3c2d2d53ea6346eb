#ifndef UI_LINE_EDIT_H
#define UI_LINE_EDIT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "ui/canvas.h"
#include "ui/edit.h"

/*
 * One line of text being typed. Knows nothing of forms: filter and form of
 * display are callbacks. Enter, Tab, Up, Down and Esc are the caller's.
 */

/*
 * Write text as it is shown ("3214 0105 ..."): may only put ASCII in,
 * never leave out or change any.
 */
typedef void line_format(const void *context, const char *text,
    struct buf *out);

struct line_edit {
	struct edit edit;
	line_format *format; /* or NULL */
	const void *format_context;
	bool is_secret; /* '*' for each cluster */
};

/* ceiling in characters; 0: EDIT_CEILING. */
void line_edit_init(struct line_edit *line, size_t ceiling) nonnull(1);
void line_edit_done(struct line_edit *line);

void line_edit_set(struct line_edit *line, const char *text) nonnull(1, 2);
const char *line_edit_text(const struct line_edit *line) nonnull(1);

enum edit_result line_edit_key(struct line_edit *line, const struct key *key)
    nonnull(1, 2);

/*
 * Draw into columns cells at row, column. With has_focus the part with the
 * cursor is shown in FACE_FOCUS and the canvas's cursor is put there, without
 * the beginning in face. Text beyond an edge is told by '…'.
 */
void line_edit_paint(const struct line_edit *line, struct canvas *canvas,
    struct area area, enum face face, bool has_focus) nonnull(1, 2);

/* Draw a value that is not being edited the same way. */
void line_show(struct canvas *canvas, struct area area, enum face face,
    const char *text) nonnull(1, 4);

#endif
