#ifndef FORMS_READER_H
#define FORMS_READER_H

#include "forms/definition.h"

/* The reading of one form file, in parts: definition*.c. Private to forms. */

/* A name another field is meant by, looked up when all fields are there. */
struct pending_name {
	const char *name; /* NULL: none */
	int line;
};

/* One word inside a field, and what it does with the rest of its line. */
struct form_reader;
struct field_word {
	const char *name;
	size_t least, most; /* words after it */
	void (*read)(struct form_reader *reader, struct field *field,
	    const struct directive *line);
};

/* What is known of a field besides struct field, while it is read. */
struct field_notes {
	struct pending_name source, fills, edition, instead_of;
	bool has_privacy;
};

struct form_reader {
	const struct document *document;
	const struct form_clauses *clauses;
	struct problems *problems;
	struct form *form;
	struct field *fields;
	struct field_notes *notes;
	size_t n, room, notes_room;
	struct form_section *sections;
	size_t sections_room;
	struct pending_name *late; /* of conditions: no such field so far */
	size_t n_late, late_room;
	/* Where the next field goes: definition_layout.c. */
	int page;
	int next_row[2]; /* of the left and the right column */
	enum form_side side;
};

/* Report with the file's name: code, then arguments, ended by NULL. */
#define reader_say(reader, line, ...) \
	problems_add( \
	    (reader)->problems, (reader)->document->file, line, __VA_ARGS__)

/* definition_field.c: one "field" directive, appended to reader->fields. */
void read_field(struct form_reader *reader, const struct directive *directive)
    nonnull(1, 2);

/* definition_words.c: the words that may stand in a field. */
const struct field_word *field_words(size_t *ret_n) nonnull(1);

/*
 * Index of word among n, or -1 and the problem: code, the word, and what was
 * likely meant (or all there is).
 */
int reader_one_of(struct form_reader *reader, int line, const char *code,
    const char *const *known, size_t n, const char *word) nonnull(1, 3, 6);

/* definition_layout.c: pages, columns and rows. */
void layout_page(struct form_reader *reader) nonnull(1);
void layout_section(struct form_reader *reader, struct form_section *section)
    nonnull(1, 2);
void layout_field(struct form_reader *reader, struct field *field,
    const struct form_section *section) nonnull(1, 2, 3);
void layout_gap(struct form_reader *reader) nonnull(1);

/* definition_check.c: what only the whole form shows. */
void check_form(struct form_reader *reader) nonnull(1);

/* A number of 1 to most in word; 0 and a problem when it is none. */
int read_number(struct form_reader *reader, int line, const char *word,
    int most) nonnull(1);

#endif
