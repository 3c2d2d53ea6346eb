#include <string.h>

#include "desk/assets.h"
#include "desk/desk.h"
#include "desk/officer.h"
#include "desk/session.h"
#include "screens/app.h"
#include "screens/context.h"
#include "screens/field_pick.h"
#include "screens/question.h"
#include "screens/screens.h"
#include "screens/sheet.h"
#include "screens/words.h"

/*
 * One officer, on the form forms/officer.form. A new one may be given a
 * passphrase afterwards with F6; it is proposed, and shown once.
 */
struct officer_state {
	struct screen screen;
	struct field_context *context;
	struct sheet sheet;
	const char *staff_id; /* NULL: a new one */
	struct officer before;
	struct field_pick pick;
	const char *proposed; /* the passphrase that was proposed */
};

static void
put(struct officer_state *state, const char *name, const char *stored)
{
	int field = form_field(answers_form(state->context->answers), name);

	if (field != FIELD_ABSENT && *stored != '\0')
		answers_put(state->sheet.answers, (size_t)field, stored,
		    state->context);
}

static void
fill(struct officer_state *state)
{
	scoped_buf roles;

	buf_init(&roles, 1024);
	buf_text(&roles, "");
	roles_print(state->before.roles, &roles);
	put(state, "staff_id", state->before.staff_id);
	put(state, "name", state->before.name);
	put(state, "post", state->before.post);
	put(state, "roles", roles.text);
	put(state, "superior", state->before.superior);
	answers_kept(state->sheet.answers);
	sheet_reload(&state->sheet);
}

static enum fail
officer_open(struct screen *screen, const void *arg, struct err *err)
{
	struct officer_state *state = (struct officer_state *)screen;
	struct desk *desk = screen_desk(screen);
	const struct form *form = NULL;
	struct answers *answers;
	enum fail fail;

	fail = desk_demand(desk, ACTION_ADMINISTER, err);
	if (!fail)
		fail = desk_form(desk, "officer", NULL, &form, err);
	if (!fail && arg != NULL)
		fail = desk_officer_get(desk, arg, screen->arena,
		    &state->before, err);
	if (fail)
		return fail;
	state->context = context_of(desk, screen->arena);
	answers = answers_new(screen->arena, form);
	state->context->answers = answers;
	answers_default(answers, state->context);
	sheet_init(&state->sheet, answers, state->context, NULL);
	if (arg == NULL)
		return FAIL_NONE;
	state->staff_id = state->before.staff_id;
	fill(state);
	return FAIL_NONE;
}

/* Where a refusal of the desk leads. */
static const char *
field_of(const struct err *err)
{
	static const char *const leads[][2] = {
		{ "officer.staff-id", "staff_id" },
		{ "officer.exists", "staff_id" },
		{ "officer.name", "name" },
		{ "officer.no-role", "roles" },
		{ "officer.superior", "superior" },
		{ "officer.cycle", "superior" },
	};

	for (size_t i = 0; i < array_length(leads); i++)
		if (strcmp(err->fact.code, leads[i][0]) == 0)
			return leads[i][1];
	return "name";
}

static struct step
save(struct officer_state *state)
{
	const struct answers *answers = state->sheet.answers;
	struct desk *desk = screen_desk(&state->screen);
	struct officer officer = { .is_active = true };
	struct err err = { 0 };
	enum fail fail;

	sheet_commit(&state->sheet);
	officer.staff_id = state->staff_id != NULL ? state->staff_id :
	    answers_text(answers, "staff_id");
	officer.name = answers_text(answers, "name");
	officer.post = answers_text(answers, "post");
	officer.superior = answers_text(answers, "superior");
	officer.roles = roles_parse(answers_text(answers, "roles"));
	fail = state->staff_id == NULL ?
	    desk_officer_add(desk, &officer, NULL, &err) :
	    desk_officer_change(desk, &officer, &err);
	if (fail) {
		screen_say_err(&state->screen, &err);
		sheet_go_named(&state->sheet, field_of(&err));
		return step_stay();
	}
	state->staff_id = arena_text(state->screen.arena, officer.staff_id);
	answers_kept(state->sheet.answers);
	screen_say(&state->screen, NOTICE_INFO, "officer.saved",
	    officer.name, NULL);
	return step_stay();
}

