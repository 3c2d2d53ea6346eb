#include "domain/complaint.h"

#include <string.h>

#include "base/text.h"
#include "domain/application_check.h"

static const char *const kind_names[KIND_KINDS] = {
	[KIND_COMPLAINT] = "pengaduan",
	[KIND_SUGGESTION] = "saran",
	[KIND_INPUT] = "masukan",
	[KIND_CORRECTION] = "koreksi",
	[KIND_REVISION] = "revisi",
};

static const char *const rule_names[KIND_RULES] = {
	[RULE_COMPLETE] = "complete",
	[RULE_NO_IDENTITY] = "no-identity",
	[RULE_NO_OBJECT] = "no-object",
	[RULE_NOTHING] = "no-identity-object",
	[RULE_LATE] = "late",
	[RULE_RUNNING] = "service-running",
	[RULE_UNKNOWN] = "service-date-unknown",
};

static bool
named(const char *const *names, size_t n, const char *name, size_t *ret_index)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(names[i], name) == 0) {
			*ret_index = i;
			return true;
		}
	return false;
}

const char *
book_kind_name(enum book_kind kind)
{
	return kind < KIND_KINDS ? kind_names[kind] : "";
}

bool
book_kind_named(const char *name, enum book_kind *ret_kind)
{
	size_t found;

	if (!named(kind_names, KIND_KINDS, name, &found))
		return false;
	*ret_kind = (enum book_kind)found;
	return true;
}

const char *
kind_rule_name(enum kind_rule rule)
{
	return rule < KIND_RULES ? rule_names[rule] : "";
}

bool
kind_rule_named(const char *name, enum kind_rule *ret_rule)
{
	size_t found;

	if (!named(rule_names, KIND_RULES, name, &found))
		return false;
	*ret_rule = (enum kind_rule)found;
	return true;
}

/* A cell that says something: blanks and line ends alone do not. */
static bool
says(const struct record *record, int cell)
{
	const char *text = record_text(record, cell);

	return text[strspn(text, " \t\n")] != '\0';
}

static bool
says_one(const struct record *record, const int *cells, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (says(record, cells[i]))
			return true;
	return false;
}

/* What was found before the row was sealed. */
static bool
had_identity(const struct record *complaint)
{
	enum kind_rule rule;

	return !kind_rule_named(record_text(complaint, COMPLAINT_KIND_RULE),
	    &rule) || (rule != RULE_NO_IDENTITY && rule != RULE_NOTHING);
}

static const int contacts[] = { COMPLAINANT_ADDRESS, COMPLAINANT_PHONE,
	COMPLAINANT_EMAIL, COMPLAINANT_ACCOUNT };

bool
complaint_has_identity(const struct record *complaint,
    const struct record *complainant)
{
	static const int numbers[] = { COMPLAINANT_NIK, COMPLAINANT_OTHER_ID };

	if (complainant == NULL)
		return false;
	if (says(complainant, COMPLAINANT_SEALED))
		return had_identity(complaint);
	return says(complainant, COMPLAINANT_NAME) &&
	    (says_one(complainant, numbers, array_length(numbers)) ||
	    says_one(complainant, contacts, array_length(contacts)));
}

bool
complaint_has_contact(const struct record *complaint,
    const struct record *complainant)
{
	if (complainant == NULL)
		return false;
	if (says(complainant, COMPLAINANT_SEALED))
		return had_identity(complaint);
	return says_one(complainant, contacts, array_length(contacts));
}

bool
complaint_has_object(const struct record *complaint)
{
	return says(complaint, COMPLAINT_OBJECT) ||
	    says(complaint, COMPLAINT_MATERIAL);
}

/* No date when the cell has none. */
static struct date
date_of(const struct record *record, int cell)
{
	struct date date = { 0 };

	if (!date_parse(record_text(record, cell), &date))
		return (struct date){ 0 };
	return date;
}

