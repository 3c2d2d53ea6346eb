#include "sync/fleet_inside.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "store/exchange.h"
#include "sync/container.h"
#include "sync/introduction.h"

/* The note in the register that repeats the highest roster. */
#define NOTE "roster"

void
fleet_done(struct fleet *fleet)
{
	if (fleet != NULL)
		keyring_done(&fleet->keyring);
}

const char *
fleet_path(const struct fleet *fleet, const char *name)
{
	return arena_print(fleet->arena, "%s/%s", fleet->folder, name);
}

/* What follows the last slash of a name on the share. */
const char *
fleet_file_path(const struct fleet *fleet, const struct name *name)
{
	const char *folder = name->kind == NAME_ROSTER ? "roster" : "intro";
	char text[NAME_SIZE];

	name_print(name, text);
	return arena_print(fleet->arena, "%s/%s/%s", fleet->folder, folder,
	    strrchr(text, '/') + 1);
}

void
fleet_print_highest(const struct roster *roster, char text[HIGHEST_SIZE])
{
	char hash[HASH_HEX_SIZE];

	hash_print(roster->hash, hash);
	snprintf(text, HIGHEST_SIZE, "%010u %s", roster->version, hash);
}

/* Is the known roster below one that was seen? */
static enum fail
judge_highest(const struct fleet *fleet, const char *seen, struct err *err)
{
	char known[HIGHEST_SIZE];

	fleet_print_highest(&fleet->roster, known);
	if (strncmp(seen, known, 10) > 0)
		return fail_say(err, FAIL_CORRUPT, "sync.roster-lost",
		    arena_print(fleet->arena, "%.10s", seen), NULL);
	return FAIL_NONE;
}

void
fleet_judge(struct fleet *fleet)
{
	members_make(&fleet->roster, fleet->introductions,
	    fleet->n_introductions, fleet->arena, &fleet->members);
}

static enum fail
read_rosters(struct fleet *fleet, struct err *err)
{
	const char *folder = fleet_path(fleet, "roster");
	const char *const *names;
	struct roster roster;
	char *bytes;
	size_t n, size;
	enum fail fail = folder_list(folder, fleet->arena, &names, &n, err);

	for (size_t i = 0; !fail && i < n; i++) {
		const char *path =
		    arena_print(fleet->arena, "%s/%s", folder, names[i]);

		if (file_read(path, container_size_limit(CONTAINER_ROSTER),
			fleet->arena, &bytes, &size, NULL) == 0 &&
		    roster_open(bytes, size, &fleet->keyring.fleet,
			fleet->keyring.admin_key, fleet->arena, &roster,
			NULL) == 0 &&
		    roster.version > fleet->roster.version)
			fleet->roster = roster;
	}
	if (!fail && fleet->roster.version == 0)
		fail =
		    fail_say(err, FAIL_CORRUPT, "sync.roster-lost", "1", NULL);
	return fail;
}

static enum fail
read_introductions(struct fleet *fleet, struct err *err)
{
	const char *folder = fleet_path(fleet, "intro");
	const char *const *names;
	char *bytes;
	size_t n, size;
	enum fail fail = folder_list(folder, fleet->arena, &names, &n, err);

	if (fail)
		return fail;
	fleet->introductions =
	    arena_array(fleet->arena, n + 1, sizeof *fleet->introductions);
	for (size_t i = 0; i < n; i++) {
		const char *path =
		    arena_print(fleet->arena, "%s/%s", folder, names[i]);

		if (file_read(path,
			container_size_limit(CONTAINER_INTRODUCTION),
			fleet->arena, &bytes, &size, NULL))
			continue;
		fleet->introductions[fleet->n_introductions++] =
		    (struct file_bytes){ bytes, size };
	}
	return FAIL_NONE;
}

static enum fail
read_highest(struct fleet *fleet, struct err *err)
{
	char *seen;
	size_t size;
	enum fail fail = file_read(fleet_path(fleet, "highest"), HIGHEST_SIZE,
	    fleet->arena, &seen, &size, err);

	if (fail == FAIL_MISSING)
		return FAIL_NONE;
	return fail ? fail : judge_highest(fleet, seen, err);
}

