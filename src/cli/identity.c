#include "cli/identity.h"

#include <string.h>

#include "cli/folder.h"
#include "cli/machine.h"
#include "store/bundle.h"
#include "store/self.h"
#include "store/setting.h"
#include "store/store.h"
#include "sync/join.h"

/* The setting that has the fingerprint. */
#define MACHINE "machine"

/* How far this register is; its anchor must not be further. */
static enum fail
position(struct cli *cli, struct store *store, struct anchor *ret_anchor,
    struct err *err)
{
	struct anchor anchor = { .writer = store_writer(store) };
	struct past_life *lives;
	size_t n = 0;
	enum fail fail = store_last_entry(store, &anchor.entry, err);

	if (!fail)
		fail = store_lives(store, cli->arena, &lives, &n, err);
	if (fail)
		return fail;
	if (n > 0)
		anchor.bundle = lives[n - 1].sealed;
	*ret_anchor = anchor;
	return FAIL_NONE;
}

void
cli_identity_keep(struct cli *cli, struct store *store)
{
	struct anchor now, before = { 0 };
	const char *folder;
	struct err err;

	if (store_is_practice(store) || store_refusal(store) != NULL ||
	    cli_state_folder(cli, &folder, &err) ||
	    position(cli, store, &now, &err))
		return;
	if (anchor_read(folder, &now.writer, &before, &err) == 0 &&
	    before.entry == now.entry && before.bundle == now.bundle)
		return;
	/* Where nothing can be written there is no anchor; work goes on. */
	(void)!anchor_write(folder, &now, &err);
}

/* Did it go back? The anchor is read first: another process may be writing
 * both, the register before the anchor. */
static enum fail
judge_time(struct cli *cli, struct store *store, bool *ret_is_restored,
    struct err *err)
{
	const struct id writer = store_writer(store);
	struct anchor anchor, now;
	const char *folder;
	struct err none;
	enum fail fail;

	*ret_is_restored = false;
	if (cli_state_folder(cli, &folder, &none) ||
	    anchor_read(folder, &writer, &anchor, &none))
		return FAIL_NONE;
	fail = position(cli, store, &now, err);
	if (!fail)
		*ret_is_restored =
		    now.entry < anchor.entry || now.bundle < anchor.bundle;
	return fail;
}

/* The fingerprint of now, and the one in the register if there is one. */
static enum fail
look(struct cli *cli, struct store *store, struct machine *ret_now,
    struct machine *ret_before, bool *ret_had, struct err *err)
{
	/* The first life's writer: later ones keep their register's word. */
	struct past_life *lives;
	const char *folder, *text = NULL;
	struct err none;
	size_t n = 0;
	enum fail fail = cli_folder(cli, &folder, err);

	if (!fail)
		fail = store_lives(store, cli->arena, &lives, &n, err);
	if (fail)
		return fail;
	if (n == 0)
		return fail_set(err, FAIL_CORRUPT, "a register without a life");
	machine_look(
	    cli->world.root, folder, &lives[0].writer, cli->arena, ret_now);
	fail = store_setting_get(store, MACHINE, cli->arena, &text, &none);
	*ret_had = !fail && machine_parse(text, ret_before);
	return FAIL_NONE;
}

static enum fail
keep_machine(struct store *store, const struct machine *machine,
    const struct machine *before, bool had, struct err *err)
{
	char text[MACHINE_TEXT_SIZE], known[MACHINE_TEXT_SIZE] = "";

	machine_print(machine, text);
	if (had)
		machine_print(before, known);
	return strcmp(text, known) == 0 ?
	    FAIL_NONE :
	    store_setting_put(store, "", MACHINE, text, err);
}

enum fail
cli_identity(struct cli *cli, struct store *store, struct fact *ret_fact,
    struct err *err)
{
	struct machine now, before;
	bool is_restored, had = false;
	const char *code = NULL;
	enum fail fail;

