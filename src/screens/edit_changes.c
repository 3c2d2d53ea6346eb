#include <string.h>

#include "desk/intake.h"
#include "domain/refusal.h"
#include "screens/application_edit.h"
#include "screens/context.h"
#include "screens/screens.h"
#include "screens/summary.h"
#include "screens/words.h"

/*
 * What is changed in an application, old and new, and why: one page before it
 * is saved. What another changed meanwhile is refused here, and read again
 * with F5; what was typed stays.
 */
struct edit_changes_state {
	struct screen screen;
	struct amendment *edit;
	struct summary summary;
};

enum { REASON_EDIT };

/* Lines of an address side by side, so that old and new stay two. */
static const char *
on_one_line(struct arena *arena, const char *text)
{
	scoped_buf line;

	buf_init(&line, 2 * FIELD_STORED_MAX);
	buf_text(&line, "");
	for (; *text != '\0'; text++)
		if (*text == '\n')
			buf_text(&line, " / ");
		else
			buf_char(&line, *text);
	return arena_text(arena, line.text);
}

/* A value as it is shown, masked; never nothing. */
static const char *
shown(const struct edit_changes_state *state, struct answers *answers,
    size_t field)
{
	struct arena *arena = state->screen.arena;
	struct field_context *context =
	    context_of(screen_desk(&state->screen), arena);
	scoped_buf text;

	context->answers = answers;
	buf_init(&text, FIELD_STORED_MAX);
	buf_text(&text, "");
	if (answers_is_shown(answers, field))
		answers_show(answers, field, context, &text);
	return text.size == 0 ? words("edit.empty") :
				on_one_line(arena, text.text);
}

static void
add_change(struct edit_changes_state *state, size_t i)
{
	static const enum face faces[] = { [FINE] = FACE_PLAIN,
		[DOUBT] = FACE_FIELD_DOUBT, [WRONG] = FACE_FIELD_ERROR };
	const struct amendment *edit = state->edit;
	const struct field *field = &answers_form(edit->answers)->fields[i];
	const struct answer *answer = answers_at(edit->answers, i);
	struct arena *arena = state->screen.arena;
	enum face face = faces[answer->severity];

	summary_pair(&state->summary, face, field->name, field->label,
	    sentence_of(arena, "edit.change", shown(state, edit->before, i),
	    shown(state, edit->answers, i), NULL));
	if (answer->severity != FINE)
		summary_pair(&state->summary, face, field->name, "",
		    sentence(arena, &answer->fact));
}

static void
make_lines(struct edit_changes_state *state)
{
	const struct amendment *edit = state->edit;

	summary_begin(&state->summary, state->screen.arena);
	summary_head(&state->summary, "edit.changes");
	for (size_t i = 0; i < answers_form(edit->answers)->n; i++)
		if (amendment_changes(edit, i))
			add_change(state, i);
	summary_ask(&state->summary, REASON_EDIT, "edit.reason");
}

static enum fail
edit_changes_open(struct screen *screen, const void *arg, struct err *err)
{
	struct edit_changes_state *state = (struct edit_changes_state *)screen;

	(void)err;
	state->edit = ((const struct edit_changes_arg *)arg)->edit;
	state->summary.kept[REASON_EDIT] = state->edit->reason;
	make_lines(state);
	return FAIL_NONE;
}

/* Back to the sheet, without losing the reason. */
static struct step
leave(struct edit_changes_state *state, int code, const char *field)
{
	state->edit->reason = arena_text(state->edit->arena,
	    summary_reason(&state->summary, REASON_EDIT));
	return step_done(code, field);
}

/* Where a refusal of the desk leads: back to a field, or it stays here. */
static struct step
refused(struct edit_changes_state *state, const struct refusals *refusals,
    const struct err *err)
{
	const struct form *form = answers_form(state->edit->answers);
	int field = FIELD_ABSENT;

	if (strcmp(err->fact.code, "intake.changed") == 0)
		field = form_field(form, err->fact.arg[0]);
	if (field != FIELD_ABSENT) {
		screen_say(&state->screen, NOTICE_ERROR, "intake.changed",
		    form->fields[field].label, NULL);
		return step_stay();
	}
	screen_say_err(&state->screen, err);
	if (refusals->n > 0 &&
	    form_field(form, refusals->list[0].field) != FIELD_ABSENT)
		return leave(state, EDIT_GO, refusals->list[0].field);
	return step_stay();
}

static struct step
save(struct edit_changes_state *state)
{
	struct screen *screen = &state->screen;
	struct refusals refusals = { .arena = screen->arena };
	struct err err = { 0 };

	if (desk_edit(screen_desk(screen), &state->edit->application.record,
	    state->edit->answers,
	    summary_reason(&state->summary, REASON_EDIT), &refusals, &err))
		return refused(state, &refusals, &err);
	screen_say(screen, NOTICE_INFO, "edit.done", NULL);
	return step_done(EDIT_SAVED, NULL);
}

enum { EDIT_SAVE = 1, EDIT_AGAIN };

static struct step
edit_changes_act(struct screen *screen, int action)
{
	struct edit_changes_state *state = (struct edit_changes_state *)screen;
	const struct id id = state->edit->application.record.id;
	struct err err = { 0 };

	if (action == EDIT_SAVE)
		return save(state);
	if (amendment_read(state->edit, screen_desk(screen), &id, &err)) {
		screen_say_err(screen, &err);
		return step_stay();
	}
	make_lines(state);
	screen_say(screen, NOTICE_INFO, "edit.again", NULL);
	return step_stay();
}

static struct step
edit_changes_key(struct screen *screen, const struct key *key)
{
	struct edit_changes_state *state = (struct edit_changes_state *)screen;
	struct step step;

	if (key->code == K_ESC)
		return leave(state, 0, NULL);
	step = summary_key(&state->summary, key, EDIT_GO);
	return step.kind == STEP_DONE ?
	    leave(state, step.outcome.code, step.outcome.text) : step;
}

static enum key_context
edit_changes_context(const struct screen *screen)
{
	return ((const struct edit_changes_state *)screen)->summary.in_entries
	    ? KEY_IN_TEXT : KEY_IN_LIST;
}

static void
edit_changes_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	const struct edit_changes_state *state =
	    (const struct edit_changes_state *)screen;

	frame->trail = sentence_of(arena, "edit.changes-trail", record_text(
	    &state->edit->application.record, APPLICATION_NUMBER), NULL);
	frame->state = sentence_of(arena, "frame.back", NULL);
	frame->hint = summary_hint(&state->summary) != NULL ?
	    words(summary_hint(&state->summary)) :
	    words("edit.changes-hint");
}

static void
edit_changes_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	summary_paint(&((const struct edit_changes_state *)screen)->summary,
	    canvas, body);
}

static void
edit_changes_close(struct screen *screen)
{
	summary_done(&((struct edit_changes_state *)screen)->summary);
}

static const struct key_binding edit_changes_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_F2, 0, EDIT_SAVE, "legend.save", "edit.key-save" },
	{ K_F5, 0, EDIT_AGAIN, "legend.refresh", "edit.key-again" },
};
static const struct keymap edit_changes_keymap = { edit_changes_bindings,
	array_length(edit_changes_bindings) };

const struct screen_ops edit_changes_screen = {
	.name = "edit-changes",
	.size = sizeof(struct edit_changes_state),
	.keymap = &edit_changes_keymap,
	.context = edit_changes_context,
	.open = edit_changes_open,
	.act = edit_changes_act,
	.key = edit_changes_key,
	.frame = edit_changes_frame,
	.paint = edit_changes_paint,
	.close = edit_changes_close,
};
