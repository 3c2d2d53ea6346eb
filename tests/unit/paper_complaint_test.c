/*
 * Papers of the complaint book, letter by letter. One that differs is left in
 * the build folder, to be copied to tests/data/papers when it is right.
 */

#include "lib/paper_book.h"

T(a_receipt_promises_the_day_and_names_the_rights)
{
	scoped_arena arena = arena_new();

	assert_paper(wayan(arena), "receipt-complaint", "receipt-complaint");
}

T(a_receipt_of_an_anonymous_slip_promises_no_day)
{
	scoped_arena arena = arena_new();
	struct desk_book *it = wayan(arena);

	it->entry.n_people = 0;
	it->entry.due = (struct due){ 0 };
	say(it, COMPLAINT_KIND, "saran");
	say(it, COMPLAINT_KIND_RULE, "no-identity");
	say(it, COMPLAINT_CHANNEL, "m");
	say(it, COMPLAINT_MANNER, "tulisan");
	say(it, COMPLAINT_RECEIVED_DATE, "2026-11-18");
	it->book.print.is_practice = true;
	it->book.print.copy = 2;
	assert_prints(it, "receipt-complaint", paper_roll(),
	    "receipt-suggestion.48.txt");
}

T(letters_and_reports_of_one_complaint)
{
	static const char *const papers[] = { "complaint-answer",
		"complaint-level", "complaint-report", "complaint-forward" };
	scoped_arena arena = arena_new();
	struct desk_book *it = wayan(arena);

	for (size_t i = 0; i < array_length(papers); i++)
		assert_prints(it, papers[i], paper_a4(), arena_print(arena,
		    "%s.a4.txt", papers[i]));
}

T(a_letter_to_who_is_in_charge_says_so)
{
	scoped_arena arena = arena_new();
	struct desk_book *it = wayan(arena);

	handled_write(&it->handled, REVIEW_FORWARD_TO,
	    "Dinas Perhubungan Kabupaten Purwakarta");
	handled_write(&it->handled, REVIEW_FORWARD_NUMBER, "005/77");
	handled_write(&it->handled, REVIEW_FORWARD_DATE, "2026-11-24");
	it->entry.due = (struct due){ 0 };
	assert_prints(it, "complaint-forward", paper_a4(),
	    "complaint-forward-other.a4.txt");
}

T(late_answers_and_claims_of_payment_are_pointed_out)
{
	scoped_arena arena = arena_new();
	struct desk_book *it = wayan(arena);
	scoped_buf out;

	it->entry.late_days = 3;
	buf_init(&out, TEXT_MAX);
	print(it, "complaint-report", paper_a4(), &out);
	assert_non_null(strstr(out.text, "terlambat 3 hari kerja"));
	assert_null(strstr(out.text, "tepat waktu"));
	assert_null(strstr(out.text, "PERHATIAN"));
	/* Nothing may be asked for: 32/4. */
	handled_write(&it->handled, REVIEW_PROBLEM, "4");
	buf_clear(&out);
	print(it, "complaint-report", paper_a4(), &out);
	assert_non_null(strstr(out.text, "PERHATIAN"));
}

T(an_answer_without_approval_is_a_draft)
{
	scoped_arena arena = arena_new();
	struct desk_book *it = wayan(arena);
	scoped_buf out;

	it->entry.approval = NULL;
	buf_init(&out, TEXT_MAX);
	print(it, "complaint-answer", paper_a4(), &out);
	assert_non_null(strstr(out.text, "DRAF"));
	assert_null(strstr(out.text, "Disetujui"));
}

T(the_register_and_the_daily_list)
{
	scoped_arena arena = arena_new();
	struct desk_book *it = wayan(arena);
	struct paper_complaint two[2] = { it->entry, it->entry };

	two[1].review = NULL;
	two[1].state = "Diterima";
	two[1].answered = (struct date){ 0 };
	two[1].late_days = 2;
	it->book.entry = NULL;
	it->book.from = (struct date){ 2026, 12, 1 };
	it->book.to = (struct date){ 2026, 12, 31 };
	it->book.filter = "Saringan: semua";
	it->book.parts = it->parts;
	it->book.n_parts = 2;
	it->parts[0] = (struct paper_part){ "entries", two, 2, 2 };
	it->parts[1] = (struct paper_part){ "overdue", two + 1, 1, 4 };
	assert_prints(it, "complaint-register", paper_a4(),
	    "complaint-register.a4.txt");
	assert_prints(it, "complaint-daily", paper_a4(),
	    "complaint-daily.a4.txt");
}

