#include "desk/sealing.h"

#include <stdio.h>
#include <string.h>

#include "base/hex.h"
#include "base/text.h"
#include "desk/identity_key.h"
#include "desk/inside.h"
#include "desk/office_key.h"

/*
 * What is sealed: the complaint's key, then name and text of each personal
 * cell, each ended by NUL, and NULs up to a multiple of SEAL_STEP, so that
 * the length of a name does not show. The key keeps a sealed text with its
 * complaint.
 */
enum { SEAL_STEP = 512, SEAL_MAX = 64 * 1024 };

static const int personal[] = { COMPLAINANT_NAME, COMPLAINANT_NIK,
	COMPLAINANT_OTHER_ID, COMPLAINANT_ADDRESS, COMPLAINANT_VILLAGE,
	COMPLAINANT_PHONE, COMPLAINANT_EMAIL, COMPLAINANT_ACCOUNT,
	COMPLAINANT_PROXY_LETTER };

void
mark_of(const struct desk *desk, const char *what, const char *text,
    char ret_mark[MARK_SIZE])
{
	scoped_arena arena = arena_new();
	scoped_buf said = { 0 };
	uint8_t hash[HASH_SIZE];

	ret_mark[0] = '\0';
	if (*text == '\0')
		return;
	buf_init(&said, SEAL_MAX);
	buf_print(&said, "%s:", what);
	text_fold(text, false, &said);
	hash_bytes(said.text, said.size, desk->keys.marks,
	    sizeof desk->keys.marks, hash);
	memcpy(ret_mark, hex_print(hash, (MARK_SIZE - 1) / 2, arena),
	    MARK_SIZE);
}

/* The mark of a row in clear: by the key alone can one be made of the other. */
static void
open_mark(const struct desk *desk, const char *mark, char ret_mark[MARK_SIZE])
{
	mark_of(desk, "open", mark, ret_mark);
}

void
complainant_marks(const struct desk *desk, const struct record *record,
    struct person_marks *ret_marks)
{
	struct marks *sealed = &ret_marks->sealed, *open = &ret_marks->open;
	const struct {
		const char *what;
		int from, to;
		char *sealed, *open;
	} marks[] = {
		{ "nik", COMPLAINANT_NIK, COMPLAINANT_NIK_MARK, sealed->nik,
		    open->nik },
		{ "phone", COMPLAINANT_PHONE, COMPLAINANT_PHONE_MARK,
		    sealed->phone, open->phone },
		{ "name", COMPLAINANT_NAME, COMPLAINANT_NAME_MARK,
		    sealed->name, open->name },
	};

	for (size_t i = 0; i < array_length(marks); i++) {
		if (complainant_is_sealed(record))
			text_copy(marks[i].sealed, MARK_SIZE,
			    record_text(record, marks[i].to));
		else
			mark_of(desk, marks[i].what,
			    record_text(record, marks[i].from),
			    marks[i].sealed);
		open_mark(desk, marks[i].sealed, marks[i].open);
	}
}

static void
put_marks(struct record *record, const struct marks *marks,
    struct arena *arena)
{
	record_set_text(record, arena, COMPLAINANT_NIK_MARK, marks->nik);
	record_set_text(record, arena, COMPLAINANT_PHONE_MARK, marks->phone);
	record_set_text(record, arena, COMPLAINANT_NAME_MARK, marks->name);
}

void
complainant_mark(
    const struct desk *desk, struct record *record, struct arena *arena)
{
	struct person_marks marks;

	complainant_marks(desk, record, &marks);
	put_marks(record, &marks.open, arena);
}

static void
write_plain(const struct record *record, struct buf *out)
{
	struct id complaint = record_id(record, COMPLAINANT_COMPLAINT_ID);

	buf_add(out, complaint.byte, ID_SIZE);
	for (size_t i = 0; i < array_length(personal); i++) {
		if (!record_has(record, personal[i]))
			continue;
		buf_text(out, record->table->cells[personal[i]].name);
		buf_char(out, '\0');
		buf_text(out, record_text(record, personal[i]));
		buf_char(out, '\0');
	}
	buf_repeat(out, '\0', SEAL_STEP - out->size % SEAL_STEP);
}

enum fail
complainant_seal(struct desk *desk, struct record *record,
    struct arena *arena, struct err *err)
{
	scoped_buf plain = { 0 };
	uint8_t public_key[BOX_PUBLIC_SIZE], *sealed;
	char office_hex[ID_HEX_SIZE];
	struct person_marks marks;
	struct id office;
	enum fail fail;

	fail = office_key_public(desk, &office, public_key, err);
	if (fail)
		return fail;
	complainant_marks(desk, record, &marks);
	put_marks(record, &marks.sealed, arena);
	buf_init(&plain, SEAL_MAX / 4);
	write_plain(record, &plain);
	if (plain.is_over)
		return fail_say(err, FAIL_INVALID, "store.too-long", "name",
		    NULL);
	sealed = arena_alloc(arena, plain.size + BOX_EXTRA);
	box_seal(public_key, plain.text, plain.size, &desk->options.entropy,
	    sealed);
	for (size_t i = 0; i < array_length(personal); i++)
		record_set_text(record, arena, personal[i], NULL);
	record_set_text(record, arena, COMPLAINANT_SEALED,
	    hex_print(sealed, plain.size + BOX_EXTRA, arena));
	id_print(&office, office_hex);
	record_set_text(record, arena, COMPLAINANT_SEAL_KEY, office_hex);
	forget(plain.text, plain.size);
	return FAIL_NONE;
}

