#include "desk/alike.h"

#include <string.h>

#include "desk/complaint_inside.h"
#include "desk/inside.h"
#include "domain/identity.h"
#include "forms/field.h"
#include "store/history.h"

/* Pairs of records that look alike, in words; the verdict on them. */

enum { SHOWN_MAX = 16 * 1024 };

static enum action
action_of(enum table_number table)
{
	return table == TABLE_COMPLAINT ? ACTION_REVIEW_COMPLAINT :
					  ACTION_RECEIVE;
}

/* What is gathered, and with what. */
struct gathering {
	struct desk *desk;
	struct arena *arena;
	struct field_context context;
	struct desk_alike *list;
	size_t n;
};

/* Cells that differ by nature, or say nothing to who compares. */
static bool
is_told(const struct cell *cell)
{
	static const char *const untold[] = { "number", "standard_version",
		"form", "form_version", "kind_rule", "channel_detail" };

	for (size_t i = 0; i < array_length(untold); i++)
		if (strcmp(cell->name, untold[i]) == 0)
			return false;
	return cell->type == CELL_TEXT;
}

static const struct field *
field_of(const struct desk *desk, const char *name)
{
	const struct assets *assets = &desk->assets;

	for (size_t i = 0; i < assets->n_forms; i++) {
		int at = form_field(assets->forms[i], name);

		if (at != FIELD_ABSENT)
			return &assets->forms[i]->fields[at];
	}
	return NULL;
}

static const char *
shown(const struct gathering *gathering, const struct cell *cell,
    const struct field *field, const char *stored)
{
	scoped_buf text = { 0 };
	char masked[IDENTITY_SIZE];

	if (*stored == '\0')
		return "";
	if (field != NULL) {
		buf_init(&text, SHOWN_MAX);
		field_show(field, stored, &gathering->context, &text);
		return arena_text(gathering->arena, text.text);
	}
	if (cell->privacy != PRIVACY_IDENTITY)
		return stored;
	nik_mask(stored, masked);
	return arena_text(gathering->arena, masked);
}

static void
compare(const struct gathering *gathering, const struct record *const *sides,
    struct desk_alike *pair)
{
	const struct table *table = sides[0]->table;

	pair->fields = arena_array(gathering->arena, table->n_cells,
	    sizeof *pair->fields);
	for (size_t i = 0; i < table->n_cells; i++) {
		const struct cell *cell = &table->cells[i];
		const struct field *field = field_of(gathering->desk,
		    cell->name);
		struct alike_field *told = &pair->fields[pair->n_fields];

		if (!is_told(cell) || strcmp(record_text(sides[0], (int)i),
		    record_text(sides[1], (int)i)) == 0)
			continue;
		told->label = field != NULL ? field->label : cell->name;
		for (size_t j = 0; j < 2; j++)
			told->texts[j] = shown(gathering, cell, field,
			    record_text(sides[j], (int)i));
		pair->n_fields++;
	}
}

/* Who made it, where and when, by the log. */
static enum fail
read_side(struct gathering *gathering, const struct record *record,
    struct alike_side *side, struct err *err)
{
	struct history history = { .arena = gathering->arena };
	enum fail fail = store_history(gathering->desk->store,
	    record->table->number, &record->id, &history, err);

	if (fail)
		return fail;
	*side = (struct alike_side){ .id = record->id,
		.number = row_name(record),
		.station = "", .officer_name = "" };
	if (history.n == 0)
		return FAIL_NONE;
	side->station = history.list[0].station;
	side->officer_name = officer_name(gathering->desk,
	    history.list[0].officer, gathering->arena);
	side->at_ms = history.list[0].at_ms;
	return FAIL_NONE;
}

static const char *
about(const struct record *record)
{
	const char *text = "";

	if (record->table->number == TABLE_COMPLAINT)
		return record_text(record, COMPLAINT_OBJECT);
	if (table_cell(record->table, "company_name") >= 0)
		text = record_named(record, "company_name");
	return *text != '\0' || table_cell(record->table, "name") < 0 ?
	    text : record_named(record, "name");
}

static enum fail
add_pair(struct gathering *gathering, const struct alike *alike,
    const struct record *one, const struct record *other, struct err *err)
{
	struct desk_alike pair = { .alike = *alike,
		.may_decide = desk_may(gathering->desk,
		    action_of(alike->table)) };
	const struct record *sides[] = { one, other };
	enum fail fail = read_side(gathering, one, &pair.sides[0], err);

	if (!fail)
		fail = read_side(gathering, other, &pair.sides[1], err);
	if (fail)
		return fail;
	if (pair.sides[1].at_ms < pair.sides[0].at_ms) {
		struct alike_side first = pair.sides[1];

		pair.sides[1] = pair.sides[0];
		pair.sides[0] = first;
		sides[0] = other;
		sides[1] = one;
	}
	pair.what = about(sides[0]);
	compare(gathering, sides, &pair);
	gathering->list[gathering->n++] = pair;
	return FAIL_NONE;
}

/* Both lead to the same one already. */
static enum fail
is_settled(struct desk *desk, const struct alike *alike, bool *ret_is_settled,
    struct err *err)
{
	struct id one, other;
	enum fail fail = store_alike_stays(desk->store, &alike->one, &one,
	    err);

