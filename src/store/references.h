#ifndef STORE_REFERENCES_H
#define STORE_REFERENCES_H

#include "store/bundle.h"
#include "store/merge.h"

/* Whose entries count in the reference tables: store_reference_writers(). */
struct references {
	bool is_set; /* false: all count */
	struct reference_writer *list;
	size_t n;
	/* Our lives by number, to know whose our own entries are. */
	struct life_begin {
		struct id writer;
		int64_t first; /* seq in _op */
	} * lives;
	size_t n_lives;
};

/* Read nothing, and say that all count, when table is no reference table. */
enum fail references_read(struct store *store, const struct table *table,
    struct arena *arena, struct references *ret_references, struct err *err)
    must_check nonnull(1, 2, 3, 4);

bool references_count(const struct references *references,
    const struct table *table, const struct entry *entry) nonnull(1, 2, 3);

/* May this counter write such a row now? FAIL_DENIED (store.admins-only). */
enum fail references_check(struct store *store, const struct table *table,
    struct err *err) must_check nonnull(1, 2);

#endif
