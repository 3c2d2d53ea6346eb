#ifndef FORMS_DEFINITION_H
#define FORMS_DEFINITION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/directive.h"
#include "domain/table.h"

/*
 * A sheet to fill in, as forms/NAME.form defines it: which fields, in which
 * order and place, and what each may hold. Nothing here is about one person's
 * answers (forms/answers.h). forms/README tells every word of the files.
 */
enum field_type {
	FIELD_NIK,
	FIELD_NPWP,
	FIELD_NIB,
	FIELD_KBLI,
	FIELD_PHONE,
	FIELD_DATE,
	FIELD_NAME,
	FIELD_TEXT,
	FIELD_AREA,     /* several lines */
	FIELD_CHOICE,   /* one of the field's choices */
	FIELD_MANY,     /* some of them: codes joined by blanks */
	FIELD_YES_NO,   /* "Y" or "T" */
	FIELD_REGION,   /* code of a village */
	FIELD_STANDARD, /* number of a service standard */
	FIELD_DIGITS,
	FIELD_EMAIL,
	FIELD_SECRET,   /* never stored, in no draft, no record */
	FIELD_OFFICER,  /* staff id of somebody in the register */
	FIELD_STAFF_ID, /* the same, of somebody new */
	FIELD_TYPES
};

/* "field has one of these values". */
struct field_condition {
	size_t field; /* index; always an earlier field */
	const char *const *values;
	size_t n_values;
};

/* Joined by "and"; none: always. */
struct field_conditions {
	const struct field_condition *list;
	size_t n;
};

/* One answer of a choice; its number is its place in the list, from 1. */
struct field_choice {
	const char *code, *text;
};

/* Values that are put in before anybody types: only where they are the rule. */
enum default_rule {
	DEFAULT_NONE,
	DEFAULT_TODAY,
	DEFAULT_STATION,
	DEFAULT_OFFICER,
	DEFAULT_SOLE,  /* the one row there is to choose */
	DEFAULT_FIXED, /* default_value */
};

/* Fields that are shown and never typed, from another field (source). */
enum derived_rule {
	DERIVED_NOT,
	DERIVED_DISTRICT, /* kecamatan of a village */
	DERIVED_EDITION,  /* of a KBLI code */
	DERIVED_TITLE,    /* of a KBLI code, a standard, an officer's name */
};

enum { FIELD_ABSENT = -1 };

/*
 * Lines of the body from 0, columns of the screen from 0. The label stands at
 * label_column, a '*' of what is required at mark_column.
 */
struct field_place {
	int page, row;
	int label_column, mark_column, column;
	int width, lines;
};

struct field {
	const char *name; /* of the cell, or of the ANSWER row */
	enum field_type type;
	int line; /* in the file */
	int size; /* characters at most */
	const char *label;
	const char *hint;   /* one line: what to type */
	const char *help;   /* paragraphs, joined by '\n' */
	const char *clause; /* "32/1.A.4", or NULL */
	const char *lookup; /* what F4 searches: choice region kbli standard
			       officer person company words clause; or NULL. A
			       good value of person or company fills the
			       sheet. */
	enum privacy privacy;
	struct field_place place;
	size_t section;
	bool is_required;   /* always, when shown */
	bool may_copy;      /* F6 */
	bool is_twice;      /* typed a second time to confirm */
	bool is_birth;      /* a date of birth */
	bool may_be_future; /* a date after today is fine */
	bool is_office;     /* on a blank sheet: for the officer */
	struct field_conditions required_when;
	struct field_conditions shown_when;
	const struct field_choice *choices;
	size_t n_choices;
	enum default_rule default_rule;
	const char *default_value;
	/* Another default while these hold, and nobody typed anything; with
	 * no condition there is none. */
	struct field_conditions default_when;
	const char *default_when_value;
	enum derived_rule derived;
	int source;  /* index of the field it is derived from, or -1 */
	int fills;   /* index of the birth date a NIK fills when empty, or -1 */
	int edition; /* index of the field that keeps a KBLI's edition, or -1 */
};

enum form_side { FORM_LEFT, FORM_RIGHT, FORM_WIDE };

struct form_section {
	const char *title; /* "" for none */
	enum form_side side;
	int page, row; /* of the title; row -1 without one */
	int column;
};

struct form {
	const char *name;
	const char *version;
	const char *title;
	const struct field *fields; /* in tab order */
	size_t n;
	const struct form_section *sections;
	size_t n_sections;
	int pages;
};

/* What 80x24 leaves, screens' grammar: 17 lines of body, 79 columns. */
enum {
	FORM_LINES = 17,
	FORM_LABEL_MAX = 11,
	FORM_LABEL_LEFT = 2,
	FORM_LABEL_RIGHT = 44,
	FORM_FIELD_OFFSET = 13, /* from the label; the mark is 11 from it */
	FORM_COLUMNS = 79,
	FORM_FIELDS_MAX = 200,
};

/* Is there such a clause in the standard in force? NULL: not asked. */
struct form_clauses {
	bool (*has)(const void *context, const char *clause);
	const void *context;
};

/*
 * Read a document that holds one "form NAME VERSION TITLE { ... }". Every
 * problem is added ("form.…", "syntax.…"); FAIL_INVALID when there are any.
 * clauses may be NULL. The form lives in the arena of problems.
 */
enum fail form_read(const struct document *document,
    const struct form_clauses *clauses, struct problems *problems,
    struct form *ret_form, struct err *err) must_check nonnull(1, 3, 4);

/* Index of the field with that name, or FIELD_ABSENT. */
int form_field(const struct form *form, const char *name) nonnull(1, 2);

/* The choice with that code, or NULL. */
const struct field_choice *field_choice(
    const struct field *field, const char *code) nonnull(1, 2);

#endif
