#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "domain/kbli.h"
#include "forms/kind.h"

/*
 * KBLI: a code of five digits with its edition, chosen by code or by words of
 * its title. Typed: 22210, 22210/2020, 22210 (2020), "plastik bangunan".
 */
enum { EDITION_DIGITS = 4, ROWS_MAX = 16, TYPED_MAX = 120 };

/* Code and, when written, edition; false when it is no code. */
static bool
take_code(const char *typed, char code[KBLI_DIGITS + 1],
    char edition[EDITION_DIGITS + 1])
{
	size_t digits = strspn(typed, "0123456789");
	const char *rest = typed + digits;

	if (digits != KBLI_DIGITS)
		return false;
	memcpy(code, typed, digits);
	code[digits] = '\0';
	edition[0] = '\0';
	rest += strspn(rest, " ");
	if (*rest == '\0')
		return true;
	if (*rest != '/' && *rest != '(')
		return false;
	rest++;
	if (strspn(rest, "0123456789") != EDITION_DIGITS)
		return false;
	memcpy(edition, rest, EDITION_DIGITS);
	edition[EDITION_DIGITS] = '\0';
	rest += EDITION_DIGITS;
	return *rest == '\0' || *rest == ')';
}

static enum severity
unknown(const char *code, const char *edition, struct fact *fact)
{
	fact_set(fact, "field.kbli-unknown", code, edition, NULL);
	return DOUBT;
}

static struct field_reading
keep(const char *code, const char *edition, struct buf *stored)
{
	struct field_reading reading = { .severity = FINE };

	buf_text(stored, code);
	snprintf(reading.edition, sizeof reading.edition, "%s", edition);
	return reading;
}

/* By words of the title, or the beginning of a code. */
static struct field_reading
read_words(
    const char *typed, const struct kbli_table *table, struct buf *stored)
{
	struct field_reading reading = { .severity = WRONG };
	size_t indexes[ROWS_MAX], found = 0;

	if (strlen(typed) <= TYPED_MAX)
		found = kbli_search(table, typed, indexes, ROWS_MAX);
	if (found == 1)
		return keep(table->list[indexes[0]].code,
		    table->list[indexes[0]].edition, stored);
	fact_set(&reading.fact, found == 0 ? "field.none" : "field.several",
	    typed, NULL);
	fact_arg(&reading.fact, 1, "%zu", found);
	return reading;
}

static struct field_reading
read_kbli(const struct field *field, const char *typed,
    const struct field_context *context, struct buf *stored)
{
	struct field_reading reading = { .severity = WRONG };
	char code[KBLI_DIGITS + 1], edition[EDITION_DIGITS + 1];
	const struct kbli *kbli;

	(void)field;
	if (!take_code(typed, code, edition)) {
		bool is_long =
		    text_is_digits(typed, 0) && strlen(typed) > KBLI_DIGITS;

		if (context->kbli != NULL && !is_long)
			return read_words(typed, context->kbli, stored);
		kbli_code_check(typed, &reading.fact);
		return reading;
	}
	if (context->kbli == NULL)
		return keep(code, edition, stored);
	kbli =
	    kbli_find(context->kbli, code, *edition == '\0' ? NULL : edition);
	reading = keep(code, kbli == NULL ? edition : kbli->edition, stored);
	if (kbli == NULL)
		reading.severity = unknown(code, edition, &reading.fact);
	return reading;
}

static enum severity
check_kbli(const struct field *field, const char *stored,
    const struct field_context *context, struct fact *fact)
{
	const char *edition = kind_other(context, field->edition);

	if (kbli_code_check(stored, fact) == WRONG)
		return WRONG;
	if (context->kbli != NULL &&
	    kbli_find(context->kbli, stored,
		*edition == '\0' ? NULL : edition) == NULL)
		return unknown(stored, edition, fact);
	return FINE;
}

/* "22210 (2020) = 22201": the same activity in the other edition. */
static void
print_kbli(const struct field *field, const char *stored,
    const struct field_context *context, struct buf *out)
{
	const char *edition = kind_other(context, field->edition);
	const struct kbli *kbli = NULL, *other = NULL;

	buf_text(out, stored);
	if (*edition == '\0')
		return;
	buf_print(out, " (%s)", edition);
	if (context->kbli != NULL)
		kbli = kbli_find(context->kbli, stored, edition);
	if (kbli != NULL)
		other = kbli_other(context->kbli, kbli);
	if (other != NULL)
		buf_print(out, " = %s", other->code);
}

const struct field_kind kind_kbli = {
	.name = "kbli",
	.size = 60,
	.width = 22,
	.lookup = "kbli",
	.accepts = kind_accepts_words,
	.read = read_kbli,
	.check = check_kbli,
	.print = print_kbli,
};
