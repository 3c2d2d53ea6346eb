#include "store/number.h"

#include <assert.h>
#include <string.h>

#include "store/inside.h"

enum { NEXT };

static const struct sql number_sql[] = {
	[NEXT] = { "INSERT INTO series(book, year, letter, last) "
	    "VALUES(?1, ?2, ?3, 1) ON CONFLICT DO UPDATE SET last = last + 1 "
		   "RETURNING last",
	    false },
};
const struct sql_set number_set = SQL_SET(number_sql);

const char *
book_letter(enum register_book book)
{
	switch (book) {
	case BOOK_APPLICATION: return "L";
	case BOOK_COMPLAINT: return "P";
	}
	return "";
}

enum fail
store_number_next(struct store *store, enum register_book book, int year,
    char ret_text[REGISTER_NUMBER_SIZE], struct err *err)
{
	struct register_number number = { .book = book, .year = year };
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;
	int64_t last;

	assert(store->writing.is_open);
	fail = query_open(&query, store, &number_sql[NEXT], err);
	if (fail)
		return fail;
	query_text(&query, 1, book_letter(book));
	query_integer(&query, 2, year);
	query_text(&query, 3, store->letter);
	fail = query_step(&query, &has_row, err);
	if (fail)
		return fail;
	last = column_integer(&query, 0);
	fail = query_run(&query, err);
	if (fail)
		return fail;
	if (last > REGISTER_SEQUENCE_MAX) {
		store->writing.is_broken = true;
		return fail_say(err, FAIL_MEMORY, "store.numbers", NULL);
	}
	memcpy(number.station, store->station, sizeof number.station);
	number.series = store->letter[0];
	number.sequence = (int32_t)last;
	register_number_print(&number, ret_text);
	return FAIL_NONE;
}
