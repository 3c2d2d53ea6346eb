#include <string.h>

#include "base/text.h"
#include "forms/kind.h"

/* One or some of the choices that stand in the form file. */

enum { CODE_TYPED_MAX = 120 };

/* Codes that are numbers themselves: then places have none. */
static bool
has_number_codes(const struct field *field)
{
	for (size_t i = 0; i < field->n_choices; i++)
		if (text_is_digits(field->choices[i].code, 0))
			return true;
	return false;
}

/* Codes of one letter, as the standard marks its clauses: shown in the place
 * of numbers. */
static bool
has_letters(const struct field *field)
{
	for (size_t i = 0; i < field->n_choices; i++)
		if (strlen(field->choices[i].code) != 1)
			return false;
	return !has_number_codes(field);
}

/* The choice as it is shown: "b Loket Pengaduan"; NULL for none. */
static const struct field_choice *
lettered_choice(const struct field *field, const char *typed)
{
	if (!has_letters(field) || *typed == '\0' || typed[1] != ' ')
		return NULL;
	for (size_t i = 0; i < field->n_choices; i++)
		if (*field->choices[i].code == *typed &&
		    kind_same(typed + 2, field->choices[i].text))
			return &field->choices[i];
	return NULL;
}

/* The choice whose number begins typed: "3", "3 Menengah"; NULL for none. */
static const struct field_choice *
numbered_choice(const struct field *field, const char *typed)
{
	size_t digits = strspn(typed, "0123456789"), number = 0;
	const struct field_choice *choice;
	const char *rest = typed + digits;

	if (digits == 0 || digits > 3 || has_number_codes(field))
		return NULL;
	for (size_t i = 0; i < digits; i++)
		number = number * 10 + (size_t)(typed[i] - '0');
	if (number < 1 || number > field->n_choices)
		return NULL;
	choice = &field->choices[number - 1];
	rest += strspn(rest, " .");
	return *rest == '\0' || kind_same(rest, choice->text) ? choice : NULL;
}

/* The choice that was written out, or NULL. */
static const struct field_choice *
written_choice(const struct field *field, const char *typed)
{
	for (size_t i = 0; i < field->n_choices; i++)
		if (kind_same(field->choices[i].text, typed))
			return &field->choices[i];
	return NULL;
}

/* Does text begin with what was typed, without case and blanks? */
static bool
begins_with(const char *text, const struct buf *typed)
{
	scoped_buf folded = { 0 };

	buf_init(&folded, FIELD_TYPED_MAX);
	text_fold(text, false, &folded);
	return typed->size > 0 && folded.size >= typed->size &&
	    memcmp(folded.text, typed->text, typed->size) == 0;
}

/* By its first letters; whole codes and numbers were looked at before. */
static struct field_reading
read_letters(const struct field *field, const char *typed, struct buf *stored)
{
	scoped_buf key = { 0 };
	const struct field_choice *found = NULL;
	struct field_reading reading;
	size_t n = 0;

	buf_init(&key, FIELD_TYPED_MAX);
	text_fold(typed, false, &key);
	for (size_t i = 0; i < field->n_choices; i++) {
		const struct field_choice *choice = &field->choices[i];

		if (begins_with(choice->text, &key) ||
		    begins_with(choice->code, &key)) {
			found = choice;
			n++;
		}
	}
	if (n == 1)
		return kind_stored(found->code, stored);
	reading = kind_refused(n == 0 ? "field.none" : "field.several", typed);
	fact_arg(&reading.fact, 1, "%zu", n);
	return reading;
}

static struct field_reading
read_choice(const struct field *field, const char *typed,
    const struct field_context *context, struct buf *stored)
{
	const struct field_choice *choice = field_choice(field, typed);

	(void)context;
	if (choice == NULL)
		choice = numbered_choice(field, typed);
	if (choice == NULL)
		choice = lettered_choice(field, typed);
	if (choice == NULL)
		choice = written_choice(field, typed);
	if (choice != NULL)
		return kind_stored(choice->code, stored);
	if (has_number_codes(field))
		return kind_refused("field.none", typed);
	return read_letters(field, typed, stored);
}

static enum severity
check_choice(const struct field *field, const char *stored,
    const struct field_context *context, struct fact *fact)
{
	(void)context;
	if (field_choice(field, stored) != NULL)
		return FINE;
	fact_set(fact, "field.none", stored, NULL);
	return WRONG;
}

