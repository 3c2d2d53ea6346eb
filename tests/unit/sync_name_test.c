#include "lib/t.h"

#include "sync/name.h"

static struct name
sample(enum name_kind kind)
{
	struct name name = { .kind = kind };

	if (kind != NAME_MARKER && kind != NAME_ROSTER)
		memset(name.writer.byte, 0x5a, ID_SIZE);
	if (kind == NAME_RELAY)
		memset(name.author.byte, 0xff, ID_SIZE);
	if (kind == NAME_BUNDLE)
		name.month = 202611;
	if (kind == NAME_SNAPSHOT_PART || kind == NAME_SNAPSHOT_MANIFEST) {
		name.day = 20261122;
		memset(name.digest, 0x01, NAME_HASH_SIZE);
	}
	if (kind != NAME_MARKER && kind != NAME_INTRODUCTION &&
	    kind != NAME_SNAPSHOT_MANIFEST)
		name.number = 12;
	if (kind != NAME_MARKER)
		memcpy(name.hash, "sepuluhbyt", NAME_HASH_SIZE);
	return name;
}

#define W "ljnfuws2ljnfuws2ljnfuws2li"
#define H "onsxa5lmovuge6lu"
#define G "aeaqcaibaeaqcaib"

static const char *const expected[] = {
	[NAME_MARKER] = "fleet",
	[NAME_ROSTER] = "roster/000012-" H ".ros",
	[NAME_INTRODUCTION] = "w/" W "/i/" H ".int",
	[NAME_BUNDLE] = "w/" W "/b/202611/0000000012-" H ".bnd",
	[NAME_HEARTBEAT] = "w/" W "/h/0000000012-" H ".det",
	[NAME_SNAPSHOT_PART] = "w/" W "/s/20261122-" G "/part-0012-" H ".pot",
	[NAME_SNAPSHOT_MANIFEST] =
	    "w/" W "/s/20261122-" G "/manifest-" H ".pot",
	[NAME_RELAY] = "w/" W "/relay/77777777777777777777777774-"
		       "0000000012-" H ".bnd",
	[NAME_TRASH] = "w/" W "/trash/0000000012-" H ".bnd",
};

T(every_kind_of_name_is_printed_and_read_back)
{
	for (size_t i = 0; i < array_length(expected); i++) {
		struct name name = sample((enum name_kind)i), back;
		char text[NAME_SIZE];

		memset(&back, 0, sizeof back);
		name_print(&name, text);
		assert_string_equal(text, expected[i]);
		assert_true(name_parse(text, &back));
		assert_int_equal(back.kind, name.kind);
		assert_true(id_equal(&back.writer, &name.writer));
		assert_true(id_equal(&back.author, &name.author));
		assert_int_equal(back.number, name.number);
		assert_int_equal(back.month, name.month);
		assert_int_equal(back.day, name.day);
		assert_memory_equal(back.digest, name.digest, NAME_HASH_SIZE);
		assert_memory_equal(back.hash, name.hash, NAME_HASH_SIZE);
	}
}

/* Changed in one letter, cut or longer: another name that prints so, or none.
 */
T(only_what_is_printed_is_read)
{
	const char letters[] = "a2Z10/.-~";

	for (size_t i = 0; i < array_length(expected); i++) {
		size_t n = strlen(expected[i]);

		for (size_t at = 0; at <= n; at++)
			for (size_t l = 0; l < sizeof letters; l++) {
				char text[NAME_SIZE], again[NAME_SIZE];
				struct name name;

				snprintf(text, sizeof text, "%s", expected[i]);
				text[at] = letters[l];
				text[at == n ? n + 1 : n] = '\0';
				if (!name_parse(text, &name))
					continue;
				name_print(&name, again);
				assert_string_equal(again, text);
			}
	}
}

T(no_part_of_a_name_is_longer_than_servers_take)
{
	for (size_t i = 0; i < array_length(expected); i++) {
		const char *part = expected[i];

		while (part != NULL) {
			assert_true(strcspn(part, "/") <= NAME_PART_MAX);
			part = strchr(part, '/');
			part = part != NULL ? part + 1 : NULL;
		}
	}
}

T(a_name_and_its_folder_agree)
{
	for (size_t i = 0; i < array_length(expected); i++) {
		struct name name = sample((enum name_kind)i);
		char folder[NAME_SIZE];

		name_folder(&name, folder);
		assert_memory_equal(folder, expected[i], strlen(folder));
		assert_null(strchr(expected[i] + strlen(folder) + 1, '/'));
	}
}

T(a_writer_is_read_back_and_nothing_else_is)
{
	struct id writer = { { 1, 2, 3 } }, back;
	char text[NAME_WRITER_SIZE];

	name_writer(&writer, text);
	assert_true(name_writer_parse(text, &back));
	assert_true(id_equal(&writer, &back));
	assert_false(name_writer_parse("", &back));
	assert_false(name_writer_parse("aaaaaaaaaaaaaaaaaaaaaaaaab", &back));
	assert_false(name_writer_parse("aaaaaaaaaaaaaaaaaaaaaaaaaA", &back));
	assert_false(name_writer_parse("aaaaaaaaaaaaaaaaaaaaaaaaaaa", &back));
}

T(the_month_is_the_local_one)
{
	/* 2026-11-30T17:30Z is half past midnight of 1 December here. */
	assert_int_equal(name_month(INT64_C(1796059800000) << 16), 202612);
}

T(the_hash_in_a_name_begins_the_whole_one)
{
	struct name name = sample(NAME_BUNDLE);
	uint8_t hash[HASH_SIZE] = "sepuluhbyte dan lainnya";

	assert_true(name_has_hash(&name, hash));
	hash[9] ^= 1;
	assert_false(name_has_hash(&name, hash));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_kind_of_name_is_printed_and_read_back),
		cmocka_unit_test(only_what_is_printed_is_read),
		cmocka_unit_test(no_part_of_a_name_is_longer_than_servers_take),
		cmocka_unit_test(a_name_and_its_folder_agree),
		cmocka_unit_test(a_writer_is_read_back_and_nothing_else_is),
		cmocka_unit_test(the_month_is_the_local_one),
		cmocka_unit_test(the_hash_in_a_name_begins_the_whole_one),
	};

	return T_RUN(tests);
}
