#include <string.h>

#include "desk/assets.h"
#include "desk/exchange.h"
#include "desk/inside.h"
#include "domain/identity.h"
#include "domain/standard.h"
#include "forms/definition.h"
#include "store/alike.h"

/* Conflicts in words, and who may decide them. */

/* Whoever may change the record may say which of its values is right. */
static enum action
action_of(const struct table *table)
{
	switch (table->number) {
	case TABLE_OFFICER:
	case TABLE_CLOSURE:
	case TABLE_OFFICE_KEY:
		return ACTION_ADMINISTER;
	case TABLE_CHECK:
		return ACTION_CHECK;
	case TABLE_COMPLAINT:
	case TABLE_COMPLAINANT:
	case TABLE_REVIEW:
	case TABLE_HANDLING:
	case TABLE_LEVEL:
	case TABLE_MERGE:
		return ACTION_REVIEW_COMPLAINT;
	case TABLE_BOX:
		return ACTION_RECORD_COMPLAINT;
	case TABLE_VERDICT:
	case TABLE_KEY_BOX:
	case TABLE_PERSON:
	case TABLE_COMPANY:
	case TABLE_APPLICATION:
	case TABLE_ANSWER:
	case TABLE_EVENT:
	case TABLE_PRINT:
	case TABLE_ACCESS:
	case TABLE_APPROVAL:
		break;
	}
	return ACTION_RECEIVE;
}

static bool
is_person(const struct cell *cell)
{
	return strcmp(cell->name, "person_id") == 0;
}

static const char *
label_of(const struct desk *desk, const struct cell *cell)
{
	const struct assets *assets = &desk->assets;
	/* Whose it is, is told by the name. */
	const char *name = is_person(cell) ? "name" : cell->name;

	for (size_t i = 0; i < assets->n_forms; i++) {
		int at = form_field(assets->forms[i], name);

		if (at != FIELD_ABSENT)
			return assets->forms[i]->fields[at].label;
	}
	return cell->name;
}

/* Name and NIK: counters may each have made a row of the same person. */
static const char *
person_text(struct desk *desk, const struct id *id, struct arena *arena)
{
	char masked[IDENTITY_SIZE] = "";
	struct record person;

	if (store_get(desk->store, TABLE_PERSON, id, arena, &person, NULL))
		return "...";
	if (strlen(record_text(&person, PERSON_NIK)) == NIK_DIGITS)
		nik_mask(record_text(&person, PERSON_NIK), masked);
	return arena_print(arena, "%s %s", record_text(&person, PERSON_NAME),
	    masked);
}

static const char *
text_of(struct desk *desk, const struct cell *cell,
    const struct value *value, struct arena *arena)
{
	char masked[IDENTITY_SIZE];

	switch (value->type) {
	case VALUE_NONE:
		return "";
	case VALUE_INTEGER:
		return arena_print(arena, "%lld", (long long)value->integer);
	case VALUE_ID:
		return is_person(cell) ?
		    person_text(desk, &value->id, arena) : "...";
	case VALUE_TEXT:
		break;
	}
	if (cell->privacy != PRIVACY_IDENTITY)
		return value->text;
	if (strlen(value->text) != NIK_DIGITS)
		return "****";
	nik_mask(value->text, masked);
	return arena_text(arena, masked);
}

/* The record a row belongs to: itself, or its complaint or application. */
static enum fail
owner_of(struct desk *desk, const struct conflict *conflict,
    struct arena *arena, struct record *ret_record, struct err *err)
{
	static const struct {
		const char *cell;
		enum table_number table;
	} parents[] = {
		{ "complaint_id", TABLE_COMPLAINT },
		{ "application_id", TABLE_APPLICATION },
		{ "parent", TABLE_APPLICATION },
	};
	struct record row;
	struct id id;
	enum fail fail;

	fail = store_get(desk->store, conflict->table->number, &conflict->id,
	    arena, &row, err);
	if (fail)
		return fail;
	*ret_record = row;
	if (conflict->table->number == TABLE_COMPLAINT)
		return FAIL_NONE;
	for (size_t i = 0; i < array_length(parents); i++) {
		int cell = table_cell(row.table, parents[i].cell);

		if (cell < 0)
			continue;
		id = record_id(&row, cell);
		if (!store_get(desk->store, parents[i].table, &id, arena,
		    ret_record, NULL))
			return FAIL_NONE;
		*ret_record = row;
	}
	return FAIL_NONE;
}

