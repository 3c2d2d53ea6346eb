/* The schema as text, the schema as made, and the way from an older one. */
#include "lib/register.h"

#include <sqlite3.h>
#include <stdio.h>
#include <unistd.h>

#include "base/buf.h"
#include "store/inside.h"
#include "store/schema.h"

static struct objects
actual(struct register_fixture *fixture)
{
	struct objects objects = { 0 };
	struct err err = { 0 };

	t_done(
	    schema_actual(fixture->store->db, fixture->arena, &objects, &err),
	    err);
	return objects;
}

/* Every CREATE of every file and of the registry, and nothing else. */
T(what_is_expected_is_what_is_made)
{
	struct register_fixture *fixture = *state;
	struct objects wanted = schema_expected(fixture->arena);
	struct objects made = actual(fixture);

	assert_int_equal(wanted.n, made.n);
	for (size_t i = 0; i < wanted.n; i++) {
		assert_string_equal(wanted.list[i].name, made.list[i].name);
		assert_string_equal(wanted.list[i].type, made.list[i].type);
		if (wanted.list[i].text != NULL)
			assert_string_equal(
			    wanted.list[i].text, made.list[i].text);
	}
}

T(every_synced_table_is_guarded_by_its_triggers)
{
	struct register_fixture *fixture = *state;
	struct objects made = actual(fixture);

	for (size_t i = 0; i < tables_n; i++) {
		size_t triggers = 0;
		bool is_event = tables[i].kind == TABLE_IS_EVENT;

		for (size_t j = 0; j < made.n; j++)
			if (strcmp(made.list[j].type, "trigger") == 0 &&
			    strncmp(made.list[j].name, tables[i].name,
				strlen(tables[i].name)) == 0)
				triggers++;
		assert_int_equal(triggers, is_event ? 4 : 3);
	}
}

T(no_table_has_more_cells_than_a_function_takes)
{
	(void)state;
	for (size_t i = 0; i < tables_n; i++)
		assert_true(tables[i].n_cells <= TABLE_CELLS_MAX);
}

T(differences_are_found_on_either_side)
{
	struct object left[] = { { "table", "a", "A", true },
		{ "table", "c", "C", true }, { "index", "d", NULL, true } };
	struct object right[] = { { "table", "b", "B", false },
		{ "table", "c", "other", false },
		{ "index", "d", "anything", false } };
	struct objects wanted = { left, 3, 3 }, made = { right, 3, 3 };
	size_t i = 0, j = 0;
	struct difference difference;

	difference = schema_difference(&wanted, &i, &made, &j);
	assert_ptr_equal(difference.expected, &left[0]);
	assert_null(difference.actual);
	difference = schema_difference(&wanted, &i, &made, &j);
	assert_null(difference.expected);
	assert_ptr_equal(difference.actual, &right[0]);
	difference = schema_difference(&wanted, &i, &made, &j);
	assert_ptr_equal(difference.expected, &left[1]);
	assert_ptr_equal(difference.actual, &right[1]);
	difference = schema_difference(&wanted, &i, &made, &j);
	assert_null(difference.expected);
	assert_null(difference.actual);
}

/* A table as an older program with one cell less would have made it. */
static void
make_older(struct register_fixture *fixture)
{
	static const char start[] = "CREATE TABLE closure(";
	struct objects wanted = schema_expected(fixture->arena);
	scoped_buf text = { 0 };
	sqlite3 *db = NULL;
	char *older = NULL, *cut, *end, *message = NULL;

	for (size_t i = 0; i < wanted.n; i++)
		if (wanted.list[i].text != NULL &&
		    strncmp(wanted.list[i].text, start, sizeof start - 1) == 0)
			older = arena_text(fixture->arena, wanted.list[i].text);
	assert_non_null(older);
	end = strstr(older, ") STRICT");
	assert_non_null(end);
	*end = '\0';
	cut = strrchr(older, ',');
	assert_non_null(cut);
	*cut = '\0';
	buf_init(&text, 4096);
	buf_print(
	    &text, "DROP TABLE closure; %s) STRICT, WITHOUT ROWID", older);
	store_close(fixture->store);
	fixture->store = NULL;
	assert_int_equal(sqlite3_open(fixture->path, &db), SQLITE_OK);
	if (sqlite3_exec(db, text.text, NULL, NULL, &message) != SQLITE_OK)
		fail_msg("%s: %s", text.text, message);
	sqlite3_close(db);
}

T(a_cell_added_later_gives_the_text_a_new_table_has)
{
	struct register_fixture *fixture = *state;
	sqlite3 *db = NULL;
	struct err err = { 0 };

	make_older(fixture);
	assert_int_equal(sqlite3_open(fixture->path, &db), SQLITE_OK);
	t_done(registry_apply(db, &err), err);
	sqlite3_close(db);
	register_reopen(fixture);
	assert_null(store_refusal(fixture->store));
}

T(a_schema_file_knows_its_number)
{
	scoped_arena arena = arena_new();
	struct schema_file file = { "0012-more.sql",
		(const char *const[]){ "a", "b" }, 2 };
	int last = 0;

	(void)state;
	assert_int_equal(schema_file_number(&file), 12);
	assert_string_equal(schema_file_text(&file, arena), "a\nb\n");
	for (size_t i = 0; i < schema_files_n; i++) {
		assert_true(schema_file_number(&schema_files[i]) > last);
		last = schema_file_number(&schema_files[i]);
	}
}

static const struct CMUnitTest tests[] = {
	T_REGISTER(what_is_expected_is_what_is_made),
	T_REGISTER(every_synced_table_is_guarded_by_its_triggers),
	cmocka_unit_test(no_table_has_more_cells_than_a_function_takes),
	cmocka_unit_test(differences_are_found_on_either_side),
	T_REGISTER(a_cell_added_later_gives_the_text_a_new_table_has),
	cmocka_unit_test(a_schema_file_knows_its_number),
};

int
main(void)
{
	return T_RUN(tests);
}
