/* loket fleet invite: one file for each machine that is to join. */

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/text.h"
#include "cli/fleet.h"
#include "desk/desk.h"
#include "desk/marks.h"
#include "store/credential.h"
#include "store/store.h"
#include "sync/container.h"
#include "sync/join.h"

/* No office has more desks than this; a slip of the finger would. */
enum { STATIONS_MAX = 200 };

#define DAY_MS (INT64_C(24) * 60 * 60 * 1000)

struct guests {
	char station[STATIONS_MAX][STATION_SIZE];
	struct invitation invitation[STATIONS_MAX];
	struct station_keys once[STATIONS_MAX];
	size_t n;
};

static bool
add_station(struct guests *guests, const char *station)
{
	if (guests->n == STATIONS_MAX || !station_is_valid(station))
		return false;
	snprintf(guests->station[guests->n++], STATION_SIZE, "%s", station);
	return true;
}

/* The code with that number and so many digits. */
static void
print_station(long number, size_t digits, char station[STATION_SIZE])
{
	memset(station, 0, STATION_SIZE);
	station[0] = 'L';
	for (size_t i = digits; i > 0; i--, number /= 10)
		station[i] = (char)('0' + number % 10);
}

/* "L07", or "L02-L30" with as many digits on both sides. */
static bool
add_range(struct guests *guests, const char *text)
{
	const char *dash = strchr(text, '-');
	char first[STATION_SIZE] = "", next[STATION_SIZE];
	size_t size = dash != NULL ? (size_t)(dash - text) : 0;
	long to;

	if (dash == NULL)
		return add_station(guests, text);
	if (size >= sizeof first || strlen(dash + 1) != size)
		return false;
	memcpy(first, text, size);
	if (!station_is_valid(first) || !station_is_valid(dash + 1))
		return false;
	to = strtol(dash + 2, NULL, 10);
	for (long n = strtol(first + 1, NULL, 10); n <= to; n++) {
		print_station(n, size - 1, next);
		if (!add_station(guests, next))
			return false;
	}
	return true;
}

static enum fail
read_guests(
    const struct fleet_request *request, struct guests *guests, struct err *err)
{
	for (size_t i = 0; i < request->n_words; i++)
		if (!add_range(guests, request->words[i]))
			return fail_say(err, FAIL_INVALID, "fleet.stations",
			    request->words[i], NULL);
	return guests->n > 0 ? FAIL_NONE :
			       fail_say(err, FAIL_INVALID, "fleet.stations",
				   request->words[0], NULL);
}

/* All of them into one roster, so that it is signed once. */
static enum fail
sign(struct cli *cli, const struct fleet_request *request, struct fleet *fleet,
    struct guests *guests, struct err *err)
{
	const int64_t now_ms = clock_now(&cli->world.clock);
	scoped_admin admin = { 0 };
	struct roster roster;
	enum fail fail = cli_fleet_admin(cli, request, fleet, &admin, err);

	if (fail)
		return fail;
	roster_next(fleet, now_ms, &roster);
	for (size_t i = 0; !fail && i < guests->n; i++) {
		struct invitation wanted = {
			.issued_ms = now_ms,
			.expires_ms = now_ms + request->days * DAY_MS,
		};

		memcpy(wanted.station, guests->station[i], STATION_SIZE);
		fail = roster_invite(fleet, &roster, &wanted,
		    &cli->world.entropy, &guests->once[i], err);
		if (!fail)
			guests->invitation[i] =
			    roster.invitations[roster.n_invitations - 1];
	}
	return fail ?
	    fail :
	    roster_commit(fleet, &roster, &admin, &cli->world.entropy, err);
}

/* What all invitations have in common. */
static enum fail
fill_offer(struct cli *cli, const struct cli_register *reg,
    const struct fleet *fleet, struct offer *offer, struct err *err)
{
	struct credential_entry *entries = NULL;
	struct fleet_file *files = NULL;
	char *bytes = NULL;
	size_t n = 0;
	enum fail fail = fleet_files(fleet, false, cli->arena, &files, &n, err);

	for (size_t i = 0; !fail && i < n; i++)
		if (files[i].name.kind == NAME_ROSTER &&
		    files[i].name.number == fleet->roster.version)
			fail = file_read(files[i].path,
			    container_size_limit(CONTAINER_ROSTER), cli->arena,
			    &bytes, &offer->roster_size, err);
	offer->roster = bytes;
	if (!fail)
		fail = store_credentials(
		    reg->store, cli->arena, &entries, &n, err);
	if (fail)
		return fail;
	if (n > OFFERED_OFFICERS_MAX)
		n = OFFERED_OFFICERS_MAX;
	offer->officers =
	    arena_array(cli->arena, n + 1, sizeof *offer->officers);
	for (size_t i = 0; i < n; i++)
		offer->officers[i] =
		    (struct offered_officer){ entries[i].officer,
			    entries[i].verifier };
	offer->n_officers = n;
	offer->fleet = fleet->keyring.fleet;
	offer->is_practice = store_is_practice(reg->store);
	memcpy(offer->admin_key, fleet->keyring.admin_key, SIGN_PUBLIC_SIZE);
	desk_marks_key(reg->desk, offer->marks);
	return FAIL_NONE;
}

static enum fail
write_files(struct cli *cli, const struct fleet_request *request,
    const struct guests *guests, struct offer *offer, struct err *err)
{
	const char *folder = request->to != NULL ? request->to : ".";
	enum fail fail = FAIL_NONE;

	for (size_t i = 0; !fail && i < guests->n; i++) {
		const struct invitation *one = &guests->invitation[i];
		const char letter[] = { one->letter, '\0' };
		const char *path =
		    arena_print(cli->arena, "%s/undangan-%s%s.loket", folder,
			one->station, one->letter == 'A' ? "" : letter);
		scoped_buf file = { 0 };

		buf_init(&file, OFFER_SIZE_MAX);
		offer->invitation = *one;
		memcpy(offer->secret, guests->once[i].seed, SEED_SIZE);
		fail = offer_print(offer, &file, err);
		if (!fail)
			fail =
			    file_write(path, file.text, file.size, 0600, err);
		if (!fail)
			fprintf(cli->out, "%s\n", path);
		forget(file.text, file.size);
	}
	return fail;
}

enum fail
cli_fleet_invite(
    struct cli *cli, const struct fleet_request *request, struct err *err)
{
	struct guests *guests = arena_alloc(cli->arena, sizeof *guests);
	scoped_register reg = { 0 };
	scoped_fleet fleet = { 0 };
	struct offer offer = { 0 };
	char days[12];
	enum fail fail = read_guests(request, guests, err);

	if (!fail && request->to != NULL)
		fail = folder_make(request->to, 0700, err);
	if (!fail)
		fail = cli_register_open(cli, REGISTER_READS, NULL, &reg, err);
	if (!fail)
		fail = cli_register_desk(cli, &reg, err);
	if (!fail)
		fail = cli_fleet_open(cli, &fleet, err);
	if (!fail)
		fail = sign(cli, request, &fleet, guests, err);
	if (!fail)
		fail = fill_offer(cli, &reg, &fleet, &offer, err);
	if (!fail)
		fail = write_files(cli, request, guests, &offer, err);
	forget(guests, sizeof *guests);
	forget(offer.secret, sizeof offer.secret);
	if (fail)
		return fail;
	snprintf(days, sizeof days, "%d", request->days);
	cli_say(cli, "fleet.invited", days, NULL);
	return FAIL_NONE;
}
