#include "desk/desk.h"
#include "desk/exchange.h"
#include "screens/app.h"
#include "screens/header.h"
#include "screens/pager.h"
#include "screens/screens.h"
#include "screens/words.h"

/* Files of the share that are not used, each with its reason. */
struct refused_state {
	struct screen screen;
	struct pager pager;
};

enum { WIDTH = 76 };

static enum fail
refused_open(struct screen *screen, const void *arg, struct err *err)
{
	struct refused_state *state = (struct refused_state *)screen;
	struct arena *arena = screen->arena;
	struct exchange exchange = { 0 };
	enum fail fail;

	(void)arg;
	pager_init(&state->pager, arena);
	fail = desk_exchange(screen_desk(screen), arena, &exchange, err);
	if (fail)
		return fail;
	for (size_t i = 0; i < exchange.n_refused_files; i++) {
		const struct quarantined *file = &exchange.refused_files[i];

		pager_flow(&state->pager, FACE_STRONG, 0, WIDTH, file->path);
		pager_flow(&state->pager, FACE_PLAIN, 3, WIDTH,
		    sentence(arena, &file->reason));
		pager_add(&state->pager, FACE_QUIET, 3,
		    sentence_of(arena, "exchange.refused-seen",
		    moment_text(arena, file->first_ms),
		    moment_text(arena, file->last_ms), NULL));
	}
	return FAIL_NONE;
}

static struct step
refused_key(struct screen *screen, const struct key *key)
{
	return pager_key(&((struct refused_state *)screen)->pager, key,
	    frame_body(screen->app->canvas).rows - 1) ? step_stay() :
	    step_unused();
}

static void
refused_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	(void)screen;
	frame->trail = sentence_of(arena, "exchange.refused-trail", NULL);
	frame->state = words("frame.back");
	frame->hint = words("pager.hint");
}

static void
refused_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	body.column += 2;
	body.columns -= 3;
	pager_paint(&((const struct refused_state *)screen)->pager, canvas,
	    body);
}

static const struct key_binding refused_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
};
static const struct keymap refused_keymap = { refused_bindings,
	array_length(refused_bindings) };

const struct screen_ops refused_screen = {
	.name = "refused",
	.size = sizeof(struct refused_state),
	.keymap = &refused_keymap,
	.open = refused_open,
	.key = refused_key,
	.frame = refused_frame,
	.paint = refused_paint,
};
