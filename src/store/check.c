#include "store/check.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "store/compare.h"
#include "store/findings.h"
#include "store/inside.h"
#include "store/rows_sql.h"
#include "store/schema.h"
#include "store/versions.h"

enum { INTEGRITY, PARENTS };

static const struct sql check_sql[] = {
	[INTEGRITY] = { "PRAGMA integrity_check(100)", false },
	[PARENTS] = { "PRAGMA foreign_key_check", false },
};
const struct sql_set check_set = SQL_SET(check_sql);

void
finding(struct findings *findings, const char *code, ...)
{
	struct fact fact;
	va_list list;

	findings->total++;
	if (findings->n == FINDINGS_MAX)
		return;
	fact_set(&fact, code, NULL);
	va_start(list, code);
	for (int i = 0; i < FACT_ARGS; i++) {
		const char *arg = va_arg(list, const char *);

		if (arg == NULL)
			break;
		fact_arg(&fact, i, "%s", arg);
	}
	va_end(list);
	findings->list = arena_grow(findings->arena, findings->list,
	    findings->n, &findings->room, sizeof fact);
	findings->list[findings->n++] = fact;
}

void
row_finding(struct findings *findings, const char *code, const char *table,
    const struct id *id, const char *more)
{
	char text[ID_HEX_SIZE];

	id_print(id, text);
	finding(findings, code, table, text, more, NULL);
}

/* What SQLite says of it, unless the pages were named already. */
static void
note_damage(struct findings *findings, const struct err *err)
{
	if (!was_found(findings, "finding.damaged"))
		finding(findings, "finding.damaged",
		    err != NULL ? err->text : "", NULL);
}

enum fail
check_integrity(struct store *store, struct findings *findings, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &check_sql[INTEGRITY], err);
	if (!fail)
		fail = query_step(&query, &has_row, err);
	while (!fail && has_row) {
		const char *text = column_text(&query, 0, findings->arena);

		if (strcmp(text, "ok") != 0)
			finding(findings, "finding.damaged", text, NULL);
		fail = query_step(&query, &has_row, err);
	}
	/* A file too damaged to be checked is a finding as well. */
	if (fail == FAIL_CORRUPT) {
		note_damage(findings, err);
		return FAIL_NONE;
	}
	return fail;
}

/* Tables of this counter's own; records are asked one by one. */
static enum fail
check_local_parents(
    struct store *store, struct findings *findings, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &check_sql[PARENTS], err);
	if (!fail)
		fail = query_step(&query, &has_row, err);
	while (!fail && has_row) {
		const char *name = column_text(&query, 0, findings->arena);

		if (table_named(name) == NULL)
			finding(findings, "finding.no-parent", name,
			    column_text(&query, 2, findings->arena), NULL);
		fail = query_step(&query, &has_row, err);
	}
	return fail;
}

/*
 * A record that another counter wrote may wait for the one it names, which is
 * in a bundle still to come; one of ours may not.
 */
static enum fail
check_parent(struct store *store, const struct table *table, int cell,
    struct findings *findings, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, rows_orphans(store, table, cell), err);
	if (fail)
		return fail;
	query_integer(&query, 1, FINDINGS_MAX);
	fail = query_step(&query, &has_row, err);
	while (!fail && has_row) {
		if (column_integer(&query, 1) == 0)
			finding(findings, "finding.no-parent", table->name,
			    cell_refers(&table->cells[cell])->name, NULL);
		fail = query_step(&query, &has_row, err);
	}
	return fail;
}

static enum fail
check_parents(struct store *store, struct findings *findings, struct err *err)
{
	enum fail fail = check_local_parents(store, findings, err);

	for (size_t i = 0; i < tables_n; i++)
		for (size_t j = 0; j < tables[i].n_cells && !fail; j++)
			if (cell_refers(&tables[i].cells[j]) != NULL)
				fail = check_parent(
				    store, &tables[i], (int)j, findings, err);
	return fail;
}

static void
note_difference(struct findings *findings, const struct difference *difference)
{
	const struct object *object = difference->expected == NULL ?
	    difference->actual :
	    difference->expected;

	finding(findings,
	    strcmp(object->type, "table") == 0 ? "finding.schema-table" :
						 "finding.schema",
	    object->name, NULL);
}

enum fail
check_schema(struct store *store, struct findings *findings, struct err *err)
{
	scoped_arena arena = arena_new();
	struct objects expected = schema_expected(arena), actual = { 0 };
	size_t at_expected = 0, at_actual = 0;
	enum fail fail;

	fail = schema_actual(store->db, arena, &actual, err);
	while (!fail) {
		struct difference difference = schema_difference(
		    &expected, &at_expected, &actual, &at_actual);

		if (difference.expected == NULL && difference.actual == NULL)
			break;
		note_difference(findings, &difference);
	}
	return fail;
}

