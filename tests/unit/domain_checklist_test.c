/* The requirements of one application, as they are judged. */

#include "domain/checklist.h"
#include "lib/load.h"

enum { CHECKS_MAX = 16 };

struct world {
	struct arena *arena;
	struct standard standard;
	struct record application;
	struct record checks[CHECKS_MAX];
	size_t n;
};

static const struct id some = { { 1 } };

static void
world_begin(struct world *world, struct arena *arena)
{
	*world = (struct world){ .arena = arena,
		.standard = load_standard(arena),
		.application = record_of(TABLE_APPLICATION, some) };
}

static void
judge(struct world *world, const char *clause, const char *result,
    const char *note)
{
	struct record *check = &world->checks[world->n++];

	assert_true(world->n <= CHECKS_MAX);
	*check = record_of(TABLE_CHECK, some);
	record_set_text(check, world->arena, CHECK_CLAUSE, clause);
	record_set_text(check, world->arena, CHECK_RESULT, result);
	record_set_text(check, world->arena, CHECK_NOTE, note);
}

/* Everything that binds before complete is right. */
static void
judge_all_right(struct world *world)
{
	for (size_t i = 0; i < world->standard.n_requirements; i++) {
		const struct requirement *requirement =
		    &world->standard.requirements[i];

		if (requirement->stage == STAGE_COMPLETE)
			judge(world, requirement->clause, "B", "");
	}
}

static struct checklist
checklist(struct world *world)
{
	return checklist_of(&world->standard, world->checks, world->n,
	    world->arena);
}

static enum fail
may_judge(struct world *world, const char *clause, enum check_result result,
    const char *note, struct err *err)
{
	return checklist_judge(&world->standard, &world->application, clause,
	    result, note, err);
}

static void
is_refused(struct world *world, const char *clause, enum check_result result,
    const char *note, const char *code)
{
	struct err err = { 0 };

	assert_int_equal(
	    may_judge(world, clause, result, note, &err), FAIL_INVALID);
	assert_string_equal(err.fact.code, code);
}

T(results_are_one_letter_and_come_back)
{
	static const char *const letters[] = { "", "B", "K", "T", "N" };
	enum check_result result = CHECK_OPEN;

	for (size_t i = 0; i < array_length(letters); i++) {
		assert_true(check_result_parse(letters[i], &result));
		assert_string_equal(check_result_text(result), letters[i]);
	}
	assert_false(check_result_parse("b", &result));
	assert_false(check_result_parse("BB", &result));
}

T(nothing_is_judged_at_first_and_umum_5_binds_later)
{
	scoped_arena arena = arena_new();
	struct world world;
	struct checklist list;

	world_begin(&world, arena);
	list = checklist(&world);
	assert_int_equal(list.n, 9);
	assert_int_equal(list.wanted, 8);
	assert_int_equal(list.open, 8);
	assert_int_equal(checklist_row(&list, "32/1.A.1")->result,
	    CHECK_OPEN);
	assert_int_equal(checklist_row(&list, "32/1.A.5")->result,
	    CHECK_NOT_APPLICABLE);
	assert_null(checklist_row(&list, "32/3"));
	assert_false(checklist_is_complete(&list));
}

T(progress_is_counted)
{
	scoped_arena arena = arena_new();
	struct world world;
	struct checklist list;

	world_begin(&world, arena);
	judge(&world, "32/1.A.1", "B", "menengah");
	judge(&world, "32/1.A.2", "B", "");
	judge(&world, "32/1.A.4", "K", "surat RDTR");
	judge(&world, "32/1.B.2", "T", "uraian tugas");
	list = checklist(&world);
	assert_int_equal(list.right, 2);
	assert_int_equal(list.wrong, 1);
	assert_int_equal(list.absent, 1);
	assert_int_equal(list.open, 4);
	assert_string_equal(checklist_row(&list, "32/1.A.4")->note,
	    "surat RDTR");
}

