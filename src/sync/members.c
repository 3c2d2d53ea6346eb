#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sync/introduction.h"
#include "sync/roster.h"

/* An introduction while it is judged. */
struct candidate {
	struct file_bytes file;
	struct id writer, sponsor;
	struct introduction introduction;
	const struct invitation *invitation; /* it was opened by; or NULL */
	bool is_open;                        /* verified, waits for its turn */
	bool is_decided;                     /* a member, or refused */
};

struct judging {
	const struct roster *roster;
	struct arena *arena;
	struct members *members;
	size_t room, room_refused;
	struct candidate *list;
	size_t n;
};

const struct member *
members_find(const struct members *members, const struct id *writer)
{
	for (size_t i = 0; i < members->n; i++)
		if (id_equal(&members->list[i].writer, writer))
			return &members->list[i];
	return NULL;
}

bool
members_follow(const struct members *members, const struct member *member)
{
	for (size_t i = 0; i < members->n; i++)
		if (members->list[i].origin == MEMBER_SUCCEEDS &&
		    id_equal(&members->list[i].sponsor, &member->writer))
			return true;
	return false;
}

void
member_print(const struct member *member, char text[MEMBER_NAME_SIZE])
{
	const char letter[] = { member->letter, '\0' };

	snprintf(text, MEMBER_NAME_SIZE, "%s%s", member->station,
	    member->letter == 'A' ? "" : letter);
}

bool
member_counts(const struct member *member, uint64_t number)
{
	return member->state == MEMBER_ACTIVE || number <= member->until;
}

static void
list_member(struct judging *judging, const struct member *member)
{
	struct members *members = judging->members;

	members->list = arena_grow(judging->arena, members->list, members->n,
	    &judging->room, sizeof *member);
	members->list[members->n++] = *member;
}

/*
 * Who is a member already stays the one it is: a later invitation does not
 * give another key to a writer.
 */
static void
add_member(struct judging *judging, struct candidate *candidate)
{
	if (members_find(judging->members, &candidate->writer) == NULL)
		list_member(judging, &candidate->introduction.member);
	candidate->is_decided = true;
}

static void
refuse(struct judging *judging, struct candidate *candidate,
    const struct fact *reason, bool is_waiting)
{
	struct refused_introduction refused = {
		.writer = candidate->writer,
		.reason = *reason,
		.is_waiting = is_waiting,
	};
	struct members *members = judging->members;

	members->refused = arena_grow(judging->arena, members->refused,
	    members->n_refused, &judging->room_refused, sizeof refused);
	members->refused[members->n_refused++] = refused;
	candidate->is_decided = true;
}

static void
refuse_for(
    struct judging *judging, struct candidate *candidate, const char *code)
{
	struct fact reason = { 0 };

	fact_set(&reason, code, candidate->introduction.member.station, NULL);
	refuse(judging, candidate, &reason, false);
}

/* Verify by the key of whoever introduces; false: it was refused. */
static bool
open_by(struct judging *judging, struct candidate *candidate,
    const uint8_t *sponsor_key, enum member_origin origin)
{
	struct err err = { 0 };

	if (introduction_open(&candidate->file, &judging->roster->fleet,
		sponsor_key, &candidate->introduction, &err)) {
		refuse(judging, candidate, &err.fact, false);
		return false;
	}
	if (candidate->introduction.member.origin != origin) {
		refuse_for(judging, candidate, "sync.introduction-wrong");
		return false;
	}
	candidate->is_open = true;
	return true;
}

/* All that a single introduction shows to be wrong with an invitation. */
static void
open_invited(struct judging *judging, struct candidate *candidate,
    const struct invitation *invitation)
{
	const struct member *member = &candidate->introduction.member;

	if (!open_by(judging, candidate, invitation->sign_key, MEMBER_INVITED))
		return;
	candidate->invitation = invitation;
	if (strcmp(member->station, invitation->station) != 0 ||
	    member->letter != invitation->letter)
		refuse_for(judging, candidate, "sync.introduction-wrong");
	else if (invitation->is_withdrawn)
		refuse_for(judging, candidate, "sync.invitation-withdrawn");
	else if (member->since_ms > invitation->expires_ms)
		refuse_for(judging, candidate, "sync.invitation-expired");
}

static bool
comes_before(const struct candidate *a, const struct candidate *b)
{
	int64_t first = a->introduction.member.since_ms;
	int64_t second = b->introduction.member.since_ms;

	if (first != second)
		return first < second;
	return memcmp(a->writer.byte, b->writer.byte, ID_SIZE) < 0;
}

/* Did somebody else use the invitation, or use it earlier? */
static bool
is_used(const struct judging *judging, const struct candidate *candidate)
{
	for (size_t i = 0; i < judging->roster->n_members; i++)
		if (id_equal(&judging->roster->members[i].sponsor,
			&candidate->sponsor))
			return true;
	for (size_t i = 0; i < judging->n; i++) {
		const struct candidate *other = &judging->list[i];

		if (other != candidate &&
		    other->invitation == candidate->invitation &&
		    other->is_open && !other->is_decided &&
		    !id_equal(&other->writer, &candidate->writer) &&
		    comes_before(other, candidate))
			return true;
	}
	return false;
}

