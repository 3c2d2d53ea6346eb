#ifndef DOMAIN_RECORD_H
#define DOMAIN_RECORD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/id.h"
#include "domain/table.h"

/*
 * One row of a synced table: its key and a value for each cell. Text belongs
 * to the arena given when it was set; the record itself is plain memory.
 */
struct value {
	enum { VALUE_NONE, VALUE_TEXT, VALUE_INTEGER, VALUE_ID } type;
	const char *text;
	int64_t integer;
	struct id id;
};

struct record {
	const struct table *table;
	struct id id;
	struct value cell[TABLE_CELLS_MAX];
};

/* An empty record of a table, with that key. */
struct record record_of(enum table_number table, struct id id);

/* Text of a cell; "" when it has none. Never NULL. */
const char *record_text(const struct record *record, int cell) nonnull(1);
int64_t record_integer(const struct record *record, int cell) nonnull(1);
struct id record_id(const struct record *record, int cell) nonnull(1);
bool record_has(const struct record *record, int cell) nonnull(1);

/* "" and NULL store no value. The text is copied into the arena. */
void record_set_text(struct record *record, struct arena *arena, int cell,
    const char *text) nonnull(1, 2);
void record_set_integer(struct record *record, int cell, int64_t integer)
    nonnull(1);
void record_set_id(struct record *record, int cell, struct id id) nonnull(1);

/* Text of the cell with that name, or NULL when the table has no such cell. */
const char *record_named(const struct record *record, const char *name)
    nonnull(1, 2);

bool value_equal(const struct value *a, const struct value *b) nonnull(1, 2);

#endif
