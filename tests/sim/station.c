#include "station.h"

#include <sys/stat.h>

#include "base/failpoint.h"
#include "base/file.h"
#include "store/bundle.h"
#include "store/check.h"
#include "sync/join.h"
#include "sync/name.h"
#include "sync/round.h"

enum { START = 1795000000 };

static int64_t
now(void *context)
{
	return ((const struct station *)context)->now_ms;
}

static void
open_store(struct station *station)
{
	struct err err = { 0 };

	t_done(store_open(station->path, &station->options, &station->store,
	    &err), err);
}

void
station_open(struct station *station, size_t number, const char *folder,
    struct draw *draw)
{
	*station = (struct station){ .number = number,
		.now_ms = (int64_t)START * 1000,
		.entropy = draw_entropy(draw) };
	snprintf(station->code, sizeof station->code, "L%02zu", number + 1);
	snprintf(station->folder, sizeof station->folder, "%s/%s", folder,
	    station->code);
	snprintf(station->path, sizeof station->path, "%s/loket.db",
	    station->folder);
	assert_int_equal(mkdir(station->folder, 0700), 0);
	station->options = (struct store_options){
		.clock = { now, station },
		.entropy = station->entropy,
		.station = station->code,
		.may_create = true,
	};
	open_store(station);
}

void
station_close(struct station *station)
{
	store_close(station->store);
}

static void
make_member(struct station *station, struct keyring *keyring,
    struct member *member)
{
	const struct id writer = store_writer(station->store);
	const struct station_keys *own;
	struct err err = { 0 };

	t_done(keyring_add_station(keyring, &writer, &station->entropy, &own,
	    &err), err);
	*member = (struct member){ .writer = writer, .letter = 'A',
		.is_admin = station->number == 0,
		.since_ms = (int64_t)START * 1000 };
	snprintf(member->station, STATION_SIZE, "%s", station->code);
	memcpy(member->sign_key, own->sign.public_key, SIGN_PUBLIC_SIZE);
	memcpy(member->box_key, own->box.public_key, BOX_PUBLIC_SIZE);
}

void
fleet_found(struct fleet_keys *keys, struct station *stations, size_t n,
    struct draw *draw, struct paper_share *paper)
{
	struct member members[16];
	const struct entropy entropy = draw_entropy(draw);
	struct roster roster = { .version = 1,
		.made_ms = (int64_t)START * 1000, .members = members,
		.n_members = n };
	struct sign_pair admin;
	uint8_t seed[SEED_SIZE];
	scoped_buf marker = { 0 };
	struct share share = paper_share(paper);
	struct share_file file = { .path = "fleet" };
	struct err err = { 0 };
	int64_t ms;

	entropy_fill(&entropy, roster.fleet.byte, ID_SIZE);
	entropy_fill(&entropy, seed, sizeof seed);
	sign_pair_make(seed, &admin);
	memcpy(roster.admin_key, admin.public_key, SIGN_PUBLIC_SIZE);
	for (size_t i = 0; i < n; i++) {
		struct keyring *keyring = &keys->keyrings[i];

		keyring->fleet = roster.fleet;
		memcpy(keyring->admin_key, roster.admin_key,
		    SIGN_PUBLIC_SIZE);
		if (i == 0)
			t_done(keyring_new_key(keyring, &entropy, &err), err);
		else
			t_done(keyring_take_key(keyring,
			    keyring_newest(&keys->keyrings[0]), &err), err);
		make_member(&stations[i], keyring, &members[i]);
	}
	buf_init(&keys->roster, 1 << 20);
	t_done(roster_seal(&roster, &admin, &entropy, &keys->roster, &err),
	    err);
	buf_init(&marker, MARKER_SIZE_MAX);
	marker_print(&roster.fleet, &entropy, &marker);
	file.bytes = marker.text;
	file.size = marker.size;
	t_done(share_put(&share, &file, &ms, &err), err);
	/* Whatever the share loses, it keeps its marker. */
	paper_remember(paper);
}

void
station_join(struct station *station, const struct fleet_keys *keys)
{
	scoped_arena arena = arena_new();
	struct fleet fleet = { 0 };
	struct err err = { 0 };
	bool is_new;

	t_done(fleet_begin(station->folder, &keys->keyrings[station->number],
	    arena, &fleet, &err), err);
	t_done(fleet_take_roster(&fleet, keys->roster.text,
	    keys->roster.size, &is_new, &err), err);
	assert_true(is_new);
	fleet_done(&fleet);
}

