#include "lib/apart.h"

#include "desk/closure.h"

int
apart_setup(void **state)
{
	struct arena *arena = arena_new();
	struct apart *apart = arena_alloc(arena, sizeof *apart);

	apart->arena = arena;
	apart->fleet = fleet_new(APART, 78);
	for (size_t i = 0; i < APART; i++)
		apart->counter[i] = counter_on(apart->fleet->counter[i]);
	*state = apart;
	return 0;
}

int
apart_teardown(void **state)
{
	struct apart *apart = *state;

	for (size_t i = 0; i < APART; i++)
		counter_off(apart->counter[i]);
	fleet_free(apart->fleet);
	arena_free(apart->arena);
	return 0;
}

void
apart_meet(struct apart *apart)
{
	fleet_meet(apart->fleet);
	for (size_t i = 0; i < APART; i++) {
		struct moved_cases moved;
		struct err err = { 0 };

		t_done(desk_redate(apart->counter[i]->desk, apart->arena,
		    &moved, &err), err);
		assert_string_equal(fleet_digest(apart->fleet, i),
		    fleet_digest(apart->fleet, 0));
	}
}
