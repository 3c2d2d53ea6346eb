#include "lib/t.h"

#include "base/file.h"
#include "lib/container.h"

static const char text[] = "tiga ratus berkas, satu per satu";

static void
seal(struct sample *sample, const void *payload, size_t size)
{
	struct err err = { 0 };

	t_done(sample_seal(sample, payload, size, &err), err);
}

/* Open what is in sample->file; the payload must be what it was. */
static enum fail
open_file(const struct sample *sample, const void *bytes, size_t size,
    const struct container_expect *expect, struct err *err)
{
	struct container_head head = { 0 };
	scoped_buf payload = { 0 };
	enum fail fail;

	buf_init(&payload, 4 + container_limit(sample->head.kind));
	buf_text(&payload, "vor");
	fail = container_open(bytes, size, expect, &head, &payload, err);
	if (fail) {
		assert_string_equal(payload.text, "vor");
		assert_int_equal(head.number, 0);
	}
	return fail;
}

static enum fail
reopen(const struct sample *sample, const struct container_expect *expect,
    struct err *err)
{
	return open_file(
	    sample, sample->file.text, sample->file.size, expect, err);
}

static void
assert_comes_back(enum container_kind kind, const void *bytes, size_t size)
{
	scoped_sample sample = sample_make(kind);
	struct container_expect expect;
	struct container_head head;
	scoped_buf payload = { 0 };
	struct err err = { 0 };

	seal(&sample, bytes, size);
	expect = sample_expect(&sample);
	buf_init(&payload, container_limit(kind));
	t_done(container_open(sample.file.text, sample.file.size, &expect,
		   &head, &payload, &err),
	    err);
	assert_int_equal(payload.size, size);
	if (size > 0)
		assert_memory_equal(payload.text, bytes, size);
	sample.head.is_clear = sample_is_clear(&sample);
	assert_int_equal(head.kind, kind);
	assert_int_equal(head.is_clear, sample.head.is_clear);
	assert_true(id_equal(&head.writer, &sample.head.writer));
	assert_int_equal(head.number, 12);
	assert_int_equal(head.first_seq, 301);
	assert_int_equal(head.last_seq, 340);
	assert_int_equal(head.schema, 2);
	assert_int_equal(head.vocabulary, 1);
	assert_true(head.hlc == sample.head.hlc);
	assert_memory_equal(head.prev, sample.head.prev, HASH_SIZE);
}

T(payloads_of_every_size_come_back)
{
	const size_t sizes[] = { 0, 1, 4000, 4096, 65000, 65536, 65537,
		300000 };
	scoped_arena arena = arena_new();
	struct t_random random = { 5 };
	char *bytes = arena_alloc(arena, 300000);

	for (size_t i = 0; i < 300000; i++)
		bytes[i] = (char)t_random_next(&random);
	for (size_t i = 0; i < array_length(sizes); i++) {
		assert_comes_back(CONTAINER_OPS, bytes, sizes[i]);
		assert_comes_back(CONTAINER_ROSTER, bytes, sizes[i]);
	}
}

T(the_size_of_a_file_tells_work_only_in_steps_of_4_kib)
{
	scoped_sample one = sample_make(CONTAINER_OPS);
	scoped_sample other = sample_make(CONTAINER_OPS);

	seal(&one, "a", 1);
	seal(&other, text, sizeof text);
	assert_int_equal(one.file.size, other.file.size);
	assert_int_equal(one.file.size, 166 + 4 + 4096 + 17 + 112);
}

T(nothing_of_the_payload_can_be_read_in_the_file)
{
	scoped_sample sample = sample_make(CONTAINER_OPS);

	seal(&sample, text, sizeof text);
	assert_null(memmem(sample.file.text, sample.file.size, "berkas", 6));
}

/* A reader that does not know the hash beforehand has the signature only. */
static struct container_expect
expect_any_hash(const struct sample *sample)
{
	struct container_expect expect = sample_expect(sample);

	expect.hash = NULL;
	return expect;
}

static const enum container_kind both_kinds[] = { CONTAINER_OPS,
	CONTAINER_ROSTER };

T(each_single_bit_flipped_is_refused)
{
	for (size_t k = 0; k < array_length(both_kinds); k++) {
		scoped_sample sample = sample_make(both_kinds[k]);
		struct container_expect expect;
		size_t bits = 0, refused = 0;
		struct err err = { 0 };

		seal(&sample, text, sizeof text);
		expect = expect_any_hash(&sample);
		for (; bits < sample.file.size * 8; bits++) {
			sample.file.text[bits / 8] ^= (char)(1 << bits % 8);
			refused += reopen(&sample, &expect, NULL) != 0;
			sample.file.text[bits / 8] ^= (char)(1 << bits % 8);
		}
		assert_true(bits > 4096 * 8);
		assert_int_equal(refused, bits);
		t_done(reopen(&sample, &expect, &err), err);
	}
}

T(each_length_but_its_own_is_refused)
{
	for (size_t k = 0; k < array_length(both_kinds); k++) {
		scoped_sample sample = sample_make(both_kinds[k]);
		struct container_expect expect;
		size_t whole;
		char *file;

		seal(&sample, text, sizeof text);
		whole = sample.file.size;
		expect = expect_any_hash(&sample);
		/* Of exactly that size, so that a byte read beyond is seen. */
		for (size_t size = 0; size <= whole + 1; size++) {
			file = malloc(size + (size == 0));
			assert_non_null(file);
			memset(file, 0, size);
			memcpy(file, sample.file.text,
			    size < whole ? size : whole);
			assert_int_equal(
			    open_file(&sample, file, size, &expect, NULL),
			    size == whole ? FAIL_NONE : FAIL_CORRUPT);
			free(file);
		}
	}
}

