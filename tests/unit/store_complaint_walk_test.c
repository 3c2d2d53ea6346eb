#include "lib/book.h"
#include "lib/register.h"

#include "store/inside.h"

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

/* How many entries of the model a cell of the table ought to have. */
static int64_t
expect_cell(const struct model *model, const struct clause_count *count,
    const char *from, const char *to, const char *hidden_from)
{
	int64_t n = 0;

	for (size_t i = 0; i < ENTRIES; i++) {
		const struct book_entry *entry = &model->list[i];

		n += has_word(entry->clauses, count->clause) &&
		    strncmp(entry->received, count->month, 7) == 0 &&
		    is_between(entry->received, from, to) &&
		    (hidden_from == NULL ||
			strcmp(entry->named, hidden_from) != 0);
	}
	return n;
}

static void
check_table(struct register_fixture *fixture, const struct model *model,
    const char *from, const char *to, const char *hidden_from)
{
	struct clause_counts counts = { .arena = fixture->arena };
	struct complaint_filter all = { .received_from = from,
		.received_to = to,
		.hidden_from = hidden_from };
	struct err err = { 0 };
	int64_t sum = 0, wanted = 0;

	t_done(store_complaint_clauses(
		   fixture->store, from, to, hidden_from, &counts, &err),
	    err);
	for (size_t i = 0; i < counts.n; i++) {
		const struct clause_count *one = &counts.list[i];
		int order = i == 0 ?
		    -1 :
		    strcmp(counts.list[i - 1].clause, one->clause);

		assert_true(order < 0 ||
		    (order == 0 &&
			strcmp(counts.list[i - 1].month, one->month) < 0));
		assert_int_equal(
		    one->n, expect_cell(model, one, from, to, hidden_from));
		sum += one->n;
	}
	for (size_t i = 0; i < ENTRIES; i++)
		if (is_meant(&all, &model->list[i]) &&
		    *model->list[i].clauses != '\0')
			wanted +=
			    1 + (strchr(model->list[i].clauses, ' ') != NULL);
	assert_true(wanted > 0);
	assert_int_equal(sum, wanted);
}

T(clauses_are_counted_month_by_month)
{
	struct register_fixture *fixture = *state;
	struct model *model = fill(fixture);

	/* So that there is more than one month. */
	for (size_t i = 0; i < ENTRIES; i++) {
		struct record record;
		struct err err = { 0 };

		t_done(store_get(fixture->store, TABLE_COMPLAINT,
			   &model->list[i].id, fixture->arena, &record, &err),
		    err);
		model->list[i].received[6] = (char)('1' + i % 4);
		record_set_text(&record, fixture->arena,
		    COMPLAINT_RECEIVED_DATE, model->list[i].received);
		register_put(fixture, &record);
	}
	check_table(fixture, model, "2025-01-01", "2025-12-31", NULL);
	check_table(fixture, model, "2025-02-03", "2025-04-05", NULL);
	check_table(fixture, model, "2025-01-01", "2025-12-31", "dedi");
}

/* How many steps of SQLite's machine a page takes. */
static int
steps_of_page(struct register_fixture *fixture,
    const struct complaint_filter *filter, bool is_backwards)
{
	struct complaint_page page = { .arena = fixture->arena,
		.limit = 10,
		.is_backwards = is_backwards };
	struct err err = { 0 };
	int steps = 0;

	t_done(store_complaints(fixture->store, filter, &page, &err), err);
	assert_int_equal(page.n, 10);
	for (size_t i = 0; i < STATEMENTS_MAX; i++) {
		sqlite3_stmt *stmt = fixture->store->statements[i].stmt;

		if (stmt != NULL)
			steps += sqlite3_stmt_status(
			    stmt, SQLITE_STMTSTATUS_VM_STEP, 1);
	}
	return steps;
}

static void
add_entries(struct register_fixture *fixture, int from, int to)
{
	scoped_transaction transaction = { 0 };
	struct t_random random = { .state = 5 };
	struct err err = { 0 };

	t_done(
	    transaction_begin(&transaction, fixture->store, "ani", &err), err);
	for (int i = from; i < to; i++) {
		struct book_entry entry = book_entry(&random, i);

		/* All alike: rows differ, and with them what they cost. */
		entry.kind = "pengaduan";
		entry.state = "ditelaah";
		entry.channel = "b";
		entry.is_confidential = false;
		entry.problem = "waktu";
		entry.named = "";
		memcpy(entry.due, "2026-11-20", 11);
		memcpy(entry.clauses, "32/6.4", 7);
		t_done(book_put(fixture->store, fixture->arena, &entry, &err),
		    err);
	}
	t_done(transaction_commit(&transaction, &err), err);
}

/* The work for a page is the same with 100 rows and with 2,000. */
T(a_page_costs_the_same_however_long_the_book)
{
	struct register_fixture *fixture = *state;
	static const struct complaint_filter filters[] = {
		{ .sort = COMPLAINTS_RECEIVED },
		{ .sort = COMPLAINTS_DUE, .due_to = "2026-12-01" },
		{ .sort = COMPLAINTS_NUMBER,
		    .states = { "ditelaah" },
		    .n_states = 1,
		    .hidden_from = "dedi" },
		{ .clause = "32/6.4" },
	};
	int few[array_length(filters)][2];

	for (int round = 0; round < 2; round++) {
		add_entries(
		    fixture, round == 0 ? 0 : 100, round == 0 ? 100 : 2000);
		for (size_t i = 0; i < array_length(filters); i++)
			for (int back = 0; back < 2; back++) {
				int steps;

				steps_of_page(fixture, &filters[i], back);
				steps =
				    steps_of_page(fixture, &filters[i], back);
				if (round == 0)
					few[i][back] = steps;
				assert_int_equal(steps, few[i][back]);
			}
	}
}

static const struct CMUnitTest tests[] = {
	T_REGISTER(every_filter_means_what_a_look_at_each_entry_says),
	T_REGISTER(clauses_are_counted_month_by_month),
	T_REGISTER(a_page_costs_the_same_however_long_the_book),
	T_REGISTER(no_more_is_counted_than_was_asked),
};

int
main(void)
{
	return T_RUN(tests);
}
