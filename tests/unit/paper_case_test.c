/*
 * Whole papers, letter by letter, as people get them: forms/ filled in with
 * one case. A paper that differs is left in the build folder, to look at and,
 * when it is right, to copy over the one in tests/data/papers.
 */

#include "lib/load.h"

#include "base/clock.h"
#include "lib/paper.h"
#include "paper/handout.h"

enum { TEXT_MAX = 1 << 16 };

/* One application with everything around it, in an arena. */
struct desk_case {
	struct arena *arena;
	struct standard standard;
	struct kbli_table kbli;
	struct calendar calendar;
	struct life life;
	struct record application;
	struct record checks[9], events[4];
	size_t n_events;
	struct checklist checklist;
	struct process_clock clock;
	struct paper_case facts;
};

static void
set(struct desk_case *it, enum application_cell cell, const char *text)
{
	record_set_text(&it->application, it->arena, (int)cell, text);
}

/* Judge the requirement with that mark. */
static void
judge(struct desk_case *it, const char *mark, const char *result,
    const char *note, const char *document)
{
	size_t n = 0;

	while (strcmp(it->standard.requirements[n].mark, mark) != 0)
		n++;
	record_set_text(&it->checks[n], it->arena, CHECK_CLAUSE,
	    it->standard.requirements[n].clause);
	record_set_text(&it->checks[n], it->arena, CHECK_RESULT, result);
	record_set_text(&it->checks[n], it->arena, CHECK_NOTE, note);
	record_set_text(&it->checks[n], it->arena, CHECK_DOCUMENT, document);
	it->checklist = checklist_of(
	    &it->standard, it->checks, it->standard.n_requirements, it->arena);
}

static void
judge_all_right(struct desk_case *it)
{
	for (size_t i = 0; i < it->standard.n_requirements; i++)
		if (it->standard.requirements[i].stage == STAGE_COMPLETE)
			judge(
			    it, it->standard.requirements[i].mark, "B", "", "");
}

/* The move, on that date, after those before. */
static void
happened(struct desk_case *it, const char *move, const char *date)
{
	struct record *event = &it->events[it->n_events++];

	assert_true(it->n_events <= array_length(it->events));
	*event = record_of(TABLE_EVENT, (struct id){ { 1 } });
	record_set_text(event, it->arena, EVENT_MOVE, move);
	record_set_text(event, it->arena, EVENT_DATE, date);
	it->clock = process_clock_of(&it->life, &it->calendar,
	    it->standard.process.days, it->events, it->n_events, it->arena);
}

static int64_t
at(const char *local)
{
	int64_t ms = 0;

	assert_true(local_parse(local, &ms));
	return ms;
}

static void
set_plastik(struct desk_case *it)
{
	it->application = record_of(TABLE_APPLICATION, (struct id){ { 1 } });
	set(it, APPLICATION_NUMBER, "L03-2026-0412");
	set(it, APPLICATION_RECEIVED_DATE, "2026-11-24");
	record_set_integer(
	    &it->application, APPLICATION_TYPED_AT, at("2026-11-24T10:05"));
	set(it, APPLICATION_NIK, "3214016501900001");
	set(it, APPLICATION_NAME,
	    "D\xc3\xa9sir\xc3\xa9"
	    "e Ayu Lestari");
	set(it, APPLICATION_NOTE, "catatan petugas");
	set(it, APPLICATION_NIB, "1234567890123");
	set(it, APPLICATION_COMPANY_NAME, "PT Contoh Plastik");
	set(it, APPLICATION_KBLI, "22210");
	set(it, APPLICATION_KBLI_EDITION, "2020");
}

static struct desk_case *
plastik(struct arena *arena)
{
	struct desk_case *it = arena_alloc(arena, sizeof *it);

	*it = (struct desk_case){ .arena = arena,
		.standard = load_standard(arena),
		.kbli = load_kbli(arena),
		.calendar = load_calendar(arena),
		.life = load_life(arena) };
	assert_true(it->standard.n_requirements <= array_length(it->checks));
	for (size_t i = 0; i < array_length(it->checks); i++)
		it->checks[i] =
		    record_of(TABLE_CHECK, (struct id){ { (unsigned char)i } });
	set_plastik(it);
	judge(it, "A1", "B", "", "");
	happened(it, "receive", "2026-11-24");
	it->facts = (struct paper_case){ .application = &it->application,
		.standard = &it->standard,
		.checklist = &it->checklist,
		.clock = &it->clock,
		.kbli = &it->kbli,
		.received = { { 2026, 11, 24 }, "Ani Suryani", "L03", "" },
		.officer = "Ani Suryani",
		.station = "L03",
		.now_ms = at("2026-11-24T10:20"),
		.copy = 1 };
	return it;
}

static struct paper_file
form(struct arena *arena, const char *name)
{
	struct paper_file file = { .name = name };

	file.bytes = asset_text(
	    arena, arena_print(arena, "forms/%s.paper", name), &file.size);
	return file;
}

