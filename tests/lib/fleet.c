#include "lib/fleet.h"

#include <stdio.h>
#include <unistd.h>

#include "base/crypto.h"
#include "store/check.h"

enum { FILE_MAX = 65 << 20 };

static const char *
saved_path(const struct register_fixture *counter)
{
	return arena_print(counter->arena, "%s/saved.db", counter->folder);
}

/* A counter without a register yet. */
static struct register_fixture *
new_counter(struct fleet *fleet, uint64_t seed)
{
	struct register_fixture *counter;
	void *state = NULL;

	assert_true(fleet->n < FLEET_MAX);
	assert_int_equal(register_setup(&state), 0);
	counter = state;
	store_close(counter->store);
	counter->store = NULL;
	assert_int_equal(unlink(counter->path), 0);
	counter->random.state = (seed + 1) * 1000003 + fleet->n;
	fleet->counter[fleet->n++] = counter;
	return counter;
}

struct fleet *
fleet_new(size_t n, uint64_t seed)
{
	struct arena *arena = arena_new();
	struct fleet *fleet = arena_alloc(arena, sizeof *fleet);

	fleet->arena = arena;
	for (size_t i = 0; i < n; i++) {
		struct register_fixture *counter = new_counter(fleet, seed);

		counter->options.station = arena_print(arena, "L%02zu", i + 1);
		register_reopen(counter);
	}
	return fleet;
}

void
fleet_free(struct fleet *fleet)
{
	for (size_t i = 0; i < fleet->n; i++) {
		void *state = fleet->counter[i];

		register_teardown(&state);
	}
	arena_free(fleet->arena);
}

void
fleet_restart(struct fleet *fleet, size_t at)
{
	register_reopen(fleet->counter[at]);
}

size_t
fleet_twin(struct fleet *fleet, size_t at)
{
	struct register_fixture *counter = fleet->counter[at];
	struct register_fixture *twin =
	    new_counter(fleet, t_random_next(&counter->random));
	struct err err = { 0 };

	t_done(store_backup(counter->store, twin->path, &err), err);
	twin->options.station = counter->options.station;
	twin->now_ms = counter->now_ms;
	register_reopen(twin);
	return fleet->n - 1;
}

void
fleet_save(struct fleet *fleet, size_t at)
{
	struct register_fixture *counter = fleet->counter[at];
	const char *path = saved_path(counter);
	struct err err = { 0 };

	unlink(path);
	t_done(store_backup(counter->store, path, &err), err);
}

void
fleet_restore(struct fleet *fleet, size_t at)
{
	struct register_fixture *counter = fleet->counter[at];

	store_close(counter->store);
	counter->store = NULL;
	assert_int_equal(rename(saved_path(counter), counter->path), 0);
	register_reopen(counter);
}

/* The file: a head, random as a container's is, and the payload. */
static void
write_file(struct register_fixture *counter, const struct parcel *parcel,
    const struct buf *payload, struct buf *file)
{
	uint64_t salt = t_random_next(&counter->random);

	buf_add(file, &salt, sizeof salt);
	buf_add(file, parcel->writer.byte, ID_SIZE);
	buf_add(file, &parcel->number, sizeof parcel->number);
	buf_add(file, parcel->prev, HASH_SIZE);
	buf_add(file, payload->text, payload->size);
}

static void
keep(struct fleet *fleet, const struct parcel *parcel,
    const uint8_t hash[HASH_SIZE], const struct buf *payload,
    const struct buf *file)
{
	struct fleet_bundle made = { .bundle = { .writer = parcel->writer,
					 .number = parcel->number },
		.size = file->size,
		.payload_size = payload->size };

	memcpy(made.bundle.hash, hash, HASH_SIZE);
	memcpy(made.bundle.prev, parcel->prev, HASH_SIZE);
	made.file =
	    (const uint8_t *)arena_bytes(fleet->arena, file->text, file->size);
	made.payload = (const uint8_t *)arena_bytes(
	    fleet->arena, payload->text, payload->size);
	fleet->list = arena_grow(fleet->arena, fleet->list, fleet->n_bundles,
	    &fleet->room, sizeof made);
	fleet->list[fleet->n_bundles++] = made;
}

