#include "desk/history_inside.h"

#include <string.h>

#include "domain/identity.h"
#include "domain/standard.h"
#include "forms/field.h"

/* What each kind of row says of itself, as lines to read. */

enum { SHOWN_MAX = 64 * 1024 };

const char *
history_text(const struct gathered *gathered, const struct value *value)
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

static const struct field *
field_in(const struct form *form, const char *name)
{
	int at = form_field(form, name);

	return at != FIELD_ABSENT ? &form->fields[at] : NULL;
}

/* Of the case's own form, or of one of its acts with its name before theirs:
 * complaint-core belongs to complaint. */
static const struct field *
field_of(const struct gathered *gathered, const char *name)
{
	const struct assets *assets = &gathered->desk->assets;
	const struct field *field = field_in(gathered->form, name);
	size_t same = strlen(gathered->form->name);

	for (size_t i = 0; i < assets->n_forms && field == NULL; i++)
		if (strncmp(assets->forms[i]->name, gathered->form->name,
		    same) == 0)
			field = field_in(assets->forms[i], name);
	return field;
}

/* As the sheet shows it: a village by its name, a NIK by its last digits. */
const char *
history_shown(const struct gathered *gathered, const char *name,
    enum privacy privacy, const char *stored)
{
	const struct field *field = field_of(gathered, name);
	scoped_buf text = { 0 };
	char mask[IDENTITY_SIZE];

	if (*stored == '\0')
		return "";
	if (field != NULL) {
		buf_init(&text, SHOWN_MAX);
		field_show(field, stored, &gathered->context, &text);
		return arena_text(gathered->arena, text.text);
	}
	if (privacy != PRIVACY_IDENTITY)
		return stored;
	nik_mask(stored, mask);
	return arena_text(gathered->arena, mask);
}

void
history_add(struct gathered *gathered, const struct history_row *row,
    const struct history_line *line)
{
	struct numbered *numbered;

	gathered->list = arena_grow(gathered->arena, gathered->list,
	    gathered->n, &gathered->room, sizeof *gathered->list);
	numbered = &gathered->list[gathered->n++];
	numbered->order = row->order;
	numbered->txn = row->txn;
	numbered->line = *line;
	numbered->line.at_ms = row->at_ms;
	numbered->line.officer = row->officer;
	numbered->line.officer_name = officer_name(gathered->desk,
	    row->officer, gathered->arena);
	numbered->line.station = row->station;
}

const struct history_cell *
history_cell_of(const struct history_row *row, const char *name)
{
	for (size_t i = 0; i < row->n_cells; i++)
		if (strcmp(row->cells[i].name, name) == 0)
			return &row->cells[i];
	return NULL;
}

/* The value a cell of the row has after this entry; "" for none. */
const char *
history_after(const struct gathered *gathered, const struct history_row *row,
    const char *name)
{
	const struct history_cell *cell = history_cell_of(row, name);

	return cell == NULL ? "" : history_text(gathered, &cell->after);
}

/* What the case's own form calls it, or else the form of a move. */
const char *
history_label(const struct gathered *gathered, const char *name)
{
	const struct assets *assets = &gathered->desk->assets;
	const struct field *field = field_of(gathered, name);

	for (size_t i = 0; i < assets->n_forms && field == NULL; i++)
		field = field_in(assets->forms[i], name);
	return field != NULL ? field->label : name;
}

/* A cell this program does not know may hold anything: it is masked. */
enum privacy
history_privacy(const struct history_row *row, const struct history_cell *cell)
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
		line.what = history_after(gathered, row, "number");
		line.label = line.what;
		line.after = line.what;
		history_add(gathered, row, &line);
		return;
	}
	for (size_t i = 0; i < row->n_cells; i++) {
		const struct history_cell *cell = &row->cells[i];
		enum privacy privacy = history_privacy(row, cell);

		if (gathered->is_confidential &&
		    cell->cell == COMPLAINT_CHANNEL_DETAIL)
			continue;
		line.kind = HISTORY_CHANGED;
		line.what = cell->name;
		line.label = history_label(gathered, cell->name);
		line.before = history_shown(gathered, cell->name, privacy,
		    history_text(gathered, &cell->before));
		line.after = history_shown(gathered, cell->name, privacy,
		    history_text(gathered, &cell->after));
		history_add(gathered, row, &line);
	}
}

