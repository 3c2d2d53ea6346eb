#ifndef STORE_ALIKE_H
#define STORE_ALIKE_H

#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/id.h"
#include "domain/table.h"
#include "store/store.h"

/*
 * Records that may be the same, made at counters that did not know of each
 * other (mungkin ganda). Pairs are found when a record is put or comes from
 * another counter, by the indexes of its cells, and are kept; so asking for
 * them reads only them. A person decides, and the verdict (TABLE_VERDICT) is a
 * record like any other: it travels, and the pair does not come back. Nothing
 * is deleted or changed by it.
 *
 * PERSON: the same NIK; or, when one of them has none, the same name (folded)
 * with the same telephone or village.
 * COMPANY: the same NIB.
 * APPLICATION: numbers of different counters; the same NIK or NIB, the same
 * standard, the same KBLI code or codes of different editions, received at
 * most ALIKE_DAYS apart.
 * COMPLAINT: numbers of different counters; who complains has the same NIK,
 * telephone or mark; the same object, service, application or NIB; arrived at
 * most ALIKE_DAYS apart.
 */
enum { ALIKE_DAYS = 7, ALIKES_MAX = 500 };

/* What was decided. "One" is the lesser of the two keys. */
enum alike_verdict {
	ALIKE_UNDECIDED,   /* asked again */
	ALIKE_ONE_STAYS,   /* the same; the other is a copy of one */
	ALIKE_OTHER_STAYS, /* the same; one is a copy of the other */
	ALIKE_DIFFERENT,
};

struct alike {
	enum table_number table;
	struct id one, other; /* one is the lesser */
};

/*
 * The pairs nobody has decided, at most ALIKES_MAX, by table and key.
 * Complaints merged into each other are not among them.
 */
enum fail store_alikes(struct store *store, struct arena *arena,
    struct alike **ret_list, size_t *ret_n, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/*
 * The VERDICT row of a pair as it is to be put: rule is the name of its
 * table; verdict is "one" or "other" (the same, and which of them stays),
 * "different", or empty for undecided; the key is derived from both keys. Who
 * decided, when and where is in the log and nowhere else, so that counters
 * that decide alike write one and the same row.
 */
struct record alike_verdict_row(const struct alike *alike,
    enum alike_verdict verdict, struct arena *arena) nonnull(1, 3);

/* What a VERDICT row says; ALIKE_UNDECIDED for a word that is not known. */
enum alike_verdict alike_verdict_of(const struct record *row) nonnull(1);

/*
 * The record that stays for this one by the verdicts that are here: itself
 * when none makes it a copy.
 */
enum fail store_alike_stays(struct store *store, const struct id *id,
    struct id *ret_id, struct err *err) must_check nonnull(1, 2, 3);

#endif
