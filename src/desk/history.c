#include "desk/history.h"

#include <stdlib.h>
#include <string.h>

#include "desk/case.h"
#include "domain/identity.h"
#include "domain/standard.h"
#include "forms/field.h"
#include "store/history.h"
#include "store/rows.h"

enum { SHOWN_MAX = 64 * 1024 };

/* The lines while they are gathered. */
struct gathered {
	struct desk *desk;
	struct arena *arena;
	const struct form *form;
	const struct standard *standard;
	struct field_context context;
	const char *result; /* of the requirement gathered now, so far */
	struct numbered {
		int64_t seq, txn;
		struct history_line line;
	} *list;
	size_t n, room;
};

static const char *
text_of(const struct gathered *gathered, const struct value *value)
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
	return value->text;
}

/* As the sheet shows it: a village by its name, a NIK by its last digits. */
static const char *
shown(const struct gathered *gathered, const char *name,
    enum privacy privacy, const char *stored)
{
	int at = form_field(gathered->form, name);
	scoped_buf text = { 0 };
	char mask[IDENTITY_SIZE];

	if (*stored == '\0')
		return "";
	if (at != FIELD_ABSENT) {
		buf_init(&text, SHOWN_MAX);
		field_show(&gathered->form->fields[at], stored,
		    &gathered->context, &text);
		return arena_text(gathered->arena, text.text);
	}
	if (privacy != PRIVACY_IDENTITY)
		return stored;
	nik_mask(stored, mask);
	return arena_text(gathered->arena, mask);
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
	numbered->txn = row->txn;
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

	return cell == NULL ? "" : text_of(gathered, &cell->after);
}

/* What the case's own form calls it, or else the form of a move. */
static const char *
label_of(const struct gathered *gathered, const char *name)
{
	const struct assets *assets = &gathered->desk->assets;
	int at = form_field(gathered->form, name);

	if (at != FIELD_ABSENT)
		return gathered->form->fields[at].label;
	for (size_t i = 0; i < assets->n_forms; i++) {
		at = form_field(assets->forms[i], name);
		if (at != FIELD_ABSENT)
			return assets->forms[i]->fields[at].label;
	}
	return name;
}

/* A cell this program does not know may hold anything: it is masked. */
static enum privacy
privacy_of(const struct history_row *row, const struct history_cell *cell)
{
	if (row->table == NULL || cell->cell < 0 ||
	    (size_t)cell->cell >= row->table->n_cells)
		return PRIVACY_IDENTITY;
	return row->table->cells[cell->cell].privacy;
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
		enum privacy privacy = privacy_of(row, cell);

		line.kind = HISTORY_CHANGED;
		line.what = cell->name;
		line.label = label_of(gathered, cell->name);
		line.before = shown(gathered, cell->name, privacy,
		    text_of(gathered, &cell->before));
		line.after = shown(gathered, cell->name, privacy,
		    text_of(gathered, &cell->after));
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
	const struct requirement *requirement =
	    standard_requirement(gathered->standard, clause);
	const struct history_cell *result = cell_of(row, "result");
	struct history_line line = { .kind = HISTORY_CHECKED,
		.what = clause, .label = clause,
		.before = gathered->result,
		.reason = after_of(gathered, row, "note") };

	if (requirement != NULL)
		line.label = arena_print(gathered->arena, "%s %s",
		    requirement->mark, requirement->brief);
	if (result != NULL)
		gathered->result = text_of(gathered, &result->after);
	line.after = gathered->result;
	add(gathered, row, &line);
}

static void
add_print(struct gathered *gathered, const struct history_row *row)
{
	struct history_line line = { .kind = HISTORY_PRINTED, .before = "",
		.reason = "", .what = after_of(gathered, row, "paper"),
		.after = after_of(gathered, row, "copy") };

	line.label = line.what;
	add(gathered, row, &line);
}

