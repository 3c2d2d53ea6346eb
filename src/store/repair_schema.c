#include <string.h>

#include "base/buf.h"
#include "store/inside.h"
#include "store/repair.h"
#include "store/schema.h"

enum { STATEMENT_MAX = 64 * 1024 };

/* DROP of something whose name anybody may have chosen. */
static enum fail
drop(struct store *store, const struct object *object, struct err *err)
{
	scoped_buf text = { 0 };

	buf_init(&text, STATEMENT_MAX);
	buf_print(&text, "DROP %s IF EXISTS \"", object->type);
	for (const char *at = object->name; *at != '\0'; at++) {
		if (*at == '"')
			buf_char(&text, '"');
		buf_char(&text, *at);
	}
	buf_char(&text, '"');
	return sqlite_do(store->db, text.text, err);
}

/*
 * A table is made anew only when the log can fill it. One of this counter's
 * own that is not as it must be, or one nobody knows, is for a person.
 */
static bool
is_curable(const struct difference *difference)
{
	const struct object *expected = difference->expected;
	const struct object *actual = difference->actual;

	if (expected == NULL)
		return strcmp(actual->type, "table") != 0;
	return strcmp(expected->type, "table") != 0 || expected->is_synced;
}

/* Tables before what stands on them. */
enum pass { DROP_ALL, MAKE_TABLES, MAKE_REST };

static enum fail
mend(struct store *store, const struct difference *difference, enum pass pass,
    struct err *err)
{
	const struct object *expected = difference->expected;
	bool is_table =
	    expected != NULL && strcmp(expected->type, "table") == 0;

	if (pass == DROP_ALL)
		return difference->actual == NULL ?
		    FAIL_NONE :
		    drop(store, difference->actual, err);
	if (expected == NULL || is_table != (pass == MAKE_TABLES))
		return FAIL_NONE;
	return sqlite_do(store->db, expected->text, err);
}

/* What is different now: dropping a table took its indexes along. */
static enum fail
run_pass(struct store *store, const struct objects *expected, enum pass pass,
    struct err *err)
{
	scoped_arena arena = arena_new();
	struct objects actual = { 0 };
	size_t at_expected = 0, at_actual = 0;
	enum fail fail;

	fail = schema_actual(store->db, arena, &actual, err);
	while (!fail) {
		struct difference difference = schema_difference(
		    expected, &at_expected, &actual, &at_actual);

		if (difference.expected == NULL && difference.actual == NULL)
			break;
		if (!is_curable(&difference))
			return fail_say(
			    err, FAIL_CORRUPT, "store.restore", NULL);
		fail = mend(store, &difference, pass, err);
	}
	return fail;
}

enum fail
repair_schema(struct store *store, struct err *err)
{
	scoped_arena arena = arena_new();
	struct objects expected = schema_expected(arena);
	enum fail fail;

	fail = run_pass(store, &expected, DROP_ALL, err);
	if (!fail)
		fail = run_pass(store, &expected, MAKE_TABLES, err);
	if (!fail)
		fail = run_pass(store, &expected, MAKE_REST, err);
	return fail;
}
