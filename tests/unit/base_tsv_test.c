#include "lib/t.h"

#include "base/file.h"
#include "base/tsv.h"

static const char *const columns[] = { "code", "name" };

struct reading {
	struct arena *arena;
	struct problems problems;
	struct tsv tsv;
	struct err err;
	enum fail fail;
};

static struct reading
read_text(const char *text)
{
	struct reading reading = { .arena = arena_new(),
		.tsv = {
		    .file = "a.tsv", .columns = columns, .n_columns = 2 } };

	reading.problems.arena = reading.arena;
	reading.fail = tsv_read(
	    &reading.tsv, text, strlen(text), &reading.problems, &reading.err);
	return reading;
}

static void
reading_done(struct reading *reading)
{
	arena_free(reading->arena);
}
#define scoped_reading scoped(reading_done) struct reading

/* The only problem there is. */
static void
assert_problem(const char *text, int line, const char *code, const char *arg)
{
	scoped_reading reading = read_text(text);

	assert_int_equal(reading.fail, FAIL_INVALID);
	assert_int_equal(reading.problems.n, 1);
	assert_int_equal(reading.problems.list[0].line, line);
	assert_string_equal(reading.problems.list[0].fact.code, code);
	assert_string_equal(reading.problems.list[0].fact.arg[0], arg);
	assert_int_equal(reading.tsv.n, 0);
}

T(rows_are_read_with_their_lines)
{
	scoped_reading reading = read_text("# places\n"
					   "code\tname\n"
					   "\n"
					   "1\tNagri Kaler\n"
					   "# more\n"
					   "2\t\n"
					   "\tx # y");

	t_done(reading.fail, reading.err);
	assert_int_equal(reading.tsv.n, 3);
	assert_int_equal(reading.tsv.n_columns, 2);
	assert_string_equal(reading.tsv.rows[0].cells[1], "Nagri Kaler");
	assert_int_equal(reading.tsv.rows[0].line, 4);
	assert_string_equal(reading.tsv.rows[1].cells[1], "");
	assert_string_equal(reading.tsv.rows[2].cells[0], "");
	assert_string_equal(reading.tsv.rows[2].cells[1], "x # y");
}

T(what_spreadsheets_write_is_read)
{
	scoped_reading reading = read_text("\xEF\xBB\xBF"
					   "code\tname\r\n"
					   "1\ta\r\n");

	t_done(reading.fail, reading.err);
	assert_int_equal(reading.tsv.n, 1);
	assert_string_equal(reading.tsv.rows[0].cells[1], "a");
}

T(a_table_needs_its_header)
{
	assert_problem("", 0, "tsv.header", "");
	assert_problem("# nothing\n", 0, "tsv.header", "");
	assert_problem("code\tnames\n1\ta\n", 1, "tsv.column", "name");
	assert_problem("code\n", 1, "tsv.cells", "2");
	assert_problem("code\tname\tx\n", 1, "tsv.cells", "2");
}

T(every_row_with_other_cells_is_told)
{
	scoped_reading reading = read_text("code\tname\n1\n1\ta\n1\ta\tb\n");
	const struct problem *list = reading.problems.list;

	assert_int_equal(reading.fail, FAIL_INVALID);
	assert_int_equal(reading.problems.n, 2);
	assert_int_equal(list[0].line, 2);
	assert_string_equal(list[0].fact.arg[1], "1");
	assert_int_equal(list[1].line, 4);
	assert_string_equal(list[1].fact.arg[1], "3");
}

T(many_cells_are_counted_but_not_kept)
{
	assert_problem(
	    "code\tname\n"
	    "\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\n",
	    2, "tsv.cells", "2");
}

T(hidden_characters_are_refused)
{
	assert_problem(
	    "code\tname\n1\ta\xE2\x80\x8B\n", 2, "syntax.character", "U+200B");
	assert_problem("code\tname\n1\t\xFF\n", 2, "syntax.not-utf8", "");
}

T(rows_have_a_ceiling)
{
	scoped_buf text = { 0 };

	buf_init(&text, 4 << 20);
	buf_text(&text, "code\tname\n");
	for (int i = 0; i < 200001; i++)
		buf_text(&text, "1\ta\n");
	assert_problem(text.text, 200002, "tsv.too-many", "");
}

T(a_table_has_a_ceiling)
{
	scoped_buf text = { 0 };

	buf_init(&text, 5 << 20);
	buf_repeat(&text, '\n', (4 << 20) + 1);
	assert_problem(text.text, 0, "file.too-large", "a.tsv");
}

T(a_file_is_read_by_its_name)
{
	scoped_t_folder folder = t_folder_new();
	scoped_reading reading = { .arena = arena_new(),
		.tsv = { .columns = columns, .n_columns = 2 } };
	const char *path = t_path(reading.arena, &folder, "x.tsv");

	reading.problems.arena = reading.arena;
	t_done(file_write(path, "code\tname\n1\ta\n", 14, 0600, &reading.err),
	    reading.err);
	t_done(tsv_load(&reading.tsv, path, &reading.problems, &reading.err),
	    reading.err);
	assert_string_equal(reading.tsv.file, "x.tsv");
	assert_string_equal(reading.tsv.rows[0].cells[0], "1");
	assert_int_equal(tsv_load(&reading.tsv, "/nowhere/x.tsv",
			     &reading.problems, &reading.err),
	    FAIL_MISSING);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_are_read_with_their_lines),
		cmocka_unit_test(what_spreadsheets_write_is_read),
		cmocka_unit_test(a_table_needs_its_header),
		cmocka_unit_test(every_row_with_other_cells_is_told),
		cmocka_unit_test(many_cells_are_counted_but_not_kept),
		cmocka_unit_test(hidden_characters_are_refused),
		cmocka_unit_test(rows_have_a_ceiling),
		cmocka_unit_test(a_table_has_a_ceiling),
		cmocka_unit_test(a_file_is_read_by_its_name),
	};

	return T_RUN(tests);
}
