#include "forms/field.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "fuzz/fuzz.h"

static struct field
field_of(enum field_type type)
{
	static const struct field_choice choices[] = {
		{ "mikro", "Mikro" },
		{ "kecil", "Kecil" },
		{ "menengah", "Menengah" },
	};

	return (struct field){ .name = "x",
		.type = type,
		.size = field_type_size(type),
		.lookup = field_type_lookup(type),
		.source = FIELD_ABSENT,
		.fills = FIELD_ABSENT,
		.edition = FIELD_ABSENT,
		.choices = choices,
		.n_choices = array_length(choices),
		.may_be_future = true };
}

/* What is stored is sound, and what is shown of it reads as the same. */
static void
check_stored(const struct field *field, const char *stored,
    const struct field_context *context)
{
	scoped_buf shown = { 0 };
	scoped_buf again = { 0 };
	struct field_reading reading;

	buf_init(&shown, 4 << 20);
	buf_init(&again, 4 << 20);
	assert(text_is_valid(stored, strlen(stored)));
	assert(field_check(field, stored, context, NULL) != WRONG);
	field_print(field, stored, context, &shown);
	assert(!shown.is_over);
	if (field->type == FIELD_SECRET)
		return;
	reading = field_read(field, shown.text, context, &again);
	assert(reading.severity != WRONG);
	assert(strcmp(again.text, stored) == 0);
}

/* The first byte chooses the type, the rest is typed. */
int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct field_context context = { .today = { 2026, 11, 24 } };
	struct field field;
	struct field_reading reading;
	scoped_buf clean = { 0 };
	scoped_buf stored = { 0 };
	scoped_buf group = { 0 };

	if (size == 0)
		return 0;
	field = field_of((enum field_type)(bytes[0] % FIELD_TYPES));
	buf_init(&clean, FIELD_TYPED_MAX * 2);
	buf_init(&stored, FIELD_TYPED_MAX * 2);
	buf_init(&group, FIELD_TYPED_MAX * 4);
	field_clean(&field, (const char *)bytes + 1, size - 1, &clean);
	assert(!clean.is_over);
	assert(text_is_valid(clean.text, clean.size));
	field_group(&field, clean.text, &group);
	reading = field_read(&field, clean.text, &context, &stored);
	assert(reading.severity != WRONG || stored.size == 0);
	assert(reading.severity == FINE || *reading.fact.code != '\0');
	if (stored.size > 0)
		check_stored(&field, stored.text, &context);
	return 0;
}
