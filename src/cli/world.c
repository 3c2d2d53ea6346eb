#include "cli/world.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>
#include <time.h>

static int64_t
now_ms(void *context)
{
	struct timespec now;

	(void)context;
	clock_gettime(CLOCK_REALTIME, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Keys made of bad random bytes would be worse than no program. */
static void
fill(void *context, void *bytes, size_t size)
{
	unsigned char *at = bytes;

	(void)context;
	while (size > 0) {
		ssize_t n = getrandom(at, size, 0);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			perror("getrandom");
			abort();
		}
		at += n;
		size -= (size_t)n;
	}
}

struct world
world_open(void)
{
	return (struct world){
		.clock = { .now_ms = now_ms },
		.entropy = { .fill = fill },
		.cost = passphrase_cost_default(),
		.root = "",
		.sysconfdir = SYSCONFDIR,
		.is_guarded = true,
	};
}

const char *
world_variable(const char *name)
{
	const char *value = getenv(name);

	return value != NULL && *value != '\0' ? value : NULL;
}

void
world_forget(const char *name)
{
	unsetenv(name);
}
