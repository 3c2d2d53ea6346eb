#include "lib/t.h"

#include "lib/office.h"
#include "sync/container.h"

enum { FILES_MAX = 8 };

/* Files known, in the order they are given to members_make(). */
struct known {
	struct buf file[FILES_MAX];
	struct file_bytes bytes[FILES_MAX];
	size_t n;
};

static void
known_done(struct known *known)
{
	for (size_t i = 0; i < known->n; i++)
		buf_done(&known->file[i]);
}
#define scoped_known scoped(known_done) struct known

static void
introduce(
    struct known *known, struct office *office, struct office_newcomer who)
{
	struct buf *file = &known->file[known->n];
	struct err err = { 0 };

	t_done(office_introduce(office, &who, file, &err), err);
	known->bytes[known->n++] =
	    (struct file_bytes){ file->text, file->size };
}

static struct office_newcomer
invited(uint8_t n, uint8_t invitation, const char *station, int64_t since)
{
	return (struct office_newcomer){
		.n = n,
		.sponsor = invitation,
		.origin = MEMBER_INVITED,
		.station = station,
		.since_ms = OFFICE_NOW + since,
	};
}

static struct office_newcomer
follows(uint8_t n, uint8_t before, const char *station)
{
	return (struct office_newcomer){
		.n = n,
		.sponsor = before,
		.origin = MEMBER_SUCCEEDS,
		.station = station,
		.since_ms = OFFICE_NOW,
	};
}

/* The reason for which writer n is none; "" when it is one. */
static const char *
judge(const struct office *office, const struct known *known,
    struct arena *arena, uint8_t n)
{
	struct id writer = office_id(n);
	struct members members;

	members_make(&office->roster, known->bytes, known->n, arena, &members);
	if (members_find(&members, &writer) != NULL)
		return "";
	for (size_t i = 0; i < members.n_refused; i++)
		if (id_equal(&members.refused[i].writer, &writer))
			return arena_text(
			    arena, members.refused[i].reason.code);
	return "unknown";
}

T(who_is_invited_belongs)
{
	scoped_arena arena = arena_new();
	scoped_known known = { 0 };
	struct office office;

	office_open(&office);
	office_invite(&office, 70, "L07");
	introduce(&known, &office, invited(7, 70, "L07", 10));
	assert_string_equal(judge(&office, &known, arena, 7), "");
	assert_string_equal(judge(&office, &known, arena, 1), "");
	assert_string_equal(judge(&office, &known, arena, 8), "unknown");
}

T(an_invitation_counts_for_the_first_and_for_no_other)
{
	struct office office;

	office_open(&office);
	office_invite(&office, 70, "L07");
	for (int order = 0; order < 2; order++) {
		scoped_arena arena = arena_new();
		scoped_known known = { 0 };

		introduce(&known, &office,
		    invited(order ? 9 : 8, 70, "L07", order ? 30 : 20));
		introduce(&known, &office,
		    invited(order ? 8 : 9, 70, "L07", order ? 20 : 30));
		assert_string_equal(judge(&office, &known, arena, 8), "");
		assert_string_equal(
		    judge(&office, &known, arena, 9), "sync.invitation-used");
	}
}

T(an_invitation_the_roster_has_seen_used_is_used)
{
	scoped_arena arena = arena_new();
	scoped_known known = { 0 };
	struct office office;

	office_open(&office);
	office_invite(&office, 70, "L07");
	office_member(&office, 7, "L07");
	office.members[1].origin = MEMBER_INVITED;
	office.members[1].sponsor = office_id(70);
	/* It says that it came first. */
	introduce(&known, &office, invited(9, 70, "L07", -500));
	assert_string_equal(
	    judge(&office, &known, arena, 9), "sync.invitation-used");
	assert_string_equal(judge(&office, &known, arena, 7), "");
}

T(an_invitation_expires_and_can_be_withdrawn)
{
	scoped_arena arena = arena_new();
	scoped_known known = { 0 };
	struct office office;

	office_open(&office);
	office_invite(&office, 70, "L07");
	office_invite(&office, 80, "L08");
	introduce(&known, &office, invited(7, 70, "L07", 1000));
	introduce(&known, &office, invited(8, 80, "L08", 1001));
	assert_string_equal(judge(&office, &known, arena, 7), "");
	assert_string_equal(
	    judge(&office, &known, arena, 8), "sync.invitation-expired");
	office.invitations[0].is_withdrawn = true;
	assert_string_equal(
	    judge(&office, &known, arena, 7), "sync.invitation-withdrawn");
}

T(an_invitation_is_for_one_station)
{
	scoped_arena arena = arena_new();
	scoped_known known = { 0 };
	struct office office;

	office_open(&office);
	office_invite(&office, 70, "L07");
	introduce(&known, &office, invited(7, 70, "L01", 10));
	assert_string_equal(
	    judge(&office, &known, arena, 7), "sync.introduction-wrong");
}

T(who_knows_no_secret_is_refused)
{
	scoped_arena arena = arena_new();
	scoped_known known = { 0 };
	struct office office;

	office_open(&office);
	office_invite(&office, 70, "L07");
	/* The public halves of another secret stand in the roster. */
	office.invitations[0].id = office_id(71);
	introduce(&known, &office, invited(7, 71, "L07", 10));
	assert_string_equal(judge(&office, &known, arena, 7), "sync.signature");
}

