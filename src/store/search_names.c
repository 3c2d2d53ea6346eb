#include <string.h>

#include "base/text.h"
#include "store/inside.h"
#include "store/search.h"

enum { NAMES, BEGINS, NEWEST };

static const struct sql search_sql[] = {
	/* Not a scan: what FTS5 finds by its index is reported as one. */
	[NAMES] = { "SELECT t.id, t.folded FROM search s CROSS JOIN "
		"search_text t WHERE s.search MATCH ?2 AND t.number = s.rowid "
		    "AND t.table_number = ?1 ORDER BY s.rowid DESC",
	    .scan = true },
	[BEGINS] = { "SELECT id, folded FROM search_text WHERE "
		     "table_number = ?1 AND folded >= ?2 AND folded < ?3 "
		     "ORDER BY folded",
	    false },
	[NEWEST] = { "SELECT id, folded FROM (SELECT id, folded, "
	    "table_number FROM search_text ORDER BY number DESC LIMIT 20000) "
		     "WHERE table_number = ?1 AND instr(folded, ?2) > 0",
	    .scan = true },
};
const struct sql_set search_set = SQL_SET(search_sql);

enum {
	TRIGRAM = 3,
	WORDS_MAX = 16,
	MATCH_MAX = 4 * SEARCH_QUERY_MAX,
	LOOKED_AT_MAX = 20000, /* rows, for two letters beside a word */
};

/* The folded words of a query. */
struct names {
	char folded[SEARCH_QUERY_MAX];
	char *word[WORDS_MAX];
	size_t n;
	bool has_long; /* one of three letters or more */
};

static bool
is_long(const char *word)
{
	return text_characters(word) >= TRIGRAM;
}

static void
split(const char *query, struct names *names)
{
	scoped_buf folded = { 0 };
	char *at = names->folded;

	buf_init(&folded, sizeof names->folded - 1);
	text_fold(query, true, &folded);
	if (folded.size > 0)
		memcpy(at, folded.text, folded.size);
	at[folded.size] = '\0';
	while (*at != '\0' && names->n < WORDS_MAX) {
		names->word[names->n++] = at;
		at += strcspn(at, " ");
		if (*at != '\0')
			*at++ = '\0';
	}
	for (size_t i = 0; i < names->n; i++)
		names->has_long |= is_long(names->word[i]);
}

/* Has the name every word, also those too short for the index? */
static bool
has_all(const char *folded, const struct names *names)
{
	for (size_t i = 0; i < names->n; i++)
		if (strstr(folded, names->word[i]) == NULL)
			return false;
	return true;
}

/*
 * Take the rows of a statement that have every word. first and second are its
 * parameters after the table.
 */
static enum fail
take(struct search *search, const struct names *names, int which,
    const char *first, const char *second, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, search->store, &search_sql[which], err);
	if (fail)
		return fail;
	query_integer(&query, 1, search->table->number);
	query_text(&query, 2, first);
	if (second != NULL)
		query_text(&query, 3, second);
	fail = query_step(&query, &has_row, err);
	for (int i = 0; !fail && has_row && !search_is_full(search); i++) {
		scoped_arena arena = arena_new();

		if (i == LOOKED_AT_MAX)
			break;
		if (has_all(column_text(&query, 1, arena), names))
			search_found(search, column_id(&query, 0));
		fail = query_step(&query, &has_row, err);
	}
	return fail;
}

/* Words of letters and digits only, so that quotes are all FTS5 needs. */
static enum fail
by_index(struct search *search, const struct names *names, struct err *err)
{
	scoped_buf match = { 0 };

	buf_init(&match, MATCH_MAX);
	for (size_t i = 0; i < names->n; i++)
		if (is_long(names->word[i]))
			buf_print(&match, "%s\"%s\"", match.size > 0 ? " " : "",
			    names->word[i]);
	return take(search, names, NAMES, match.text, NULL, err);
}

/* Names that begin so; when there is none, of the newest those that have it. */
static enum fail
by_letters(struct search *search, const struct names *names, struct err *err)
{
	scoped_buf begin = { 0 }, end = { 0 };
	enum fail fail;

	buf_init(&begin, SEARCH_QUERY_MAX);
	buf_init(&end, SEARCH_QUERY_MAX + sizeof SEARCH_BEYOND);
	for (size_t i = 0; i < names->n; i++)
		buf_print(&begin, "%s%s", i > 0 ? " " : "", names->word[i]);
	buf_print(&end, "%s" SEARCH_BEYOND, begin.text);
	fail = take(search, names, BEGINS, begin.text, end.text, err);
	if (fail || search->ids->n > 0)
		return fail;
	return take(search, names, NEWEST, names->word[0], NULL, err);
}

enum fail
search_names(struct search *search, struct err *err)
{
	struct names names = { .n = 0 };

	split(search->query, &names);
	if (names.n == 0)
		return FAIL_NONE;
	return names.has_long ? by_index(search, &names, err) :
				by_letters(search, &names, err);
}
