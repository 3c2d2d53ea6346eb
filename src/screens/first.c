#include "screens/app.h"
#include "screens/screens.h"
#include "screens/words.h"

/*
 * The first start of a counter: try it, set it up, or join others. The first
 * choice asks nothing and opens the lesson.
 */
struct first {
	struct screen screen;
	int selected;
};

enum { FIRST_TRY, FIRST_SET_UP, FIRST_JOIN, FIRST_CHOICES };

static const struct first_choice {
	const char *title, *text;
} choices[FIRST_CHOICES] = {
	[FIRST_TRY] = { "first.try", "first.try-text" },
	[FIRST_SET_UP] = { "first.set-up", "first.set-up-text" },
	[FIRST_JOIN] = { "first.join", "first.join-text" },
};

static struct step
practise(struct screen *screen)
{
	const struct app_host *host = screen->app->options.host;
	struct desk *desk = NULL;
	struct err err = { 0 };

	if (host->practise(host->context, &desk, &err)) {
		screen_say_err(screen, &err);
		return step_stay();
	}
	app_use_desk(screen->app, desk, true);
	if (app_begin_lesson(screen->app, &err))
		screen_say_err(screen, &err);
	return step_replace(&home_screen, NULL);
}

static struct step
choose(struct screen *screen, int choice)
{
	((struct first *)screen)->selected = choice;
	screen_hush(screen);
	switch (choice) {
	case FIRST_TRY:
		return practise(screen);
	case FIRST_SET_UP:
		return step_push(&setup_screen, NULL);
	case FIRST_JOIN:
		return step_push(&join_screen, NULL);
	}
	return step_stay();
}

static struct step
first_key(struct screen *screen, const struct key *key)
{
	struct first *first = (struct first *)screen;
	int digit = key_digit(key);

	if (digit >= 1 && digit <= FIRST_CHOICES)
		return choose(screen, digit - 1);
	if (key->code == K_DOWN || key->code == K_TAB)
		first->selected = (first->selected + 1) % FIRST_CHOICES;
	else if (key->code == K_UP || key->code == K_BACKTAB)
		first->selected = (first->selected + FIRST_CHOICES - 1) %
		    FIRST_CHOICES;
	else if (key->code == K_ENTER)
		return choose(screen, first->selected);
	else if (key->code == K_ESC)
		return step_push(&quit_screen, NULL);
	else
		return step_unused();
	return step_stay();
}

/* Set-up and joining are done when they leave code 1. */
static struct step
first_resume(struct screen *screen, const struct screen_ops *from,
    const struct outcome *outcome)
{
	(void)screen;
	if (from == &setup_screen && outcome->code == 1)
		return step_replace(&home_screen, NULL);
	if (from == &join_screen && outcome->code == 1)
		return step_replace(&signin_screen, NULL);
	return step_stay();
}

static void
first_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	(void)screen;
	frame->trail = sentence_of(arena, "first.trail", NULL);
	frame->state = sentence_of(arena, "signin.state", NULL);
	frame->hint = sentence_of(arena, "first.hint", NULL);
}

static void
first_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	const struct first *first = (const struct first *)screen;
	struct area text = { body.row + 1, body.column + 3, 2,
		body.columns - 6 };

	canvas_flow(canvas, text, 0, FACE_PLAIN, words("first.welcome"));
	for (int i = 0; i < FIRST_CHOICES; i++) {
		int row = body.row + 4 + 4 * i;
		bool has_focus = i == first->selected;
		struct area below = { row + 1, body.column + 7, 2,
			body.columns - 10 };

		if (has_focus) {
			canvas_put(canvas, row, body.column + 1, FACE_MARK,
			    ">");
			canvas_cursor(canvas, row, body.column + 3);
		}
		canvas_print_at(canvas, row, body.column + 3,
		    has_focus ? FACE_FOCUS : FACE_STRONG, " %d  %s ", i + 1,
		    words(choices[i].title));
		canvas_flow(canvas, below, 0, FACE_PLAIN,
		    words(choices[i].text));
	}
}

static const struct key_binding first_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_CTRL_Q, 0, 0, "legend.quit", NULL },
};
static const struct keymap first_keymap = { first_bindings,
	array_length(first_bindings) };

const struct screen_ops first_screen = {
	.name = "first",
	.size = sizeof(struct first),
	.keymap = &first_keymap,
	.key = first_key,
	.resume = first_resume,
	.frame = first_frame,
	.paint = first_paint,
};
