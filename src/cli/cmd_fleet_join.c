/* loket fleet join: this machine becomes a counter among others. */

#include <string.h>
#include <unistd.h>

#include "base/crypto.h"
#include "base/file.h"
#include "cli/fleet.h"
#include "cli/folder.h"
#include "cli/share.h"
#include "desk/desk.h"
#include "desk/marks.h"
#include "desk/session.h"
#include "store/bundle.h"
#include "store/credential.h"
#include "store/self.h"
#include "store/setting.h"
#include "store/store.h"
#include "sync/join.h"
#include "sync/round.h"

/* A clock this far before the invitation was made is wrong. */
#define CLOCK_EARLY_MS (INT64_C(24) * 60 * 60 * 1000)

static enum fail
read_offer(struct cli *cli, const char *path, struct offer *ret_offer,
    struct err *err)
{
	const int64_t now_ms = clock_now(&cli->world.clock);
	const struct invitation *invitation = &ret_offer->invitation;
	char *bytes;
	size_t size;
	enum fail fail = file_read(
	    path, OFFER_SIZE_MAX, cli->arena, &bytes, &size, err);

	if (fail == FAIL_MISSING)
		return fail_say(
		    err, FAIL_MISSING, "fleet.no-invitation", path, NULL);
	if (!fail)
		fail = offer_parse(bytes, size, cli->arena, ret_offer, err);
	if (fail)
		return fail;
	if (ret_offer->is_practice != cli->options.is_practice)
		return fail_say(err, FAIL_CONFLICT,
		    ret_offer->is_practice ? "fleet.for-practice" :
					     "fleet.for-register",
		    NULL);
	if (now_ms < invitation->issued_ms - CLOCK_EARLY_MS)
		return fail_say(err, FAIL_CONFLICT, "fleet.clock", NULL);
	if (now_ms > invitation->expires_ms)
		return fail_say(err, FAIL_DENIED, "sync.invitation-expired",
		    invitation->station, NULL);
	return FAIL_NONE;
}

/*
 * Is it the right share, and the invitation unused there? A share that does
 * not answer is no reason not to join, unless it is wanted now.
 */
static enum fail
look_at_share(struct cli *cli, const struct fleet_request *request,
    const struct offer *offer, struct err *err)
{
	const char *path = request->share, *data = NULL;
	scoped_remote remote = { 0 };
	struct share share;
	enum fail fail;

	if (path == NULL)
		return FAIL_NONE;
	fail = cli_fleet_absolute(cli, &path, err);
	if (!fail)
		fail = cli_folder(cli, &data, err);
	if (!fail)
		fail = folder_make(data, 0700, err);
	if (!fail)
		fail = cli_share_start(cli, data, path, &remote, err);
	if (fail)
		return fail;
	share = share_remote(&remote);
	fail = offer_check(offer, &share, path, cli->arena, err);
	(void)share_remote_end(&remote);
	if (fail && fail != FAIL_DENIED && fail != FAIL_CONFLICT &&
	    !request->needs_share && round_is_later(err))
		return FAIL_NONE;
	return fail;
}

/* A counter already in use is joined by its admin; a new one by who has the
 * invitation. */
static enum fail
ask_admin(struct cli *cli, const struct fleet_request *request,
    struct desk *desk, struct err *err)
{
	enum fail fail;
	bool has = false;

	fail = desk_has_officers(desk, &has, err);
	if (fail || !has)
		return fail;
	fail = cli_sign_in(cli, desk, request->as, request->fd, err);
	return fail ? fail : desk_demand(desk, ACTION_ADMINISTER, err);
}

/* Officers sign in here as at the counter that invited. */
static enum fail
take_officers(struct store *store, const struct offer *offer, struct err *err)
{
	struct credential known;
	enum fail fail = FAIL_NONE;

	for (size_t i = 0; !fail && i < offer->n_officers; i++) {
		const struct offered_officer *one = &offer->officers[i];

		fail = store_credential_get(store, one->staff_id, &known, err);
		if (fail == FAIL_MISSING)
			fail = store_credential_put(
			    store, one->staff_id, one->verifier, err);
	}
	return fail;
}

static enum fail
take_share(struct cli *cli, const struct fleet_request *request,
    struct store *store, struct err *err)
{
	const char *path = request->share;
	enum fail fail;

	if (path == NULL)
		return FAIL_NONE;
	fail = cli_fleet_absolute(cli, &path, err);
	return fail ? fail : store_setting_put(store, "", "share", path, err);
}

/* What is the counter's own; done before it is a member, so that all of it
 * is done again when it is interrupted. */
static enum fail
settle(struct cli *cli, const struct fleet_request *request,
    const struct cli_register *reg, const struct offer *offer, struct err *err)
{
	enum fail fail =
	    store_take_letter(reg->store, "", offer->invitation.letter, err);

	if (!fail)
		fail = desk_take_marks_key(reg->desk, offer->marks, err);
	if (!fail)
		fail = take_officers(reg->store, offer, err);
	return fail ? fail : take_share(cli, request, reg->store, err);
}

/* The register is opened anew, with the station of the invitation. */
static enum fail
open_register(struct cli *cli, const struct offer *offer,
    struct cli_register *reg, struct err *err)
{
	enum fail fail;

	cli_register_close(reg);
	*reg = (struct cli_register){ 0 };
	fail = cli_register_open(
	    cli, REGISTER_CREATES, offer->invitation.station, reg, err);
	return fail ? fail : cli_register_desk(cli, reg, err);
}

enum fail
cli_join(struct cli *cli, const struct fleet_request *request,
    struct cli_register *reg, struct offer *ret_offer, struct err *err)
{
	struct joining joining = {
		.now_ms = clock_now(&cli->world.clock),
		.entropy = &cli->world.entropy,
	};
	scoped_fleet fleet = { 0 };
	enum fail fail = read_offer(cli, request->words[0], ret_offer, err);

	if (!fail)
		fail = cli_folder(cli, &joining.data, err);
	if (!fail)
		fail = look_at_share(cli, request, ret_offer, err);
	if (!fail)
		fail = open_register(cli, ret_offer, reg, err);
	if (!fail)
		fail = ask_admin(cli, request, reg->desk, err);
	if (fail)
		return fail;
	joining.writer = store_writer(reg->store);
	fail = fleet_may_join(&joining, cli->arena, err);
	if (!fail)
		fail = settle(cli, request, reg, ret_offer, err);
	if (!fail)
		fail = fleet_join(
		    &joining, ret_offer, cli->arena, &fleet, err);
	forget(ret_offer->secret, sizeof ret_offer->secret);
	return fail;
}

enum fail
cli_fleet_join(
    struct cli *cli, const struct fleet_request *request, struct err *err)
{
	scoped_register reg = { 0 };
	struct offer offer = { 0 };
	enum fail fail = cli_join(cli, request, &reg, &offer, err);
	const char letter[] = { offer.invitation.letter, '\0' };

	if (fail)
		return fail;
	cli_say(cli, "fleet.joined", offer.invitation.station,
	    letter[0] == 'A' ? "" : letter, NULL);
	/* It is used up; what is left would only tempt. */
	if (unlink(request->words[0]) != 0)
		cli_say(
		    cli, "fleet.remove-invitation", request->words[0], NULL);
	return FAIL_NONE;
}
