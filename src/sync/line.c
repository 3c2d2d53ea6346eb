#include "sync/line.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "domain/number.h"

void
line_hex(struct buf *text, const uint8_t *bytes, size_t size)
{
	buf_char(text, ' ');
	for (size_t i = 0; i < size; i++)
		buf_print(text, "%02x", bytes[i]);
}

void
line_id(struct buf *text, const struct id *id)
{
	line_hex(text, id->byte, ID_SIZE);
}

bool
line_is(const struct directive *line, size_t i, const char *word)
{
	const char *text = directive_word(line, i);

	return text != NULL && strcmp(text, word) == 0;
}

static int
digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool
line_get_hex(
    const struct directive *line, size_t i, uint8_t *bytes, size_t size)
{
	const char *text = directive_word(line, i);

	if (text == NULL || strlen(text) != 2 * size)
		return false;
	for (size_t at = 0; at < size; at++) {
		int high = digit(text[2 * at]), low = digit(text[2 * at + 1]);

		if (high < 0 || low < 0)
			return false;
		bytes[at] = (uint8_t)(high << 4 | low);
	}
	return true;
}

bool
line_get_id(const struct directive *line, size_t i, struct id *id)
{
	return line_get_hex(line, i, id->byte, ID_SIZE);
}

bool
line_get_number(
    const struct directive *line, size_t i, uint64_t limit, uint64_t *number)
{
	const char *text = directive_word(line, i);
	char *end;

	if (text == NULL || *text < '0' || *text > '9')
		return false;
	errno = 0;
	*number = strtoull(text, &end, 10);
	return errno == 0 && *end == '\0' && *number <= limit;
}

bool
line_get_ms(const struct directive *line, size_t i, int64_t *ms)
{
	uint64_t number;

	if (!line_get_number(line, i, INT64_MAX, &number))
		return false;
	*ms = (int64_t)number;
	return true;
}

bool
line_get_station(
    const struct directive *line, size_t i, char *station, char *letter)
{
	const char *code = directive_word(line, i);
	const char *series = directive_word(line, i + 1);

	if (code == NULL || series == NULL || !station_is_valid(code) ||
	    series[0] < 'A' || series[0] > 'Z' || series[1] != '\0')
		return false;
	memcpy(station, code, strlen(code) + 1);
	*letter = series[0];
	return true;
}