/* An answer beyond the cells; what it is called stands in its row. */
static void
add_answer(struct gathered *gathered, const struct history_row *row,
    const char *field)
{
	const struct history_cell *value = cell_of(row, "value");
	struct history_line line = { .kind = HISTORY_CHANGED, .what = field,
		.label = label_of(gathered, field), .before = "",
		.after = "", .reason = "" };

	if (value == NULL)
		return;
	line.before = shown(gathered, field, PRIVACY_PERSONAL,
	    text_of(gathered, &value->before));
	line.after = shown(gathered, field, PRIVACY_PERSONAL,
	    text_of(gathered, &value->after));
	add(gathered, row, &line);
}

/* A date that moved has both dates as its reason. */
static void
add_access(struct gathered *gathered, const struct history_row *row)
{
	const char *reason = after_of(gathered, row, "reason");
	const char *blank = strchr(reason, ' ');
	struct history_line line = { .kind = HISTORY_REPAIRED, .before = "",
		.after = "", .reason = reason,
		.what = after_of(gathered, row, "act") };

	line.label = line.what;
	if (strcmp(line.what, ACT_DATED) == 0 && blank != NULL) {
		line.kind = HISTORY_DATED;
		line.before = arena_bytes(gathered->arena, reason,
		    (size_t)(blank - reason));
		line.after = blank + 1;
		line.reason = "";
	}
	add(gathered, row, &line);
}

static void
add_row(struct gathered *gathered, const struct history_row *row,
    const struct record *record)
{
	if (record->table->number == TABLE_APPLICATION)
		add_record(gathered, row);
	else if (record->table->number == TABLE_EVENT)
		add_event(gathered, row);
	else if (record->table->number == TABLE_CHECK)
		add_check(gathered, row, record_text(record, CHECK_CLAUSE));
	else if (record->table->number == TABLE_PRINT)
		add_print(gathered, row);
	else if (record->table->number == TABLE_ACCESS)
		add_access(gathered, row);
	else
		add_answer(gathered, row, record_text(record, ANSWER_FIELD));
}

/* Everything that happened to one row. */
static enum fail
gather(struct gathered *gathered, const struct record *record,
    struct err *err)
{
	struct history history = { .arena = gathered->arena };
	enum fail fail;

	gathered->result = "";
	fail = store_history(gathered->desk->store, record->table->number,
	    &record->id, &history, err);
	for (size_t i = 0; i < history.n && !fail; i++)
		add_row(gathered, &history.list[i], record);
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

static bool
is_edit(const struct numbered *numbered)
{
	return numbered->line.kind == HISTORY_REPAIRED &&
	    strcmp(numbered->line.what, ACT_EDITED) == 0;
}

/* The reason of a change goes to each cell that changed with it. */
static void
give_reasons(struct gathered *gathered, const struct numbered *edit)
{
	for (size_t i = 0; i < gathered->n; i++) {
		struct numbered *changed = &gathered->list[i];

		if (changed->txn == edit->txn &&
		    changed->line.kind == HISTORY_CHANGED)
			changed->line.reason = edit->line.reason;
	}
}

static void
give(struct gathered *gathered, struct history_line **ret_lines,
    size_t *ret_n)
{
	struct history_line *lines =
	    arena_array(gathered->arena, gathered->n, sizeof *lines);
	size_t n = 0;

	for (size_t i = 0; i < gathered->n; i++)
		if (is_edit(&gathered->list[i]))
			give_reasons(gathered, &gathered->list[i]);
	for (size_t i = 0; i < gathered->n; i++)
		if (!is_edit(&gathered->list[i]))
			lines[n++] = gathered->list[i].line;
	*ret_lines = lines;
	*ret_n = n;
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
	enum fail fail;

	fail = desk_application(desk, id, arena, &application, err);
	if (fail)
		return fail;
	gathered.form = application.form;
	gathered.standard = application.standard;
	fail = desk_context(desk, arena, &gathered.context, err);
	if (fail)
		return fail;
	fail = gather(&gathered, &application.record, err);
	for (size_t i = 0; i < array_length(children) && !fail; i++)
		fail = gather_children(&gathered, children[i].table,
		    children[i].cell, id, err);
	if (fail)
		return fail;
	if (gathered.n > 0)
		qsort(gathered.list, gathered.n, sizeof *gathered.list,
		    compare_seq);
	give(&gathered, ret_lines, ret_n);
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
