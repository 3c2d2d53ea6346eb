#include <string.h>

#include "paper/complaint_inside.h"

/* What the office made of a complaint, under the names papers use. */

/* "kind.saran" of words.paper; "" when the cell is empty. */
const char *
complaint_word(const struct paper_common *common, const char *group,
    const char *code)
{
	return *code == '\0' ? "" : common_word(common,
	    arena_print(common->arena, "%s.%s", group, code));
}

static const char *
reviewed(const struct paper_complaint *complaint, enum review_cell cell)
{
	return complaint->review == NULL ? "" :
	    record_text(complaint->review, (int)cell);
}

static const char *
problem(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	const char *code = reviewed(complaint, REVIEW_PROBLEM);
	const struct standard *standard = complaint->standard;

	for (size_t i = 0; i < standard->n_elements; i++)
		if (strcmp(code, arena_print(common->arena, "%zu", i + 1)) ==
		    0)
			return standard->elements[i].key;
	return reviewed(complaint, REVIEW_PROBLEM_OTHER);
}

static const char *
class(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	return complaint_word(common, "class",
	    reviewed(complaint, REVIEW_CLASS));
}

static const char *
level_text(const struct paper_complaint *complaint, const char *class_code,
    const char *level)
{
	return complaint->words == NULL ? level : complaint_level_text(
	    complaint->words, class_code, level);
}

static const char *
level(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	(void)common;
	return level_text(complaint, reviewed(complaint, REVIEW_CLASS),
	    reviewed(complaint, REVIEW_LEVEL));
}

static const char *
report_level(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	(void)common;
	return complaint->level == NULL ? "" : level_text(complaint,
	    record_text(complaint->level, LEVEL_CLASS),
	    record_text(complaint->level, LEVEL_LEVEL));
}

static const char *
report_cell(const struct paper_complaint *complaint, enum level_cell cell)
{
	return complaint->level == NULL ? "" :
	    record_text(complaint->level, (int)cell);
}

static const char *
report_number(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	(void)common;
	return report_cell(complaint, LEVEL_NUMBER);
}

static const char *
report_date(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	struct date date = { 0 };

	return date_parse(report_cell(complaint, LEVEL_DATE), &date) ?
	    common_date(common, date) : "";
}

static const char *
report_recipient(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	(void)common;
	return report_cell(complaint, LEVEL_RECIPIENT);
}

/* The codes of a "many" as words, joined by commas. */
static const char *
plan(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	const char *at = reviewed(complaint, REVIEW_PLAN);
	const char *text = "";

	while (*at != '\0') {
		size_t n = strcspn(at, " ");
		const char *code = arena_print(common->arena, "%.*s", (int)n,
		    at);

		text = arena_print(common->arena, "%s%s%s", text,
		    *text == '\0' ? "" : ", ",
		    complaint_word(common, "step", code));
		at += n + strspn(at + n, " ");
	}
	return text;
}

/* To whom it is sent on: the letter's, else who was made to help. */
static const char *
sent_to(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	const char *to = reviewed(complaint, REVIEW_FORWARD_TO);

	if (*to != '\0')
		return to;
	to = reviewed(complaint, REVIEW_AGENCY);
	return strcmp(reviewed(complaint, REVIEW_CLASS), "apip") == 0 ||
	    *to == '\0' ? common_word(common, "class.apip") : to;
}

static const char *
approval_name(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	const char *text;

	(void)common;
	if (complaint->approval == NULL)
		return "";
	text = record_text(complaint->approval, APPROVAL_NAME);
	return *text != '\0' ? text :
	    record_text(complaint->approval, APPROVAL_OFFICER);
}

static const char *
approval_post(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	(void)common;
	return complaint->approval == NULL ? "" :
	    record_text(complaint->approval, APPROVAL_POST);
}

static const struct {
	const char *name;
	complaint_value_fn *value;
} names[] = {
	{ "approval.name", approval_name },
	{ "approval.post", approval_post },
	{ "class.name", class },
	{ "level.name", level },
	{ "plan.name", plan },
	{ "problem.name", problem },
	{ "report.date", report_date },
	{ "report.level", report_level },
	{ "report.number", report_number },
	{ "report.recipient", report_recipient },
	{ "sent.to", sent_to },
};

const char *
complaint_reviewed(const struct paper_complaint *complaint,
    const struct paper_common *common, const char *wanted)
{
	for (size_t i = 0; i < array_length(names); i++)
		if (strcmp(names[i].name, wanted) == 0)
			return names[i].value(complaint, common);
	return complaint_cell(complaint, common, wanted);
}

bool
complaint_reviewed_is_known(const char *wanted)
{
	for (size_t i = 0; i < array_length(names); i++)
		if (strcmp(names[i].name, wanted) == 0)
			return true;
	return complaint_cell_is_known(wanted);
}
