#include "forms/field.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "forms/answers.h"
#include "forms/kind.h"

const struct field_kind *
kind_of(enum field_type type)
{
	static const struct field_kind *const kinds[FIELD_TYPES] = {
		[FIELD_NIK] = &kind_nik,
		[FIELD_NPWP] = &kind_npwp,
		[FIELD_NIB] = &kind_nib,
		[FIELD_KBLI] = &kind_kbli,
		[FIELD_PHONE] = &kind_phone,
		[FIELD_DATE] = &kind_date,
		[FIELD_NAME] = &kind_name,
		[FIELD_TEXT] = &kind_text,
		[FIELD_AREA] = &kind_area,
		[FIELD_CHOICE] = &kind_choice,
		[FIELD_MANY] = &kind_many,
		[FIELD_YES_NO] = &kind_yes_no,
		[FIELD_REGION] = &kind_region,
		[FIELD_STANDARD] = &kind_standard,
		[FIELD_DIGITS] = &kind_digits,
		[FIELD_EMAIL] = &kind_email,
		[FIELD_SECRET] = &kind_secret,
		[FIELD_OFFICER] = &kind_officer,
		[FIELD_STAFF_ID] = &kind_staff_id,
	};

	assert(type < FIELD_TYPES);
	return kinds[type];
}

const char *
field_type_name(enum field_type type)
{
	return kind_of(type)->name;
}

bool
field_type_named(const char *name, enum field_type *ret_type)
{
	for (int i = 0; i < FIELD_TYPES; i++) {
		if (strcmp(kind_of((enum field_type)i)->name, name) == 0) {
			*ret_type = (enum field_type)i;
			return true;
		}
	}
	return false;
}

int
field_type_size(enum field_type type)
{
	return kind_of(type)->size;
}

int
field_type_most(enum field_type type)
{
	return kind_of(type)->most;
}

int
field_type_width(enum field_type type)
{
	return kind_of(type)->width;
}

const char *
field_type_lookup(enum field_type type)
{
	return kind_of(type)->lookup;
}

bool
field_accepts(const struct field *field, uint32_t point)
{
	return kind_of(field->type)->accepts(point);
}

bool
field_ignores(const struct field *field, uint32_t point)
{
	const char *ignored = kind_of(field->type)->ignored;

	return ignored != NULL && point > 0 && point < 0x80 &&
	    strchr(ignored, (int)point) != NULL;
}

size_t
field_ceiling(const struct field *field)
{
	return (size_t)field->size;
}

size_t
field_clean(
    const struct field *field, const char *typed, size_t size, struct buf *out)
{
	scoped_buf clean = { 0 };
	size_t left_out = 0, from = 0, end;

	buf_init(&clean, FIELD_STORED_MAX);
	if (size > FIELD_TYPED_MAX) {
		left_out = size - FIELD_TYPED_MAX;
		size = FIELD_TYPED_MAX;
		while (size > 0 && ((unsigned char)typed[size] & 0xc0) == 0x80)
			size--;
	}
	left_out += text_clean(typed, size, field->type == FIELD_AREA, &clean);
	end = clean.size;
	if (field->type != FIELD_SECRET) {
		while (from < end && strchr(" \n", clean.text[from]) != NULL)
			from++;
		while (end > from && strchr(" \n", clean.text[end - 1]) != NULL)
			end--;
	}
	if (end > from)
		buf_add(out, clean.text + from, end - from);
	return left_out;
}

struct field_reading
field_read(const struct field *field, const char *typed,
    const struct field_context *context, struct buf *stored)
{
	if (*typed == '\0')
		return (struct field_reading){ .severity = FINE };
	return kind_of(field->type)->read(field, typed, context, stored);
}

enum severity
field_check(const struct field *field, const char *stored,
    const struct field_context *context, struct fact *fact)
{
	if (*stored == '\0')
		return FINE;
	return kind_of(field->type)->check(field, stored, context, fact);
}

void
field_print(const struct field *field, const char *stored,
    const struct field_context *context, struct buf *out)
{
	if (*stored != '\0' && field->type != FIELD_SECRET)
		kind_of(field->type)->print(field, stored, context, out);
}

/* The NPWP of a person is the NIK. */
static bool
is_nik(const struct field *field, const char *stored)
{
	return field->type == FIELD_NIK || (field->type == FIELD_NPWP &&
	    strlen(stored) == NIK_DIGITS && *stored != '0');
}

bool
field_is_masked(const struct field *field, const char *stored)
{
	return *stored != '\0' && (is_nik(field, stored) ||
	    field->type == FIELD_SECRET ||
	    field->privacy == PRIVACY_IDENTITY);
}

void
field_show(const struct field *field, const char *stored,
    const struct field_context *context, struct buf *out)
{
	char masked[IDENTITY_SIZE];

	if (*stored == '\0')
		return;
	if (is_nik(field, stored)) {
		nik_mask(stored, masked);
		buf_text(out, masked);
	} else if (field_is_masked(field, stored)) {
		buf_repeat(out, '*', text_characters(stored));
	} else {
		field_print(field, stored, context, out);
	}
}

void
field_group(const struct field *field, const char *typed, struct buf *out)
{
	if (field->type != FIELD_NIK || !text_is_digits(typed, 0)) {
		buf_text(out, typed);
		return;
	}
	for (size_t i = 0; typed[i] != '\0'; i++) {
		if (i > 0 && i % 4 == 0 && i < NIK_DIGITS)
			buf_char(out, ' ');
		buf_char(out, typed[i]);
	}
}

struct field_reading
kind_store(const struct field *field, const char *tidy,
    const struct field_context *context, struct buf *stored)
{
	struct field_reading reading = { .severity = FINE };

	if (*tidy == '\0')
		return reading;
	reading.severity = field_check(field, tidy, context, &reading.fact);
	if (reading.severity != WRONG)
		buf_text(stored, tidy);
	return reading;
}

struct field_reading
kind_stored(const char *code, struct buf *stored)
{
	buf_text(stored, code);
	return (struct field_reading){ .severity = FINE };
}

struct field_reading
kind_refused(const char *code, const char *typed)
{
	struct field_reading reading = { .severity = WRONG };

	fact_set(&reading.fact, code, typed, NULL);
	return reading;
}

bool
kind_accepts_words(uint32_t point)
{
	return text_may_stand(point, false);
}

void
kind_print_plain(const struct field *field, const char *stored,
    const struct field_context *context, struct buf *out)
{
	(void)field;
	(void)context;
	buf_text(out, stored);
}

enum severity
kind_check_length(const char *text, size_t most, struct fact *fact)
{
	size_t n = text_characters(text);

	if (n <= most)
		return FINE;
	fact_set(fact, "field.too-long", NULL);
	fact_arg(fact, 0, "%zu", n);
	fact_arg(fact, 1, "%zu", most);
	return WRONG;
}

enum severity
kind_check_size(const struct field *field, const char *text, struct fact *fact)
{
	return kind_check_length(text, (size_t)field->size, fact);
}

const char *
kind_other(const struct field_context *context, int index)
{
	if (context->answers == NULL || index < 0)
		return "";
	return answers_at(context->answers, (size_t)index)->stored;
}

bool
kind_same(const char *a, const char *b)
{
	scoped_buf one = { 0 };
	scoped_buf other = { 0 };

	buf_init(&one, FIELD_TYPED_MAX);
	buf_init(&other, FIELD_TYPED_MAX);
	text_fold(a, false, &one);
	text_fold(b, false, &other);
	return one.size == other.size && one.size > 0 &&
	    memcmp(one.text, other.text, one.size) == 0;
}