static void
print(const struct desk_case *it, const char *paper, struct paper_size size,
    struct buf *out)
{
	const struct handout handout = { form(it->arena, paper),
		form(it->arena, "words"), size };
	struct err err = { 0 };

	t_done(paper_print_text(&handout, &it->facts, out, &err), err);
}

static void
assert_prints(const struct desk_case *it, const char *paper,
    struct paper_size size, const char *golden)
{
	scoped_buf out;
	const char *folder = getenv("LOKET_BUILDDIR");
	const char *wanted;
	struct err err = { 0 };
	size_t wanted_size = 0;

	buf_init(&out, TEXT_MAX);
	print(it, paper, size, &out);
	assert_fits(out.text, size.columns + size.margin);
	wanted = asset_text(it->arena,
	    arena_print(it->arena, "tests/data/papers/%s", golden),
	    &wanted_size);
	if (strcmp(out.text, wanted) != 0 && folder != NULL)
		t_done(file_write(arena_print(it->arena, "%s/tests/unit/%s",
				      folder, golden),
			   out.text, out.size, 0644, &err),
		    err);
	assert_string_equal(out.text, wanted);
}

static void
assert_paper(const struct desk_case *it, const char *paper, const char *name)
{
	assert_prints(
	    it, paper, paper_roll(), arena_print(it->arena, "%s.48.txt", name));
	assert_prints(
	    it, paper, paper_a4(), arena_print(it->arena, "%s.a4.txt", name));
}

T(a_receipt_of_a_complete_file_promises_a_day)
{
	scoped_arena arena = arena_new();
	struct desk_case *it = plastik(arena);

	judge_all_right(it);
	happened(it, "complete", "2026-11-24");
	assert_paper(it, "receipt", "receipt");
}

T(a_receipt_of_an_open_file_promises_nothing)
{
	scoped_arena arena = arena_new();
	struct desk_case *it = plastik(arena);

	judge(it, "A2", "T", "Akun belum dibuat", "");
	judge(it, "B3", "K", "Alamat tidak sama", "");
	assert_paper(it, "receipt", "receipt-open");
}

static bool
says(const struct desk_case *it, const char *text)
{
	scoped_buf out;

	buf_init(&out, TEXT_MAX);
	print(it, "receipt", paper_a4(), &out);
	return strstr(out.text, text) != NULL;
}

T(a_file_that_ended_stands_as_it_stood_before)
{
	scoped_arena arena = arena_new();
	struct desk_case *it = plastik(arena);

	happened(it, "withdraw", "2026-11-25");
	assert_true(says(it, "BERKAS BELUM DINYATAKAN LENGKAP DAN BENAR"));
	it->n_events = 1;
	happened(it, "complete", "2026-11-25");
	happened(it, "withdraw", "2026-11-26");
	assert_true(says(it, "Rab 25/11/2026"));
	assert_true(says(it, "JUM 04/12/2026"));
	it->n_events = 2;
	happened(it, "return", "2026-11-26");
	assert_true(says(it, "belum berjalan"));
	happened(it, "withdraw", "2026-11-27");
	assert_true(says(it, "belum berjalan"));
	assert_false(says(it, "JUM 04/12/2026"));
}

T(a_reprint_for_a_proxy_in_practice_with_a_provisional_day)
{
	scoped_arena arena = arena_new();
	struct desk_case *it = plastik(arena);

	judge_all_right(it);
	set(it, APPLICATION_NAME,
	    "Raden Ajeng D\xc3\xa9sir\xc3\xa9"
	    "e Ayu Lestari Kusumawardhani");
	set(it, APPLICATION_COMPANY_NAME,
	    "PT Contoh Plastik Bangunan Nusantara Sejahtera Abadi Makmur");
	set(it, APPLICATION_NUMBER, "L03-2027-10412");
	set(it, APPLICATION_PROXY, "Y");
	set(it, APPLICATION_PROXY_NAME, "Muhammad Abdurrahman Wahyudi");
	set(it, APPLICATION_PROXY_LETTER, "12/SK/XII/2027");
	set(it, APPLICATION_KBLI, "22201");
	set(it, APPLICATION_KBLI_EDITION, "2025");
	set(it, APPLICATION_RECEIVED_DATE, "2027-12-28");
	record_set_integer(
	    &it->application, APPLICATION_TYPED_AT, at("2027-12-30T08:10"));
	happened(it, "complete", "2027-12-30");
	it->facts.officer = "Dedi Kurniawan";
	it->facts.station = "L05";
	it->facts.now_ms = at("2027-12-31T14:20");
	it->facts.copy = 2;
	it->facts.is_practice = true;
	assert_paper(it, "receipt", "receipt-provisional");
}

