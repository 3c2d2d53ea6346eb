#ifndef DESK_KEY_BOX_H
#define DESK_KEY_BOX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/crypto.h"
#include "base/err.h"
#include "desk/office_key.h"

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
 * The officer's own pair at this counter. Made, in the open transaction, when
 * there is none, or when the one there is opens no more: his passphrase was
 * set anew by an admin. ret_pair may be NULL: then a pair that exists is
 * replaced, because nobody knows the passphrase it was wrapped with.
 */
enum fail key_box_own(struct desk *desk, const char *staff_id,
    const char *passphrase, struct box_pair *ret_pair, struct err *err)
    must_check nonnull(1, 2, 3);

/* The same pair under another passphrase; nothing when there is none. */
enum fail key_box_rewrap(struct desk *desk, const char *staff_id,
    const char *old, const char *new, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* Open what is sealed to the pair, into held. */
enum fail key_box_take(struct desk *desk, const char *staff_id,
    const struct box_pair *own, struct held_keys *held, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* Seal a key to each officer who may read, has a pair, and lacks it. */
enum fail key_box_hand_on(struct desk *desk, const struct held_key *key,
    struct err *err) must_check nonnull(1, 2);

/* How many officers who may read hold the office key. */
enum fail key_box_holders(struct desk *desk, size_t *ret_n, struct err *err)
    must_check nonnull(1, 2);

#endif
