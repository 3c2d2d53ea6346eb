#include "base/file.h"
#include "desk/complaint_list.h"
#include "desk/desk.h"
#include "desk/draft.h"
#include "lib/complaints.h"
#include "store/rows.h"

/* A planted identity, looked for byte by byte in all that is on the disk. */

static const char *const planted[] = { "Rahmawati", "3214014503900012",
	"81355550199", "siti.r@contoh.id", "Gang Melati Tersembunyi",
	"Kuasa 17/RHS/2026", "Yohanes Manullang" };

/* The bytes anywhere in the file, also between two NULs. */
static bool
file_holds(const char *path, const char *text)
{
	scoped_arena arena = arena_new();
	size_t size, n = strlen(text);
	char *bytes;

	if (file_read(path, 256 << 20, arena, &bytes, &size, NULL))
		return false;
	for (size_t i = 0; i + n <= size; i++)
		if (bytes[i] == text[0] && memcmp(bytes + i, text, n) == 0)
			return true;
	return false;
}

static size_t
found_in_folder(const struct counter *counter, const char *text)
{
	scoped_arena arena = arena_new();
	const char *folder = counter->reg->folder;
	const char *const *names;
	struct err err = { 0 };
	size_t n, found = 0;

	t_done(folder_list(folder, arena, &names, &n, &err), err);
	assert_true(n > 0);
	for (size_t i = 0; i < n; i++)
		found += file_holds(arena_print(arena, "%s/%s", folder,
		    names[i]), text);
	return found;
}

static struct answers *
planted_sheet(struct counter *counter, const char *confidential)
{
	struct answers *answers = complaints_sheet(counter);

	counter_type(counter, answers, "name", "Siti Rahmawati");
	counter_type(counter, answers, "nik", planted[1]);
	counter_type(counter, answers, "phone", "081355550199");
	counter_type(counter, answers, "email", planted[3]);
	counter_type(counter, answers, "address", planted[4]);
	counter_type(counter, answers, "proxy", "Y");
	counter_type(counter, answers, "proxy_letter", planted[5]);
	counter_type(counter, answers, "represented", planted[6]);
	counter_type(counter, answers, "confidential", confidential);
	return answers;
}

T(a_confidential_identity_is_nowhere_on_the_disk_in_clear)
{
	struct counter *counter = *state;
	struct answers *answers;
	struct err err = { 0 };
	struct id id;

	counter_sign_in(counter, "dedi");
	answers = planted_sheet(counter, "Y");
	id = desk_new_id(counter->desk);
	t_done(desk_draft_keep(counter->desk, &id, answers, "Siti Rahmawati",
	    "name", &err), err);
	(void)complaints_receive(counter, answers);
	/* Both while the write-ahead log is there, and after. */
	for (size_t i = 0; i < array_length(planted); i++)
		assert_int_equal(found_in_folder(counter, planted[i]), 0);
	counter_reopen(counter);
	for (size_t i = 0; i < array_length(planted); i++)
		assert_int_equal(found_in_folder(counter, planted[i]), 0);
}

/* The rows that are there now; the log keeps what was typed before. */
T(what_becomes_confidential_later_is_sealed_in_its_row)
{
	struct counter *counter = *state;
	struct complaint complaint;
	struct records people = { .arena = counter->arena };
	struct complaint_lines lines = { .arena = counter->arena,
		.limit = 10 };
	struct answers *answers;
	struct err err = { 0 };
	struct id id;

	counter_sign_in(counter, "dedi");
	id = complaints_receive(counter, planted_sheet(counter, "T"));
	complaint = complaints_read(counter, id);
	t_done(desk_complaint_stated(counter->desk, &complaint,
	    counter->arena, &answers, &err), err);
	counter_type(counter, answers, "confidential", "Y");
	t_done(desk_complaint_edit(counter->desk, &complaint, answers,
	    "pelapor memintanya", NULL, &err), err);
	t_done(store_children(counter->reg->store, TABLE_COMPLAINANT,
	    COMPLAINANT_COMPLAINT_ID, &id, &people, &err), err);
	assert_int_equal(people.n, 2);
	for (size_t i = 0; i < people.n; i++) {
		const struct record *row = &people.list[i];

		assert_string_equal(record_text(row, COMPLAINANT_NAME), "");
		assert_string_equal(record_text(row, COMPLAINANT_NIK), "");
		assert_true(*record_text(row, COMPLAINANT_SEALED) != '\0');
	}
	t_done(desk_complaint_search(counter->desk, "Rahmawati", &lines, &err),
	    err);
	assert_int_equal(lines.n, 0);
}

T(a_confidential_entry_changed_or_acted_on_stays_unknown)
{
	struct counter *counter = *state;
	struct complaint complaint;
	struct answers *answers;
	struct err err = { 0 };
	struct id id;

	counter_sign_in(counter, "dedi");
	id = complaints_receive(counter, planted_sheet(counter, "Y"));
	complaint = complaints_read(counter, id);
	t_done(desk_complaint_stated(counter->desk, &complaint,
	    counter->arena, &answers, &err), err);
	counter_type(counter, answers, "email", planted[3]);
	counter_type(counter, answers, "name", "Siti Rahmawati");
	counter_type(counter, answers, "proxy", "Y");
	counter_type(counter, answers, "represented", planted[6]);
	counter_type(counter, answers, "object", "Antrean");
	t_done(desk_complaint_edit(counter->desk, &complaint, answers,
	    "dilengkapi", NULL, &err), err);
	complaints_bring_to(counter, id, "selesai");
	for (size_t i = 0; i < array_length(planted); i++)
		assert_int_equal(found_in_folder(counter, planted[i]), 0);
}

/* So that the search above is known to be able to find. */
T(one_that_is_not_confidential_is_found)
{
	struct counter *counter = *state;

	counter_sign_in(counter, "dedi");
	(void)complaints_receive(counter, planted_sheet(counter, "T"));
	for (size_t i = 0; i < array_length(planted); i++)
		assert_true(found_in_folder(counter, planted[i]) > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T_COUNTER(
		    a_confidential_identity_is_nowhere_on_the_disk_in_clear),
		T_COUNTER(
		    what_becomes_confidential_later_is_sealed_in_its_row),
		T_COUNTER(
		    a_confidential_entry_changed_or_acted_on_stays_unknown),
		T_COUNTER(one_that_is_not_confidential_is_found),
	};

	return T_RUN(tests);
}
