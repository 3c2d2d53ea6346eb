#include <string.h>

#include "domain/complaint.h"

/* Dates that may not stand the other way round: the first is at most the
 * second. */
static const struct {
	int earlier, later;
	const char *place;
	const char *field, *code;
} orders[] = {
	{ COMPLAINT_LETTER_DATE, COMPLAINT_LETTER_ARRIVED, "6.2.c",
	    "letter_date", "book.letter-after-arrival" },
	{ COMPLAINT_LETTER_DATE, COMPLAINT_RECEIVED_DATE, "6.2.c",
	    "letter_date", "book.letter-after-receipt" },
	{ COMPLAINT_LETTER_ARRIVED, COMPLAINT_RECEIVED_DATE, "6.2.c",
	    "letter_arrived", "book.arrival-after-receipt" },
	{ COMPLAINT_SERVICE_DATE, COMPLAINT_RECEIVED_DATE, "6.2",
	    "service_date", "book.service-after-receipt" },
	{ COMPLAINT_RECEIVED_DATE, COMPLAINT_COMPLETED_DATE, "6.5.b",
	    "completed_date", "book.completed-before-receipt" },
};

/* A field, the earlier of them and the later as people write them. */
static void
say_order(const struct standard *standard, size_t order, struct date earlier,
    struct date later, struct refusals *refusals)
{
	char first[DATE_TEXT_SIZE], second[DATE_TEXT_SIZE];

	date_print_local(earlier, first);
	date_print_local(later, second);
	refusals_add(refusals, complaint_clause(standard, orders[order].place,
	    refusals->arena), "", orders[order].field, orders[order].code,
	    first, second, NULL);
}

static void
check_order(const struct standard *standard, const struct record *complaint,
    struct refusals *refusals)
{
	struct date earlier, later;

	for (size_t i = 0; i < array_length(orders); i++)
		if (date_parse(record_text(complaint, orders[i].earlier),
		    &earlier) &&
		    date_parse(record_text(complaint, orders[i].later),
		    &later) && date_compare(earlier, later) > 0)
			say_order(standard, i, earlier, later, refusals);
}

static void
check_future(const struct record *complaint, struct date today,
    struct refusals *refusals)
{
	static const struct {
		int cell;
		const char *field;
	} past[] = {
		{ COMPLAINT_RECEIVED_DATE, "received_date" },
		{ COMPLAINT_COMPLETED_DATE, "completed_date" },
	};
	struct date date;

	if (date_is_none(complaint_arrived(complaint)))
		refusals_add(refusals, "", "", "received_date",
		    "book.no-date", NULL);
	for (size_t i = 0; i < array_length(past); i++)
		if (date_parse(record_text(complaint, past[i].cell), &date) &&
		    date_compare(date, today) > 0)
			refusals_add(refusals, "", "", past[i].field,
			    "book.future", NULL);
}

bool
complaint_is_time(const char *text)
{
	return strlen(text) == strlen("00:00") && text[2] == ':' &&
	    strspn(text, "0123456789") == 2 &&
	    strspn(text + 3, "0123456789") == 2 &&
	    strncmp(text, "24", 2) < 0 && text[3] < '6';
}

static void
check_time(const struct record *complaint, struct refusals *refusals)
{
	const char *time = record_text(complaint, COMPLAINT_RECEIVED_TIME);

	if (*time != '\0' && !complaint_is_time(time))
		refusals_add(refusals, "", "", "received_time", "book.time",
		    time, NULL);
}

static void
check_channel(const struct standard *standard, const struct record *complaint,
    struct refusals *refusals)
{
	const char *channel = record_text(complaint, COMPLAINT_CHANNEL);

	for (size_t i = 0; i < standard->n_channels; i++)
		if (strcmp(standard->channels[i].key, channel) == 0)
			return;
	refusals_add(refusals, complaint_clause(standard, "6.2",
	    refusals->arena), "", "channel", "book.channel", channel,
	    NULL);
}

/* The kind that stands there, or its absence, against the rule. */
static void
check_kind(const struct standard *standard, const struct record *complaint,
    bool has_identity, struct refusals *refusals)
{
	struct kind_ruling ruling = complaint_ruling(standard, complaint,
	    has_identity, refusals->arena);
	const char *kind = record_text(complaint, COMPLAINT_KIND);
	const char *reason = record_text(complaint, COMPLAINT_KIND_REASON);
	char last[DATE_TEXT_SIZE];

	date_print_local(ruling.last_day, last);
	if (*kind != '\0' && strcmp(kind, book_kind_name(ruling.kind)) != 0)
		refusals_add(refusals, ruling.clause, "", "kind",
		    "book.kind-by-rule", kind,
		    kind_rule_name(ruling.rule), NULL);
	else if (ruling.kind == KIND_KINDS)
		refusals_add(refusals, ruling.clause, "", "kind",
		    "book.kind-to-choose", last, NULL);
	else if (ruling.needs_reason &&
	    reason[strspn(reason, " \t\n")] == '\0')
		refusals_add(refusals, ruling.clause, "", "kind_reason",
		    "book.kind-reason", last, NULL);
}

void
complaint_refusals(const struct standard *standard,
    const struct record *complaint, bool has_identity, struct date today,
    struct refusals *refusals)
{
	check_channel(standard, complaint, refusals);
	check_time(complaint, refusals);
	check_future(complaint, today, refusals);
	check_order(standard, complaint, refusals);
	check_kind(standard, complaint, has_identity, refusals);
}
