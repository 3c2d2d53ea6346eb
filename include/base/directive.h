#ifndef BASE_DIRECTIVE_H
#define BASE_DIRECTIVE_H

#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/problem.h"

/*
 * The one text syntax of the house: forms, standards, papers, settings.
 *
 *	# a comment, to the end of the line
 *	form application 1 "Permohonan" {
 *		field nik nik {
 *			label "NIK"
 *			help <<
 *				Nomor Induk Kependudukan,
 *				16 angka.
 *
 *				Second paragraph.
 *			>>
 *		}
 *	}
 *
 * A directive is a name and words on one line, perhaps with children in
 * braces ('{' last on its line, '}' alone on its line). Words are bare, or in
 * double quotes with \" \\ \n. A bare word has no '"', '{' or '}' in it; the
 * name is always bare. A word "<<" last on a line takes the lines to one that
 * is only ">>" as one word: blanks at both ends of each line are cut, lines
 * are joined by '\n', leading and trailing empty lines go. flow_text() folds
 * such a block into paragraphs. UTF-8 is demanded.
 *
 * A BOM and CRLF are accepted; characters that may not stand in stored text
 * (base/text.h) are refused.
 *
 * Ceilings: 1 MiB a file, 64 words a directive, 16 levels, 100,000
 * directives, 64 KiB a word.
 */
enum {
	DIRECTIVE_FILE_MAX = 1 << 20,
	DIRECTIVE_WORDS_MAX = 64,
	DIRECTIVE_DEPTH_MAX = 16
};

struct directive {
	const char *name;
	const char *const *words; /* after the name */
	size_t n_words;
	int line;
	const struct directive *children; /* an array */
	size_t n_children;
};

struct document {
	const char *file; /* as it is named in problems */
	const struct directive *directives;
	size_t n;
};

/*
 * Read bytes as a document; file names it. All problems of the syntax are
 * added to problems ("syntax.…"), FAIL_INVALID is returned when there are
 * any. Everything lives in the arena of problems.
 */
enum fail directive_read(const char *file, const char *bytes, size_t size,
    struct problems *problems, struct document *ret_document, struct err *err)
    must_check;

/* Read the file at path, then as above; its base name is used as name. */
enum fail directive_load(const char *path, struct problems *problems,
    struct document *ret_document, struct err *err) must_check;

/* The first child with that name, or NULL. */
const struct directive *directive_child(
    const struct directive *directive, const char *name);

/* Word i, or NULL when there are fewer. */
const char *directive_word(const struct directive *directive, size_t i);

/*
 * Check a directive's name against the n known ones; adds the problem
 * "syntax.unknown-likely" with the likely word when it is none of them, or
 * "syntax.unknown" when no word is near. Returns the index, or -1.
 */
int directive_known(const struct document *document,
    const struct directive *directive, const char *const *known, size_t n,
    struct problems *problems);

/* A block as flowing text: single '\n' to a blank, empty lines to one '\n'. */
char *flow_text(struct arena *arena, const char *block) nonnull(1, 2);

#endif
