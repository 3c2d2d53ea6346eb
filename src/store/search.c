#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/identity.h"
#include "store/applications.h"
#include "store/inside.h"
#include "store/rows.h"
#include "store/rows_sql.h"
#include "store/search_text.h"

enum { NAMES, BEGINS };

static const struct sql search_sql[] = {
	/* Not a scan: what FTS5 finds by its index is reported as one. */
	[NAMES] = { "SELECT t.id, t.folded FROM search s CROSS JOIN "
	    "search_text t WHERE s.search MATCH ?1 AND t.number = s.rowid "
	    "AND t.table_number = ?2 ORDER BY s.rowid DESC", .scan = true },
	[BEGINS] = { "SELECT id, folded FROM search_text WHERE "
	    "table_number = ?1 AND folded >= ?2 AND folded < ?3 "
	    "ORDER BY folded LIMIT ?4", false },
};
const struct sql_set search_set = SQL_SET(search_sql);

enum {
	TRIGRAM = 3,
	SEQUENCE_DIGITS = 5,
	QUERY_MAX = 256,
	MATCH_MAX = 4 * QUERY_MAX,
	LOOKED_AT_MAX = 20000, /* rows, for two letters beside a word */
};

/* Above every text that begins with what stands before it. */
#define BEYOND "\xf4\x8f\xbf\xbf"

/* One search on its way. */
struct search {
	struct store *store;
	const struct table *table;
	const char *query;
	struct ids *ids;
	size_t room;
};

static bool
is_full(const struct search *search)
{
	return search->ids->n >= search->ids->limit;
}

static void
found(struct search *search, struct id id)
{
	struct ids *ids = search->ids;

	if (is_full(search))
		return;
	for (size_t i = 0; i < ids->n; i++)
		if (id_equal(&ids->list[i], &id))
			return;
	ids->list = arena_grow(ids->arena, ids->list, ids->n, &search->room,
	    sizeof id);
	ids->list[ids->n++] = id;
}

/* The rows whose cell, if the table has it, begins with text. */
static enum fail
by_beginning(struct search *search, const char *name, const char *text,
    struct err *err)
{
	int cell = table_cell(search->table, name);
	char end[QUERY_MAX + sizeof BEYOND];
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	if (cell < 0 || *text == '\0')
		return FAIL_NONE;
	snprintf(end, sizeof end, "%s" BEYOND, text);
	fail = query_open(&query, search->store,
	    rows_begins(search->store, search->table, cell), err);
	if (fail)
		return fail;
	query_text(&query, 1, text);
	query_text(&query, 2, end);
	query_integer(&query, 3, (int64_t)search->ids->limit);
	fail = query_step(&query, &has_row, err);
	while (!fail && has_row) {
		found(search, column_id(&query, 0));
		fail = query_step(&query, &has_row, err);
	}
	return fail;
}

/* A NIK, which is only ever looked for whole. */
static enum fail
by_nik(struct search *search, const char *nik, struct err *err)
{
	int cell = table_cell(search->table, "nik");
	scoped_arena arena = arena_new();
	struct records records = { .arena = arena };
	enum fail fail;

	if (cell < 0)
		return FAIL_NONE;
	fail = store_find_text(search->store, search->table->number, cell, nik,
	    &records, err);
	for (size_t i = records.n; i > 0 && !fail; i--)
		found(search, records.list[i - 1].id);
	return fail;
}

/* "412" is L03-2026-0412 at L03 in 2026. */
static enum fail
by_sequence(struct search *search, const char *digits, struct err *err)
{
	const struct store *store = search->store;
	struct register_number number = {
		.book = BOOK_APPLICATION,
		.series = store->letter[0],
		.year = local_date(store_now(store)).year,
		.sequence = (int32_t)strtol(digits, NULL, 10),
	};
	char text[REGISTER_NUMBER_SIZE];

	if (number.sequence == 0)
		return FAIL_NONE;
	memcpy(number.station, store->station, sizeof number.station);
	register_number_print(&number, text);
	return by_beginning(search, "number", text, err);
}

static enum fail
by_digits(struct search *search, const char *digits, struct err *err)
{
	char phone[IDENTITY_SIZE];
	size_t n = strlen(digits);
	enum fail fail;

	if (n == NIK_DIGITS)
		return by_nik(search, digits, err);
	phone_clean(search->query, phone);
	fail = n > SEQUENCE_DIGITS ? FAIL_NONE
				   : by_sequence(search, digits, err);
	if (!fail && n > 2)
		fail = by_beginning(search, "nib", digits, err);
	if (!fail && n > 2)
		fail = by_beginning(search, "phone", phone, err);
	return fail;
}

