/* The lines of the complaint book beside the records they are made from. */
#include <string.h>

#include "store/complaint_line.h"
#include "store/findings.h"
#include "store/inside.h"
#include "store/rows.h"

enum { COUNT_LINES, COUNT_TAGS };

static const struct sql check_book_sql[] = {
	[COUNT_LINES] = { "SELECT count(*) FROM complaint_line", .scan = true },
	[COUNT_TAGS] = { "SELECT count(*) FROM complaint_tag", .scan = true },
};
const struct sql_set check_book_set = SQL_SET(check_book_sql);

struct book {
	struct store *store;
	struct findings *findings;
	size_t n_lines, n_tags; /* that ought to be there */
	bool is_other;          /* one was found that is not as it must be */
};

static enum fail
look_at_line(void *context, const struct record *record, struct err *err)
{
	scoped_arena arena = arena_new();
	struct book *book = context;
	struct complaint_line line = { 0 }, kept = { 0 };
	bool has = false, has_kept = false, is_same;
	size_t n = 0, n_kept = 0;
	enum fail fail;

	fail =
	    line_of_records(book->store, &record->id, arena, &line, &has, err);
	if (!fail)
		fail = line_kept(
		    book->store, &record->id, arena, &kept, &has_kept, err);
	if (!fail && has)
		fail = line_count_tags(book->store, &line, &n, &n_kept, err);
	if (fail)
		return fail;
	is_same = has == has_kept && n == n_kept &&
	    (!has || line_equal(&line, &kept));
	if (!is_same)
		row_finding(book->findings, "finding.book", record->table->name,
		    &record->id, NULL);
	book->is_other |= !is_same;
	book->n_lines += has;
	book->n_tags += n;
	return FAIL_NONE;
}

static enum fail
count(struct store *store, int which, size_t *ret_n, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &check_book_sql[which], err);
	if (!fail)
		fail = query_step(&query, &has_row, err);
	if (!fail)
		*ret_n = (size_t)column_integer(&query, 0);
	return fail;
}

enum fail
check_book(struct store *store, struct findings *findings, struct err *err)
{
	struct book book = { .store = store, .findings = findings };
	scoped_arena arena = arena_new();
	size_t n_lines = 0, n_tags = 0;
	enum fail fail;

	fail =
	    store_each(store, TABLE_COMPLAINT, arena, look_at_line, &book, err);
	if (!fail)
		fail = count(store, COUNT_LINES, &n_lines, err);
	if (!fail)
		fail = count(store, COUNT_TAGS, &n_tags, err);
	if (!fail && !book.is_other &&
	    (n_lines != book.n_lines || n_tags != book.n_tags))
		finding(findings, "finding.book-extra", NULL);
	/* A row that cannot be read was named with its table. */
	return fail == FAIL_CORRUPT && findings->total > 0 ? FAIL_NONE : fail;
}
