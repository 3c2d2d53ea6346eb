/* The requirements of a case as lists on paper. */

#include <string.h>

#include "paper/case_inside.h"

static bool
is_before_issue(const struct checklist_row *row)
{
	return row->requirement->stage != STAGE_AFTER_ISSUE;
}

static bool
is_after_issue(const struct checklist_row *row)
{
	return row->requirement->stage == STAGE_AFTER_ISSUE;
}

/* It keeps the file from being lengkap dan benar. */
static bool
is_blocking(const struct checklist_row *row)
{
	return row->requirement->stage == STAGE_COMPLETE &&
	    row->result != CHECK_RIGHT && row->result != CHECK_NOT_APPLICABLE;
}

static bool
is_failed(const struct checklist_row *row)
{
	return row->result == CHECK_WRONG || row->result == CHECK_ABSENT;
}

static const struct list {
	const char *name;
	bool (*has)(const struct checklist_row *row);
} lists[] = {
	{ "requirements", is_before_issue },
	{ "obligations", is_after_issue },
	{ "blocking", is_blocking },
	{ "failed", is_failed },
};

static const struct list *
find_list(const char *name)
{
	for (size_t i = 0; i < array_length(lists); i++)
		if (strcmp(lists[i].name, name) == 0)
			return &lists[i];
	return NULL;
}

enum entry {
	ENTRY_MARK,
	ENTRY_SHORT,
	ENTRY_TEXT,
	ENTRY_CLAUSE,
	ENTRY_RESULT,
	ENTRY_NOTE,
	ENTRY_DOCUMENT,
	ENTRIES
};

static const char *const entry_names[ENTRIES] = {
	[ENTRY_MARK] = "mark",
	[ENTRY_SHORT] = "short",
	[ENTRY_TEXT] = "text",
	[ENTRY_CLAUSE] = "clause",
	[ENTRY_RESULT] = "result",
	[ENTRY_NOTE] = "note",
	[ENTRY_DOCUMENT] = "document",
};

static const char *
result(const struct case_source *source, const struct checklist_row *row)
{
	if (is_after_issue(row))
		return case_word(source, "result.later");
	if (row->result == CHECK_OPEN)
		return case_word(source, "result.open");
	return case_word(source,
	    arena_print(
		source->arena, "result.%s", check_result_text(row->result)));
}

static const char *
entry_value(const struct case_source *source, const struct checklist_row *row,
    enum entry entry)
{
	switch (entry) {
	case ENTRY_MARK: return row->requirement->mark;
	case ENTRY_SHORT: return row->requirement->brief;
	case ENTRY_TEXT: return row->requirement->text;
	case ENTRY_CLAUSE: return row->requirement->clause;
	case ENTRY_RESULT: return result(source, row);
	case ENTRY_NOTE: return row->note;
	case ENTRY_DOCUMENT: return row->document;
	case ENTRIES: break;
	}
	return NULL;
}

static enum entry
find_entry(const char *name)
{
	enum entry entry = 0;

	while (entry < ENTRIES && strcmp(entry_names[entry], name) != 0)
		entry++;
	return entry;
}

const char *
case_entry(const struct case_source *source, const char *list, size_t index,
    const char *name)
{
	const struct checklist *checklist = source->facts->checklist;
	const struct list *of = find_list(list);
	size_t at = 0;

	for (size_t i = 0; of != NULL && i < checklist->n; i++)
		if (of->has(&checklist->rows[i]) && at++ == index)
			return entry_value(
			    source, &checklist->rows[i], find_entry(name));
	return NULL;
}

size_t
case_entries(const struct case_source *source, const char *list)
{
	const struct checklist *checklist = source->facts->checklist;
	const struct list *of = find_list(list);
	size_t n = 0;

	for (size_t i = 0; of != NULL && i < checklist->n; i++)
		if (of->has(&checklist->rows[i]))
			n++;
	return n;
}

bool
case_entry_is_known(const char *name)
{
	return find_entry(name) < ENTRIES || find_list(name) != NULL;
}