T(an_unknown_invitation_waits_for_a_newer_roster)
{
	scoped_arena arena = arena_new();
	scoped_known known = { 0 };
	struct office office;

	office_open(&office);
	introduce(&known, &office, invited(7, 70, "L07", 10));
	assert_string_equal(
	    judge(&office, &known, arena, 7), "sync.sponsor-unknown");
	office_invite(&office, 70, "L07");
	assert_string_equal(judge(&office, &known, arena, 7), "");
}

T(a_writer_may_be_followed_and_that_one_too)
{
	scoped_arena arena = arena_new();
	scoped_known known = { 0 };
	struct office office;
	struct members members;
	struct id last = office_id(3), first = office_id(1);

	office_open(&office);
	introduce(&known, &office, follows(3, 2, "L01"));
	introduce(&known, &office, follows(2, 1, "L01"));
	members_make(&office.roster, known.bytes, known.n, arena, &members);
	assert_int_equal(members.n, 3);
	assert_true(members_find(&members, &last)->is_admin);
	assert_false(members_follow(&members, members_find(&members, &last)));
	assert_true(members_follow(&members, members_find(&members, &first)));
}

T(a_writer_is_followed_at_its_own_station)
{
	scoped_arena arena = arena_new();
	scoped_known known = { 0 };
	struct office office;

	office_open(&office);
	introduce(&known, &office, follows(2, 1, "L02"));
	assert_string_equal(
	    judge(&office, &known, arena, 2), "sync.introduction-wrong");
}

T(who_follows_a_retired_writer_is_retired)
{
	scoped_arena arena = arena_new();
	scoped_known known = { 0 };
	struct office office;
	struct members members;
	struct id first = office_id(1), second = office_id(2);
	const struct member *member;

	office_open(&office);
	office.members[0].state = MEMBER_RETIRED;
	office.members[0].until = 5;
	introduce(&known, &office, follows(2, 1, "L01"));
	members_make(&office.roster, known.bytes, known.n, arena, &members);
	member = members_find(&members, &first);
	assert_true(member_counts(member, 5));
	assert_false(member_counts(member, 6));
	assert_false(member_counts(members_find(&members, &second), 1));
}

T(nobody_takes_the_place_of_a_member)
{
	scoped_arena arena = arena_new();
	scoped_known known = { 0 };
	struct office office;
	struct members members;
	struct id first = office_id(1);

	office_open(&office);
	office_invite(&office, 70, "L07");
	introduce(&known, &office, invited(1, 70, "L07", 10));
	members_make(&office.roster, known.bytes, known.n, arena, &members);
	assert_int_equal(members.n, 1);
	assert_string_equal(members_find(&members, &first)->station, "L01");
}

T(a_changed_introduction_is_refused)
{
	scoped_arena arena = arena_new();
	scoped_known known = { 0 };
	struct office office;

	office_open(&office);
	office_invite(&office, 70, "L07");
	introduce(&known, &office, invited(7, 70, "L07", 10));
	for (size_t at = 0; at < known.file[0].size; at += 7) {
		known.file[0].text[at] ^= 4;
		assert_string_not_equal(judge(&office, &known, arena, 7), "");
		known.file[0].text[at] ^= 4;
	}
}

T(a_letter_is_given_once_for_each_station)
{
	scoped_arena arena = arena_new();
	struct office office;
	struct members members;

	office_open(&office);
	office_invite(&office, 70, "L07");
	members_make(&office.roster, NULL, 0, arena, &members);
	assert_int_equal(members_letter(&members, &office.roster, "L02"), 'A');
	assert_int_equal(members_letter(&members, &office.roster, "L01"), 'B');
	assert_int_equal(members_letter(&members, &office.roster, "L07"), 'B');
	office.invitations[0].is_withdrawn = true;
	assert_int_equal(members_letter(&members, &office.roster, "L07"), 'A');
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(who_is_invited_belongs),
		cmocka_unit_test(
		    an_invitation_counts_for_the_first_and_for_no_other),
		cmocka_unit_test(
		    an_invitation_the_roster_has_seen_used_is_used),
		cmocka_unit_test(an_invitation_expires_and_can_be_withdrawn),
		cmocka_unit_test(an_invitation_is_for_one_station),
		cmocka_unit_test(who_knows_no_secret_is_refused),
		cmocka_unit_test(
		    an_unknown_invitation_waits_for_a_newer_roster),
		cmocka_unit_test(a_writer_may_be_followed_and_that_one_too),
		cmocka_unit_test(a_writer_is_followed_at_its_own_station),
		cmocka_unit_test(who_follows_a_retired_writer_is_retired),
		cmocka_unit_test(nobody_takes_the_place_of_a_member),
		cmocka_unit_test(a_changed_introduction_is_refused),
		cmocka_unit_test(a_letter_is_given_once_for_each_station),
	};
	struct err err;

	return crypto_start(&err) ? 1 : T_RUN(tests);
}