size_t
fleet_seal(struct fleet *fleet, size_t at)
{
	struct store *store = fleet->counter[at]->store;
	size_t n_bundles = fleet->n_bundles;
	struct err err = { 0 };

	for (;;) {
		scoped_transaction transaction = { 0 };
		scoped_buf payload = { 0 }, file = { 0 };
		uint8_t hash[HASH_SIZE];
		struct parcel parcel;

		buf_init(&payload, FILE_MAX);
		buf_init(&file, FILE_MAX);
		t_done(transaction_begin(&transaction, store, "", &err), err);
		t_done(store_parcel_next(store, &payload, &parcel, &err), err);
		if (parcel.n == 0)
			return fleet->n_bundles - n_bundles;
		write_file(fleet->counter[at], &parcel, &payload, &file);
		hash_bytes(file.text, file.size, NULL, 0, hash);
		t_done(store_bundle_seal(
			   store, &parcel, hash, file.text, file.size, &err),
		    err);
		t_done(transaction_commit(&transaction, &err), err);
		keep(fleet, &parcel, hash, &payload, &file);
	}
}

struct incoming
fleet_incoming(const struct fleet_bundle *made)
{
	return (struct incoming){ .bundle = made->bundle,
		.file = made->file,
		.size = made->size,
		.payload = made->payload,
		.payload_size = made->payload_size };
}

enum fail
fleet_apply(
    struct fleet *fleet, size_t at, size_t bundle, struct applied *ret_applied)
{
	struct incoming incoming = fleet_incoming(&fleet->list[bundle]);
	struct err err = { 0 };
	enum fail fail;

	fail = store_apply(
	    fleet->counter[at]->store, &incoming, ret_applied, &err);
	if (fail == FAIL_IO || fail == FAIL_CORRUPT || fail == FAIL_BUSY)
		t_done(fail, err);
	return fail;
}

void
fleet_pull(struct fleet *fleet, size_t at)
{
	bool waits = true;

	for (size_t round = 0; waits; round++) {
		struct applied applied;

		waits = false;
		for (size_t i = 0; i < fleet->n_bundles; i++)
			waits |=
			    fleet_apply(fleet, at, i, &applied) == FAIL_MISSING;
		assert_true(round <= fleet->n_bundles);
	}
}

void
fleet_meet(struct fleet *fleet)
{
	for (size_t i = 0; i < fleet->n; i++)
		fleet_seal(fleet, i);
	for (size_t i = 0; i < fleet->n; i++)
		fleet_pull(fleet, i);
}

const char *
fleet_digest(struct fleet *fleet, size_t at)
{
	char *text = arena_alloc(fleet->arena, HASH_HEX_SIZE);
	uint8_t hash[HASH_SIZE];
	struct err err = { 0 };

	t_done(store_digest(fleet->counter[at]->store, hash, &err), err);
	hash_print(hash, text);
	return text;
}

void
fleet_finds_nothing(struct fleet *fleet, size_t at)
{
	struct register_fixture *counter = fleet->counter[at];
	struct findings findings = { .arena = counter->arena };
	struct err err = { 0 };

	t_done(store_check(counter->store, &findings, &err), err);
	for (size_t i = 0; i < findings.n; i++)
		print_error("%s: %s %s %s\n", counter->options.station,
		    findings.list[i].code, findings.list[i].arg[0],
		    findings.list[i].arg[1]);
	assert_int_equal(findings.total, 0);
}

void
fleet_is_one(struct fleet *fleet)
{
	const char *first = fleet_digest(fleet, 0);

	for (size_t i = 0; i < fleet->n; i++) {
		fleet_finds_nothing(fleet, i);
		assert_string_equal(fleet_digest(fleet, i), first);
	}
}
