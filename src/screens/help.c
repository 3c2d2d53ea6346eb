#include <string.h>

#include "base/wrap.h"
#include "desk/exchange.h"
#include "screens/app.h"
#include "screens/screens.h"
#include "screens/words.h"

/*
 * Help, made from the tables the keys come from, so that it cannot lie. First
 * what has the focus, if the screen can tell; F1 again: the task of the
 * screen and all its keys.
 */
struct help {
	struct screen screen;
	const struct screen *of;
	const char *title, *text;
	bool shows_keys;
	int first; /* line */
};

enum { HELP_MARGIN = 6, KEY_COLUMN = 12, LINE_MAX_SIZE = 512 };

static void
add_key(struct buf *out, const char *name, const char *twin, const char *text)
{
	size_t from = out->size;

	buf_text(out, name);
	if (twin != NULL)
		buf_print(out, ", %s", twin);
	while (out->size - from < KEY_COLUMN)
		buf_char(out, ' ');
	buf_text(out, " ");
	buf_text(out, text);
	buf_char(out, '\n');
}

/* Does F8 start an exchange there: has it no other meaning, and are there
 * other counters? */
static bool
exchanges(const struct help *help)
{
	struct desk *desk = screen_desk(&help->screen);
	const struct keymap *keymap = help->of->ops->keymap;
	struct exchange_head head = { 0 };

	for (size_t i = 0; keymap != NULL && i < keymap->n; i++)
		if (keymap->bindings[i].code == K_F8)
			return false;
	return desk != NULL && !desk_exchange_head(desk, &head, NULL) &&
	    head.look != EXCHANGE_NONE;
}

/* The screen's own keys, then those that mean the same everywhere. */
static const char *
text_of_keys(struct help *help)
{
	static const char *const everywhere[][2] = {
		{ "F1", "help.key-f1" }, { "F10", "help.key-f10" },
		{ "F12", "help.key-f12" }, { "Esc", "help.key-esc" },
		{ "Ctrl-G", "help.key-ctrl-g" },
		{ "Ctrl-L", "help.key-ctrl-l" },
		{ "Ctrl-Q", "help.key-ctrl-q" },
	};
	const struct keymap *keymap = help->of->ops->keymap;
	const char *task;
	char name[KEY_NAME_SIZE];
	scoped_buf out;

	buf_init(&out, 1 << 16);
	task = words_find(arena_print(help->screen.arena, "help.%s",
	    help->of->ops->name));
	if (task != NULL)
		buf_print(&out, "%s\n\n", task);
	for (size_t i = 0; keymap != NULL && i < keymap->n; i++) {
		const struct key_binding *binding = &keymap->bindings[i];

		if (binding->help == NULL)
			continue;
		key_binding_print(binding, name);
		add_key(&out, name, key_twin(binding->code),
		    words(binding->help));
	}
	for (size_t i = 0; i < array_length(everywhere); i++)
		add_key(&out, everywhere[i][0], NULL,
		    words(everywhere[i][1]));
	if (exchanges(help))
		add_key(&out, "F8", NULL, words("help.key-f8"));
	buf_text(&out, words("help.twins"));
	return arena_text(help->screen.arena, out.text);
}

static void
show_keys(struct help *help)
{
	help->shows_keys = true;
	help->first = 0;
	help->title = sentence_of(help->screen.arena, "help.title",
	    words(arena_print(help->screen.arena, "screen.%s",
	    help->of->ops->name)), NULL);
	help->text = text_of_keys(help);
}

static enum fail
help_open(struct screen *screen, const void *arg, struct err *err)
{
	struct help *help = (struct help *)screen;

	(void)err;
	help->of = arg;
	if (help->of->ops == &help_screen)
		return FAIL_CONFLICT;
	if (help->of->ops->help != NULL)
		help->text = help->of->ops->help(help->of, screen->arena,
		    &help->title);
	if (help->text == NULL)
		show_keys(help);
	return FAIL_NONE;
}

static struct step
help_key(struct screen *screen, const struct key *key)
{
	struct help *help = (struct help *)screen;

	switch ((int)key->code) {
	case K_UP: help->first -= help->first > 0; break;
	case K_DOWN: help->first++; break;
	case K_PAGE_UP:
		help->first -= help->first > 10 ? 10 : help->first;
		break;
	case K_PAGE_DOWN: help->first += 10; break;
	case K_ENTER: return step_done(0, NULL);
	default: return step_unused();
	}
	return step_stay();
}

enum { HELP_ALL = 1 };

static struct step
help_act(struct screen *screen, int action)
{
	struct help *help = (struct help *)screen;

	(void)action;
	if (help->shows_keys)
		return step_done(0, NULL);
	show_keys(help);
	return step_stay();
}

static void
help_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	(void)screen;
	frame->hint = sentence_of(arena, "help.hint", NULL);
}

static void
help_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	const struct help *help = (const struct help *)screen;
	scoped_arena arena = arena_new();
	size_t columns = (size_t)(body.columns - 2 * HELP_MARGIN - 4);
	struct wrap wrap = wrap_text(arena, help->text, columns);
	int lines = (int)wrap.n, first = help->first;
	int rows = lines + 2 > body.rows ? body.rows : lines + 2;
	struct area inside = canvas_box(canvas,
	    popup_area(canvas, rows, body.columns - 2 * HELP_MARGIN, NULL),
	    help->title, NULL);

	if (first > lines - inside.rows)
		first = lines - inside.rows;
	if (first < 0)
		first = 0;
	canvas_flow(canvas, inside, first, FACE_BOX, help->text);
	canvas_cursor(canvas, inside.row, inside.column);
}

static const struct key_binding help_bindings[] = {
	{ K_F1, 0, HELP_ALL, "legend.all-keys", NULL },
};
static const struct keymap help_keymap = { help_bindings,
	array_length(help_bindings) };

const struct screen_ops help_screen = {
	.name = "help",
	.size = sizeof(struct help),
	.is_overlay = true,
	.keymap = &help_keymap,
	.open = help_open,
	.act = help_act,
	.key = help_key,
	.frame = help_frame,
	.paint = help_paint,
};
