/* loket fleet retire: a counter that was lost, sold or stolen. */

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "cli/fleet.h"
#include "store/bundle.h"
#include "store/store.h"

/* The last bundle of that writer that is known here: later ones are not to
 * be believed. */
static enum fail
last_known(struct cli *cli, struct store *store, const struct id *writer,
    uint64_t *ret_number, struct err *err)
{
	struct vector vector = { .arena = cli->arena };
	enum fail fail = store_vector(store, &vector, err);

	*ret_number = 0;
	for (size_t i = 0; !fail && i < vector.n; i++)
		if (id_equal(&vector.list[i].writer, writer) &&
		    vector.list[i].number > *ret_number)
			*ret_number = vector.list[i].number;
	return fail;
}

/* All lives of a station; *ret_n: how many were active. */
static enum fail
retire_all(struct cli *cli, struct store *store, const char *station,
    struct fleet *fleet, struct roster *roster, size_t *ret_n, struct err *err)
{
	uint64_t until;
	enum fail fail = FAIL_NONE;

	*ret_n = 0;
	for (size_t i = 0; !fail && i < roster->n_members; i++) {
		const struct member *member = &roster->members[i];

		if (strcmp(member->station, station) != 0 ||
		    member->state != MEMBER_ACTIVE)
			continue;
		++*ret_n;
		fail = last_known(cli, store, &member->writer, &until, err);
		if (!fail)
			fail = roster_retire(fleet, roster, &member->writer,
			    until, &cli->world.entropy, err);
	}
	return fail;
}

/* The counter that signs cannot retire itself: nobody would be left. */
static enum fail
refuse_self(struct store *store, const char *station, struct err *err)
{
	return strcmp(store_station(store), station) != 0 ?
	    FAIL_NONE :
	    fail_say(err, FAIL_CONFLICT, "fleet.not-self", station, NULL);
}

enum fail
cli_fleet_retire(
    struct cli *cli, const struct fleet_request *request, struct err *err)
{
	const int64_t now_ms = clock_now(&cli->world.clock);
	const char *station = request->words[0];
	scoped_register reg = { 0 };
	scoped_fleet fleet = { 0 };
	scoped_admin admin = { 0 };
	struct roster roster;
	size_t n = 0, withdrawn = 0;
	enum fail fail;

	fail = cli_register_open(cli, REGISTER_READS, NULL, &reg, err);
	if (!fail)
		fail = cli_fleet_open(cli, &fleet, err);
	if (!fail)
		fail = refuse_self(reg.store, station, err);
	if (!fail)
		fail = cli_fleet_admin(cli, request, &fleet, &admin, err);
	if (fail)
		return fail;
	roster_next(&fleet, now_ms, &roster);
	fail = retire_all(cli, reg.store, station, &fleet, &roster, &n, err);
	withdrawn = roster_withdraw(&roster, station, now_ms);
	if (!fail && n + withdrawn == 0)
		fail = fail_say(err, FAIL_MISSING, "sync.no-member", NULL);
	if (!fail)
		fail = roster_commit(
		    &fleet, &roster, &admin, &cli->world.entropy, err);
	if (!fail)
		cli_say(cli,
		    n > 0 ? "fleet.retired-now" : "fleet.withdrawn-now",
		    station, NULL);
	return fail;
}
