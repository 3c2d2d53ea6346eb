/* Changes of writer: restored and cloned registers, and what they sealed. */
#include "lib/fleet.h"

#include "store/check.h"

static int
setup(void **state)
{
	*state = fleet_new(2, 3);
	return 0;
}

static int
teardown(void **state)
{
	fleet_free(*state);
	return 0;
}

#define FLEET(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
#define FLEET_ROW(row, test) T_ROW_WITH(row, test, setup, teardown)

static struct id
add_person(struct fleet *fleet, size_t at)
{
	struct register_fixture *counter = fleet->counter[at];
	struct record person =
	    record_of(TABLE_PERSON, store_new_id(counter->store));

	record_set_text(&person, counter->arena, PERSON_NAME, "Wayan");
	register_put(counter, &person);
	return person.id;
}

static bool
has_person(struct fleet *fleet, size_t at, const struct id *id)
{
	struct record person;

	return store_get(fleet->counter[at]->store, TABLE_PERSON, id,
		   fleet->arena, &person, NULL) == FAIL_NONE;
}

static void
begin_life(struct fleet *fleet, size_t at)
{
	struct err err = { 0 };

	t_done(store_new_life(fleet->counter[at]->store, "", &err), err);
}

static struct past_life *
lives(struct fleet *fleet, size_t at, size_t *n)
{
	struct past_life *list = NULL;
	struct err err = { 0 };

	t_done(store_lives(
		   fleet->counter[at]->store, fleet->arena, &list, n, &err),
	    err);
	return list;
}

static int64_t
unsealed(struct fleet *fleet, size_t at)
{
	struct err err = { 0 };
	int64_t n = -1;

	t_done(store_unsealed(fleet->counter[at]->store, &n, &err), err);
	return n;
}

T(what_was_not_sealed_moves_to_the_new_writer)
{
	struct fleet *fleet = *state;
	struct store *store = fleet->counter[0]->store;
	const struct fleet_bundle *old, *new;
	struct applied applied;
	struct past_life *list;
	struct id moved;
	size_t n = 0;

	add_person(fleet, 0);
	add_person(fleet, 0);
	fleet_seal(fleet, 0);
	moved = add_person(fleet, 0);
	assert_int_equal(unsealed(fleet, 0), 1);
	begin_life(fleet, 0);
	assert_int_equal(unsealed(fleet, 0), 1);
	add_person(fleet, 0);
	assert_int_equal(fleet_seal(fleet, 0), 1);
	assert_int_equal(unsealed(fleet, 0), 0);
	old = &fleet->list[0];
	new = &fleet->list[1];
	assert_false(id_equal(&old->bundle.writer, &new->bundle.writer));
	assert_int_equal(new->bundle.number, 1);
	assert_memory_equal(new->bundle.prev, old->bundle.hash, HASH_SIZE);
	list = lives(fleet, 0, &n);
	assert_int_equal(n, 2);
	assert_true(id_equal(&list[0].writer, &old->bundle.writer));
	assert_int_equal(list[0].letter, 'A');
	assert_int_equal(list[0].sealed, 1);
	assert_memory_equal(list[0].last, old->bundle.hash, HASH_SIZE);
	assert_int_equal(list[1].letter, 'B');
	assert_int_equal(list[1].sealed, 1);
	assert_memory_equal(list[1].last, new->bundle.hash, HASH_SIZE);
	list[0].writer = store_writer(store);
	assert_true(id_equal(&list[0].writer, &list[1].writer));
	/* The new one's first must not overtake the old one's last. */
	assert_int_equal(fleet_apply(fleet, 1, 1, &applied), FAIL_MISSING);
	assert_false(has_person(fleet, 1, &moved));
	assert_int_equal(fleet_apply(fleet, 1, 0, &applied), FAIL_NONE);
	assert_int_equal(fleet_apply(fleet, 1, 1, &applied), FAIL_NONE);
	assert_int_equal(applied.entries, 2);
	assert_true(has_person(fleet, 1, &moved));
	fleet_is_one(fleet);
}

