#include "domain/checklist.h"

#include <string.h>

#include "base/text.h"

static const char *const results[] = {
	[CHECK_OPEN] = "",
	[CHECK_RIGHT] = "B",
	[CHECK_WRONG] = "K",
	[CHECK_ABSENT] = "T",
	[CHECK_NOT_APPLICABLE] = "N",
};

const char *
check_result_text(enum check_result result)
{
	return results[result];
}

bool
check_result_parse(const char *text, enum check_result *ret_result)
{
	for (size_t i = 0; i < array_length(results); i++)
		if (strcmp(results[i], text) == 0) {
			*ret_result = (enum check_result)i;
			return true;
		}
	return false;
}

static void
judged(struct checklist_row *row, const struct record *check)
{
	if (!check_result_parse(record_text(check, CHECK_RESULT),
	    &row->result))
		row->result = CHECK_OPEN;
	row->note = record_text(check, CHECK_NOTE);
	row->document = record_text(check, CHECK_DOCUMENT);
	row->officer = record_text(check, CHECK_OFFICER);
	row->at_ms = record_integer(check, CHECK_AT);
}

static void
count(struct checklist *checklist, const struct checklist_row *row)
{
	if (row->requirement->stage != STAGE_COMPLETE)
		return;
	checklist->wanted++;
	switch (row->result) {
	case CHECK_OPEN: checklist->open++; break;
	case CHECK_RIGHT:
	case CHECK_NOT_APPLICABLE: checklist->right++; break;
	case CHECK_WRONG: checklist->wrong++; break;
	case CHECK_ABSENT: checklist->absent++; break;
	}
}

struct checklist
checklist_of(const struct standard *standard, const struct record *checks,
    size_t n, struct arena *arena)
{
	struct checklist checklist = { .n = standard->n_requirements };
	struct checklist_row *rows =
	    arena_array(arena, checklist.n, sizeof *rows);

	for (size_t i = 0; i < checklist.n; i++) {
		const struct requirement *requirement =
		    &standard->requirements[i];

		rows[i] = (struct checklist_row){ .requirement = requirement,
			.note = "", .document = "", .officer = "",
			.result = requirement->stage == STAGE_AFTER_ISSUE ?
			    CHECK_NOT_APPLICABLE : CHECK_OPEN };
		for (size_t j = 0; j < n; j++)
			if (strcmp(record_text(&checks[j], CHECK_CLAUSE),
			    requirement->clause) == 0)
				judged(&rows[i], &checks[j]);
		count(&checklist, &rows[i]);
	}
	checklist.rows = rows;
	return checklist;
}

const struct checklist_row *
checklist_row(const struct checklist *checklist, const char *clause)
{
	for (size_t i = 0; i < checklist->n; i++)
		if (strcmp(checklist->rows[i].requirement->clause, clause) ==
		    0)
			return &checklist->rows[i];
	return NULL;
}

static bool
has_place(const struct record *application)
{
	const char *location = record_text(application, APPLICATION_LOCATION);

	if (strcmp(location, "dalam") == 0)
		return record_has(application, APPLICATION_ESTATE);
	if (strcmp(location, "luar") == 0)
		return record_has(application, APPLICATION_ARTICLE_65);
	return false;
}

enum fail
checklist_judge(const struct standard *standard,
    const struct record *application, const char *clause,
    enum check_result result, const char *note, struct err *err)
{
	const struct requirement *requirement =
	    standard_requirement(standard, clause);
	bool has_note = note != NULL && note[strspn(note, " \n")] != '\0';

	if (requirement == NULL)
		return fail_say(err, FAIL_INVALID, "check.no-requirement",
		    clause, NULL);
	if (requirement->stage == STAGE_AFTER_ISSUE &&
	    result != CHECK_NOT_APPLICABLE && result != CHECK_OPEN)
		return fail_say(err, FAIL_INVALID, "check.after-issue",
		    requirement->mark, clause, NULL);
	if (result == CHECK_NOT_APPLICABLE && !requirement->may_not_apply)
		return fail_say(err, FAIL_INVALID, "check.must-apply",
		    requirement->mark, clause, NULL);
	if ((result == CHECK_WRONG || result == CHECK_ABSENT ||
	    result == CHECK_NOT_APPLICABLE) && !has_note)
		return fail_say(err, FAIL_INVALID, "check.note-wanted",
		    requirement->mark, clause, NULL);
	if (result == CHECK_RIGHT && requirement->needs_place &&
	    !has_place(application))
		return fail_say(err, FAIL_INVALID, "check.no-place",
		    requirement->mark, clause, NULL);
	return FAIL_NONE;
}

static const struct checklist_row *
marked(const struct checklist *checklist, const char *mark)
{
	for (size_t i = 0; i < checklist->n; i++)
		if (strcmp(checklist->rows[i].requirement->mark, mark) == 0)
			return &checklist->rows[i];
	return NULL;
}

bool
checklist_doubt(const struct checklist *checklist, struct fact *ret_fact)
{
	for (size_t i = 0; i < checklist->n; i++) {
		const struct checklist_row *row = &checklist->rows[i];
		const struct checklist_row *needed =
		    marked(checklist, row->requirement->needs);

		if (row->result != CHECK_RIGHT || needed == NULL ||
		    needed->result != CHECK_ABSENT)
			continue;
		fact_set(ret_fact, "check.without",
		    row->requirement->mark, needed->requirement->mark, NULL);
		return true;
	}
	return false;
}

static bool
blocks(const struct checklist_row *row)
{
	return row->requirement->stage == STAGE_COMPLETE &&
	    row->result != CHECK_RIGHT && row->result != CHECK_NOT_APPLICABLE;
}

void
checklist_blocking(const struct checklist *checklist,
    struct refusals *refusals)
{
	static const char *const codes[] = {
		[CHECK_OPEN] = "check.open",
		[CHECK_RIGHT] = "check.open",
		[CHECK_WRONG] = "check.wrong",
		[CHECK_ABSENT] = "check.absent",
		[CHECK_NOT_APPLICABLE] = "check.open",
	};

	for (size_t i = 0; i < checklist->n; i++) {
		const struct checklist_row *row = &checklist->rows[i];
		const struct requirement *requirement = row->requirement;

		if (blocks(row))
			refusals_add(refusals, requirement->clause,
			    requirement->brief, requirement->clause,
			    codes[row->result], requirement->mark,
			    requirement->brief, row->note, NULL);
	}
}

bool
checklist_is_complete(const struct checklist *checklist)
{
	for (size_t i = 0; i < checklist->n; i++)
		if (blocks(&checklist->rows[i]))
			return false;
	return true;
}

void
checklist_snapshot(const struct checklist *checklist, struct buf *out)
{
	for (size_t i = 0; i < checklist->n; i++)
		buf_print(out, "%s%s=%s", i > 0 ? " " : "",
		    checklist->rows[i].requirement->mark,
		    check_result_text(checklist->rows[i].result));
}
