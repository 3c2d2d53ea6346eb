#include "domain/number.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { YEAR_FIRST = 2000, YEAR_LAST = 2199, STATION_LAST = 999 };

static bool
is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

bool
station_is_valid(const char *station)
{
	size_t size = strlen(station);

	if (station[0] != 'L' || (size != 3 && size != 4))
		return false;
	for (size_t i = 1; i < size; i++)
		if (!is_digit(station[i]))
			return false;
	/* Two digits as long as they do: "L003" would be L03 again. */
	return size == 4 ? station[1] != '0' : strcmp(station, "L00") != 0;
}

char
series_next(char series)
{
	return series >= 'A' && series < 'Z' ? (char)(series + 1) : '\0';
}

void
register_number_print(
    const struct register_number *number, char text[REGISTER_NUMBER_SIZE])
{
	char series[2] = { number->series == 'A' ? '\0' : number->series };

	snprintf(text, REGISTER_NUMBER_SIZE, "%s%s%s-%04d-%04d",
	    number->book == BOOK_COMPLAINT ? "P-" : "", number->station, series,
	    number->year, (int)number->sequence);
}

/* Read at most most digits; false when there is none, or the next is one. */
static bool
take_number(const char **text, size_t most, int *ret_value)
{
	const char *at = *text;
	int value = 0;
	size_t n = 0;

	for (; is_digit(*at) && n < most; n++)
		value = value * 10 + (*at++ - '0');
	if (n == 0 || is_digit(*at))
		return false;
	*text = at;
	*ret_value = value;
	return true;
}

/* Between the parts; nothing is needed where a letter meets a digit. */
static void
skip_gap(const char **text)
{
	*text += strspn(*text, " -./");
}

static bool
take_station(const char **text, struct register_number *number)
{
	int station;

	if (**text != 'L' && **text != 'l')
		return false;
	(*text)++;
	if (!take_number(text, 3, &station) || station < 1)
		return false;
	snprintf(number->station, sizeof number->station, "L%02u",
	    (unsigned)station % (STATION_LAST + 1u));
	number->series = 'A';
	if (**text >= 'a' && **text <= 'z')
		number->series = (char)(*(*text)++ - 'a' + 'A');
	else if (**text >= 'A' && **text <= 'Z')
		number->series = *(*text)++;
	return true;
}

bool
register_number_parse_typed(
    const char *text, struct register_number *ret_number)
{
	struct register_number number = { .book = BOOK_APPLICATION };
	int sequence;

	skip_gap(&text);
	if (*text == 'P' || *text == 'p') {
		number.book = BOOK_COMPLAINT;
		text++;
		skip_gap(&text);
	}
	if (!take_station(&text, &number))
		return false;
	skip_gap(&text);
	if (!take_number(&text, 4, &number.year))
		return false;
	if (number.year < 100)
		number.year += YEAR_FIRST;
	skip_gap(&text);
	if (!take_number(&text, 7, &sequence))
		return false;
	skip_gap(&text);
	if (*text != '\0' || sequence < 1 || number.year < YEAR_FIRST ||
	    number.year > YEAR_LAST)
		return false;
	number.sequence = sequence;
	*ret_number = number;
	return true;
}

bool
register_number_parse(const char *text, struct register_number *ret_number)
{
	struct register_number number;
	char printed[REGISTER_NUMBER_SIZE];

	if (!register_number_parse_typed(text, &number))
		return false;
	register_number_print(&number, printed);
	if (strcmp(printed, text) != 0)
		return false;
	*ret_number = number;
	return true;
}

int
register_number_compare(
    const struct register_number *a, const struct register_number *b)
{
	int station = strcmp(a->station, b->station);

	if (a->book != b->book)
		return a->book < b->book ? -1 : 1;
	if (a->year != b->year)
		return a->year < b->year ? -1 : 1;
	if (strlen(a->station) != strlen(b->station))
		return strlen(a->station) < strlen(b->station) ? -1 : 1;
	if (station != 0)
		return station;
	if (a->series != b->series)
		return a->series < b->series ? -1 : 1;
	return (a->sequence > b->sequence) - (a->sequence < b->sequence);
}