/* What compare_table hands from pair to pair. */
struct look {
	struct store *store;
	struct findings *findings;
	struct version_counts counts;
};

static enum fail
look_at_versions(
    struct look *look, const struct row_pair *pair, struct err *err)
{
	bool is_known = pair->log != NULL && !pair->log->is_damaged;
	bool are = true;
	enum fail fail;

	fail = versions_are(look->store, pair->table, &pair->id,
	    is_known ? pair->log : NULL, &look->counts, &are, err);
	if (!fail && is_known && !are)
		row_finding(look->findings, "finding.version",
		    pair->table->name, &pair->id, NULL);
	return fail;
}

static enum fail
look_at_pair(void *context, const struct row_pair *pair, struct err *err)
{
	struct look *look = context;
	const char *name = pair->table->name;

	look->findings->rows += pair->row != NULL;
	if (pair->log == NULL)
		row_finding(
		    look->findings, "finding.extra", name, &pair->id, NULL);
	else if (pair->log->is_damaged)
		; /* check_log() names the entry */
	else if (pair->row == NULL && !pair->log->is_there)
		; /* changed elsewhere, not yet made here */
	else if (!pair->log->is_there)
		row_finding(
		    look->findings, "finding.extra", name, &pair->id, NULL);
	else if (pair->row == NULL)
		row_finding(
		    look->findings, "finding.missing", name, &pair->id, NULL);
	else if (pair->row_is_unreadable)
		row_finding(look->findings, "finding.unreadable", name,
		    &pair->id, NULL);
	else
		for (size_t i = 0; i < pair->table->n_cells; i++)
			if (!value_equal(&pair->row->cell[i],
				&pair->log->record.cell[i]))
				row_finding(look->findings, "finding.cell",
				    name, &pair->id,
				    pair->table->cells[i].name);
	return look_at_versions(look, pair, err);
}

enum fail
check_rows(struct store *store, struct findings *findings, struct err *err)
{
	struct look look = { .store = store, .findings = findings };
	struct version_counts counts = { 0 };
	enum fail fail = FAIL_NONE;

	for (size_t i = 0; i < tables_n && !fail; i++)
		fail =
		    compare_table(store, &tables[i], look_at_pair, &look, err);
	if (!fail)
		fail = versions_count(store, &counts, err);
	if (!fail &&
	    (counts.versions != look.counts.versions ||
		counts.heads != look.counts.heads ||
		counts.waited != look.counts.waited))
		finding(findings, "finding.versions-extra", NULL);
	return fail;
}

bool
was_found(const struct findings *findings, const char *code)
{
	for (size_t i = 0; i < findings->n; i++)
		if (strcmp(findings->list[i].code, code) == 0)
			return true;
	return false;
}

/* The index is asked in a transaction of its own, which is undone. */
static enum fail
ask_index(struct store *store, struct findings *findings, struct err *err)
{
	scoped_transaction transaction = { 0 };
	enum fail fail;

	if (store->refusal_fail)
		return FAIL_NONE;
	fail = transaction_begin(&transaction, store, "", err);
	return fail ? fail : check_index(store, findings, err);
}

static enum fail
check_all(struct store *store, struct findings *findings, struct err *err)
{
	static enum fail (*const parts[])(
	    struct store *, struct findings *, struct err *) = {
		check_integrity,
		check_schema,
		check_parents,
		check_log,
		check_rows,
		check_series,
		check_states,
		check_book,
		check_search,
		check_alike,
		check_assets,
	};
	scoped_reading reading = { 0 };
	enum fail fail;

	fail = reading_begin(&reading, store, err);
	for (size_t i = 0; i < array_length(parts) && !fail; i++) {
		fail = parts[i](store, findings, err);
		/* Damage that stops one part is a finding, not a failure. */
		if (fail == FAIL_CORRUPT) {
			note_damage(findings, err);
			return FAIL_NONE;
		}
		/* A table in another shape cannot be read as ours. */
		if (was_found(findings, "finding.schema-table"))
			break;
	}
	return fail;
}

enum fail
store_check(struct store *store, struct findings *findings, struct err *err)
{
	enum fail fail;

	fail = check_all(store, findings, err);
	if (fail || was_found(findings, "finding.damaged"))
		return fail;
	return ask_index(store, findings, err);
}
