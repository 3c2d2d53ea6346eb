#ifndef DOMAIN_CALENDAR_H
#define DOMAIN_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/err.h"
#include "base/problem.h"
#include "domain/record.h"

/*
 * Working days of the office, and what is counted in them.
 *
 * Working days are Monday to Friday (Perpres 21/2023, article 3) without
 * libur nasional, cuti bersama and local closures (data/holidays.tsv and the
 * CLOSURE records). "n hari kerja sejak X": X is day 0, day 1 is the first
 * working day after X, due at the end of day n. "n hari kalender sejak X" is
 * X + n, that day included, holidays counted.
 */

/*
 * What an entry says about its day; entry_kind_name has the word that stands
 * in the table and in CLOSURE.KIND.
 */
enum entry_kind {
	ENTRY_HOLIDAY, /* libur-nasional: in the year's joint decree */
	ENTRY_LEAVE,   /* cuti-bersama: in the year's joint decree */
	ENTRY_DECREED, /* keppres: a holiday outside the joint decree */
	ENTRY_CLOSED,  /* tutup: closed by local decision */
	ENTRY_OPEN,    /* buka: a weekday on the list, worked after all */
	ENTRY_KINDS
};

struct calendar_entry {
	struct date date;
	enum entry_kind kind;
	const char *name;
	const char *decree;
};

/* A year whose joint decree is loaded: all of its days are there. */
struct calendar_year {
	int year;
	int holidays, leave; /* days, as the decree counts them */
	const char *decree;
};

/* By rising date; owned by the arena it was read into. */
struct calendar {
	struct arena *arena;
	struct calendar_entry *entries;
	size_t n, room;
	struct calendar_year *years;
	size_t n_years, years_room;
};

const char *entry_kind_name(enum entry_kind kind);
bool entry_kind_named(const char *name, enum entry_kind *ret_kind)
    must_check nonnull(1, 2);

/*
 * Read the table of holidays: columns date, kind, name, decree. A row whose
 * date is only a year and whose kind is "tahun" says that the year is loaded,
 * its name how many days its decree has ("17 libur nasional, 8 cuti
 * bersama"); that count is compared with the rows.
 *
 * Every problem of the file is added to problems; FAIL_INVALID when there is
 * one. The calendar lives in the arena of problems.
 */
enum fail calendar_read(const char *file, const char *bytes, size_t size,
    struct problems *problems, struct calendar *ret_calendar, struct err *err)
    must_check nonnull(1, 2, 4, 5);

/* One that may be changed without changing the other (names are shared). */
struct calendar calendar_copy(const struct calendar *calendar,
    struct arena *arena) nonnull(1, 2);

/*
 * Add one day by local decision, or by a decree that came after the table. A
 * closure wins over an opening of the same day.
 *
 * FAIL_INVALID, with a fact, when the date does not exist, name or decree is
 * empty, or a Saturday or Sunday is to be opened.
 */
enum fail calendar_add(struct calendar *calendar,
    const struct calendar_entry *entry, struct err *err)
    must_check nonnull(1, 2);

/* The same from a row of CLOSURE. */
enum fail calendar_add_closure(struct calendar *calendar,
    const struct record *closure, struct err *err) must_check nonnull(1, 2);

bool calendar_is_loaded(const struct calendar *calendar, int year) nonnull(1);

/* NULL when the year is not loaded. */
const struct calendar_year *calendar_year(const struct calendar *calendar,
    int year) nonnull(1);

/*
 * What a day is, and why. entry says by which name and decree it is closed
 * (or open); NULL for a plain weekday and a plain weekend.
 */
struct day {
	struct date date;
	bool is_working;
	bool is_weekend;
	bool is_provisional; /* its year is not loaded */
	const struct calendar_entry *entry;
};

struct day calendar_day(const struct calendar *calendar, struct date date)
    nonnull(1);
bool calendar_is_working(const struct calendar *calendar, struct date date)
    nonnull(1);

/* Working days in a month, or with month 0 in the year. */
int calendar_count(const struct calendar *calendar, int year, int month)
    nonnull(1);

/* A date that is promised. */
struct due {
	struct date date;
	bool is_provisional; /* SEMENTARA: it reaches a year not loaded */
};

/* The longest time that can be counted, in working days. */
enum { CALENDAR_DAYS_MAX = 2000 };

/*
 * n working days after from, which is day 0; n 0 is from itself, also when
 * that is no working day.
 *
 * FAIL_INVALID: n is outside 0..CALENDAR_DAYS_MAX, or from is no date, or
 * the dates end before.
 */
enum fail calendar_due(const struct calendar *calendar, struct date from,
    int n, struct due *ret_due, struct err *err) must_check nonnull(1, 4);

/*
 * The same with every day from day 0 to the due day: number is its number
 * (0 for day 0), or -1 when it was skipped.
 */
struct ledger_row {
	struct day day;
	int number;
};

struct ledger {
	struct due due;
	const struct ledger_row *rows;
	size_t n;
};

enum fail calendar_ledger(const struct calendar *calendar, struct date from,
    int n, struct arena *arena, struct ledger *ret_ledger, struct err *err)
    must_check nonnull(1, 4, 5);

/*
 * Working days after a, up to and with b; negative when b is before a.
 * calendar_due(from, n) is n working days after from.
 */
int calendar_working_between(const struct calendar *calendar, struct date a,
    struct date b) nonnull(1);

/* How a promised date stands today. */
struct left {
	bool is_overdue; /* today is after it */
	int days;        /* working days left, or past; 0: due today, or only
			    weekend or holidays lie between */
};

struct left calendar_left(const struct calendar *calendar, struct date today,
    struct date due) nonnull(1);

/* The last day of "n hari kalender sejak from". n at least 0. */
struct date calendar_window(struct date from, int n);

/* Is day inside it? Days before from are outside. */
bool calendar_window_holds(struct date from, int n, struct date day);

#endif