static void
assert_refused(const struct sample *sample,
    const struct container_expect *expect, const char *code)
{
	struct err err = { 0 };

	assert_true(reopen(sample, expect, &err) != 0);
	assert_string_equal(err.fact.code, code);
}

T(a_file_that_is_not_the_expected_one_is_refused_by_reason)
{
	scoped_sample sample = sample_make(CONTAINER_OPS);
	struct container_expect right, wrong;
	uint8_t other[HASH_SIZE] = { 1 };

	seal(&sample, text, sizeof text);
	right = sample_expect(&sample);
	wrong = right;
	wrong.fleet.byte[0] ^= 1;
	assert_refused(&sample, &wrong, "sync.other-fleet");
	wrong = right;
	wrong.writer.byte[15] ^= 1;
	assert_refused(&sample, &wrong, "sync.other-writer");
	wrong = right;
	wrong.number = 13;
	assert_refused(&sample, &wrong, "sync.other-number");
	wrong = right;
	wrong.kind = CONTAINER_HEARTBEAT;
	assert_refused(&sample, &wrong, "sync.other-kind");
	wrong = right;
	wrong.hash = other;
	assert_refused(&sample, &wrong, "sync.other-hash");
	wrong = right;
	wrong.public_key = other;
	assert_refused(&sample, &wrong, "sync.signature");
	wrong = right;
	wrong.data_key = other;
	assert_refused(&sample, &wrong, "sync.other-key");
}

T(a_file_of_a_newer_form_names_the_version_needed)
{
	scoped_sample sample = sample_make(CONTAINER_OPS);
	struct container_expect expect;
	struct err err = { 0 };

	seal(&sample, text, sizeof text);
	sample.file.text[8] = 3;
	sample.file.text[10] = 2;
	sample_sign_again(&sample);
	expect = sample_expect(&sample);
	assert_int_equal(reopen(&sample, &expect, &err), FAIL_CONFLICT);
	assert_string_equal(err.fact.code, "sync.newer");
	assert_string_equal(err.fact.arg[0], "2");
}

T(a_newer_writer_that_old_readers_may_read_is_read)
{
	scoped_sample sample = sample_make(CONTAINER_ROSTER);
	struct container_expect expect;
	struct err err = { 0 };

	seal(&sample, text, sizeof text);
	sample.file.text[8] = 3;
	sample_sign_again(&sample);
	expect = sample_expect(&sample);
	t_done(reopen(&sample, &expect, &err), err);
}

T(a_payload_above_the_limit_of_its_kind_is_not_sealed)
{
	scoped_sample sample = sample_make(CONTAINER_INTRODUCTION);
	scoped_arena arena = arena_new();
	size_t size = container_limit(CONTAINER_INTRODUCTION) + 1;
	struct err err = { 0 };

	assert_int_equal(
	    sample_seal(&sample, arena_alloc(arena, size), size, &err),
	    FAIL_INVALID);
	assert_string_equal(err.fact.code, "sync.too-large");
	assert_int_equal(sample.file.size, 0);
}

T(verifying_needs_no_key_to_read)
{
	scoped_sample sample = sample_make(CONTAINER_OPS);
	struct container_expect expect;
	struct container_head head;
	struct err err = { 0 };

	seal(&sample, text, sizeof text);
	expect = sample_expect(&sample);
	expect.data_key = NULL;
	t_done(container_verify(
		   sample.file.text, sample.file.size, &expect, &head, &err),
	    err);
	assert_int_equal(head.number, 12);
}

/* What is written today must be read for ever: the bytes may not change. */
static void
assert_golden(enum container_kind kind, const char *name)
{
	scoped_sample sample = sample_make(kind);
	scoped_arena arena = arena_new();
	struct err err = { 0 };
	char *golden;
	size_t size;

	seal(&sample, text, sizeof text - 1);
	t_done(file_read(arena_print(arena, "%s/tests/data/containers/%s",
			     getenv("LOKET_SRCDIR"), name),
		   1 << 20, arena, &golden, &size, &err),
	    err);
	assert_int_equal(size, sample.file.size);
	assert_memory_equal(golden, sample.file.text, size);
}

T(the_golden_files_are_made_again_bit_by_bit)
{
	assert_golden(CONTAINER_OPS, "ops.bnd");
	assert_golden(CONTAINER_ROSTER, "roster.ros");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(payloads_of_every_size_come_back),
		cmocka_unit_test(
		    the_size_of_a_file_tells_work_only_in_steps_of_4_kib),
		cmocka_unit_test(
		    nothing_of_the_payload_can_be_read_in_the_file),
		T_ROW("C1", each_single_bit_flipped_is_refused),
		T_ROW("C2", each_length_but_its_own_is_refused),
		cmocka_unit_test(
		    a_file_that_is_not_the_expected_one_is_refused_by_reason),
		cmocka_unit_test(
		    a_file_of_a_newer_form_names_the_version_needed),
		cmocka_unit_test(
		    a_newer_writer_that_old_readers_may_read_is_read),
		cmocka_unit_test(
		    a_payload_above_the_limit_of_its_kind_is_not_sealed),
		cmocka_unit_test(verifying_needs_no_key_to_read),
		cmocka_unit_test(the_golden_files_are_made_again_bit_by_bit),
	};
	struct err err;

	return crypto_start(&err) ? 1 : T_RUN(tests);
}
