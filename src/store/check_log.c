#include <inttypes.h>
#include <stdio.h>

#include "store/findings.h"
#include "store/inside.h"
#include "store/log.h"

enum { ALL, LAST_GIVEN, FOREIGN, LAST_FOREIGN };

static const struct sql check_log_sql[] = {
	[ALL] = { "SELECT " LOG_COLUMNS " FROM _op ORDER BY seq",
	    .scan = true },
	[LAST_GIVEN] = { "SELECT seq FROM sqlite_sequence "
			 "WHERE name = '_op'",
	    .scan = true },
	[FOREIGN] = { "SELECT " LOG_COLUMNS ", number FROM _foreign "
		      "ORDER BY number",
	    .scan = true },
	[LAST_FOREIGN] = { "SELECT seq FROM sqlite_sequence "
			   "WHERE name = '_foreign'",
	    .scan = true },
};
const struct sql_set check_log_set = SQL_SET(check_log_sql);

static const char *
number_text(char text[24], int64_t number)
{
	snprintf(text, 24, "%" PRId64, number);
	return text;
}

/* Entries missing between two that are there, or after the last. */
static void
note_gap(
    struct findings *findings, const char *code, int64_t last, int64_t next)
{
	char from[24], to[24];

	if (next > last + 1)
		finding(findings, code, number_text(from, last + 1),
		    number_text(to, next - 1), NULL);
}

static enum fail
last_given(struct store *store, int which, int64_t *ret_seq, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &check_log_sql[which], err);
	if (!fail)
		fail = query_step(&query, &has_row, err);
	if (!fail)
		*ret_seq = has_row ? column_integer(&query, 0) : 0;
	return fail;
}

/* One entry: readable, later than the one before, of a transaction begun. */
static void
look_at_entry(
    struct query *query, struct findings *findings, int64_t last, int64_t *hlc)
{
	scoped_arena arena = arena_new();
	int64_t seq = column_integer(query, 0);
	char text[24];
	struct op op;

	note_gap(findings, "finding.log-gap", last, seq);
	findings->entries++;
	if (log_read(query, arena, &op, NULL)) {
		finding(findings, "finding.log-damaged", number_text(text, seq),
		    NULL);
		query->is_damaged = false;
		return;
	}
	if (op.version.hlc <= *hlc || op.txn > op.seq)
		finding(findings, "finding.log-order", number_text(text, seq),
		    NULL);
	*hlc = op.version.hlc;
}

static enum fail
check_own(struct store *store, struct findings *findings, struct err *err)
{
	scoped_query query = { 0 };
	int64_t last = 0, given = 0, hlc = 0;
	bool has_row = false;
	enum fail fail;

	fail = last_given(store, LAST_GIVEN, &given, err);
	if (!fail)
		fail = query_open(&query, store, &check_log_sql[ALL], err);
	if (!fail)
		fail = query_step(&query, &has_row, err);
	while (!fail && has_row) {
		look_at_entry(&query, findings, last, &hlc);
		last = column_integer(&query, 0);
		fail = query_step(&query, &has_row, err);
	}
	if (!fail)
		note_gap(findings, "finding.log-gap", last, given + 1);
	return fail;
}

/* The log of others: as it came, all of it, readable. */
static enum fail
check_foreign(struct store *store, struct findings *findings, struct err *err)
{
	scoped_query query = { 0 };
	int64_t last = 0, given = 0;
	bool has_row = false;
	char text[24];
	enum fail fail;

	fail = last_given(store, LAST_FOREIGN, &given, err);
	if (!fail)
		fail = query_open(&query, store, &check_log_sql[FOREIGN], err);
	if (!fail)
		fail = query_step(&query, &has_row, err);
	while (!fail && has_row) {
		scoped_arena arena = arena_new();
		int64_t number = column_integer(&query, 11);
		struct op op;

		note_gap(findings, "finding.foreign-gap", last, number);
		findings->entries++;
		if (log_read(&query, arena, &op, NULL))
			finding(findings, "finding.foreign-damaged",
			    number_text(text, number), NULL);
		query.is_damaged = false;
		last = number;
		fail = query_step(&query, &has_row, err);
	}
	if (!fail)
		note_gap(findings, "finding.foreign-gap", last, given + 1);
	return fail;
}

enum fail
check_log(struct store *store, struct findings *findings, struct err *err)
{
	enum fail fail = check_own(store, findings, err);

	return fail ? fail : check_foreign(store, findings, err);
}
