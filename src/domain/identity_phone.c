#include <string.h>

#include "base/text.h"
#include "domain/identity.h"

/* What a telephone number is written with besides digits. */
static bool
is_decoration(char byte)
{
	return byte != '\0' && strchr(" .-/()", byte) != NULL;
}

/*
 * The digits of a number, a leading + kept. false when something else stands
 * in it, or it is longer than any number.
 */
static bool
strip_phone(const char *typed, char digits[IDENTITY_SIZE])
{
	size_t n = 0;

	for (const char *at = typed; *at != '\0'; at++) {
		bool is_plus = *at == '+' && n == 0;

		if (is_decoration(*at))
			continue;
		if (!is_plus && (*at < '0' || *at > '9'))
			return false;
		if (n + 2 > IDENTITY_SIZE)
			return false;
		digits[n++] = *at;
	}
	digits[n] = '\0';
	return n > 0;
}

/* The number after the country, or NULL when it is another country's. */
static const char *
national(const char *digits)
{
	if (*digits == '+') {
		if (strncmp(digits, "+62", 3) != 0)
			return NULL;
		digits += 3;
	} else if (strncmp(digits, "0062", 4) == 0) {
		/* 00 is dialled for the plus. */
		digits += 4;
	} else if (strncmp(digits, "00", 2) == 0) {
		return NULL;
	} else if (strncmp(digits, "62", 2) == 0 && strlen(digits) >= 10) {
		/* A number of area 062x without its 0 is seldom so long. */
		digits += 2;
	}
	/* "+62 (0) 812": the 0 is not dialled after the country. */
	return digits + strspn(digits, "0");
}

void
phone_clean(const char *typed, char stored[IDENTITY_SIZE])
{
	char digits[IDENTITY_SIZE] = { 0 };
	const char *number;

	if (!strip_phone(typed, digits)) {
		text_copy(stored, IDENTITY_SIZE, typed);
		return;
	}
	number = national(digits);
	if (number == NULL) {
		const char *foreign = *digits == '+' ? digits + 1 : digits + 2;

		stored[0] = '+';
		text_copy(stored + 1, IDENTITY_SIZE - 1, foreign);
		return;
	}
	memcpy(stored, "+62", 3);
	text_copy(stored + 3, IDENTITY_SIZE - 3, number);
}

static bool
is_mobile(const char *number)
{
	return number[0] == '8';
}

enum severity
phone_check(const char *stored, struct fact *fact)
{
	const char *number = stored + 3;
	size_t n, least, most;

	if (*stored == '\0')
		return FINE;
	if (*stored != '+' || !text_is_digits(stored + 1, 0)) {
		fact_set(fact, "phone.not-digits", NULL);
		return DOUBT;
	}
	if (strncmp(stored, "+62", 3) != 0) {
		if (strlen(stored + 1) <= PHONE_DIGITS_MAX)
			return FINE;
		fact_set(fact, "phone.foreign", NULL);
		return DOUBT;
	}
	/* Digits after the country, by the numbering plan: mobile numbers
	 * 81.. to 89.. without 84, fixed ones of area codes 2 to 9. */
	n = strlen(number);
	least = is_mobile(number) ? 9 : 7;
	most = is_mobile(number) ? 12 : 11;
	if (n < least || n > most) {
		fact_set(fact, n < least ? "phone.short" : "phone.long", NULL);
		fact_arg(fact, 0, "%zu", n + 1);
		return DOUBT;
	}
	if (number[0] < '2' ||
	    (is_mobile(number) && (number[1] == '0' || number[1] == '4'))) {
		fact_set(fact, "phone.prefix", NULL);
		fact_arg(fact, 0, "0%.2s", number);
		return DOUBT;
	}
	return FINE;
}

/* Area codes of two digits; all others have three. */
static size_t
area_size(const char *number)
{
	static const char *const two[] = { "21", "22", "24", "31", "61" };

	for (size_t i = 0; i < array_length(two); i++)
		if (strncmp(number, two[i], 2) == 0)
			return 2;
	return 3;
}

void
phone_print(const char *stored, char text[IDENTITY_SIZE])
{
	const char *number = stored + 3;
	struct fact line = { 0 };
	size_t n;

	if (strncmp(stored, "+62", 3) != 0 || !text_is_digits(number, 0) ||
	    strlen(number) < 7) {
		text_copy(text, IDENTITY_SIZE, stored);
		return;
	}
	if (is_mobile(number)) {
		fact_arg(
		    &line, 0, "0%.3s-%.4s-%s", number, number + 3, number + 7);
		n = strlen(line.arg[0]);
		if (line.arg[0][n - 1] == '-')
			line.arg[0][n - 1] = '\0';
	} else {
		n = area_size(number);
		fact_arg(&line, 0, "(0%.*s) %s", (int)n, number, number + n);
	}
	text_copy(text, IDENTITY_SIZE, line.arg[0]);
}
