#include "store/schema.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "store/inside.h"

enum { FILE_TEXT_MAX = 256 * 1024 };

/* FTS5 makes these for the table search; their texts are its own. */
static const char *const shadows[] = { "search_config", "search_data",
	"search_idx" };

void
objects_add(struct arena *arena, struct objects *objects, struct object object)
{
	objects->list = arena_grow(
	    arena, objects->list, objects->n, &objects->room, sizeof object);
	objects->list[objects->n++] = object;
}

int
schema_file_number(const struct schema_file *file)
{
	return (int)strtol(file->name, NULL, 10);
}

char *
schema_file_text(const struct schema_file *file, struct arena *arena)
{
	scoped_buf text = { 0 };

	buf_init(&text, FILE_TEXT_MAX);
	for (size_t i = 0; i < file->n; i++) {
		buf_text(&text, file->lines[i]);
		buf_char(&text, '\n');
	}
	return arena_text(arena, text.text);
}

void
schema_file_hash(const struct schema_file *file, uint8_t ret_hash[HASH_SIZE])
{
	struct hash hash;

	hash_begin(&hash);
	for (size_t i = 0; i < file->n; i++) {
		hash_add(&hash, file->lines[i], strlen(file->lines[i]));
		hash_add(&hash, "\n", 1);
	}
	hash_end(&hash, ret_hash);
}

/* Take the word before the next blank or '(' at *at. */
static const char *
take_word(const char **at, struct arena *arena)
{
	const char *word;
	size_t size;

	*at += strspn(*at, " \n\t");
	size = strcspn(*at, " \n\t(;");
	word = arena_bytes(arena, *at, size);
	*at += size;
	return word;
}

static void
drop(struct objects *objects, const char *name)
{
	for (size_t i = 0; i < objects->n; i++)
		if (strcmp(objects->list[i].name, name) == 0)
			objects->list[i--] = objects->list[--objects->n];
}

/*
 * What one statement of a file leaves in sqlite_schema: the text of a CREATE
 * as it stands, without the semicolon.
 */
static void
note_statement(struct arena *arena, struct objects *objects, const char *text)
{
	struct object object = { 0 };
	const char *at = text, *verb = take_word(&at, arena);
	size_t size = strlen(text);

	object.type = take_word(&at, arena);
	if (strcmp(object.type, "UNIQUE") == 0 ||
	    strcmp(object.type, "VIRTUAL") == 0)
		object.type = take_word(&at, arena);
	object.name = take_word(&at, arena);
	if (strcmp(verb, "DROP") == 0)
		drop(objects, object.name);
	if (strcmp(verb, "CREATE") != 0)
		return;
	object.type = strcmp(object.type, "TABLE") == 0 ? "table" :
	    strcmp(object.type, "INDEX") == 0           ? "index" :
							  "trigger";
	while (size > 0 && strchr("; \n", text[size - 1]) != NULL)
		size--;
	object.text = arena_bytes(arena, text, size);
	objects_add(arena, objects, object);
}

/* Statements begin at the start of a line; comments may stand between. */
static void
note_file(struct arena *arena, struct objects *objects,
    const struct schema_file *file)
{
	scoped_buf statement = { 0 };

	buf_init(&statement, FILE_TEXT_MAX);
	for (size_t i = 0; i < file->n; i++) {
		const char *line = file->lines[i];

		if (statement.size == 0 &&
		    (*line == '\0' || strncmp(line, "--", 2) == 0))
			continue;
		buf_text(&statement, line);
		buf_char(&statement, '\n');
		if (!sqlite3_complete(statement.text))
			continue;
		note_statement(arena, objects, statement.text);
		buf_clear(&statement);
	}
}

static int
by_name(const void *a, const void *b)
{
	const struct object *left = a, *right = b;

	return strcmp(left->name, right->name);
}

