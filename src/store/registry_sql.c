/* The synced tables as SQL, written from the registry. */
#include <string.h>

#include "base/buf.h"
#include "store/query.h"
#include "store/schema.h"

/* A trigger names every cell twice; the widest table has 60. */
enum { TEXT_MAX = 16 * 1024 };

/* What is looked up. One index each, named table_cell. */
static const struct {
	enum table_number table;
	int cell;
} indexed[] = {
	{ TABLE_PERSON, PERSON_NIK },
	{ TABLE_PERSON, PERSON_PHONE },
	{ TABLE_COMPANY, COMPANY_NIB },
	{ TABLE_COMPANY, COMPANY_PERSON_ID },
	{ TABLE_APPLICATION, APPLICATION_NUMBER },
	{ TABLE_APPLICATION, APPLICATION_PERSON_ID },
	{ TABLE_APPLICATION, APPLICATION_COMPANY_ID },
	{ TABLE_APPLICATION, APPLICATION_NIK },
	{ TABLE_APPLICATION, APPLICATION_PHONE },
	{ TABLE_APPLICATION, APPLICATION_NIB },
	{ TABLE_EVENT, EVENT_PARENT },
	{ TABLE_CHECK, CHECK_APPLICATION_ID },
	{ TABLE_ANSWER, ANSWER_PARENT },
	{ TABLE_OFFICER, OFFICER_STAFF_ID },
	{ TABLE_CLOSURE, CLOSURE_DATE },
	{ TABLE_PRINT, PRINT_PARENT },
	{ TABLE_ACCESS, ACCESS_PARENT },
	{ TABLE_COMPLAINT, COMPLAINT_NUMBER },
	{ TABLE_COMPLAINT, COMPLAINT_APPLICATION_ID },
	{ TABLE_COMPLAINT, COMPLAINT_NIB },
	{ TABLE_COMPLAINT, COMPLAINT_BOX_ID },
	{ TABLE_COMPLAINT, COMPLAINT_NAMED_OFFICER },
	{ TABLE_COMPLAINANT, COMPLAINANT_COMPLAINT_ID },
	{ TABLE_COMPLAINANT, COMPLAINANT_NIK },
	{ TABLE_COMPLAINANT, COMPLAINANT_PHONE },
	{ TABLE_COMPLAINANT, COMPLAINANT_NAME_MARK },
	{ TABLE_COMPLAINANT, COMPLAINANT_NIK_MARK },
	{ TABLE_COMPLAINANT, COMPLAINANT_PHONE_MARK },
	{ TABLE_REVIEW, REVIEW_COMPLAINT_ID },
	{ TABLE_HANDLING, HANDLING_COMPLAINT_ID },
	{ TABLE_LEVEL, LEVEL_COMPLAINT_ID },
	{ TABLE_APPROVAL, APPROVAL_PARENT },
	{ TABLE_MERGE, MERGE_COMPLAINT_ID },
	{ TABLE_MERGE, MERGE_INTO },
	{ TABLE_VERDICT, VERDICT_ONE },
	{ TABLE_VERDICT, VERDICT_OTHER },
	{ TABLE_KEY_BOX, KEY_BOX_OFFICER },
};

bool
cell_is_indexed(const struct table *table, int cell)
{
	for (size_t i = 0; i < array_length(indexed); i++)
		if (indexed[i].table == table->number &&
		    indexed[i].cell == cell)
			return true;
	return false;
}

const struct table *
cell_refers(const struct cell *cell)
{
	char name[32];
	size_t size = strlen(cell->name);

	if (cell->type != CELL_ID || size < 4 || size > sizeof name ||
	    strcmp(cell->name + size - 3, "_id") != 0)
		return NULL;
	memcpy(name, cell->name, size - 3);
	name[size - 3] = '\0';
	return table_named(name);
}

/* The column of a cell, as in CREATE TABLE and as ALTER TABLE appends it. */
static void
write_column(struct buf *out, const struct cell *cell)
{
	static const char *const types[] = {
		[CELL_TEXT] = "TEXT",
		[CELL_INTEGER] = "INTEGER",
		[CELL_ID] = "BLOB",
	};
	const struct table *other = cell_refers(cell);

	buf_print(out, "%s %s", cell->name, types[cell->type]);
	if (other != NULL)
		buf_print(out, " REFERENCES %s(id)", other->name);
}

static void
write_table(struct buf *out, const struct table *table)
{
	buf_print(out,
	    "CREATE TABLE %s(id BLOB NOT NULL PRIMARY KEY "
	    "CHECK(length(id) = 16)",
	    table->name);
	for (size_t i = 0; i < table->n_cells; i++) {
		buf_text(out, ", ");
		write_column(out, &table->cells[i]);
	}
	buf_text(out, ") STRICT, WITHOUT ROWID");
}

static void
write_cells(struct buf *out, const struct table *table, const char *row)
{
	for (size_t i = 0; i < table->n_cells; i++)
		buf_print(out, ", %s.%s", row, table->cells[i].name);
}

