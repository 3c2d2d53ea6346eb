#include <string.h>

#include "base/text.h"
#include "forms/kind.h"

/* Codes out of a list: choices, villages, standards, officers, yes and no. */

/* So many rows are looked through for the one that was written out. */
enum { ROWS_MAX = 64, CODE_TYPED_MAX = 120 };

static bool
accepts_words(uint32_t point)
{
	return text_may_stand(point, false);
}

static struct field_reading
stored_as(const char *code, struct buf *stored)
{
	buf_text(stored, code);
	return (struct field_reading){ .severity = FINE };
}

static struct field_reading
refused(const char *code, const char *typed)
{
	struct field_reading reading = { .severity = WRONG };

	fact_set(&reading.fact, code, typed, NULL);
	return reading;
}

/* What a person reads of a row; field_print() and reading back agree on it. */
static void
print_row(
    const struct field *field, const struct lookup_row *row, struct buf *out)
{
	if (field->type == FIELD_REGION)
		buf_print(out, "%s, %s", row->text, row->note);
	else
		buf_print(out, "%s %s", row->code, row->text);
}

static bool
is_written_out(
    const struct field *field, const struct lookup_row *row, const char *typed)
{
	scoped_buf shown = { 0 };

	if (kind_same(row->text, typed))
		return true;
	buf_init(&shown, FIELD_TYPED_MAX);
	print_row(field, row, &shown);
	return kind_same(shown.text, typed);
}

/* The one row that was meant, by code, words or whole text. */
static struct field_reading
read_row(const struct field *field, const struct lookup *lookup,
    const char *typed, struct arena *arena, struct buf *stored)
{
	struct lookup_row rows[ROWS_MAX], row;
	struct field_reading reading;
	size_t found, written = 0;

	if (strlen(typed) > CODE_TYPED_MAX)
		return refused("field.none", typed);
	if (lookup_find(lookup, typed, &row, arena))
		return stored_as(row.code, stored);
	found = lookup_filter(lookup, typed, rows, ROWS_MAX, arena);
	if (found == 1)
		return stored_as(rows[0].code, stored);
	for (size_t i = 0; i < found && i < ROWS_MAX; i++) {
		if (is_written_out(field, &rows[i], typed)) {
			row = rows[i];
			written++;
		}
	}
	if (written == 1)
		return stored_as(row.code, stored);
	if (found == 0)
		return refused("field.none", typed);
	reading = refused("field.several", typed);
	fact_arg(&reading.fact, 1, "%zu", found);
	return reading;
}

static struct field_reading
read_listed(const struct field *field, const char *typed,
    const struct field_context *context, struct buf *stored)
{
	scoped_arena arena = arena_new();
	struct lookup lookup;

	if (!lookup_of(field, context, &lookup))
		return kind_store(field, typed, context, stored);
	return read_row(field, &lookup, typed, arena, stored);
}

static enum severity
check_listed(const struct field *field, const char *stored,
    const struct field_context *context, struct fact *fact)
{
	scoped_arena arena = arena_new();
	struct lookup lookup;
	struct lookup_row row;

	if (!lookup_of(field, context, &lookup))
		return kind_check_size(field, stored, fact);
	if (lookup_find(&lookup, stored, &row, arena))
		return FINE;
	fact_set(fact, "field.none", stored, NULL);
	return WRONG;
}

static void
print_listed(const struct field *field, const char *stored,
    const struct field_context *context, struct buf *out)
{
	scoped_arena arena = arena_new();
	struct lookup lookup;
	struct lookup_row row;

	if (lookup_of(field, context, &lookup) &&
	    lookup_find(&lookup, stored, &row, arena))
		print_row(field, &row, out);
	else
		buf_text(out, stored);
}

/* Codes that are numbers themselves: then places have none. */
static bool
has_number_codes(const struct field *field)
{
	for (size_t i = 0; i < field->n_choices; i++)
		if (text_is_digits(field->choices[i].code, 0))
			return true;
	return false;
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

static struct field_reading
read_choice(const struct field *field, const char *typed,
    const struct field_context *context, struct buf *stored)
{
	const struct field_choice *choice = numbered_choice(field, typed);

	if (choice != NULL)
		return stored_as(choice->code, stored);
	return read_listed(field, typed, context, stored);
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
		return refused("field.none", typed);
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

static bool
accepts_yes_no(uint32_t point)
{
	return point < 0x80 && point > 0 && strchr("yYtT", (int)point) != NULL;
}

static struct field_reading
read_yes_no(const struct field *field, const char *typed,
    const struct field_context *context, struct buf *stored)
{
	(void)field;
	(void)context;
	if (strcmp(typed, "y") == 0 || kind_same(typed, "ya"))
		return stored_as("Y", stored);
	if (strcmp(typed, "t") == 0 || kind_same(typed, "tidak"))
		return stored_as("T", stored);
	if (strcmp(typed, "Y") == 0 || strcmp(typed, "T") == 0)
		return stored_as(typed, stored);
	return refused("field.yes-no", typed);
}

static enum severity
check_yes_no(const struct field *field, const char *stored,
    const struct field_context *context, struct fact *fact)
{
	(void)field;
	(void)context;
	if (strcmp(stored, "Y") == 0 || strcmp(stored, "T") == 0)
		return FINE;
	fact_set(fact, "field.yes-no", stored, NULL);
	return WRONG;
}

const struct field_kind kind_choice = {
	.name = "choice",
	.size = 60,
	.width = 22,
	.lookup = "choice",
	.accepts = accepts_words,
	.read = read_choice,
	.check = check_listed,
	.print = print_choice,
};

const struct field_kind kind_many = {
	.name = "many",
	.size = 200,
	.width = 60,
	.lookup = "choice",
	.accepts = accepts_words,
	.read = read_many,
	.check = check_many,
	.print = print_many,
};

const struct field_kind kind_yes_no = {
	.name = "yes-no",
	.size = 1,
	.accepts = accepts_yes_no,
	.read = read_yes_no,
	.check = check_yes_no,
	.print = kind_print_plain,
};

const struct field_kind kind_region = {
	.name = "region",
	.size = 60,
	.width = 25,
	.lookup = "region",
	.accepts = accepts_words,
	.read = read_listed,
	.check = check_listed,
	.print = print_listed,
};

const struct field_kind kind_standard = {
	.name = "standard",
	.size = 60,
	.lookup = "standard",
	.accepts = accepts_words,
	.read = read_listed,
	.check = check_listed,
	.print = print_listed,
};

const struct field_kind kind_officer = {
	.name = "officer",
	.size = 60,
	.lookup = "officer",
	.accepts = accepts_words,
	.read = read_listed,
	.check = check_listed,
	.print = print_listed,
};
