#ifndef DOMAIN_NUMBER_H
#define DOMAIN_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"

/*
 * Register numbers as text: "L03-2026-0412" for applications,
 * "P-L05-2026-0012" for complaints and suggestions of every kind. A station
 * is L and two or three digits; the letter after it is the series: none for a
 * station's first database, B for its second life, to Z. The sequence has
 * four digits and grows. Which number is next: store/number.h.
 */
enum register_book { BOOK_APPLICATION, BOOK_COMPLAINT };

enum {
	STATION_SIZE = 5, /* "L03", "L103" */
	REGISTER_NUMBER_SIZE = 32,
	REGISTER_SEQUENCE_MAX = 9999999,
};

struct register_number {
	enum register_book book;
	char station[STATION_SIZE];
	char series; /* 'A' (not written) to 'Z' */
	int year;
	int32_t sequence;
};

bool station_is_valid(const char *station) nonnull(1);

/* The series of a station's next life; 0 after 'Z'. */
char series_next(char series);

/* number must be valid. */
void register_number_print(const struct register_number *number,
    char text[REGISTER_NUMBER_SIZE]) nonnull(1, 2);

/* Exactly as printed; false otherwise, *ret_number untouched. */
bool register_number_parse(const char *text,
    struct register_number *ret_number) must_check nonnull(1, 2);

/*
 * As a person types it in a search: lower case, blanks, zeros left out
 * ("l3 2026 412", "p-l5-2026-12").
 */
bool register_number_parse_typed(const char *text,
    struct register_number *ret_number) must_check nonnull(1, 2);

/* By book, year, station, series, sequence: <0, 0, >0. */
int register_number_compare(const struct register_number *a,
    const struct register_number *b) nonnull(1, 2);

#endif
