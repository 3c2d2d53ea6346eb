/* loket fleet join: this machine becomes a counter among others. */

#include <string.h>
#include <unistd.h>

#include "base/crypto.h"
#include "base/file.h"
#include "cli/fleet.h"
#include "cli/folder.h"
#include "desk/desk.h"
#include "desk/marks.h"
#include "desk/session.h"
#include "store/bundle.h"
#include "store/credential.h"
#include "store/self.h"
#include "store/setting.h"
#include "store/store.h"
#include "sync/join.h"

/* A clock this far before the invitation was made is wrong. */
#define CLOCK_EARLY_MS (INT64_C(24) * 60 * 60 * 1000)

static enum fail
read_offer(struct cli *cli, const struct fleet_request *request,
    struct offer *ret_offer, struct err *err)
{
	char *bytes;
	size_t size;
	enum fail fail = file_read(
	    request->words[0], OFFER_SIZE_MAX, cli->arena, &bytes, &size, err);

	if (!fail)
		fail = offer_parse(bytes, size, cli->arena, ret_offer, err);
	if (fail)
		return fail;
	if (ret_offer->is_practice != cli->options.is_practice)
		return fail_say(err, FAIL_CONFLICT,
		    ret_offer->is_practice ? "fleet.for-practice" :
					     "fleet.for-register",
		    NULL);
	if (clock_now(&cli->world.clock) <
	    ret_offer->invitation.issued_ms - CLOCK_EARLY_MS)
		return fail_say(err, FAIL_CONFLICT, "fleet.clock", NULL);
	return FAIL_NONE;
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

static void
say_joined(struct cli *cli, const struct fleet_request *request,
    const struct offer *offer)
{
	const char letter[] = { offer->invitation.letter, '\0' };

	cli_say(cli, "fleet.joined", offer->invitation.station,
	    letter[0] == 'A' ? "" : letter, NULL);
	/* It is used up; what is left would only tempt. */
	if (unlink(request->words[0]) != 0)
		cli_say(
		    cli, "fleet.remove-invitation", request->words[0], NULL);
}

enum fail
cli_fleet_join(
    struct cli *cli, const struct fleet_request *request, struct err *err)
{
	struct joining joining = {
		.now_ms = clock_now(&cli->world.clock),
		.entropy = &cli->world.entropy,
	};
	scoped_register reg = { 0 };
	scoped_fleet fleet = { 0 };
	struct offer offer;
	enum fail fail = read_offer(cli, request, &offer, err);

	if (!fail)
		fail = cli_folder(cli, &joining.data, err);
	if (!fail && joining.now_ms > offer.invitation.expires_ms)
		fail = fail_say(err, FAIL_DENIED, "sync.invitation-expired",
		    offer.invitation.station, NULL);
	if (!fail)
		fail = cli_register_open(
		    cli, REGISTER_CREATES, offer.invitation.station, &reg, err);
	if (!fail)
		fail = cli_register_desk(cli, &reg, err);
	if (!fail)
		fail = ask_admin(cli, request, reg.desk, err);
	if (fail)
		return fail;
	joining.writer = store_writer(reg.store);
	fail = fleet_may_join(&joining, cli->arena, err);
	if (!fail)
		fail = settle(cli, request, &reg, &offer, err);
	if (!fail)
		fail = fleet_join(&joining, &offer, cli->arena, &fleet, err);
	forget(offer.secret, sizeof offer.secret);
	if (!fail)
		say_joined(cli, request, &offer);
	return fail;
}
