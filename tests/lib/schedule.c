#include "lib/schedule.h"
#include "store/conflict.h"
#include "store/versions.h"

static void
seal(struct schedule *schedule, size_t at)
{
	struct model *model = &schedule->model[at];
	size_t bundle = schedule->fleet->n_bundles;
	size_t n = fleet_seal(schedule->fleet, at);

	assert_int_equal(n, model->n_unsealed > 0);
	if (n == 0)
		return;
	assert_true(bundle < SCHEDULE_BUNDLES_MAX);
	memcpy(
	    schedule->sealed[bundle], model->unsealed, sizeof model->unsealed);
	schedule->n_sealed[bundle] = model->n_unsealed;
	model->n_unsealed = 0;
}

/* Versions that are named and have not come. */
static void
compare_waited(struct schedule *schedule, size_t at)
{
	const struct model *model = &schedule->model[at];
	struct version_counts counts;
	struct err err = { 0 };
	int n = 0;

	for (int row = 0; row < MODEL_ROWS; row++) {
		for (int i = 0; i < MODEL_CELLS; i++)
			n += model->cell[row][i].n_waited;
		/* When it was judged goes with how, and is not played with. */
		if (schedule_table[row] == TABLE_CHECK)
			n += model->cell[row][1].n_waited;
	}
	t_done(
	    versions_count(schedule->fleet->counter[at]->store, &counts, &err),
	    err);
	assert_int_equal(counts.waited, n);
}

/* The one that is shown is the first. */
static void
compare_shown(const struct conflicts *found, const struct record *record)
{
	for (size_t i = 0; i < found->n; i++)
		for (size_t j = 0; j < found->list[i].n_cells; j++) {
			const struct conflict *conflict = &found->list[i];

			assert_true(value_equal(&conflict->values[0].values[j],
			    &record->cell[conflict->cells[j]]));
		}
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

		if (!schedule_find(schedule, at, row, &record))
			continue;
		for (int i = 1; i < MODEL_CELLS; i++) {
			if (schedule_cell[row][i] < 0)
				continue;
			assert_true(model_has(model, &schedule->writes, row, i,
			    schedule_text(&record, schedule_cell[row][i])));
			is_open |=
			    model_is_open(model, &schedule->writes, row, i);
		}
		t_done(store_is_parallel(store, schedule_table[row],
			   &schedule->id[row], &is_parallel, &err),
		    err);
		assert_int_equal(is_parallel, model->cell[row][0].n_heads > 1);
		t_done(store_conflicts(store, schedule_table[row],
			   &schedule->id[row], &found, &err),
		    err);
		assert_int_equal(found.n > 0, is_open);
		compare_shown(&found, &record);
	}
	compare_waited(schedule, at);
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
	if (schedule_below(schedule, 4) == 0)
		compare(schedule, at);
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
	if (schedule_below(schedule, 2) == 0)
		begin_life(schedule, at);
}

static void
jump_clock(struct schedule *schedule, size_t at)
{
	static const int64_t day_ms = INT64_C(86400000);
	int64_t *now_ms = &schedule->fleet->counter[at]->now_ms;

	*now_ms += ((int64_t)schedule_below(schedule, 7300) - 3650) * day_ms;
	if (*now_ms < 0)
		*now_ms = 0;
}

static void
step(struct schedule *schedule)
{
	size_t at = schedule_below(schedule, schedule->fleet->n);
	size_t dice = schedule_below(schedule, 100);

	if (dice < 45)
		schedule_write(schedule, at);
	else if (dice < 50)
		schedule_decide(schedule, at);
	else if (dice < 62)
		seal(schedule, at);
	else if (dice < 84 && schedule->fleet->n_bundles > 0)
		deliver(schedule, at,
		    schedule_below(schedule, schedule->fleet->n_bundles));
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

void
schedule_play(uint64_t seed)
{
	struct schedule *schedule = calloc(1, sizeof *schedule);

	assert_non_null(schedule);
	schedule->random.state = seed * 2654435761u + 88172645463325252u;
	schedule->fleet = fleet_new(2 + schedule_below(schedule, 4), seed);
	for (int row = 0; row < MODEL_ROWS; row++)
		schedule->id[row] = (struct id){ { (uint8_t)(row + 1), 0x77 } };
	for (int i = 0; i < SCHEDULE_STEPS; i++)
		step(schedule);
	end(schedule);
	fleet_free(schedule->fleet);
	free(schedule);
}
