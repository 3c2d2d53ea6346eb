#include "desk/complaint_list.h"
#include "desk/inside.h"
#include "lib/complaints.h"

/* Who is told who complains, what is written down, and what others learn. */
#define NAME "Siti Rahmawati"
#define NIK "3214014503900012"

static struct id
receive(struct counter *counter, const char *object, const char *confidential)
{
	struct answers *answers = complaints_sheet(counter);

	counter_type(counter, answers, "name", NAME);
	counter_type(counter, answers, "nik", NIK);
	counter_type(counter, answers, "object", object);
	counter_type(counter, answers, "confidential", confidential);
	return complaints_receive(counter, answers);
}

static enum fail
reveal(struct counter *counter, struct id id, const char *reason,
    const char **ret_name, struct err *err)
{
	struct complaint_people people = { .arena = counter->arena };
	enum fail fail = desk_complaint_people(counter->desk, &id, reason,
	    &people, err);

	if (!fail)
		*ret_name = record_text(&people.list[0], COMPLAINANT_NAME);
	return fail;
}

/* ACCESS rows of that act by that officer about the entry. */
static size_t
noted(struct counter *counter, struct id id, const char *act,
    const char *officer)
{
	struct records rows = { .arena = counter->arena };
	struct err err = { 0 };
	size_t n = 0;

	t_done(store_children(counter->reg->store, TABLE_ACCESS, ACCESS_PARENT,
	    &id, &rows, &err), err);
	for (size_t i = 0; i < rows.n; i++)
		n += strcmp(record_text(&rows.list[i], ACCESS_ACT), act) == 0 &&
		    strcmp(record_text(&rows.list[i], ACCESS_OFFICER),
			officer) == 0;
	return n;
}

T(three_roles_are_told_and_each_reading_is_written_down)
{
	static const struct {
		const char *officer;
		bool may;
	} all[] = { { "ani", false }, { "dedi", false }, { "budi", false },
		{ "yusuf", false }, { "admin", false }, { "sri", true },
		{ "hendra", true }, { "ratna", true } };
	struct counter *counter = *state;
	struct id id;

	counter_sign_in(counter, "dedi");
	id = receive(counter, "Antrean", "Y");
	for (size_t i = 0; i < array_length(all); i++) {
		struct err err = { 0 };
		const char *name = NULL;

		counter_sign_in(counter, all[i].officer);
		assert_int_equal(reveal(counter, id, "menghubungi pelapor",
		    &name, &err), all[i].may ? FAIL_NONE : FAIL_DENIED);
		assert_int_equal(noted(counter, id, "reveal",
		    all[i].officer), all[i].may);
		if (all[i].may)
			assert_string_equal(name, NAME);
		desk_sign_out(counter->desk);
	}
}

T(without_a_reason_nothing_is_opened)
{
	static const char *const none[] = { NULL, "", "  " };
	struct counter *counter = *state;
	const char *name;
	struct id id;

	counter_sign_in(counter, "sri");
	id = receive(counter, "Antrean", "Y");
	for (size_t i = 0; i < array_length(none); i++) {
		struct err err = { 0 };

		assert_int_equal(reveal(counter, id, none[i], &name, &err),
		    FAIL_INVALID);
		assert_string_equal(err.fact.code,
		    "complaint.no-reveal-reason");
	}
	assert_int_equal(noted(counter, id, "reveal", "sri"), 0);
}

T(who_holds_no_key_is_told_what_would_help_and_not_noted)
{
	struct counter *counter = *state;
	struct err err = { 0 };
	const char *name;
	struct id id;

	counter_sign_in(counter, "ani");
	id = receive(counter, "Antrean", "Y");
	t_done(desk_passphrase_reset(counter->desk, "sri",
	    "empat kata yang dipilih admin", &err), err);
	t_done(desk_sign_in(counter->desk, "sri",
	    "empat kata yang dipilih admin", NULL, &err), err);
	assert_int_equal(reveal(counter, id, "menghubungi", &name, &err),
	    FAIL_DENIED);
	assert_string_equal(err.fact.code, "complaint.no-key-pair");
	assert_int_equal(noted(counter, id, "reveal", "sri"), 0);
}

static enum fail
disk_full(void *context, const char *name, struct err *err)
{
	(void)context;
	return strcmp(name, "commit-reveal") == 0
	    ? fail_say(err, FAIL_IO, "store.full", NULL) : FAIL_NONE;
}