const char *
row_name(const struct record *row)
{
	static const char *const telling[] = { "number", "name",
		"company_name", "staff_id", "date" };

	for (size_t i = 0; i < array_length(telling); i++) {
		const char *text = record_named(row, telling[i]);

		if (text != NULL && *text != '\0')
			return text;
	}
	return "";
}

/* A conflict of verdicts is told by the records they are about. */
static const struct {
	const char *rule;
	enum table_number table;
} judged[] = {
	{ "person", TABLE_PERSON },
	{ "company", TABLE_COMPANY },
	{ "application", TABLE_APPLICATION },
	{ "complaint", TABLE_COMPLAINT },
};

/* One of the two; false when it is not here. */
static bool
read_judged(struct desk *desk, const struct record *verdict, int cell,
    struct arena *arena, struct record *ret_row)
{
	const char *rule = record_text(verdict, VERDICT_RULE);
	struct id id = record_id(verdict, cell);

	for (size_t i = 0; i < array_length(judged); i++)
		if (strcmp(rule, judged[i].rule) == 0)
			return store_get(desk->store, judged[i].table, &id,
			    arena, ret_row, NULL) == FAIL_NONE;
	return false;
}

static bool
is_hidden(struct desk *desk, const struct record *owner, struct arena *arena)
{
	const char *officer = act_officer(desk);
	struct record one, other;

	if (owner->table->number == TABLE_VERDICT)
		return read_judged(desk, owner, VERDICT_ONE, arena, &one) &&
		    read_judged(desk, owner, VERDICT_OTHER, arena, &other) &&
		    (is_hidden(desk, &one, arena) ||
			is_hidden(desk, &other, arena));
	return owner->table->number == TABLE_COMPLAINT && *officer != '\0' &&
	    strcmp(record_text(owner, COMPLAINT_NAMED_OFFICER), officer) == 0;
}

/* The cell as its form calls it; of a checklist, with the requirement. */
static const char *
label_for(struct desk *desk, const struct conflict *conflict,
    const struct record *owner, struct arena *arena)
{
	const char *label =
	    label_of(desk, &conflict->table->cells[conflict->cells[0]]);
	const struct standard *standard = NULL;
	const struct requirement *requirement;
	struct record row;

	if (conflict->table->number != TABLE_CHECK ||
	    store_get(desk->store, TABLE_CHECK, &conflict->id, arena, &row,
	    NULL) ||
	    desk_standard(desk, record_text(owner, APPLICATION_STANDARD),
	    record_text(owner, APPLICATION_STANDARD_VERSION), &standard, NULL))
		return label;
	requirement =
	    standard_requirement(standard, record_text(&row, CHECK_CLAUSE));
	return arena_print(arena, "%s %s", label, requirement != NULL ?
	    requirement->mark : record_text(&row, CHECK_CLAUSE));
}

/*
 * Does a person read it? Who wrote when stands beside each value, and what is
 * sealed says nothing.
 */
static bool
is_to_read(const struct cell *cell)
{
	static const char *const others[] = { "at", "officer", "sealed",
		"seal_key", "wrapped", "public" };
	static const char *const ends[] = { "_officer", "_mark" };
	size_t size = strlen(cell->name);

	for (size_t i = 0; i < array_length(others); i++)
		if (strcmp(cell->name, others[i]) == 0)
			return false;
	for (size_t i = 0; i < array_length(ends); i++)
		if (size > strlen(ends[i]) &&
		    strcmp(cell->name + size - strlen(ends[i]), ends[i]) == 0)
			return false;
	return true;
}

/* The values of a group side by side, without those that are empty. */
static const char *
group_text(struct desk *desk, const struct conflict *conflict,
    const struct conflict_value *value, struct arena *arena)
{
	const char *all = "";

	for (size_t i = 0; i < conflict->n_cells; i++) {
		const struct cell *cell =
		    &conflict->table->cells[conflict->cells[i]];
		const char *text = text_of(desk, cell, &value->values[i],
		    arena);

		if (*text == '\0' || !is_to_read(cell))
			continue;
		all = arena_print(arena, "%s%s%s", all,
		    *all == '\0' ? "" : " / ", text);
	}
	return all;
}