/* The beginning of a number as it is written, or one as it is typed. */
static enum fail
by_number(struct search *search, struct err *err)
{
	struct register_number number;
	char text[QUERY_MAX];
	enum fail fail;
	size_t i;

	for (i = 0; search->query[i] != '\0'; i++) {
		char byte = search->query[i];

		if (byte >= 'a' && byte <= 'z')
			byte = (char)(byte & ~0x20); /* ASCII upper case */
		text[i] = byte;
	}
	text[i] = '\0';
	if (strpbrk(text, "0123456789") == NULL)
		return FAIL_NONE;
	fail = by_beginning(search, "number", text, err);
	if (fail || search->ids->n > 0 ||
	    !register_number_parse_typed(search->query, &number))
		return fail;
	register_number_print(&number, text);
	return by_beginning(search, "number", text, err);
}

/* Words of three letters and more as FTS5 wants them; false: there is none. */
static bool
write_match(const char *folded, struct buf *match)
{
	while (*folded != '\0') {
		size_t size = strcspn(folded, " ");
		scoped_buf word = { 0 };

		buf_init(&word, QUERY_MAX);
		buf_add(&word, folded, size);
		if (size > 0 && text_characters(word.text) >= TRIGRAM)
			buf_print(match, "%s\"%s\"", match->size > 0 ? " " : "",
			    word.text);
		folded += size;
		folded += strspn(folded, " ");
	}
	return match->size > 0;
}

/* Take the rows that have every word, also those too short for the index. */
static enum fail
take_matching(struct search *search, struct query *query, const char *folded,
    struct err *err)
{
	bool has_row = false;
	enum fail fail;

	fail = query_step(query, &has_row, err);
	for (int i = 0; !fail && has_row && !is_full(search); i++) {
		scoped_arena arena = arena_new();

		if (i == LOOKED_AT_MAX)
			break;
		if (text_matches(column_text(query, 1, arena), folded))
			found(search, column_id(query, 0));
		fail = query_step(query, &has_row, err);
	}
	return fail;
}

static enum fail
by_name(struct search *search, struct err *err)
{
	scoped_buf folded = { 0 }, match = { 0 }, end = { 0 };
	scoped_query query = { 0 };
	enum fail fail;

	buf_init(&folded, QUERY_MAX);
	buf_init(&match, MATCH_MAX);
	buf_init(&end, QUERY_MAX + sizeof BEYOND);
	text_fold(search->query, true, &folded);
	if (folded.size == 0)
		return FAIL_NONE;
	if (write_match(folded.text, &match)) {
		fail = query_open(&query, search->store, &search_sql[NAMES],
		    err);
		if (fail)
			return fail;
		query_text(&query, 1, match.text);
		query_integer(&query, 2, search->table->number);
		return take_matching(search, &query, folded.text, err);
	}
	buf_print(&end, "%s" BEYOND, folded.text);
	fail = query_open(&query, search->store, &search_sql[BEGINS], err);
	if (fail)
		return fail;
	query_integer(&query, 1, search->table->number);
	query_text(&query, 2, folded.text);
	query_text(&query, 3, end.text);
	query_integer(&query, 4, (int64_t)search->ids->limit);
	return take_matching(search, &query, folded.text, err);
}

/* The digits of a query that has nothing but digits and what parts them. */
static bool
only_digits(const char *query, char digits[QUERY_MAX])
{
	size_t n = 0;

	for (; *query != '\0'; query++) {
		if (strchr(" -./()+", *query) != NULL)
			continue;
		if (*query < '0' || *query > '9' || n + 1 >= QUERY_MAX)
			return false;
		digits[n++] = *query;
	}
	digits[n] = '\0';
	return n > 0;
}

enum fail
store_search(struct store *store, enum table_number table, const char *query,
    struct ids *ids, struct err *err)
{
	char clean[QUERY_MAX], digits[QUERY_MAX];
	struct search search = {
		.store = store,
		.table = table_of(table),
		.query = clean,
		.ids = ids,
	};
	enum fail fail = FAIL_NONE;

	ids->list = NULL;
	ids->n = 0;
	text_copy(clean, sizeof clean, query);
	if (*clean == '\0')
		return FAIL_NONE;
	if (only_digits(clean, digits))
		fail = by_digits(&search, digits, err);
	else
		fail = by_number(&search, err);
	if (!fail && ids->n == 0)
		fail = by_name(&search, err);
	return fail;
}