T(a_life_that_sealed_nothing_passes_the_link_on)
{
	struct fleet *fleet = *state;
	struct past_life *list;
	size_t n = 0;

	add_person(fleet, 0);
	fleet_seal(fleet, 0);
	begin_life(fleet, 0);
	begin_life(fleet, 0);
	add_person(fleet, 0);
	fleet_seal(fleet, 0);
	assert_memory_equal(
	    fleet->list[1].bundle.prev, fleet->list[0].bundle.hash, HASH_SIZE);
	list = lives(fleet, 0, &n);
	assert_int_equal(n, 3);
	assert_int_equal(list[1].sealed, 0);
	assert_memory_equal(
	    list[1].last, fleet->list[0].bundle.hash, HASH_SIZE);
	fleet_pull(fleet, 1);
	fleet_is_one(fleet);
}

/* Yesterday's backup is put back: today's work returns from the share. */
T(a_restored_register_reads_its_own_old_stream_back)
{
	struct fleet *fleet = *state;
	struct applied applied;
	struct id kept, lost, after;

	kept = add_person(fleet, 0);
	fleet_seal(fleet, 0);
	add_person(fleet, 0);
	fleet_save(fleet, 0);
	lost = add_person(fleet, 0);
	fleet_seal(fleet, 0);
	fleet_restore(fleet, 0);
	begin_life(fleet, 0);
	assert_false(has_person(fleet, 0, &lost));
	after = add_person(fleet, 0);
	fleet_seal(fleet, 0);
	assert_int_equal(fleet_apply(fleet, 0, 1, &applied), FAIL_NONE);
	/* The one that was in the backup moved to the new life, and is not
	 * counted twice. */
	assert_int_equal(applied.entries, 1);
	assert_true(has_person(fleet, 0, &kept));
	assert_true(has_person(fleet, 0, &lost));
	fleet_pull(fleet, 1);
	assert_true(has_person(fleet, 1, &lost));
	assert_true(has_person(fleet, 1, &after));
	fleet_is_one(fleet);
}

/* The same disk in two machines, which both publish as one writer. */
T(both_branches_of_a_fork_are_applied_and_told)
{
	struct fleet *fleet = *state;
	struct bundles bundles = { .arena = fleet->arena };
	struct vector vector = { .arena = fleet->arena };
	struct applied applied;
	struct err err = { 0 };
	struct id one, other;
	size_t twin;

	add_person(fleet, 0);
	fleet_seal(fleet, 0);
	twin = fleet_twin(fleet, 0);
	one = add_person(fleet, 0);
	other = add_person(fleet, twin);
	fleet_seal(fleet, 0);
	fleet_seal(fleet, twin);
	assert_int_equal(fleet_apply(fleet, 1, 0, &applied), FAIL_NONE);
	assert_int_equal(fleet_apply(fleet, 1, 1, &applied), FAIL_NONE);
	assert_false(applied.is_fork);
	assert_int_equal(fleet_apply(fleet, 1, 2, &applied), FAIL_NONE);
	assert_true(applied.is_fork);
	assert_true(has_person(fleet, 1, &one));
	assert_true(has_person(fleet, 1, &other));
	t_done(store_bundles_forked(fleet->counter[1]->store, &bundles, &err),
	    err);
	assert_int_equal(bundles.n, 2);
	assert_int_equal(bundles.list[0].number, 2);
	assert_int_equal(bundles.list[1].number, 2);
	t_done(store_vector(fleet->counter[1]->store, &vector, &err), err);
	assert_int_equal(vector.n, 2);
	fleet_pull(fleet, 0);
	fleet_pull(fleet, twin);
	fleet_is_one(fleet);
}

