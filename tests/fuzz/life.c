#include "domain/life.h"

#include <assert.h>
#include <string.h>

#include "fuzz/fuzz.h"

enum { PRINTED_BYTES_MAX = 16 << 20 };

static void
check_move(const struct life *life, const struct move *move)
{
	assert(life_move(life, move->name) == move);
	assert((life_state(life, move->to) != NULL) == (move->way == WAY_TO));
	assert(move->way == WAY_TO || move->n_from > 0);
	assert(move->action < ACTIONS_N);
	assert(move->n_required == 0 || *move->form != '\0');
	for (size_t i = 0; i < move->n_from; i++) {
		const struct state *from = life_state(life, move->from[i]);

		assert(from != NULL && !from->is_end);
	}
}

/* A table that is read has no state without way in, or without way out. */
int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	scoped_arena arena = arena_new();
	struct problems problems = { .arena = arena };
	struct document document = { 0 };
	struct life life = { 0 };
	scoped_buf out;
	enum fail fail;

	buf_init(&out, PRINTED_BYTES_MAX);
	if (directive_read("fuzz", (const char *)bytes, size, &problems,
	    &document, NULL))
		return 0;
	fail = life_read(&document, &problems, &life, NULL);
	assert((fail == FAIL_NONE) == (problems.n == 0));
	assert((fail == FAIL_NONE) == (life.name != NULL));
	if (fail)
		return 0;
	for (size_t i = 0; i < life.n_moves; i++)
		check_move(&life, &life.moves[i]);
	for (size_t i = 0; i < life.n_states; i++)
		assert(!life.states[i].is_end || !life.states[i].is_open);
	life_print(&life, &out);
	return 0;
}