enum fail
fleet_open(const char *data, struct arena *arena, struct fleet *ret_fleet,
    struct err *err)
{
	struct fleet fleet = { .arena = arena };
	enum fail fail;

	fleet.folder = arena_print(arena, "%s/fleet", data);
	fail = keyring_read(fleet_path(&fleet, "keyring"), &fleet.keyring, err);
	if (fail == FAIL_MISSING)
		return fail_say(err, FAIL_MISSING, "sync.no-fleet", NULL);
	if (!fail)
		fail = read_rosters(&fleet, err);
	if (!fail)
		fail = read_highest(&fleet, err);
	if (!fail)
		fail = read_introductions(&fleet, err);
	if (fail) {
		fleet_done(&fleet);
		return fail;
	}
	fleet_judge(&fleet);
	*ret_fleet = fleet;
	keyring_done(&fleet.keyring);
	return FAIL_NONE;
}

enum fail
fleet_remember(struct fleet *fleet, struct store *store, struct err *err)
{
	char known[HIGHEST_SIZE];
	const void *seen = "";
	size_t size;
	enum fail fail =
	    store_note_get(store, NOTE, fleet->arena, &seen, &size, err);

	if (fail && fail != FAIL_MISSING)
		return fail;
	if (!fail)
		fail = judge_highest(fleet, seen, err);
	else
		fail = FAIL_NONE;
	fleet_print_highest(&fleet->roster, known);
	if (fail || strcmp(seen, known) == 0)
		return fail;
	return store_note_put(store, NOTE, known, strlen(known), err);
}

enum fail
fleet_begin(const char *data, const struct keyring *keyring,
    struct arena *arena, struct fleet *ret_fleet, struct err *err)
{
	struct fleet fleet = { .arena = arena, .keyring = *keyring };
	enum fail fail;

	fleet.folder = arena_print(arena, "%s/fleet", data);
	fail = fleet_keep_keys(&fleet, err);
	if (!fail)
		*ret_fleet = fleet;
	fleet_done(&fleet);
	return fail;
}

enum fail
fleet_keep_keys(const struct fleet *fleet, struct err *err)
{
	enum fail fail = folder_make(fleet->folder, 0700, err);

	return fail ?
	    fail :
	    keyring_write(fleet_path(fleet, "keyring"), &fleet->keyring, err);
}

static void
add_file(const struct fleet *fleet, const struct name *name,
    struct fleet_file *files, size_t *n)
{
	files[*n].name = *name;
	files[(*n)++].path = fleet_file_path(fleet, name);
}

/* Introductions whose writer is a member. */
static void
add_introductions(
    const struct fleet *fleet, bool all, struct fleet_file *files, size_t *n)
{
	for (size_t i = 0; i < fleet->n_introductions; i++) {
		const struct file_bytes *file = &fleet->introductions[i];
		struct name name = { .kind = NAME_INTRODUCTION };
		uint8_t hash[HASH_SIZE];
		struct id sponsor;

		if (introduction_peek(file, &fleet->keyring.fleet, &name.writer,
			&sponsor, NULL) ||
		    (!all &&
			keyring_station(&fleet->keyring, &name.writer) == NULL))
			continue;
		container_hash(file->bytes, file->size, hash);
		memcpy(name.hash, hash, NAME_HASH_SIZE);
		add_file(fleet, &name, files, n);
	}
}

enum fail
fleet_files(const struct fleet *fleet, bool all, struct arena *arena,
    struct fleet_file **ret_files, size_t *ret_n, struct err *err)
{
	const char *const *names;
	struct fleet_file *files;
	struct name name;
	size_t n_names, n = 0;
	enum fail fail = folder_list(
	    fleet_path(fleet, "roster"), arena, &names, &n_names, err);

	if (fail)
		return fail;
	files = arena_array(
	    arena, n_names + fleet->n_introductions + 1, sizeof *files);
	for (size_t i = 0; i < n_names; i++)
		if (name_parse(
			arena_print(arena, "roster/%s", names[i]), &name))
			add_file(fleet, &name, files, &n);
	add_introductions(fleet, all, files, &n);
	*ret_files = files;
	*ret_n = n;
	return FAIL_NONE;
}
