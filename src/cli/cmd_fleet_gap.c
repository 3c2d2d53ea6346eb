/* loket fleet gap: bundles that nobody has any more. */

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "cli/fleet.h"
#include "store/bundle.h"
#include "store/exchange.h"

enum {
	NUMBER_DIGITS = 10, /* as in the names of bundles */
	GAP_MAX = 256, /* bundles in one gap: as many as can be asked for */
	/* A writer heard of within this sends its own again. */
	ALIVE_MS = 24 * 3600 * 1000,
};

static bool
read_number(const char *text, uint64_t *ret_number)
{
	if (!text_is_digits(text, 0) || strlen(text) > NUMBER_DIGITS)
		return false;
	*ret_number = strtoull(text, NULL, 10);
	return *ret_number > 0;
}

static enum fail
read_range(const struct fleet_request *request, struct roster_gap *gap,
    struct err *err)
{
	const char *last = request->words[request->n_words - 1];

	if (read_number(request->words[1], &gap->first) &&
	    read_number(last, &gap->last) && gap->first <= gap->last &&
	    gap->last - gap->first < GAP_MAX)
		return FAIL_NONE;
	return fail_say(err, FAIL_INVALID, "fleet.gap-numbers", NULL);
}

static enum fail
is_missing(struct cli *cli, struct store *store, const struct roster_gap *gap,
    bool *ret_is_missing, struct err *err)
{
	enum fail fail = FAIL_NONE;

	*ret_is_missing = false;
	for (uint64_t number = gap->first; number <= gap->last && !fail;
	     number++) {
		struct bundles bundles = { .arena = cli->arena };

		fail = store_bundles_of(
		    store, &gap->writer, number, &bundles, err);
		if (bundles.n == 0)
			*ret_is_missing = true;
	}
	return fail;
}

static enum fail
refuse_alive(struct cli *cli, struct store *store, const struct member *member,
    struct err *err)
{
	char name[MEMBER_NAME_SIZE];
	struct err why = { 0 };
	struct peer peer;
	enum fail fail =
	    store_peer_get(store, &member->writer, cli->arena, &peer, &why);

	if (fail == FAIL_MISSING)
		return FAIL_NONE;
	if (fail) {
		*err = why;
		return fail;
	}
	if (peer.seen_ms == 0 ||
	    clock_now(&cli->world.clock) - peer.seen_ms >= ALIVE_MS)
		return FAIL_NONE;
	member_print(member, name);
	return fail_say(err, FAIL_CONFLICT, "fleet.gap-alive", name, NULL);
}

/* All writers of that name: two machines may have had the same. */
static enum fail
add_gaps(struct cli *cli, struct store *store, const struct fleet *fleet,
    const char *name, struct roster_gap *gap, struct roster *roster,
    struct err *err)
{
	const struct members *members = &fleet->members;
	bool is_any = false, missing = false, is_known = false;
	char text[MEMBER_NAME_SIZE];
	enum fail fail = FAIL_NONE;

	for (size_t i = 0; i < members->n && !fail; i++) {
		member_print(&members->list[i], text);
		if (strcmp(text, name) != 0)
			continue;
		is_known = true;
		gap->writer = members->list[i].writer;
		fail = is_missing(cli, store, gap, &missing, err);
		if (!fail && missing)
			fail = refuse_alive(cli, store, &members->list[i], err);
		if (!fail && missing)
			fail = roster_add_gap(fleet, roster, gap, err);
		is_any = is_any || missing;
	}
	if (!fail && !is_any)
		fail = fail_say(err, FAIL_MISSING,
		    is_known ? "fleet.gap-none" : "sync.no-member", name, NULL);
	return fail;
}

enum fail
cli_fleet_gap(
    struct cli *cli, const struct fleet_request *request, struct err *err)
{
	scoped_register reg = { 0 };
	scoped_fleet fleet = { 0 };
	scoped_admin admin = { 0 };
	struct roster_gap gap = { 0 };
	struct roster roster;
	enum fail fail = read_range(request, &gap, err);

	if (!fail)
		fail = cli_register_open(cli, REGISTER_READS, NULL, &reg, err);
	if (!fail)
		fail = cli_fleet_open(cli, &fleet, err);
	if (fail)
		return fail;
	roster_next(&fleet, clock_now(&cli->world.clock), &roster);
	fail = add_gaps(
	    cli, reg.store, &fleet, request->words[0], &gap, &roster, err);
	if (!fail)
		fail = cli_fleet_admin(cli, request, &fleet, &admin, err);
	if (!fail)
		fail = roster_commit(
		    &fleet, &roster, &admin, &cli->world.entropy, err);
	if (!fail)
		cli_say(cli, "fleet.gap-now", request->words[0],
		    request->words[1], request->words[request->n_words - 1],
		    NULL);
	return fail;
}
