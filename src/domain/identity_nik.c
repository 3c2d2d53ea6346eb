#include <string.h>

#include "base/text.h"
#include "domain/identity.h"

enum {
	DAY_AT = 6,
	MONTH_AT = 8,
	YEAR_AT = 10,
	SERIAL_AT = 12,
	WOMEN_DAY = 40, /* added to the day of birth */
};

/* Two digits at a place. */
static int
two(const char *nik, int at)
{
	return (nik[at] - '0') * 10 + nik[at + 1] - '0';
}

static int
birth_day(const char *nik)
{
	int day = two(nik, DAY_AT);

	return day > WOMEN_DAY ? day - WOMEN_DAY : day;
}

static struct date
birth_date(const char *nik, int century)
{
	struct date date = {
		.year = (int16_t)(century + two(nik, YEAR_AT)),
		.month = (int8_t)two(nik, MONTH_AT),
		.day = (int8_t)birth_day(nik),
	};

	return date;
}

static enum severity
wrong_digits(const char *nik, struct fact *fact)
{
	size_t n = strlen(nik);

	if (!text_is_digits(nik, 0)) {
		fact_set(fact, "nik.not-digits", NULL);
		return WRONG;
	}
	if (n == NIK_DIGITS)
		return FINE;
	fact_set(fact, n < NIK_DIGITS ? "nik.short" : "nik.long", NULL);
	fact_arg(fact, 0, "%zu", n);
	fact_arg(
	    fact, 1, "%zu", n < NIK_DIGITS ? NIK_DIGITS - n : n - NIK_DIGITS);
	return WRONG;
}

static enum severity
wrong_parts(const char *nik, struct fact *fact)
{
	int day = birth_day(nik), month = two(nik, MONTH_AT);

	if (day < 1 || day > 31) {
		fact_set(fact, "nik.day", NULL);
		fact_arg(fact, 0, "%.2s", nik + DAY_AT);
		return WRONG;
	}
	if (month < 1 || month > 12) {
		fact_set(fact, "nik.month", NULL);
		fact_arg(fact, 0, "%.2s", nik + MONTH_AT);
		return WRONG;
	}
	if (strcmp(nik + SERIAL_AT, "0000") == 0) {
		fact_set(fact, "nik.serial", NULL);
		return WRONG;
	}
	return FINE;
}

static bool
is_born_on(const char *nik, struct date date)
{
	return date.year % 100 == two(nik, YEAR_AT) &&
	    date.month == two(nik, MONTH_AT) && date.day == birth_day(nik);
}

static enum severity
doubt_birth(
    const char *nik, const struct nik_context *context, struct fact *fact)
{
	char stated[DATE_TEXT_SIZE];

	if (date_is_none(context->birth_date) ||
	    is_born_on(nik, context->birth_date))
		return FINE;
	date_print_local(context->birth_date, stated);
	fact_set(fact, "nik.birth-date", NULL);
	fact_arg(fact, 0, "%02d/%02d/..%02d", birth_day(nik),
	    two(nik, MONTH_AT), two(nik, YEAR_AT));
	fact_arg(fact, 1, "%s", stated);
	return DOUBT;
}

static enum severity
doubt_region(const char *nik, const struct regions *regions, struct fact *fact)
{
	const struct nik_area *area;
	char code[5];

	text_copy(code, sizeof code, nik);
	switch (region_of_nik(regions, nik)) {
	case REGION_HOME: return FINE;
	case REGION_UNKNOWN:
		fact_set(fact, "nik.region", NULL);
		fact_arg(fact, 0, "%.6s", nik);
		return DOUBT;
	case REGION_ELSEWHERE: break;
	}
	area = area_find(regions, code);
	if (area == NULL) {
		code[2] = '\0';
		area = area_find(regions, code);
	}
	fact_set(fact, "nik.elsewhere", area != NULL ? area->name : code, NULL);
	return FINE;
}

enum severity
nik_check(const char *nik, const struct nik_context *context, struct fact *fact)
{
	if (*nik == '\0')
		return FINE;
	if (wrong_digits(nik, fact) == WRONG || wrong_parts(nik, fact) == WRONG)
		return WRONG;
	if (!date_is_valid(birth_date(nik, 1900)) &&
	    !date_is_valid(birth_date(nik, 2000))) {
		fact_set(fact, "nik.day-of-month", NULL);
		fact_arg(
		    fact, 0, "%02d/%02d", birth_day(nik), two(nik, MONTH_AT));
		return DOUBT;
	}
	if (context == NULL)
		return FINE;
	if (doubt_birth(nik, context, fact) == DOUBT)
		return DOUBT;
	if (context->sex != SEX_UNKNOWN && context->sex != nik_sex(nik)) {
		fact_set(fact,
		    nik_sex(nik) == SEX_FEMALE ? "nik.of-woman" : "nik.of-man",
		    NULL);
		return DOUBT;
	}
	if (context->regions == NULL)
		return FINE;
	return doubt_region(nik, context->regions, fact);
}

size_t
nik_birth_dates(const char *nik, struct date today, struct date ret_dates[2])
{
	size_t n = 0;

	if (*nik == '\0' || wrong_digits(nik, NULL) == WRONG ||
	    wrong_parts(nik, NULL) == WRONG)
		return 0;
	for (int century = 2000; century >= 1900; century -= 100) {
		struct date date = birth_date(nik, century);

		if (date_is_valid(date) && date_compare(date, today) <= 0)
			ret_dates[n++] = date;
	}
	return n;
}

enum sex
nik_sex(const char *nik)
{
	if (*nik == '\0' || wrong_digits(nik, NULL) == WRONG ||
	    wrong_parts(nik, NULL) == WRONG)
		return SEX_UNKNOWN;
	return two(nik, DAY_AT) > WOMEN_DAY ? SEX_FEMALE : SEX_MALE;
}
