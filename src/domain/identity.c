#include "domain/identity.h"

#include <string.h>

#include "base/text.h"

/* What people write between digits, hyphens and dashes of print included. */
static bool
is_between_digits(uint32_t point)
{
	switch (point) {
	case ' ':
	case '\t':
	case '\n':
	case '.':
	case '-':
	case '/':
	case 0xa0:
	case 0x2010:
	case 0x2011:
	case 0x2012:
	case 0x2013: return true;
	}
	return false;
}

void
identity_clean(const char *typed, char *into, size_t size)
{
	size_t length, n = 0;
	uint32_t point;

	for (; *typed != '\0'; typed += length) {
		length = text_decode(typed, strlen(typed), &point);
		if (length == 0)
			break;
		if (is_between_digits(point))
			continue;
		if (n + length + 1 > size)
			break;
		memcpy(into + n, typed, length);
		n += length;
	}
	into[n] = '\0';
}

/* Digits of exactly that number, or WRONG with code and the number of them. */
static enum severity
digits_check(const char *text, size_t n, const char *not_digits,
    const char *length, struct fact *fact)
{
	if (*text == '\0')
		return FINE;
	if (!text_is_digits(text, 0)) {
		fact_set(fact, not_digits, NULL);
		return WRONG;
	}
	if (strlen(text) != n) {
		fact_set(fact, length, NULL);
		fact_arg(fact, 0, "%zu", strlen(text));
		return WRONG;
	}
	return FINE;
}

enum severity
nib_check(const char *nib, struct fact *fact)
{
	return digits_check(
	    nib, NIB_DIGITS, "nib.not-digits", "nib.length", fact);
}

enum severity
kbli_code_check(const char *code, struct fact *fact)
{
	return digits_check(
	    code, KBLI_DIGITS, "kbli.not-digits", "kbli.length", fact);
}

char
npwp_check_digit(const char *npwp)
{
	int sum = 0;

	/* Eight digits, the even ones doubled, digits of the products added. */
	for (int i = 0; i < 8; i++) {
		int product = (npwp[i] - '0') * (i % 2 == 0 ? 1 : 2);

		sum += product / 10 + product % 10;
	}
	return (char)('0' + (10 - sum % 10) % 10);
}

enum severity
npwp_check(const char *npwp, struct fact *fact)
{
	size_t size = strlen(npwp);
	const char *old = npwp;

	if (size == 0)
		return FINE;
	if (!text_is_digits(npwp, 0)) {
		fact_set(fact, "npwp.not-digits", NULL);
		return WRONG;
	}
	if (size != NPWP_DIGITS && size != NPWP_DIGITS_NEW) {
		fact_set(fact, "npwp.length", NULL);
		fact_arg(fact, 0, "%zu", size);
		return WRONG;
	}
	if (size == NPWP_DIGITS_NEW && npwp[0] != '0') {
		if (nik_check(npwp, NULL, NULL) == FINE)
			return FINE;
		fact_set(fact, "npwp.nik", NULL);
		return DOUBT;
	}
	if (size == NPWP_DIGITS_NEW)
		old++;
	if (npwp_check_digit(old) == old[8])
		return FINE;
	fact_set(fact, "npwp.check-digit", NULL);
	fact_arg(fact, 0, "%c", old[8]);
	return DOUBT;
}

/*
 * Digits in the places of a picture: '9' takes the next digit, all else is
 * put as it is. The text itself when it is not digits, as many as the picture
 * has.
 */
static void
print_picture(const char *digits, const char *picture, char text[IDENTITY_SIZE])
{
	size_t wanted = 0, n = 0;

	for (const char *at = picture; *at != '\0'; at++)
		wanted += *at == '9';
	if (!text_is_digits(digits, wanted)) {
		text_copy(text, IDENTITY_SIZE, digits);
		return;
	}
	for (; *picture != '\0'; picture++) {
		if (*picture == '9')
			text[n++] = *digits++;
		else
			text[n++] = *picture;
	}
	text[n] = '\0';
}

void
nik_print(const char *nik, char text[IDENTITY_SIZE])
{
	print_picture(nik, "9999 9999 9999 9999", text);
}

void
npwp_print(const char *npwp, char text[IDENTITY_SIZE])
{
	if (strlen(npwp) == NPWP_DIGITS)
		print_picture(npwp, "99.999.999.9-999.999", text);
	else
		print_picture(npwp, "9999 9999 9999 9999", text);
}

void
nik_mask(const char *nik, char text[IDENTITY_SIZE])
{
	size_t shown = 4;

	text[0] = '\0';
	if (*nik == '\0')
		return;
	memset(text, '*', NIK_DIGITS);
	text[NIK_DIGITS] = '\0';
	if (text_is_digits(nik, NIK_DIGITS))
		memcpy(
		    text + NIK_DIGITS - shown, nik + NIK_DIGITS - shown, shown);
}
