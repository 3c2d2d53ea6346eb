#include "base/date.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { YEAR_FIRST = 1900, YEAR_LAST = 2199 };

/* Days since 1970-01-01 of 1900-01-01 and of 2199-12-31. */
enum { NUMBER_FIRST = -25567, NUMBER_LAST = 84005 };

static bool
is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int
month_days(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
		31 };

	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

bool
date_is_valid(struct date date)
{
	return date.year >= YEAR_FIRST && date.year <= YEAR_LAST &&
	    date.month >= 1 && date.month <= 12 && date.day >= 1 &&
	    date.day <= month_days(date.year, date.month);
}

bool
date_is_none(struct date date)
{
	return date.year == 0 && date.month == 0 && date.day == 0;
}

/* n digits at text as a number; -1 when one is none. */
static int
read_digits(const char *text, int n)
{
	int number = 0;

	for (int i = 0; i < n; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		number = number * 10 + (text[i] - '0');
	}
	return number;
}

bool
date_parse(const char *text, struct date *ret_date)
{
	struct date date;
	int year, month, day;

	if (strnlen(text, DATE_TEXT_SIZE) != DATE_TEXT_SIZE - 1 ||
	    text[4] != '-' || text[7] != '-')
		return false;
	year = read_digits(text, 4);
	month = read_digits(text + 5, 2);
	day = read_digits(text + 8, 2);
	if (year < 0 || month < 0 || day < 0)
		return false;
	date = (struct date){ (int16_t)year, (int8_t)month, (int8_t)day };
	if (!date_is_valid(date))
		return false;
	*ret_date = date;
	return true;
}

static void
put_digits(char *at, int number, int n)
{
	while (n > 0) {
		at[--n] = (char)('0' + number % 10);
		number /= 10;
	}
}

void
date_print(struct date date, char text[DATE_TEXT_SIZE])
{
	text[0] = '\0';
	if (!date_is_valid(date))
		return;
	memcpy(text, "....-..-..", DATE_TEXT_SIZE);
	put_digits(text, date.year, 4);
	put_digits(text + 5, date.month, 2);
	put_digits(text + 8, date.day, 2);
}

void
date_print_local(struct date date, char text[DATE_TEXT_SIZE])
{
	text[0] = '\0';
	if (!date_is_valid(date))
		return;
	memcpy(text, "../../....", DATE_TEXT_SIZE);
	put_digits(text, date.day, 2);
	put_digits(text + 3, date.month, 2);
	put_digits(text + 6, date.year, 4);
}

int
date_compare(struct date a, struct date b)
{
	if (a.year != b.year)
		return a.year < b.year ? -1 : 1;
	if (a.month != b.month)
		return a.month < b.month ? -1 : 1;
	return (a.day > b.day) - (a.day < b.day);
}

/*
 * Both ways count in years that begin on 1 March, so that the leap day is the
 * last of its year, and in eras of 400 years, which are 146097 days.
 */
int32_t
date_number(struct date date)
{
	int year, era, year_of_era, day_of_year;

	assert(date_is_valid(date));
	year = date.month <= 2 ? date.year - 1 : date.year;
	era = year / 400;
	year_of_era = year - era * 400;
	day_of_year = (153 * ((date.month + 9) % 12) + 2) / 5 + date.day - 1;
	return era * 146097 + year_of_era * 365 + year_of_era / 4 -
	    year_of_era / 100 + day_of_year - 719468;
}

struct date
date_from_number(int32_t number)
{
	int days, era, day_of_era, year_of_era, day_of_year, shifted, month;

	if (number < NUMBER_FIRST || number > NUMBER_LAST)
		return (struct date){ 0 };
	days = number + 719468;
	era = days / 146097;
	day_of_era = days - era * 146097;
	year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 -
			  day_of_era / 146096) /
	    365;
	day_of_year = day_of_era -
	    (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	shifted = (5 * day_of_year + 2) / 153;
	month = shifted < 10 ? shifted + 3 : shifted - 9;
	return (struct date){
		.year = (int16_t)(year_of_era + era * 400 + (month <= 2)),
		.month = (int8_t)month,
		.day = (int8_t)(day_of_year - (153 * shifted + 2) / 5 + 1),
	};
}

struct date
date_add(struct date date, int32_t days)
{
	int32_t number;

	if (__builtin_add_overflow(date_number(date), days, &number))
		return (struct date){ 0 };
	return date_from_number(number);
}

int32_t
date_between(struct date a, struct date b)
{
	return date_number(b) - date_number(a);
}

enum weekday
date_weekday(struct date date)
{
	/* 1970-01-01 was a Thursday. */
	return (enum weekday)(((date_number(date) + THURSDAY) % 7 + 7) % 7);
}
