/* JSON as --json writes it. */

#include <stdio.h>

#include "cli/json.h"
#include "lib/t.h"

struct page {
	FILE *file;
	char *text;
	size_t size;
};

static int
open_page(void **state)
{
	struct page *page = calloc(1, sizeof *page);

	assert_non_null(page);
	page->file = open_memstream(&page->text, &page->size);
	assert_non_null(page->file);
	*state = page;
	return 0;
}

static int
close_page(void **state)
{
	struct page *page = *state;

	fclose(page->file);
	free(page->text);
	free(page);
	return 0;
}

static void
assert_written(void **state, const char *wanted)
{
	struct page *page = *state;

	fflush(page->file);
	assert_string_equal(page->text, wanted);
}

T(an_object_has_names_and_commas)
{
	struct page *page = *state;
	struct json json = json_start(page->file);

	json_object(&json, NULL);
	json_text(&json, "a", "x");
	json_integer(&json, "b", -12);
	json_boolean(&json, "c", true);
	json_text(&json, "d", NULL);
	json_end(&json);
	assert_written(
	    state, "{\"a\":\"x\",\"b\":-12,\"c\":true,\"d\":null}\n");
}

T(what_is_nested_is_parted_on_its_own)
{
	struct page *page = *state;
	struct json json = json_start(page->file);

	json_array(&json, NULL);
	json_object(&json, NULL);
	json_array(&json, "list");
	json_integer(&json, NULL, 1);
	json_integer(&json, NULL, 2);
	json_end(&json);
	json_boolean(&json, "after", false);
	json_end(&json);
	json_object(&json, NULL);
	json_end(&json);
	json_end(&json);
	assert_written(state, "[{\"list\":[1,2],\"after\":false},{}]\n");
}

T(what_json_does_not_allow_in_text_is_escaped)
{
	struct page *page = *state;
	struct json json = json_start(page->file);

	json_array(&json, NULL);
	json_text(&json, NULL, "\"\\\n\t\x1b\x7f/\u00e9");
	json_end(&json);
	assert_written(
	    state, "[\"\\\"\\\\\\u000a\\u0009\\u001b\\u007f/\u00e9\"]\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    an_object_has_names_and_commas, open_page, close_page),
		cmocka_unit_test_setup_teardown(
		    what_is_nested_is_parted_on_its_own, open_page, close_page),
		cmocka_unit_test_setup_teardown(
		    what_json_does_not_allow_in_text_is_escaped, open_page,
		    close_page),
	};

	return T_RUN(tests);
}