static void
write_insert(struct buf *out, const struct table *table)
{
	buf_print(out,
	    "CREATE TRIGGER %s_insert AFTER INSERT ON %s BEGIN "
	    "SELECT loket_insert(%d, NEW.id",
	    table->name, table->name, (int)table->number);
	write_cells(out, table, "NEW");
	buf_text(out, "); END");
}

static void
write_update(struct buf *out, const struct table *table)
{
	buf_print(out,
	    "CREATE TRIGGER %s_update AFTER UPDATE ON %s BEGIN "
	    "SELECT loket_update(%d, OLD.id, NEW.id",
	    table->name, table->name, (int)table->number);
	write_cells(out, table, "OLD");
	write_cells(out, table, "NEW");
	buf_text(out, "); END");
}

static void
write_delete(struct buf *out, const struct table *table)
{
	buf_print(out,
	    "CREATE TRIGGER %s_delete BEFORE DELETE ON %s BEGIN "
	    "SELECT loket_refuse('delete'); END",
	    table->name, table->name);
}

static void
write_fixed(struct buf *out, const struct table *table)
{
	buf_print(out,
	    "CREATE TRIGGER %s_fixed BEFORE UPDATE ON %s BEGIN "
	    "SELECT loket_refuse('update'); END",
	    table->name, table->name);
}

static void
add(struct arena *arena, struct objects *objects, const char *type,
    const struct table *table, const char *suffix,
    void (*write)(struct buf *, const struct table *))
{
	struct object object = { .type = type, .is_synced = true };
	scoped_buf text = { 0 };

	buf_init(&text, TEXT_MAX);
	write(&text, table);
	object.name = arena_print(arena, "%s%s", table->name, suffix);
	object.text = arena_text(arena, text.text);
	objects_add(arena, objects, object);
}

static void
add_indexes(
    struct arena *arena, struct objects *objects, const struct table *table)
{
	for (size_t i = 0; i < table->n_cells; i++) {
		struct object object = { .type = "index", .is_synced = true };
		const char *cell = table->cells[i].name;

		if (!cell_is_indexed(table, (int)i))
			continue;
		object.name = arena_print(arena, "%s_%s", table->name, cell);
		object.text = arena_print(arena, "CREATE INDEX %s ON %s(%s)",
		    object.name, table->name, cell);
		objects_add(arena, objects, object);
	}
}

void
registry_objects(struct arena *arena, struct objects *objects)
{
	for (size_t i = 0; i < tables_n; i++) {
		const struct table *table = &tables[i];

		add(arena, objects, "table", table, "", write_table);
		add_indexes(arena, objects, table);
		add(arena, objects, "trigger", table, "_insert", write_insert);
		add(arena, objects, "trigger", table, "_update", write_update);
		add(arena, objects, "trigger", table, "_delete", write_delete);
		if (table->kind == TABLE_IS_EVENT)
			add(arena, objects, "trigger", table, "_fixed",
			    write_fixed);
	}
}

/* Which cells a table has in the file: a count, since they only grow. */
static enum fail
count_columns(
    sqlite3 *db, const struct table *table, size_t *ret_n, struct err *err)
{
	sqlite3_stmt *stmt = NULL;
	int rc;

	rc = sqlite3_prepare_v2(db,
	    "SELECT count(*) FROM "
	    "pragma_table_info(?1)",
	    -1, &stmt, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_bind_text(stmt, 1, table->name, -1, SQLITE_STATIC);
	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	if (rc == SQLITE_ROW)
		*ret_n = (size_t)sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	return rc == SQLITE_ROW ? FAIL_NONE : sqlite_fail(db, rc, err);
}

static enum fail
apply_table(sqlite3 *db, const struct table *table, struct err *err)
{
	scoped_buf text = { 0 };
	size_t n_columns = 0;
	enum fail fail;

	buf_init(&text, TEXT_MAX);
	fail = count_columns(db, table, &n_columns, err);
	if (fail)
		return fail;
	if (n_columns == 0) {
		write_table(&text, table);
		return sqlite_do(db, text.text, err);
	}
	for (size_t i = n_columns - 1; i < table->n_cells && !fail; i++) {
		buf_clear(&text);
		buf_print(&text, "ALTER TABLE %s ADD COLUMN ", table->name);
		write_column(&text, &table->cells[i]);
		fail = sqlite_do(db, text.text, err);
	}
	return fail;
}

static enum fail
renew(sqlite3 *db, const struct object *object, struct err *err)
{
	scoped_buf text = { 0 };
	enum fail fail;

	buf_init(&text, TEXT_MAX);
	buf_print(&text, "DROP %s IF EXISTS %s", object->type, object->name);
	fail = sqlite_do(db, text.text, err);
	return fail ? fail : sqlite_do(db, object->text, err);
}

enum fail
registry_apply(sqlite3 *db, struct err *err)
{
	scoped_arena arena = arena_new();
	struct objects objects = { 0 };
	enum fail fail = FAIL_NONE;

	for (size_t i = 0; i < tables_n && !fail; i++)
		fail = apply_table(db, &tables[i], err);
	registry_objects(arena, &objects);
	for (size_t i = 0; i < objects.n && !fail; i++)
		if (strcmp(objects.list[i].type, "table") != 0)
			fail = renew(db, &objects.list[i], err);
	return fail;
}