T(what_cannot_be_written_down_is_not_opened)
{
	struct counter *counter = *state;
	struct complaint_people people = { .arena = counter->arena };
	struct err err = { 0 };
	struct id id;

	counter_sign_in(counter, "sri");
	id = receive(counter, "Antrean", "Y");
	counter->desk->options.failpoint.reach = disk_full;
	assert_int_equal(desk_complaint_people(counter->desk, &id,
	    "menghubungi pelapor", &people, &err), FAIL_IO);
	assert_null(people.list);
	assert_int_equal(noted(counter, id, "reveal", "sri"), 0);
	counter->desk->options.failpoint.reach = NULL;
	t_done(desk_complaint_people(counter->desk, &id,
	    "menghubungi pelapor", &people, &err), err);
	assert_int_equal(people.n, 1);
}

/* What every role reads of it without asking for the person. */
T(no_page_search_or_detail_tells_the_name)
{
	static const char *const officers[] = { "ani", "dedi", "budi", "yusuf",
		"sri", "hendra", "ratna" };
	struct counter *counter = *state;
	struct id id;

	counter_sign_in(counter, "dedi");
	id = receive(counter, "Antrean", "Y");
	for (size_t i = 0; i < array_length(officers); i++) {
		struct complaint_query query = { .show = COMPLAINTS_ALL };
		struct complaint_lines lines = { .arena = counter->arena,
			.limit = 10 };
		struct complaint complaint;
		struct err err = { 0 };

		counter_sign_in(counter, officers[i]);
		t_done(desk_complaints(counter->desk, &query, &lines, &err),
		    err);
		assert_int_equal(lines.n, 1);
		assert_string_equal(lines.list[0].name, "");
		query.text = "Rahmawati";
		t_done(desk_complaints(counter->desk, &query, &lines, &err),
		    err);
		assert_int_equal(lines.n, 0);
		t_done(desk_complaint_search(counter->desk, "Siti", &lines,
		    &err), err);
		assert_int_equal(lines.n, 0);
		complaint = complaints_read(counter, id);
		for (size_t j = 0; j < complaint.n_people; j++)
			for (size_t c = 0; c < COMPLAINANT_CELLS_N; c++)
				if (table_of(TABLE_COMPLAINANT)->cells[c]
				    .privacy != PRIVACY_PUBLIC)
					assert_string_equal(record_text(
					    &complaint.people[j], (int)c),
					    "");
		desk_sign_out(counter->desk);
	}
}

static struct complaint_earlier
earlier_of(struct counter *counter, struct id id)
{
	struct complaint complaint = complaints_read(counter, id);
	struct complaint_earlier earlier = { .arena = counter->arena,
		.limit = 10 };
	struct err err = { 0 };

	t_done(desk_complaint_earlier(counter->desk, &complaint, &earlier,
	    &err), err);
	return earlier;
}

static bool
is_by_person(const struct complaint_earlier *earlier, struct id id)
{
	for (size_t i = 0; i < earlier->n; i++)
		if (id_equal(&earlier->list[i].id, &id))
			return earlier->list[i].by_person ||
			    earlier->list[i].by_name;
	return false;
}

T(only_who_may_read_is_told_that_two_entries_are_of_one_person)
{
	static const struct {
		const char *officer;
		bool may;
	} all[] = { { "dedi", false }, { "yusuf", false }, { "sri", true },
		{ "ratna", true } };
	struct counter *counter = *state;
	struct id named, one, two;

	counter_sign_in(counter, "dedi");
	named = receive(counter, "Antrean", "T");
	one = receive(counter, "Loket tutup", "Y");
	two = receive(counter, "Petugas kasar", "Y");
	for (size_t i = 0; i < array_length(all); i++) {
		struct complaint_earlier of_named, of_one;

		counter_sign_in(counter, all[i].officer);
		of_named = earlier_of(counter, named);
		of_one = earlier_of(counter, one);
		assert_int_equal(is_by_person(&of_named, one), all[i].may);
		assert_int_equal(is_by_person(&of_one, named), all[i].may);
		assert_int_equal(is_by_person(&of_one, two), all[i].may);
		desk_sign_out(counter->desk);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_COUNTER(
		    three_roles_are_told_and_each_reading_is_written_down),
		T_COUNTER(without_a_reason_nothing_is_opened),
		T_COUNTER(
		    who_holds_no_key_is_told_what_would_help_and_not_noted),
		T_COUNTER(what_cannot_be_written_down_is_not_opened),
		T_COUNTER(no_page_search_or_detail_tells_the_name),
		T_COUNTER(
		only_who_may_read_is_told_that_two_entries_are_of_one_person),
	};

	return T_RUN(tests);
}
