#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "lib/counters.h"

static int64_t
monotonic_ms(void)
{
	struct timespec now = { 0 };

	(void)!clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

enum fail
counters_desk(struct counters *it, int n, char **word)
{
	scoped_store store = counters_open(it, word[0], NULL);
	int64_t longest = 0;
	enum fail fail = store == NULL ? it->err.fail : FAIL_NONE;
	long written = 0;

	(void)n;
	while (!fail && (written == 0 || access(word[1], F_OK) != 0)) {
		scoped_transaction transaction = { 0 };
		int64_t begun = monotonic_ms(), took;

		fail = transaction_begin(&transaction, store, "ani", &it->err);
		if (!fail)
			fail = counters_write(
			    it, store, 900000 + written, "Diketik");
		if (!fail)
			fail = transaction_commit(&transaction, &it->err);
		took = monotonic_ms() - begun;
		longest = took > longest ? took : longest;
		written++;
	}
	if (!fail)
		printf("%lld %ld\n", (long long)longest, written);
	return fail;
}