T(the_blank_form_has_every_field_of_the_sheet)
{
	scoped_arena arena = arena_new();
	struct desk_book *it = wayan(arena);
	const struct form *sheet = load_form(arena, "complaint");
	scoped_buf out;

	assert_paper(it, "complaint-blank", "complaint-blank");
	buf_init(&out, TEXT_MAX);
	print(it, "complaint-blank", paper_roll(), &out);
	for (size_t i = 0; i < sheet->n; i++)
		if (sheet->fields[i].derived == DERIVED_NOT)
			assert_non_null(
			    strstr(out.text, sheet->fields[i].label));
}

static const char *const papers_of_one[] = { "receipt-complaint",
	"complaint-answer", "complaint-level", "complaint-report",
	"complaint-forward" };

T(no_paper_says_who_complains_confidentially)
{
	static const struct {
		enum complainant_cell cell;
		const char *text;
	} planted[] = {
		{ COMPLAINANT_NAME, "Rahasia Sekali" },
		{ COMPLAINANT_NIK, "3214015503900001" },
		{ COMPLAINANT_OTHER_ID, "SIM 998877" },
		{ COMPLAINANT_ADDRESS, "Jl. Sembunyi 7" },
		{ COMPLAINANT_PHONE, "+628999888777" },
		{ COMPLAINANT_EMAIL, "rahasia@contoh.id" },
		{ COMPLAINANT_ACCOUNT, "@sembunyi" },
	};
	scoped_arena arena = arena_new();
	struct desk_book *it = wayan(arena);

	say(it, COMPLAINT_CONFIDENTIAL, "Y");
	for (size_t i = 0; i < array_length(planted); i++)
		book_who(&it->handled.book, (int)planted[i].cell,
		    planted[i].text);
	for (size_t i = 0; i < array_length(papers_of_one); i++) {
		scoped_buf out;

		buf_init(&out, TEXT_MAX);
		print(it, papers_of_one[i], paper_a4(), &out);
		for (size_t j = 0; j < array_length(planted); j++)
			assert_null(strstr(out.text, planted[j].text));
		assert_null(strstr(out.text, "0001"));
	}
}

T(numbers_of_identities_have_no_name_on_paper)
{
	assert_false(paper_book_name_is_known("nik"));
	assert_false(paper_book_name_is_known("other_id"));
	assert_false(paper_book_name_is_known("sealed"));
	assert_false(paper_book_name_is_known("nik_mark"));
	assert_true(paper_book_name_is_known("nik_masked"));
	assert_true(paper_book_name_is_known("core"));
	assert_true(paper_book_name_is_known("overdue"));
	assert_false(paper_book_name_is_known("nama"));
	assert_true(paper_blank_name_is_known("office"));
	assert_false(paper_blank_name_is_known("core"));
}

T(no_value_is_too_long_for_a_paper)
{
	scoped_arena arena = arena_new();
	struct desk_book *it = wayan(arena);
	char *text = arena_alloc(arena, 2001);

	memset(text, 'W', 2000);
	for (int i = 0; i < COMPLAINT_CELLS_N; i++)
		if (table_of(TABLE_COMPLAINT)->cells[i].type == CELL_TEXT)
			say(it, i, text);
	for (int i = 0; i < REVIEW_CELLS_N; i++)
		if (table_of(TABLE_REVIEW)->cells[i].type == CELL_TEXT)
			handled_write(&it->handled, i, text);
	book_who(&it->handled.book, COMPLAINANT_NAME, text);
	say(it, COMPLAINT_RECEIVED_DATE, "2026-11-20");
	it->entry.state = it->book.print.officer = text;
	it->entry.received.officer = text;
	for (size_t i = 0; i < array_length(papers_of_one); i++) {
		scoped_buf out;

		buf_init(&out, TEXT_MAX);
		print(it, papers_of_one[i], paper_roll(), &out);
		assert_fits(out.text, 48);
		buf_clear(&out);
		print(it, papers_of_one[i], paper_a4(), &out);
		assert_fits(out.text, 80);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    a_receipt_promises_the_day_and_names_the_rights),
		cmocka_unit_test(
		    a_receipt_of_an_anonymous_slip_promises_no_day),
		cmocka_unit_test(letters_and_reports_of_one_complaint),
		cmocka_unit_test(a_letter_to_who_is_in_charge_says_so),
		cmocka_unit_test(
		    late_answers_and_claims_of_payment_are_pointed_out),
		cmocka_unit_test(an_answer_without_approval_is_a_draft),
		cmocka_unit_test(the_register_and_the_daily_list),
		cmocka_unit_test(the_blank_form_has_every_field_of_the_sheet),
		cmocka_unit_test(no_paper_says_who_complains_confidentially),
		cmocka_unit_test(numbers_of_identities_have_no_name_on_paper),
		cmocka_unit_test(no_value_is_too_long_for_a_paper),
	};

	return T_RUN(tests);
}
