#include "lib/t.h"

#include <errno.h>

T(a_failure_has_kind_and_text)
{
	struct err err;

	assert_int_equal(fail_set(&err, FAIL_BUSY, "held by %d", 7), FAIL_BUSY);
	assert_int_equal(err.fail, FAIL_BUSY);
	assert_string_equal(err.text, "held by 7");
	assert_string_equal(err.fact.code, "");
	assert_string_equal(fail_name(err.fail), "busy");
}

T(nobody_needs_to_listen)
{
	assert_int_equal(fail_set(NULL, FAIL_IO, "x"), FAIL_IO);
	assert_int_equal(fail_say(NULL, FAIL_IO, "x", NULL), FAIL_IO);
	errno = ENOENT;
	assert_int_equal(fail_errno(NULL, "x"), FAIL_MISSING);
	fail_prefix(NULL, "x");
}

T(errno_gives_kind_and_words)
{
	struct err err;

	errno = ENOSPC;
	assert_int_equal(fail_errno(&err, "writing %s", "a"), FAIL_IO);
	assert_string_equal(err.text, "writing a: No space left on device");
	errno = ENOENT;
	assert_int_equal(fail_errno(&err, "x"), FAIL_MISSING);
	errno = ENOMEM;
	assert_int_equal(fail_errno(&err, "x"), FAIL_MEMORY);
}

T(a_fact_is_also_text)
{
	struct err err;

	assert_int_equal(
	    fail_say(&err, FAIL_INVALID, "nik.short", "15", "16", NULL),
	    FAIL_INVALID);
	assert_string_equal(err.fact.code, "nik.short");
	assert_string_equal(err.fact.arg[1], "16");
	assert_string_equal(err.text, "nik.short: 15, 16");
	assert_int_equal(
	    fail_say(&err, FAIL_BUSY, "sync.busy", NULL), FAIL_BUSY);
	assert_string_equal(err.text, "sync.busy");
	assert_string_equal(err.fact.arg[0], "");
}

T(a_prefix_keeps_kind_and_fact)
{
	struct err err;

	(void)fail_say(&err, FAIL_INVALID, "nik.short", "15", NULL);
	fail_prefix(&err, "%s:%d", "visit.form", 14);
	assert_string_equal(err.text, "visit.form:14: nik.short: 15");
	assert_string_equal(err.fact.code, "nik.short");
	assert_int_equal(err.fail, FAIL_INVALID);
}

T(a_long_text_is_cut)
{
	char text[1000];
	struct err err;

	memset(text, 'x', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	(void)fail_set(&err, FAIL_IO, "%s", text);
	assert_int_equal(strlen(err.text), ERR_TEXT_SIZE - 1);
	fail_prefix(&err, "%s", text);
	errno = EIO;
	(void)fail_errno(&err, "%s", text);
	(void)fail_say(&err, FAIL_IO, text, text, text, text, text, NULL);
	assert_int_equal(strlen(err.text), ERR_TEXT_SIZE - 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_failure_has_kind_and_text),
		cmocka_unit_test(nobody_needs_to_listen),
		cmocka_unit_test(errno_gives_kind_and_words),
		cmocka_unit_test(a_fact_is_also_text),
		cmocka_unit_test(a_prefix_keeps_kind_and_fact),
		cmocka_unit_test(a_long_text_is_cut),
	};

	return T_RUN(tests);
}