struct date
complaint_arrived(const struct record *complaint)
{
	struct date received = date_of(complaint, COMPLAINT_RECEIVED_DATE);
	struct date letter = date_of(complaint, COMPLAINT_LETTER_ARRIVED);

	if (date_is_none(received) || (!date_is_none(letter) &&
	    date_compare(letter, received) < 0))
		return letter;
	return received;
}

const char *
complaint_clause(const struct standard *standard, const char *place,
    struct arena *arena)
{
	return arena_print(arena, "%s/%s", standard->number, place);
}

static enum kind_rule
window_rule(const struct standard *standard, const struct record *complaint,
    struct kind_ruling *ruling)
{
	struct date service = date_of(complaint, COMPLAINT_SERVICE_DATE);
	struct date arrived = complaint_arrived(complaint);

	if (strcmp(record_text(complaint, COMPLAINT_SERVICE_RUNNING), "Y") ==
	    0)
		return RULE_RUNNING;
	if (date_is_none(service))
		return RULE_UNKNOWN;
	ruling->last_day =
	    calendar_window(service, standard->complaint_window.days);
	if (date_is_none(arrived) || date_is_none(ruling->last_day) ||
	    date_compare(arrived, ruling->last_day) <= 0)
		return RULE_COMPLETE;
	ruling->days_past = date_between(ruling->last_day, arrived);
	return RULE_LATE;
}

static enum kind_rule
rule_of(const struct standard *standard, const struct record *complaint,
    bool has_identity, struct kind_ruling *ruling)
{
	enum kind_rule window = window_rule(standard, complaint, ruling);
	bool has_object = complaint_has_object(complaint);

	if (!has_identity)
		return has_object ? RULE_NO_IDENTITY : RULE_NOTHING;
	return has_object ? window : RULE_NO_OBJECT;
}

struct kind_ruling
complaint_ruling(const struct standard *standard,
    const struct record *complaint, bool has_identity, struct arena *arena)
{
	static const struct {
		unsigned kinds;
		enum book_kind kind;
		const char *place;
	} rules[KIND_RULES] = {
#define BY_RULE (KIND_BIT(KIND_SUGGESTION) | KIND_BIT(KIND_INPUT))
		[RULE_COMPLETE] = { KIND_BIT(KIND_COMPLAINT), KIND_COMPLAINT,
		    "6.2" },
		[RULE_NO_IDENTITY] = { BY_RULE, KIND_SUGGESTION, "6.5.b" },
		[RULE_NO_OBJECT] = { BY_RULE, KIND_SUGGESTION, "6.5.b" },
		[RULE_NOTHING] = { BY_RULE, KIND_SUGGESTION, "6.5.b" },
		[RULE_LATE] = { KIND_BIT(KIND_KINDS) - 1, KIND_KINDS, "6.3" },
		[RULE_RUNNING] = { KIND_BIT(KIND_COMPLAINT), KIND_COMPLAINT,
		    "6.2" },
		[RULE_UNKNOWN] = { KIND_BIT(KIND_COMPLAINT), KIND_COMPLAINT,
		    "6.2" },
#undef BY_RULE
	};
	struct kind_ruling ruling = { 0 };
	enum book_kind chosen;

	ruling.rule = rule_of(standard, complaint, has_identity, &ruling);
	ruling.kinds = rules[ruling.rule].kinds;
	ruling.kind = rules[ruling.rule].kind;
	ruling.clause =
	    complaint_clause(standard, rules[ruling.rule].place, arena);
	if (book_kind_named(record_text(complaint, COMPLAINT_KIND), &chosen) &&
	    (ruling.kinds & KIND_BIT(chosen)) != 0)
		ruling.kind = chosen;
	ruling.needs_reason = ruling.rule == RULE_LATE &&
	    ruling.kind == KIND_COMPLAINT;
	return ruling;
}

bool
complaint_is_typed_late(const struct calendar *calendar,
    const struct record *complaint, struct date today)
{
	struct date arrived = complaint_arrived(complaint);

	return !date_is_none(arrived) &&
	    application_is_late(calendar, arrived, today);
}
