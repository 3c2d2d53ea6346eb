/* Bodies that lie, under a good signature. */
#include "lib/t.h"

#include <sys/resource.h>

#include "base/pack.h"
#include "lib/container.h"
#include "sync/container_inside.h"

static void
seal(struct sample *sample)
{
	struct err err = { 0 };

	t_done(sample_seal(sample, "isi", 3, &err), err);
}

static enum fail
reopen(const struct sample *sample, const struct container_expect *expect,
    struct err *err)
{
	struct container_head head = { 0 };
	scoped_buf payload = { 0 };

	buf_init(&payload, container_limit(sample->head.kind));
	return container_open(
	    sample->file.text, sample->file.size, expect, &head, &payload, err);
}

static void
assert_refused(const struct sample *sample,
    const struct container_expect *expect, const char *code)
{
	struct err err = { 0 };

	assert_true(reopen(sample, expect, &err) != 0);
	assert_string_equal(err.fact.code, code);
}

T(absurd_lengths_under_a_good_signature_are_refused)
{
	const uint64_t absurd[] = { 0, 1, 4097, UINT64_C(1) << 31,
		UINT64_C(1) << 63, UINT64_MAX, UINT64_MAX - 4095, 8192 };

	for (size_t i = 0; i < array_length(absurd); i++)
		for (size_t at = 126; at <= 134; at += 8) {
			scoped_sample sample = sample_make(CONTAINER_OPS);
			struct container_expect expect;

			seal(&sample);
			for (size_t b = 0; b < 8; b++)
				sample.file.text[at + b] =
				    (char)(absurd[i] >> 8 * b);
			sample_sign_again(&sample);
			expect = sample_expect(&sample);
			assert_true(reopen(&sample, &expect, NULL) != 0);
		}
}

/* Nothing that was packed so well: what it says of its size, and what it is,
 * unpacked, are two things. */
static void
seal_bomb(struct sample *sample, size_t said, size_t real)
{
	struct container_frame frame = { .head = sample->head,
		.plain = container_padded(said),
		.stream = "one of them" };
	uint8_t head[CONTAINER_HEAD_SIZE], inner[INNER_SIZE] = { 0 };
	uint8_t sealed[CHUNK_SIZE + STREAM_EXTRA], length[CHUNK_LENGTH_SIZE];
	uint8_t end[8 + MAGIC_SIZE] = { 0 };
	scoped(stream_done) struct stream stream;
	scoped_buf body = { 0 };
	struct err err = { 0 };
	void *zeros = calloc(real, 1);

	assert_non_null(zeros);
	buf_init(&body, CHUNK_SIZE);
	little_put(inner, said, 8);
	buf_add(&body, inner, sizeof inner);
	t_done(pack_bytes(zeros, real, &body, &err), err);
	free(zeros);
	little_put((uint8_t *)body.text + 8, body.size - sizeof inner, 8);
	buf_repeat(
	    &body, '\0', (size_t)container_padded(body.size) - body.size);
	frame.packed = body.size;
	container_put_head(&frame, head);
	buf_clear(&sample->file);
	buf_add(&sample->file, head, sizeof head);
	little_put(length, body.size + STREAM_EXTRA, sizeof length);
	buf_add(&sample->file, length, sizeof length);
	stream_begin(&stream, sample->data_key, frame.stream);
	stream_seal(
	    &stream, body.text, body.size, head, sizeof head, true, sealed);
	buf_add(&sample->file, sealed, body.size + STREAM_EXTRA);
	buf_repeat(&sample->file, '\0', CONTAINER_TAIL_SIZE);
	container_put_end(sample->file.size, end);
	memcpy(sample->file.text + sample->file.size - sizeof end, end,
	    sizeof end);
	sample_sign_again(sample);
}

/* What frees nothing at once has no use for a limit. */
static bool
is_sanitized(void)
{
	const char *text = getenv("SANITIZE");

	return text != NULL && strcmp(text, "yes") == 0;
}

static long
memory_kib(void)
{
	struct rusage usage = { 0 };

	assert_int_equal(getrusage(RUSAGE_SELF, &usage), 0);
	return usage.ru_maxrss;
}

T(a_bomb_under_a_good_signature_is_refused_within_128_mib)
{
	enum { REAL = 512 << 20, KIB_MAX = 128 << 10 };
	const size_t said[] = { 1, 4096, container_limit(CONTAINER_OPS) };
	long before = memory_kib();

	for (size_t i = 0; i < array_length(said); i++) {
		scoped_sample sample = sample_make(CONTAINER_OPS);
		struct container_expect expect;

		seal_bomb(&sample, said[i], REAL);
		assert_true(sample.file.size < 128 << 10);
		expect = sample_expect(&sample);
		assert_refused(&sample, &expect, "sync.damaged");
	}
	/* It was not the seal that was wrong. */
	{
		scoped_sample sample = sample_make(CONTAINER_OPS);
		struct container_expect expect;
		struct err err = { 0 };

		seal_bomb(&sample, 8192, 8192);
		expect = sample_expect(&sample);
		t_done(reopen(&sample, &expect, &err), err);
	}
	print_message("# %ld KiB of memory\n", memory_kib() - before);
	assert_true(is_sanitized() || memory_kib() - before < KIB_MAX);
}

T(a_header_of_another_file_does_not_fit_the_body)
{
	scoped_sample sample = sample_make(CONTAINER_OPS);
	struct container_expect expect;

	seal(&sample);
	sample.file.text[46] = 13;
	sample_sign_again(&sample);
	expect = sample_expect(&sample);
	expect.number = 13;
	assert_refused(&sample, &expect, "sync.other-key");
}

static const struct CMUnitTest tests[] = {
	T_ROW("C11", a_bomb_under_a_good_signature_is_refused_within_128_mib),
	T_ROW("C11", absurd_lengths_under_a_good_signature_are_refused),
	cmocka_unit_test(a_header_of_another_file_does_not_fit_the_body),
};

int
main(void)
{
	return T_RUN(tests);
}
