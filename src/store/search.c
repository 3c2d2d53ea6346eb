#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/identity.h"
#include "store/applications.h"
#include "store/inside.h"
#include "store/rows.h"
#include "store/rows_sql.h"
#include "store/search.h"

enum { SEQUENCE_DIGITS = 5 };

bool
search_is_full(const struct search *search)
{
	return search->ids->n >= search->ids->limit;
}

void
search_found(struct search *search, struct id id)
{
	struct ids *ids = search->ids;

	if (search_is_full(search))
		return;
	for (size_t i = 0; i < ids->n; i++)
		if (id_equal(&ids->list[i], &id))
			return;
	ids->list =
	    arena_grow(ids->arena, ids->list, ids->n, &search->room, sizeof id);
	ids->list[ids->n++] = id;
}

/* Where a cell is looked for: a person complains in a row of its own. */
static const struct table *
place_of(const struct search *search, const char *name)
{
	if (search->table->number == TABLE_COMPLAINT &&
	    table_cell(search->table, name) < 0)
		return table_of(TABLE_COMPLAINANT);
	return search->table;
}

/* Take a row found there. */
static enum fail
found_at(struct search *search, const struct table *place, struct id id,
    struct err *err)
{
	scoped_arena arena = arena_new();
	struct record record;
	enum fail fail;

	if (place == search->table) {
		search_found(search, id);
		return FAIL_NONE;
	}
	fail =
	    store_get(search->store, place->number, &id, arena, &record, err);
	if (!fail)
		search_found(
		    search, record_id(&record, COMPLAINANT_COMPLAINT_ID));
	return fail;
}

/* The rows whose cell, if the table has it, begins with text. */
static enum fail
by_beginning(
    struct search *search, const char *name, const char *text, struct err *err)
{
	const struct table *place = place_of(search, name);
	int cell = table_cell(place, name);
	char end[SEARCH_QUERY_MAX + sizeof SEARCH_BEYOND];
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	if (cell < 0 || *text == '\0')
		return FAIL_NONE;
	snprintf(end, sizeof end, "%s" SEARCH_BEYOND, text);
	fail = query_open(&query, search->store,
	    rows_begins(search->store, place, cell), err);
	if (fail)
		return fail;
	query_text(&query, 1, text);
	query_text(&query, 2, end);
	query_integer(&query, 3, (int64_t)search->ids->limit);
	fail = query_step(&query, &has_row, err);
	while (!fail && has_row) {
		fail = found_at(search, place, column_id(&query, 0), err);
		if (!fail)
			fail = query_step(&query, &has_row, err);
	}
	return fail;
}

/* A NIK, which is only ever looked for whole. */
static enum fail
by_nik(struct search *search, const char *nik, struct err *err)
{
	const struct table *place = place_of(search, "nik");
	int cell = table_cell(place, "nik");
	scoped_arena arena = arena_new();
	struct records records = { .arena = arena };
	enum fail fail;

	if (cell < 0)
		return FAIL_NONE;
	fail = store_find_text(
	    search->store, place->number, cell, nik, &records, err);
	for (size_t i = records.n; i > 0 && !fail; i--)
		fail = found_at(search, place, records.list[i - 1].id, err);
	return fail;
}

/* "412" is L03-2026-0412 at L03 in 2026. */
static enum fail
by_sequence(struct search *search, const char *digits, struct err *err)
{
	const struct store *store = search->store;
	struct register_number number = {
		.book = search->table->number == TABLE_COMPLAINT ?
		    BOOK_COMPLAINT :
		    BOOK_APPLICATION,
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
	fail =
	    n > SEQUENCE_DIGITS ? FAIL_NONE : by_sequence(search, digits, err);
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
	char text[SEARCH_QUERY_MAX];
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

/* The digits of a query that has nothing but digits and what parts them. */
static bool
only_digits(const char *query, char digits[SEARCH_QUERY_MAX])
{
	size_t n = 0;

	for (; *query != '\0'; query++) {
		if (strchr(" -./()+", *query) != NULL)
			continue;
		if (*query < '0' || *query > '9' || n + 1 >= SEARCH_QUERY_MAX)
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
	char clean[SEARCH_QUERY_MAX], digits[SEARCH_QUERY_MAX];
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
		fail = search_names(&search, err);
	return fail;
}