static void
add_event(struct gathered *gathered, const struct history_row *row)
{
	const struct life *life = gathered->life;
	const char *name = history_after(gathered, row, "move");
	const char *state = history_after(gathered, row, "state");
	const struct move *move = life_move(life, name);
	const struct state *reached = life_state(life, state);
	struct history_line line = { .kind = HISTORY_MOVED, .what = name,
		.label = move == NULL ? name : move->label, .before = "",
		.after = reached == NULL ? state : reached->label,
		.reason = history_after(gathered, row, "reason") };

	history_add(gathered, row, &line);
}

static void
add_check(struct gathered *gathered, const struct history_row *row,
    const char *clause)
{
	const struct requirement *requirement =
	    standard_requirement(gathered->standard, clause);
	const struct history_cell *result = history_cell_of(row, "result");
	struct history_line line = { .kind = HISTORY_CHECKED,
		.what = clause, .label = clause,
		.before = gathered->result,
		.reason = history_after(gathered, row, "note") };

	if (requirement != NULL)
		line.label = arena_print(gathered->arena, "%s %s",
		    requirement->mark, requirement->brief);
	if (result != NULL)
		gathered->result = history_text(gathered, &result->after);
	line.after = gathered->result;
	history_add(gathered, row, &line);
}

static void
add_print(struct gathered *gathered, const struct history_row *row)
{
	struct history_line line = { .kind = HISTORY_PRINTED, .before = "",
		.reason = "", .what = history_after(gathered, row, "paper"),
		.after = history_after(gathered, row, "copy") };

	line.label = line.what;
	history_add(gathered, row, &line);
}

/* An answer beyond the cells; what it is called stands in its row. */
static void
add_answer(struct gathered *gathered, const struct history_row *row,
    const char *field)
{
	const struct history_cell *value = history_cell_of(row, "value");
	struct history_line line = { .kind = HISTORY_CHANGED, .what = field,
		.label = history_label(gathered, field), .before = "",
		.after = "", .reason = "" };

	if (value == NULL)
		return;
	line.before = history_shown(gathered, field, PRIVACY_PERSONAL,
	    history_text(gathered, &value->before));
	line.after = history_shown(gathered, field, PRIVACY_PERSONAL,
	    history_text(gathered, &value->after));
	history_add(gathered, row, &line);
}

/* A date that moved has both dates as its reason. */
static void
add_access(struct gathered *gathered, const struct history_row *row)
{
	const char *reason = history_after(gathered, row, "reason");
	const char *blank = strchr(reason, ' ');
	struct history_line line = { .kind = HISTORY_REPAIRED, .before = "",
		.after = "", .reason = reason,
		.what = history_after(gathered, row, "act") };

	line.label = line.what;
	if (strcmp(line.what, ACT_REVEAL) == 0 ||
	    strcmp(line.what, ACT_DENIED) == 0)
		line.kind = HISTORY_ACCESSED;
	if (strcmp(line.what, ACT_DATED) == 0 && blank != NULL) {
		line.kind = HISTORY_DATED;
		line.before = arena_bytes(gathered->arena, reason,
		    (size_t)(blank - reason));
		line.after = blank + 1;
		line.reason = "";
	}
	history_add(gathered, row, &line);
}

void
history_add_row(struct gathered *gathered, const struct history_row *row,
    const struct record *record)
{
	if (history_add_book(gathered, row, record))
		return;
	if (record->table->number == TABLE_APPLICATION ||
	    record->table->number == TABLE_COMPLAINT)
		add_record(gathered, row);
	else if (record->table->number == TABLE_EVENT)
		add_event(gathered, row);
	else if (record->table->number == TABLE_CHECK)
		add_check(gathered, row, record_text(record, CHECK_CLAUSE));
	else if (record->table->number == TABLE_PRINT)
		add_print(gathered, row);
	else if (record->table->number == TABLE_ACCESS)
		add_access(gathered, row);
	else if (record->table->number == TABLE_VERDICT)
		history_add_verdict(gathered, row, record);
	else
		add_answer(gathered, row, record_text(record, ANSWER_FIELD));
}

