#include "account.h"

#include "domain/record.h"
#include "store/conflict.h"
#include "store/rows.h"

static const int cells[ACCOUNT_CELLS] = { PERSON_NAME, PERSON_PHONE };

static struct id
row_id(size_t row)
{
	const struct id none = { 0 };
	char code[24];

	snprintf(code, sizeof code, "%zu", row);
	return id_derived("sim", &none, code);
}

/* Numbers of writes standing in one cell of one register. */
struct standing {
	size_t list[ACCOUNT_SEEN_MAX];
	size_t n;
};

static void
add(struct standing *standing, const char *value)
{
	size_t number;

	if (value[0] != 'w')
		return;
	number = strtoul(value + 1, NULL, 10);
	for (size_t i = 0; i < standing->n; i++)
		if (standing->list[i] == number)
			return;
	assert_true(standing->n < ACCOUNT_SEEN_MAX);
	standing->list[standing->n++] = number;
}

/* The shown value, and those of an open conflict. */
static void
read_standing(struct station *station, const struct record *record, int cell,
    struct arena *arena, struct standing *standing)
{
	struct conflicts conflicts = { .arena = arena };
	struct err err = { 0 };

	*standing = (struct standing){ .n = 0 };
	add(standing, record_text(record, cell));
	t_done(store_conflicts(station->store, TABLE_PERSON, &record->id,
	    &conflicts, &err), err);
	for (size_t i = 0; i < conflicts.n; i++)
		for (size_t j = 0; j < conflicts.list[i].n_cells; j++) {
			const struct conflict *conflict = &conflicts.list[i];

			if (conflict->cells[j] != cell)
				continue;
			for (size_t k = 0; k < conflict->n_values; k++)
				if (conflict->values[k].values[j].type ==
				    VALUE_TEXT)
					add(standing, conflict->values[k]
					    .values[j].text);
		}
}

static const char *
new_write(struct account *account, size_t station, size_t row, size_t cell,
    const struct standing *seen, struct arena *arena)
{
	if (account->n == account->room) {
		account->room = account->room * 2 + 64;
		account->list = realloc(account->list,
		    account->room * sizeof *account->list);
		assert_non_null(account->list);
	}
	account->list[account->n] = (struct account_write){ .row = row,
		.cell = cell, .station = station };
	for (size_t i = 0; seen != NULL && i < seen->n; i++)
		account->list[seen->list[i]].is_replaced = true;
	return arena_print(arena, "w%zu", account->n++);
}

static void
put(struct station *station, const struct record *record)
{
	scoped_transaction transaction = { 0 };
	struct err err = { 0 };

	t_done(transaction_begin(&transaction, station->store, "ani", &err),
	    err);
	t_done(store_put(station->store, record, &err), err);
	t_done(transaction_commit(&transaction, &err), err);
}

static void
add_event(struct account *account, struct station *station,
    struct arena *arena)
{
	struct record event =
	    record_of(TABLE_EVENT, store_new_id(station->store));

	record_set_id(&event, EVENT_PARENT, row_id(0));
	record_set_text(&event, arena, EVENT_MOVE, "receive");
	record_set_text(&event, arena, EVENT_OFFICER, "ani");
	put(station, &event);
	account->events++;
}

void
account_edit(struct account *account, struct station *station,
    struct t_random *random)
{
	scoped_arena arena = arena_new();
	size_t row = t_random_below(random, ACCOUNT_ROWS);
	size_t cell = t_random_below(random, ACCOUNT_CELLS);
	struct id id = row_id(row);
	struct record record;
	struct standing seen;

	if (t_random_below(random, 6) == 0) {
		add_event(account, station, arena);
		return;
	}
	if (store_get(station->store, TABLE_PERSON, &id, arena, &record,
	    NULL) == FAIL_NONE) {
		read_standing(station, &record, cells[cell], arena, &seen);
		record_set_text(&record, arena, cells[cell], new_write(account,
		    station->number, row, cell, &seen, arena));
	} else {
		/* Two counters may make the same row: its key is derived. */
		record = record_of(TABLE_PERSON, id);
		for (size_t i = 0; i < ACCOUNT_CELLS; i++)
			record_set_text(&record, arena, cells[i],
			    new_write(account, station->number, row, i, NULL,
			    arena));
	}
	put(station, &record);
}

static bool
stands(const struct standing *standing, size_t number)
{
	for (size_t i = 0; i < standing->n; i++)
		if (standing->list[i] == number)
			return true;
	return false;
}

static const char *
compare_cell(const struct account *account, struct station *station,
    size_t row, size_t cell, struct arena *arena)
{
	struct id id = row_id(row);
	struct standing standing = { .n = 0 };
	struct record record;
	size_t n = 0;

	if (store_get(station->store, TABLE_PERSON, &id, arena, &record,
	    NULL) == FAIL_NONE)
		read_standing(station, &record, cells[cell], arena,
		    &standing);
	for (size_t i = 0; i < account->n; i++) {
		const struct account_write *write = &account->list[i];

		if (write->row != row || write->cell != cell ||
		    write->is_replaced)
			continue;
		n++;
		if (!stands(&standing, i))
			return arena_print(arena,
			    "%s: w%zu of station %zu is missing in row %zu",
			    station->code, i, write->station, row);
	}
	if (n != standing.n)
		return arena_print(arena,
		    "%s: %zu writes stand in row %zu, %zu should",
		    station->code, standing.n, row, n);
	return NULL;
}

const char *
account_compare(const struct account *account, struct station *station,
    struct arena *arena)
{
	struct records events = { .arena = arena };
	struct id parent = row_id(0);
	struct err err = { 0 };
	const char *wrong = NULL;

	for (size_t row = 0; row < ACCOUNT_ROWS; row++)
		for (size_t cell = 0; cell < ACCOUNT_CELLS && wrong == NULL;
		     cell++)
			wrong = compare_cell(account, station, row, cell,
			    arena);
	t_done(store_children(station->store, TABLE_EVENT, EVENT_PARENT,
	    &parent, &events, &err), err);
	if (wrong == NULL && events.n != account->events)
		wrong = arena_print(arena, "%s: %zu events of %zu",
		    station->code, events.n, account->events);
	return wrong;
}

size_t
account_conflicts(const struct account *account)
{
	size_t standing[ACCOUNT_ROWS][ACCOUNT_CELLS] = { { 0 } }, open = 0;

	for (size_t i = 0; i < account->n; i++)
		if (!account->list[i].is_replaced)
			standing[account->list[i].row]
				[account->list[i].cell]++;
	for (size_t row = 0; row < ACCOUNT_ROWS; row++)
		for (size_t cell = 0; cell < ACCOUNT_CELLS; cell++)
			open += standing[row][cell] > 1;
	return open;
}

void
account_free(struct account *account)
{
	free(account->list);
}
