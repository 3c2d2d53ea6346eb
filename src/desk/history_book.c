#include <string.h>

#include "desk/history_inside.h"
#include "store/rows.h"

/* Rows of the complaint book as lines to read. */

enum { SUMMARY_MAX = 16 * 1024 };

/* Cells that say who wrote, when, or where a row belongs: the line has it. */
static bool
is_told_anyway(const char *name)
{
	static const char *const names[] = { "part", "round", "officer",
		"station", "at", "digest", "class", "core_officer",
		"core_date", "clauses_officer", "clauses_date",
		"earlier_officer", "earlier_date", "plan_officer", "plan_on",
		"answer_officer", "what", "sealed", "seal_key", "name_mark",
		"nik_mark", "phone_mark" };

	for (size_t i = 0; i < array_length(names); i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

/* One line for each cell; what a confidential person is called for none. */
static void
add_cells(struct gathered *gathered, const struct history_row *row,
    bool is_person)
{
	bool is_covered = is_person && gathered->is_confidential;

	for (size_t i = 0; i < row->n_cells; i++) {
		const struct history_cell *cell = &row->cells[i];
		enum privacy privacy = history_privacy(row, cell);
		struct history_line line = { .kind = HISTORY_CHANGED,
			.what = cell->name, .before = "", .after = "",
			.reason = "",
			.label = history_label(gathered, cell->name) };

		if (is_told_anyway(cell->name) ||
		    (cell->after.type == VALUE_ID) ||
		    (cell->before.type == VALUE_ID) ||
		    (is_covered && privacy != PRIVACY_PUBLIC))
			continue;
		line.before = history_shown(gathered, cell->name, privacy,
		    history_text(gathered, &cell->before));
		line.after = history_shown(gathered, cell->name, privacy,
		    history_text(gathered, &cell->after));
		history_add(gathered, row, &line);
	}
}

/* A row that is added says all of itself in one line, as its sheet does. */
static void
add_sheet(struct gathered *gathered, const struct history_row *row,
    const char *name)
{
	const struct form *form;
	struct history_line line = { .kind = HISTORY_CHANGED, .what = name,
		.label = name, .before = "", .after = "", .reason = "" };
	scoped_buf text = { 0 };

	buf_init(&text, SUMMARY_MAX);
	buf_text(&text, "");
	if (desk_form(gathered->desk, name, NULL, &form, NULL))
		return;
	line.label = form->title;
	for (size_t i = 0; i < form->n; i++) {
		const char *stored = history_after(gathered, row,
		    form->fields[i].name);

		if (*stored == '\0')
			continue;
		if (text.size > 0)
			buf_text(&text, "; ");
		field_show(&form->fields[i], stored, &gathered->context,
		    &text);
	}
	line.after = arena_text(gathered->arena, text.text);
	history_add(gathered, row, &line);
}

static const char *
number_of(const struct gathered *gathered, const struct record *merge,
    int cell)
{
	struct id id = record_id(merge, cell);
	struct record other;

	if (store_get(gathered->desk->store, TABLE_COMPLAINT, &id,
	    gathered->arena, &other, NULL))
		return "";
	return record_text(&other, COMPLAINT_NUMBER);
}

/* The event has the step and the reason; this, which two they are. */
static void
add_merge(struct gathered *gathered, const struct history_row *row,
    const struct record *record)
{
	const char *active = history_after(gathered, row, "active");
	bool is_merged = strcmp(active, "Y") == 0;
	const struct move *move = life_move(gathered->life,
	    is_merged ? "merge" : "split");
	struct history_line line = { .kind = HISTORY_CHANGED,
		.what = is_merged ? "merge" : "split", .reason = "",
		.before = number_of(gathered, record, MERGE_COMPLAINT_ID),
		.after = number_of(gathered, record, MERGE_INTO) };

	if (*active == '\0')
		return;
	line.label = move != NULL ? move->label : line.what;
	history_add(gathered, row, &line);
}

static const char *
approval_form(const struct record *approval)
{
	return strcmp(record_text(approval, APPROVAL_WHAT), "apip") == 0
	    ? "complaint-approve-apip" : "complaint-approve";
}

bool
history_add_book(struct gathered *gathered, const struct history_row *row,
    const struct record *record)
{
	enum table_number table = record->table->number;

	if (table == TABLE_COMPLAINANT || table == TABLE_REVIEW)
		add_cells(gathered, row, table == TABLE_COMPLAINANT);
	else if (table == TABLE_HANDLING)
		add_sheet(gathered, row, "complaint-action");
	else if (table == TABLE_LEVEL)
		add_sheet(gathered, row, "complaint-level");
	else if (table == TABLE_APPROVAL)
		add_sheet(gathered, row, approval_form(record));
	else if (table == TABLE_MERGE)
		add_merge(gathered, row, record);
	else
		return false;
	return true;
}
