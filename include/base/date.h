#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"

/*
 * Civil dates of the Gregorian calendar, 1900-01-01 to 2199-12-31. No time of
 * day and no zones: see base/clock.h. { 0 } is "no date".
 */
struct date {
	int16_t year;
	int8_t month, day; /* 1..12, 1..31 */
};

enum weekday { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY };

enum { DATE_TEXT_SIZE = 11 };

bool date_is_valid(struct date date);
bool date_is_none(struct date date);

/* Strict "YYYY-MM-DD"; false for anything else, also for 2023-02-29. */
bool date_parse(const char *text, struct date *ret_date)
    must_check nonnull(1, 2);

/* "YYYY-MM-DD"; "" for no date. */
void date_print(struct date date, char text[DATE_TEXT_SIZE]) nonnull(2);

/* "DD/MM/YYYY", the way people here write it; "" for no date. */
void date_print_local(struct date date, char text[DATE_TEXT_SIZE]) nonnull(2);

/* <0, 0, >0. */
int date_compare(struct date a, struct date b);

/*
 * Days since 1970-01-01, and back. The date must be valid (asserted, here and
 * below); a number outside the calendar gives no date.
 */
int32_t date_number(struct date date);
struct date date_from_number(int32_t number);

/* No date when the sum falls outside the calendar. */
struct date date_add(struct date date, int32_t days);

/* b - a, in days. */
int32_t date_between(struct date a, struct date b);

enum weekday date_weekday(struct date date);

#endif
