#include "domain/table_group.h"
#include "lib/schedule.h"
#include "store/conflict.h"

const enum table_number schedule_table[MODEL_ROWS] = { TABLE_PERSON,
	TABLE_PERSON, TABLE_PERSON, TABLE_CHECK, TABLE_ANSWER };

const int schedule_cell[MODEL_ROWS][MODEL_CELLS] = {
	{ -1, PERSON_NAME, PERSON_PHONE, PERSON_EMAIL, PERSON_ADDRESS,
	    PERSON_VILLAGE, PERSON_NIK, PERSON_BIRTH_DATE },
	{ -1, PERSON_NAME, PERSON_PHONE, PERSON_EMAIL, PERSON_ADDRESS,
	    PERSON_VILLAGE, PERSON_NIK, PERSON_BIRTH_DATE },
	{ -1, PERSON_NAME, PERSON_PHONE, PERSON_EMAIL, PERSON_ADDRESS,
	    PERSON_VILLAGE, PERSON_NIK, PERSON_BIRTH_DATE },
	{ -1, CHECK_RESULT, CHECK_NOTE, CHECK_DOCUMENT, CHECK_OFFICER,
	    CHECK_CLAUSE, -1, -1 },
	{ -1, ANSWER_VALUE, ANSWER_FIELD, -1, -1, -1, -1, -1 },
};

size_t
schedule_below(struct schedule *schedule, size_t n)
{
	return t_random_below(&schedule->random, n);
}

static const char *
any_value(struct schedule *schedule)
{
	static const char *const values[] = { NULL, "satu", "dua", "tiga",
		"empat" };

	return values[schedule_below(schedule, array_length(values))];
}

const char *
schedule_text(const struct record *record, int cell)
{
	return record_has(record, cell) ? record_text(record, cell) : NULL;
}

/* With a cell, all of its group. */
static void
add_group(const struct table *table, int row, struct model_write *write)
{
	for (int i = 1; i < MODEL_CELLS; i++)
		for (int j = 1; j < MODEL_CELLS; j++) {
			int group;

			if (!write->writes[i] || schedule_cell[row][j] < 0)
				continue;
			group = table_group(table, schedule_cell[row][i]);
			if (group != 0 &&
			    group == table_group(table, schedule_cell[row][j]))
				write->writes[j] = true;
		}
}

/* The write that is being made, with what the counter knows. */
static void
note_write(
    struct schedule *schedule, size_t at, const struct model_write *write)
{
	struct model *model = &schedule->model[at];
	int n = schedule->writes.n;

	assert_true(n < MODEL_WRITES);
	schedule->writes.list[n] = *write;
	model_base(model, &schedule->writes.list[n]);
	schedule->writes.n++;
	model_take(model, &schedule->writes, n);
	model->unsealed[model->n_unsealed++] = n;
}

static void
put(struct schedule *schedule, size_t at, const struct record *record)
{
	struct register_fixture *counter = schedule->fleet->counter[at];

	counter->now_ms += (int64_t)schedule_below(schedule, 3000);
	register_put(counter, record);
}

static void
make_row(struct schedule *schedule, size_t at, int row)
{
	struct arena *arena = schedule->fleet->arena;
	struct record record =
	    record_of(schedule_table[row], schedule->id[row]);
	struct model_write write = { .row = row, .makes = true };

	/* Only a derived key is made by several. */
	if (schedule_table[row] == TABLE_PERSON && schedule->was_made[row])
		return;
	schedule->was_made[row] = true;
	for (int i = 1; i < MODEL_CELLS; i++) {
		if (schedule_cell[row][i] < 0)
			continue;
		write.value[i] = any_value(schedule);
		record_set_text(
		    &record, arena, schedule_cell[row][i], write.value[i]);
	}
	put(schedule, at, &record);
	note_write(schedule, at, &write);
}

static void
change_row(struct schedule *schedule, size_t at, int row, struct record *record)
{
	struct model_write write = { .row = row };
	const struct record old = *record;
	bool is_other = false;

	for (size_t n = 1 + schedule_below(schedule, 3); n > 0; n--) {
		int i = 1 + (int)schedule_below(schedule, MODEL_CELLS - 1);
		const char *value = any_value(schedule);

		if (schedule_cell[row][i] >= 0)
			record_set_text(record, schedule->fleet->arena,
			    schedule_cell[row][i], value);
	}
	for (int i = 1; i < MODEL_CELLS; i++) {
		int cell = schedule_cell[row][i];

		write.writes[i] = cell >= 0 &&
		    !value_equal(&old.cell[cell], &record->cell[cell]);
		is_other |= write.writes[i];
	}
	if (!is_other)
		return;
	add_group(record->table, row, &write);
	for (int i = 1; i < MODEL_CELLS; i++)
		if (write.writes[i])
			write.value[i] =
			    schedule_text(record, schedule_cell[row][i]);
	put(schedule, at, record);
	note_write(schedule, at, &write);
}

/* false: it is not there, and the model says so as well. */
bool
schedule_find(
    struct schedule *schedule, size_t at, int row, struct record *record)
{
	struct err err = { 0 };
	enum fail fail;

	fail =
	    store_get(schedule->fleet->counter[at]->store, schedule_table[row],
		&schedule->id[row], schedule->fleet->arena, record, &err);
	if (fail && fail != FAIL_MISSING)
		t_done(fail, err);
	assert_int_equal(!fail, schedule->model[at].is_there[row]);
	return !fail;
}

void
schedule_write(struct schedule *schedule, size_t at)
{
	int row = (int)schedule_below(schedule, MODEL_ROWS);
	struct record record;

	if (!schedule_find(schedule, at, row, &record))
		make_row(schedule, at, row);
	else
		change_row(schedule, at, row, &record);
}

static int
row_of(const struct schedule *schedule, const struct id *id)
{
	for (int row = 0; row < MODEL_ROWS; row++)
		if (id_equal(&schedule->id[row], id))
			return row;
	fail_msg("a row that nobody made");
	return -1;
}

void
schedule_decide(struct schedule *schedule, size_t at)
{
	struct store *store = schedule->fleet->counter[at]->store;
	struct conflicts found = { .arena = schedule->fleet->arena };
	scoped_transaction transaction = { 0 };
	const struct conflict *conflict;
	struct model_write write = { 0 };
	struct record record;
	struct err err = { 0 };
	size_t kept;

	t_done(store_conflicts(store, 0, NULL, &found, &err), err);
	if (found.n == 0)
		return;
	conflict = &found.list[schedule_below(schedule, found.n)];
	kept = schedule_below(schedule, conflict->n_values);
	write.row = row_of(schedule, &conflict->id);
	assert_true(schedule_find(schedule, at, write.row, &record));
	for (size_t i = 0; i < conflict->n_cells; i++)
		for (int j = 1; j < MODEL_CELLS; j++)
			if (schedule_cell[write.row][j] == conflict->cells[i])
				write.writes[j] = true;
	add_group(conflict->table, write.row, &write);
	t_done(transaction_begin(&transaction, store, "budi", &err), err);
	t_done(store_conflict_decide(store, conflict, kept, &err), err);
	t_done(transaction_commit(&transaction, &err), err);
	assert_true(schedule_find(schedule, at, write.row, &record));
	for (int j = 1; j < MODEL_CELLS; j++)
		if (write.writes[j])
			write.value[j] =
			    schedule_text(&record, schedule_cell[write.row][j]);
	note_write(schedule, at, &write);
}
