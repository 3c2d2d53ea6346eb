#include "lib/t.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "lib/office.h"
#include "sync/container.h"
#include "sync/fleet.h"

/* A counter L01 in a data folder of its own. */
struct desk_of_one {
	struct office office;
	struct keyring keyring;
	struct t_folder folder;
};

static void
desk_done(struct desk_of_one *desk)
{
	t_folder_done(&desk->folder);
}
#define scoped_desk scoped(desk_done) struct desk_of_one

static void
open_desk(struct desk_of_one *desk)
{
	const struct station_keys *own;
	struct id writer = office_id(1);
	struct err err = { 0 };

	office_open(&desk->office);
	desk->folder = t_folder_new();
	desk->keyring = (struct keyring){ .fleet = desk->office.roster.fleet };
	memcpy(desk->keyring.admin_key, desk->office.admin.public_key,
	    SIGN_PUBLIC_SIZE);
	t_done(keyring_add_station(
		   &desk->keyring, &writer, &desk->office.entropy, &own, &err),
	    err);
	t_done(
	    keyring_new_key(&desk->keyring, &desk->office.entropy, &err), err);
}

static void
seal(struct office *office, struct buf *file)
{
	struct err err = { 0 };

	buf_init(file, container_size_limit(CONTAINER_ROSTER));
	t_done(roster_seal(&office->roster, &office->admin, &office->entropy,
		   file, &err),
	    err);
}

/* Found it, with the first roster. */
static void
found(struct desk_of_one *desk, struct arena *arena, struct fleet *fleet)
{
	scoped_buf file = { 0 };
	struct err err = { 0 };
	bool is_new = false;

	seal(&desk->office, &file);
	t_done(
	    fleet_begin(desk->folder.path, &desk->keyring, arena, fleet, &err),
	    err);
	t_done(
	    fleet_take_roster(fleet, file.text, file.size, &is_new, &err), err);
	assert_true(is_new);
}

/* The admin signs the next version; the counter takes it. */
static enum fail
next_roster(struct desk_of_one *desk, struct fleet *fleet, struct err *err)
{
	scoped_buf file = { 0 };
	bool is_new = false;

	memcpy(desk->office.roster.prev, desk->office.roster.hash, HASH_SIZE);
	desk->office.roster.version++;
	seal(&desk->office, &file);
	return fleet_take_roster(fleet, file.text, file.size, &is_new, err);
}

T(a_counter_alone_has_no_fleet)
{
	scoped_arena arena = arena_new();
	scoped_t_folder folder = t_folder_new();
	struct fleet fleet;
	struct err err = { 0 };

	assert_int_equal(
	    fleet_open(folder.path, arena, &fleet, &err), FAIL_MISSING);
	assert_string_equal(err.fact.code, "sync.no-fleet");
}

T(a_fleet_is_there_again_when_it_is_opened)
{
	scoped_arena arena = arena_new();
	scoped_fleet fleet = { 0 };
	scoped_fleet again = { 0 };
	scoped_desk desk;
	struct err err = { 0 };
	struct stat status;

	open_desk(&desk);
	found(&desk, arena, &fleet);
	t_done(fleet_open(desk.folder.path, arena, &again, &err), err);
	assert_int_equal(again.roster.version, 1);
	assert_int_equal(again.members.n, 1);
	assert_memory_equal(
	    &again.keyring, &fleet.keyring, sizeof again.keyring);
	assert_int_equal(
	    stat(arena_print(arena, "%s/fleet/keyring", desk.folder.path),
		&status),
	    0);
	assert_int_equal(status.st_mode & 0777, 0600);
}

T(a_keyring_that_others_may_read_is_not_used)
{
	scoped_arena arena = arena_new();
	scoped_fleet fleet = { 0 };
	scoped_desk desk;
	struct fleet again;
	struct err err = { 0 };

	open_desk(&desk);
	found(&desk, arena, &fleet);
	assert_int_equal(
	    chmod(
		arena_print(arena, "%s/fleet/keyring", desk.folder.path), 0640),
	    0);
	assert_int_equal(
	    fleet_open(desk.folder.path, arena, &again, &err), FAIL_DENIED);
}

T(any_byte_changed_or_missing_spoils_a_keyring)
{
	scoped_arena arena = arena_new();
	scoped_fleet fleet = { 0 };
	scoped_desk desk;
	struct keyring ring;
	struct err err = { 0 };
	const char *path;
	char *bytes;
	size_t size;

	open_desk(&desk);
	found(&desk, arena, &fleet);
	path = arena_print(arena, "%s/fleet/keyring", desk.folder.path);
	t_done(file_read(path, 1 << 20, arena, &bytes, &size, &err), err);
	for (size_t at = 0; at <= size; at += 3) {
		size_t cut = at + 3 > size ? at : size;

		if (at < size)
			bytes[at] ^= 1;
		if (cut == at)
			cut = at - 1;
		t_done(file_write(path, bytes, cut, 0600, &err), err);
		assert_int_equal(keyring_read(path, &ring, &err), FAIL_CORRUPT);
		if (at < size)
			bytes[at] ^= 1;
	}
}

T(rosters_only_go_forward)
{
	scoped_arena arena = arena_new();
	scoped_fleet fleet = { 0 };
	scoped_buf first = { 0 };
	scoped_desk desk;
	struct err err = { 0 };
	bool is_new = true;

	open_desk(&desk);
	found(&desk, arena, &fleet);
	seal(&desk.office, &first);
	office_invite(&desk.office, 70, "L07");
	t_done(next_roster(&desk, &fleet, &err), err);
	assert_int_equal(fleet.roster.version, 2);
	t_done(fleet_take_roster(&fleet, first.text, first.size, &is_new, &err),
	    err);
	assert_false(is_new);
	assert_int_equal(fleet.roster.version, 2);
}

