/* The rules of an application as a whole, and how refusals are listed. */

#include "domain/application_check.h"
#include "lib/load.h"

static const struct date today = { 2026, 11, 24 };

struct world {
	struct arena *arena;
	struct standard standard;
	struct record application;
	struct refusals refusals;
};

static void
set(struct world *world, enum application_cell cell, const char *text)
{
	record_set_text(&world->application, world->arena, (int)cell, text);
}

/* A good application of the published standard. */
static void
world_begin(struct world *world, struct arena *arena)
{
	static const struct id some = { { 1 } };

	*world = (struct world){ .arena = arena,
		.standard = load_standard(arena),
		.application = record_of(TABLE_APPLICATION, some),
		.refusals = { .arena = arena } };
	set(world, APPLICATION_RECEIVED_DATE, "2026-11-24");
	set(world, APPLICATION_SCALE, "menengah");
	set(world, APPLICATION_KBLI, "22210");
	set(world, APPLICATION_KBLI_EDITION, "2020");
	set(world, APPLICATION_LOCATION, "dalam");
	set(world, APPLICATION_ESTATE, "Kawasan Industri Bukit Indah");
	set(world, APPLICATION_PROCEDURE_CLASS, "7");
}

static size_t
refused(struct world *world)
{
	world->refusals = (struct refusals){ .arena = world->arena };
	application_refusals(&world->standard, &world->application, today,
	    &world->refusals);
	return world->refusals.n;
}

static void
is_refused_once(struct world *world, const char *code, const char *clause,
    const char *field)
{
	assert_int_equal(refused(world), 1);
	assert_string_equal(world->refusals.list[0].fact.code, code);
	assert_string_equal(world->refusals.list[0].clause, clause);
	assert_string_equal(world->refusals.list[0].field, field);
}

T(a_good_application_is_received)
{
	scoped_arena arena = arena_new();
	struct world world;

	world_begin(&world, arena);
	assert_int_equal(refused(&world), 0);
	assert_int_equal(refusals_fail(&world.refusals, NULL), FAIL_NONE);
}

T(the_activity_is_that_of_the_standard_in_either_edition)
{
	scoped_arena arena = arena_new();
	struct world world;

	world_begin(&world, arena);
	set(&world, APPLICATION_KBLI, "22201");
	set(&world, APPLICATION_KBLI_EDITION, "2025");
	assert_int_equal(refused(&world), 0);
	set(&world, APPLICATION_KBLI_EDITION, "2020");
	is_refused_once(&world, "application.other-kbli", "32", "kbli");
	set(&world, APPLICATION_KBLI, "10130");
	is_refused_once(&world, "application.other-kbli", "32", "kbli");
	assert_string_equal(world.refusals.list[0].fact.arg[0], "10130");
}

T(inside_a_kawasan_industri_its_name_is_wanted)
{
	scoped_arena arena = arena_new();
	struct world world;

	world_begin(&world, arena);
	set(&world, APPLICATION_ESTATE, "");
	is_refused_once(&world, "application.no-estate", "32/1.A.4",
	    "estate");
	assert_string_equal(world.refusals.list[0].item,
	    "Lokasi: dalam Kawasan Industri atau Pasal 65");
}

T(outside_the_ground_of_article_65_is_wanted)
{
	scoped_arena arena = arena_new();
	struct world world;

	world_begin(&world, arena);
	set(&world, APPLICATION_LOCATION, "luar");
	is_refused_once(&world, "application.no-article-65", "32/1.A.4",
	    "article_65");
	set(&world, APPLICATION_ARTICLE_65, "Surat RDTR 2024");
	assert_int_equal(refused(&world), 0);
}

T(tomorrow_is_not_received_today)
{
	scoped_arena arena = arena_new();
	struct world world;

	world_begin(&world, arena);
	set(&world, APPLICATION_RECEIVED_DATE, "2026-11-25");
	is_refused_once(&world, "application.future", "", "received_date");
}

