#include <string.h>

#include "base/text.h"
#include "desk/session.h"
#include "screens/screens.h"
#include "screens/stack.h"

bool
app_is_worked_at(const struct app *app)
{
	return app->desk != NULL && desk_officer(app->desk) != NULL;
}

uint64_t
screen_may(const struct screen *screen)
{
	return screen->ops->may == NULL ? KEYMAP_ALL :
					  screen->ops->may(screen);
}

void
app_lock(struct app *app)
{
	struct err err = { 0 };

	if (!app_is_worked_at(app))
		return;
	stack_keep(app);
	text_copy(app->locked_id, sizeof app->locked_id,
	    desk_officer(app->desk)->staff_id);
	desk_lock(app->desk);
	if (stack_push(app, &lock_screen, NULL, &err))
		screen_say_err(stack_top(app), &err);
}

/* The two letters after Ctrl-G. */
static bool
take_code(struct app *app, const struct key *key)
{
	size_t n = 0, at = strlen(app->code);
	const struct place *place = places(&n);

	if (!app->wants_code)
		return false;
	if (key->code != K_TEXT || at >= sizeof app->code - 1) {
		app->wants_code = false;
		return false;
	}
	app->code[at] = key->text[0];
	if (app->code[at] >= 'a' && app->code[at] <= 'z')
		app->code[at] = (char)(app->code[at] - 'a' + 'A');
	app->code[at + 1] = '\0';
	if (at == 0)
		return true;
	app->wants_code = false;
	for (size_t i = 0; i < n; i++)
		if (strcmp(place[i].code, app->code) == 0) {
			screen_hush(stack_top(app));
			stack_take(app, step_push(place[i].ops, place[i].arg));
			return true;
		}
	screen_say(stack_top(app), NOTICE_ERROR, "app.no-place", app->code,
	    NULL);
	return true;
}

/* F8 where it has no other meaning, and no text is typed. */
static bool
is_free_f8(const struct screen *screen, const struct key *key)
{
	const struct keymap *keymap = screen->ops->keymap;

	if (key->code != K_F8 || (screen->ops->context != NULL &&
	    screen->ops->context(screen) != KEY_IN_LIST))
		return false;
	for (size_t i = 0; keymap != NULL && i < keymap->n; i++)
		if (keymap->bindings[i].code == K_F8)
			return false;
	return true;
}

/* False: this counter works alone. */
static bool
exchange(struct app *app)
{
	struct err err = { 0 };
	enum fail fail = app_start_exchange(app, "hand", &err);

	if (fail && strcmp(err.fact.code, "exchange.no-share") == 0)
		return false;
	if (fail)
		screen_say_err(stack_top(app), &err);
	else
		screen_say(stack_top(app), NOTICE_INFO, "exchange.started",
		    NULL);
	return true;
}

/* Keys that mean the same on every screen. */
static bool
take_global(struct app *app, const struct key *key)
{
	bool is_open =
	    app_is_worked_at(app) && !stack_top(app)->ops->is_overlay;

	if (key->code == K_F1)
		stack_take(app, step_push(&help_screen, stack_top(app)));
	else if (key->code == K_CTRL_Q)
		stack_take(app, step_push(&quit_screen, NULL));
	else if (key->code == K_F12 && is_open)
		app_lock(app);
	else if (is_open && is_free_f8(stack_top(app), key))
		return exchange(app);
	else if (key->code == K_F10 && stack_top(app)->ops->keymap != NULL &&
	    !stack_top(app)->ops->is_overlay)
		stack_take(app, step_push(&menu_screen, stack_top(app)));
	else if (key->code == K_CTRL_G && is_open) {
		app->wants_code = true;
		app->code[0] = '\0';
		screen_say(stack_top(app), NOTICE_INFO, "app.type-code", NULL);
	} else {
		return false;
	}
	return true;
}

static void
say_unused(struct app *app, const struct key *key)
{
	char name[KEY_NAME_SIZE];

	if (key->code == K_TEXT && stack_top(app)->ops->context != NULL)
		return;
	key_print(key, name);
	screen_say(stack_top(app), NOTICE_INFO, "app.unused-key", name, NULL);
}

/* A key for the screen on top. */
void
app_take_key(struct app *app, const struct key *raw)
{
	struct screen *screen = stack_top(app);
	enum key_context context = screen->ops->context == NULL ?
	    KEY_IN_LIST : screen->ops->context(screen);
	struct key key = key_fold(*raw, context);
	struct step step = step_unused();
	int action = 0;

	if (take_code(app, &key))
		return;
	if (screen->ops->keymap != NULL)
		action = keymap_find(screen->ops->keymap, &key, context,
		    screen_may(screen));
	if (action != 0)
		step = screen->ops->act(screen, action);
	else if (take_global(app, &key))
		return;
	else if (screen->ops->key != NULL)
		step = screen->ops->key(screen, &key);
	if (step.kind == STEP_UNUSED && key.code == K_ESC)
		step = step_done(0, NULL);
	if (step.kind == STEP_UNUSED)
		say_unused(app, &key);
	stack_take(app, step);
}

