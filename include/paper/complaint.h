#ifndef PAPER_COMPLAINT_H
#define PAPER_COMPLAINT_H

#include "domain/complaint_words.h"
#include "domain/process_account.h"
#include "forms/definition.h"
#include "paper/common.h"
#include "paper/handout.h"

/*
 * Papers of the complaint book: the receipt, letters, reports, a page of the
 * register, the daily list, and the blank Formulir Pengaduan. No paper says
 * who complains confidentially: papers lie in the spool, and in trays.
 */
struct paper_complaint {
	const struct record *complaint;
	const struct record *people;    /* COMPLAINANT, the pelapor first; */
	size_t n_people;                /* what a confidential one says of
					   persons is not looked at */
	const struct record *review;    /* of the present round, or NULL */
	const struct record *handlings; /* to be named, oldest first */
	size_t n_handlings;
	const struct record *level;     /* the report to print, or NULL */
	const struct record *approval;  /* of the answer, or NULL */
	/* Of the linked application, about time; or NULL. */
	const struct process_account *account;
	const struct standard *standard;
	const struct complaint_words *words; /* or NULL */
	struct paper_act received;
	struct due due;        /* that rules; none when no clock has run */
	struct date answered;  /* none while it is owed */
	int late_days;         /* of the answer, or today; 0 in time */
	const char *state;     /* label; "" */
};

/* Entries under the name of a list. */
struct paper_part {
	const char *name; /* "entries", "received_today", "overdue",
			     "soon", "waiting" */
	const struct paper_complaint *list;
	size_t n;
	size_t total; /* at least n: more than these are not printed */
};

/* Everything is borrowed; texts are never NULL. */
struct paper_book {
	const struct paper_complaint *entry; /* NULL: about several */
	const struct paper_part *parts;
	size_t n_parts;
	struct date from, to; /* the days a list is of; none: not said */
	const char *filter;   /* what it is of in words, "" */
	const struct standard *standard;
	struct paper_print print;
};

/*
 * Append the text of a paper. The names it may use are in forms/README. As
 * paper_print_text().
 */
enum fail paper_book_text(const struct handout *handout,
    const struct paper_book *book, struct buf *out, struct err *err)
    must_check nonnull(1, 2, 3);

/*
 * A sheet as lines to write on: each field of the form with its choices, or
 * with room to write; those marked `office` in a list of their own. The form
 * is the one on the screen, so paper and screen ask the same.
 */
enum fail paper_blank_text(const struct handout *handout,
    const struct form *form, const struct standard *standard,
    const struct paper_print *print, struct buf *out, struct err *err)
    must_check nonnull(1, 2, 3, 4, 5);

/*
 * The text to begin an answer with: a template of data/complaints.conf whose
 * names are filled in, an empty line between its paragraphs. What is not known
 * yet is dots to fill in, and a name that does not exist stays as it is
 * written, for the officer to see. book->entry must
 * be there. FAIL_INVALID: the words do not read; FAIL_MEMORY as above.
 */
enum fail paper_answer_text(const struct paper_file *words,
    const struct answer_template *template, const struct paper_book *book,
    struct buf *out, struct err *err) must_check nonnull(1, 2, 3, 4);

/* For paper_read: a value or list these papers may name. */
bool paper_book_name_is_known(const char *name) nonnull(1);
bool paper_blank_name_is_known(const char *name) nonnull(1);

#endif
