#include "paper/common.h"

#include <string.h>

#include "base/clock.h"

const char *
common_word(const struct paper_common *common, const char *key)
{
	const char *word = paper_word(common->words, key);

	return word == NULL ? key : word;
}

const char *
common_date(const struct paper_common *common, struct date date)
{
	char key[] = "weekday.0", text[DATE_TEXT_SIZE];

	if (date_is_none(date))
		return "";
	key[sizeof key - 2] = (char)('1' + (int)date_weekday(date));
	date_print_local(date, text);
	return arena_print(common->arena, "%s %s", common_word(common, key),
	    text);
}

const char *
common_date_loud(const struct paper_common *common, struct date date)
{
	char *text = arena_text(common->arena, common_date(common, date));

	for (char *at = text; *at != '\0'; at++)
		if (*at >= 'a' && *at <= 'z')
			*at = (char)(*at - 'a' + 'A');
	return text;
}

const char *
common_moment(const struct paper_common *common, const char *date, int64_t ms)
{
	struct local_time local = local_time(ms);

	return arena_print(common->arena, "%s %02d:%02d", date, local.hour,
	    local.minute);
}

const char *
common_number(const struct paper_common *common, int number)
{
	return arena_print(common->arena, "%d", number);
}

static const char *
copy(const struct paper_common *common)
{
	if (common->print.copy <= 1)
		return common_word(common, "copy.first");
	return arena_print(common->arena, "%s%d",
	    common_word(common, "copy.again"), common->print.copy);
}

static const char *
printed(const struct paper_common *common)
{
	char date[DATE_TEXT_SIZE];

	date_print_local(local_date(common->print.now_ms), date);
	return common_moment(common, date, common->print.now_ms);
}

static const char *
practice(const struct paper_common *common)
{
	return common->print.is_practice ? "Y" : "";
}

static const char *
officer(const struct paper_common *common)
{
	return common->print.officer;
}

static const char *
station(const struct paper_common *common)
{
	return common->print.station;
}

static const char *
service_number(const struct paper_common *common)
{
	return common->standard->number;
}

static const char *
service_name(const struct paper_common *common)
{
	return common->standard->name;
}

static const char *
product(const struct paper_common *common)
{
	return common->standard->product;
}

static const char *
motto(const struct paper_common *common)
{
	return common->standard->motto;
}

static const char *
process_days(const struct paper_common *common)
{
	return common_number(common, common->standard->process.days);
}

static const char *
process_clause(const struct paper_common *common)
{
	return common->standard->process.clause;
}

static const char *
window_days(const struct paper_common *common)
{
	return common_number(common, common->standard->complaint_window.days);
}

static const char *
answer_days(const struct paper_common *common)
{
	return common_number(common, common->standard->complaint_answer.days);
}

static const char *
answer_clause(const struct paper_common *common)
{
	return common->standard->complaint_answer.clause;
}

static const struct name {
	const char *name;
	const char *(*value)(const struct paper_common *common);
} names[] = {
	{ "answer.clause", answer_clause },
	{ "answer.days", answer_days },
	{ "copy", copy },
	{ "motto", motto },
	{ "officer", officer },
	{ "practice", practice },
	{ "printed", printed },
	{ "process.clause", process_clause },
	{ "process.days", process_days },
	{ "product", product },
	{ "service.name", service_name },
	{ "service.number", service_number },
	{ "station", station },
	{ "window.days", window_days },
};

const char *
common_value(const struct paper_common *common, const char *name)
{
	for (size_t i = 0; i < array_length(names); i++)
		if (strcmp(names[i].name, name) == 0)
			return names[i].value(common);
	return NULL;
}

bool
common_value_is_known(const char *name)
{
	for (size_t i = 0; i < array_length(names); i++)
		if (strcmp(names[i].name, name) == 0)
			return true;
	return false;
}