bool
complainant_is_sealed(const struct record *record)
{
	return record_has(record, COMPLAINANT_SEALED);
}

static const struct held_key *
held(const struct desk *desk, const struct id *office)
{
	const struct session *session = &desk->session;
	const struct held_keys *keys;

	if (session->working == NOBODY)
		return NULL;
	keys = &session->secrets[session->working].held;
	for (size_t i = 0; i < keys->n; i++)
		if (!keys->list[i].is_escrow && (office == NULL ||
		    id_equal(&keys->list[i].office, office)))
			return &keys->list[i];
	return NULL;
}

bool
sealing_may_open(const struct desk *desk)
{
	return held(desk, NULL) != NULL;
}

enum fail
sealing_demand(struct desk *desk, struct err *err)
{
	const char *code = "complaint.no-key";

	switch (desk_key_standing(desk)) {
	case KEY_HELD: return FAIL_NONE;
	case KEY_NO_PAIR: code = "complaint.no-key-pair"; break;
	case KEY_ASLEEP: code = "complaint.key-asleep"; break;
	case KEY_NOT_HANDED:
	case KEY_NOT_ASKED: break;
	}
	return fail_say(err, FAIL_DENIED, code, NULL);
}

static bool
is_personal(int cell)
{
	for (size_t i = 0; i < array_length(personal); i++)
		if (personal[i] == cell)
			return true;
	return false;
}

/*
 * The cells out of an opened text; false when it is not as it was written.
 * Anybody who can write a row can seal one: nothing of it is believed.
 */
static bool
read_plain(const char *plain, size_t size, struct record *record,
    struct arena *arena)
{
	struct id complaint = record_id(record, COMPLAINANT_COMPLAINT_ID);
	const char *at = plain + ID_SIZE, *end = plain + size;

	if (size < ID_SIZE || plain[size - 1] != '\0' ||
	    memcmp(plain, complaint.byte, ID_SIZE) != 0)
		return false;
	while (at < end && *at != '\0') {
		int cell = table_cell(record->table, at);

		at += strlen(at) + 1;
		if (at >= end || !is_personal(cell))
			return false;
		record_set_text(record, arena, cell, at);
		at += strlen(at) + 1;
	}
	return true;
}

enum fail
complainant_open(struct desk *desk, struct record *record,
    struct arena *arena, struct err *err)
{
	const char *hex = record_text(record, COMPLAINANT_SEALED);
	size_t size = strlen(hex) / 2;
	enum fail fail = sealing_demand(desk, err);
	const struct held_key *key = NULL;
	uint8_t *sealed, *plain;
	struct id office;

	if (fail)
		return fail;
	if (id_parse(record_text(record, COMPLAINANT_SEAL_KEY), &office))
		key = held(desk, &office);
	if (key == NULL)
		return fail_say(err, FAIL_DENIED, "complaint.no-key", NULL);
	sealed = arena_alloc(arena, size + 1);
	plain = arena_alloc(arena, size + 1);
	if (size <= BOX_EXTRA || !hex_parse(hex, sealed, size) ||
	    !box_open(&key->pair, sealed, size, plain) ||
	    !read_plain((char *)plain, size - BOX_EXTRA, record, arena))
		return fail_say(err, FAIL_CORRUPT, "complaint.seal-damaged",
		    NULL);
	record_set_text(record, arena, COMPLAINANT_SEALED, NULL);
	record_set_text(record, arena, COMPLAINANT_SEAL_KEY, NULL);
	return FAIL_NONE;
}

static bool
is_of_book(const char *form)
{
	return strncmp(form, "complaint", strlen("complaint")) == 0;
}

void
draft_shut(const struct desk *desk, const char *form, struct buf *body)
{
	scoped_arena arena = arena_new();
	size_t size = body->size;
	uint8_t *shut;

	if (!is_of_book(form) || body->is_over)
		return;
	shut = arena_alloc(arena, size + SECRET_EXTRA);
	secret_shut(desk->keys.drafts, form, body->text, size,
	    &desk->options.entropy, shut);
	forget(body->text, size);
	buf_clear(body);
	buf_char(body, DRAFT_SHUT_MARK);
	buf_text(body, hex_print(shut, size + SECRET_EXTRA, arena));
}

enum fail
draft_open(const struct desk *desk, const char *form, const char **body,
    struct arena *arena, struct err *err)
{
	const char *hex = *body + 1;
	size_t size = strlen(*body) / 2;
	uint8_t *shut, *plain;

	if (**body != DRAFT_SHUT_MARK)
		return FAIL_NONE;
	shut = arena_alloc(arena, size + 1);
	plain = arena_alloc(arena, size + 1);
	if (size < SECRET_EXTRA || !hex_parse(hex, shut, size) ||
	    !secret_open(desk->keys.drafts, form, shut, size, plain))
		return fail_say(err, FAIL_CORRUPT, "draft.unreadable", form,
		    NULL);
	plain[size - SECRET_EXTRA] = '\0';
	*body = (const char *)plain;
	return FAIL_NONE;
}
