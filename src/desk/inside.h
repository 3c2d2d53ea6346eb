#ifndef DESK_INSIDE_H
#define DESK_INSIDE_H

#include "base/arena.h"
#include "desk/assets.h"
#include "desk/desk.h"
#include "desk/office_key.h"
#include "desk/officer.h"
#include "desk/session.h"
#include "domain/life.h"
#include "domain/process_clock.h"
#include "domain/role.h"
#include "store/draft.h"
#include "store/rows.h"
#include "store/state.h"
#include "store/store.h"

/* What the files of this room share. */

/* What a seat is known by, beside what screens may see of it. */
struct seat_secret {
	char staff_id[STAFF_ID_MAX + 1];
	char name[4 * OFFICER_TEXT_MAX + 1];
	uint8_t pin[HASH_SIZE]; /* keyed, of staff id and PIN */
	int pin_failures;
	struct held_keys held; /* private halves of office keys */
	struct shut_keys shut;
	bool lacks_pair; /* his passphrase opens no pair of his */
};

/* The keys of the file beside the register: key_file.c. */
struct file_keys {
	uint8_t marks[SECRET_KEY_SIZE];
	uint8_t drafts[SECRET_KEY_SIZE];
};

enum { NOBODY = -1 };

struct session {
	struct seat seats[SEATS_MAX];
	struct seat_secret secrets[SEATS_MAX];
	size_t n;
	int working; /* index, or NOBODY */
	uint8_t pin_key[HASH_SIZE];
};

struct desk {
	struct arena *arena; /* as long as the desk */
	struct store *store;
	struct desk_options options;
	struct assets assets;
	struct shelf *shelf; /* assets.c: older versions, as they are asked */
	struct arena *calendar_arena; /* of the calendar with closures */
	struct calendar calendar;
	struct calendar plain; /* of the table alone */
	struct session session;
	struct file_keys keys;
};

/*
 * The beginning of every act that writes: may he, then the write lock. The
 * officer's row is read again, so that roles taken away elsewhere are gone
 * here too.
 */
enum fail act_begin(struct desk *desk, enum action action,
    struct transaction *transaction, struct err *err)
    must_check nonnull(1, 3);

/*
 * The failure of a call that may find nothing: FAIL_NONE when it did not, or
 * when it found something; else what `from` says, copied to err.
 */
enum fail but_missing(enum fail fail, const struct err *from, struct err *err)
    must_check nonnull(2);

/* Staff id of who works; "" for nobody. */
const char *act_officer(const struct desk *desk) nonnull(1);

/* The key of an officer's row: the same on every counter. */
struct id officer_id(const char *staff_id) nonnull(1);

/* Lower case, no blanks at the ends; false when it is no staff id. */
bool staff_id_clean(const char *typed, char into[STAFF_ID_MAX + 1])
    nonnull(1, 2);

/* Its number, or a name that tells it from others; "" for none. */
const char *row_name(const struct record *row) nonnull(1);

/* The name for a staff id, or the id itself when it is not known. */
const char *officer_name(struct desk *desk, const char *staff_id,
    struct arena *arena) nonnull(1, 2, 3);

/* The key of a draft of who works; hex must live as long as it is used. */
struct draft_key draft_key(const struct desk *desk, const char *form,
    const struct id *id, char hex[ID_HEX_SIZE]) nonnull(1, 2, 3);

/* A reason that says something: not NULL, not only blanks. */
bool reason_is_given(const char *reason);

/* Read data/ and forms/; what is bad becomes a warning. */
enum fail assets_load(struct desk *desk, struct err *err)
    must_check nonnull(1);

/* Put the closures of the register over the table of holidays. */
enum fail calendar_with_closures(struct desk *desk, struct err *err)
    must_check nonnull(1);

/* ACCESS.ACT: a due date the calendar moved, its reason "before after"; what
 * was stated was changed, its reason the officer's. */
#define ACT_DATED "dated"
#define ACT_EDITED "edit"
/* An entry was not shown to the officer it names; the people of a confidential
 * one were opened, with the officer's reason. */
#define ACT_DENIED "denied"
#define ACT_REVEAL "reveal"

/* The officer's row was changed: his seat follows. */
void session_follow(struct desk *desk, const struct officer *officer)
    nonnull(1, 2);
void session_start(struct desk *desk) nonnull(1);
void session_end(struct desk *desk) nonnull(1);

/*
 * The attempt is written down, then judged. As desk_sign_in(); welcome may be
 * NULL.
 */
enum fail passphrase_try(struct desk *desk, const char *staff_id,
    const char *passphrase, struct welcome *ret_welcome, struct err *err)
    must_check nonnull(1, 2, 3);

/*
 * Note in the register what is no change of a record: inside a transaction.
 * parent NULL: of no record.
 */
enum fail access_note(struct desk *desk, const struct id *parent,
    const char *act, const char *reason, struct err *err)
    must_check nonnull(1, 3, 4);

/*
 * A verifier of a passphrase that is allowed; "" when passphrase is NULL, and
 * in practice. FAIL_INVALID passphrase.….
 */
enum fail credential_make(struct desk *desk, const struct officer *officer,
    const char *passphrase, char ret_verifier[VERIFIER_SIZE], struct err *err)
    must_check nonnull(1, 2, 4);

/* Is a passphrase set at this counter? */
enum fail credential_has(struct desk *desk, const char *staff_id,
    bool *ret_has, struct err *err) must_check nonnull(1, 2, 3);

#endif
