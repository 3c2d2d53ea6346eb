#include "lib/book.h"
#include "lib/register.h"

#include <stdio.h>
#include <stdlib.h>

#include "store/applications.h"
#include "store/inside.h"
#include "store/state.h"

enum { ENTRIES = 120, FILTERS = 400 };

/* A book of random entries, and the same as plain memory. */
struct model {
	struct book_entry list[ENTRIES];
	struct t_random random;
};

static struct model *
fill(struct register_fixture *fixture)
{
	struct model *model = arena_alloc(fixture->arena, sizeof *model);
	scoped_transaction transaction = { 0 };
	struct err err = { 0 };

	model->random.state = 7;
	t_done(
	    transaction_begin(&transaction, fixture->store, "ani", &err), err);
	for (int i = 0; i < ENTRIES; i++) {
		model->list[i] = book_entry(&model->random, i);
		t_done(book_put(fixture->store, fixture->arena, &model->list[i],
			   &err),
		    err);
	}
	t_done(transaction_commit(&transaction, &err), err);
	return model;
}

static bool
is_between(const char *text, const char *from, const char *to)
{
	return (from == NULL || strcmp(text, from) >= 0) &&
	    (to == NULL || strcmp(text, to) <= 0);
}

static bool
has_word(const char *words, const char *word)
{
	size_t size = strlen(word);

	for (const char *at = words; *at != '\0'; at += strcspn(at, " ")) {
		at += strspn(at, " ");
		if (strncmp(at, word, size) == 0 && strcspn(at, " ") == size)
			return true;
	}
	return false;
}

static bool
is_meant(const struct complaint_filter *filter, const struct book_entry *entry)
{
	bool is_in = filter->n_states == 0;

	for (size_t i = 0; i < filter->n_states; i++)
		is_in |= strcmp(filter->states[i], entry->state) == 0;
	if (filter->due_from != NULL || filter->due_to != NULL)
		is_in = is_in && *entry->due != '\0' &&
		    is_between(entry->due, filter->due_from, filter->due_to);
	return is_in && is_between(entry->kind, filter->kind, filter->kind) &&
	    is_between(entry->channel, filter->channel, filter->channel) &&
	    is_between(entry->problem, filter->problem, filter->problem) &&
	    is_between(
		entry->received, filter->received_from, filter->received_to) &&
	    (filter->clause == NULL ||
		has_word(entry->clauses, filter->clause)) &&
	    (filter->hidden_from == NULL ||
		strcmp(entry->named, filter->hidden_from) != 0) &&
	    (filter->text == NULL || strcmp(entry->object, filter->text) == 0);
}

/* A filter with each condition now and then. */
static struct complaint_filter
any_filter(struct model *model)
{
	const struct book_entry *like[5];
	struct complaint_filter filter = { 0 };
	size_t dice[8];

	for (size_t i = 0; i < array_length(like); i++)
		like[i] = &model->list[t_random_below(&model->random, ENTRIES)];
	for (size_t i = 0; i < array_length(dice); i++)
		dice[i] = t_random_below(&model->random, 4);
	filter.sort = (enum complaint_sort)t_random_below(&model->random, 3);
	filter.is_descending = t_random_below(&model->random, 2);
	for (size_t i = 0; i < dice[0]; i++)
		if (strcmp(like[i]->state, like[(i + 1) % 3]->state) != 0)
			filter.states[filter.n_states++] = like[i]->state;
	if (filter.n_states > 1)
		filter.n_states = 2;
	if (filter.n_states == 2 &&
	    strcmp(filter.states[0], filter.states[1]) == 0)
		filter.n_states = 1;
	filter.kind = dice[1] == 0 ? like[0]->kind : NULL;
	filter.channel = dice[2] == 0 ? like[0]->channel : NULL;
	if (dice[3] == 0 && *like[0]->problem != '\0')
		filter.problem = like[0]->problem;
	filter.clause = dice[4] == 0 ? "32/6.4" : NULL;
	filter.due_from = dice[5] == 0 ? "2025-01-20" : NULL;
	filter.due_to = dice[6] == 0 ? "2025-01-24" : NULL;
	filter.received_from = dice[7] == 0 ? like[3]->received : NULL;
	filter.received_to = dice[7] == 1 ? like[4]->received : NULL;
	filter.hidden_from = dice[5] == 1 ? "dedi" : NULL;
	filter.text = dice[6] == 1 ? like[0]->object : NULL;
	return filter;
}

