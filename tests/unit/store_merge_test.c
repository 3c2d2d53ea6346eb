/*
 * Random schedules of some counters against the model of the merge rule:
 * writes, decisions, bundles in any order and twice, clocks that jump,
 * machines cloned and not noticed, backups put back, changes of writer.
 *
 * LOKET_SCHEDULES: how many; LOKET_SEED: from which seed on. A seed that
 * ever failed stays in the list below.
 */
#include "lib/fleet.h"
#include "lib/model.h"

#include "domain/table_group.h"
#include "store/conflict.h"

enum { STEPS = 90, SCHEDULES = 40, BUNDLES_MAX = 1024 };

static const uint64_t failed_once[] = { 0 };

static const enum table_number table_of_row[MODEL_ROWS] = { TABLE_PERSON,
	TABLE_PERSON, TABLE_PERSON, TABLE_CHECK, TABLE_ANSWER };

/* The cells that are played with; -1: fewer than the model has. */
static const int cell_of[MODEL_ROWS][MODEL_CELLS] = {
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

struct schedule {
	struct t_random random;
	struct fleet *fleet;
	struct model_writes writes;
	struct model model[FLEET_MAX], saved[FLEET_MAX];
	bool has_saved[FLEET_MAX];
	int sealed[BUNDLES_MAX][MODEL_WRITES]; /* what a bundle carries */
	int n_sealed[BUNDLES_MAX];
	struct id id[MODEL_ROWS];
	bool was_made[MODEL_ROWS];
};

static size_t
below(struct schedule *schedule, size_t n)
{
	return t_random_below(&schedule->random, n);
}

static const char *
any_value(struct schedule *schedule)
{
	static const char *const values[] = { NULL, "satu", "dua", "tiga",
		"empat" };

	return values[below(schedule, array_length(values))];
}

static const char *
text_of(const struct record *record, int cell)
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

			if (!write->writes[i] || cell_of[row][j] < 0)
				continue;
			group = table_group(table, cell_of[row][i]);
			if (group != 0 &&
			    group == table_group(table, cell_of[row][j]))
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

	counter->now_ms += (int64_t)below(schedule, 3000);
	register_put(counter, record);
}