/* A proposal, to be written down by its owner before it is taken. */
static struct step
ask_passphrase(struct officer_state *state)
{
	struct question *question =
	    arena_alloc(state->screen.arena, sizeof *question);
	scoped_buf words_of_it;

	if (state->staff_id == NULL) {
		screen_say(&state->screen, NOTICE_ERROR, "officer.save-first",
		    NULL);
		return step_stay();
	}
	buf_init(&words_of_it, 512);
	buf_text(&words_of_it, "");
	desk_passphrase_suggest(screen_desk(&state->screen), &words_of_it);
	state->proposed =
	    arena_text(state->screen.arena, words_of_it.text);
	*question = (struct question){
		.title = words("officer.passphrase-title"),
		.text = sentence_of(state->screen.arena,
		    "officer.passphrase-text", state->proposed, NULL),
		.buttons = {
			{ words("officer.passphrase-no"), 'L' },
			{ words("officer.passphrase-yes"), 'P' },
		},
	};
	return step_push(&question_screen, question);
}

enum { OFFICER_SAVE = 1, OFFICER_PICK, OFFICER_PASSPHRASE };

static struct step
officer_act(struct screen *screen, int action)
{
	struct officer_state *state = (struct officer_state *)screen;

	if (action == OFFICER_SAVE)
		return save(state);
	if (action == OFFICER_PASSPHRASE)
		return ask_passphrase(state);
	return field_pick_open(&state->pick, screen, &state->sheet);
}

static struct step
officer_key(struct screen *screen, const struct key *key)
{
	struct officer_state *state = (struct officer_state *)screen;
	size_t left = 0;

	if (key->code == K_ESC)
		return step_done(0, NULL);
	switch (sheet_key(&state->sheet, key, &left)) {
	case SHEET_IGNORED: return step_unused();
	case SHEET_LEFT:
		screen_hush(screen);
		if (answers_at(state->sheet.answers, left)->severity == WRONG)
			screen_say_fact(screen, NOTICE_ERROR,
			    &answers_at(state->sheet.answers, left)->fact);
		break;
	case SHEET_REFUSED:
	case SHEET_TYPED:
	case SHEET_MOVED:
		break;
	}
	return step_stay();
}

static struct step
officer_resume(struct screen *screen, const struct screen_ops *from,
    const struct outcome *outcome)
{
	struct officer_state *state = (struct officer_state *)screen;
	struct err err = { 0 };

	if (from == &pick_screen)
		(void)field_pick_take(&state->pick, &state->sheet, outcome);
	else if (from == &question_screen && outcome->code == 1) {
		if (desk_passphrase_reset(screen_desk(screen),
		    state->staff_id, state->proposed, &err))
			screen_say_err(screen, &err);
		else
			screen_say(screen, NOTICE_INFO,
			    "officer.passphrase-set", state->staff_id, NULL);
	}
	return step_stay();
}

static enum key_context
officer_context(const struct screen *screen)
{
	(void)screen;
	return KEY_IN_TEXT;
}

static void
officer_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	const struct officer_state *state =
	    (const struct officer_state *)screen;

	frame->trail = sentence_of(arena, "officer.trail",
	    state->staff_id == NULL ? words("officer.new") : state->staff_id,
	    NULL);
	frame->state = sentence_of(arena, "frame.back", NULL);
	frame->hint = sheet_field(&state->sheet)->hint;
}

static const char *
officer_help(const struct screen *screen, struct arena *arena,
    const char **ret_title)
{
	return field_help(screen_desk(screen), sheet_field(
	    &((const struct officer_state *)screen)->sheet), arena,
	    ret_title);
}

static void
officer_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	sheet_paint(&((const struct officer_state *)screen)->sheet, canvas,
	    body);
}

static void
officer_close(struct screen *screen)
{
	struct officer_state *state = (struct officer_state *)screen;

	field_pick_done(&state->pick);
	sheet_done(&state->sheet);
}

static const struct key_binding officer_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_F2, 0, OFFICER_SAVE, "legend.save", "officer.key-save" },
	{ K_F4, 0, OFFICER_PICK, "legend.pick", "intake.key-pick" },
	{ K_F6, 0, OFFICER_PASSPHRASE, "legend.passphrase",
	    "officer.key-passphrase" },
};
static const struct keymap officer_keymap = { officer_bindings,
	array_length(officer_bindings) };

const struct screen_ops officer_screen = {
	.name = "officer",
	.size = sizeof(struct officer_state),
	.keymap = &officer_keymap,
	.context = officer_context,
	.open = officer_open,
	.act = officer_act,
	.key = officer_key,
	.resume = officer_resume,
	.frame = officer_frame,
	.help = officer_help,
	.paint = officer_paint,
	.close = officer_close,
};