T(the_class_is_one_of_the_standard_or_empty)
{
	scoped_arena arena = arena_new();
	struct world world;

	world_begin(&world, arena);
	set(&world, APPLICATION_PROCEDURE_CLASS, "");
	assert_int_equal(refused(&world), 0);
	set(&world, APPLICATION_PROCEDURE_CLASS, "5");
	is_refused_once(&world, "application.no-class", "32/2",
	    "procedure_class");
}

T(everything_is_told_at_once)
{
	scoped_arena arena = arena_new();
	struct world world;
	struct err err = { 0 };

	world_begin(&world, arena);
	set(&world, APPLICATION_RECEIVED_DATE, "2026-12-01");
	set(&world, APPLICATION_KBLI, "10130");
	set(&world, APPLICATION_ESTATE, "");
	set(&world, APPLICATION_PROCEDURE_CLASS, "5");
	assert_int_equal(refused(&world), 4);
	assert_int_equal(
	    refusals_fail(&world.refusals, &err), FAIL_INVALID);
	assert_string_equal(err.fact.code, world.refusals.list[0].fact.code);
}

T(mikro_and_besar_are_a_consultation)
{
	scoped_arena arena = arena_new();
	struct world world;

	world_begin(&world, arena);
	assert_false(application_is_consultation(&world.standard,
	    &world.application));
	set(&world, APPLICATION_SCALE, "kecil");
	assert_false(application_is_consultation(&world.standard,
	    &world.application));
	set(&world, APPLICATION_SCALE, "mikro");
	assert_true(application_is_consultation(&world.standard,
	    &world.application));
	set(&world, APPLICATION_SCALE, "besar");
	assert_true(application_is_consultation(&world.standard,
	    &world.application));
	/* Not stated is not said to be another. */
	set(&world, APPLICATION_SCALE, "");
	assert_false(application_is_consultation(&world.standard,
	    &world.application));
}

T(more_than_three_working_days_back_is_late)
{
	scoped_arena arena = arena_new();
	struct calendar calendar = load_calendar(arena);
	const struct date thursday = { 2026, 11, 19 };
	const struct date wednesday = { 2026, 11, 18 };

	assert_false(application_is_late(&calendar, today, today));
	assert_false(application_is_late(&calendar, thursday, today));
	assert_true(application_is_late(&calendar, wednesday, today));
}

T(a_refusal_keeps_its_texts_and_what_is_not_said_is_empty)
{
	scoped_arena arena = arena_new();
	struct refusals refusals = { .arena = arena };
	char clause[] = "32/1";

	for (int i = 0; i < 100; i++)
		refusals_add(&refusals, clause, NULL, NULL, "a.b", "one",
		    "two", NULL);
	clause[0] = 'X';
	assert_int_equal(refusals.n, 100);
	assert_string_equal(refusals.list[99].clause, "32/1");
	assert_string_equal(refusals.list[99].item, "");
	assert_string_equal(refusals.list[99].field, "");
	assert_string_equal(refusals.list[99].fact.arg[1], "two");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_good_application_is_received),
		cmocka_unit_test(
		    the_activity_is_that_of_the_standard_in_either_edition),
		cmocka_unit_test(inside_a_kawasan_industri_its_name_is_wanted),
		cmocka_unit_test(outside_the_ground_of_article_65_is_wanted),
		cmocka_unit_test(tomorrow_is_not_received_today),
		cmocka_unit_test(the_class_is_one_of_the_standard_or_empty),
		cmocka_unit_test(everything_is_told_at_once),
		cmocka_unit_test(mikro_and_besar_are_a_consultation),
		cmocka_unit_test(more_than_three_working_days_back_is_late),
		cmocka_unit_test(
		    a_refusal_keeps_its_texts_and_what_is_not_said_is_empty),
	};

	return T_RUN(tests);
}
