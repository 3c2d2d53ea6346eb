#include "screens/stack.h"

#include "desk/session.h"
#include "screens/screens.h"

struct screen *
stack_top(const struct app *app)
{
	return app->depth == 0 ? NULL : app->stack[app->depth - 1];
}

static void
close_top(struct app *app)
{
	struct screen *screen = app->stack[--app->depth];
	struct arena *arena = screen->arena;

	if (screen->ops->close != NULL)
		screen->ops->close(screen);
	arena_free(arena);
}

void
stack_clear(struct app *app)
{
	while (app->depth > 0)
		close_top(app);
}

/* Open a screen above the others; what fails is said on the one below. */
enum fail
stack_push(struct app *app, const struct screen_ops *ops, const void *arg,
    struct err *err)
{
	struct arena *arena;
	struct screen *screen;
	enum fail fail = FAIL_NONE;

	if (app->depth == APP_DEPTH_MAX)
		return fail_say(err, FAIL_CONFLICT, "app.too-deep", NULL);
	arena = arena_new();
	screen = arena_alloc(arena, ops->size);
	screen->ops = ops;
	screen->app = app;
	screen->arena = arena;
	app->stack[app->depth++] = screen;
	if (ops->open != NULL)
		fail = ops->open(screen, arg, err);
	if (fail)
		close_top(app);
	return fail;
}

/* Close the top screen and let the one below go on. */
static void
done(struct app *app, struct outcome outcome)
{
	const struct screen_ops *from = app->stack[app->depth - 1]->ops;
	scoped_arena arena = arena_new();
	struct screen *below;

	outcome.text = arena_text(arena, outcome.text);
	/* What was said on a screen that is left goes with it. */
	if (!from->is_overlay && outcome.code == 0)
		notice_clear(&app->notices);
	close_top(app);
	below = stack_top(app);
	if (below == NULL)
		return;
	if (from == &menu_screen && outcome.code > 0)
		stack_take(app, below->ops->act(below, outcome.code));
	else if (below->ops->resume != NULL)
		stack_take(app, below->ops->resume(below, from, &outcome));
}

static void
push_or_say(struct app *app, const struct step *step)
{
	struct err err = { 0 };

	if (stack_push(app, step->ops, step->arg, &err) == FAIL_NONE) {
		if (step->ops->begin != NULL)
			stack_take(app, step->ops->begin(stack_top(app)));
	} else if (stack_top(app) != NULL) {
		screen_say_err(stack_top(app), &err);
	}
}

/* In place of the top one, whose arena the argument may live in. */
static void
replace(struct app *app, const struct step *step)
{
	struct err err = { 0 };
	struct screen *old = app->stack[--app->depth];
	struct arena *arena = old->arena;

	if (stack_push(app, step->ops, step->arg, &err)) {
		app->stack[app->depth++] = old;
		screen_say_err(old, &err);
		return;
	}
	if (old->ops->close != NULL)
		old->ops->close(old);
	arena_free(arena);
}

static void
sign_out(struct app *app)
{
	struct err err = { 0 };

	stack_clear(app);
	desk_sign_out(app->desk);
	if (stack_push(app, &signin_screen, NULL, &err))
		app->depth = 0;
}

void
stack_take(struct app *app, struct step step)
{
	switch (step.kind) {
	case STEP_STAY:
	case STEP_UNUSED:
		break;
	case STEP_PUSH:
		push_or_say(app, &step);
		break;
	case STEP_REPLACE:
		replace(app, &step);
		break;
	case STEP_DONE:
		done(app, step.outcome);
		break;
	case STEP_HOME:
		while (app->depth > 1)
			close_top(app);
		if (app->depth == 1 && stack_top(app)->ops->resume != NULL)
			stack_take(app, stack_top(app)->ops->resume(
			    stack_top(app), NULL, &step.outcome));
		break;
	case STEP_SIGN_OUT:
		sign_out(app);
		break;
	case STEP_QUIT:
		stack_clear(app);
		break;
	}
}

void
stack_keep(struct app *app)
{
	for (size_t i = 0; i < app->depth; i++)
		if (app->stack[i]->ops->keep != NULL)
			app->stack[i]->ops->keep(app->stack[i]);
}
