#include <string.h>

#include "base/directive.h"
#include "base/text.h"
#include "sync/container.h"
#include "sync/join.h"
#include "sync/line.h"

/*
 * The file: magic, size of the text, size of the roster, text, roster, hash
 * of all before it.
 */
static const char magic[8] = { 'l', 'o', 'k', 'e', 't', 'i', 'n', '1' };

enum {
	FRONT_SIZE = sizeof magic + 4 + 4,
	TEXT_MAX = 256 * 1024,
};

static void
print_text(const struct offer *offer, struct buf *text)
{
	const struct invitation *invitation = &offer->invitation;

	buf_print(text, "loket-invitation 1\nstation %s %c\nexpires %lld\n",
	    invitation->station, invitation->letter,
	    (long long)invitation->expires_ms);
	buf_text(text, "fleet");
	line_id(text, &offer->fleet);
	buf_text(text, "\nadmin");
	line_hex(text, offer->admin_key, SIGN_PUBLIC_SIZE);
	buf_text(text, "\nsecret");
	line_id(text, &invitation->id);
	line_hex(text, offer->secret, SEED_SIZE);
	buf_print(text, "\nfor %s\nmarks",
	    offer->is_practice ? "practice" : "register");
	line_hex(text, offer->marks, SECRET_KEY_SIZE);
	buf_char(text, '\n');
	for (size_t i = 0; i < offer->n_officers; i++)
		buf_print(text, "officer %s %s\n", offer->officers[i].staff_id,
		    offer->officers[i].verifier);
}

static void
add_size(struct buf *file, size_t size)
{
	for (int shift = 0; shift < 32; shift += 8)
		buf_char(file, (char)(size >> shift));
}

enum fail
offer_print(const struct offer *offer, struct buf *file, struct err *err)
{
	const size_t begin = file->size;
	uint8_t hash[HASH_SIZE];
	scoped_buf text = { 0 };

	buf_init(&text, TEXT_MAX);
	print_text(offer, &text);
	buf_add(file, magic, sizeof magic);
	add_size(file, text.size);
	add_size(file, offer->roster_size);
	buf_add(file, text.text, text.size);
	buf_add(file, offer->roster, offer->roster_size);
	if (!file->is_over)
		hash_bytes(
		    file->text + begin, file->size - begin, NULL, 0, hash);
	buf_add(file, hash, sizeof hash);
	forget(text.text, text.size);
	if (!text.is_over && !file->is_over)
		return FAIL_NONE;
	buf_cut(file, begin);
	return fail_set(err, FAIL_MEMORY, "no room for an invitation");
}

static bool
read_officer(const struct directive *line, struct arena *arena,
    size_t *capacity, struct offer *offer)
{
	struct offered_officer officer = {
		.staff_id = directive_word(line, 0),
		.verifier = directive_word(line, 1),
	};

	if (officer.verifier == NULL ||
	    strlen(officer.verifier) >= VERIFIER_SIZE ||
	    offer->n_officers == OFFERED_OFFICERS_MAX)
		return false;
	offer->officers = arena_grow(arena, offer->officers, offer->n_officers,
	    capacity, sizeof officer);
	offer->officers[offer->n_officers++] = officer;
	return true;
}

/* The lines before the officers stand in one order. */
static bool
read_lines(
    const struct document *document, struct arena *arena, struct offer *offer)
{
	static const char *const names[] = { "loket-invitation", "station",
		"expires", "fleet", "admin", "secret", "for", "marks" };
	const struct directive *line = document->directives;
	struct invitation *invitation = &offer->invitation;
	size_t capacity = 0;

	if (document->n < array_length(names))
		return false;
	for (size_t i = 0; i < array_length(names); i++)
		if (strcmp(line[i].name, names[i]) != 0)
			return false;
	if (!line_is(&line[0], 0, "1") ||
	    !line_get_station(
		&line[1], 0, invitation->station, &invitation->letter) ||
	    !line_get_ms(&line[2], 0, &invitation->expires_ms) ||
	    !line_get_id(&line[3], 0, &offer->fleet) ||
	    !line_get_hex(&line[4], 0, offer->admin_key, SIGN_PUBLIC_SIZE) ||
	    !line_get_id(&line[5], 0, &invitation->id) ||
	    !line_get_hex(&line[5], 1, offer->secret, SEED_SIZE) ||
	    !line_get_hex(&line[7], 0, offer->marks, SECRET_KEY_SIZE))
		return false;
	offer->is_practice = line_is(&line[6], 0, "practice");
	for (size_t i = array_length(names); i < document->n; i++)
		if (strcmp(line[i].name, "officer") != 0 ||
		    !read_officer(&line[i], arena, &capacity, offer))
			return false;
	return true;
}

/* The roster must be the admin's, and name this invitation with its keys. */
static bool
is_in_roster(struct offer *offer, struct arena *arena)
{
	scoped_station_keys once = { 0 };
	struct roster roster;

	if (roster_open(offer->roster, offer->roster_size, &offer->fleet,
		offer->admin_key, arena, &roster, NULL))
		return false;
	station_keys_make(&offer->invitation.id, offer->secret, &once);
	for (size_t i = 0; i < roster.n_invitations; i++)
		if (id_equal(
			&roster.invitations[i].id, &offer->invitation.id) &&
		    memcmp(roster.invitations[i].sign_key, once.sign.public_key,
			SIGN_PUBLIC_SIZE) == 0) {
			offer->invitation = roster.invitations[i];
			return true;
		}
	return false;
}

static size_t
get_size(const uint8_t *at)
{
	return (size_t)at[0] | (size_t)at[1] << 8 | (size_t)at[2] << 16 |
	    (size_t)at[3] << 24;
}

enum fail
offer_parse(const void *bytes, size_t size, struct arena *arena,
    struct offer *ret_offer, struct err *err)
{
	const uint8_t *file = bytes;
	struct problems problems = { .arena = arena };
	struct offer offer = { 0 };
	uint8_t hash[HASH_SIZE];
	struct document document;
	size_t text_size = 0;
	bool is_right = size > FRONT_SIZE + HASH_SIZE &&
	    size <= OFFER_SIZE_MAX && memcmp(file, magic, sizeof magic) == 0;

	if (is_right) {
		text_size = get_size(file + sizeof magic);
		offer.roster_size = get_size(file + sizeof magic + 4);
		hash_bytes(file, size - HASH_SIZE, NULL, 0, hash);
		is_right = text_size <= TEXT_MAX &&
		    size ==
			FRONT_SIZE + text_size + offer.roster_size +
			    HASH_SIZE &&
		    memcmp(hash, file + size - HASH_SIZE, HASH_SIZE) == 0;
	}
	offer.roster = is_right ? file + FRONT_SIZE + text_size : NULL;
	if (!is_right ||
	    directive_read("invitation", (const char *)file + FRONT_SIZE,
		text_size, &problems, &document, NULL) ||
	    !read_lines(&document, arena, &offer) ||
	    !is_in_roster(&offer, arena))
		return fail_say(err, FAIL_CORRUPT, "sync.offer-damaged", NULL);
	*ret_offer = offer;
	return FAIL_NONE;
}
