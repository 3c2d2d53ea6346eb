#include <string.h>

#include "store/findings.h"
#include "store/inside.h"
#include "store/series.h"

enum { SERIES, USED, USED_COMPLAINT, DOUBLES, DOUBLES_COMPLAINT, RAISE };

/* Given here: a record of ours that came back from the share, after a backup
 * was put in place, has a number of a life that is over. */
#define USED_IN(table, its_number) \
	"SELECT number FROM " table " WHERE number >= ?1 AND number < ?2 " \
	"AND NOT EXISTS (SELECT 1 FROM _foreign f WHERE " \
	"f.table_number = " its_number " AND f.pk = " table ".id " \
	"AND f.kind = 1) ORDER BY number"
#define DOUBLES_IN(table) \
	"SELECT number FROM " table " WHERE number IS NOT NULL " \
	"GROUP BY number HAVING count(*) > 1"

static const struct sql check_series_sql[] = {
	[SERIES] = { "SELECT letter, year, last FROM series WHERE book = ?1",
	    false },
	[USED] = { USED_IN("application", "3"), false },
	[USED_COMPLAINT] = { USED_IN("complaint", "11"), false },
	[DOUBLES] = { DOUBLES_IN("application"), .scan = true },
	[DOUBLES_COMPLAINT] = { DOUBLES_IN("complaint"), .scan = true },
	[RAISE] = { "INSERT INTO series(book, year, letter, last) "
		    "VALUES(?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE "
		    "SET last = excluded.last",
	    false },
};
const struct sql_set check_series_set = SQL_SET(check_series_sql);

static struct series *
series_of(
    struct arena *arena, struct all_series *all, const struct series *wanted)
{
	struct series *series;

	for (size_t i = 0; i < all->n; i++)
		if (all->list[i].book == wanted->book &&
		    all->list[i].letter == wanted->letter &&
		    all->list[i].year == wanted->year)
			return &all->list[i];
	all->list =
	    arena_grow(arena, all->list, all->n, &all->room, sizeof *all->list);
	series = &all->list[all->n++];
	*series = *wanted;
	return series;
}

static enum fail
read_given(struct store *store, struct arena *arena, enum register_book book,
    struct all_series *all, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &check_series_sql[SERIES], err);
	if (fail)
		return fail;
	query_text(&query, 1, book_letter(book));
	fail = query_step(&query, &has_row, err);
	while (!fail && has_row) {
		struct series series = { .book = book,
			.letter = *column_text(&query, 0, arena),
			.year = (int)column_integer(&query, 1) };
		int64_t last = column_integer(&query, 2);

		if (last < 1 || last > REGISTER_SEQUENCE_MAX)
			return fail_say(
			    err, FAIL_CORRUPT, "store.damaged", NULL);
		series_of(arena, all, &series)->last = (int32_t)last;
		fail = query_step(&query, &has_row, err);
	}
	return fail;
}

/* A number on a record: remembered as used, in the series it is of. */
static void
note_used(struct arena *arena, struct series *series, int32_t sequence)
{
	series->used = arena_grow(arena, series->used, series->n_used,
	    &series->room_used, sizeof *series->used);
	series->used[series->n_used++] = sequence;
	if (sequence > series->highest)
		series->highest = sequence;
}

static enum fail
read_used(struct store *store, struct arena *arena, enum register_book book,
    struct all_series *all, struct err *err)
{
	int which = book == BOOK_COMPLAINT ? USED_COMPLAINT : USED;
	const char *before = book == BOOK_COMPLAINT ? "P-" : "";
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &check_series_sql[which], err);
	if (fail)
		return fail;
	query_text(
	    &query, 1, arena_print(arena, "%s%s", before, store->station));
	query_text(
	    &query, 2, arena_print(arena, "%s%s~", before, store->station));
	fail = query_step(&query, &has_row, err);
	while (!fail && has_row) {
		struct register_number number;
		struct series series = { .book = book };

		if (register_number_parse(
			column_text(&query, 0, arena), &number) &&
		    number.book == book &&
		    strcmp(number.station, store->station) == 0) {
			series.letter = number.series;
			series.year = number.year;
			note_used(arena, series_of(arena, all, &series),
			    number.sequence);
		}
		fail = query_step(&query, &has_row, err);
	}
	return fail;
}

enum fail
series_read(struct store *store, struct arena *arena,
    struct all_series *ret_all, struct err *err)
{
	static const enum register_book books[] = { BOOK_APPLICATION,
		BOOK_COMPLAINT };
	struct all_series all = { 0 };
	enum fail fail = FAIL_NONE;

	for (size_t i = 0; i < array_length(books) && !fail; i++) {
		fail = read_given(store, arena, books[i], &all, err);
		if (!fail)
			fail = read_used(store, arena, books[i], &all, err);
	}
	if (!fail)
		*ret_all = all;
	return fail;
}

static void
name(const struct store *store, const struct series *series, int32_t sequence,
    char text[REGISTER_NUMBER_SIZE])
{
	struct register_number number = {
		.book = series->book,
		.series = series->letter,
		.year = series->year,
		.sequence = sequence,
	};

	memcpy(number.station, store->station, sizeof number.station);
	register_number_print(&number, text);
}

/* Each number given is on a record, void or not, and no other is. */
static void
look_at_series(const struct store *store, const struct series *series,
    struct findings *findings)
{
	scoped_arena arena = arena_new();
	bool *is_used =
	    arena_array(arena, (size_t)series->last + 1, sizeof *is_used);
	char text[REGISTER_NUMBER_SIZE];

	for (size_t i = 0; i < series->n_used; i++) {
		if (series->used[i] <= series->last) {
			is_used[series->used[i]] = true;
			continue;
		}
		name(store, series, series->used[i], text);
		finding(findings, "finding.number-unknown", text, NULL);
	}
	for (int32_t i = 1; i <= series->last; i++)
		if (!is_used[i]) {
			name(store, series, i, text);
			finding(findings, "finding.number-gap", text, NULL);
		}
}

/* Numbers that more than one record of a table has. */
static enum fail
check_doubles(
    struct store *store, int which, struct findings *findings, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &check_series_sql[which], err);
	if (!fail)
		fail = query_step(&query, &has_row, err);
	while (!fail && has_row) {
		finding(findings, "finding.number-double",
		    column_text(&query, 0, findings->arena), NULL);
		fail = query_step(&query, &has_row, err);
	}
	return fail;
}

enum fail
check_series(struct store *store, struct findings *findings, struct err *err)
{
	scoped_arena arena = arena_new();
	struct all_series all = { 0 };
	enum fail fail;

	fail = series_read(store, arena, &all, err);
	for (size_t i = 0; i < all.n && !fail; i++)
		look_at_series(store, &all.list[i], findings);
	if (!fail)
		fail = check_doubles(store, DOUBLES, findings, err);
	if (!fail)
		fail = check_doubles(store, DOUBLES_COMPLAINT, findings, err);
	return fail;
}

enum fail
series_raise(struct store *store, const struct series *series, struct err *err)
{
	char letter[LETTER_SIZE] = { series->letter, '\0' };
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, store, &check_series_sql[RAISE], err);
	if (fail)
		return fail;
	query_text(&query, 1, book_letter(series->book));
	query_integer(&query, 2, series->year);
	query_text(&query, 3, letter);
	query_integer(&query, 4, series->highest);
	return query_run(&query, err);
}
