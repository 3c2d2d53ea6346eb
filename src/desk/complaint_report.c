#include "desk/complaint_report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "desk/inside.h"
#include "domain/standard.h"
#include "store/complaints.h"

/* The first day of the month so many months before that of a date. */
static struct date
month_before(struct date date, int months)
{
	int at = date.year * 12 + date.month - 1 - months;

	return (struct date){ (int16_t)(at / 12), (int8_t)(at % 12 + 1), 1 };
}

static struct date
month_end(struct date date)
{
	return date_add(month_before(date, -1), -1);
}

/* "2026-11" of the months in the table; -1 when it is none of them. */
static int
month_of(const struct clause_table *table, const char *month)
{
	struct date first = { 0 };
	char text[DATE_TEXT_SIZE];
	int at;

	snprintf(text, sizeof text, "%s-01", month);
	if (!date_parse(text, &first))
		return -1;
	at = (first.year - table->from.year) * 12 + first.month -
	    table->from.month;
	return at >= 0 && at < table->n_months ? at : -1;
}

static struct clause_row *
row_of(struct clause_table *table, const char *clause, size_t *room)
{
	if (table->n > 0 && strcmp(table->rows[table->n - 1].clause,
	    clause) == 0)
		return &table->rows[table->n - 1];
	table->rows = arena_grow(table->arena, table->rows, table->n, room,
	    sizeof *table->rows);
	table->rows[table->n] = (struct clause_row){ .clause = clause,
		.brief = "" };
	return &table->rows[table->n++];
}

static void
add_counts(struct clause_table *table, const struct clause_counts *counts)
{
	size_t room = 0;

	for (size_t i = 0; i < counts->n; i++) {
		const struct clause_count *count = &counts->list[i];
		int month = month_of(table, count->month);
		struct clause_row *row;

		if (month < 0)
			continue;
		row = row_of(table, count->clause, &room);
		row->months[month] += count->n;
		row->total += count->n;
		table->sum.months[month] += count->n;
		table->sum.total += count->n;
	}
}

/* What a clause is called, in the first standard that has it. */
static void
name_rows(const struct desk *desk, struct clause_table *table)
{
	const struct assets *assets = &desk->assets;

	for (size_t i = 0; i < table->n; i++)
		for (size_t j = 0; j < assets->n_standards; j++) {
			const struct clause *clause = standard_clause(
			    assets->standards[j], table->rows[i].clause);

			if (clause == NULL)
				continue;
			table->rows[i].brief = *clause->brief != '\0'
			    ? clause->brief : clause->title;
			break;
		}
}

/* "32/3" before "32/10": numbers are compared as numbers. */
static int
compare_clauses(const void *a, const void *b)
{
	const char *one = ((const struct clause_row *)a)->clause;
	const char *other = ((const struct clause_row *)b)->clause;

	while (*one != '\0' && *other != '\0') {
		if (*one >= '0' && *one <= '9' && *other >= '0' &&
		    *other <= '9') {
			char *end, *other_end;
			long n = strtol(one, &end, 10);
			long than = strtol(other, &other_end, 10);

			if (n != than)
				return n < than ? -1 : 1;
			one = end;
			other = other_end;
		} else if (*one != *other) {
			break;
		} else {
			one++;
			other++;
		}
	}
	return strcmp(one, other);
}

enum fail
desk_clause_table(struct desk *desk, struct date last, int months,
    struct clause_table *table, struct err *err)
{
	struct clause_counts counts = { .arena = table->arena };
	struct clause_table made = { .arena = table->arena };
	char from[DATE_TEXT_SIZE], to[DATE_TEXT_SIZE];
	enum fail fail = desk_demand(desk, ACTION_REPORT, err);

