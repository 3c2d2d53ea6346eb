/* A parcel's bytes: fixed for ever, and refused when they are others. */
#include "lib/fleet.h"

#include "base/buf.h"
#include "store/parcel.h"
#include "store/parcel_wire.h"

static enum fail
find_sid(void *context, int64_t idx, uint8_t ret_sid[SID_SIZE], struct err *err)
{
	(void)context;
	(void)err;
	memset(ret_sid, (int)idx, SID_SIZE);
	return FAIL_NONE;
}

static const struct version name_bases[] = { { 1000, 7 } };
static const struct version row_bases[] = { { 1001, 9 }, { 1000, 7 } };

static const struct op_cell made[] = {
	{ .number = 2, .value = { .type = VALUE_TEXT, .text = "W\xc3\xa9" } },
};
static const struct op_cell changed[] = {
	{ .number = 0, .bases = row_bases, .n_bases = 2 },
	{ .number = 2,
	    .bases = name_bases,
	    .n_bases = 1,
	    .value = { .type = VALUE_NONE } },
	/* Cells of a newer program. */
	{ .number = 61, .value = { .type = VALUE_INTEGER, .integer = -300 } },
	{ .number = 200, .value = { .type = VALUE_ID, .id = { { 0xee, 1 } } } },
};

/* A person made, and changed by the same officer in another transaction. */
static const struct op sample[] = {
	{ .seq = 5,
	    .txn = 5,
	    .version = { 1000, 7 },
	    .table_number = TABLE_PERSON,
	    .id = { { 1, 2 } },
	    .kind = OP_INSERT,
	    .officer = "ani",
	    .station = "L03",
	    .cells = made,
	    .n_cells = 1 },
	{ .seq = 6,
	    .txn = 6,
	    .version = { 1005, 8 },
	    .table_number = TABLE_PERSON,
	    .id = { { 1, 2 } },
	    .kind = OP_UPDATE,
	    .officer = "ani",
	    .station = "L03",
	    .cells = changed,
	    .n_cells = 4 },
};

static const char golden[] = "0105"
			     "03"
			     "0707070707070707"
			     "0808080808080808"
			     "0909090909090909"
			     "02"
			     "03"
			     "01"
			     "01020000000000000000000000000000"
			     "00"
			     "e807"
			     "03616e69"
			     "034c3033"
			     "01"
			     "02"
			     "00"
			     "0103"
			     "57c3a9"
			     "05"
			     "01"
			     "01020000000000000000000000000000"
			     "01"
			     "05"
			     "04"
			     "00"
			     "02"
			     "0402"
			     "0500"
			     "00"
			     "02"
			     "01"
			     "0500"
			     "00"
			     "3d"
			     "00"
			     "02"
			     "d704"
			     "00"
			     "c801"
			     "00"
			     "03"
			     "ee010000000000000000000000000000";

static void
write_sample(struct arena *arena, struct buf *payload)
{
	scoped_buf entries = { 0 };
	struct parcel_writer writer = { .sids.arena = arena,
		.entries = &entries };
	struct err err = { 0 };

	buf_init(&entries, PARCEL_SIZE_MAX);
	for (size_t i = 0; i < array_length(sample); i++)
		t_done(
		    parcel_add(&writer, &sample[i], find_sid, NULL, &err), err);
	parcel_end(&writer, 5, payload);
}

static const char *
hex(struct arena *arena, const void *bytes, size_t size)
{
	const uint8_t *at = bytes;
	char *text = arena_alloc(arena, 2 * size + 1);

	for (size_t i = 0; i < size; i++)
		snprintf(text + 2 * i, 3, "%02x", at[i]);
	return text;
}

T(the_bytes_are_those_of_every_release)
{
	scoped_arena arena = arena_new();
	scoped_buf payload = { 0 };

	buf_init(&payload, PARCEL_SIZE_MAX);
	write_sample(arena, &payload);
	assert_string_equal(hex(arena, payload.text, payload.size), golden);
}

