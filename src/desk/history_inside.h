#ifndef DESK_HISTORY_INSIDE_H
#define DESK_HISTORY_INSIDE_H

#include "desk/history.h"
#include "desk/inside.h"
#include "forms/field.h"
#include "store/history.h"

/* What the files of the history share. */

/* The lines while they are gathered. */
struct gathered {
	struct desk *desk;
	struct arena *arena;
	struct id id; /* of the case */
	const struct life *life;
	const struct form *form;
	const struct standard *standard;
	struct field_context context;
	bool is_confidential; /* nothing said of a person is shown */
	const char *result; /* of the requirement gathered now, so far */
	struct numbered {
		int64_t order, txn;
		struct history_line line;
	} *list;
	size_t n, room;
};

/* One more line; who, when and where are those of the row. */
void history_add(struct gathered *gathered, const struct history_row *row,
    const struct history_line *line) nonnull(1, 2, 3);

/* A value as text; "" for none and for keys. */
const char *history_text(const struct gathered *gathered,
    const struct value *value) nonnull(1, 2);

/* As a sheet shows it: a village by its name, a NIK by its last digits. */
const char *history_shown(const struct gathered *gathered, const char *name,
    enum privacy privacy, const char *stored) nonnull(1, 2, 4);

/* What the case's own form calls it, or else the form of an act. */
const char *history_label(const struct gathered *gathered, const char *name)
    nonnull(1, 2);

/* NULL when this entry did not touch it. */
const struct history_cell *history_cell_of(const struct history_row *row,
    const char *name) nonnull(1, 2);

/* The value a cell of the row has after this entry; "" for none. */
const char *history_after(const struct gathered *gathered,
    const struct history_row *row, const char *name) nonnull(1, 2, 3);

/* A cell this program does not know may hold anything: it is masked. */
enum privacy history_privacy(const struct history_row *row,
    const struct history_cell *cell) nonnull(1, 2);

/* The lines of one entry of the log about one row; record: as it is now. */
void history_add_row(struct gathered *gathered, const struct history_row *row,
    const struct record *record) nonnull(1, 2, 3);

/* The same of a verdict on the case and another that looks alike. */
void history_add_verdict(struct gathered *gathered,
    const struct history_row *row, const struct record *verdict)
    nonnull(1, 2, 3);

/* The same of a row of the complaint book; false: it is none. */
bool history_add_book(struct gathered *gathered,
    const struct history_row *row, const struct record *record)
    nonnull(1, 2, 3);

#endif
