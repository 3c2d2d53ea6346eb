#ifndef STORE_CREDENTIAL_H
#define STORE_CREDENTIAL_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/crypto.h"
#include "base/err.h"
#include "store/store.h"

/*
 * How an officer proves to be one, on this counter only: the verifier of the
 * passphrase, and the count of failed attempts that makes the next one wait.
 */
struct credential {
	char verifier[VERIFIER_SIZE]; /* "": none set */
	int64_t changed_ms;
	int failures;         /* since the last success */
	int64_t attempted_ms; /* the last attempt, 0: never */
	int64_t succeeded_ms; /* the last success, 0: never */
};

/* FAIL_MISSING: neither a verifier nor an attempt is known. */
enum fail store_credential_get(struct store *store, const char *officer,
    struct credential *ret_credential, struct err *err)
    must_check nonnull(1, 2, 3);

/* Who has a verifier here, by staff id; in arena. */
struct credential_entry {
	const char *officer;
	const char *verifier;
};
enum fail store_credentials(struct store *store, struct arena *arena,
    struct credential_entry **ret_list, size_t *ret_n, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* In the open transaction, or one of its own. Failures are forgotten. */
enum fail store_credential_put(struct store *store, const char *officer,
    const char *verifier, struct err *err) must_check nonnull(1, 2, 3);

/*
 * Count an attempt before it is judged, durably, in a transaction of its own
 * (none may be open): whoever pulls the plug gains nothing. ret_credential,
 * as it was before this attempt, may be NULL.
 */
enum fail store_credential_attempt(struct store *store, const char *officer,
    struct credential *ret_credential, struct err *err)
    must_check nonnull(1, 2);

/* The attempt was right. */
enum fail store_credential_success(struct store *store, const char *officer,
    struct err *err) must_check nonnull(1, 2);

#endif
