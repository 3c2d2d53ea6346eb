#ifndef DOMAIN_IDENTITY_H
#define DOMAIN_IDENTITY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "base/fact.h"
#include "domain/region.h"

/*
 * The numbers and names by which people and firms are known: how they are
 * written, what can be wrong with them. What is stored is text; a leading
 * zero counts.
 *
 * WRONG blocks. DOUBT warns, and may be passed with a reason (real cards
 * contain errors). FINE may come with a fact too: a remark, with nothing to
 * answer; without one the fact is left as it was. fact may be NULL. An empty
 * text is FINE: whether it may be empty is the form's matter.
 */
enum severity { FINE, DOUBT, WRONG };

enum sex { SEX_UNKNOWN, SEX_MALE, SEX_FEMALE };

enum {
	NIK_DIGITS = 16,  /* PP 37/2007 article 37 */
	NPWP_DIGITS = 15, /* 16 since PMK 112/PMK.03/2022 */
	NPWP_DIGITS_NEW = 16,
	NIB_DIGITS = 13,
	KBLI_DIGITS = 5,
	IDENTITY_SIZE = 64, /* bytes that hold any of them, typed or printed */
	PHONE_DIGITS_MAX = 15, /* E.164 */
	EMAIL_MAX = 254,       /* RFC 5321 */
	NAME_MAX_CHARACTERS = 120,
};

/*
 * Leave out what people write between digits: blanks, dots, strips, slashes.
 * Everything else stays, for the check to complain of. Cut to size.
 */
void identity_clean(const char *typed, char *into, size_t size) nonnull(1, 2);

/*
 * NIK. Shape errors are WRONG: not 16 digits, day not 01-31 or 41-71 (women:
 * day + 40), month, serial 0000. DOUBT: a day that month never has, another
 * birth date or sex than stated, a region not known. A NIK never changes,
 * even when the birth date is corrected later. With regions given, a NIK from
 * outside the kabupaten is FINE with a remark.
 */
struct nik_context {
	struct date birth_date;        /* none: not stated */
	enum sex sex;                  /* unknown: not stated */
	const struct regions *regions; /* NULL: not looked at */
};

/* context may be NULL. nik as identity_clean left it. */
enum severity nik_check(const char *nik, const struct nik_context *context,
    struct fact *fact) nonnull(1);

/*
 * The birth dates a NIK can mean: 19yy, 20yy, those that exist and are not
 * after today, the later first. 0 when its shape is wrong.
 */
size_t nik_birth_dates(const char *nik, struct date today,
    struct date ret_dates[2]) nonnull(1, 3);
enum sex nik_sex(const char *nik) nonnull(1);

/* "3201 2345 6789 0123"; another length is given back as it is. */
void nik_print(const char *nik, char text[IDENTITY_SIZE]) nonnull(1, 2);

/*
 * Twelve marks and the last four digits: the only way a NIK is shown. A text
 * that is no 16 digits is marks throughout; "" stays "".
 */
void nik_mask(const char *nik, char text[IDENTITY_SIZE]) nonnull(1, 2);

/*
 * NPWP: 15 digits, or 16 (0 and the 15 of a body, or a NIK). Another length
 * is WRONG; a check digit that does not fit is DOUBT, so are 16 digits not
 * beginning with 0 that are no NIK.
 */
enum severity npwp_check(const char *npwp, struct fact *fact) nonnull(1);

/* The ninth digit that belongs to the first eight. */
char npwp_check_digit(const char *npwp) nonnull(1);

/* "99.999.999.9-999.999", or 16 digits in groups of four. */
void npwp_print(const char *npwp, char text[IDENTITY_SIZE]) nonnull(1, 2);

/* NIB: 13 digits, no check digit. WRONG otherwise. */
enum severity nib_check(const char *nib, struct fact *fact) nonnull(1);

/* Shape of a KBLI code: 5 digits. Which are known: domain/kbli.h. */
enum severity kbli_code_check(const char *code, struct fact *fact) nonnull(1);

/*
 * Telephone: stored as +62 and digits, whatever was typed ("0812-3456 7890",
 * "62812…", "(0264) 822…"); a foreign +… stays. What cannot be read as a
 * number is stored as typed. Everything wrong with it is DOUBT only.
 */
void phone_clean(const char *typed, char stored[IDENTITY_SIZE]) nonnull(1, 2);
enum severity phone_check(const char *stored, struct fact *fact) nonnull(1);

/* "0812-3456-7890", "(0264) 8224794", or as stored. */
void phone_print(const char *stored, char text[IDENTITY_SIZE]) nonnull(1, 2);

/*
 * E-mail address: shape only. WRONG: no or two @, blanks, no dot in the
 * domain, too long. DOUBT: likely a mistyped provider (gmail.con).
 */
enum severity email_check(const char *email, struct fact *fact) nonnull(1);

/*
 * A person's name: letters, blank, ' . , - and accents, at least one letter;
 * one word is enough. WRONG otherwise, with the character.
 */
enum severity name_check(const char *name, struct fact *fact) nonnull(1);

#endif
