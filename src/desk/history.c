#include "desk/history.h"

#include <stdlib.h>
#include <string.h>

#include "desk/case.h"
#include "domain/identity.h"
#include "forms/definition.h"
#include "store/history.h"
#include "store/rows.h"

/* The lines while they are gathered. */
struct gathered {
	struct desk *desk;
	struct arena *arena;
	const struct form *form;
	struct numbered {
		int64_t seq;
		struct history_line line;
	} *list;
	size_t n, room;
};

static const char *
text_of(const struct gathered *gathered, const struct cell *cell,
    const struct value *value)
{
	switch (value->type) {
	case VALUE_NONE:
	case VALUE_ID:
		return "";
	case VALUE_INTEGER:
		return arena_print(gathered->arena, "%lld",
		    (long long)value->integer);
	case VALUE_TEXT:
		break;
	}
	if (cell != NULL && cell->privacy == PRIVACY_IDENTITY) {
		char mask[IDENTITY_SIZE];

		nik_mask(value->text, mask);
		return arena_text(gathered->arena, mask);
	}
	return value->text;
}

static void
add(struct gathered *gathered, const struct history_row *row,
    const struct history_line *line)
{
	struct numbered *numbered;

	gathered->list = arena_grow(gathered->arena, gathered->list,
	    gathered->n, &gathered->room, sizeof *gathered->list);
	numbered = &gathered->list[gathered->n++];
	numbered->seq = row->seq;
	numbered->line = *line;
	numbered->line.at_ms = row->at_ms;
	numbered->line.officer = row->officer;
	numbered->line.officer_name = officer_name(gathered->desk,
	    row->officer, gathered->arena);
	numbered->line.station = row->station;
}

static const struct history_cell *
cell_of(const struct history_row *row, const char *name)
{
	for (size_t i = 0; i < row->n_cells; i++)
		if (strcmp(row->cells[i].name, name) == 0)
			return &row->cells[i];
	return NULL;
}

/* The value a cell of the row has after this entry; "" for none. */
static const char *
after_of(const struct gathered *gathered, const struct history_row *row,
    const char *name)
{
	const struct history_cell *cell = cell_of(row, name);

	return cell == NULL ? "" : text_of(gathered, NULL, &cell->after);
}

static const char *
label_of(const struct gathered *gathered, const char *name)
{
	int at = gathered->form == NULL ? FIELD_ABSENT :
	    form_field(gathered->form, name);

	return at == FIELD_ABSENT ? name : gathered->form->fields[at].label;
}

/* The record itself: one line when it was made, then one a changed cell. */
static void
add_record(struct gathered *gathered, const struct history_row *row)
{
	struct history_line line = { .kind = HISTORY_MADE, .what = "",
		.label = "", .before = "", .after = "", .reason = "" };

	if (row->is_new) {
		line.what = after_of(gathered, row, "number");
		line.label = line.what;
		line.after = line.what;
		add(gathered, row, &line);
		return;
	}
	for (size_t i = 0; i < row->n_cells; i++) {
		const struct history_cell *cell = &row->cells[i];
		const struct cell *known = row->table != NULL &&
		    cell->cell >= 0 &&
		    (size_t)cell->cell < row->table->n_cells ?
		    &row->table->cells[cell->cell] : NULL;

		line.kind = HISTORY_CHANGED;
		line.what = cell->name;
		line.label = label_of(gathered, cell->name);
		line.before = text_of(gathered, known, &cell->before);
		line.after = text_of(gathered, known, &cell->after);
		add(gathered, row, &line);
	}
}

static void
add_event(struct gathered *gathered, const struct history_row *row)
{
	const struct life *life = gathered->desk->assets.life;
	const char *name = after_of(gathered, row, "move");
	const char *state = after_of(gathered, row, "state");
	const struct move *move = life_move(life, name);
	const struct state *reached = life_state(life, state);
	struct history_line line = { .kind = HISTORY_MOVED, .what = name,
		.label = move == NULL ? name : move->label, .before = "",
		.after = reached == NULL ? state : reached->label,
		.reason = after_of(gathered, row, "reason") };

	add(gathered, row, &line);
}

static void
add_check(struct gathered *gathered, const struct history_row *row,
    const char *clause)
{
	const struct history_cell *result = cell_of(row, "result");
	struct history_line line = { .kind = HISTORY_CHECKED,
		.what = clause, .label = clause, .before = "", .after = "",
		.reason = after_of(gathered, row, "note") };

	if (result != NULL) {
		line.before = text_of(gathered, NULL, &result->before);
		line.after = text_of(gathered, NULL, &result->after);
	}
	add(gathered, row, &line);
}

