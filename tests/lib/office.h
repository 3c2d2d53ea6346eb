#ifndef TESTS_LIB_OFFICE_H
#define TESTS_LIB_OFFICE_H

#include <string.h>

#include "lib/draw.h"
#include "sync/roster.h"

/* A fleet with an admin, L01, and invitations that a test adds. */
enum { OFFICE_MAX = 40, OFFICE_NOW = 1795000000 };

struct office {
	struct draw draw;
	struct entropy entropy;
	struct sign_pair admin;
	struct station_keys keys[OFFICE_MAX]; /* by writer; [0] is L01 */
	struct station_keys once[OFFICE_MAX]; /* by invitation */
	struct member members[OFFICE_MAX];
	struct invitation invitations[OFFICE_MAX];
	struct key_box boxes[OFFICE_MAX];
	struct roster roster;
};

static inline struct id
office_id(uint8_t n)
{
	struct id id;

	memset(id.byte, n, sizeof id.byte);
	return id;
}

/* The keys of writer or invitation n. */
static inline void
office_keys(struct id id, const char *what, struct station_keys *keys)
{
	uint8_t seed[SEED_SIZE];

	hash_bytes(what, strlen(what), id.byte, ID_SIZE, seed);
	station_keys_make(&id, seed, keys);
}

static inline void
office_member(struct office *office, uint8_t n, const char *station)
{
	struct station_keys keys;
	struct member *member = &office->members[office->roster.n_members++];

	office_keys(office_id(n), "writer", &keys);
	*member = (struct member){
		.writer = keys.writer,
		.letter = 'A',
		.since_ms = OFFICE_NOW,
	};
	snprintf(member->station, STATION_SIZE, "%s", station);
	memcpy(member->sign_key, keys.sign.public_key, SIGN_PUBLIC_SIZE);
	memcpy(member->box_key, keys.box.public_key, BOX_PUBLIC_SIZE);
}

static inline void
office_invite(struct office *office, uint8_t n, const char *station)
{
	struct station_keys keys;
	struct invitation *one =
	    &office->invitations[office->roster.n_invitations++];

	office_keys(office_id(n), "once", &keys);
	*one = (struct invitation){
		.id = keys.writer,
		.letter = 'A',
		.issued_ms = OFFICE_NOW,
		.expires_ms = OFFICE_NOW + 1000,
	};
	snprintf(one->station, STATION_SIZE, "%s", station);
	memcpy(one->sign_key, keys.sign.public_key, SIGN_PUBLIC_SIZE);
	memcpy(one->box_key, keys.box.public_key, BOX_PUBLIC_SIZE);
}

static inline void
office_open(struct office *office)
{
	uint8_t seed[SEED_SIZE] = "admin";

	*office = (struct office){ .draw = { 99 } };
	office->entropy = draw_entropy(&office->draw);
	sign_pair_make(seed, &office->admin);
	office->roster = (struct roster){
		.version = 1,
		.fleet = office_id(0xf1),
		.made_ms = OFFICE_NOW,
		.members = office->members,
		.invitations = office->invitations,
		.boxes = office->boxes,
	};
	memcpy(office->roster.admin_key, office->admin.public_key,
	    SIGN_PUBLIC_SIZE);
	office_member(office, 1, "L01");
	office->members[0].is_admin = true;
}

/* An introduction of writer n, by invitation or by writer sponsor. */
struct office_newcomer {
	uint8_t n, sponsor;
	enum member_origin origin;
	const char *station;
	int64_t since_ms;
};

static inline enum fail
office_introduce(struct office *office, const struct office_newcomer *who,
    struct buf *file, struct err *err)
{
	struct station_keys own, sponsor;
	struct introduction one = {
		.member = {
			.writer = office_id(who->n),
			.letter = who->origin == MEMBER_SUCCEEDS ? 'B' : 'A',
			.origin = who->origin,
			.sponsor = office_id(who->sponsor),
			.since_ms = who->since_ms,
		},
	};
	struct introduction_keys keys = {
		.sponsor = &sponsor.sign,
		.own = &own,
		.entropy = &office->entropy,
	};
	uint8_t hash[HASH_SIZE];

	office_keys(office_id(who->n), "writer", &own);
	office_keys(office_id(who->sponsor),
	    who->origin == MEMBER_SUCCEEDS ? "writer" : "once", &sponsor);
	snprintf(one.member.station, STATION_SIZE, "%s", who->station);
	memcpy(one.member.sign_key, own.sign.public_key, SIGN_PUBLIC_SIZE);
	memcpy(one.member.box_key, own.box.public_key, BOX_PUBLIC_SIZE);
	buf_init(file, container_size_limit(CONTAINER_INTRODUCTION));
	return introduction_seal(
	    &one, &office->roster.fleet, &keys, file, hash, err);
}

#endif
