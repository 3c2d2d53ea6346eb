#include "store/self.h"

#include <string.h>

#include "store/inside.h"

enum { TAKE_LETTER, LIFE_LETTER, LAST_ENTRY, SERIES };

static const struct sql self_sql[] = {
	[TAKE_LETTER] = { "UPDATE _self SET letter = ?1 WHERE one = 1", false },
	[LIFE_LETTER] = { "UPDATE _life SET letter = ?1 WHERE writer = ?2",
	    true },
	[LAST_ENTRY] = { "SELECT coalesce(max(seq), 0) FROM _op", false },
	[SERIES] = { "SELECT book, year, letter, last FROM series "
		     "ORDER BY book, year, letter",
	    true },
};
const struct sql_set self_set = SQL_SET(self_sql);

char
store_letter(const struct store *store)
{
	return store->letter[0];
}

static enum fail
write_letter(struct store *store, const char *letter, struct err *err)
{
	scoped_query self = { 0 }, life = { 0 };
	enum fail fail = query_open(&self, store, &self_sql[TAKE_LETTER], err);

	if (!fail)
		fail = query_open(&life, store, &self_sql[LIFE_LETTER], err);
	if (fail)
		return fail;
	query_text(&self, 1, letter);
	query_text(&life, 1, letter);
	query_id(&life, 2, &store->writer);
	fail = query_run(&self, err);
	return fail ? fail : query_run(&life, err);
}

enum fail
store_take_letter(
    struct store *store, const char *officer, char letter, struct err *err)
{
	const char text[LETTER_SIZE] = { letter, '\0' };
	scoped_transaction transaction = { 0 };
	enum fail fail;

	if (store->letter[0] == letter)
		return FAIL_NONE;
	if (letter < 'A' || letter > 'Z')
		return fail_say(err, FAIL_INVALID, "store.letters", NULL);
	fail = transaction_begin(&transaction, store, officer, err);
	if (!fail)
		fail = write_letter(store, text, err);
	if (!fail)
		fail = transaction_commit(&transaction, err);
	if (!fail)
		store->letter[0] = letter;
	return fail;
}

enum fail
store_last_entry(struct store *store, int64_t *ret_seq, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	int64_t seq = 0;
	enum fail fail = query_open(&query, store, &self_sql[LAST_ENTRY], err);

	if (!fail)
		fail = query_step(&query, &has_row, err);
	if (fail)
		return fail;
	if (has_row)
		seq = column_integer(&query, 0);
	fail = query_end(&query, err);
	if (!fail)
		*ret_seq = seq;
	return fail;
}

enum fail
store_series_ends(struct store *store, struct arena *arena,
    struct series_end **ret_list, size_t *ret_n, struct err *err)
{
	struct series_end *list = NULL;
	scoped_query query = { 0 };
	size_t n = 0, room = 0;
	bool has_row = false;
	enum fail fail = query_open(&query, store, &self_sql[SERIES], err);

	while (!fail) {
		const char *book;

		fail = query_step(&query, &has_row, err);
		if (fail || !has_row)
			break;
		list = arena_grow(arena, list, n, &room, sizeof *list);
		book = column_text(&query, 0, arena);
		list[n].book = strcmp(book, book_letter(BOOK_COMPLAINT)) == 0 ?
		    BOOK_COMPLAINT :
		    BOOK_APPLICATION;
		list[n].year = (int)column_integer(&query, 1);
		list[n].letter = column_text(&query, 2, arena)[0];
		list[n++].last = (int32_t)column_integer(&query, 3);
	}
	if (!fail)
		fail = query_end(&query, err);
	if (fail)
		return fail;
	*ret_list = list;
	*ret_n = n;
	return FAIL_NONE;
}
