#include "store/inside.h"

enum { NEW_LIFE };

static const struct sql life_sql[] = {
	[NEW_LIFE] = { "UPDATE _self SET writer = ?1, letter = ?2, "
		       "made_ms = ?3 WHERE one = 1",
	    false },
};
const struct sql_set life_set = SQL_SET(life_sql);

enum fail
store_new_life(struct store *store, const char *officer, struct err *err)
{
	scoped_transaction transaction = { 0 };
	scoped_query query = { 0 };
	char letter[LETTER_SIZE] = { series_next(store->letter[0]), '\0' };
	struct id writer;
	enum fail fail;

	if (letter[0] == '\0')
		return fail_say(err, FAIL_CONFLICT, "store.letters", NULL);
	entropy_fill(&store->entropy, writer.byte, sizeof writer.byte);
	fail = transaction_begin(&transaction, store, officer, err);
	if (!fail)
		fail = query_open(&query, store, &life_sql[NEW_LIFE], err);
	if (fail)
		return fail;
	query_id(&query, 1, &writer);
	query_text(&query, 2, letter);
	query_integer(&query, 3, store->writing.now_ms);
	fail = query_run(&query, err);
	if (!fail)
		fail = transaction_commit(&transaction, err);
	if (fail)
		return fail;
	store->writer = writer;
	store->letter[0] = letter[0];
	store->sid = 0;
	return FAIL_NONE;
}
