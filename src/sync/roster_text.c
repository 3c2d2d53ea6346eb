#include "sync/roster.h"

#include <stdio.h>
#include <string.h>

#include "sync/line.h"

static const char *const states[] = {
	[MEMBER_ACTIVE] = "active",
	[MEMBER_RETIRED] = "retired",
};

static const char *const origins[] = {
	[MEMBER_ROSTER] = "roster",
	[MEMBER_INVITED] = "invited",
	[MEMBER_SUCCEEDS] = "succeeds",
};

static void
print_member(const struct member *member, struct buf *text)
{
	buf_text(text, "member");
	line_id(text, &member->writer);
	buf_print(text, " %s %c", member->station, member->letter);
	line_hex(text, member->sign_key, sizeof member->sign_key);
	line_hex(text, member->box_key, sizeof member->box_key);
	buf_print(text, " %s %s %llu %s", member->is_admin ? "admin" : "desk",
	    states[member->state], (unsigned long long)member->until,
	    origins[member->origin]);
	line_id(text, &member->sponsor);
	buf_print(text, " %lld", (long long)member->since_ms);
	if (member->follows > 0)
		buf_print(text, " %llu", (unsigned long long)member->follows);
	buf_char(text, '\n');
}

static void
print_invitation(const struct invitation *invitation, struct buf *text)
{
	buf_text(text, "invitation");
	line_id(text, &invitation->id);
	buf_print(text, " %s %c", invitation->station, invitation->letter);
	line_hex(text, invitation->sign_key, sizeof invitation->sign_key);
	line_hex(text, invitation->box_key, sizeof invitation->box_key);
	buf_print(text, " %lld %lld %s\n", (long long)invitation->issued_ms,
	    (long long)invitation->expires_ms,
	    invitation->is_withdrawn ? "withdrawn" : "open");
}

void
roster_print(const struct roster *roster, struct buf *text)
{
	buf_print(text, "roster %u", roster->version);
	line_id(text, &roster->fleet);
	buf_print(text, "\nmade %lld\nadmin", (long long)roster->made_ms);
	line_hex(text, roster->admin_key, sizeof roster->admin_key);
	line_hex(text, roster->admin_seed, sizeof roster->admin_seed);
	buf_text(text, "\npaper");
	line_hex(text, roster->paper_key, sizeof roster->paper_key);
	buf_text(text, "\nprev");
	line_hex(text, roster->prev, sizeof roster->prev);
	buf_char(text, '\n');
	for (size_t i = 0; i < roster->n_members; i++)
		print_member(&roster->members[i], text);
	for (size_t i = 0; i < roster->n_invitations; i++)
		print_invitation(&roster->invitations[i], text);
	for (size_t i = 0; i < roster->n_boxes; i++) {
		buf_print(text, "box %u", roster->boxes[i].number);
		line_id(text, &roster->boxes[i].holder);
		line_hex(text, roster->boxes[i].sealed, SEALED_KEY_SIZE);
		buf_char(text, '\n');
	}
	for (size_t i = 0; i < roster->n_gaps; i++) {
		buf_text(text, "gap");
		line_id(text, &roster->gaps[i].writer);
		buf_print(text, " %llu %llu\n",
		    (unsigned long long)roster->gaps[i].first,
		    (unsigned long long)roster->gaps[i].last);
	}
}

struct reading {
	struct roster *roster;
	struct arena *arena;
	const struct directive *line;
	size_t room_members, room_invitations, room_boxes, room_gaps;
};

/* Word i is one of n; *choice is which. */
static bool
get_choice(const struct directive *line, size_t i, const char *const *words,
    size_t n, unsigned *choice)
{
	for (*choice = 0; *choice < n; ++*choice)
		if (line_is(line, i, words[*choice]))
			return true;
	return false;
}

static bool
read_member(struct reading *reading)
{
	const struct directive *line = reading->line;
	struct roster *roster = reading->roster;
	struct member member = { 0 };
	unsigned state, origin;

	if (roster->n_members == ROSTER_MEMBERS_MAX ||
	    !line_get_id(line, 0, &member.writer) ||
	    !line_get_station(line, 1, member.station, &member.letter) ||
	    !line_get_hex(line, 3, member.sign_key, SIGN_PUBLIC_SIZE) ||
	    !line_get_hex(line, 4, member.box_key, BOX_PUBLIC_SIZE) ||
	    !get_choice(line, 6, states, array_length(states), &state) ||
	    !line_get_number(line, 7, UINT64_MAX, &member.until) ||
	    !get_choice(line, 8, origins, array_length(origins), &origin) ||
	    !line_get_id(line, 9, &member.sponsor) ||
	    !line_get_ms(line, 10, &member.since_ms) ||
	    (line->n_words > 11 &&
		!line_get_number(line, 11, UINT64_MAX, &member.follows)))
		return false;
	member.is_admin = line_is(line, 5, "admin");
	member.state = (enum member_state)state;
	member.origin = (enum member_origin)origin;
	roster->members = arena_grow(reading->arena, roster->members,
	    roster->n_members, &reading->room_members, sizeof member);
	roster->members[roster->n_members++] = member;
	return true;
}

