#include "store/rows_sql.h"

#include <assert.h>

#include "base/buf.h"
#include "store/schema.h"

enum { SQL_MAX = 8 * 1024 };

static const char *
keep(struct store *store, const struct buf *text)
{
	assert(!text->is_over);
	return arena_text(store->arena, text->text);
}

static void
write_columns(struct buf *out, const struct table *table)
{
	buf_text(out, "id");
	for (size_t i = 0; i < table->n_cells; i++)
		buf_print(out, ", %s", table->cells[i].name);
}

static void
write_select(struct buf *out, const struct table *table)
{
	buf_clear(out);
	buf_text(out, "SELECT ");
	write_columns(out, table);
	buf_print(out, " FROM %s ", table->name);
}

static void
write_insert(struct buf *out, const struct table *table)
{
	buf_clear(out);
	buf_print(out, "INSERT INTO %s(", table->name);
	write_columns(out, table);
	buf_text(out, ") VALUES(?1");
	for (size_t i = 0; i < table->n_cells; i++)
		buf_print(out, ", ?%zu", i + 2);
	buf_char(out, ')');
}

static void
write_update(struct buf *out, const struct table *table)
{
	buf_clear(out);
	buf_print(out, "UPDATE %s SET ", table->name);
	for (size_t i = 0; i < table->n_cells; i++)
		buf_print(out, "%s%s = ?%zu", i == 0 ? "" : ", ",
		    table->cells[i].name, i + 2);
	buf_text(out, " WHERE id = ?1");
}

static struct table_sql *
make(struct store *store, const struct table *table)
{
	struct table_sql *sql = arena_alloc(store->arena, sizeof *sql);
	scoped_buf text = { 0 };

	buf_init(&text, SQL_MAX);
	write_select(&text, table);
	buf_text(&text, "WHERE id = ?1");
	sql->get.text = keep(store, &text);
	write_select(&text, table);
	buf_text(&text, "ORDER BY id");
	sql->all = (struct sql){ keep(store, &text), .scan = true };
	write_insert(&text, table);
	sql->insert.text = keep(store, &text);
	write_update(&text, table);
	sql->update.text = keep(store, &text);
	buf_clear(&text);
	buf_print(&text, "DELETE FROM %s WHERE id = ?1", table->name);
	sql->remove.text = keep(store, &text);
	return sql;
}

static struct table_sql *
sql_of(struct store *store, const struct table *table)
{
	size_t i = (size_t)(table - tables);

	assert(i < tables_n && i < TABLES_MAX);
	if (store->table_sql[i] == NULL)
		store->table_sql[i] = make(store, table);
	return store->table_sql[i];
}

const struct table_sql *
rows_sql(struct store *store, const struct table *table)
{
	return sql_of(store, table);
}

const struct sql *
rows_find(struct store *store, const struct table *table, int cell)
{
	struct sql *sql = &sql_of(store, table)->find[cell];
	scoped_buf text = { 0 };

	assert(cell_is_indexed(table, cell));
	if (sql->text != NULL)
		return sql;
	buf_init(&text, SQL_MAX);
	write_select(&text, table);
	buf_print(&text, "WHERE %s = ?1 ORDER BY id LIMIT ?2",
	    table->cells[cell].name);
	sql->text = keep(store, &text);
	return sql;
}

const struct sql *
rows_begins(struct store *store, const struct table *table, int cell)
{
	struct sql *sql = &sql_of(store, table)->begins[cell];
	const char *name = table->cells[cell].name;
	scoped_buf text = { 0 };

	assert(cell_is_indexed(table, cell));
	if (sql->text != NULL)
		return sql;
	buf_init(&text, SQL_MAX);
	buf_print(&text,
	    "SELECT id FROM %s WHERE %s >= ?1 AND %s < ?2 "
	    "ORDER BY %s LIMIT ?3",
	    table->name, name, name, name);
	sql->text = keep(store, &text);
	return sql;
}

const struct sql *
rows_orphans(struct store *store, const struct table *table, int cell)
{
	struct sql *sql = &sql_of(store, table)->orphans[cell];
	const char *name = table->cells[cell].name;
	scoped_buf text = { 0 };

	if (sql->text != NULL)
		return sql;
	buf_init(&text, SQL_MAX);
	buf_print(&text,
	    "SELECT c.id, EXISTS (SELECT 1 FROM _foreign f WHERE "
	    "f.table_number = %d AND f.pk = c.id) FROM %s c WHERE c.%s IS NOT "
	    "NULL AND NOT EXISTS (SELECT 1 FROM %s p WHERE p.id = c.%s) "
	    "LIMIT ?1",
	    (int)table->number, table->name, name,
	    cell_refers(&table->cells[cell])->name, name);
	*sql = (struct sql){ keep(store, &text), .scan = true };
	return sql;
}

struct record
row_read(struct query *query, const struct table *table, struct arena *arena)
{
	struct record record = record_of(table->number, column_id(query, 0));

	for (size_t i = 0; i < table->n_cells; i++)
		record.cell[i] = column_value(
		    query, (int)i + 1, table->cells[i].type, arena);
	return record;
}

void
row_bind(struct query *query, const struct record *record)
{
	query_id(query, 1, &record->id);
	for (size_t i = 0; i < record->table->n_cells; i++)
		query_value(query, (int)i + 2, &record->cell[i]);
}