static void
make_row(struct schedule *schedule, size_t at, int row)
{
	struct arena *arena = schedule->fleet->arena;
	struct record record = record_of(table_of_row[row], schedule->id[row]);
	struct model_write write = { .row = row, .makes = true };

	/* Only a derived key is made by several. */
	if (table_of_row[row] == TABLE_PERSON && schedule->was_made[row])
		return;
	schedule->was_made[row] = true;
	for (int i = 1; i < MODEL_CELLS; i++) {
		if (cell_of[row][i] < 0)
			continue;
		write.value[i] = any_value(schedule);
		record_set_text(
		    &record, arena, cell_of[row][i], write.value[i]);
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

	for (size_t n = 1 + below(schedule, 3); n > 0; n--) {
		int i = 1 + (int)below(schedule, MODEL_CELLS - 1);
		const char *value = any_value(schedule);

		if (cell_of[row][i] >= 0)
			record_set_text(record, schedule->fleet->arena,
			    cell_of[row][i], value);
	}
	for (int i = 1; i < MODEL_CELLS; i++) {
		int cell = cell_of[row][i];

		write.writes[i] = cell >= 0 &&
		    !value_equal(&old.cell[cell], &record->cell[cell]);
		is_other |= write.writes[i];
	}
	if (!is_other)
		return;
	add_group(record->table, row, &write);
	for (int i = 1; i < MODEL_CELLS; i++)
		if (write.writes[i])
			write.value[i] = text_of(record, cell_of[row][i]);
	put(schedule, at, record);
	note_write(schedule, at, &write);
}

/* false: it is not there, and the model says so as well. */
static bool
find_row(struct schedule *schedule, size_t at, int row, struct record *record)
{
	struct err err = { 0 };
	enum fail fail;

	fail = store_get(schedule->fleet->counter[at]->store, table_of_row[row],
	    &schedule->id[row], schedule->fleet->arena, record, &err);
	if (fail && fail != FAIL_MISSING)
		t_done(fail, err);
	assert_int_equal(!fail, schedule->model[at].is_there[row]);
	return !fail;
}

static void
write_something(struct schedule *schedule, size_t at)
{
	int row = (int)below(schedule, MODEL_ROWS);
	struct record record;

	if (!find_row(schedule, at, row, &record))
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

static void
decide_something(struct schedule *schedule, size_t at)
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
	conflict = &found.list[below(schedule, found.n)];
	kept = below(schedule, conflict->n_values);
	write.row = row_of(schedule, &conflict->id);
	assert_true(find_row(schedule, at, write.row, &record));
	for (size_t i = 0; i < conflict->n_cells; i++)
		for (int j = 1; j < MODEL_CELLS; j++)
			if (cell_of[write.row][j] == conflict->cells[i])
				write.writes[j] = true;
	add_group(conflict->table, write.row, &write);
	t_done(transaction_begin(&transaction, store, "budi", &err), err);
	t_done(store_conflict_decide(store, conflict, kept, &err), err);
	t_done(transaction_commit(&transaction, &err), err);
	assert_true(find_row(schedule, at, write.row, &record));
	for (int j = 1; j < MODEL_CELLS; j++)
		if (write.writes[j])
			write.value[j] =
			    text_of(&record, cell_of[write.row][j]);
	note_write(schedule, at, &write);
}

static void
seal(struct schedule *schedule, size_t at)
{
	struct model *model = &schedule->model[at];
	size_t bundle = schedule->fleet->n_bundles;
	size_t n = fleet_seal(schedule->fleet, at);

	assert_int_equal(n, model->n_unsealed > 0);
	if (n == 0)
		return;
	assert_true(bundle < BUNDLES_MAX);
	memcpy(
	    schedule->sealed[bundle], model->unsealed, sizeof model->unsealed);
	schedule->n_sealed[bundle] = model->n_unsealed;
	model->n_unsealed = 0;
}

/* true: it has to wait for another. */
static bool
deliver(struct schedule *schedule, size_t at, size_t bundle)
{
	struct applied applied;
	enum fail fail;

	fail = fleet_apply(schedule->fleet, at, bundle, &applied);
	if (fail == FAIL_MISSING)
		return true;
	assert_int_equal(fail, FAIL_NONE);
	for (int i = 0; i < schedule->n_sealed[bundle]; i++)
		model_take(&schedule->model[at], &schedule->writes,
		    schedule->sealed[bundle][i]);
	return false;
}

static void
deliver_all(struct schedule *schedule, size_t at)
{
	bool waits = true;

	for (size_t round = 0; waits; round++) {
		waits = false;
		for (size_t i = 0; i < schedule->fleet->n_bundles; i++)
			waits |= deliver(schedule, at, i);
		assert_true(round <= schedule->fleet->n_bundles);
	}
}

static void
begin_life(struct schedule *schedule, size_t at)
{
	struct err err = { 0 };

	t_done(
	    store_new_life(schedule->fleet->counter[at]->store, "", &err), err);
}

/* Cloned, and not noticed at once. */
static void
clone_machine(struct schedule *schedule, size_t at)
{
	size_t twin;

	if (schedule->fleet->n == FLEET_MAX)
		return;
	twin = fleet_twin(schedule->fleet, at);
	schedule->model[twin] = schedule->model[at];
}

static void
save_or_restore(struct schedule *schedule, size_t at)
{
	if (!schedule->has_saved[at]) {
		fleet_save(schedule->fleet, at);
		schedule->saved[at] = schedule->model[at];
		schedule->has_saved[at] = true;
		return;
	}
	fleet_restore(schedule->fleet, at);
	schedule->model[at] = schedule->saved[at];
	schedule->has_saved[at] = false;
	if (below(schedule, 2) == 0)
		begin_life(schedule, at);
}

static void
jump_clock(struct schedule *schedule, size_t at)
{
	static const int64_t day_ms = INT64_C(86400000);
	int64_t *now_ms = &schedule->fleet->counter[at]->now_ms;

	*now_ms += ((int64_t)below(schedule, 7300) - 3650) * day_ms;
	if (*now_ms < 0)
		*now_ms = 0;
}

/* What the counter shows is what the model says. */
static void
compare(struct schedule *schedule, size_t at)
{
	struct store *store = schedule->fleet->counter[at]->store;
	const struct model *model = &schedule->model[at];
	struct err err = { 0 };

	for (int row = 0; row < MODEL_ROWS; row++) {
		struct conflicts found = { .arena = schedule->fleet->arena };
		struct record record;
		bool is_parallel = false, is_open = false;

		if (!find_row(schedule, at, row, &record))
			continue;
		for (int i = 1; i < MODEL_CELLS; i++) {
			if (cell_of[row][i] < 0)
				continue;
			assert_true(model_has(model, &schedule->writes, row, i,
			    text_of(&record, cell_of[row][i])));
			is_open |=
			    model_is_open(model, &schedule->writes, row, i);
		}
		t_done(store_is_parallel(store, table_of_row[row],
			   &schedule->id[row], &is_parallel, &err),
		    err);
		assert_int_equal(is_parallel, model->cell[row][0].n_heads > 1);
		t_done(store_conflicts(store, table_of_row[row],
			   &schedule->id[row], &found, &err),
		    err);
		assert_int_equal(found.n > 0, is_open);
	}
}

static void
step(struct schedule *schedule)
{
	size_t at = below(schedule, schedule->fleet->n);
	size_t dice = below(schedule, 100);

	if (dice < 45)
		write_something(schedule, at);
	else if (dice < 50)
		decide_something(schedule, at);
	else if (dice < 62)
		seal(schedule, at);
	else if (dice < 84 && schedule->fleet->n_bundles > 0)
		deliver(
		    schedule, at, below(schedule, schedule->fleet->n_bundles));
	else if (dice < 88)
		deliver_all(schedule, at);
	else if (dice < 91)
		fleet_restart(schedule->fleet, at);
	else if (dice < 93)
		jump_clock(schedule, at);
	else if (dice < 95)
		begin_life(schedule, at);
	else if (dice < 96)
		clone_machine(schedule, at);
	else if (dice < 98)
		save_or_restore(schedule, at);
	else
		compare(schedule, at);
}

static void
end(struct schedule *schedule)
{
	struct fleet *fleet = schedule->fleet;

	for (size_t i = 0; i < fleet->n; i++)
		seal(schedule, i);
	for (size_t i = 0; i < fleet->n; i++)
		deliver_all(schedule, i);
	for (size_t i = 0; i < fleet->n; i++) {
		compare(schedule, i);
		assert_true(
		    model_equal(&schedule->model[i], &schedule->model[0]));
	}
	fleet_is_one(fleet);
}

static void
play(uint64_t seed)
{
	struct schedule *schedule = calloc(1, sizeof *schedule);

	assert_non_null(schedule);
	schedule->random.state = seed * 2654435761u + 88172645463325252u;
	schedule->fleet = fleet_new(2 + below(schedule, 4), seed);
	for (int row = 0; row < MODEL_ROWS; row++)
		schedule->id[row] = (struct id){ { (uint8_t)(row + 1), 0x77 } };
	for (int i = 0; i < STEPS; i++)
		step(schedule);
	end(schedule);
	fleet_free(schedule->fleet);
	free(schedule);
}

static uint64_t
number_of(const char *name, uint64_t otherwise)
{
	const char *text = getenv(name);

	return text == NULL ? otherwise : strtoull(text, NULL, 10);
}

T(every_counter_shows_what_all_entries_say_whatever_the_order)
{
	uint64_t n = number_of("LOKET_SCHEDULES", SCHEDULES);
	uint64_t first = number_of("LOKET_SEED", 1);

	for (size_t i = 0; i < array_length(failed_once); i++)
		play(failed_once[i]);
	for (uint64_t seed = first; seed < first + n; seed++) {
		print_message("# seed %llu\n", (unsigned long long)seed);
		play(seed);
	}
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(
	    every_counter_shows_what_all_entries_say_whatever_the_order),
};

int
main(void)
{
	return T_RUN(tests);
}
