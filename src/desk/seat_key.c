#include <string.h>

#include "desk/inside.h"

/* Keys in the memory of a seat, while it is locked. */

static bool
pin_pair(const struct desk *desk, const struct shut_keys *shut,
    const char *pin, struct box_pair *ret_pair)
{
	uint8_t seed[SEED_SIZE];

	_Static_assert((int)SEED_SIZE == (int)SECRET_KEY_SIZE, "a seed");
	if (passphrase_key(pin, desk->options.cost, shut->salt, seed, NULL))
		return false;
	box_pair_make(seed, ret_pair);
	forget(seed, sizeof seed);
	return true;
}

void
seat_key_pin(struct desk *desk, int seat, const char *pin)
{
	struct shut_keys *shut = &desk->session.secrets[seat].shut;
	struct box_pair pair;

	entropy_fill(&desk->options.entropy, shut->salt, sizeof shut->salt);
	shut->has_pin = pin_pair(desk, shut, pin, &pair);
	if (!shut->has_pin)
		return;
	memcpy(shut->public_key, pair.public_key, BOX_PUBLIC_SIZE);
	box_pair_done(&pair);
}

void
seat_key_new(struct desk *desk, int seat)
{
	struct shut_keys *shut = &desk->session.secrets[seat].shut;

	forget(shut->sealed, sizeof shut->sealed);
	shut->is_shut = false;
	shut->is_lost = false;
}

void
seat_key_shut(struct desk *desk, int seat)
{
	struct seat_secret *secret = &desk->session.secrets[seat];
	struct shut_keys *shut = &secret->shut;

	if (secret->held.n == 0 || desk_is_practice(desk))
		return;
	shut->is_shut = shut->has_pin && desk->session.seats[seat].has_pin;
	shut->is_lost = !shut->is_shut;
	if (shut->is_shut)
		box_seal(shut->public_key, &secret->held,
		    sizeof secret->held, &desk->options.entropy,
		    shut->sealed);
	forget(&secret->held, sizeof secret->held);
}

void
seat_key_wake(struct desk *desk, int seat, const char *pin)
{
	struct seat_secret *secret = &desk->session.secrets[seat];
	struct shut_keys *shut = &secret->shut;
	struct box_pair pair;

	if (!shut->is_shut || !pin_pair(desk, shut, pin, &pair))
		return;
	if (!box_open(&pair, shut->sealed, sizeof shut->sealed,
	    (uint8_t *)&secret->held))
		forget(&secret->held, sizeof secret->held);
	box_pair_done(&pair);
	seat_key_new(desk, seat);
}
