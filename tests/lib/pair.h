#ifndef TESTS_LIB_PAIR_H
#define TESTS_LIB_PAIR_H

#include "base/file.h"
#include "lib/office.h"
#include "sync/admin.h"
#include "sync/container.h"
#include "sync/join.h"

static const char pair_phrase[] = "empat kata yang panjang";

enum { DAY_MS = 24 * 60 * 60 * 1000 };

/* Two data folders; the fleet of the first, founded. */
struct pair {
	struct draw draw;
	struct entropy entropy;
	struct t_folder folder, other, third;
	struct arena *arena;
	struct fleet fleet;
	const char *admin_path;
	char paper[PAPER_TEXT_SIZE];
};

static inline void
pair_done(struct pair *pair)
{
	fleet_done(&pair->fleet);
	t_folder_done(&pair->folder);
	t_folder_done(&pair->other);
	t_folder_done(&pair->third);
	arena_free(pair->arena);
}
#define scoped_pair scoped(pair_done) struct pair

static inline void
pair_open(struct pair *pair)
{
	struct founding founding = {
		.writer = office_id(1),
		.station = "L01",
		.letter = 'A',
		.now_ms = OFFICE_NOW,
		.passphrase = pair_phrase,
		.cost = passphrase_cost_least(),
	};
	struct err err = { 0 };

	*pair = (struct pair){ .draw = { 11 }, .arena = arena_new() };
	pair->entropy = draw_entropy(&pair->draw);
	pair->folder = t_folder_new();
	pair->other = t_folder_new();
	pair->third = t_folder_new();
	pair->admin_path = t_path(pair->arena, &pair->folder, "admin.key");
	founding.data = pair->folder.path;
	founding.entropy = &pair->entropy;
	founding.admin_path = pair->admin_path;
	t_done(fleet_found(
		   &founding, pair->arena, &pair->fleet, pair->paper, &err),
	    err);
}

/* Sign the roster as the admin does. */
static inline void
pair_commit(struct pair *pair, struct roster *roster)
{
	scoped_admin admin = { 0 };
	struct err err = { 0 };

	t_done(admin_read(pair->admin_path, pair_phrase, &admin, &err), err);
	t_done(
	    roster_commit(&pair->fleet, roster, &admin, &pair->entropy, &err),
	    err);
}

/* The file of the roster in force. */
static inline void
pair_read_roster(struct pair *pair, struct offer *offer)
{
	struct fleet_file *files;
	struct err err = { 0 };
	char *bytes;
	size_t n;

	t_done(fleet_files(&pair->fleet, false, pair->arena, &files, &n, &err),
	    err);
	t_done(file_read(files[n - 1].path, 1 << 20, pair->arena, &bytes,
		   &offer->roster_size, &err),
	    err);
	offer->roster = bytes;
}

/* An invitation to L07, as a file and read again. */
static inline struct offer
pair_invite(struct pair *pair, struct buf *file)
{
	struct offered_officer officers[] = { { "ani", "$argon2id$x" } };
	struct invitation wanted = {
		.station = "L07",
		.issued_ms = OFFICE_NOW,
		.expires_ms = OFFICE_NOW + 14 * (int64_t)DAY_MS,
	};
	scoped_station_keys once = { 0 };
	struct offer offer = { 0 }, back;
	struct roster roster;
	struct err err = { 0 };

	roster_next(&pair->fleet, OFFICE_NOW, &roster);
	t_done(roster_invite(
		   &pair->fleet, &roster, &wanted, &pair->entropy, &once, &err),
	    err);
	pair_commit(pair, &roster);
	pair_read_roster(pair, &offer);
	offer.fleet = pair->fleet.keyring.fleet;
	memcpy(
	    offer.admin_key, pair->fleet.keyring.admin_key, SIGN_PUBLIC_SIZE);
	offer.invitation = roster.invitations[roster.n_invitations - 1];
	memcpy(offer.secret, once.seed, SEED_SIZE);
	offer.officers = officers;
	offer.n_officers = 1;
	buf_init(file, OFFER_SIZE_MAX);
	t_done(offer_print(&offer, file, &err), err);
	t_done(
	    offer_parse(file->text, file->size, pair->arena, &back, &err), err);
	return back;
}

static inline enum fail
pair_join(struct pair *pair, const struct t_folder *folder, uint8_t writer,
    const struct offer *offer, int64_t now_ms, struct fleet *fleet)
{
	struct joining joining = {
		.data = folder->path,
		.writer = office_id(writer),
		.now_ms = now_ms,
		.entropy = &pair->entropy,
	};

	return fleet_join(&joining, offer, pair->arena, fleet, NULL);
}

/* What lies in a newcomer's folder on the share reaches another counter. */
static inline void
pair_meet(struct fleet *to, const struct fleet *from, struct fact *reason)
{
	struct file_bytes file = from->introductions[from->n_introductions - 1];
	struct err err = { 0 };
	bool is_new;

	t_done(fleet_take_introduction(to, &file, &is_new, reason, &err), err);
}

#endif