	if (!fail)
		fail = store_alike_stays(desk->store, &alike->other, &other,
		    err);
	if (!fail)
		*ret_is_settled = id_equal(&one, &other);
	return fail;
}

static bool
is_hidden(const struct desk *desk, const struct record *record)
{
	return record->table->number == TABLE_COMPLAINT &&
	    complaint_names(desk, record);
}

/* Both rows; *ret_waits false: nothing to decide, or not for him. */
static enum fail
read_pair(struct desk *desk, const struct alike *alike, struct arena *arena,
    struct record ret_rows[2], bool *ret_waits, struct err *err)
{
	bool settled = false;
	enum fail fail = is_settled(desk, alike, &settled, err);

	if (!fail)
		fail = store_get(desk->store, alike->table, &alike->one,
		    arena, &ret_rows[0], err);
	if (!fail)
		fail = store_get(desk->store, alike->table, &alike->other,
		    arena, &ret_rows[1], err);
	if (!fail)
		*ret_waits = !settled && !is_hidden(desk, &ret_rows[0]) &&
		    !is_hidden(desk, &ret_rows[1]);
	return fail;
}

enum fail
desk_alikes(struct desk *desk, struct arena *arena,
    struct desk_alike **ret_list, size_t *ret_n, struct err *err)
{
	struct gathering gathering = { .desk = desk, .arena = arena };
	struct alike *alikes = NULL;
	size_t n = 0;
	enum fail fail = desk_demand(desk, ACTION_READ, err);

	if (!fail)
		fail = store_alikes(desk->store, arena, &alikes, &n, err);
	if (!fail && n > 0)
		fail = desk_context(desk, arena, &gathering.context, err);
	if (fail)
		return fail;
	gathering.list = arena_array(arena, n, sizeof *gathering.list);
	for (size_t i = 0; i < n && !fail; i++) {
		struct record rows[2];
		bool waits = false;

		fail = read_pair(desk, &alikes[i], arena, rows, &waits, err);
		if (!fail && waits)
			fail = add_pair(&gathering, &alikes[i], &rows[0],
			    &rows[1], err);
	}
	if (fail)
		return fail;
	*ret_list = gathering.list;
	*ret_n = gathering.n;
	return FAIL_NONE;
}

enum fail
desk_alike_count(struct desk *desk, int64_t *ret_n, struct err *err)
{
	scoped_arena arena = arena_new();
	struct alike *alikes = NULL;
	int64_t waiting = 0;
	size_t n = 0;
	enum fail fail = desk_demand(desk, ACTION_READ, err);

	if (!fail)
		fail = store_alikes(desk->store, arena, &alikes, &n, err);
	for (size_t i = 0; i < n && !fail; i++) {
		struct record rows[2];
		bool waits = false;

		/* Rows are read only of those that may be hidden. */
		if (alikes[i].table == TABLE_COMPLAINT) {
			fail = read_pair(desk, &alikes[i], arena, rows,
			    &waits, err);
		} else {
			fail = is_settled(desk, &alikes[i], &waits, err);
			waits = !waits;
		}
		waiting += waits;
	}
	if (!fail)
		*ret_n = waiting;
	return fail;
}

/* The verdict there is now; undecided when there is none. */
static enum fail
verdict_now(struct desk *desk, const struct record *row, struct arena *arena,
    enum alike_verdict *ret_verdict, struct err *err)
{
	struct record known;
	struct err none = { 0 };
	enum fail fail = store_get(desk->store, TABLE_VERDICT, &row->id,
	    arena, &known, &none);

	*ret_verdict = fail ? ALIKE_UNDECIDED : alike_verdict_of(&known);
	return but_missing(fail, &none, err);
}

static enum fail
guard(struct desk *desk, const struct alike *alike, struct err *err)
{
	enum fail fail;

	if (alike->table != TABLE_COMPLAINT)
		return FAIL_NONE;
	fail = complaint_guard(desk, &alike->one, err);
	return fail ? fail : complaint_guard(desk, &alike->other, err);
}

enum fail
desk_alike_decide(struct desk *desk, const struct alike *alike,
    enum alike_verdict seen, enum alike_verdict verdict, struct err *err)
{
	scoped_arena arena = arena_new();
	scoped_transaction transaction = { 0 };
	struct record row = alike_verdict_row(alike, verdict, arena);
	enum alike_verdict now = ALIKE_UNDECIDED;
	enum fail fail = guard(desk, alike, err);

	if (!fail)
		fail = act_begin(desk, action_of(alike->table), &transaction,
		    err);
	if (!fail)
		fail = verdict_now(desk, &row, arena, &now, err);
	if (!fail && now != seen)
		fail = fail_say(err, FAIL_CONFLICT, "alike.decided", NULL);
	if (!fail)
		fail = store_put(desk->store, &row, err);
	return fail ? fail : transaction_commit(&transaction, err);
}

enum alike_verdict
desk_alike_stays(const struct desk_alike *alike, size_t side)
{
	return id_equal(&alike->sides[side].id, &alike->alike.one) ?
	    ALIKE_ONE_STAYS : ALIKE_OTHER_STAYS;
}