T(a_result_of_a_newer_program_counts_as_open)
{
	scoped_arena arena = arena_new();
	struct world world;
	struct checklist list;

	world_begin(&world, arena);
	judge(&world, "32/1.A.1", "Z", "");
	judge(&world, "33/1.A.1", "B", "");
	list = checklist(&world);
	assert_int_equal(list.open, 8);
}

T(all_right_is_complete_and_umum_5_never_blocks)
{
	scoped_arena arena = arena_new();
	struct world world;
	struct checklist list;
	struct refusals refusals = { .arena = arena };

	world_begin(&world, arena);
	judge_all_right(&world);
	list = checklist(&world);
	checklist_blocking(&list, &refusals);
	assert_true(checklist_is_complete(&list));
	assert_int_equal(refusals.n, 0);
}

T(each_that_blocks_is_named_with_clause_and_item)
{
	scoped_arena arena = arena_new();
	struct world world;
	struct checklist list;
	struct refusals refusals = { .arena = arena };

	world_begin(&world, arena);
	judge_all_right(&world);
	record_set_text(&world.checks[3], arena, CHECK_RESULT, "K");
	record_set_text(&world.checks[5], arena, CHECK_RESULT, "T");
	record_set_text(&world.checks[7], arena, CHECK_RESULT, "");
	list = checklist(&world);
	checklist_blocking(&list, &refusals);
	assert_int_equal(refusals.n, 3);
	assert_string_equal(refusals.list[0].clause, "32/1.A.4");
	assert_string_equal(refusals.list[0].fact.code, "check.wrong");
	assert_string_equal(refusals.list[0].fact.arg[0], "A4");
	assert_string_equal(refusals.list[0].field, "32/1.A.4");
	assert_string_equal(refusals.list[1].clause, "32/1.B.2");
	assert_string_equal(refusals.list[1].fact.code, "check.absent");
	assert_string_equal(refusals.list[1].item,
	    "Struktur organisasi SDM terdokumentasi");
	assert_string_equal(refusals.list[2].clause, "32/1.B.4");
	assert_string_equal(refusals.list[2].fact.code, "check.open");
	assert_false(checklist_is_complete(&list));
}

T(wrong_and_absent_want_a_note)
{
	scoped_arena arena = arena_new();
	struct world world;

	world_begin(&world, arena);
	is_refused(&world, "32/1.B.1", CHECK_WRONG, "", "check.note-wanted");
	is_refused(&world, "32/1.B.1", CHECK_ABSENT, " \n ",
	    "check.note-wanted");
	is_refused(&world, "32/1.B.1", CHECK_ABSENT, NULL,
	    "check.note-wanted");
	assert_int_equal(may_judge(&world, "32/1.B.1", CHECK_WRONG,
	    "tanpa stempel", NULL), FAIL_NONE);
	assert_int_equal(
	    may_judge(&world, "32/1.B.1", CHECK_RIGHT, "", NULL), FAIL_NONE);
	assert_int_equal(
	    may_judge(&world, "32/1.B.1", CHECK_OPEN, "", NULL), FAIL_NONE);
}

T(not_applicable_only_where_the_standard_says_so)
{
	scoped_arena arena = arena_new();
	struct world world;

	world_begin(&world, arena);
	for (size_t i = 0; i < world.standard.n_requirements; i++) {
		const struct requirement *requirement =
		    &world.standard.requirements[i];

		if (requirement->may_not_apply)
			continue;
		is_refused(&world, requirement->clause, CHECK_NOT_APPLICABLE,
		    "alasan", "check.must-apply");
	}
	is_refused(&world, "32/1.A.5", CHECK_NOT_APPLICABLE, "",
	    "check.note-wanted");
	assert_int_equal(may_judge(&world, "32/1.A.5", CHECK_NOT_APPLICABLE,
	    "pasca terbit", NULL), FAIL_NONE);
}

T(what_binds_after_the_issue_is_not_judged_now)
{
	scoped_arena arena = arena_new();
	struct world world;

	world_begin(&world, arena);
	is_refused(&world, "32/1.A.5", CHECK_RIGHT, "", "check.after-issue");
	is_refused(&world, "32/1.A.5", CHECK_ABSENT, "x",
	    "check.after-issue");
}

