#ifndef DESK_DESK_H
#define DESK_DESK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/clock.h"
#include "base/crypto.h"
#include "base/date.h"
#include "base/err.h"
#include "base/failpoint.h"
#include "base/id.h"

/*
 * One counter at work: its register, the texts of data/ and forms/, and the
 * officers who signed in. What a person does is one function of this room and
 * one transaction of the store; whether he may is asked first, of the table
 * in domain/role.h. Screens and command line call the same functions.
 *
 * Besides what its own comment names, every act may fail with
 *
 *	FAIL_DENIED   desk.nobody: nobody is signed in, or the counter is
 *	              locked; desk.denied: none of the officer's roles may do
 *	              this (the action, the roles that may)
 *	FAIL_CONFLICT, FAIL_CORRUPT   the store may not be written: the fact of
 *	              desk_refusal()
 *	FAIL_BUSY, FAIL_IO, FAIL_CORRUPT   as store/store.h
 *
 * and then nothing was changed.
 */
struct desk;
struct store;
struct assets;

struct desk_options {
	const char *assets;          /* folder that holds data/ and forms/ */
	/* The file of keys beside the register, made when there is none; NULL:
	 * keys that die with the desk. */
	const char *key_file;
	struct passphrase_cost cost; /* of new passphrases */
	struct entropy entropy;
	struct failpoint failpoint;  /* empty outside tests */
};

/*
 * Load the texts (desk/assets.h), add the closures of the register, and fold
 * again what came in or was dated otherwise since. Reads only, when the store
 * may not be written. The store stays the caller's and must outlive the desk.
 *
 * FAIL_INVALID: a file of data/ or forms/ is bad and no good text of it was
 * kept: the first problem. FAIL_CORRUPT desk.keys-damaged: the file of keys.
 */
enum fail desk_open(struct store *store, const struct desk_options *options,
    struct desk **ret_desk, struct err *err) must_check nonnull(1, 2, 3);

/* Signs everybody out. NULL is allowed. */
void desk_close(struct desk *desk);
void desk_closep(struct desk **desk);
#define scoped_desk scoped(desk_closep) struct desk *

/* The local date, and UTC milliseconds, at this moment. */
struct date desk_today(const struct desk *desk) nonnull(1);
int64_t desk_now(const struct desk *desk) nonnull(1);

const char *desk_station(const struct desk *desk) nonnull(1);
bool desk_is_practice(const struct desk *desk) nonnull(1);

/* Why the register may only be read, or NULL. */
const struct fact *desk_refusal(const struct desk *desk) nonnull(1);

/* The texts in force; borrowed. */
const struct assets *desk_assets(const struct desk *desk) nonnull(1);

/*
 * The key of a record that will be received. A form takes it when it is
 * opened and gives it with every draft and at the end, so that asking again
 * after a crash cannot receive twice.
 */
struct id desk_new_id(const struct desk *desk) nonnull(1);

#endif
