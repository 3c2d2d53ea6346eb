#ifndef TESTS_LIB_BOOK_H
#define TESTS_LIB_BOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "lib/t.h"
#include "store/complaints.h"
#include "store/store.h"

/*
 * A complaint book at work, made of random but repeatable entries: who
 * complains about what by which channel, how far it got, what a review says.
 */
enum { BOOK_TEXT = 48 };

struct book_entry {
	struct id id;
	char number[BOOK_TEXT], received[BOOK_TEXT], due[BOOK_TEXT];
	char name[BOOK_TEXT], nik[BOOK_TEXT], phone[BOOK_TEXT];
	char clauses[BOOK_TEXT]; /* "" before the review */
	const char *kind, *channel, *state, *object, *problem, *named;
	bool is_confidential;
};

/* Entry i of n; the same for the same random state. */
struct book_entry book_entry(struct t_random *random, int i);

/*
 * Put it with its complainant, event, review and state, inside a transaction.
 * FAIL_NONE, or the first failure.
 */
enum fail book_put(struct store *store, struct arena *arena,
    struct book_entry *entry, struct err *err);

#endif
