#include <string.h>

#include "base/text.h"
#include "forms/answers.h"
#include "forms/kind.h"
#include "forms/smart_date.h"

/* Numbers: NIK, NPWP, NIB, plain digits, telephone, and dates. */

/* What is typed in a number may be so long, separators and all. */
enum { DIGITS_MOST = 40, NUMBER_TYPED_MAX = 48 };

static bool
accepts_digits(uint32_t point)
{
	return point >= '0' && point <= '9';
}

static bool
accepts_phone(uint32_t point)
{
	return accepts_digits(point) ||
	    (point < 0x80 && strchr("+ -.()/", (int)point) != NULL);
}

static bool
accepts_date(uint32_t point)
{
	return accepts_digits(point) || (point >= 'a' && point <= 'z') ||
	    (point >= 'A' && point <= 'Z') ||
	    (point > 0 && point < 0x80 && strchr("+-./ ", (int)point) != NULL);
}

static struct field_reading
read_number(const struct field *field, const char *typed,
    const struct field_context *context, struct buf *stored)
{
	struct field_reading reading = { .severity = WRONG };
	char tidy[IDENTITY_SIZE];

	/* What does not fit would be cut. */
	if (kind_check_length(typed, NUMBER_TYPED_MAX, &reading.fact) == WRONG)
		return reading;
	identity_clean(typed, tidy, sizeof tidy);
	return kind_store(field, tidy, context, stored);
}

/* The date that is stated apart from the NIK, not one taken from it. */
static struct date
stated_birth(const struct field *field, const struct field_context *context)
{
	struct date date = { 0 };
	const struct answer *answer;

	if (context->answers == NULL || field->fills < 0)
		return date;
	answer = answers_at(context->answers, (size_t)field->fills);
	if (answer->origin != ANSWER_DERIVED &&
	    !date_parse(answer->stored, &date))
		date = (struct date){ 0 };
	return date;
}

static enum severity
check_nik(const struct field *field, const char *stored,
    const struct field_context *context, struct fact *fact)
{
	struct nik_context stated = {
		.birth_date = stated_birth(field, context),
		.regions = context->regions,
	};

	return nik_check(stored, &stated, fact);
}

static void
print_nik(const struct field *field, const char *stored,
    const struct field_context *context, struct buf *out)
{
	char text[IDENTITY_SIZE];

	(void)field;
	(void)context;
	nik_print(stored, text);
	buf_text(out, text);
}

static enum severity
check_npwp(const struct field *field, const char *stored,
    const struct field_context *context, struct fact *fact)
{
	(void)field;
	(void)context;
	return npwp_check(stored, fact);
}

static void
print_npwp(const struct field *field, const char *stored,
    const struct field_context *context, struct buf *out)
{
	char text[IDENTITY_SIZE];

	(void)field;
	(void)context;
	npwp_print(stored, text);
	buf_text(out, text);
}

static enum severity
check_nib(const struct field *field, const char *stored,
    const struct field_context *context, struct fact *fact)
{
	(void)field;
	(void)context;
	return nib_check(stored, fact);
}

static enum severity
check_digits(const struct field *field, const char *stored,
    const struct field_context *context, struct fact *fact)
{
	(void)context;
	if (!text_is_digits(stored, 0)) {
		fact_set(fact, "field.not-digits", NULL);
		return WRONG;
	}
	return kind_check_size(field, stored, fact);
}

static struct field_reading
read_phone(const struct field *field, const char *typed,
    const struct field_context *context, struct buf *stored)
{
	struct field_reading reading = { .severity = WRONG };
	char tidy[IDENTITY_SIZE];

	if (kind_check_length(typed, NUMBER_TYPED_MAX, &reading.fact) == WRONG)
		return reading;
	if (strlen(typed) >= sizeof tidy)
		return kind_refused("phone.not-digits", typed);
	phone_clean(typed, tidy);
	return kind_store(field, tidy, context, stored);
}

static enum severity
check_phone(const struct field *field, const char *stored,
    const struct field_context *context, struct fact *fact)
{
	(void)context;
	if (kind_check_size(field, stored, fact) == WRONG)
		return WRONG;
	return phone_check(stored, fact);
}

static void
print_phone(const struct field *field, const char *stored,
    const struct field_context *context, struct buf *out)
{
	char text[IDENTITY_SIZE];

	(void)field;
	(void)context;
	phone_print(stored, text);
	buf_text(out, text);
}

static struct date_rule
date_rule_of(const struct field *field, const struct field_context *context)
{
	return (struct date_rule){
		.today = context->today,
		.calendar = context->calendar,
		.is_birth = field->is_birth,
		.may_be_future = field->may_be_future,
	};
}

static struct field_reading
read_date(const struct field *field, const char *typed,
    const struct field_context *context, struct buf *stored)
{
	struct date_rule rule = date_rule_of(field, context);
	struct field_reading reading = { .severity = FINE };
	char text[DATE_TEXT_SIZE];
	struct date date;

	if (context->answers != NULL) {
		int own =
		    form_field(answers_form(context->answers), field->name);

		if (!date_parse(kind_other(context, own), &rule.standing))
			rule.standing = (struct date){ 0 };
	}
	reading.severity = smart_date_read(typed, &rule, &date, &reading.fact);
	if (reading.severity != WRONG) {
		date_print(date, text);
		buf_text(stored, text);
	}
	return reading;
}

static enum severity
check_date(const struct field *field, const char *stored,
    const struct field_context *context, struct fact *fact)
{
	struct date_rule rule = date_rule_of(field, context);
	struct date date;

	if (!date_parse(stored, &date)) {
		fact_set(fact, "date.unreadable", stored, NULL);
		return WRONG;
	}
	return smart_date_check(date, &rule, fact);
}

static void
print_date(const struct field *field, const char *stored,
    const struct field_context *context, struct buf *out)
{
	char text[DATE_TEXT_SIZE];
	struct date date;

	(void)field;
	(void)context;
	if (!date_parse(stored, &date)) {
		buf_text(out, stored);
		return;
	}
	date_print_local(date, text);
	buf_text(out, text);
}

const struct field_kind kind_nik = {
	.name = "nik",
	.size = NIK_DIGITS,
	.width = 19,
	.accepts = accepts_digits,
	.ignored = " .-/",
	.read = read_number,
	.check = check_nik,
	.print = print_nik,
	.lookup = "person",
};

const struct field_kind kind_npwp = {
	.name = "npwp",
	.size = NPWP_DIGITS_NEW,
	.width = 20,
	.accepts = accepts_digits,
	.ignored = " .-/",
	.read = read_number,
	.check = check_npwp,
	.print = print_npwp,
};

const struct field_kind kind_nib = {
	.name = "nib",
	.size = NIB_DIGITS,
	.accepts = accepts_digits,
	.ignored = " .-/",
	.read = read_number,
	.check = check_nib,
	.print = kind_print_plain,
	.lookup = "company",
};

const struct field_kind kind_digits = {
	.name = "digits",
	.size = 20,
	.most = DIGITS_MOST,
	.accepts = accepts_digits,
	.ignored = " .-/",
	.read = read_number,
	.check = check_digits,
	.print = kind_print_plain,
};

const struct field_kind kind_phone = {
	.name = "phone",
	.size = 28,
	.width = 16,
	.accepts = accepts_phone,
	.read = read_phone,
	.check = check_phone,
	.print = print_phone,
};

const struct field_kind kind_date = {
	.name = "date",
	.size = 20,
	.width = 10,
	.accepts = accepts_date,
	.read = read_date,
	.check = check_date,
	.print = print_date,
};
