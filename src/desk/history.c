#include "desk/history.h"

#include <stdlib.h>
#include <string.h>

#include "desk/application.h"
#include "desk/complaint.h"
#include "desk/history_inside.h"
#include "store/rows.h"

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
		history_add_row(gathered, &history.list[i], record);
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
compare_order(const void *a, const void *b)
{
	const struct numbered *one = a, *other = b;

	return one->order < other->order ? -1 : one->order > other->order;
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

/* Tables whose rows hang on a case, and by which cell. */
static const struct child {
	enum table_number table;
	int cell;
} children[] = {
	{ TABLE_EVENT, EVENT_PARENT },
	{ TABLE_CHECK, CHECK_APPLICATION_ID },
	{ TABLE_ANSWER, ANSWER_PARENT },
	{ TABLE_PRINT, PRINT_PARENT },
	{ TABLE_ACCESS, ACCESS_PARENT },
	{ TABLE_COMPLAINANT, COMPLAINANT_COMPLAINT_ID },
	{ TABLE_REVIEW, REVIEW_COMPLAINT_ID },
	{ TABLE_HANDLING, HANDLING_COMPLAINT_ID },
	{ TABLE_LEVEL, LEVEL_COMPLAINT_ID },
	{ TABLE_APPROVAL, APPROVAL_PARENT },
	{ TABLE_MERGE, MERGE_COMPLAINT_ID },
	{ TABLE_MERGE, MERGE_INTO },
	{ TABLE_VERDICT, VERDICT_ONE },
	{ TABLE_VERDICT, VERDICT_OTHER },
};

static enum fail
read_complaint(struct desk *desk, const struct id *id,
    struct gathered *gathered, struct record *ret_record, struct err *err)
{
	struct complaint complaint;
	enum fail fail = desk_complaint(desk, id, gathered->arena, &complaint,
	    err);

	if (fail)
		return fail;
	gathered->life = desk->assets.complaint_life;
	gathered->form = complaint.form;
	gathered->standard = complaint.standard;
	gathered->is_confidential = complaint.is_confidential;
	*ret_record = complaint.record;
	return FAIL_NONE;
}

/* An application, or else a complaint; one that names who works is missed
 * like one that never was. */
static enum fail
read_case(struct desk *desk, const struct id *id, struct gathered *gathered,
    struct record *ret_record, struct err *err)
{
	struct application application;
	struct err none = { 0 }, other = { 0 };
	enum fail fail = desk_application(desk, id, gathered->arena,
	    &application, &none);

	if (fail == FAIL_MISSING)
		fail = read_complaint(desk, id, gathered, ret_record, &other);
	if (fail == FAIL_MISSING)
		return fail_say(err, fail, "application.none", NULL);
	if (fail)
		return but_missing(fail, *other.fact.code != '\0' ? &other
		    : &none, err);
	if (gathered->form != NULL)
		return FAIL_NONE;
	gathered->life = desk->assets.life;
	gathered->form = application.form;
	gathered->standard = application.standard;
	*ret_record = application.record;
	return FAIL_NONE;
}

enum fail
desk_history(struct desk *desk, const struct id *id, struct arena *arena,
    struct history_line **ret_lines, size_t *ret_n, struct err *err)
{
	struct gathered gathered = { .desk = desk, .arena = arena,
		.id = *id };
	struct record record;
	enum fail fail = read_case(desk, id, &gathered, &record, err);

	if (!fail)
		fail = desk_context(desk, arena, &gathered.context, err);
	if (!fail)
		fail = gather(&gathered, &record, err);
	for (size_t i = 0; i < array_length(children) && !fail; i++)
		fail = gather_children(&gathered, children[i].table,
		    children[i].cell, id, err);
	if (fail)
		return fail;
	if (gathered.n > 0)
		qsort(gathered.list, gathered.n, sizeof *gathered.list,
		    compare_order);
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
	case HISTORY_ACCESSED: return "accessed";
	case HISTORY_JUDGED: return "judged";
	case HISTORY_REPAIRED: break;
	}
	return "repaired";
}
