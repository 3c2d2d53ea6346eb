#include "domain/calendar.h"

#include <string.h>

static const char *const kind_names[ENTRY_KINDS] = {
	[ENTRY_HOLIDAY] = "libur-nasional",
	[ENTRY_LEAVE] = "cuti-bersama",
	[ENTRY_DECREED] = "keppres",
	[ENTRY_CLOSED] = "tutup",
	[ENTRY_OPEN] = "buka",
};

const char *
entry_kind_name(enum entry_kind kind)
{
	return kind_names[kind];
}

bool
entry_kind_named(const char *name, enum entry_kind *ret_kind)
{
	for (size_t i = 0; i < ENTRY_KINDS; i++) {
		if (strcmp(kind_names[i], name) == 0) {
			*ret_kind = (enum entry_kind)i;
			return true;
		}
	}
	return false;
}

struct calendar
calendar_copy(const struct calendar *calendar, struct arena *arena)
{
	struct calendar copy = *calendar;

	copy.arena = arena;
	copy.room = calendar->n;
	copy.entries =
	    arena_array(arena, calendar->n, sizeof *calendar->entries);
	if (calendar->n > 0)
		memcpy(copy.entries, calendar->entries,
		    calendar->n * sizeof *calendar->entries);
	copy.years_room = calendar->n_years;
	copy.years =
	    arena_array(arena, calendar->n_years, sizeof *calendar->years);
	if (calendar->n_years > 0)
		memcpy(copy.years, calendar->years,
		    calendar->n_years * sizeof *calendar->years);
	return copy;
}

static bool
is_weekend(struct date date)
{
	enum weekday weekday = date_weekday(date);

	return weekday == SATURDAY || weekday == SUNDAY;
}

/* Index of the first entry that is not before date. */
static size_t
first_from(const struct calendar *calendar, struct date date)
{
	size_t low = 0, high = calendar->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (date_compare(calendar->entries[middle].date, date) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

enum fail
calendar_add(struct calendar *calendar, const struct calendar_entry *entry,
    struct err *err)
{
	char date[DATE_TEXT_SIZE];
	size_t at;

	if (!date_is_valid(entry->date))
		return fail_say(err, FAIL_INVALID, "calendar.date", "", NULL);
	date_print_local(entry->date, date);
	if (*entry->name == '\0')
		return fail_say(
		    err, FAIL_INVALID, "calendar.name-missing", date, NULL);
	if (*entry->decree == '\0')
		return fail_say(
		    err, FAIL_INVALID, "calendar.decree-missing", date, NULL);
	if (entry->kind == ENTRY_OPEN && is_weekend(entry->date))
		return fail_say(
		    err, FAIL_INVALID, "calendar.weekend-open", date, NULL);

	at = first_from(calendar, entry->date);
	calendar->entries = arena_grow(calendar->arena, calendar->entries,
	    calendar->n, &calendar->room, sizeof *calendar->entries);
	memmove(&calendar->entries[at + 1], &calendar->entries[at],
	    (calendar->n - at) * sizeof *calendar->entries);
	calendar->entries[at] = (struct calendar_entry){
		.date = entry->date,
		.kind = entry->kind,
		.name = arena_text(calendar->arena, entry->name),
		.decree = arena_text(calendar->arena, entry->decree),
	};
	calendar->n++;
	return FAIL_NONE;
}

enum fail
calendar_add_closure(
    struct calendar *calendar, const struct record *closure, struct err *err)
{
	const char *date = record_text(closure, CLOSURE_DATE);
	const char *kind = record_text(closure, CLOSURE_KIND);
	struct calendar_entry entry = {
		.name = record_text(closure, CLOSURE_NAME),
		.decree = record_text(closure, CLOSURE_DECREE),
	};

	if (!date_parse(date, &entry.date))
		return fail_say(err, FAIL_INVALID, "calendar.date", date, NULL);
	if (!entry_kind_named(kind, &entry.kind))
		return fail_say(err, FAIL_INVALID, "calendar.kind", kind, NULL);
	return calendar_add(calendar, &entry, err);
}

const struct calendar_year *
calendar_year(const struct calendar *calendar, int year)
{
	for (size_t i = 0; i < calendar->n_years; i++)
		if (calendar->years[i].year == year)
			return &calendar->years[i];
	return NULL;
}

bool
calendar_is_loaded(const struct calendar *calendar, int year)
{
	return calendar_year(calendar, year) != NULL;
}

/*
 * The entry that decides over date: a local closure before an opening, an
 * opening before what it opens. NULL when there is none.
 */
static const struct calendar_entry *
deciding(const struct calendar *calendar, struct date date)
{
	const struct calendar_entry *found = NULL;

	for (size_t i = first_from(calendar, date); i < calendar->n; i++) {
		const struct calendar_entry *entry = &calendar->entries[i];

		if (date_compare(entry->date, date) != 0)
			break;
		if (entry->kind == ENTRY_CLOSED)
			return entry;
		if (found == NULL || entry->kind == ENTRY_OPEN)
			found = entry;
	}
	return found;
}

struct day
calendar_day(const struct calendar *calendar, struct date date)
{
	struct day day = {
		.date = date,
		.is_weekend = is_weekend(date),
		.is_provisional = !calendar_is_loaded(calendar, date.year),
		.entry = deciding(calendar, date),
	};

	day.is_working = !day.is_weekend &&
	    (day.entry == NULL || day.entry->kind == ENTRY_OPEN);
	return day;
}

bool
calendar_is_working(const struct calendar *calendar, struct date date)
{
	return calendar_day(calendar, date).is_working;
}

int
calendar_count(const struct calendar *calendar, int year, int month)
{
	struct date date = { (int16_t)year, (int8_t)(month > 0 ? month : 1),
		1 };
	int count = 0;

	for (; date.year == year && (month == 0 || date.month == month);
	     date = date_add(date, 1))
		count += calendar_is_working(calendar, date);
	return count;
}
