#include "forms/smart_date.h"

#include <string.h>

#include "base/text.h"
#include "domain/calendar.h"

enum {
	TYPED_MAX = 32,
	PARTS_MAX = 3,
	YEARS_AHEAD = 10,      /* of a year of two digits */
	BIRTH_YEARS_MAX = 120, /* nobody is known to be older */
};

static enum severity
wrong(struct fact *fact, const char *code, const char *arg)
{
	fact_set(fact, code, arg, NULL);
	return WRONG;
}

/* Lower case, blanks at both ends cut; false when it is too long. */
static bool
plain(const char *typed, char text[TYPED_MAX])
{
	if (strlen(typed) >= TYPED_MAX)
		return false;
	text_copy(text, TYPED_MAX, typed);
	for (char *at = text; *at != '\0'; at++)
		if (*at >= 'A' && *at <= 'Z')
			*at = (char)(*at - 'A' + 'a');
	return true;
}

static bool
is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static bool
is_letter(char byte)
{
	return byte >= 'a' && byte <= 'z';
}

/* n digits as a number. */
static int
number_of(const char *digits, size_t n)
{
	int number = 0;

	for (size_t i = 0; i < n; i++)
		number = number * 10 + (digits[i] - '0');
	return number;
}

/* The day that is steps days from date, or none when it is out of range. */
static struct date
days_from(struct date date, int steps)
{
	struct date moved = date_add(date, steps);

	return date_is_valid(moved) ? moved : (struct date){ 0 };
}

static struct date
working_days_from(const struct calendar *calendar, struct date date, int steps)
{
	int way = steps < 0 ? -1 : 1;

	while (steps != 0 && date_is_valid(date)) {
		date = days_from(date, way);
		if (date_is_valid(date) && calendar_is_working(calendar, date))
			steps -= way;
	}
	return date;
}

/* "+", "--": as many days from the date that stands there. */
static bool
read_steps(
    const char *text, const struct date_rule *rule, struct date *ret_date)
{
	struct date standing =
	    date_is_none(rule->standing) ? rule->today : rule->standing;
	size_t n = strspn(text, *text == '+' ? "+" : "-");

	if (n == 0 || text[n] != '\0')
		return false;
	*ret_date = days_from(standing, *text == '+' ? (int)n : -(int)n);
	return true;
}

/*
 * Dates from today: h, k, b, h+3, -3, +14k. Returns false when text is not of
 * that kind; *ret_severity is WRONG when it is and cannot be counted.
 */
static bool
read_relative(const char *text, const struct date_rule *rule,
    struct date *ret_date, enum severity *ret_severity, struct fact *fact)
{
	const char *at = text;
	size_t digits;
	int days;

	*ret_severity = FINE;
	if (read_steps(text, rule, ret_date))
		return true;
	if (strchr("hkb", *at) != NULL && at[1] == '\0') {
		days = *at == 'k' ? -1 : *at == 'b';
		*ret_date = days_from(rule->today, days);
		return true;
	}
	at += *at == 'h';
	if (*at != '+' && *at != '-')
		return false;
	digits = strspn(at + 1, "0123456789");
	if (digits == 0 || digits > 4 ||
	    (at[1 + digits] != '\0' && strcmp(at + 1 + digits, "k") != 0))
		return false;
	days = number_of(at + 1, digits);
	if (*at == '-')
		days = -days;
	if (at[1 + digits] == '\0') {
		*ret_date = days_from(rule->today, days);
	} else if (rule->calendar == NULL) {
		*ret_severity = wrong(fact, "date.no-calendar", NULL);
	} else {
		*ret_date =
		    working_days_from(rule->calendar, rule->today, days);
	}
	return true;
}

/* A run of digits or of letters. */
struct part {
	const char *text;
	size_t size;
};

/* Cut text into parts; 0 when it cannot be a date. */
static size_t
cut(const char *text, struct part parts[PARTS_MAX])
{
	size_t n = 0;

	while (*text != '\0') {
		size_t size = 0;

		if (n == PARTS_MAX)
			return 0;
		while (is_digit(*text) ? is_digit(text[size]) :
					 is_letter(text[size]))
			size++;
		if (size == 0)
			return 0;
		parts[n++] = (struct part){ text, size };
		text += size;
		if (*text == '\0')
			return n;
		/* One separator, which may have blanks around it. */
		text += strspn(text, " ");
		if (*text != '\0' && strchr("/.-", *text) != NULL)
			text++;
		text += strspn(text, " ");
		if (*text == '\0')
			return 0;
	}
	return n;
}

/* 1 to 12 of a number or a name of three letters or more; 0: none. */
static int
month_of(const struct part *part)
{
	static const struct {
		const char *name;
		int month;
	} names[] = { { "januari", 1 }, { "februari", 2 }, { "pebruari", 2 },
		{ "maret", 3 }, { "april", 4 }, { "mei", 5 }, { "may", 5 },
		{ "juni", 6 }, { "juli", 7 }, { "agustus", 8 }, { "agt", 8 },
		{ "ags", 8 }, { "aug", 8 }, { "september", 9 },
		{ "oktober", 10 }, { "october", 10 }, { "november", 11 },
		{ "nopember", 11 }, { "desember", 12 }, { "december", 12 } };
	int month;

	if (is_digit(*part->text)) {
		month = part->size <= 2 ? number_of(part->text, part->size) : 0;
		return month >= 1 && month <= 12 ? month : 0;
	}
	for (size_t i = 0; i < array_length(names); i++)
		if (part->size >= 3 &&
		    strncmp(names[i].name, part->text, part->size) == 0)
			return names[i].month;
	return 0;
}