/* Of a verdict: the record that stays, "" when they are different. */
static void
show_verdicts(struct desk *desk, const struct record *verdict,
    struct arena *arena, struct desk_conflict *shown)
{
	const struct conflict *conflict = shown->conflict;
	struct record one, other;

	if (!read_judged(desk, verdict, VERDICT_ONE, arena, &one) ||
	    !read_judged(desk, verdict, VERDICT_OTHER, arena, &other))
		return;
	shown->what = arena_print(arena, "%s / %s", row_name(&one),
	    row_name(&other));
	for (size_t i = 0; i < conflict->n_values; i++) {
		struct record said = *verdict;

		said.cell[VERDICT_VERDICT] = conflict->values[i].values[0];
		switch (alike_verdict_of(&said)) {
		case ALIKE_ONE_STAYS:
			shown->texts[i] = row_name(&one);
			break;
		case ALIKE_OTHER_STAYS:
			shown->texts[i] = row_name(&other);
			break;
		case ALIKE_DIFFERENT:
		case ALIKE_UNDECIDED:
			shown->texts[i] = "";
			break;
		}
	}
}

static struct desk_conflict
show(struct desk *desk, const struct conflict *conflict,
    const struct record *owner, struct arena *arena)
{
	struct desk_conflict shown = {
		.conflict = conflict,
		.what = row_name(owner),
		.label = label_for(desk, conflict, owner, arena),
		.may_decide = desk_may(desk, action_of(conflict->table)),
		.texts = arena_array(arena, conflict->n_values,
		    sizeof *shown.texts),
		.officer_names = arena_array(arena, conflict->n_values,
		    sizeof *shown.officer_names),
	};

	for (size_t i = 0; i < conflict->n_values; i++) {
		const struct conflict_value *value = &conflict->values[i];

		shown.texts[i] = group_text(desk, conflict, value, arena);
		shown.officer_names[i] =
		    officer_name(desk, value->officer, arena);
	}
	if (owner->table->number == TABLE_VERDICT)
		show_verdicts(desk, owner, arena, &shown);
	return shown;
}

enum fail
desk_conflicts(struct desk *desk, const struct id *id, struct arena *arena,
    struct desk_conflict **ret_list, size_t *ret_n, struct err *err)
{
	struct conflicts *conflicts = arena_alloc(arena, sizeof *conflicts);
	struct desk_conflict *list;
	size_t n = 0;
	enum fail fail = desk_demand(desk, ACTION_READ, err);

	conflicts->arena = arena;
	if (!fail)
		fail = store_conflicts(desk->store, TABLE_APPLICATION, NULL,
		    conflicts, err);
	if (fail)
		return fail;
	list = arena_array(arena, conflicts->n, sizeof *list);
	for (size_t i = 0; i < conflicts->n && !fail; i++) {
		const struct conflict *conflict = &conflicts->list[i];
		struct record owner;

		fail = owner_of(desk, conflict, arena, &owner, err);
		if (fail || is_hidden(desk, &owner, arena))
			continue;
		if (id != NULL && !id_equal(id, &owner.id))
			continue;
		list[n++] = show(desk, conflict, &owner, arena);
	}
	*ret_list = list;
	*ret_n = n;
	return fail;
}

enum fail
desk_conflict_decide(struct desk *desk, const struct conflict *conflict,
    size_t index, struct err *err)
{
	scoped_transaction transaction = { 0 };
	enum fail fail;

	fail = act_begin(desk, action_of(conflict->table), &transaction, err);
	if (!fail)
		fail = store_conflict_decide(desk->store, conflict, index,
		    err);
	return fail ? fail : transaction_commit(&transaction, err);
}

enum fail
desk_is_parallel(struct desk *desk, enum table_number table,
    const struct id *id, bool *ret_is_parallel, struct err *err)
{
	return store_is_parallel(desk->store, table, id, ret_is_parallel,
	    err);
}
