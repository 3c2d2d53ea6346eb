#include "store/inside.h"
#include "store/sealed.h"

enum { NEW_LIFE, ADD_LIFE };

static const struct sql life_sql[] = {
	[NEW_LIFE] = { "UPDATE _self SET writer = ?1, letter = ?2, "
		       "made_ms = ?3 WHERE one = 1",
	    false },
	[ADD_LIFE] = { "INSERT INTO _life(writer, letter, made_ms, first) "
		       "VALUES(?1, ?2, ?3, ?4)",
	    false },
};
const struct sql_set life_set = SQL_SET(life_sql);

/* What no bundle has of the old life's entries belongs to the new one. */
static enum fail
begin_life(struct store *store, const struct id *writer, const char *letter,
    struct err *err)
{
	scoped_query self = { 0 }, add = { 0 };
	struct sealed sealed;
	enum fail fail;

	fail = sealed_read(store, &sealed, err);
	if (!fail)
		fail = query_open(&self, store, &life_sql[NEW_LIFE], err);
	if (!fail)
		fail = query_open(&add, store, &life_sql[ADD_LIFE], err);
	if (fail)
		return fail;
	query_id(&self, 1, writer);
	query_text(&self, 2, letter);
	query_integer(&self, 3, store->writing.now_ms);
	query_id(&add, 1, writer);
	query_text(&add, 2, letter);
	query_integer(&add, 3, store->writing.now_ms);
	query_integer(&add, 4, sealed.begin + sealed.last);
	fail = query_run(&self, err);
	return fail ? fail : query_run(&add, err);
}

enum fail
store_new_life(struct store *store, const char *officer, struct err *err)
{
	scoped_transaction transaction = { 0 };
	char letter[LETTER_SIZE] = { series_next(store->letter[0]), '\0' };
	struct id writer;
	enum fail fail;

	if (letter[0] == '\0')
		return fail_say(err, FAIL_CONFLICT, "store.letters", NULL);
	entropy_fill(&store->entropy, writer.byte, sizeof writer.byte);
	fail = transaction_begin(&transaction, store, officer, err);
	if (!fail)
		fail = begin_life(store, &writer, letter, err);
	if (!fail)
		fail = transaction_commit(&transaction, err);
	if (fail)
		return fail;
	store->writer = writer;
	store->letter[0] = letter[0];
	store->sid = 0;
	return FAIL_NONE;
}