/* Day, month and year as they were written; year -1: not written. */
struct written {
	int day, month, year;
	bool has_century;
};

static bool
take_year(const struct part *part, struct written *written)
{
	if (!is_digit(*part->text) || (part->size != 2 && part->size != 4))
		return false;
	written->year = number_of(part->text, part->size);
	written->has_century = part->size == 4;
	return true;
}

/* One run of digits: 24, 2411, 241126, 24112026. */
static bool
take_run(const struct part *run, struct written *written)
{
	struct part month = { run->text + 2, 2 };
	struct part year = { run->text + 4, run->size - 4 };

	if (!is_digit(*run->text))
		return false;
	if (run->size <= 2) {
		written->day = number_of(run->text, run->size);
		return true;
	}
	if (run->size != 4 && run->size != 6 && run->size != 8)
		return false;
	written->day = number_of(run->text, 2);
	written->month = number_of(month.text, 2);
	return run->size == 4 || take_year(&year, written);
}

static bool
take_parts(const struct part *parts, size_t n, struct written *written)
{
	const struct part *day = &parts[0], *year = &parts[2];

	if (n == 1)
		return take_run(&parts[0], written);
	if (n == 3 && parts[0].size == 4 && is_digit(*parts[0].text)) {
		day = &parts[2];
		year = &parts[0];
	}
	if (n == 0 || !is_digit(*day->text) || day->size > 2)
		return false;
	written->day = number_of(day->text, day->size);
	written->month = month_of(&parts[1]);
	if (is_letter(*parts[1].text) && written->month == 0)
		return false;
	return n == 2 || take_year(year, written);
}

/* The date that is meant by what was written. */
static struct date
complete(const struct written *written, const struct date_rule *rule)
{
	int year = written->year;
	struct date date = {
		.month = (int8_t)(written->month < 0 ? rule->today.month :
						       written->month),
		.day = (int8_t)written->day,
	};

	if (year < 0)
		year = rule->today.year;
	else if (!written->has_century)
		year +=
		    year + 2000 > rule->today.year + YEARS_AHEAD ? 1900 : 2000;
	date.year = (int16_t)year;
	if (written->year >= 0 && !written->has_century && rule->is_birth &&
	    date_compare(date, rule->today) > 0)
		date.year = (int16_t)(date.year - 100);
	return date;
}

static enum severity
read_written(const char *text, const struct date_rule *rule,
    struct date *ret_date, struct fact *fact)
{
	struct part parts[PARTS_MAX] = { { NULL, 0 } };
	struct written written = { -1, -1, -1, false };
	struct date date;

	if (!take_parts(parts, cut(text, parts), &written))
		return wrong(fact, "date.unreadable", text);
	if (rule->is_birth && written.year < 0)
		return wrong(fact, "date.no-year", NULL);
	date = complete(&written, rule);
	if (!date_is_valid(date)) {
		fact_set(fact, "date.no-such-day", NULL);
		fact_arg(
		    fact, 0, "%02d/%02d/%d", date.day, date.month, date.year);
		return WRONG;
	}
	*ret_date = date;
	return FINE;
}

static const char *
read_code(enum weekday weekday)
{
	switch (weekday) {
	case MONDAY: return "date.read-monday";
	case TUESDAY: return "date.read-tuesday";
	case WEDNESDAY: return "date.read-wednesday";
	case THURSDAY: return "date.read-thursday";
	case FRIDAY: return "date.read-friday";
	case SATURDAY: return "date.read-saturday";
	case SUNDAY: return "date.read-sunday";
	}
	return "";
}

enum severity
smart_date_check(
    struct date date, const struct date_rule *rule, struct fact *fact)
{
	char shown[DATE_TEXT_SIZE];

	if (!date_is_valid(date))
		return wrong(fact, "date.range", NULL);
	date_print_local(date, shown);
	if ((rule->is_birth || !rule->may_be_future) &&
	    date_compare(date, rule->today) > 0)
		return wrong(fact, "date.future", shown);
	if (rule->is_birth && date.year < rule->today.year - BIRTH_YEARS_MAX) {
		fact_set(fact, "date.old", shown, NULL);
		return DOUBT;
	}
	fact_set(fact, read_code(date_weekday(date)), shown, NULL);
	return FINE;
}

enum severity
smart_date_read(const char *typed, const struct date_rule *rule,
    struct date *ret_date, struct fact *fact)
{
	char text[TYPED_MAX];
	struct date date = { 0 };
	enum severity severity = FINE;

	if (!plain(typed, text) || *text == '\0')
		return wrong(fact, "date.unreadable", typed);
	if (!read_relative(text, rule, &date, &severity, fact))
		severity = read_written(text, rule, &date, fact);
	if (severity == WRONG)
		return WRONG;
	severity = smart_date_check(date, rule, fact);
	if (severity != WRONG)
		*ret_date = date;
	return severity;
}
