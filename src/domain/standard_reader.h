#ifndef DOMAIN_STANDARD_READER_H
#define DOMAIN_STANDARD_READER_H

#include "domain/standard.h"

/* What the files that read a standard share: the text, the rules, the checks
 * that wait until all of the text is there. */
struct read_requirement {
	struct requirement requirement;
	size_t clause; /* index */
	int line;
};

/* A clause that a rule names. */
struct mention {
	const char *clause;
	int line;
};

struct standard_reader {
	const struct document *document;
	struct problems *problems;
	struct standard *standard;
	struct clause *clauses;
	size_t n_clauses, clauses_room;
	struct read_requirement *requirements;
	size_t n_requirements, requirements_room;
	struct mention *mentions;
	size_t n_mentions, mentions_room;
	unsigned seen; /* bits: words of the head that were there */
};

/* A problem at a directive, whose name is the argument. */
void standard_problem(struct standard_reader *reader,
    const struct directive *directive, const char *code);

/* The one word of a directive, as flowing text; "" with a problem. */
const char *standard_text(struct standard_reader *reader,
    const struct directive *directive);

/* A directive that takes no block: a problem when it has one. */
void standard_no_block(struct standard_reader *reader,
    const struct directive *directive);

/* A group with everything in it, onto the clauses. */
void standard_take_group(struct standard_reader *reader,
    const struct directive *directive);

/* A clause that must be there once the file is read. */
void standard_mention(struct standard_reader *reader,
    const struct directive *directive, const char *clause);

/* All of the file was taken: put it together, tell what does not fit. */
void standard_finish(struct standard_reader *reader,
    const struct directive *head);

#endif
