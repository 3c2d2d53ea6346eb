#include "desk/assets.h"
#include "desk/desk.h"
#include "screens/app.h"
#include "screens/pager.h"
#include "screens/screens.h"
#include "screens/words.h"

/* Files of data/ and forms/ that were refused, with every error and line. */
struct warnings_state {
	struct screen screen;
	struct pager pager;
};

enum { WIDTH = 76 };

static enum fail
warnings_open(struct screen *screen, const void *arg, struct err *err)
{
	struct warnings_state *state = (struct warnings_state *)screen;
	const struct assets *assets = desk_assets(screen_desk(screen));
	struct arena *arena = screen->arena;

	(void)arg;
	(void)err;
	pager_init(&state->pager, arena);
	for (size_t i = 0; i < assets->n_warnings; i++) {
		const struct asset_warning *warning = &assets->warnings[i];

		pager_flow(&state->pager, FACE_STRONG, 0, WIDTH,
		    sentence_of(arena, warning->is_in_use ?
		    "warnings.older-in-use" : "warnings.refused",
		    warning->file, warning->version, NULL));
		for (size_t j = 0; j < warning->n; j++)
			pager_flow(&state->pager, FACE_PLAIN, 3, WIDTH,
			    arena_print(arena, "%s:%d: %s",
			    warning->problems[j].file,
			    warning->problems[j].line, sentence(arena,
			    &warning->problems[j].fact)));
	}
	if (assets->n_warnings == 0)
		pager_add(&state->pager, FACE_QUIET, 0,
		    words("warnings.none"));
	return FAIL_NONE;
}

static struct step
warnings_key(struct screen *screen, const struct key *key)
{
	return pager_key(&((struct warnings_state *)screen)->pager, key,
	    frame_body(screen->app->canvas).rows - 1) ? step_stay() :
	    step_unused();
}

static void
warnings_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	(void)screen;
	frame->trail = sentence_of(arena, "warnings.trail", NULL);
	frame->state = sentence_of(arena, "frame.back", NULL);
	frame->hint = words("pager.hint");
}

static void
warnings_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	body.column += 2;
	body.columns -= 3;
	pager_paint(&((const struct warnings_state *)screen)->pager, canvas,
	    body);
}

static const struct key_binding warnings_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
};
static const struct keymap warnings_keymap = { warnings_bindings,
	array_length(warnings_bindings) };

const struct screen_ops warnings_screen = {
	.name = "warnings",
	.size = sizeof(struct warnings_state),
	.keymap = &warnings_keymap,
	.open = warnings_open,
	.key = warnings_key,
	.frame = warnings_frame,
	.paint = warnings_paint,
};
