/* The facts of a case that are no list, each under the name papers use. */

#include <string.h>

#include "base/clock.h"
#include "domain/identity.h"
#include "paper/case_inside.h"

static const char *
cell(const struct case_source *source, enum application_cell name)
{
	return record_text(source->facts->application, (int)name);
}

static const char *
cell_date(const struct case_source *source, enum application_cell name)
{
	struct date date = { 0 };

	if (!date_parse(cell(source, name), &date))
		return "";
	return case_date(source, date);
}

static const char *
nik_masked(const struct case_source *source)
{
	char text[IDENTITY_SIZE];

	nik_mask(cell(source, APPLICATION_NIK), text);
	return arena_text(source->arena, text);
}

static const struct kbli *
activity(const struct case_source *source)
{
	return kbli_find(source->facts->kbli, cell(source, APPLICATION_KBLI),
	    cell(source, APPLICATION_KBLI_EDITION));
}

static const char *
activity_title(const struct case_source *source)
{
	const struct kbli *kbli = activity(source);

	return kbli == NULL ? "" : kbli->title;
}

/* "; 2025: 22201", to stand behind the edition. */
static const char *
activity_other(const struct case_source *source)
{
	const struct kbli *kbli = activity(source);
	const struct kbli *other =
	    kbli == NULL ? NULL : kbli_other(source->facts->kbli, kbli);

	return other == NULL ?
	    "" :
	    arena_print(source->arena, "; %s: %s", other->edition, other->code);
}

/* Was it typed on another day than it was received? */
static bool
is_late(const struct case_source *source)
{
	char typed[DATE_TEXT_SIZE];

	date_print(local_date(record_integer(
		       source->facts->application, APPLICATION_TYPED_AT)),
	    typed);
	return strcmp(typed, cell(source, APPLICATION_RECEIVED_DATE)) != 0;
}

static const char *
typed_late(const struct case_source *source)
{
	return is_late(source) ? "Y" : "";
}

static const char *
typed(const struct case_source *source)
{
	int64_t at =
	    record_integer(source->facts->application, APPLICATION_TYPED_AT);

	return common_moment(
	    &source->common, case_date(source, local_date(at)), at);
}

/* The hour is known only of what was typed at once. */
static const char *
received(const struct case_source *source)
{
	return is_late(source) ? cell_date(source, APPLICATION_RECEIVED_DATE) :
				 typed(source);
}

static const char *
received_station(const struct case_source *source)
{
	return source->facts->received.station;
}

static const char *
received_officer(const struct case_source *source)
{
	return source->facts->received.officer;
}

static const char *
handed_by(const struct case_source *source)
{
	return strcmp(cell(source, APPLICATION_PROXY), "Y") == 0 ?
	    cell(source, APPLICATION_PROXY_NAME) :
	    cell(source, APPLICATION_NAME);
}

/*
 * Does it stand as lengkap dan benar, or did it to its end? An end says
 * nothing of that: also a file that never was, or was returned, may end.
 */
static bool
is_complete(const struct case_source *source)
{
	const struct process_clock *clock = source->facts->clock;
	size_t n = clock->n_steps;

	while (n > 0 && clock->steps[n - 1].effect == CLOCK_END)
		n--;
	return n > 0 && clock->steps[n - 1].effect == CLOCK_START;
}

static const char *
clock_started(const struct case_source *source)
{
	return is_complete(source) ? "Y" : "";
}

static const char *
complete_date(const struct case_source *source)
{
	return is_complete(source) ?
	    case_date(source, source->facts->clock->started) :
	    "";
}

/* In capitals, so that it is found at a glance: "KAM 03/12/2026". */
static const char *
due_date(const struct case_source *source)
{
	return is_complete(source) ?
	    common_date_loud(
		&source->common, source->facts->clock->due.date) :
	    "";
}

static const char *
due_provisional(const struct case_source *source)
{
	return is_complete(source) && source->facts->clock->due.is_provisional ?
	    "Y" :
	    "";
}

static const char *
returned_date(const struct case_source *source)
{
	return case_date(source, source->facts->returned.date);
}

static const char *
returned_officer(const struct case_source *source)
{
	return source->facts->returned.officer;
}

static const char *
reason(const struct case_source *source)
{
	return source->facts->returned.reason;
}

static const char *
handover_officer(const struct case_source *source)
{
	return source->facts->handed_over.officer;
}

static const char *
handover_station(const struct case_source *source)
{
	return source->facts->handed_over.station;
}

static const char *
certificate_date(const struct case_source *source)
{
	return cell_date(source, APPLICATION_CERTIFICATE_DATE);
}

static const char *
handover_date(const struct case_source *source)
{
	return cell_date(source, APPLICATION_HANDOVER_DATE);
}

/* The 30 calendar days begin with the day the service was received. */
static const char *
complaint_last(const struct case_source *source)
{
	struct date date = { 0 };

	if (!date_parse(cell(source, APPLICATION_HANDOVER_DATE), &date))
		return "";
	return case_date(source,
	    calendar_window(
		date, source->facts->standard->complaint_window.days));
}

static const struct name {
	const char *name;
	const char *(*value)(const struct case_source *source);
} names[] = {
	{ "activity.other", activity_other },
	{ "activity.title", activity_title },
	{ "certificate.date", certificate_date },
	{ "clock.started", clock_started },
	{ "complete.date", complete_date },
	{ "due.date", due_date },
	{ "due.provisional", due_provisional },
	{ "handed.by", handed_by },
	{ "handover.date", handover_date },
	{ "handover.officer", handover_officer },
	{ "handover.station", handover_station },
	{ "nik_masked", nik_masked },
	{ "reason", reason },
	{ "received", received },
	{ "received.officer", received_officer },
	{ "received.station", received_station },
	{ "returned.date", returned_date },
	{ "returned.officer", returned_officer },
	{ "typed", typed },
	{ "typed.late", typed_late },
	{ "window.last", complaint_last },
};

const char *
case_value(const struct case_source *source, const char *name)
{
	for (size_t i = 0; i < array_length(names); i++)
		if (strcmp(names[i].name, name) == 0)
			return names[i].value(source);
	return common_value(&source->common, name);
}

bool
case_value_is_known(const char *name)
{
	for (size_t i = 0; i < array_length(names); i++)
		if (strcmp(names[i].name, name) == 0)
			return true;
	return common_value_is_known(name);
}
