#ifndef TESTS_LIB_DRAW_H
#define TESTS_LIB_DRAW_H

#include "base/clock.h"
#include "lib/t.h"

/* Random bytes that are the same in every run: for keys and golden files. */
struct draw {
	uint64_t state; /* not 0 */
};

static inline void
draw_fill(void *context, void *bytes, size_t size)
{
	struct draw *draw = context;
	struct t_random random = { draw->state };

	for (size_t i = 0; i < size; i++)
		((uint8_t *)bytes)[i] = (uint8_t)(t_random_next(&random) >> 56);
	draw->state = random.state;
}

static inline struct entropy
draw_entropy(struct draw *draw)
{
	return (struct entropy){ .fill = draw_fill, .context = draw };
}

#endif