	if (ret_fact != NULL)
		*ret_fact = (struct fact){ 0 };
	if (store_is_practice(store) || store_refusal(store) != NULL)
		return FAIL_NONE;
	fail = judge_time(cli, store, &is_restored, err);
	if (!fail)
		fail = look(cli, store, &now, &before, &had, err);
	if (fail)
		return fail;
	if (is_restored)
		code = "identity.restored";
	else if (had && machine_is_other(&before, &now))
		code = "identity.copied";
	if (code != NULL)
		fail = cli_identity_renew(cli, store, code, ret_fact, err);
	else
		fail = cli_identity_settle(cli, store, err);
	if (!fail && code == NULL && had)
		machine_follow(&now, &before);
	if (!fail)
		fail = keep_machine(store, &now, &before, had, err);
	if (!fail)
		cli_identity_keep(cli, store);
	return fail;
}

/* A letter that no other counter of the fleet has. */
static enum fail
settle_letter(struct store *store, const struct fleet *fleet, struct err *err)
{
	const struct id writer = store_writer(store);
	const char *station = store_station(store);
	char letter = store_letter(store), free;

	for (size_t i = 0; i < fleet->members.n; i++) {
		const struct member *other = &fleet->members.list[i];

		if (other->letter != letter ||
		    strcmp(other->station, station) != 0 ||
		    id_equal(&other->writer, &writer) ||
		    memcmp(other->writer.byte, writer.byte, ID_SIZE) > 0)
			continue;
		free = members_letter(&fleet->members, &fleet->roster, station);
		return free != 0 ?
		    store_take_letter(store, "", free, err) :
		    fail_say(err, FAIL_CONFLICT, "store.letters", NULL);
	}
	return FAIL_NONE;
}

/* The life before the present one vouches for it. */
static enum fail
succeed(
    struct cli *cli, struct store *store, struct fleet *fleet, struct err *err)
{
	struct succession next = {
		.writer = store_writer(store),
		.letter = store_letter(store),
		.now_ms = clock_now(&cli->world.clock),
		.entropy = &cli->world.entropy,
	};
	struct past_life *lives;
	size_t n = 0;
	enum fail fail = store_lives(store, cli->arena, &lives, &n, err);

	if (fail || n < 2)
		return fail;
	next.before = lives[n - 2].writer;
	next.last_number = lives[n - 2].sealed;
	memcpy(next.last_hash, lives[n - 2].last, HASH_SIZE);
	return fleet_succeed(fleet, &next, err);
}

enum fail
cli_identity_settle(struct cli *cli, struct store *store, struct err *err)
{
	scoped_fleet fleet = { 0 };
	const struct id writer = store_writer(store);
	struct err why = { 0 };
	const char *folder;
	enum fail fail = cli_folder(cli, &folder, err);

	if (fail)
		return fail;
	/* What is wrong with the fleet's files is the exchange's to say. */
	if (fleet_open(folder, cli->arena, &fleet, &why))
		return FAIL_NONE;
	if (members_find(&fleet.members, &writer) != NULL)
		return FAIL_NONE;
	fail = settle_letter(store, &fleet, err);
	if (!fail && succeed(cli, store, &fleet, &why))
		(void)cli_fail(cli, &why);
	return fail;
}

enum fail
cli_identity_renew(struct cli *cli, struct store *store, const char *code,
    struct fact *ret_fact, struct err *err)
{
	enum fail fail = store_new_life(store, "", err);
	char letter[2] = { 0 };

	if (!fail)
		fail = cli_identity_settle(cli, store, err);
	if (fail)
		return fail;
	cli_identity_keep(cli, store);
	letter[0] = store_letter(store);
	cli_say(cli, code, store_station(store), letter, NULL);
	if (ret_fact != NULL)
		fact_set(ret_fact, code, store_station(store), letter, NULL);
	return FAIL_NONE;
}
