#include "sync/introduction.h"

#include <stdio.h>
#include <string.h>

#include "sync/line.h"

#define PROOF_WORD "loket introduction 1"

enum { INTRODUCTION_VOCABULARY = 1, LINES = 7 };

/* All but the proof, which is over this. */
static void
print_facts(const struct introduction *introduction, struct buf *text)
{
	const struct member *member = &introduction->member;

	buf_text(text, "introduction 1\nwriter");
	line_id(text, &member->writer);
	buf_print(
	    text, "\nstation %s %c\nkeys", member->station, member->letter);
	line_hex(text, member->sign_key, SIGN_PUBLIC_SIZE);
	line_hex(text, member->box_key, BOX_PUBLIC_SIZE);
	buf_print(text, "\nsince %lld\n", (long long)member->since_ms);
	buf_text(
	    text, member->origin == MEMBER_SUCCEEDS ? "follows" : "invited");
	line_id(text, &member->sponsor);
	if (member->origin == MEMBER_SUCCEEDS) {
		buf_print(text, " %llu",
		    (unsigned long long)member->follows);
		line_hex(text, introduction->last_hash, HASH_SIZE);
	}
	buf_char(text, '\n');
}

static void
proof_hash(const struct introduction *introduction, const struct id *fleet,
    uint8_t hash[HASH_SIZE])
{
	scoped_buf text = { 0 };

	buf_init(&text, container_limit(CONTAINER_INTRODUCTION));
	print_facts(introduction, &text);
	hash_bytes(text.text, text.size, fleet->byte, ID_SIZE, hash);
}

enum fail
introduction_seal(const struct introduction *introduction,
    const struct id *fleet, const struct introduction_keys *keys,
    struct buf *file, uint8_t ret_hash[HASH_SIZE], struct err *err)
{
	const struct member *member = &introduction->member;
	struct container_keys seal = {
		.signer = keys->sponsor,
		.entropy = keys->entropy,
	};
	struct container_head head = {
		.kind = CONTAINER_INTRODUCTION,
		.fleet = *fleet,
		.writer = member->writer,
		.number = 1,
		.vocabulary = INTRODUCTION_VOCABULARY,
	};
	uint8_t hash[HASH_SIZE], proof[SIGNATURE_SIZE];
	scoped_buf text = { 0 };

	memcpy(head.prev, member->sponsor.byte, ID_SIZE);
	proof_hash(introduction, fleet, hash);
	sign_hash(&keys->own->sign, PROOF_WORD, hash, proof);
	buf_init(&text, container_limit(CONTAINER_INTRODUCTION));
	print_facts(introduction, &text);
	buf_text(&text, "proof");
	line_hex(&text, proof, sizeof proof);
	buf_char(&text, '\n');
	return container_seal(
	    &head, text.text, text.size, &seal, file, ret_hash, err);
}

enum fail
introduction_peek(const struct file_bytes *file, const struct id *fleet,
    struct id *ret_writer, struct id *ret_sponsor, struct err *err)
{
	struct container_head head;
	enum fail fail = container_peek(file->bytes, file->size, &head, err);

	if (fail)
		return fail;
	if (head.kind != CONTAINER_INTRODUCTION)
		return fail_say(err, FAIL_INVALID, "sync.other-kind", NULL);
	if (!id_equal(&head.fleet, fleet))
		return fail_say(err, FAIL_INVALID, "sync.other-fleet", NULL);
	*ret_writer = head.writer;
	memcpy(ret_sponsor->byte, head.prev, ID_SIZE);
	return FAIL_NONE;
}

static bool
read_origin(const struct directive *line, struct introduction *introduction)
{
	struct member *member = &introduction->member;

	if (!line_get_id(line, 0, &member->sponsor))
		return false;
	member->origin = MEMBER_INVITED;
	if (strcmp(line->name, "invited") == 0)
		return true;
	member->origin = MEMBER_SUCCEEDS;
	return strcmp(line->name, "follows") == 0 &&
	    line_get_number(line, 1, UINT64_MAX, &member->follows) &&
	    line_get_hex(line, 2, introduction->last_hash, HASH_SIZE);
}

/* The lines stand in one order; returns the first wrong one, or 0. */
static int
read_lines(const struct document *document, struct introduction *introduction,
    uint8_t proof[SIGNATURE_SIZE])
{
	static const char *const names[LINES] = { "introduction", "writer",
		"station", "keys", "since", NULL, "proof" };
	struct member *member = &introduction->member;
	const struct directive *line = document->directives;

	if (document->n != LINES)
		return 1;
	for (size_t i = 0; i < LINES; i++)
		if (names[i] != NULL && strcmp(line[i].name, names[i]) != 0)
			return line[i].line;
	if (!line_is(&line[0], 0, "1") ||
	    !line_get_id(&line[1], 0, &member->writer))
		return 2;
	if (!line_get_station(&line[2], 0, member->station, &member->letter))
		return 3;
	if (!line_get_hex(&line[3], 0, member->sign_key, SIGN_PUBLIC_SIZE) ||
	    !line_get_hex(&line[3], 1, member->box_key, BOX_PUBLIC_SIZE))
		return 4;
	if (!line_get_ms(&line[4], 0, &member->since_ms))
		return 5;
	if (!read_origin(&line[5], introduction))
		return 6;
	return line_get_hex(&line[6], 0, proof, SIGNATURE_SIZE) ? 0 : 7;
}

static enum fail
wrong(int line, struct err *err)
{
	char number[12];

	snprintf(number, sizeof number, "%d", line);
	return fail_say(
	    err, FAIL_CORRUPT, "sync.introduction-wrong", number, NULL);
}

static enum fail
read_text(const struct buf *text, const struct container_head *head,
    struct introduction *ret_introduction, struct err *err)
{
	struct introduction introduction = { 0 };
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };
	uint8_t proof[SIGNATURE_SIZE], hash[HASH_SIZE];
	struct document document;
	int line = 1;

	if (!directive_read("introduction", text->text, text->size, &problems,
		&document, NULL))
		line = read_lines(&document, &introduction, proof);
	if (line != 0)
		return wrong(line, err);
	proof_hash(&introduction, &head->fleet, hash);
	if (!id_equal(&introduction.member.writer, &head->writer) ||
	    memcmp(introduction.member.sponsor.byte, head->prev, ID_SIZE) !=
		0 ||
	    !sign_is(introduction.member.sign_key, PROOF_WORD, hash, proof))
		return wrong(0, err);
	*ret_introduction = introduction;
	return FAIL_NONE;
}

enum fail
introduction_open(const struct file_bytes *file, const struct id *fleet,
    const uint8_t sponsor_key[SIGN_PUBLIC_SIZE],
    struct introduction *ret_introduction, struct err *err)
{
	struct container_expect expect = {
		.kind = CONTAINER_INTRODUCTION,
		.fleet = *fleet,
		.public_key = sponsor_key,
	};
	struct container_head head;
	scoped_buf text = { 0 };
	enum fail fail;

	buf_init(&text, container_limit(CONTAINER_INTRODUCTION));
	fail =
	    container_open(file->bytes, file->size, &expect, &head, &text, err);
	if (!fail && head.vocabulary > INTRODUCTION_VOCABULARY)
		fail = fail_say(err, FAIL_CONFLICT, "sync.newer", "2", NULL);
	return fail ? fail : read_text(&text, &head, ret_introduction, err);
}
