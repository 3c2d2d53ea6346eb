#ifndef FORMS_ANSWERS_H
#define FORMS_ANSWERS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/problem.h"
#include "domain/record.h"
#include "forms/field.h"

/*
 * The answers on one sheet, good or not yet: the model under the screen.
 * Fields are named by their index in the form. A value that is wrong stays as
 * it was typed; a field that is hidden by its conditions blocks nothing and
 * hands nothing on, but shows its value again when it comes back.
 */
struct answers;

enum answer_origin {
	ANSWER_EMPTY,
	ANSWER_TYPED,
	ANSWER_FILLED, /* from a record */
	ANSWER_DEFAULT,
	ANSWER_DERIVED, /* from another field */
};

struct answer {
	const char *stored; /* "" while empty or wrong */
	const char *typed;  /* what was typed while it is wrong, else "" */
	enum answer_origin origin;
	enum severity severity;
	struct fact fact;  /* why; with FINE a remark, or code "" */
	bool is_changed;   /* since answers_kept() */
	bool is_confirmed; /* typed twice, or it need not be */
};

/* Empty ones; they live in the arena, form must live as long. */
struct answers *answers_new(struct arena *arena, const struct form *form)
    nonnull(1, 2);
const struct form *answers_form(const struct answers *answers) nonnull(1);

/* The same answers again, in another arena. */
struct answers *answers_copy(const struct answers *answers, struct arena *arena)
    nonnull(1, 2);

/* Put the defaults into fields that are empty. They count as no change. */
void answers_default(
    struct answers *answers, const struct field_context *context) nonnull(1, 2);

/*
 * A person typed size bytes into a field and left it: clean, read, judge, and
 * put what follows into the fields that depend on it (birth date of a NIK
 * when empty, kecamatan, edition). The answer is borrowed. Derived fields
 * cannot be typed.
 */
const struct answer *answers_type(struct answers *answers, size_t field,
    const char *typed, size_t size, const struct field_context *context)
    nonnull(1, 3, 5);

/* Choose a row of the field's lookup, or store what is known to be good. */
const struct answer *answers_put(struct answers *answers, size_t field,
    const char *stored, const struct field_context *context) nonnull(1, 3, 4);

/*
 * The second typing of a field that is typed twice. WRONG when it differs:
 * the fact says at which character, and what stands there in both.
 */
enum severity answers_confirm(struct answers *answers, size_t field,
    const char *typed, size_t size, const struct field_context *context,
    struct fact *fact) nonnull(1, 3, 5);

/*
 * Judge every field again, with all the others known; what was wrong as typed
 * is read again. Needed after answers_read().
 */
void answers_judge(struct answers *answers, const struct field_context *context)
    nonnull(1, 2);

const struct answer *answers_at(const struct answers *answers, size_t field)
    nonnull(1);

/* The stored value; "" when it is hidden, wrong, or there is no such field. */
const char *answers_text(const struct answers *answers, const char *name)
    nonnull(1, 2);

/* The same as a date; none when it has none. */
struct date answers_date(const struct answers *answers, const char *name)
    nonnull(1, 2);

/* What an editor begins with: as typed while wrong, else as printed. */
void answers_edit(const struct answers *answers, size_t field,
    const struct field_context *context, struct buf *out) nonnull(1, 3, 4);

/* What stands in the field while it is not being typed: masked. */
void answers_show(const struct answers *answers, size_t field,
    const struct field_context *context, struct buf *out) nonnull(1, 3, 4);

bool answers_is_shown(const struct answers *answers, size_t field) nonnull(1);
bool answers_is_required(const struct answers *answers, size_t field)
    nonnull(1);

/* Shown and not derived: the cursor may stand there. */
bool answers_is_open(const struct answers *answers, size_t field) nonnull(1);

/* Fields of the form, in tab order. */
struct field_list {
	const size_t *fields;
	size_t n;
};

/* Shown and required, and empty (or not typed a second time yet). */
struct field_list answers_missing(
    const struct answers *answers, struct arena *arena) nonnull(1, 2);
struct field_list answers_wrong(
    const struct answers *answers, struct arena *arena) nonnull(1, 2);
struct field_list answers_doubtful(
    const struct answers *answers, struct arena *arena) nonnull(1, 2);

/* Has anybody changed anything since answers_kept() (or the beginning)? */
bool answers_are_changed(const struct answers *answers) nonnull(1);
void answers_kept(struct answers *answers) nonnull(1);

/*
 * F6: the field's value from the record before. False, with the reason in
 * fact (may be NULL), when it may not be copied or has no value there.
 */
bool answers_copy_from(struct answers *answers, size_t field,
    const struct record *record, const struct field_context *context,
    struct fact *fact) must_check nonnull(1, 3, 4);

/*
 * Fill from a row of the register (PERSON, COMPANY): every field with the
 * name of one of its cells, but none that a person has typed. Values of an
 * earlier fill go. Returns the fields that changed.
 */
struct field_list answers_fill(struct answers *answers,
    const struct record *record, const struct field_context *context,
    struct arena *arena) nonnull(1, 2, 3, 4);

/*
 * As text for a draft, and back. Secrets are left out. Reading takes any
 * bytes: what cannot be read is left out, fields the form does not have too;
 * problems names each. FAIL_INVALID: the text is no draft of this form. The
 * answers live in the arena of problems.
 */
void answers_write(const struct answers *answers, struct buf *out)
    nonnull(1, 2);
enum fail answers_read(const struct form *form, const char *text, size_t size,
    struct problems *problems, struct answers **ret_answers, struct err *err)
    must_check nonnull(1, 2, 4, 5);

/* The form name and version a draft was typed into. FAIL_INVALID. */
enum fail answers_written_for(const char *text, size_t size,
    struct arena *arena, const char **ret_form, const char **ret_version,
    struct err *err) must_check nonnull(1, 3, 4, 5);

/* What becomes of answers on another version of their form. */
struct answers_upgraded {
	struct answers *answers;
	const char *const *gone; /* names of fields that had a value */
	size_t n_gone;
	const char *const *added; /* names of fields there were not */
	size_t n_added;
};

struct answers_upgraded answers_upgrade(const struct answers *answers,
    const struct form *newer, const struct field_context *context,
    struct arena *arena) nonnull(1, 2, 3, 4);

#endif