static bool
read_invitation(struct reading *reading)
{
	const struct directive *line = reading->line;
	struct roster *roster = reading->roster;
	struct invitation one = { 0 };

	if (roster->n_invitations == ROSTER_INVITATIONS_MAX ||
	    !line_get_id(line, 0, &one.id) ||
	    !line_get_station(line, 1, one.station, &one.letter) ||
	    !line_get_hex(line, 3, one.sign_key, SIGN_PUBLIC_SIZE) ||
	    !line_get_hex(line, 4, one.box_key, BOX_PUBLIC_SIZE) ||
	    !line_get_ms(line, 5, &one.issued_ms) ||
	    !line_get_ms(line, 6, &one.expires_ms))
		return false;
	one.is_withdrawn = line_is(line, 7, "withdrawn");
	roster->invitations = arena_grow(reading->arena, roster->invitations,
	    roster->n_invitations, &reading->room_invitations, sizeof one);
	roster->invitations[roster->n_invitations++] = one;
	return true;
}

static bool
read_box(struct reading *reading)
{
	const struct directive *line = reading->line;
	struct roster *roster = reading->roster;
	struct key_box box;
	uint64_t number;

	if (!line_get_number(line, 0, UINT32_MAX, &number) ||
	    !line_get_id(line, 1, &box.holder) ||
	    !line_get_hex(line, 2, box.sealed, SEALED_KEY_SIZE))
		return false;
	box.number = (uint32_t)number;
	roster->boxes = arena_grow(reading->arena, roster->boxes,
	    roster->n_boxes, &reading->room_boxes, sizeof box);
	roster->boxes[roster->n_boxes++] = box;
	return true;
}

static bool
read_gap(struct reading *reading)
{
	const struct directive *line = reading->line;
	struct roster *roster = reading->roster;
	struct roster_gap gap;

	if (roster->n_gaps == ROSTER_GAPS_MAX ||
	    !line_get_id(line, 0, &gap.writer) ||
	    !line_get_number(line, 1, UINT64_MAX, &gap.first) ||
	    !line_get_number(line, 2, UINT64_MAX, &gap.last) ||
	    gap.last < gap.first)
		return false;
	roster->gaps = arena_grow(reading->arena, roster->gaps, roster->n_gaps,
	    &reading->room_gaps, sizeof gap);
	roster->gaps[roster->n_gaps++] = gap;
	return true;
}

static bool
read_roster(struct reading *reading)
{
	struct roster *roster = reading->roster;
	uint64_t version;

	if (!line_get_number(reading->line, 0, UINT32_MAX, &version) ||
	    !line_get_id(reading->line, 1, &roster->fleet))
		return false;
	roster->version = (uint32_t)version;
	return true;
}

static bool
read_made(struct reading *reading)
{
	return line_get_ms(reading->line, 0, &reading->roster->made_ms);
}

static bool
read_admin(struct reading *reading)
{
	struct roster *roster = reading->roster;

	return line_get_hex(
		   reading->line, 0, roster->admin_key, SIGN_PUBLIC_SIZE) &&
	    line_get_hex(reading->line, 1, roster->admin_seed, SEALED_KEY_SIZE);
}

static bool
read_paper(struct reading *reading)
{
	return line_get_hex(
	    reading->line, 0, reading->roster->paper_key, BOX_PUBLIC_SIZE);
}

static bool
read_prev(struct reading *reading)
{
	return line_get_hex(reading->line, 0, reading->roster->prev, HASH_SIZE);
}

static const struct {
	const char *name;
	bool (*read)(struct reading *reading);
} lines[] = {
	{ "roster", read_roster },
	{ "made", read_made },
	{ "admin", read_admin },
	{ "paper", read_paper },
	{ "prev", read_prev },
	{ "member", read_member },
	{ "invitation", read_invitation },
	{ "box", read_box },
	{ "gap", read_gap },
};

static bool
read_line(struct reading *reading)
{
	for (size_t i = 0; i < array_length(lines); i++)
		if (strcmp(lines[i].name, reading->line->name) == 0)
			return lines[i].read(reading);
	return false;
}

/* One way to write it, so that one text is one roster. */
static bool
is_as_printed(const struct roster *roster, const char *text, size_t size)
{
	scoped_buf again = { 0 };

	buf_init(&again, size + 1);
	roster_print(roster, &again);
	return !again.is_over && again.size == size &&
	    memcmp(again.text, text, size) == 0;
}

static enum fail
wrong(int line, struct err *err)
{
	char number[12];

	snprintf(number, sizeof number, "%d", line);
	return fail_say(err, FAIL_CORRUPT, "sync.roster-wrong", number, NULL);
}

enum fail
roster_parse(const char *text, size_t size, struct arena *arena,
    struct roster *ret_roster, struct err *err)
{
	struct problems problems = { .arena = arena };
	struct roster roster = { 0 };
	struct reading reading = { .roster = &roster, .arena = arena };
	struct document document;

	if (directive_read("roster", text, size, &problems, &document, NULL))
		return wrong(1, err);
	for (size_t i = 0; i < document.n; i++) {
		reading.line = &document.directives[i];
		if (!read_line(&reading))
			return wrong(reading.line->line, err);
	}
	if (roster.version == 0 || !is_as_printed(&roster, text, size))
		return wrong(1, err);
	*ret_roster = roster;
	return FAIL_NONE;
}