static void
print_choice(const struct field *field, const char *stored,
    const struct field_context *context, struct buf *out)
{
	const struct field_choice *choice = field_choice(field, stored);

	(void)context;
	if (choice == NULL)
		buf_text(out, stored);
	else if (has_number_codes(field))
		buf_text(out, choice->text);
	else if (has_letters(field))
		buf_print(out, "%s %s", choice->code, choice->text);
	else
		buf_print(out, "%zu %s", (size_t)(choice - field->choices) + 1,
		    choice->text);
}

/* A set of choices, as marks at their places. */
enum { CHOICES_MAX = 64 };

/* Mark the choice that size bytes at typed mean. */
static struct field_reading
mark_choice(const struct field *field, const char *typed, size_t size,
    const struct field_context *context, bool is_in[CHOICES_MAX])
{
	struct field_reading reading;
	char word[CODE_TYPED_MAX + 1];
	scoped_buf code = { 0 };

	if (size >= sizeof word)
		return kind_refused("field.none", typed);
	memcpy(word, typed, size);
	word[size] = '\0';
	buf_init(&code, sizeof word);
	reading = read_choice(field, word, context, &code);
	for (size_t i = 0; i < field->n_choices && i < CHOICES_MAX; i++)
		if (strcmp(field->choices[i].code, code.text) == 0)
			is_in[i] = true;
	return reading;
}

/* Parts between separators, each a choice. */
static struct field_reading
mark_choices(const struct field *field, const char *typed,
    const char *separators, const struct field_context *context,
    bool is_in[CHOICES_MAX])
{
	struct field_reading reading = { .severity = FINE };

	while (*typed != '\0' && reading.severity == FINE) {
		size_t size;

		typed += strspn(typed, separators);
		typed += strspn(typed, " ");
		size = strcspn(typed, separators);
		if (size > 0)
			reading =
			    mark_choice(field, typed, size, context, is_in);
		typed += size;
	}
	return reading;
}

static struct field_reading
read_many(const struct field *field, const char *typed,
    const struct field_context *context, struct buf *stored)
{
	bool is_in[CHOICES_MAX] = { false };
	struct field_reading reading;
	const char *separator = "";

	reading = mark_choices(field, typed, ",;", context, is_in);
	if (reading.severity == WRONG && strpbrk(typed, ",;") == NULL) {
		memset(is_in, 0, sizeof is_in);
		reading = mark_choices(field, typed, " ", context, is_in);
	}
	if (reading.severity == WRONG)
		return reading;
	for (size_t i = 0; i < field->n_choices && i < CHOICES_MAX; i++) {
		if (!is_in[i])
			continue;
		buf_print(stored, "%s%s", separator, field->choices[i].code);
		separator = " ";
	}
	return reading;
}

static enum severity
check_many(const struct field *field, const char *stored,
    const struct field_context *context, struct fact *fact)
{
	scoped_buf again = { 0 };
	struct field_reading reading;

	buf_init(&again, FIELD_TYPED_MAX);
	reading = read_many(field, stored, context, &again);
	if (reading.severity == WRONG && fact != NULL)
		*fact = reading.fact;
	return reading.severity;
}

static void
print_many(const struct field *field, const char *stored,
    const struct field_context *context, struct buf *out)
{
	const char *separator = "";
	char code[CODE_TYPED_MAX + 1];

	while (*stored != '\0') {
		size_t size = strcspn(stored, " ");

		if (size > CODE_TYPED_MAX)
			return;
		memcpy(code, stored, size);
		code[size] = '\0';
		if (size > 0) {
			buf_text(out, separator);
			print_choice(field, code, context, out);
			separator = ", ";
		}
		stored += size;
		stored += *stored == ' ';
	}
}

const struct field_kind kind_choice = {
	.name = "choice",
	.size = 60,
	.width = 22,
	.lookup = "choice",
	.accepts = kind_accepts_words,
	.read = read_choice,
	.check = check_choice,
	.print = print_choice,
};

const struct field_kind kind_many = {
	.name = "many",
	.size = 200,
	.width = 60,
	.lookup = "choice",
	.accepts = kind_accepts_words,
	.read = read_many,
	.check = check_many,
	.print = print_many,
};
