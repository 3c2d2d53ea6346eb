#ifndef DESK_KEY_BOX_H
#define DESK_KEY_BOX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/crypto.h"
#include "base/err.h"
#include "desk/office_key.h"
#include "domain/record.h"
#include "store/rows.h"

/* Rows of KEY_BOX: officers' own pairs, and what is sealed to them. */
struct desk;

/* In practice there are no passphrases: one for all. */
const char *key_passphrase(const struct desk *desk, const char *passphrase)
    nonnull(1);

/* A new pair. */
void key_draw(const struct desk *desk, struct box_pair *ret_pair)
    nonnull(1, 2);

/* The private half of a pair under a passphrase, as text with its cost. */
enum fail key_wrap(struct desk *desk, const char *passphrase,
    const char *word, const struct box_pair *pair, struct arena *arena,
    const char **ret_text, struct err *err) must_check nonnull(1, 2, 3, 4);
bool key_unwrap(const char *passphrase, const char *word, const char *text,
    struct box_pair *ret_pair) must_check nonnull(1, 2, 3, 4);

/*
 * The officer's own pair, made when he chose his passphrase himself; of this
 * counter or, where the same passphrase opens it, of another. FAIL_MISSING,
 * saying nothing: he has not, or it was set anew by an admin since.
 */
enum fail key_box_own(struct desk *desk, const char *staff_id,
    const char *passphrase, struct box_pair *ret_pair, bool *ret_is_here,
    struct err *err) must_check nonnull(1, 2, 3, 4, 5);

/* Keep a pair as his own at this counter; inside a transaction. */
enum fail key_box_keep(struct desk *desk, const char *staff_id,
    const char *passphrase, const struct box_pair *pair, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/*
 * He chose a passphrase: the pair that the old one opens is wrapped by the
 * new, else another pair is made. old may be NULL: not known.
 */
enum fail key_box_choose(struct desk *desk, const char *staff_id,
    const char *old, const char *new, struct err *err)
    must_check nonnull(1, 2, 4);

/* Open what is sealed to the pair, into held. */
enum fail key_box_take(struct desk *desk, const char *staff_id,
    const struct box_pair *own, struct held_keys *held, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* Rows of officers' own pairs, of who may read and lacks the key. */
enum fail key_box_waiting(struct desk *desk, const struct held_key *key,
    struct records *ret_waiting, struct err *err)
    must_check nonnull(1, 2, 3);

/* Seal it to one such pair. */
enum fail key_box_hand_on(struct desk *desk, const struct held_key *key,
    const struct record *own, struct err *err) must_check nonnull(1, 2, 3);

/* How many officers who may read hold an office key. */
enum fail key_box_holders(struct desk *desk, size_t *ret_n, struct err *err)
    must_check nonnull(1, 2);

#endif