T(vectors_of_counters_that_met_are_equal)
{
	struct fleet *fleet = *state;
	struct vector vectors[2] = { { .arena = fleet->arena },
		{ .arena = fleet->arena } };
	struct err err = { 0 };

	add_person(fleet, 0);
	fleet_seal(fleet, 0);
	add_person(fleet, 0);
	add_person(fleet, 1);
	fleet_meet(fleet);
	for (size_t i = 0; i < 2; i++)
		t_done(
		    store_vector(fleet->counter[i]->store, &vectors[i], &err),
		    err);
	assert_int_equal(vectors[0].n, 2);
	assert_int_equal(vectors[1].n, 2);
	assert_memory_equal(
	    vectors[0].list, vectors[1].list, 2 * sizeof *vectors[0].list);
	assert_true(vectors[0].list[0].number + vectors[0].list[1].number == 3);
}

T(own_bundles_are_kept_verbatim_and_marked_as_sent)
{
	struct fleet *fleet = *state;
	struct store *store = fleet->counter[0]->store;
	struct bundles bundles = { .arena = fleet->arena };
	scoped_buf file = { 0 };
	struct bundle bundle;
	struct err err = { 0 };
	uint8_t none[HASH_SIZE] = { 9 };
	bool is_known = true;

	add_person(fleet, 0);
	fleet_seal(fleet, 0);
	begin_life(fleet, 0);
	add_person(fleet, 0);
	fleet_seal(fleet, 0);
	buf_init(&file, 1 << 20);
	t_done(store_bundle_get(
		   store, fleet->list[0].bundle.hash, &bundle, &file, &err),
	    err);
	assert_int_equal(file.size, fleet->list[0].size);
	assert_memory_equal(file.text, fleet->list[0].file, file.size);
	assert_int_equal(bundle.state, BUNDLE_SEALED);
	assert_int_equal(bundle.first, 1);
	assert_int_equal(bundle.last, 1);
	t_done(store_bundle_sent(store, bundle.hash, &err), err);
	t_done(store_bundles_own(store, BUNDLE_SEALED, &bundles, &err), err);
	assert_int_equal(bundles.n, 1);
	assert_memory_equal(
	    bundles.list[0].hash, fleet->list[1].bundle.hash, HASH_SIZE);
	t_done(store_bundles_own(store, 0, &bundles, &err), err);
	assert_int_equal(bundles.n, 2);
	assert_int_equal(bundles.list[0].state, BUNDLE_SENT);
	t_done(store_bundle_lost(store, bundle.hash, &err), err);
	t_done(store_bundles_own(store, BUNDLE_SEALED, &bundles, &err), err);
	assert_int_equal(bundles.n, 2);
	assert_int_equal(store_bundle_sent(store, none, NULL), FAIL_MISSING);
	t_done(store_bundle_known(store, none, &is_known, &err), err);
	assert_false(is_known);
	t_done(store_bundle_known(store, bundle.hash, &is_known, &err), err);
	assert_true(is_known);
	/* Another's bundle is not ours to publish. */
	fleet_pull(fleet, 1);
	t_done(store_bundles_own(fleet->counter[1]->store, 0, &bundles, &err),
	    err);
	assert_int_equal(bundles.n, 0);
	t_done(store_bundles_of(
		   fleet->counter[1]->store, &bundle.writer, 1, &bundles, &err),
	    err);
	assert_int_equal(bundles.n, 1);
	assert_int_equal(bundles.list[0].state, BUNDLE_FOREIGN);
}

static const struct CMUnitTest tests[] = {
	FLEET(what_was_not_sealed_moves_to_the_new_writer),
	FLEET(a_life_that_sealed_nothing_passes_the_link_on),
	FLEET_ROW("D3", a_restored_register_reads_its_own_old_stream_back),
	FLEET_ROW("D2", both_branches_of_a_fork_are_applied_and_told),
	FLEET(vectors_of_counters_that_met_are_equal),
	FLEET(own_bundles_are_kept_verbatim_and_marked_as_sent),
};

int
main(void)
{
	return T_RUN(tests);
}
