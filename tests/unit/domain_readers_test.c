/*
 * The office's tables with bytes of them changed at random: a reader ends,
 * names a problem or gives a table that holds what it promises.
 */

#include <stdio.h>

#include "domain/calendar.h"
#include "domain/identity.h"
#include "domain/kbli.h"
#include "domain/passphrase.h"
#include "lib/asset.h"

enum { TRIES = 150 };

/* Read a text; what reads well must hold. */
typedef enum fail reader(
    const char *text, size_t size, struct problems *problems);

static enum fail
reads_calendar(const char *text, size_t size, struct problems *problems)
{
	struct calendar calendar;
	enum fail fail =
	    calendar_read("t", text, size, problems, &calendar, NULL);

	if (fail)
		return fail;
	for (size_t i = 0; i < calendar.n; i++) {
		assert_true(date_is_valid(calendar.entries[i].date));
		assert_true(*calendar.entries[i].name != '\0');
		assert_true(*calendar.entries[i].decree != '\0');
		if (i > 0)
			assert_true(date_compare(calendar.entries[i - 1].date,
					calendar.entries[i].date) <= 0);
	}
	return FAIL_NONE;
}

static enum fail
reads_villages(const char *text, size_t size, struct problems *problems)
{
	struct regions regions = { 0 };
	enum fail fail =
	    regions_read_villages("t", text, size, problems, &regions, NULL);

	if (fail)
		return fail;
	for (size_t i = 0; i < regions.n; i++)
		assert_ptr_equal(
		    village_find(&regions, regions.villages[i].code),
		    &regions.villages[i]);
	return FAIL_NONE;
}

static enum fail
reads_areas(const char *text, size_t size, struct problems *problems)
{
	struct regions regions = { 0 };
	enum fail fail =
	    regions_read_areas("t", text, size, problems, &regions, NULL);

	if (fail)
		return fail;
	for (size_t i = 0; i < regions.n_areas; i++)
		assert_ptr_equal(area_find(&regions, regions.areas[i].code),
		    &regions.areas[i]);
	return FAIL_NONE;
}

static enum fail
reads_kbli(const char *text, size_t size, struct problems *problems)
{
	struct kbli_table table;
	enum fail fail = kbli_read("t", text, size, problems, &table, NULL);

	if (fail)
		return fail;
	for (size_t i = 0; i < table.n; i++)
		assert_int_equal(
		    kbli_code_check(table.list[i].code, NULL), FINE);
	return FAIL_NONE;
}

static enum fail
reads_refused(const char *text, size_t size, struct problems *problems)
{
	struct passphrase_rules rules = { 0 };
	struct fact fact = { 0 };
	enum fail fail =
	    passphrase_refused_read("t", text, size, problems, &rules, NULL);

	if (fail)
		return fail;
	assert_true(passphrase_is_allowed(
	    &rules, "wijen petuah paralel lahar", NULL, 0, &fact));
	return FAIL_NONE;
}

/* Change, lose or double a few bytes. */
static size_t
damage(struct t_random *random, char *text, size_t size)
{
	static const char bytes[] = "\t\n#-0129az\x80\xff\xc3";

	for (size_t n = 1 + t_random_below(random, 4); n > 0; n--) {
		size_t at = t_random_below(random, size);
		size_t length = 1 + t_random_below(random, 20);

		if (length > size - at)
			length = size - at;
		switch (t_random_below(random, 3)) {
		case 0:
			text[at] =
			    bytes[t_random_below(random, sizeof bytes - 1)];
			break;
		case 1:
			memmove(
			    text + at, text + at + length, size - at - length);
			size -= length;
			break;
		default:
			memmove(
			    text + at + length, text + at, size - at - length);
			break;
		}
		if (size < 100)
			break;
	}
	return size;
}

static void
survives(const char *path, reader *read_text, uint64_t seed)
{
	struct t_random random = { seed };
	scoped_arena arena = arena_new();
	scoped_arena each = arena_new();
	size_t whole, size, good = 0;
	const char *text = asset_text(arena, path, &whole);

	printf("# seed %llu\n", (unsigned long long)seed);
	for (int i = 0; i < TRIES; i++) {
		struct problems problems = { .arena = each };
		char *copy = malloc(whole);

		assert_non_null(copy);
		memcpy(copy, text, whole);
		size = damage(&random, copy, whole);
		good += read_text(copy, size, &problems) == FAIL_NONE;
		free(copy);
		arena_reset(each);
	}
	/* Both must have been tried. */
	assert_in_range(good, 1, TRIES - 1);
}

T(damaged_holidays_are_survived)
{
	survives("data/holidays.tsv", reads_calendar, 1);
}

T(damaged_villages_are_survived)
{
	survives("data/villages.tsv", reads_villages, 2);
}

T(damaged_areas_are_survived)
{
	survives("data/areas.tsv", reads_areas, 3);
}

T(damaged_kbli_codes_are_survived)
{
	survives("data/kbli.tsv", reads_kbli, 4);
}

T(a_damaged_list_of_refused_passphrases_is_survived)
{
	survives("data/passphrases-refused.txt", reads_refused, 5);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(damaged_holidays_are_survived),
		cmocka_unit_test(damaged_villages_are_survived),
		cmocka_unit_test(damaged_areas_are_survived),
		cmocka_unit_test(damaged_kbli_codes_are_survived),
		cmocka_unit_test(
		    a_damaged_list_of_refused_passphrases_is_survived),
	};

	return T_RUN(tests);
}