struct objects
schema_expected(struct arena *arena)
{
	struct objects objects = { 0 };

	for (size_t i = 0; i < schema_files_n; i++)
		note_file(arena, &objects, &schema_files[i]);
	for (size_t i = 0; i < array_length(shadows); i++)
		objects_add(arena, &objects,
		    (struct object){ .type = "table", .name = shadows[i] });
	registry_objects(arena, &objects);
	qsort(objects.list, objects.n, sizeof *objects.list, by_name);
	return objects;
}

enum fail
schema_actual(sqlite3 *db, struct arena *arena, struct objects *ret_objects,
    struct err *err)
{
	struct objects objects = { 0 };
	sqlite3_stmt *stmt = NULL;
	int rc;

	rc = sqlite3_prepare_v2(db,
	    "SELECT type, name, sql FROM sqlite_schema "
	    "WHERE name NOT LIKE 'sqlite^_%' ESCAPE '^'",
	    -1, &stmt, NULL);
	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	while (rc == SQLITE_ROW) {
		struct object object = { 0 };

		object.type = arena_text(
		    arena, (const char *)sqlite3_column_text(stmt, 0));
		object.name = arena_text(
		    arena, (const char *)sqlite3_column_text(stmt, 1));
		object.text = arena_text(
		    arena, (const char *)sqlite3_column_text(stmt, 2));
		objects_add(arena, &objects, object);
		rc = sqlite3_step(stmt);
	}
	sqlite3_finalize(stmt);
	if (rc != SQLITE_DONE)
		return sqlite_fail(db, rc, err);
	if (objects.n > 0)
		qsort(objects.list, objects.n, sizeof *objects.list, by_name);
	*ret_objects = objects;
	return FAIL_NONE;
}

static bool
is_same(const struct object *expected, const struct object *actual)
{
	if (strcmp(expected->type, actual->type) != 0)
		return false;
	return expected->text == NULL ||
	    (actual->text != NULL && strcmp(expected->text, actual->text) == 0);
}

struct difference
schema_difference(const struct objects *expected, size_t *at_expected,
    const struct objects *actual, size_t *at_actual)
{
	while (*at_expected < expected->n || *at_actual < actual->n) {
		const struct object *left = NULL, *right = NULL;
		int order = 0;

		if (*at_expected < expected->n)
			left = &expected->list[*at_expected];
		if (*at_actual < actual->n)
			right = &actual->list[*at_actual];
		if (left != NULL && right != NULL)
			order = by_name(left, right);
		if (order > 0)
			left = NULL;
		if (order < 0)
			right = NULL;
		*at_expected += left != NULL;
		*at_actual += right != NULL;
		if (left == NULL || right == NULL || !is_same(left, right))
			return (struct difference){ left, right };
	}
	return (struct difference){ 0 };
}

enum fail
schema_judge(struct store *store, struct err *err)
{
	scoped_arena arena = arena_new();
	struct objects expected = schema_expected(arena), actual = { 0 };
	struct difference difference;
	size_t at_expected = 0, at_actual = 0;
	int64_t version;
	enum fail fail;

	fail =
	    sqlite_integer(store->db, "PRAGMA schema_version", &version, err);
	if (!fail)
		fail = schema_actual(store->db, arena, &actual, err);
	if (fail)
		return fail;
	store->schema_version = version;
	difference =
	    schema_difference(&expected, &at_expected, &actual, &at_actual);
	/* Another refusal is not ours to lift. */
	if (store->refusal_fail &&
	    strcmp(store->refusal.code, "store.schema-changed") != 0)
		return FAIL_NONE;
	store->refusal_fail = FAIL_NONE;
	store->refusal = (struct fact){ 0 };
	if (difference.expected == NULL && difference.actual == NULL)
		return FAIL_NONE;
	store->refusal_fail = FAIL_CORRUPT;
	fact_set(&store->refusal, "store.schema-changed",
	    difference.expected != NULL ? difference.expected->name :
					  difference.actual->name,
	    NULL);
	return FAIL_NONE;
}
