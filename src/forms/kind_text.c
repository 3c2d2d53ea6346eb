#include <string.h>

#include "base/text.h"
#include "forms/kind.h"

/* Words: names, text, e-mail addresses, secrets, staff ids. */

enum {
	STAFF_ID_LEAST = 2,
	STAFF_ID_MOST = 32,
	TEXT_MOST = 500,
	AREA_MOST = 20000,
};

static bool
accepts_area(uint32_t point)
{
	return text_may_stand(point, true);
}

/*
 * Letters, marks, and what names are written with; text_clean() makes the
 * curly apostrophes plain.
 */
static bool
accepts_name(uint32_t point)
{
	if (point < 0x80)
		return text_is_letter(point) ||
		    (point > 0 && strchr(" '.,-", (int)point) != NULL);
	return point == 0x2018 || point == 0x2019 ||
	    (text_is_letter(point) && text_may_stand(point, false));
}

static bool
accepts_email(uint32_t point)
{
	return point > 0x20 && point < 0x7f;
}

static bool
accepts_staff_id(uint32_t point)
{
	return (point >= 'a' && point <= 'z') ||
	    (point >= 'A' && point <= 'Z') || (point >= '0' && point <= '9') ||
	    point == '.' || point == '-' || point == '_';
}

static struct field_reading
read_text(const struct field *field, const char *typed,
    const struct field_context *context, struct buf *stored)
{
	return kind_store(field, typed, context, stored);
}

static enum severity
check_text(const struct field *field, const char *stored,
    const struct field_context *context, struct fact *fact)
{
	(void)context;
	return kind_check_size(field, stored, fact);
}

/* Letters of Greek or Cyrillic, many of which look like Latin ones. */
static bool
mixes_scripts(const char *name)
{
	bool has_latin = false, has_other = false;
	size_t size = strlen(name), length;
	uint32_t point;

	for (size_t i = 0; i < size; i += length) {
		length = text_decode(name + i, size - i, &point);
		if (length == 0)
			break;
		has_latin = has_latin || (point >= 'A' && point <= 'Z') ||
		    (point >= 'a' && point <= 'z') ||
		    (point >= 0xc0 && point <= 0x24f);
		has_other = has_other || (point >= 0x370 && point <= 0x52f);
	}
	return has_latin && has_other;
}

static enum severity
check_name(const struct field *field, const char *stored,
    const struct field_context *context, struct fact *fact)
{
	enum severity severity = name_check(stored, fact);

	(void)context;
	if (severity != FINE)
		return severity;
	if (kind_check_size(field, stored, fact) == WRONG)
		return WRONG;
	if (mixes_scripts(stored)) {
		fact_set(fact, "field.mixed-letters", NULL);
		return DOUBT;
	}
	return FINE;
}

static enum severity
check_email(const struct field *field, const char *stored,
    const struct field_context *context, struct fact *fact)
{
	if (kind_check_size(field, stored, fact) == WRONG)
		return WRONG;
	(void)context;
	return email_check(stored, fact);
}

static struct field_reading
read_staff_id(const struct field *field, const char *typed,
    const struct field_context *context, struct buf *stored)
{
	char tidy[STAFF_ID_MOST + 2];

	text_copy(tidy, sizeof tidy, typed);
	for (char *at = tidy; *at != '\0'; at++)
		if (*at >= 'A' && *at <= 'Z')
			*at = (char)(*at - 'A' + 'a');
	return kind_store(field, tidy, context, stored);
}

static enum severity
check_staff_id(const struct field *field, const char *stored,
    const struct field_context *context, struct fact *fact)
{
	size_t size = strlen(stored);

	(void)field;
	(void)context;
	if (size >= STAFF_ID_LEAST && size <= STAFF_ID_MOST &&
	    strspn(stored, "abcdefghijklmnopqrstuvwxyz0123456789.-_") == size)
		return FINE;
	fact_set(fact, "field.staff-id", NULL);
	return WRONG;
}

const struct field_kind kind_name = {
	.name = "name",
	.size = 80,
	.most = NAME_MAX_CHARACTERS,
	.accepts = accepts_name,
	.read = read_text,
	.check = check_name,
	.print = kind_print_plain,
};

const struct field_kind kind_text = {
	.name = "text",
	.size = 80,
	.most = TEXT_MOST,
	.accepts = kind_accepts_words,
	.read = read_text,
	.check = check_text,
	.print = kind_print_plain,
};

const struct field_kind kind_area = {
	.name = "area",
	.size = 2000,
	.most = AREA_MOST,
	.accepts = accepts_area,
	.read = read_text,
	.check = check_text,
	.print = kind_print_plain,
};

const struct field_kind kind_email = {
	.name = "email",
	.size = EMAIL_MAX,
	.most = EMAIL_MAX,
	.accepts = accepts_email,
	.read = read_text,
	.check = check_email,
	.print = kind_print_plain,
};

const struct field_kind kind_secret = {
	.name = "secret",
	.size = 128,
	.most = TEXT_MOST,
	.accepts = kind_accepts_words,
	.read = read_text,
	.check = check_text,
	.print = kind_print_plain,
};

const struct field_kind kind_staff_id = {
	.name = "staff-id",
	.size = STAFF_ID_MOST,
	.width = 20,
	.accepts = accepts_staff_id,
	.read = read_staff_id,
	.check = check_staff_id,
	.print = kind_print_plain,
};
