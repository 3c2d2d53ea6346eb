#ifndef TESTS_LIB_ACT_H
#define TESTS_LIB_ACT_H

/*
 * Single acts of the desk for the tests of faults: each is one function of
 * the desk room, always with the same keys, times and random bytes for the
 * same number n, so that doing it again must change nothing.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/failpoint.h"

struct desk;
struct store;

struct act {
	struct arena *arena;
	int64_t now_ms; /* stands still until the next act */
	char seed[32];
	uint64_t drawn; /* blocks of random bytes given so far */
	struct store *store;
	struct desk *desk;
	struct failpoint failpoint;
	const char *number; /* of the application, "" */
};

/* Make the register and its first officer, who is signed in. */
enum fail act_open(struct act *act, const char *folder, bool may_create,
    struct err *err) must_check;
void act_close(struct act *act);

/* Sign in who does that word: ani, or for the complaint book sri. */
enum fail act_sign_in(struct act *act, const char *word, struct err *err)
    must_check;

/* From here on the clock and the random bytes are those of this word and n. */
void act_begin_word(struct act *act, const char *word, int n);

/*
 * "receive", "check" (the first requirement), "checks" (all), the move of
 * that name, or "draft" (kept at each field, which is said).
 */
enum fail act_do(struct act *act, const char *word, int n, struct err *err)
    must_check;

/*
 * The same for the complaint book: "complain" (receive), "review" (a move),
 * "draft-answer", "approve", "merge" (into number 1).
 */
bool act_is_of_complaint(const char *word);
enum fail act_do_complaint(struct act *act, const char *word, int n,
    struct err *err) must_check;
enum fail act_look_complaints(struct act *act, struct err *err) must_check;

/* Print all that is there: the same text, the same register. */
enum fail act_look(struct act *act, struct err *err) must_check;

#endif
