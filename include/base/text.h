#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/buf.h"

/*
 * UTF-8 text. Bytes are not characters and characters are not columns: sizes
 * of storage are bytes, of screens columns, of limits characters.
 *
 * Valid means RFC 3629 (no surrogates, no overlong forms, at most U+10FFFF).
 * A cluster is a character with everything that must not be parted from it
 * (combining marks, joiners). Columns are what wcwidth says, as curses counts.
 */

/* Is it valid UTF-8 without NUL inside size bytes? */
bool text_is_valid(const char *text, size_t size) nonnull(1);

/*
 * Decode one character at text (size bytes left). Returns its length in
 * bytes, or 0 when it is not valid there.
 */
size_t text_decode(const char *text, size_t size, uint32_t *ret_point)
    nonnull(1, 3);

/* Encode into at most 4 bytes; returns the length. point must be valid. */
size_t text_encode(uint32_t point, char bytes[4]) nonnull(2);

size_t text_characters(const char *text) nonnull(1);

/* Columns of the whole text; a character that cannot be shown counts 1. */
size_t text_columns(const char *text) nonnull(1);

/* Columns of size bytes at text. */
size_t text_columns_n(const char *text, size_t size) nonnull(1);

/* Byte offset of the next / previous cluster boundary after / before at. */
size_t text_next(const char *text, size_t at) nonnull(1);
size_t text_previous(const char *text, size_t at) nonnull(1);

/* Bytes of the longest prefix of whole clusters within columns / bytes. */
size_t text_fit_columns(const char *text, size_t columns) nonnull(1);
size_t text_fit_bytes(const char *text, size_t bytes) nonnull(1);

/*
 * May this character stand in stored text? Not: controls (newline only when
 * with_newline), bidi overrides and isolates, zero-width and format
 * characters (U+200D only between emoji is refused too), variation selectors,
 * fillers and all else that shows nothing (Default_Ignorable_Code_Point),
 * private use, noncharacters, unassigned, surrogates, line and paragraph
 * separators.
 */
bool text_may_stand(uint32_t point, bool with_newline);

/* A letter of any script, or a mark that goes on one (categories L and M)? */
bool text_is_letter(uint32_t point);

/*
 * The one sanitiser in front of the screen, paper and CSV: append text to
 * out, every character that may not stand replaced by U+FFFD, invalid bytes
 * too, a newline by a blank.
 */
void text_sanitise(const char *text, size_t size, struct buf *out)
    nonnull(1, 3);

/*
 * Clean what a person typed or pasted: valid UTF-8, normalised to NFC, CRLF
 * and CR to newline, tab and every kind of space (Zs) to blank, curly
 * apostrophes (U+2018 U+2019 U+02BC) to ', characters that may not stand left
 * out. Without with_newline a newline becomes a blank. Returns how many
 * characters or invalid bytes were left out.
 */
size_t text_clean(const char *text, size_t size, bool with_newline,
    struct buf *out) nonnull(1, 4);

/*
 * Key for searching: case folded, marks removed, everything but letters and
 * digits left out ("Nagri Kaler" and "nagrikaler" meet), also "Sinar-Jaya"
 * and "sinarjaya". Words stay apart only when keep_blanks, by one blank.
 */
void text_fold(const char *text, bool keep_blanks, struct buf *out)
    nonnull(1, 3);

/* Does the folded text contain every folded word of query? */
bool text_matches(const char *text, const char *query) nonnull(1, 2);

/* Copy text without blanks at both ends; cut at a cluster to fit size bytes. */
void text_copy(char *into, size_t size, const char *text) nonnull(1, 3);

/* Does text consist of exactly n ASCII digits? (n 0: at least one digit) */
bool text_is_digits(const char *text, size_t n) nonnull(1);

/* Levenshtein distance, for "the likely word"; both up to 63 bytes. */
size_t text_distance(const char *a, const char *b) nonnull(1, 2);

/* The one of n words nearest to text, or NULL when none is near. */
const char *text_likely(const char *text, const char *const *words, size_t n)
    nonnull(1, 2);

#endif
