#include "lib/t.h"

#include "lib/office.h"
#include "sync/container.h"

static void
fill(struct office *office)
{
	office_open(office);
	office_member(office, 2, "L02");
	office->members[1].state = MEMBER_RETIRED;
	office->members[1].until = 17;
	office->members[1].origin = MEMBER_SUCCEEDS;
	office->members[1].sponsor = office_id(1);
	office->members[1].follows = 9;
	office_invite(office, 70, "L07");
	office->boxes[0] = (struct key_box){ 1, office_id(1), "tertutup" };
	office->roster.n_boxes = 1;
}

static void
seal(struct office *office, struct buf *file)
{
	struct err err = { 0 };

	buf_init(file, container_size_limit(CONTAINER_ROSTER));
	t_done(roster_seal(&office->roster, &office->admin, &office->entropy,
		   file, &err),
	    err);
}

T(a_roster_is_read_as_it_was_signed)
{
	scoped_arena arena = arena_new();
	scoped_buf file = { 0 };
	struct office office;
	struct roster back;
	struct err err = { 0 };

	fill(&office);
	seal(&office, &file);
	t_done(roster_open(file.text, file.size, &office.roster.fleet,
		   office.admin.public_key, arena, &back, &err),
	    err);
	assert_int_equal(back.version, 1);
	assert_int_equal(back.n_members, 2);
	assert_true(back.members[0].is_admin);
	assert_false(back.members[1].is_admin);
	assert_int_equal(back.members[1].state, MEMBER_RETIRED);
	assert_int_equal(back.members[1].until, 17);
	assert_int_equal(back.members[0].follows, 0);
	assert_int_equal(back.members[1].follows, 9);
	assert_int_equal(back.n_invitations, 1);
	assert_string_equal(back.invitations[0].station, "L07");
	assert_int_equal(back.n_boxes, 1);
	assert_memory_equal(back.hash, office.roster.hash, HASH_SIZE);
}

T(only_the_admin_of_this_fleet_signs_rosters)
{
	scoped_arena arena = arena_new();
	scoped_buf file = { 0 };
	struct office office;
	struct station_keys other;
	struct id fleet = office_id(0xf2);
	struct roster back;
	struct err err = { 0 };

	fill(&office);
	seal(&office, &file);
	office_keys(office_id(1), "writer", &other);
	assert_int_equal(roster_open(file.text, file.size, &office.roster.fleet,
			     other.sign.public_key, arena, &back, &err),
	    FAIL_DENIED);
	assert_int_equal(roster_open(file.text, file.size, &fleet,
			     office.admin.public_key, arena, &back, &err),
	    FAIL_INVALID);
}

static void
assert_wrong(const struct buf *text, const char *from, const char *to)
{
	scoped_arena arena = arena_new();
	scoped_buf other = { 0 };
	struct roster roster;
	struct err err = { 0 };
	const char *at = strstr(text->text, from);

	assert_non_null(at);
	buf_init(&other, 1 << 20);
	buf_add(&other, text->text, (size_t)(at - text->text));
	buf_text(&other, to);
	buf_text(&other, at + strlen(from));
	assert_int_equal(
	    roster_parse(other.text, other.size, arena, &roster, &err),
	    FAIL_CORRUPT);
	assert_string_equal(err.fact.code, "sync.roster-wrong");
}

T(a_text_that_is_not_as_printed_is_no_roster)
{
	scoped_arena arena = arena_new();
	scoped_buf text = { 0 };
	struct office office;
	struct roster roster;
	struct err err = { 0 };

	fill(&office);
	buf_init(&text, 1 << 20);
	roster_print(&office.roster, &text);
	t_done(roster_parse(text.text, text.size, arena, &roster, &err), err);
	assert_wrong(&text, "roster 1", "roster 0");
	assert_wrong(&text, "roster 1", "roster 01");
	assert_wrong(&text, "roster 1", "rooster 1");
	assert_wrong(&text, "made ", "made  ");
	assert_wrong(&text, " L02 A", " L02 a");
	assert_wrong(&text, " L02 A", " M02 A");
	assert_wrong(&text, "retired 17", "retired -1");
	assert_wrong(&text, " retired", " lost");
	assert_wrong(&text, "desk", "boss");
	assert_wrong(&text, "box 1 ", "box 99999999999 ");
	assert_wrong(&text, " open\n", " open open\n");
	assert_wrong(&text, "prev 0", "prev g");
}

T(a_marker_names_its_fleet)
{
	struct draw draw = { 4 };
	struct entropy entropy = draw_entropy(&draw);
	struct id fleet = office_id(0xf1), back;
	scoped_buf text = { 0 };
	struct err err = { 0 };

	buf_init(&text, MARKER_SIZE_MAX);
	marker_print(&fleet, &entropy, &text);
	t_done(marker_parse(text.text, text.size, &back, &err), err);
	assert_true(id_equal(&fleet, &back));
	assert_int_equal(marker_parse("", 0, &back, &err), FAIL_INVALID);
	assert_int_equal(
	    marker_parse(text.text, 20, &back, &err), FAIL_INVALID);
	assert_int_equal(marker_parse("halo\n", 5, &back, &err), FAIL_INVALID);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_roster_is_read_as_it_was_signed),
		cmocka_unit_test(only_the_admin_of_this_fleet_signs_rosters),
		cmocka_unit_test(a_text_that_is_not_as_printed_is_no_roster),
		cmocka_unit_test(a_marker_names_its_fleet),
	};
	struct err err;

	return crypto_start(&err) ? 1 : T_RUN(tests);
}