/* Those of one invitation: all are refused but one. */
static void
judge_invitation(struct judging *judging, const struct invitation *invitation)
{
	for (size_t i = 0; i < judging->n; i++)
		if (!judging->list[i].is_decided &&
		    id_equal(&judging->list[i].sponsor, &invitation->id))
			open_invited(judging, &judging->list[i], invitation);
	for (size_t i = 0; i < judging->n; i++) {
		struct candidate *candidate = &judging->list[i];

		if (candidate->is_decided ||
		    candidate->invitation != invitation)
			continue;
		/* The first of them is never refused, so all see it. */
		if (is_used(judging, candidate))
			refuse_for(judging, candidate, "sync.invitation-used");
	}
	for (size_t i = 0; i < judging->n; i++)
		if (!judging->list[i].is_decided &&
		    judging->list[i].invitation == invitation)
			add_member(judging, &judging->list[i]);
}

/* What the writer before may, and how it stands, goes over. */
static void
judge_successor(struct judging *judging, struct candidate *candidate)
{
	const struct member *before =
	    members_find(judging->members, &candidate->sponsor);
	struct member *member;

	if (before == NULL ||
	    !open_by(judging, candidate, before->sign_key, MEMBER_SUCCEEDS))
		return;
	member = &candidate->introduction.member;
	if (strcmp(member->station, before->station) != 0) {
		refuse_for(judging, candidate, "sync.introduction-wrong");
		return;
	}
	member->is_admin = before->is_admin;
	member->state = before->state;
	add_member(judging, candidate);
}

static void
judge_successors(struct judging *judging)
{
	size_t before;

	do {
		before = judging->members->n;
		for (size_t i = 0; i < judging->n; i++)
			if (!judging->list[i].is_decided)
				judge_successor(judging, &judging->list[i]);
	} while (judging->members->n > before);
}

/* By writer, then by what the file says: whatever order they came in. */
static int
compare_candidates(const void *a, const void *b)
{
	const struct candidate *one = a, *two = b;
	int order = memcmp(one->writer.byte, two->writer.byte, ID_SIZE);

	if (order != 0)
		return order;
	if (one->file.size != two->file.size)
		return one->file.size < two->file.size ? -1 : 1;
	return memcmp(one->file.bytes, two->file.bytes, one->file.size);
}

static void
take_candidates(
    struct judging *judging, const struct file_bytes *files, size_t n)
{
	judging->list = arena_array(judging->arena, n, sizeof *judging->list);
	for (size_t i = 0; i < n; i++) {
		struct candidate *candidate = &judging->list[judging->n];

		candidate->file = files[i];
		if (introduction_peek(&files[i], &judging->roster->fleet,
			&candidate->writer, &candidate->sponsor, NULL))
			continue;
		/* The roster's word goes before one's own. */
		candidate->is_decided =
		    members_find(judging->members, &candidate->writer) != NULL;
		judging->n++;
	}
	qsort(judging->list, judging->n, sizeof *judging->list,
	    compare_candidates);
}

static int
compare_members(const void *a, const void *b)
{
	const struct member *one = a, *two = b;
	size_t length = strlen(one->station), other = strlen(two->station);
	int order;

	if (length != other)
		return length < other ? -1 : 1;
	order = strcmp(one->station, two->station);
	if (order == 0)
		order = one->letter - two->letter;
	return order ? order :
		       memcmp(one->writer.byte, two->writer.byte, ID_SIZE);
}

void
members_make(const struct roster *roster, const struct file_bytes *files,
    size_t n_files, struct arena *arena, struct members *ret_members)
{
	struct judging judging = {
		.roster = roster,
		.arena = arena,
		.members = ret_members,
	};
	struct fact unknown = { 0 };

	*ret_members = (struct members){ 0 };
	for (size_t i = 0; i < roster->n_members; i++)
		list_member(&judging, &roster->members[i]);
	take_candidates(&judging, files, n_files);
	for (size_t i = 0; i < roster->n_invitations; i++)
		judge_invitation(&judging, &roster->invitations[i]);
	judge_successors(&judging);
	fact_set(&unknown, "sync.sponsor-unknown", NULL);
	for (size_t i = 0; i < judging.n; i++)
		if (!judging.list[i].is_decided)
			refuse(&judging, &judging.list[i], &unknown, true);
	if (ret_members->n > 1)
		qsort(ret_members->list, ret_members->n,
		    sizeof *ret_members->list, compare_members);
}

static bool
has_letter(const struct members *members, const struct roster *roster,
    const char *station, char letter)
{
	for (size_t i = 0; i < members->n; i++)
		if (members->list[i].letter == letter &&
		    strcmp(members->list[i].station, station) == 0)
			return true;
	for (size_t i = 0; i < roster->n_invitations; i++)
		if (!roster->invitations[i].is_withdrawn &&
		    roster->invitations[i].letter == letter &&
		    strcmp(roster->invitations[i].station, station) == 0)
			return true;
	return false;
}

char
members_letter(const struct members *members, const struct roster *roster,
    const char *station)
{
	for (char letter = 'A'; letter <= 'Z'; letter++)
		if (!has_letter(members, roster, station, letter))
			return letter;
	return 0;
}