/* A kill: from that point on nothing succeeds. */
static enum fail
reach(void *context, const char *name, struct err *err)
{
	struct station *station = context;

	if (station->meanwhile != NULL &&
	    strcmp(name, station->meanwhile_at) == 0)
		station->meanwhile(station->context);
	if (station->points_left == 0 || --station->points_left > 0)
		return FAIL_NONE;
	station->points_left = 1;
	return fail_set(err, FAIL_IO, "killed at %s", name);
}

/* What `loket` does when it finds itself set back, or twice. */
static void
new_life(struct station *station, struct fleet *fleet)
{
	scoped_arena arena = arena_new();
	struct succession next = { .now_ms = station->now_ms,
		.entropy = &station->entropy };
	struct past_life *lives;
	struct err err = { 0 };
	size_t n;

	t_done(store_new_life(station->store, "", &err), err);
	t_done(store_lives(station->store, arena, &lives, &n, &err), err);
	next.writer = store_writer(station->store);
	next.letter = lives[n - 1].letter;
	next.before = lives[n - 2].writer;
	next.last_number = lives[n - 2].sealed;
	memcpy(next.last_hash, lives[n - 2].last, HASH_SIZE);
	t_done(fleet_succeed(fleet, &next, &err), err);
	station->lives++;
}

static void
copy_file(const char *from, const char *to)
{
	scoped_arena arena = arena_new();
	struct err err = { 0 };
	size_t size;
	char *bytes;

	t_done(file_read(from, 256 << 20, arena, &bytes, &size, &err), err);
	t_done(file_write(to, bytes, size, 0600, &err), err);
}

static void
reopen(struct station *station)
{
	station->options.may_create = false;
	open_store(station);
}

void
station_back_up(struct station *station)
{
	scoped_arena arena = arena_new();

	store_close(station->store);
	copy_file(station->path, arena_print(arena, "%s.copy", station->path));
	reopen(station);
	station->has_copy = true;
}

void
station_restore(struct station *station)
{
	scoped_arena arena = arena_new();

	store_close(station->store);
	copy_file(arena_print(arena, "%s.copy", station->path), station->path);
	remove(arena_print(arena, "%s-wal", station->path));
	remove(arena_print(arena, "%s-shm", station->path));
	reopen(station);
}

static void
copy_tree(const char *from, const char *to)
{
	scoped_arena arena = arena_new();
	const char *const *names;
	struct err err = { 0 };
	struct stat kind;
	size_t n;

	assert_int_equal(mkdir(to, 0700), 0);
	t_done(folder_list(from, arena, &names, &n, &err), err);
	for (size_t i = 0; i < n; i++) {
		const char *a = arena_print(arena, "%s/%s", from, names[i]);
		const char *b = arena_print(arena, "%s/%s", to, names[i]);

		assert_int_equal(stat(a, &kind), 0);
		if (S_ISDIR(kind.st_mode))
			copy_tree(a, b);
		else
			copy_file(a, b);
	}
}

void
station_twin(struct station *twin, size_t number, struct station *station,
    const char *folder)
{
	*twin = *station;
	twin->number = number;
	twin->lives = 0;
	snprintf(twin->folder, sizeof twin->folder, "%s/twin%zu", folder,
	    number);
	snprintf(twin->path, sizeof twin->path, "%s/loket.db", twin->folder);
	twin->options.clock.context = twin;
	store_close(station->store);
	copy_tree(station->folder, twin->folder);
	reopen(station);
	reopen(twin);
}

bool
station_round(struct station *station, struct paper_share *paper,
    size_t points)
{
	scoped_arena arena = arena_new();
	const struct failpoint failpoint = { reach, station };
	struct exchange_run run = { 0 };
	struct fleet fleet = { 0 };
	struct round round = { .store = station->store, .fleet = &fleet,
		.share = paper_share(paper), .clock = station->options.clock,
		.entropy = station->entropy, .failpoint = &failpoint,
		.program = "0.1.0", .is_thorough = points % 2 == 0 && !station->is_brief,
		.run = &run };
	struct err err = { 0 };
	enum fail fail;

	station->points_left = points;
	fail = fleet_open(station->folder, arena, &fleet, &err);
	if (!fail)
		fail = round_go(&round, &err);
	if (fail && strcmp(err.fact.code, "sync.outrun") == 0)
		new_life(station, &fleet);
	fleet_done(&fleet);
	station->points_left = 0;
	if (points > 0 && fail) {
		store_close(station->store);
		station->options.may_create = false;
		open_store(station);
	}
	return fail == FAIL_NONE;
}

bool
station_same(struct station *one, struct station *other)
{
	uint8_t a[HASH_SIZE], b[HASH_SIZE];
	struct err err = { 0 };

	t_done(store_digest(one->store, a, &err), err);
	t_done(store_digest(other->store, b, &err), err);
	return memcmp(a, b, HASH_SIZE) == 0;
}