T(a_parcel_reads_back_as_it_was)
{
	scoped_arena arena = arena_new();
	scoped_buf payload = { 0 };
	struct parcel_content content;
	struct err err = { 0 };

	buf_init(&payload, PARCEL_SIZE_MAX);
	write_sample(arena, &payload);
	t_done(parcel_read(payload.text, payload.size, arena, &content, &err),
	    err);
	assert_int_equal(content.n, 2);
	assert_int_equal(content.first, 5);
	assert_int_equal(content.n_sids, 3);
	for (size_t i = 0; i < content.n; i++) {
		const struct op *op = &content.ops[i];

		assert_int_equal(op->seq, sample[i].seq);
		assert_int_equal(op->txn, sample[i].txn);
		assert_int_equal(op->version.hlc, sample[i].version.hlc);
		assert_int_equal(
		    content.sids[op->version.sid][0], sample[i].version.sid);
		assert_int_equal(op->kind, sample[i].kind);
		assert_string_equal(op->officer, "ani");
		assert_string_equal(op->station, "L03");
		assert_int_equal(op->n_cells, sample[i].n_cells);
		for (size_t j = 0; j < op->n_cells; j++) {
			assert_int_equal(
			    op->cells[j].number, sample[i].cells[j].number);
			assert_true(value_equal(
			    &op->cells[j].value, &sample[i].cells[j].value));
		}
	}
	assert_int_equal(content.ops[1].cells[0].bases[0].hlc, 1001);
	assert_int_equal(
	    content.sids[content.ops[1].cells[0].bases[0].sid][0], 9);
}

T(a_parcel_cut_anywhere_is_refused)
{
	scoped_arena arena = arena_new();
	scoped_buf payload = { 0 };
	struct parcel_content content;

	buf_init(&payload, PARCEL_SIZE_MAX);
	write_sample(arena, &payload);
	for (size_t size = 0; size < payload.size; size++)
		assert_int_equal(
		    parcel_read(payload.text, size, arena, &content, NULL),
		    FAIL_CORRUPT);
	buf_char(&payload, 0);
	assert_int_equal(
	    parcel_read(payload.text, payload.size, arena, &content, NULL),
	    FAIL_CORRUPT);
}

T(a_newer_vocabulary_waits_for_a_newer_program)
{
	static const uint8_t bytes[] = { 2, 1, 0xff };
	scoped_arena arena = arena_new();
	struct parcel_content content;
	struct err err = { 0 };

	assert_int_equal(
	    parcel_read(bytes, sizeof bytes, arena, &content, &err),
	    FAIL_CONFLICT);
	assert_string_equal(err.fact.code, "store.parcel-newer");
	assert_string_equal(err.fact.arg[0], "2");
}

/* From the golden bytes: what stands there, and what must be refused. */
static const struct {
	const char *what, *from, *to;
} changes[] = {
	{ "vocabulary 0", "010503", "000503" },
	{ "entries from 0 on", "010503", "010003" },
	{ "no entries", "0909020301", "0909000301" },
	{ "more entries than bytes", "0909020301", "0909ff0101" },
	{ "more sids than bytes", "010503", "0105ff01" },
	{ "a sid twice", "0909090909090909", "0707070707070707" },
	{ "an unknown flag", "03010102", "0b010102" },
	{ "an entry of no transaction", "03010102", "02010102" },
	{ "the people of no entry",
	    "03010102000000000000000000000000000000e80703616e69034c3033",
	    "07010102000000000000000000000000000000e807" },
	{ "table 0", "03010102", "03000102" },
	{ "a sid out of order", "010504000204020500", "020504000204010502" },
	{ "a version that does not rise", "0105040002", "0100040002" },
	{ "a base that is not older", "0201050000", "0201000000" },
	{ "a base of before the beginning", "0201050000", "02018f7d0000" },
	{ "a new row that replaces", "0200010357c3a9", "02010500010357c3a9" },
	{ "a number in a cell of text", "0200010357c3a9", "0200020201" },
	{ "the same people written again", "05010102", "01010102" },
	{ "text that is no UTF-8", "57c3a9", "57c3ff" },
	{ "a cell twice", "3d0002", "020002" },
	{ "row 0 with a value", "0402050000", "0402050001014102" },
	{ "an officer without end", "03616e69", "7f616e69" },
};