	if (fail)
		return fail;
	made.n_months = months < 1 ? 1
	    : months > CLAUSE_MONTHS ? CLAUSE_MONTHS : months;
	made.from = month_before(last, made.n_months - 1);
	made.to = month_end(last);
	made.sum = (struct clause_row){ .clause = "", .brief = "" };
	date_print(made.from, from);
	date_print(made.to, to);
	fail = store_complaint_clauses(desk->store, from, to,
	    act_officer(desk), &counts, err);
	if (fail)
		return fail;
	add_counts(&made, &counts);
	name_rows(desk, &made);
	if (made.n > 1)
		qsort(made.rows, made.n, sizeof *made.rows, compare_clauses);
	*table = made;
	return FAIL_NONE;
}

static enum fail
read_part(struct desk *desk, const struct complaint_query *query,
    struct list_part *part, struct err *err)
{
	enum fail fail = desk_complaints(desk, query, &part->lines, err);

	return fail ? fail :
	    desk_complaint_count(desk, query, &part->total, err);
}

static struct list_part
part_for(const struct daily_list *list)
{
	return (struct list_part){ .lines = { .arena = list->arena,
		.limit = list->limit } };
}

/* Those that are due soon are a part of their own. */
static void
leave_out_urgent(struct complaint_lines *lines)
{
	size_t n = 0;

	for (size_t i = 0; i < lines->n; i++)
		if (!lines->list[i].left.is_overdue &&
		    !lines->list[i].is_soon)
			lines->list[n++] = lines->list[i];
	lines->n = n;
}

/*
 * The unanswered in the order of their days, from the last urgent one that was
 * read on: more than one page of urgent ones may lie between.
 */
static enum fail
read_waiting(struct desk *desk, struct daily_list *list, struct err *err)
{
	const struct complaint_query owed = { .show = COMPLAINTS_UNANSWERED };
	const struct complaint_lines *before = list->soon.lines.n > 0 ?
	    &list->soon.lines : &list->overdue.lines;
	struct complaint_lines *lines = &list->waiting.lines;
	size_t all = 0;
	enum fail fail = desk_complaint_count(desk, &owed, &all, err);

	if (before->n > 0)
		lines->after = &before->list[before->n - 1];
	while (!fail) {
		size_t read;

		fail = desk_complaints(desk, &owed, lines, err);
		read = lines->n;
		if (fail || read == 0)
			break;
		lines->after = &lines->list[read - 1];
		leave_out_urgent(lines);
		if (lines->n > 0 || read < lines->limit)
			break;
	}
	list->waiting.total = all - list->overdue.total - list->soon.total;
	return fail;
}

enum fail
desk_daily_list(struct desk *desk, struct date day, struct daily_list *list,
    struct err *err)
{
	const struct complaint_query came = { .received_from = day,
		.received_to = day, .order = COMPLAINTS_BY_NUMBER };
	const struct complaint_query overdue = { .show = COMPLAINTS_OVERDUE };
	const struct complaint_query soon = { .show = COMPLAINTS_SOON };
	struct daily_list made = { .arena = list->arena,
		.limit = list->limit, .day = day };
	char text[DATE_TEXT_SIZE];
	enum fail fail = desk_demand(desk, ACTION_READ, err);

	date_print_local(day, text);
	if (!fail && date_compare(day, desk_today(desk)) > 0)
		fail = fail_say(err, FAIL_INVALID, "date.future", text, NULL);
	if (fail)
		return fail;
	made.received = made.overdue = made.soon = made.waiting =
	    part_for(list);
	fail = read_part(desk, &came, &made.received, err);
	if (!fail)
		fail = read_part(desk, &overdue, &made.overdue, err);
	if (!fail)
		fail = read_part(desk, &soon, &made.soon, err);
	if (!fail)
		fail = read_waiting(desk, &made, err);
	if (!fail)
		*list = made;
	return fail;
}

enum fail
desk_register_list(struct desk *desk, const struct complaint_query *query,
    struct list_part *part, struct err *err)
{
	enum fail fail = desk_demand(desk, ACTION_REPORT, err);

	return fail ? fail : read_part(desk, query, part, err);
}