static int
compare(const struct book_entry *a, const struct book_entry *b,
    const struct complaint_filter *filter)
{
	const char *left = a->received, *right = b->received;
	int order;

	if (filter->sort == COMPLAINTS_DUE) {
		left = *a->due == '\0' ? "~" : a->due;
		right = *b->due == '\0' ? "~" : b->due;
	}
	if (filter->sort == COMPLAINTS_NUMBER) {
		left = a->number;
		right = b->number;
	}
	order = strcmp(left, right);
	if (order == 0)
		order = memcmp(a->id.byte, b->id.byte, ID_SIZE);
	return filter->is_descending ? -order : order;
}

/* What a filter means, by the plain memory: entries in its order. */
static size_t
expect(struct model *model, const struct complaint_filter *filter,
    const struct book_entry *ret_list[ENTRIES])
{
	size_t n = 0;

	for (size_t i = 0; i < ENTRIES; i++) {
		size_t at = n;

		if (!is_meant(filter, &model->list[i]))
			continue;
		while (at > 0 &&
		    compare(ret_list[at - 1], &model->list[i], filter) > 0) {
			ret_list[at] = ret_list[at - 1];
			at--;
		}
		ret_list[at] = &model->list[i];
		n++;
	}
	return n;
}

/* The list walked in pages; gives what number stands at each place. */
static size_t
walk(struct register_fixture *fixture, const struct complaint_filter *filter,
    bool is_backwards, const char *ret_numbers[ENTRIES])
{
	struct complaint_page page = { .arena = fixture->arena,
		.limit = 7,
		.is_backwards = is_backwards,
		.n = 7 };
	struct err err = { 0 };
	size_t n = 0;

	while (page.n == 7) {
		t_done(
		    store_complaints(fixture->store, filter, &page, &err), err);
		for (size_t i = 0; i < page.n; i++) {
			assert_true(n < ENTRIES);
			ret_numbers[n++] =
			    page.list[is_backwards ? page.n - 1 - i : i].number;
		}
		if (page.n > 0)
			page.after = &page.list[is_backwards ? 0 : page.n - 1];
	}
	return n;
}

T(every_filter_means_what_a_look_at_each_entry_says)
{
	struct register_fixture *fixture = *state;
	struct model *model = fill(fixture);
	const struct book_entry *wanted[ENTRIES];
	const char *up[ENTRIES], *down[ENTRIES];
	size_t n_empty = 0;

	for (int round = 0; round < FILTERS; round++) {
		struct complaint_filter filter = any_filter(model);
		size_t n = expect(model, &filter, wanted), counted = 0;
		struct err err = { 0 };

		assert_int_equal(walk(fixture, &filter, false, up), n);
		assert_int_equal(walk(fixture, &filter, true, down), n);
		for (size_t i = 0; i < n; i++) {
			assert_string_equal(up[i], wanted[i]->number);
			assert_string_equal(down[n - 1 - i], up[i]);
		}
		t_done(store_complaint_count(
			   fixture->store, &filter, ENTRIES, &counted, &err),
		    err);
		assert_int_equal(counted, n);
		n_empty += n == 0;
	}
	/* Neither all nor nothing: the filters said something. */
	assert_in_range(n_empty, 1, FILTERS * 3 / 4);
}

T(no_more_is_counted_than_was_asked)
{
	struct register_fixture *fixture = *state;
	struct complaint_filter filter = { .n_states = 0 };
	struct err err = { 0 };
	size_t n = 0;

	fill(fixture);
	t_done(
	    store_complaint_count(fixture->store, &filter, 50, &n, &err), err);
	assert_int_equal(n, 50);
	filter.states[filter.n_states++] = "selesai";
	filter.states[filter.n_states++] = "dicabut";
	t_done(
	    store_complaint_count(fixture->store, &filter, 60, &n, &err), err);
	assert_int_equal(n, 60);
}

/* One entry of a book that has no other. */
static struct book_entry
put_one(struct register_fixture *fixture, struct book_entry entry)
{
	scoped_transaction transaction = { 0 };
	struct err err = { 0 };

	t_done(
	    transaction_begin(&transaction, fixture->store, "ani", &err), err);
	t_done(book_put(fixture->store, fixture->arena, &entry, &err), err);
	t_done(transaction_commit(&transaction, &err), err);
	return entry;
}

