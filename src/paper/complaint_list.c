#include <string.h>

#include "paper/complaint_inside.h"

/* Lists about one complaint, and its cells by their own names. */

/* Entry index of a list under a name; NULL when the list has no such name. */
typedef const char *entry_fn(const struct paper_complaint *complaint,
    const struct paper_common *common, size_t index, const char *name);
typedef size_t count_fn(const struct paper_complaint *complaint,
    const struct paper_common *common);

/* The channels of the standard, for who wants to complain again. */
static const char *
channel_entry(const struct paper_complaint *complaint,
    const struct paper_common *common, size_t index, const char *name)
{
	const struct named_clause *channel =
	    &complaint->standard->channels[index];
	const struct clause *clause =
	    standard_clause(complaint->standard, channel->clause);

	(void)common;
	if (strcmp(name, "mark") == 0)
		return channel->key;
	if (strcmp(name, "short") == 0)
		return channel->name;
	if (strcmp(name, "clause") == 0)
		return channel->clause;
	if (strcmp(name, "text") == 0)
		return clause == NULL ? "" : clause->text;
	return NULL;
}

static size_t
channel_count(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	(void)common;
	return complaint->standard->n_channels;
}

static const char *
handling_entry(const struct paper_complaint *complaint,
    const struct paper_common *common, size_t index, const char *name)
{
	const struct record *handling = &complaint->handlings[index];
	const char *text = record_named(handling, name);
	struct date date = { 0 };

	if (text == NULL)
		return NULL;
	if (strcmp(name, "kind") == 0)
		return complaint_word(common, "step", text);
	if (strcmp(name, "together") == 0)
		return complaint_word(common, "together", text);
	return date_parse(text, &date) ? common_date(common, date) : text;
}

static size_t
handling_count(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	(void)common;
	return complaint->n_handlings;
}

/* Word index of those joined by blanks; NULL behind the last. */
static const char *
word_of(const char *words, size_t index, struct arena *arena)
{
	for (const char *at = words; *at != '\0';) {
		size_t n = strcspn(at, " ");

		if (n > 0 && index-- == 0)
			return arena_bytes(arena, at, n);
		at += n + strspn(at + n, " ");
	}
	return NULL;
}

static const char *
clauses_of(const struct paper_complaint *complaint)
{
	return complaint->review == NULL ? "" :
	    record_text(complaint->review, REVIEW_CLAUSES);
}

static const char *
clause_entry(const struct paper_complaint *complaint,
    const struct paper_common *common, size_t index, const char *name)
{
	const char *id = word_of(clauses_of(complaint), index, common->arena);
	const struct clause *clause =
	    standard_clause(complaint->standard, id == NULL ? "" : id);

	if (strcmp(name, "clause") == 0)
		return id;
	if (strcmp(name, "text") == 0)
		return clause == NULL ? "" : clause->text;
	if (strcmp(name, "short") != 0)
		return NULL;
	return clause == NULL ? "" : *clause->brief != '\0' ? clause->brief :
	    *clause->title != '\0' ? clause->title : clause->text;
}

static size_t
clause_count(const struct paper_complaint *complaint,
    const struct paper_common *common)
{
	const char *words = clauses_of(complaint);
	size_t n = 0;

	while (word_of(words, n, common->arena) != NULL)
		n++;
	return n;
}

/* Line index of a text; NULL behind the last. */
static const char *
line_of(const char *text, size_t index, struct arena *arena)
{
	for (const char *at = text; *at != '\0';) {
		size_t n = strcspn(at, "\n");

		if (index-- == 0)
			return arena_bytes(arena, at, n);
		at += n + (at[n] == '\n');
	}
	return NULL;
}

static size_t
line_count(const char *text)
{
	size_t n = 0;

	for (const char *at = text; *at != '\0'; n++) {
		at += strcspn(at, "\n");
		at += *at == '\n';
	}
	return n;
}

static const char *
answer_of(const struct paper_complaint *complaint)
{
	return complaint->review == NULL ? "" :
	    record_text(complaint->review, REVIEW_ANSWER);
}

static const char *
report_of(const struct paper_complaint *complaint)
{
	return complaint->level == NULL ? "" :
	    record_text(complaint->level, LEVEL_TEXT);
}

