#ifndef CLI_WORLD_H
#define CLI_WORLD_H

#include <stdbool.h>

#include "base/attr.h"
#include "base/clock.h"
#include "base/crypto.h"
#include "base/failpoint.h"

/*
 * The world outside the program: the one place that reads the clock, the
 * kernel's random bytes and the environment. What other rooms need of it is
 * handed to them.
 *
 * src/cli/world.c is the real one. The tests' program links
 * tests/lib/test_cli.c in its place: clock and random bytes can be set there,
 * and failures be ordered.
 */
struct world {
	struct clock clock;
	struct entropy entropy;
	struct failpoint failpoint;  /* empty outside tests */
	struct passphrase_cost cost; /* of new passphrases */
	const char *root;            /* before /etc and /sys: "" */
	const char *sysconfdir;      /* where loket.conf is looked for */
	bool has_mark;               /* tell when a screen is complete */
	bool is_guarded;             /* the screens run under a watcher */
	int share_ms; /* every deadline of the share; 0: those it has */
};

struct world world_open(void);

/* A variable of the environment; NULL when it is not set or is empty. */
const char *world_variable(const char *name) nonnull(1);

/* Remove a variable, so that libraries do not read it. */
void world_forget(const char *name) nonnull(1);

#endif