static void
add_other(struct gathered *gathered, const struct history_row *row,
    enum table_number table)
{
	struct history_line line = { .before = "", .reason = "" };

	if (table == TABLE_PRINT) {
		line.kind = HISTORY_PRINTED;
		line.what = after_of(gathered, row, "paper");
		line.after = after_of(gathered, row, "copy");
	} else if (table == TABLE_ACCESS) {
		line.what = after_of(gathered, row, "act");
		line.kind = strcmp(line.what, "dated") == 0 ?
		    HISTORY_DATED : HISTORY_REPAIRED;
		line.reason = after_of(gathered, row, "reason");
		line.after = "";
	} else {
		line.kind = HISTORY_CHANGED;
		line.what = after_of(gathered, row, "field");
		line.after = after_of(gathered, row, "value");
	}
	line.label = label_of(gathered, line.what);
	add(gathered, row, &line);
}

/* Everything that happened to one row. */
static enum fail
gather(struct gathered *gathered, const struct record *record,
    struct err *err)
{
	struct history history = { .arena = gathered->arena };
	enum table_number table = record->table->number;
	enum fail fail;

	fail = store_history(gathered->desk->store, table, &record->id,
	    &history, err);
	for (size_t i = 0; i < history.n && !fail; i++) {
		const struct history_row *row = &history.list[i];

		if (table == TABLE_APPLICATION)
			add_record(gathered, row);
		else if (table == TABLE_EVENT)
			add_event(gathered, row);
		else if (table == TABLE_CHECK)
			add_check(gathered, row,
			    record_text(record, CHECK_CLAUSE));
		else
			add_other(gathered, row, table);
	}
	return fail;
}

static enum fail
gather_children(struct gathered *gathered, enum table_number table, int cell,
    const struct id *id, struct err *err)
{
	struct records records = { .arena = gathered->arena };
	enum fail fail;

	fail = store_children(gathered->desk->store, table, cell, id,
	    &records, err);
	for (size_t i = 0; i < records.n && !fail; i++)
		fail = gather(gathered, &records.list[i], err);
	return fail;
}

static int
compare_seq(const void *a, const void *b)
{
	const struct numbered *one = a, *other = b;

	return one->seq < other->seq ? -1 : one->seq > other->seq;
}

enum fail
desk_history(struct desk *desk, const struct id *id, struct arena *arena,
    struct history_line **ret_lines, size_t *ret_n, struct err *err)
{
	static const struct {
		enum table_number table;
		int cell;
	} children[] = {
		{ TABLE_EVENT, EVENT_PARENT },
		{ TABLE_CHECK, CHECK_APPLICATION_ID },
		{ TABLE_ANSWER, ANSWER_PARENT },
		{ TABLE_PRINT, PRINT_PARENT },
		{ TABLE_ACCESS, ACCESS_PARENT },
	};
	struct gathered gathered = { .desk = desk, .arena = arena };
	struct application application = { 0 };
	struct history_line *lines;
	enum fail fail;

	fail = desk_application(desk, id, arena, &application, err);
	if (fail)
		return fail;
	gathered.form = application.form;
	fail = gather(&gathered, &application.record, err);
	for (size_t i = 0; i < array_length(children) && !fail; i++)
		fail = gather_children(&gathered, children[i].table,
		    children[i].cell, id, err);
	if (fail)
		return fail;
	if (gathered.n > 0)
		qsort(gathered.list, gathered.n, sizeof *gathered.list,
		    compare_seq);
	lines = arena_array(arena, gathered.n, sizeof *lines);
	for (size_t i = 0; i < gathered.n; i++)
		lines[i] = gathered.list[i].line;
	*ret_lines = lines;
	*ret_n = gathered.n;
	return FAIL_NONE;
}

const char *
history_kind_name(enum history_kind kind)
{
	switch (kind) {
	case HISTORY_MADE: return "made";
	case HISTORY_CHANGED: return "changed";
	case HISTORY_MOVED: return "moved";
	case HISTORY_CHECKED: return "checked";
	case HISTORY_PRINTED: return "printed";
	case HISTORY_DATED: return "dated";
	case HISTORY_REPAIRED: break;
	}
	return "repaired";
}
