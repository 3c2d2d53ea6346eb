#include "lib/t.h"

#include "store/op.h"

static const struct version bases[] = { { 7, 1 }, { INT64_MAX, 300 } };

/* One cell of each kind. */
static size_t
sample(struct op_cell cells[5])
{
	struct id id = { { 1, 2, 3, 255 } };

	cells[0] = (struct op_cell){ .number = 1,
		.value = { .type = VALUE_TEXT,
		    .text = "D\xc3\xa9sir\xc3\xa9"
			    "e" } };
	cells[1] =
	    (struct op_cell){ .number = 2, .bases = bases, .n_bases = 2 };
	cells[2] = (struct op_cell){ .number = 45,
		.value = { .type = VALUE_INTEGER, .integer = INT64_MIN } };
	cells[3] = (struct op_cell){ .number = 46,
		.value = { .type = VALUE_INTEGER, .integer = 1762045200000 } };
	cells[4] = (struct op_cell){ .number = 200,
		.bases = bases,
		.n_bases = 1,
		.value = { .type = VALUE_ID, .id = id } };
	return 5;
}

T(a_body_reads_back_as_it_was)
{
	scoped_arena arena = arena_new();
	struct op_cell cells[5];
	const struct op_cell *read;
	size_t n = sample(cells), n_read;
	struct err err = { 0 };
	scoped_buf body = { 0 };

	buf_init(&body, OP_BODY_MAX);
	op_encode(cells, n, &body);
	t_done(
	    op_decode(body.text, body.size, arena, &read, &n_read, &err), err);
	assert_int_equal(n_read, n);
	for (size_t i = 0; i < n; i++) {
		assert_int_equal(read[i].number, cells[i].number);
		assert_int_equal(read[i].n_bases, cells[i].n_bases);
		assert_true(value_equal(&read[i].value, &cells[i].value));
		for (size_t j = 0; j < cells[i].n_bases; j++) {
			assert_int_equal(
			    read[i].bases[j].hlc, cells[i].bases[j].hlc);
			assert_int_equal(
			    read[i].bases[j].sid, cells[i].bases[j].sid);
		}
	}
}

T(a_body_cut_anywhere_is_refused)
{
	struct op_cell cells[5];
	scoped_buf body = { 0 };

	buf_init(&body, OP_BODY_MAX);
	op_encode(cells, sample(cells), &body);
	for (size_t size = 0; size < body.size; size++) {
		scoped_arena arena = arena_new();
		uint8_t *cut = arena_alloc(arena, size + 1);
		const struct op_cell *read;
		size_t n;

		memcpy(cut, body.text, size);
		assert_int_equal(
		    op_decode(cut, size, arena, &read, &n, NULL), FAIL_CORRUPT);
	}
}

/* A changed body is refused, or is one that op_encode would have written. */
T(a_body_has_one_shape_only)
{
	struct t_random random = { 3 };
	struct op_cell cells[5];
	scoped_buf body = { 0 };
	size_t refused = 0;

	buf_init(&body, OP_BODY_MAX);
	op_encode(cells, sample(cells), &body);
	for (int i = 0; i < 20000; i++) {
		scoped_arena arena = arena_new();
		uint8_t *bytes = arena_alloc(arena, body.size);
		const struct op_cell *read;
		scoped_buf again = { 0 };
		size_t n;

		memcpy(bytes, body.text, body.size);
		for (size_t j = t_random_below(&random, 3) + 1; j > 0; j--)
			bytes[t_random_below(&random, body.size)] =
			    (uint8_t)t_random_next(&random);
		if (op_decode(bytes, body.size, arena, &read, &n, NULL)) {
			refused++;
			continue;
		}
		buf_init(&again, OP_BODY_MAX);
		op_encode(read, n, &again);
		assert_int_equal(again.size, body.size);
		assert_memory_equal(again.text, bytes, body.size);
	}
	assert_true(refused > 5000);
}

T(what_cannot_be_is_refused)
{
	static const struct {
		const char *what;
		uint8_t bytes[8];
		size_t size;
	} bodies[] = {
		{ "another shape", { 2, 0 }, 2 },
		{ "bytes after the end", { 1, 0, 0 }, 3 },
		{ "cell 0", { 1, 1, 0, 0, 0 }, 5 },
		{ "a cell twice", { 1, 2, 1, 0, 0, 1, 0, 0 }, 8 },
		{ "a needless byte", { 1, 1, 0x81, 0, 0, 0 }, 6 },
		{ "text that is no UTF-8", { 1, 1, 1, 0, 1, 1, 0xff }, 7 },
		{ "text with a NUL", { 1, 1, 1, 0, 1, 1, 0 }, 7 },
		{ "a type that is none", { 1, 1, 1, 0, 4 }, 5 },
		{ "65 bases", { 1, 1, 1, 65 }, 4 },
		{ "text longer than what is left", { 1, 1, 1, 0, 1, 9 }, 6 },
	};

	for (size_t i = 0; i < array_length(bodies); i++) {
		scoped_arena arena = arena_new();
		const struct op_cell *read;
		size_t n;

		if (!op_decode(bodies[i].bytes, bodies[i].size, arena, &read,
			&n, NULL))
			fail_msg("%s", bodies[i].what);
	}
}

T(the_sum_depends_on_every_part)
{
	struct op op = { .seq = 1,
		.txn = 1,
		.version = { 5, 2 },
		.table_number = 3,
		.kind = OP_INSERT,
		.officer = "ani",
		.station = "L03" };
	struct op others[8];
	uint8_t sum[OP_SUM_SIZE], other[OP_SUM_SIZE];

	for (size_t i = 0; i < 8; i++)
		others[i] = op;
	others[0].seq = 2;
	others[1].version.hlc = 6;
	others[2].version.sid = 3;
	others[3].table_number = 4;
	others[4].kind = OP_UPDATE;
	others[5].officer = "anI";
	others[6].officer = "aniL";
	others[6].station = "03";
	others[7].id.byte[15] = 1;
	op_sum(&op, "body", 4, sum);
	for (size_t i = 0; i < 8; i++) {
		op_sum(&others[i], "body", 4, other);
		assert_memory_not_equal(sum, other, OP_SUM_SIZE);
	}
	op_sum(&op, "bodY", 4, other);
	assert_memory_not_equal(sum, other, OP_SUM_SIZE);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(a_body_reads_back_as_it_was),
	cmocka_unit_test(a_body_cut_anywhere_is_refused),
	cmocka_unit_test(a_body_has_one_shape_only),
	cmocka_unit_test(what_cannot_be_is_refused),
	cmocka_unit_test(the_sum_depends_on_every_part),
};

int
main(void)
{
	return T_RUN(tests);
}