static struct book_entry
plain_entry(void)
{
	return (struct book_entry){ .number = "P-L03-2026-0012",
		.received = "2026-11-02",
		.due = "2026-11-20",
		.name = "Siti Rahmawati",
		.nik = "3214015507850001",
		.phone = "+6281355550199",
		.clauses = "32/3 32/6.4",
		.kind = "pengaduan",
		.channel = "b",
		.state = "diterima",
		.object = "Izin terlambat",
		.problem = "waktu",
		.named = "" };
}

static struct complaint_row
row_of(struct register_fixture *fixture, const struct id *id)
{
	struct complaint_row row = { 0 };
	struct err err = { 0 };

	t_done(store_complaint_row(
		   fixture->store, id, NULL, fixture->arena, &row, &err),
	    err);
	return row;
}

T(a_row_says_what_the_book_shows)
{
	struct register_fixture *fixture = *state;
	struct book_entry entry = put_one(fixture, plain_entry());
	struct complaint_row row = row_of(fixture, &entry.id);

	assert_string_equal(row.number, "P-L03-2026-0012");
	assert_string_equal(row.kind, "pengaduan");
	assert_string_equal(row.channel, "b");
	assert_string_equal(row.received_date, "2026-11-02");
	assert_string_equal(row.completed_date, "");
	assert_string_equal(row.name, "Siti Rahmawati");
	assert_false(row.is_confidential);
	assert_string_equal(row.object, "Izin terlambat");
	assert_string_equal(row.problem, "waktu");
	assert_string_equal(row.class, "internal");
	assert_string_equal(row.state, "diterima");
	assert_string_equal(row.due, "2026-11-20");
	assert_string_equal(row.stopped, "");
}

T(a_complaint_is_not_there_for_the_officer_it_names)
{
	struct register_fixture *fixture = *state;
	struct book_entry entry = plain_entry();
	struct complaint_row row = { .number = "untouched" };
	struct err err = { 0 };

	entry.named = "dedi";
	entry = put_one(fixture, entry);
	assert_string_equal(
	    row_of(fixture, &entry.id).number, "P-L03-2026-0012");
	assert_int_equal(store_complaint_row(fixture->store, &entry.id, "dedi",
			     fixture->arena, &row, &err),
	    FAIL_MISSING);
	assert_string_equal(row.number, "untouched");
	t_done(store_complaint_row(fixture->store, &entry.id, "cici",
		   fixture->arena, &row, &err),
	    err);
}

static size_t
count_found(struct register_fixture *fixture, const char *query)
{
	struct ids ids = { .arena = fixture->arena, .limit = 10 };
	struct err err = { 0 };

	t_done(store_search(fixture->store, TABLE_COMPLAINT, query, &ids, &err),
	    err);
	return ids.n;
}

T(a_complaint_is_found_by_who_complains_of_what)
{
	struct register_fixture *fixture = *state;

	put_one(fixture, plain_entry());
	assert_int_equal(count_found(fixture, "rahmawati"), 1);
	assert_int_equal(count_found(fixture, "terlambat siti"), 1);
	assert_int_equal(count_found(fixture, "3214015507850001"), 1);
	assert_int_equal(count_found(fixture, "0813-5555"), 1);
	assert_int_equal(count_found(fixture, "12"), 1);
	assert_int_equal(count_found(fixture, "p-l3-2026-12"), 1);
	assert_int_equal(count_found(fixture, "3214015507850002"), 0);
	assert_int_equal(count_found(fixture, "sudarma"), 0);
}

T(a_confidential_name_is_in_no_row_and_no_search)
{
	struct register_fixture *fixture = *state;
	struct book_entry entry = put_one(fixture, plain_entry());
	struct record record;
	struct err err = { 0 };

	t_done(store_get(fixture->store, TABLE_COMPLAINT, &entry.id,
		   fixture->arena, &record, &err),
	    err);
	record_set_text(&record, fixture->arena, COMPLAINT_CONFIDENTIAL, "Y");
	register_put(fixture, &record);
	assert_string_equal(row_of(fixture, &entry.id).name, "");
	assert_true(row_of(fixture, &entry.id).is_confidential);
	assert_int_equal(count_found(fixture, "rahmawati"), 0);
	assert_int_equal(count_found(fixture, "terlambat"), 1);
	record_set_text(&record, fixture->arena, COMPLAINT_OBJECT, NULL);
	register_put(fixture, &record);
	assert_int_equal(count_found(fixture, "terlambat"), 0);
}

