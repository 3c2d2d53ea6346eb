#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/crypto.h"
#include "base/err.h"
#include "domain/table.h"

/*
 * What stands in sqlite_schema of a healthy file: the local tables as
 * data/schema/NNNN-*.sql say, the synced ones as the registry says.
 *
 * A schema file is never changed once released; a later one may hold only
 * CREATE statements, DROP of an index or a trigger, and statements that fill
 * rows, because the expected texts are read from the files, not made by
 * running them. A local table that needs another shape gets another name.
 */
struct schema_file {
	const char *name; /* "0001-initial.sql" */
	const char *const *lines;
	size_t n;
};

/* By rising number; made from data/schema by src/store/embed.awk. */
extern const struct schema_file schema_files[];
extern const size_t schema_files_n;

/* The number a file's name begins with. */
int schema_file_number(const struct schema_file *file) nonnull(1);

/* Its text, and the hash that is recorded with it. */
char *schema_file_text(const struct schema_file *file, struct arena *arena)
    nonnull(1, 2);
void schema_file_hash(
    const struct schema_file *file, uint8_t ret_hash[HASH_SIZE]) nonnull(1);

/* One table, index or trigger. */
struct object {
	const char *type; /* "table", "index", "trigger", "view" */
	const char *name;
	const char *text; /* NULL: the text is SQLite's own business */
	bool is_synced;   /* a synced table, or an index or trigger of one */
};

struct objects {
	struct object *list;
	size_t n, room;
};

/* All that ought to be there, by name. */
struct objects schema_expected(struct arena *arena) nonnull(1);

/* All that is there, by name, but for what SQLite makes by itself. */
enum fail schema_actual(sqlite3 *db, struct arena *arena,
    struct objects *ret_objects, struct err *err) must_check nonnull(1, 2, 3);

/*
 * The first difference: either may be NULL (missing, or too many). Both NULL:
 * there is none. *at_expected and *at_actual say where to look from, and are
 * moved behind the difference.
 */
struct difference {
	const struct object *expected, *actual;
};
struct difference schema_difference(const struct objects *expected,
    size_t *at_expected, const struct objects *actual, size_t *at_actual)
    nonnull(1, 2, 3, 4);

/* Is this cell looked up, and so has an index? */
bool cell_is_indexed(const struct table *table, int cell) nonnull(1);

/* The table whose rows this cell names: person_id those of person. NULL for
 * any other cell; parent may be of any table. */
const struct table *cell_refers(const struct cell *cell) nonnull(1);

/* The synced tables' objects, added to a list. */
void registry_objects(struct arena *arena, struct objects *objects)
    nonnull(1, 2);

void objects_add(struct arena *arena, struct objects *objects,
    struct object object) nonnull(1, 2);

/*
 * Create the synced tables that are missing, add the cells that are missing,
 * and renew their triggers and indexes. In a transaction.
 */
enum fail registry_apply(sqlite3 *db, struct err *err) must_check nonnull(1);

#endif
