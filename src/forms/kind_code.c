#include <string.h>

#include "base/text.h"
#include "forms/kind.h"

/* Codes out of a list: villages, standards, officers; and yes and no. */

/* So many rows are looked through for the one that was written out. */
enum { ROWS_MAX = 64, CODE_TYPED_MAX = 120 };

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
		return kind_refused("field.none", typed);
	if (lookup_find(lookup, typed, &row, arena))
		return kind_stored(row.code, stored);
	found = lookup_filter(lookup, typed, rows, ROWS_MAX, arena);
	if (found == 1)
		return kind_stored(rows[0].code, stored);
	for (size_t i = 0; i < found && i < ROWS_MAX; i++) {
		if (is_written_out(field, &rows[i], typed)) {
			row = rows[i];
			written++;
		}
	}
	if (written == 1)
		return kind_stored(row.code, stored);
	if (found == 0)
		return kind_refused("field.none", typed);
	reading = kind_refused("field.several", typed);
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
		return kind_stored("Y", stored);
	if (strcmp(typed, "t") == 0 || kind_same(typed, "tidak"))
		return kind_stored("T", stored);
	if (strcmp(typed, "Y") == 0 || strcmp(typed, "T") == 0)
		return kind_stored(typed, stored);
	return kind_refused("field.yes-no", typed);
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
	.accepts = kind_accepts_words,
	.read = read_listed,
	.check = check_listed,
	.print = print_listed,
};

const struct field_kind kind_standard = {
	.name = "standard",
	.size = 60,
	.lookup = "standard",
	.accepts = kind_accepts_words,
	.read = read_listed,
	.check = check_listed,
	.print = print_listed,
};

const struct field_kind kind_officer = {
	.name = "officer",
	.size = 60,
	.lookup = "officer",
	.accepts = kind_accepts_words,
	.read = read_listed,
	.check = check_listed,
	.print = print_listed,
};
