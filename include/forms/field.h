#ifndef FORMS_FIELD_H
#define FORMS_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/fact.h"
#include "domain/identity.h"
#include "forms/definition.h"

/*
 * What each type of field takes, stores and shows. One row for each type in a
 * table; what is particular to a field (choices, size) comes with it.
 *
 * Three forms of a value: typed, as a person writes it; stored, in one way
 * only; shown, as it is printed. What is shown can always be typed:
 * reading what field_print printed gives what was stored.
 */
struct answers;
struct calendar;
struct complaint_words;
struct kbli_table;
struct lookup;
struct standard;

/* The world a value is judged in. What is NULL is not looked at. */
struct field_context {
	struct date today;
	const char *station; /* for defaults */
	const char *officer; /* staff id, for defaults */
	const struct calendar *calendar;
	const struct regions *regions;
	const struct kbli_table *kbli;
	const struct standard *const *standards;
	size_t n_standards;
	const struct lookup *officers;
	const struct complaint_words *words; /* for lookup words */
	const struct answers *answers; /* the other fields */
};

/*
 * What was made of what was typed. FINE may carry a remark: how it was read
 * ("Terbaca: Kamis 15/03/1990"); its code is "" without.
 */
struct field_reading {
	enum severity severity;
	struct fact fact;
	char edition[8]; /* of a KBLI code; "" for none */
};

/* Name of a type in the files. */
const char *field_type_name(enum field_type type);
bool field_type_named(const char *name, enum field_type *ret_type)
    must_check nonnull(1, 2);

/*
 * Characters a field of the type has, and the most its file may ask for (0: it
 * may not say).
 */
int field_type_size(enum field_type type);
int field_type_most(enum field_type type);

/* Columns it is shown in, 0: as many as characters. */
int field_type_width(enum field_type type);

/* What F4 searches in a field of the type, or NULL. */
const char *field_type_lookup(enum field_type type);

/*
 * May this character be typed? Separators of numbers may not: they are left
 * out, and field_ignores() says that it needs no complaint.
 */
bool field_accepts(const struct field *field, uint32_t point) nonnull(1);
bool field_ignores(const struct field *field, uint32_t point) nonnull(1);

/* Characters an editor holds. */
size_t field_ceiling(const struct field *field) nonnull(1);

/*
 * Clean size bytes that were typed or pasted, in any state: controls and what
 * may not stand in text (base/text.h) are left out, blanks at both ends go, a
 * text of more than FIELD_TYPED_MAX bytes is cut. Characters the type does
 * not take stay, for field_read() to name. Returns how many characters were
 * left out.
 */
enum {
	FIELD_TYPED_MAX = 48 << 10,
	FIELD_STORED_MAX = 96 << 10, /* room for any of it, normalised */
};
size_t field_clean(const struct field *field, const char *typed, size_t size,
    struct buf *out) nonnull(1, 2, 4);

/*
 * Read what was typed (cleaned). With WRONG nothing is stored; the typed text
 * is never changed. "" is FINE and stores "".
 */
struct field_reading field_read(const struct field *field, const char *typed,
    const struct field_context *context, struct buf *stored)
    nonnull(1, 2, 3, 4);

/* Judge a stored value again; fact, which may be NULL, as in identity.h. */
enum severity field_check(const struct field *field, const char *stored,
    const struct field_context *context, struct fact *fact) nonnull(1, 2, 3);

/* Append what a person reads: "3201 2345 6789 0123", "3 Menengah". */
void field_print(const struct field *field, const char *stored,
    const struct field_context *context, struct buf *out) nonnull(1, 2, 3, 4);

/* Does field_show() hide this value, whole or but for its last digits? */
bool field_is_masked(const struct field *field, const char *stored)
    nonnull(1, 2);

/*
 * The same with identity numbers masked, secrets as '*': for every place
 * where the value is not being typed.
 */
void field_show(const struct field *field, const char *stored,
    const struct field_context *context, struct buf *out) nonnull(1, 2, 3, 4);

/*
 * Append the text while it is being typed in groups (NIK), every character
 * of it kept: what ui/line_edit.h wants as line_format.
 */
void field_group(const struct field *field, const char *typed, struct buf *out)
    nonnull(1, 2, 3);

#endif
