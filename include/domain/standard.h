#ifndef DOMAIN_STANDARD_H
#define DOMAIN_STANDARD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/directive.h"
#include "base/err.h"

/*
 * A published service standard as data (data/standards/NNN.conf): the text
 * verbatim with a clause id for each sentence, and beside it what the program
 * does with it. Everything lives in the arena of the problems it was read
 * with, and is never changed.
 */
enum clause_level { CLAUSE_GROUP, CLAUSE_COMPONENT, CLAUSE_ITEM };

/* A dated word of the office beside the text (a law that was replaced). */
struct clause_note {
	struct date date;
	const char *text;
};

struct clause {
	const char *id;     /* "32/A", "32/6", "32/6.5.c.1" */
	const char *mark;   /* as printed: "A.", "6", "c.", "1)" */
	const char *title;  /* of a component, verbatim; else "" */
	const char *text;   /* verbatim; paragraphs by '\n'; may be "" */
	const char *brief;  /* short title for lists and papers, or "" */
	enum clause_level level;
	int depth;          /* 0: group, 1: component, 2 ...: item */
	int parent;         /* index, -1 for a group */
	const struct clause_note *notes;
	size_t n_notes;
};

/* When a requirement binds. */
enum stage { STAGE_COMPLETE, STAGE_VERIFY, STAGE_AFTER_ISSUE };

struct requirement {
	const char *mark;     /* "A4" */
	const char *clause;   /* "32/1.A.4" */
	const char *brief;    /* of its clause */
	const char *text;     /* of its clause, verbatim */
	enum stage stage;
	bool may_not_apply;   /* N is allowed, with a reason */
	bool needs_place;     /* right only with the facts of the location */
	const char *needs;    /* mark of one without which it is doubted, "" */
	const char *evidence; /* what proves it: help for the pemeriksa */
	const char *const *parts; /* judged one by one, when there are any */
	size_t n_parts;
};

enum span_unit { SPAN_WORKING_DAYS, SPAN_CALENDAR_DAYS };

struct span {
	int days;
	enum span_unit unit;
	const char *clause;
};

/* A channel, a category, an element: a key and the clause that names it. */
struct named_clause {
	const char *key;    /* "a" */
	const char *name;   /* short title */
	const char *clause; /* "32/6.2.a" */
};

struct standard_kbli {
	const char *code, *edition;
};

/* One step of a procedure class, verbatim from its own annex. */
struct procedure_step {
	const char *name; /* of its class: "7" */
	const char *text;
};

struct standard {
	const char *number;  /* "32" */
	const char *version; /* "1" */
	const char *name;    /* "Sertifikat Standar (Risiko Menengah Tinggi)" */
	const char *head;    /* the first line of the standard, verbatim */
	const char *risk;
	const char *product;
	const char *motto;
	struct span process, complaint_window, complaint_answer;
	bool is_free;        /* GRATIS */
	int staff;           /* component 11 */
	const struct standard_kbli *kbli;
	size_t n_kbli;
	const char *const *scales; /* those it serves: "kecil", "menengah" */
	size_t n_scales;
	const char *const *classes; /* names of the procedure classes */
	size_t n_classes;
	const struct procedure_step *steps; /* class by class; may be none */
	size_t n_steps;
	const struct clause *clauses; /* in the order of the text */
	size_t n_clauses;
	const struct requirement *requirements;
	size_t n_requirements;
	const struct named_clause *channels, *categories, *elements;
	size_t n_channels, n_categories, n_elements;
};

/*
 * Read a document that holds one "standard". Every problem is added
 * ("standard.…", "syntax.…") with its line; FAIL_INVALID when there is one:
 * a file is taken whole or not at all.
 */
enum fail standard_read(const struct document *document,
    struct problems *problems, struct standard *ret_standard, struct err *err)
    must_check nonnull(1, 2, 3);

/* NULL when there is no clause with that id ("32/1.A.4"). */
const struct clause *standard_clause(const struct standard *standard,
    const char *id) nonnull(1, 2);

/* NULL when no requirement has that clause. */
const struct requirement *standard_requirement(const struct standard *standard,
    const char *clause) nonnull(1, 2);

bool standard_serves_kbli(const struct standard *standard, const char *code,
    const char *edition) nonnull(1, 2);
bool standard_serves_scale(const struct standard *standard, const char *scale)
    nonnull(1, 2);
bool standard_has_class(const struct standard *standard, const char *name)
    nonnull(1, 2);

/* How many steps of a class are loaded; 0: "langkah belum dimuat". */
size_t standard_steps(const struct standard *standard, const char *name)
    nonnull(1, 2);

/*
 * Index of the first clause from `from` on whose text, title or short title
 * holds every word of query; n_clauses when there is none.
 */
size_t standard_find(const struct standard *standard, const char *query,
    size_t from) nonnull(1, 2);

#endif
