#include <string.h>

#include "domain/standard_reader.h"

/* What can be told only when all of a standard's file was taken. */

void
standard_mention(struct standard_reader *reader,
    const struct directive *directive, const char *clause)
{
	reader->mentions = arena_grow(reader->problems->arena,
	    reader->mentions, reader->n_mentions, &reader->mentions_room,
	    sizeof *reader->mentions);
	reader->mentions[reader->n_mentions++] =
	    (struct mention){ clause, directive->line };
}

static void
say(struct standard_reader *reader, int line, const char *code,
    const char *arg)
{
	problems_add(reader->problems, reader->document->file, line, code,
	    arg, NULL);
}

static bool
has_mark(const struct standard *standard, const char *mark, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(standard->requirements[i].mark, mark) == 0)
			return true;
	return false;
}

static void
finish_requirements(struct standard_reader *reader)
{
	struct standard *standard = reader->standard;
	struct requirement *list = arena_array(reader->problems->arena,
	    reader->n_requirements, sizeof *list);

	standard->requirements = list;
	standard->n_requirements = reader->n_requirements;
	for (size_t i = 0; i < reader->n_requirements; i++) {
		const struct read_requirement *from = &reader->requirements[i];
		const struct clause *clause = &standard->clauses[from->clause];

		list[i] = from->requirement;
		list[i].clause = clause->id;
		list[i].brief = clause->brief;
		list[i].text = clause->text;
		if (*clause->brief == '\0')
			say(reader, from->line, "standard.no-short",
			    clause->id);
		if (has_mark(standard, list[i].mark, i) ||
		    standard_requirement(standard, clause->id) != &list[i])
			say(reader, from->line, "standard.twice",
			    list[i].mark);
	}
	for (size_t i = 0; i < standard->n_requirements; i++)
		if (*list[i].needs != '\0' &&
		    !has_mark(standard, list[i].needs,
		    standard->n_requirements))
			say(reader, reader->requirements[i].line,
			    "standard.no-requirement", list[i].needs);
}

/* Give channels, categories and elements the short titles of their clauses. */
static const struct named_clause *
finish_named(struct standard_reader *reader, const struct named_clause *named,
    size_t n)
{
	struct named_clause *list =
	    arena_array(reader->problems->arena, n, sizeof *list);

	for (size_t i = 0; i < n; i++) {
		const struct clause *clause =
		    standard_clause(reader->standard, named[i].clause);

		list[i] = named[i];
		if (clause != NULL)
			list[i].name = *clause->brief != '\0' ?
			    clause->brief : clause->title;
	}
	return list;
}

static void
finish_head(struct standard_reader *reader, const struct directive *head)
{
	const struct standard *standard = reader->standard;

	if (*standard->head == '\0')
		say(reader, head->line, "standard.lacks", "head");
	if (standard->n_clauses == 0)
		say(reader, head->line, "standard.lacks", "group");
	if (standard->n_kbli == 0)
		say(reader, head->line, "standard.lacks", "kbli");
	if (standard->n_scales == 0)
		say(reader, head->line, "standard.lacks", "scale");
	if (!standard->is_free)
		say(reader, head->line, "standard.lacks", "fee");
	if (standard->n_requirements == 0)
		say(reader, head->line, "standard.lacks", "requirement");
	if (standard->process.days == 0)
		say(reader, head->line, "standard.lacks", "process");
	if (standard->complaint_window.days == 0)
		say(reader, head->line, "standard.lacks", "complaint-window");
	if (standard->complaint_answer.days == 0)
		say(reader, head->line, "standard.lacks", "complaint-answer");
}

void
standard_finish(struct standard_reader *reader, const struct directive *head)
{
	struct standard *standard = reader->standard;

	standard->clauses = reader->clauses;
	standard->n_clauses = reader->n_clauses;
	finish_requirements(reader);
	for (size_t i = 0; i < reader->n_mentions; i++)
		if (standard_clause(standard, reader->mentions[i].clause) ==
		    NULL)
			say(reader, reader->mentions[i].line,
			    "standard.no-clause", reader->mentions[i].clause);
	standard->channels = finish_named(reader, standard->channels,
	    standard->n_channels);
	standard->categories = finish_named(reader, standard->categories,
	    standard->n_categories);
	standard->elements = finish_named(reader, standard->elements,
	    standard->n_elements);
	finish_head(reader, head);
}
