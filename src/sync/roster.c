#include "sync/roster.h"

#include <string.h>

#include "base/directive.h"
#include "sync/container.h"
#include "sync/line.h"

/* Raised when an old reader could not read the text. */
enum { ROSTER_VOCABULARY = 1 };

enum fail
roster_seal(struct roster *roster, const struct sign_pair *admin,
    const struct entropy *entropy, struct buf *file, struct err *err)
{
	struct container_keys keys = { .signer = admin, .entropy = entropy };
	struct container_head head = {
		.kind = CONTAINER_ROSTER,
		.fleet = roster->fleet,
		.writer = roster->fleet,
		.number = roster->version,
		.vocabulary = ROSTER_VOCABULARY,
	};
	scoped_buf text = { 0 };

	memcpy(head.prev, roster->prev, HASH_SIZE);
	buf_init(&text, container_limit(CONTAINER_ROSTER));
	roster_print(roster, &text);
	if (text.is_over)
		return fail_say(err, FAIL_INVALID, "sync.too-large", NULL);
	return container_seal(
	    &head, text.text, text.size, &keys, file, roster->hash, err);
}

/* The text and the header must not say two things. */
static bool
agrees(const struct roster *roster, const struct container_head *head,
    const uint8_t *admin_key)
{
	return roster->version == head->number &&
	    id_equal(&roster->fleet, &head->fleet) &&
	    memcmp(roster->prev, head->prev, HASH_SIZE) == 0 &&
	    memcmp(roster->admin_key, admin_key, SIGN_PUBLIC_SIZE) == 0;
}

enum fail
roster_open(const void *bytes, size_t size, const struct id *fleet,
    const uint8_t admin_key[SIGN_PUBLIC_SIZE], struct arena *arena,
    struct roster *ret_roster, struct err *err)
{
	struct container_expect expect = {
		.kind = CONTAINER_ROSTER,
		.fleet = *fleet,
		.public_key = admin_key,
	};
	struct container_head head;
	struct roster roster;
	scoped_buf text = { 0 };
	enum fail fail;

	buf_init(&text, container_limit(CONTAINER_ROSTER));
	fail = container_open(bytes, size, &expect, &head, &text, err);
	if (fail)
		return fail;
	if (head.vocabulary > ROSTER_VOCABULARY)
		return fail_say(err, FAIL_CONFLICT, "sync.newer", "2", NULL);
	fail = roster_parse(text.text, text.size, arena, &roster, err);
	if (fail)
		return fail;
	if (!agrees(&roster, &head, admin_key))
		return fail_say(
		    err, FAIL_CORRUPT, "sync.roster-wrong", "1", NULL);
	container_hash(bytes, size, roster.hash);
	*ret_roster = roster;
	return FAIL_NONE;
}

void
marker_print(
    const struct id *fleet, const struct entropy *entropy, struct buf *text)
{
	struct id salt;

	entropy_fill(entropy, salt.byte, sizeof salt.byte);
	buf_text(text, "loket-fleet 1");
	line_id(text, fleet);
	line_id(text, &salt);
	buf_char(text, '\n');
}

enum fail
marker_parse(
    const char *text, size_t size, struct id *ret_fleet, struct err *err)
{
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };
	struct document document;
	struct id fleet;

	if (size > MARKER_SIZE_MAX ||
	    directive_read("fleet", text, size, &problems, &document, NULL) ||
	    document.n == 0 ||
	    strcmp(document.directives[0].name, "loket-fleet") != 0 ||
	    !line_is(&document.directives[0], 0, "1") ||
	    !line_get_id(&document.directives[0], 1, &fleet))
		return fail_say(err, FAIL_INVALID, "sync.marker-wrong", NULL);
	*ret_fleet = fleet;
	return FAIL_NONE;
}
