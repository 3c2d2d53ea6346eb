#include "screens/pick.h"
#include "screens/screens.h"
#include "screens/words.h"
#include "ui/choice.h"

/*
 * F10: every action of the screen below that works now, with its key. The app
 * runs the action whose number this screen leaves.
 */
struct menu {
	struct screen screen;
	struct choice_source source;
	struct choice choice;
	const struct key_binding **rows;
	char (*keys)[KEY_NAME_SIZE];
	size_t n;
};

enum { MENU_COLUMNS = 66, MENU_ROWS = 12 };

static size_t
menu_filter(void *context, const char *typed)
{
	(void)typed;
	return ((struct menu *)context)->n;
}

static struct choice_row
menu_row(void *context, size_t i)
{
	struct menu *menu = context;

	return (struct choice_row){ menu->keys[i],
		words(menu->rows[i]->help), NULL };
}

static enum fail
menu_open(struct screen *screen, const void *arg, struct err *err)
{
	struct menu *menu = (struct menu *)screen;
	const struct screen *of = arg;
	const struct keymap *keymap = of->ops->keymap;
	uint64_t may = of->ops->may == NULL ? KEYMAP_ALL : of->ops->may(of);

	(void)err;
	menu->rows = arena_array(screen->arena, keymap->n,
	    sizeof *menu->rows);
	menu->keys = arena_array(screen->arena, keymap->n,
	    sizeof *menu->keys);
	for (size_t i = 0; i < keymap->n; i++) {
		const struct key_binding *binding = &keymap->bindings[i];

		if (binding->help == NULL ||
		    (may & UINT64_C(1) << binding->action) == 0)
			continue;
		menu->rows[menu->n] = binding;
		key_binding_print(binding, menu->keys[menu->n++]);
	}
	menu->source = (struct choice_source){ menu_filter, menu_row, menu };
	choice_init(&menu->choice, &menu->source, "");
	menu->choice.title = sentence_of(screen->arena, "menu.title", NULL);
	menu->choice.found = words("menu.found");
	menu->choice.none = words("menu.none");
	menu->choice.keys = words("pick.keys");
	menu->choice.has_digits = true;
	menu->choice.columns = MENU_COLUMNS;
	menu->choice.rows_max = MENU_ROWS;
	return FAIL_NONE;
}

static struct step
menu_key(struct screen *screen, const struct key *key)
{
	struct menu *menu = (struct menu *)screen;

	switch (choice_key(&menu->choice, key)) {
	case CHOICE_OPEN:
	case CHOICE_HELP:
		break;
	case CHOICE_CLOSED:
		return step_done(0, NULL);
	case CHOICE_CHOSEN:
		return step_done(menu->rows[menu->choice.selected]->action,
		    NULL);
	}
	return step_stay();
}

static void
menu_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	(void)body;
	choice_paint(&((const struct menu *)screen)->choice, canvas, NULL);
}

static void
menu_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	(void)screen;
	frame->hint = sentence_of(arena, "menu.hint", NULL);
}

static void
menu_close(struct screen *screen)
{
	choice_done(&((struct menu *)screen)->choice);
}

const struct screen_ops menu_screen = {
	.name = "menu",
	.size = sizeof(struct menu),
	.is_overlay = true,
	.open = menu_open,
	.key = menu_key,
	.frame = menu_frame,
	.paint = menu_paint,
	.close = menu_close,
};
