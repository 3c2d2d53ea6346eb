#ifndef DOMAIN_STANDARD_READER_H
#define DOMAIN_STANDARD_READER_H

#include "domain/standard.h"

/* What the two files that read a standard share: the text and the rules. */
struct standard_reader {
	const struct document *document;
	struct problems *problems;
	struct standard *standard;
	struct clause *clauses;
	size_t n_clauses, clauses_room;
	struct requirement *requirements;
	size_t n_requirements, requirements_room;
};

void standard_problem(struct standard_reader *reader,
    const struct directive *directive, const char *code);

/* The one word of a directive, as flowing text; "" with a problem. */
const char *standard_text(struct standard_reader *reader,
    const struct directive *directive);

/* A group with everything in it, onto the clauses. */
void standard_take_group(struct standard_reader *reader,
    const struct directive *directive);

#endif
