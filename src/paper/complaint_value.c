#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/complaint.h"
#include "domain/identity.h"
#include "paper/complaint_inside.h"

/* What is known of one complaint, each fact under the name papers use. */

/* Columns of the story on a receipt: "uraian singkat". */
enum { BRIEF_COLUMNS = 200 };

static const char *
said(const struct paper_complaint *complaint, enum complaint_cell cell)
{
	return record_text(complaint->complaint, (int)cell);
}

static bool
is_confidential(const struct paper_complaint *complaint)
{
	return strcmp(said(complaint, COMPLAINT_CONFIDENTIAL), "Y") == 0;
}

/* A cell of the pelapor; "" when nobody may know. */
static const char *
of_person(const struct paper_complaint *complaint, enum complainant_cell cell)
{
	if (complaint->n_people == 0 || is_confidential(complaint))
		return "";
	return record_text(&complaint->people[0], (int)cell);
}

static const char *
name(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	const char *text = of_person(complaint, COMPLAINANT_NAME);

	if (is_confidential(complaint))
		return common_word(common, "person.hidden");
	return *text == '\0' ? common_word(common, "person.none") : text;
}

/* Between the brackets where somebody signs: room for who is not known. */
static const char *
signer(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	const char *text = of_person(complaint, COMPLAINANT_NAME);

	(void)common;
	return *text == '\0' ? "                  " : text;
}

static const char *
nik_masked(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	const char *nik = of_person(complaint, COMPLAINANT_NIK);
	char text[IDENTITY_SIZE];

	if (*nik == '\0')
		return "";
	nik_mask(nik, text);
	return arena_text(common->arena, text);
}

/* Any one way to reach the person, as people write it. */
static const char *
contact(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	static const enum complainant_cell cells[] = { COMPLAINANT_EMAIL,
		COMPLAINANT_ACCOUNT, COMPLAINANT_ADDRESS };
	const char *phone = of_person(complaint, COMPLAINANT_PHONE);
	char printed[IDENTITY_SIZE];

	if (*phone != '\0' && strlen(phone) < IDENTITY_SIZE / 2) {
		phone_print(phone, printed);
		return arena_text(common->arena, printed);
	}
	for (size_t i = 0; i < array_length(cells); i++) {
		const char *text = of_person(complaint, cells[i]);

		if (*text != '\0')
			return text;
	}
	return "";
}

static const char *
kind(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	return complaint_word(common, "kind", said(complaint, COMPLAINT_KIND));
}

static const char *
manner(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	return complaint_word(common, "manner",
	    said(complaint, COMPLAINT_MANNER));
}

/* The short title of the clause that names the channel. */
static const char *
channel(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	const char *key = said(complaint, COMPLAINT_CHANNEL);

	(void)common;
	for (size_t i = 0; i < complaint->standard->n_channels; i++)
		if (strcmp(complaint->standard->channels[i].key, key) == 0)
			return complaint->standard->channels[i].name;
	return key;
}

static const char *
arrived(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	return common_date(common, complaint_arrived(complaint->complaint));
}

static const char *
received(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	const char *time = said(complaint, COMPLAINT_RECEIVED_TIME);

	return arena_print(common->arena, "%s%s%s",
	    arrived(complaint, common), *time == '\0' ? "" : " ", time);
}

static const char *
received_officer(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	(void)common;
	return complaint->received.officer;
}

static const char *
received_station(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	(void)common;
	return complaint->received.station;
}

static const char *
typed(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	int64_t at =
	    record_integer(complaint->complaint, COMPLAINT_TYPED_AT);

	return common_moment(common, common_date(common, local_date(at)), at);
}

static const char *
typed_late(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	int64_t at =
	    record_integer(complaint->complaint, COMPLAINT_TYPED_AT);

	(void)common;
	return date_compare(local_date(at),
	    complaint_arrived(complaint->complaint)) == 0 ? "" : "Y";
}

static const char *
due_date(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	return common_date_loud(common, complaint->due.date);
}

static const char *
due_provisional(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	(void)common;
	return complaint->due.is_provisional ? "Y" : "";
}

static const char *
answered(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	return common_date(common, complaint->answered);
}

static const char *
late_days(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	return complaint->late_days <= 0 ? "" :
	    common_number(common, complaint->late_days);
}

static const char *
state(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	(void)common;
	return complaint->state;
}

/* A text cut to so many columns, line ends as blanks. */
static const char *
cut(const char *text, size_t columns, struct arena *arena)
{
	size_t size = text_fit_columns(text, columns);
	char *copy = arena_bytes(arena, text, size);

	for (char *at = copy; *at != '\0'; at++)
		if (*at == '\n')
			*at = ' ';
	return text[size] == '\0' ? copy : arena_print(arena, "%s ...", copy);
}

static const char *
brief(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	return cut(said(complaint, COMPLAINT_MATERIAL), BRIEF_COLUMNS,
	    common->arena);
}

/* What it is about in a line: the object, or how the story begins. */
static const char *
about(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	const char *object = said(complaint, COMPLAINT_OBJECT);

	return *object != '\0' ? object :
	    cut(said(complaint, COMPLAINT_MATERIAL), BRIEF_COLUMNS / 4,
		common->arena);
}

static const struct {
	const char *name;
	complaint_value_fn *value;
} names[] = {
	{ "about", about },
	{ "answered", answered },
	{ "arrived", arrived },
	{ "channel.name", channel },
	{ "contact", contact },
	{ "due.date", due_date },
	{ "due.provisional", due_provisional },
	{ "kind.name", kind },
	{ "late.days", late_days },
	{ "manner.name", manner },
	{ "material.brief", brief },
	{ "name", name },
	{ "nik_masked", nik_masked },
	{ "received", received },
	{ "received.officer", received_officer },
	{ "received.station", received_station },
	{ "signer", signer },
	{ "state", state },
	{ "typed", typed },
	{ "typed.late", typed_late },
};

const char *
complaint_value(const struct paper_complaint *complaint,
    const struct paper_common *common, const char *wanted)
{
	const char *text;

	for (size_t i = 0; i < array_length(names); i++)
		if (strcmp(names[i].name, wanted) == 0)
			return names[i].value(complaint, common);
	text = account_value(complaint, common, wanted);
	return text != NULL ? text :
	    complaint_reviewed(complaint, common, wanted);
}

bool
complaint_value_is_known(const char *wanted)
{
	for (size_t i = 0; i < array_length(names); i++)
		if (strcmp(names[i].name, wanted) == 0)
			return true;
	return complaint_reviewed_is_known(wanted);
}
