#ifndef FORMS_KIND_H
#define FORMS_KIND_H

#include "forms/field.h"
#include "forms/lookup.h"

/* What is particular to each type of field. Private to forms. */
struct field_kind {
	const char *name;
	int size;  /* characters */
	int width; /* columns it is shown in; 0: its size */
	int most;  /* the file may say a size up to this; 0: none */
	const char *lookup;
	bool (*accepts)(uint32_t point);
	const char *ignored; /* ASCII characters left out without a word */
	struct field_reading (*read)(const struct field *field,
	    const char *typed, const struct field_context *context,
	    struct buf *stored);
	enum severity (*check)(const struct field *field, const char *stored,
	    const struct field_context *context, struct fact *fact);
	void (*print)(const struct field *field, const char *stored,
	    const struct field_context *context, struct buf *out);
};

const struct field_kind *kind_of(enum field_type type);

/* One row for each type, by theme: kind_*.c. */
extern const struct field_kind kind_nik, kind_npwp, kind_nib, kind_digits,
    kind_phone, kind_date, kind_name, kind_text, kind_area, kind_email,
    kind_secret, kind_staff_id, kind_choice, kind_many, kind_yes_no,
    kind_region, kind_standard, kind_officer, kind_kbli;

/* Judge what was tidied up, and store it unless it is WRONG. */
struct field_reading kind_store(const struct field *field, const char *tidy,
    const struct field_context *context, struct buf *stored)
    nonnull(1, 2, 3, 4);

/* FINE, with a code stored as it is. */
struct field_reading kind_stored(const char *code, struct buf *stored)
    nonnull(1, 2);

/* WRONG, with a fact about what was typed. */
struct field_reading kind_refused(const char *code, const char *typed)
    nonnull(1, 2);

/* Whatever may stand in a line of text: words to search by. */
bool kind_accepts_words(uint32_t point);

/* Append it as it is stored. */
void kind_print_plain(const struct field *field, const char *stored,
    const struct field_context *context, struct buf *out) nonnull(1, 2, 3, 4);

/* WRONG with field.too-long when text has more characters. */
enum severity kind_check_length(
    const char *text, size_t most, struct fact *fact) nonnull(1);

/* The same with the characters of the field. */
enum severity kind_check_size(const struct field *field, const char *text,
    struct fact *fact) nonnull(1, 2);

/*
 * The raw stored value of a field of the same form; "" without answers, or
 * when index is FIELD_ABSENT.
 */
const char *kind_other(const struct field_context *context, int index)
    nonnull(1);

/* Do two texts read the same when case, marks and blanks do not count? */
bool kind_same(const char *a, const char *b) nonnull(1, 2);

#endif
