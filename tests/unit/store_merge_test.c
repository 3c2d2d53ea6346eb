/*
 * The merge rule by random schedules.
 *
 * LOKET_SCHEDULES: how many; LOKET_SEED: from which seed on. A seed that
 * ever failed stays in the list.
 */
#include "lib/schedule.h"

enum { SCHEDULES = 15 };

static const uint64_t failed_once[] = { 25 };

static uint64_t
number_of(const char *name, uint64_t otherwise)
{
	const char *text = getenv(name);

	return text == NULL ? otherwise : strtoull(text, NULL, 10);
}

T(every_counter_shows_what_all_entries_say_whatever_the_order)
{
	uint64_t n = number_of("LOKET_SCHEDULES", SCHEDULES);
	uint64_t first = number_of("LOKET_SEED", 1);

	for (size_t i = 0; i < array_length(failed_once); i++)
		schedule_play(failed_once[i]);
	for (uint64_t seed = first; seed < first + n; seed++) {
		print_message("# seed %llu\n", (unsigned long long)seed);
		schedule_play(seed);
	}
}

static const struct CMUnitTest tests[] = {
	T_ROW(
	    "C10", every_counter_shows_what_all_entries_say_whatever_the_order),
};

int
main(void)
{
	return T_RUN(tests);
}
