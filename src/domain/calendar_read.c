#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/tsv.h"
#include "domain/calendar.h"

/* The kind of the row that says a year is loaded. */
static const char year_kind[] = "tahun";

enum { COLUMN_DATE, COLUMN_KIND, COLUMN_NAME, COLUMN_DECREE, COLUMNS_N };

static const char *const columns[COLUMNS_N] = {
	[COLUMN_DATE] = "date",
	[COLUMN_KIND] = "kind",
	[COLUMN_NAME] = "name",
	[COLUMN_DECREE] = "decree",
};

struct reading {
	const struct tsv *tsv;
	struct problems *problems;
	struct calendar calendar;
};

/* "17 libur nasional, 10 cuti bersama" */
static bool
parse_totals(const char *text, struct calendar_year *year)
{
	static const char middle[] = " libur nasional, ";
	char *end;
	long holidays, leave;

	holidays = strtol(text, &end, 10);
	if (end == text || strncmp(end, middle, sizeof middle - 1) != 0)
		return false;
	text = end + sizeof middle - 1;
	leave = strtol(text, &end, 10);
	if (end == text || strcmp(end, " cuti bersama") != 0)
		return false;
	if (holidays < 0 || holidays > 366 || leave < 0 || leave > 366)
		return false;
	year->holidays = (int)holidays;
	year->leave = (int)leave;
	return true;
}

static void
add_year(struct reading *reading, const struct tsv_row *row)
{
	struct calendar *calendar = &reading->calendar;
	const char *text = row->cells[COLUMN_DATE];
	const char *file = reading->tsv->file;
	struct calendar_year year = { .decree = row->cells[COLUMN_DECREE] };
	struct date first;
	char day[DATE_TEXT_SIZE];

	/* A year is one whose first of January exists. */
	memset(day, 0, sizeof day);
	text_copy(day, 5, text);
	memcpy(day + strlen(day), "-01-01", sizeof "-01-01");
	if (strlen(text) != 4 || !date_parse(day, &first)) {
		problems_add(reading->problems, file, row->line,
		    "calendar.year", text, NULL);
		return;
	}
	year.year = first.year;
	if (calendar_is_loaded(calendar, year.year)) {
		problems_add(reading->problems, file, row->line,
		    "calendar.year-twice", text, NULL);
		return;
	}
	if (!parse_totals(row->cells[COLUMN_NAME], &year)) {
		problems_add(reading->problems, file, row->line,
		    "calendar.totals", row->cells[COLUMN_NAME], NULL);
		return;
	}
	calendar->years = arena_grow(calendar->arena, calendar->years,
	    calendar->n_years, &calendar->years_room, sizeof *calendar->years);
	calendar->years[calendar->n_years++] = year;
}

static const char *
likely_kind(const char *kind)
{
	const char *names[ENTRY_KINDS + 1] = { year_kind };
	const char *likely;

	for (size_t i = 0; i < ENTRY_KINDS; i++)
		names[i + 1] = entry_kind_name((enum entry_kind)i);
	likely = text_likely(kind, names, array_length(names));
	return likely != NULL ? likely : "libur-nasional";
}

static bool
is_there(const struct calendar *calendar, struct date date, const char *name)
{
	for (size_t i = 0; i < calendar->n; i++)
		if (date_compare(calendar->entries[i].date, date) == 0 &&
		    strcmp(calendar->entries[i].name, name) == 0)
			return true;
	return false;
}

static void
add_day(struct reading *reading, const struct tsv_row *row)
{
	const char *const *cells = row->cells;
	const char *file = reading->tsv->file;
	struct calendar_entry entry = {
		.name = cells[COLUMN_NAME],
		.decree = cells[COLUMN_DECREE],
	};
	bool has_kind = entry_kind_named(cells[COLUMN_KIND], &entry.kind);
	struct err err = { 0 };

	if (!has_kind)
		problems_add(reading->problems, file, row->line,
		    "calendar.kind-likely", cells[COLUMN_KIND],
		    likely_kind(cells[COLUMN_KIND]), NULL);
	if (!date_parse(cells[COLUMN_DATE], &entry.date)) {
		problems_add(reading->problems, file, row->line,
		    "calendar.date", cells[COLUMN_DATE], NULL);
		return;
	}
	if (!has_kind)
		return;
	if (is_there(&reading->calendar, entry.date, entry.name)) {
		problems_add(reading->problems, file, row->line,
		    "calendar.twice", cells[COLUMN_DATE], entry.name, NULL);
		return;
	}
	if (calendar_add(&reading->calendar, &entry, &err))
		problems_add(reading->problems, file, row->line, err.fact.code,
		    err.fact.arg[0], NULL);
}

static void
compare_count(struct reading *reading, const struct calendar_year *year,
    enum entry_kind kind, int wanted)
{
	const struct calendar *calendar = &reading->calendar;
	char *said, *present;
	int n = 0;

	for (size_t i = 0; i < calendar->n; i++)
		n += calendar->entries[i].date.year == year->year &&
		    calendar->entries[i].kind == kind;
	if (n == wanted)
		return;
	said = arena_print(calendar->arena, "%d", wanted);
	present = arena_print(calendar->arena, "%d", n);
	problems_add(reading->problems, reading->tsv->file, 0, "calendar.count",
	    arena_print(calendar->arena, "%d", year->year), said,
	    entry_kind_name(kind), present, NULL);
}

enum fail
calendar_read(const char *file, const char *bytes, size_t size,
    struct problems *problems, struct calendar *ret_calendar, struct err *err)
{
	struct tsv tsv = { file, columns, COLUMNS_N, NULL, 0 };
	struct reading reading = { .tsv = &tsv, .problems = problems };
	enum fail fail;

	reading.calendar.arena = problems->arena;
	fail = tsv_read(&tsv, bytes, size, problems, err);
	if (fail)
		return fail;
	for (size_t i = 0; i < tsv.n; i++) {
		const struct tsv_row *row = &tsv.rows[i];

		if (strcmp(row->cells[COLUMN_KIND], year_kind) == 0)
			add_year(&reading, row);
		else
			add_day(&reading, row);
	}
	for (size_t i = 0; i < reading.calendar.n_years; i++) {
		const struct calendar_year *year = &reading.calendar.years[i];

		compare_count(&reading, year, ENTRY_HOLIDAY, year->holidays);
		compare_count(&reading, year, ENTRY_LEAVE, year->leave);
	}
	fail = problems_fail(problems, err);
	if (fail)
		return fail;
	*ret_calendar = reading.calendar;
	return FAIL_NONE;
}