T(a_name_that_is_corrected_is_found_anew)
{
	struct register_fixture *fixture = *state;
	struct book_entry entry = put_one(fixture, plain_entry());
	struct id id = id_derived("complainant", &entry.id, "pelapor");
	struct record record;
	struct err err = { 0 };

	t_done(store_get(fixture->store, TABLE_COMPLAINANT, &id, fixture->arena,
		   &record, &err),
	    err);
	record_set_text(&record, fixture->arena, COMPLAINANT_NAME, "Nurhayati");
	register_put(fixture, &record);
	assert_int_equal(count_found(fixture, "rahmawati"), 0);
	assert_int_equal(count_found(fixture, "nurhayati"), 1);
}

/* How many rows have a clause. */
static size_t
count_clause(struct register_fixture *fixture, const char *clause)
{
	struct complaint_filter filter = { .clause = clause };
	struct err err = { 0 };
	size_t n = 0;

	t_done(
	    store_complaint_count(fixture->store, &filter, 9, &n, &err), err);
	return n;
}

T(the_latest_round_that_names_clauses_counts)
{
	struct register_fixture *fixture = *state;
	struct book_entry entry = put_one(fixture, plain_entry());
	struct record second =
	    record_of(TABLE_REVIEW, id_derived("review", &entry.id, "2"));

	record_set_id(&second, REVIEW_COMPLAINT_ID, entry.id);
	record_set_integer(&second, REVIEW_ROUND, 2);
	record_set_text(&second, fixture->arena, REVIEW_CLASS, "apip");
	register_put(fixture, &second);
	assert_int_equal(count_clause(fixture, "32/3"), 1);
	assert_string_equal(row_of(fixture, &entry.id).class, "apip");
	assert_string_equal(row_of(fixture, &entry.id).problem, "waktu");
	record_set_text(&second, fixture->arena, REVIEW_CLAUSES, "32/6.4 32/9");
	register_put(fixture, &second);
	assert_int_equal(count_clause(fixture, "32/3"), 0);
	assert_int_equal(count_clause(fixture, "32/6.4"), 1);
	assert_int_equal(count_clause(fixture, "32/9"), 1);
	/* A clause is one word, not the beginning of one. */
	assert_int_equal(count_clause(fixture, "32/6"), 0);
}

T(the_book_follows_a_record_that_was_changed)
{
	struct register_fixture *fixture = *state;
	struct book_entry entry = put_one(fixture, plain_entry());
	struct complaint_filter filter = { .kind = "saran",
		.received_from = "2026-10-30",
		.received_to = "2026-10-30" };
	struct record record;
	struct err err = { 0 };
	size_t n = 9;

	t_done(
	    store_complaint_count(fixture->store, &filter, 9, &n, &err), err);
	assert_int_equal(n, 0);
	t_done(store_get(fixture->store, TABLE_COMPLAINT, &entry.id,
		   fixture->arena, &record, &err),
	    err);
	record_set_text(&record, fixture->arena, COMPLAINT_KIND, "saran");
	record_set_text(
	    &record, fixture->arena, COMPLAINT_RECEIVED_DATE, "2026-10-30");
	register_put(fixture, &record);
	t_done(
	    store_complaint_count(fixture->store, &filter, 9, &n, &err), err);
	assert_int_equal(n, 1);
}

static const struct CMUnitTest tests[] = {
	T_REGISTER(every_filter_means_what_a_look_at_each_entry_says),
	T_REGISTER(no_more_is_counted_than_was_asked),
	T_REGISTER(a_row_says_what_the_book_shows),
	T_REGISTER(a_complaint_is_not_there_for_the_officer_it_names),
	T_REGISTER(a_complaint_is_found_by_who_complains_of_what),
	T_REGISTER(a_confidential_name_is_in_no_row_and_no_search),
	T_REGISTER(a_name_that_is_corrected_is_found_anew),
	T_REGISTER(the_latest_round_that_names_clauses_counts),
	T_REGISTER(the_book_follows_a_record_that_was_changed),
};

int
main(void)
{
	return T_RUN(tests);
}