T(what_cannot_be_is_refused)
{
	scoped_arena arena = arena_new();

	for (size_t i = 0; i < array_length(changes); i++) {
		const char *at = strstr(golden, changes[i].from);
		struct parcel_content content;
		scoped_buf text = { 0 };
		uint8_t bytes[512];
		size_t size = 0;

		if (at == NULL || (at - golden) % 2 != 0)
			fail_msg("%s: not found", changes[i].what);
		buf_init(&text, 1024);
		buf_add(&text, golden, (size_t)(at - golden));
		buf_text(&text, changes[i].to);
		buf_text(&text, at + strlen(changes[i].from));
		for (; size < text.size / 2; size++) {
			const char pair[] = { text.text[2 * size],
				text.text[2 * size + 1], '\0' };

			bytes[size] = (uint8_t)strtoul(pair, NULL, 16);
		}
		if (!parcel_read(bytes, size, arena, &content, NULL))
			fail_msg("%s", changes[i].what);
	}
}

T(a_change_of_an_event_is_refused)
{
	scoped_arena arena = arena_new();
	scoped_buf entries = { 0 }, payload = { 0 };
	struct parcel_writer writer = { .sids.arena = arena,
		.entries = &entries };
	const struct op_cell cell = { .number = 2 };
	struct op op = sample[1];
	struct parcel_content content;
	struct err err = { 0 };

	buf_init(&entries, PARCEL_SIZE_MAX);
	buf_init(&payload, PARCEL_SIZE_MAX);
	op.table_number = TABLE_EVENT;
	op.cells = &cell;
	op.n_cells = 1;
	t_done(parcel_add(&writer, &op, find_sid, NULL, &err), err);
	parcel_end(&writer, 6, &payload);
	assert_int_equal(
	    parcel_read(payload.text, payload.size, arena, &content, NULL),
	    FAIL_CORRUPT);
}

static void
put_many(struct register_fixture *counter, size_t n)
{
	scoped_transaction transaction = { 0 };
	struct err err = { 0 };

	t_done(
	    transaction_begin(&transaction, counter->store, "ani", &err), err);
	for (size_t i = 0; i < n; i++) {
		struct record access =
		    record_of(TABLE_ACCESS, store_new_id(counter->store));

		t_done(store_put(counter->store, &access, &err), err);
	}
	t_done(transaction_commit(&transaction, &err), err);
}

T(a_transaction_is_never_cut)
{
	struct fleet *fleet = fleet_new(2, 4);
	struct bundles bundles = { .arena = fleet->arena };
	struct err err = { 0 };

	put_many(fleet->counter[0], 3);
	put_many(fleet->counter[0], PARCEL_OPS + 10);
	put_many(fleet->counter[0], 2);
	put_many(fleet->counter[0], 1);
	assert_int_equal(fleet_seal(fleet, 0), 3);
	t_done(store_bundles_own(fleet->counter[0]->store, 0, &bundles, &err),
	    err);
	assert_int_equal(bundles.list[0].last, 3);
	assert_int_equal(bundles.list[1].last, PARCEL_OPS + 13);
	assert_int_equal(bundles.list[2].last, PARCEL_OPS + 16);
	fleet_pull(fleet, 1);
	fleet_is_one(fleet);
	fleet_free(fleet);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(the_bytes_are_those_of_every_release),
	cmocka_unit_test(a_parcel_reads_back_as_it_was),
	cmocka_unit_test(a_parcel_cut_anywhere_is_refused),
	cmocka_unit_test(a_newer_vocabulary_waits_for_a_newer_program),
	cmocka_unit_test(what_cannot_be_is_refused),
	cmocka_unit_test(a_change_of_an_event_is_refused),
	T_ROW("C13", a_transaction_is_never_cut),
};

int
main(void)
{
	return T_RUN(tests);
}