T(a_deficiency_paper_has_the_failed_requirements_only)
{
	scoped_arena arena = arena_new();
	struct desk_case *it = plastik(arena);

	judge(it, "A2", "T", "Akun SIINas belum dibuat.", "");
	judge(it, "B1", "K",
	    "Alat pemadam api ringan di ruang produksi kedaluwarsa 2025.",
	    "Foto ruang produksi, 20/11/2026");
	it->facts.returned = (struct paper_act){ { 2026, 11, 25 },
		"Budi Santoso", "L03", "Dua butir belum terpenuhi." };
	it->facts.officer = "Budi Santoso";
	it->facts.now_ms = at("2026-11-25T09:12");
	assert_paper(it, "deficiency", "deficiency");
}

T(a_handover_paper_has_the_last_day_to_complain)
{
	scoped_arena arena = arena_new();
	struct desk_case *it = plastik(arena);

	set(it, APPLICATION_CERTIFICATE_NUMBER, "91202110312340001");
	set(it, APPLICATION_CERTIFICATE_DATE, "2026-12-02");
	set(it, APPLICATION_SIGNED, "Y");
	set(it, APPLICATION_SIGNER, "Kepala DPMPTSP");
	set(it, APPLICATION_RECEIVER,
	    "D\xc3\xa9sir\xc3\xa9"
	    "e Ayu Lestari");
	set(it, APPLICATION_HANDOVER_DATE, "2026-12-03");
	it->facts.handed_over =
	    (struct paper_act){ { 2026, 12, 3 }, "Ani Suryani", "L03", "" };
	it->facts.now_ms = at("2026-12-03T13:40");
	assert_paper(it, "handover", "handover");
}

T(no_value_is_too_long_for_a_paper)
{
	static const char *const papers[] = { "receipt", "deficiency",
		"handover" };
	scoped_arena arena = arena_new();
	struct desk_case *it = plastik(arena);
	char *text = arena_alloc(arena, 301);

	memset(text, 'W', 300);
	for (int i = 0; i < APPLICATION_CELLS_N; i++)
		if (table_of(TABLE_APPLICATION)->cells[i].type == CELL_TEXT)
			set(it, (enum application_cell)i, text);
	set(it, APPLICATION_PROXY, "Y");
	judge(it, "B1", "K", text, text);
	it->facts.officer = it->facts.station = text;
	it->facts.received = it->facts.returned = it->facts.handed_over =
	    (struct paper_act){ { 2026, 11, 25 }, text, text, text };
	for (size_t i = 0; i < array_length(papers); i++) {
		scoped_buf out;

		buf_init(&out, TEXT_MAX);
		print(it, papers[i], paper_roll(), &out);
		assert_fits(out.text, 48);
		buf_clear(&out);
		print(it, papers[i], paper_a4(), &out);
		assert_fits(out.text, 80);
	}
}

T(the_nik_is_on_no_paper_but_masked)
{
	scoped_arena arena = arena_new();
	struct desk_case *it = plastik(arena);
	scoped_buf out;

	assert_false(paper_name_is_known("nik"));
	assert_true(paper_name_is_known("nik_masked"));
	assert_true(paper_name_is_known("company_name"));
	assert_true(paper_name_is_known("failed"));
	assert_false(paper_name_is_known("nama"));
	buf_init(&out, TEXT_MAX);
	print(it, "receipt", paper_roll(), &out);
	assert_null(strstr(out.text, "3214016501900001"));
	assert_non_null(strstr(out.text, "************0001"));
}

T(words_that_are_missing_are_named)
{
	static const char text[] = "paper words 1 w {\nword weekday.1 Sen\n}\n";
	scoped_arena arena = arena_new();
	struct desk_case *it = plastik(arena);
	const struct handout handout = { form(arena, "receipt"),
		{ "words.paper", text, sizeof text - 1 }, paper_roll() };
	struct err err = { 0 };
	scoped_buf out;

	buf_init(&out, TEXT_MAX);
	assert_int_equal(
	    paper_print_text(&handout, &it->facts, &out, &err), FAIL_INVALID);
	assert_string_equal(err.fact.code, "paper.no-word");
	assert_int_equal(out.size, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_receipt_of_a_complete_file_promises_a_day),
		cmocka_unit_test(a_receipt_of_an_open_file_promises_nothing),
		cmocka_unit_test(a_file_that_ended_stands_as_it_stood_before),
		cmocka_unit_test(
		    a_reprint_for_a_proxy_in_practice_with_a_provisional_day),
		cmocka_unit_test(
		    a_deficiency_paper_has_the_failed_requirements_only),
		cmocka_unit_test(a_handover_paper_has_the_last_day_to_complain),
		cmocka_unit_test(no_value_is_too_long_for_a_paper),
		cmocka_unit_test(the_nik_is_on_no_paper_but_masked),
		cmocka_unit_test(words_that_are_missing_are_named),
	};

	return T_RUN(tests);
}