T(the_place_is_right_only_with_its_facts)
{
	scoped_arena arena = arena_new();
	struct world world;
	struct record *application = &world.application;

	world_begin(&world, arena);
	is_refused(&world, "32/1.A.4", CHECK_RIGHT, "", "check.no-place");
	record_set_text(application, arena, APPLICATION_LOCATION, "dalam");
	is_refused(&world, "32/1.A.4", CHECK_RIGHT, "", "check.no-place");
	record_set_text(application, arena, APPLICATION_ESTATE, "KI Bukit");
	assert_int_equal(
	    may_judge(&world, "32/1.A.4", CHECK_RIGHT, "", NULL), FAIL_NONE);
	record_set_text(application, arena, APPLICATION_LOCATION, "luar");
	is_refused(&world, "32/1.A.4", CHECK_RIGHT, "", "check.no-place");
	record_set_text(application, arena, APPLICATION_ARTICLE_65, "RDTR");
	assert_int_equal(
	    may_judge(&world, "32/1.A.4", CHECK_RIGHT, "", NULL), FAIL_NONE);
	/* Wrong needs no facts, only a note. */
	record_set_text(application, arena, APPLICATION_LOCATION, "");
	assert_int_equal(may_judge(&world, "32/1.A.4", CHECK_WRONG,
	    "alamat lain", NULL), FAIL_NONE);
}

T(a_clause_without_requirement_is_not_judged)
{
	scoped_arena arena = arena_new();
	struct world world;

	world_begin(&world, arena);
	is_refused(&world, "32/3", CHECK_RIGHT, "", "check.no-requirement");
}

T(data_through_an_absent_account_is_doubted)
{
	scoped_arena arena = arena_new();
	struct world world;
	struct checklist list;
	struct fact fact = { 0 };

	world_begin(&world, arena);
	judge(&world, "32/1.A.3", "B", "");
	list = checklist(&world);
	assert_false(checklist_doubt(&list, &fact));
	judge(&world, "32/1.A.2", "T", "belum punya");
	list = checklist(&world);
	assert_true(checklist_doubt(&list, &fact));
	assert_string_equal(fact.code, "check.without");
	assert_string_equal(fact.arg[0], "A3");
	assert_string_equal(fact.arg[1], "A2");
	record_set_text(&world.checks[1], arena, CHECK_RESULT, "B");
	list = checklist(&world);
	assert_false(checklist_doubt(&list, &fact));
}

T(the_event_keeps_what_was_judged)
{
	scoped_arena arena = arena_new();
	struct world world;
	struct checklist list;
	scoped_buf out;

	buf_init(&out, 1024);
	world_begin(&world, arena);
	judge(&world, "32/1.A.2", "T", "belum punya");
	judge(&world, "32/1.A.1", "B", "");
	list = checklist(&world);
	checklist_snapshot(&list, &out);
	assert_string_equal(out.text,
	    "A1=B A2=T A3= A4= A5=N B1= B2= B3= B4=");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(results_are_one_letter_and_come_back),
		cmocka_unit_test(
		    nothing_is_judged_at_first_and_umum_5_binds_later),
		cmocka_unit_test(progress_is_counted),
		cmocka_unit_test(a_result_of_a_newer_program_counts_as_open),
		cmocka_unit_test(
		    all_right_is_complete_and_umum_5_never_blocks),
		cmocka_unit_test(
		    each_that_blocks_is_named_with_clause_and_item),
		cmocka_unit_test(wrong_and_absent_want_a_note),
		cmocka_unit_test(
		    not_applicable_only_where_the_standard_says_so),
		cmocka_unit_test(
		    what_binds_after_the_issue_is_not_judged_now),
		cmocka_unit_test(the_place_is_right_only_with_its_facts),
		cmocka_unit_test(a_clause_without_requirement_is_not_judged),
		cmocka_unit_test(data_through_an_absent_account_is_doubted),
		cmocka_unit_test(the_event_keeps_what_was_judged),
	};

	return T_RUN(tests);
}