static const char *
material_of(const struct paper_complaint *complaint)
{
	return record_text(complaint->complaint, COMPLAINT_MATERIAL);
}

/* Texts whose lines are kept: "each answer_lines { text "{line}" }". */
static const struct {
	const char *name;
	const char *(*text)(const struct paper_complaint *complaint);
} texts[] = {
	{ "answer_lines", answer_of },
	{ "material_lines", material_of },
	{ "report_lines", report_of },
};

static const struct {
	const char *name;
	entry_fn *entry;
	count_fn *count;
} lists[] = {
	{ "channels", channel_entry, channel_count },
	{ "clause_list", clause_entry, clause_count },
	{ "handlings", handling_entry, handling_count },
};

const char *
complaint_entry(const struct paper_complaint *complaint,
    const struct paper_common *common, const char *list, size_t index,
    const char *name)
{
	for (size_t i = 0; i < array_length(lists); i++)
		if (strcmp(lists[i].name, list) == 0)
			return lists[i].entry(complaint, common, index, name);
	for (size_t i = 0; i < array_length(texts); i++)
		if (strcmp(texts[i].name, list) == 0 &&
		    strcmp(name, "line") == 0)
			return line_of(texts[i].text(complaint), index,
			    common->arena);
	return account_entry(complaint, common, list, index, name);
}

size_t
complaint_entries(const struct paper_complaint *complaint,
    const struct paper_common *common, const char *list)
{
	for (size_t i = 0; i < array_length(lists); i++)
		if (strcmp(lists[i].name, list) == 0)
			return lists[i].count(complaint, common);
	for (size_t i = 0; i < array_length(texts); i++)
		if (strcmp(texts[i].name, list) == 0)
			return line_count(texts[i].text(complaint));
	return account_entries(complaint, list);
}

bool
complaint_entry_is_known(const char *name)
{
	static const char *const words[] = { "line", "mark", "short", "text",
		"clause" };

	for (size_t i = 0; i < array_length(words); i++)
		if (strcmp(words[i], name) == 0)
			return true;
	for (size_t i = 0; i < array_length(lists); i++)
		if (strcmp(lists[i].name, name) == 0)
			return true;
	for (size_t i = 0; i < array_length(texts); i++)
		if (strcmp(texts[i].name, name) == 0)
			return true;
	return account_name_is_known(name) ||
	    table_cell(table_of(TABLE_HANDLING), name) >= 0;
}

/* Of which record a cell is, or NULL when it may not be named here. */
static const struct record *
record_of_cell(const struct paper_complaint *complaint,
    enum table_number table)
{
	if (table == TABLE_COMPLAINT)
		return complaint->complaint;
	if (table == TABLE_REVIEW)
		return complaint->review;
	if (complaint->n_people == 0 || strcmp(record_text(
	    complaint->complaint, COMPLAINT_CONFIDENTIAL), "Y") == 0)
		return NULL;
	return &complaint->people[0];
}

static const enum table_number cell_tables[] = { TABLE_COMPLAINT,
	TABLE_REVIEW, TABLE_COMPLAINANT };

/* The table that has the cell; numbers of identities are in none. */
static bool
table_with(const char *name, enum table_number *ret_table)
{
	for (size_t i = 0; i < array_length(cell_tables); i++) {
		const struct table *table = table_of(cell_tables[i]);
		int cell = table_cell(table, name);

		if (cell < 0)
			continue;
		*ret_table = cell_tables[i];
		return table->cells[cell].privacy != PRIVACY_IDENTITY;
	}
	return false;
}

const char *
complaint_cell(const struct paper_complaint *complaint,
    const struct paper_common *common, const char *name)
{
	const struct record *record;
	enum table_number table;
	struct date date = { 0 };
	const char *text;

	if (!table_with(name, &table))
		return NULL;
	record = record_of_cell(complaint, table);
	text = record == NULL ? "" : record_named(record, name);
	if (text == NULL)
		text = "";
	return date_parse(text, &date) ? common_date(common, date) : text;
}

bool
complaint_cell_is_known(const char *name)
{
	enum table_number table;

	return table_with(name, &table);
}