T(two_rosters_of_one_version_are_told)
{
	scoped_arena arena = arena_new();
	scoped_fleet fleet = { 0 };
	scoped_desk desk;
	struct err err = { 0 };

	open_desk(&desk);
	found(&desk, arena, &fleet);
	desk.office.roster.version = 0;
	desk.office.roster.made_ms++;
	assert_int_equal(next_roster(&desk, &fleet, &err), FAIL_CONFLICT);
	assert_string_equal(err.fact.code, "sync.roster-fork");
	/* Nor does one count that follows another first one. */
	assert_int_equal(next_roster(&desk, &fleet, &err), FAIL_CONFLICT);
	assert_int_equal(fleet.roster.version, 1);
}

T(a_roster_that_went_missing_is_noticed)
{
	scoped_arena arena = arena_new();
	scoped_fleet fleet = { 0 };
	scoped_desk desk;
	struct fleet again;
	struct err err = { 0 };
	const char *const *names;
	const char *folder;
	size_t n;

	open_desk(&desk);
	found(&desk, arena, &fleet);
	t_done(next_roster(&desk, &fleet, &err), err);
	folder = arena_print(arena, "%s/fleet/roster", desk.folder.path);
	t_done(folder_list(folder, arena, &names, &n, &err), err);
	assert_int_equal(n, 2);
	assert_int_equal(
	    unlink(arena_print(arena, "%s/%s", folder, names[1])), 0);
	assert_int_equal(
	    fleet_open(desk.folder.path, arena, &again, &err), FAIL_CORRUPT);
	assert_string_equal(err.fact.code, "sync.roster-lost");
}

T(a_key_sealed_to_this_counter_is_taken)
{
	scoped_arena arena = arena_new();
	scoped_fleet fleet = { 0 };
	scoped_desk desk;
	struct data_key key = { .number = 2, .key = "kunci kedua" };
	const struct data_key *newest;
	struct err err = { 0 };

	open_desk(&desk);
	found(&desk, arena, &fleet);
	desk.office.boxes[0] =
	    (struct key_box){ .number = 2, .holder = office_id(1) };
	desk.office.roster.n_boxes = 1;
	box_seal(desk.keyring.stations[0].box.public_key, key.key,
	    sizeof key.key, &desk.office.entropy, desk.office.boxes[0].sealed);
	t_done(next_roster(&desk, &fleet, &err), err);
	newest = keyring_newest(&fleet.keyring);
	assert_int_equal(newest->number, 2);
	assert_memory_equal(newest->key, key.key, sizeof key.key);
	data_key_name(&key);
	assert_ptr_equal(keyring_key(&fleet.keyring, key.id), newest);
}

T(an_introduction_that_counts_is_kept_and_another_is_not)
{
	scoped_arena arena = arena_new();
	scoped_fleet fleet = { 0 };
	scoped_fleet again = { 0 };
	scoped_buf file = { 0 };
	struct office_newcomer who = { 7, 70, MEMBER_INVITED, "L07",
		OFFICE_NOW };
	scoped_desk desk;
	struct file_bytes bytes;
	struct fact reason;
	struct err err = { 0 };
	bool is_new = true;

	open_desk(&desk);
	found(&desk, arena, &fleet);
	t_done(office_introduce(&desk.office, &who, &file, &err), err);
	bytes = (struct file_bytes){ file.text, file.size };
	t_done(fleet_take_introduction(&fleet, &bytes, &is_new, &reason, &err),
	    err);
	assert_false(is_new);
	assert_string_equal(reason.code, "sync.sponsor-unknown");
	office_invite(&desk.office, 70, "L07");
	t_done(next_roster(&desk, &fleet, &err), err);
	t_done(fleet_take_introduction(&fleet, &bytes, &is_new, &reason, &err),
	    err);
	assert_true(is_new);
	t_done(fleet_take_introduction(&fleet, &bytes, &is_new, &reason, &err),
	    err);
	assert_false(is_new);
	assert_string_equal(reason.code, "");
	t_done(fleet_open(desk.folder.path, arena, &again, &err), err);
	assert_int_equal(again.members.n, 2);
}

T(the_files_that_belong_on_the_share_are_named)
{
	scoped_arena arena = arena_new();
	scoped_fleet fleet = { 0 };
	scoped_desk desk;
	struct fleet_file *files;
	struct err err = { 0 };
	size_t n;

	open_desk(&desk);
	found(&desk, arena, &fleet);
	t_done(next_roster(&desk, &fleet, &err), err);
	t_done(fleet_files(&fleet, false, arena, &files, &n, &err), err);
	assert_int_equal(n, 2);
	for (size_t i = 0; i < n; i++) {
		assert_int_equal(files[i].name.kind, NAME_ROSTER);
		assert_int_equal(files[i].name.number, i + 1);
		assert_int_equal(access(files[i].path, R_OK), 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_counter_alone_has_no_fleet),
		cmocka_unit_test(a_fleet_is_there_again_when_it_is_opened),
		cmocka_unit_test(a_keyring_that_others_may_read_is_not_used),
		cmocka_unit_test(any_byte_changed_or_missing_spoils_a_keyring),
		cmocka_unit_test(rosters_only_go_forward),
		cmocka_unit_test(two_rosters_of_one_version_are_told),
		cmocka_unit_test(a_roster_that_went_missing_is_noticed),
		cmocka_unit_test(a_key_sealed_to_this_counter_is_taken),
		cmocka_unit_test(
		    an_introduction_that_counts_is_kept_and_another_is_not),
		cmocka_unit_test(the_files_that_belong_on_the_share_are_named),
	};
	struct err err;

	return crypto_start(&err) ? 1 : T_RUN(tests);
}
