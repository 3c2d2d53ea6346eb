#include "screens/filling.h"

#include "desk/assets.h"
#include "desk/desk.h"
#include "desk/draft.h"
#include "screens/app.h"
#include "screens/context.h"
#include "screens/header.h"
#include "screens/question.h"
#include "screens/screens.h"
#include "screens/words.h"

static struct desk *
desk_of(const struct filling *filling)
{
	return screen_desk(filling->screen);
}

static void
start(struct filling *filling, struct answers *answers, const char *field)
{
	filling->context->answers = answers;
	answers_judge(answers, filling->context);
	sheet_init(&filling->sheet, answers, filling->context, field);
}

static void
prepare(struct filling *filling, struct screen *screen, const struct id *id)
{
	filling->screen = screen;
	filling->id = *id;
	filling->context = context_of(screen_desk(screen), screen->arena);
}

enum fail
filling_begin(struct filling *filling, struct screen *screen,
    const char *name, struct err *err)
{
	struct id id = desk_new_id(screen_desk(screen));
	const struct form *form = NULL;
	struct answers *answers;
	enum fail fail;

	fail = desk_form(screen_desk(screen), name, NULL, &form, err);
	if (fail)
		return fail;
	prepare(filling, screen, &id);
	answers = answers_new(screen->arena, form);
	filling->context->answers = answers;
	answers_default(answers, filling->context);
	start(filling, answers, NULL);
	return FAIL_NONE;
}

enum fail
filling_take(struct filling *filling, struct screen *screen,
    const char *form, const struct id *id, struct err *err)
{
	struct desk_draft draft = { 0 };
	enum fail fail;

	fail = desk_draft_take(screen_desk(screen), form, id, screen->arena,
	    &draft, err);
	if (fail)
		return fail;
	prepare(filling, screen, id);
	filling->kept_ms = draft.at_ms;
	start(filling, draft.answers, draft.field);
	return FAIL_NONE;
}

enum fail
filling_with(struct filling *filling, struct screen *screen,
    struct answers *answers, const struct id *id, struct err *err)
{
	enum fail fail = FAIL_MISSING;

	if (!filling->is_fleeting)
		fail = filling_take(filling, screen,
		    answers_form(answers)->name, id, err);
	if (fail != FAIL_MISSING)
		return fail;
	if (err != NULL)
		*err = (struct err){ 0 };
	prepare(filling, screen, id);
	start(filling, answers, NULL);
	return FAIL_NONE;
}

void
filling_done(struct filling *filling)
{
	field_pick_done(&filling->pick);
	sheet_done(&filling->sheet);
}

struct answers *
filling_answers(const struct filling *filling)
{
	return filling->sheet.answers;
}

size_t
filling_fill(struct filling *filling, const struct record *record)
{
	return answers_fill(filling->sheet.answers, record, filling->context,
	    filling->screen->arena).n;
}

void
filling_keep(struct filling *filling)
{
	const struct answers *answers = filling->sheet.answers;
	scoped_arena arena = arena_new();
	struct err err = { 0 };

	if (filling->is_fleeting ||
	    (!answers_are_changed(answers) && filling->kept_ms == 0))
		return;
	if (desk_draft_keep(desk_of(filling), &filling->id, answers,
	    filling->title == NULL ? "" : filling->title(answers, arena),
	    sheet_field(&filling->sheet)->name, &err)) {
		screen_say_err(filling->screen, &err);
		return;
	}
	filling->kept_ms = desk_now(desk_of(filling));
	filling->is_dirty = false;
}

void
filling_commit(struct filling *filling)
{
	if (filling->sheet.form == NULL)
		return;
	sheet_commit(&filling->sheet);
	filling_keep(filling);
}

enum sheet_result
filling_key(struct filling *filling, const struct key *key, size_t *ret_left)
{
	enum sheet_result result = sheet_key(&filling->sheet, key, ret_left);

	switch (result) {
	case SHEET_TYPED:
		filling->is_dirty = true;
		break;
	case SHEET_REFUSED:
		screen_say(filling->screen, NOTICE_INFO, "sheet.refused",
		    sheet_field(&filling->sheet)->label, NULL);
		break;
	case SHEET_IGNORED:
	case SHEET_LEFT:
	case SHEET_MOVED:
		break;
	}
	return result;
}

void
filling_left(struct filling *filling, size_t left)
{
	struct sheet *sheet = &filling->sheet;
	const struct answer *answer = answers_at(sheet->answers, left);

	if (answer->severity != FINE)
		screen_say_fact(filling->screen, answer->severity == WRONG ?
		    NOTICE_ERROR : NOTICE_DOUBT, &answer->fact);
	if (!answers_is_open(sheet->answers, sheet->focus) ||
	    !sheet->is_typed)
		sheet_reload(sheet);
	filling_keep(filling);
}

struct step
filling_pick(struct filling *filling)
{
	return field_pick_open(&filling->pick, filling->screen,
	    &filling->sheet);
}

bool
filling_picked(struct filling *filling, const struct outcome *outcome)
{
	return field_pick_take(&filling->pick, &filling->sheet, outcome);
}

struct step
filling_ask_leave(struct filling *filling, const char *title,
    const char *text)
{
	struct question *question =
	    arena_alloc(filling->screen->arena, sizeof *question);

	sheet_commit(&filling->sheet);
	if (!answers_are_changed(filling->sheet.answers) &&
	    filling->kept_ms == 0)
		return step_done(0, NULL);
	*question = (struct question){
		.title = words(title),
		.text = words(text),
		.buttons = {
			{ words("filling.stay"), 'L' },
			{ words("filling.keep"), 'S' },
			{ words("filling.discard"), 'B' },
		},
	};
	return step_push(&question_screen, question);
}

struct step
filling_leave(struct filling *filling, const struct outcome *outcome)
{
	struct err err = { 0 };

	if (outcome->code == 1) {
		filling_keep(filling);
		return step_done(0, NULL);
	}
	if (outcome->code != 2)
		return step_stay();
	if (desk_draft_discard(desk_of(filling), filling->sheet.form->name,
	    &filling->id, &err)) {
		screen_say_err(filling->screen, &err);
		return step_stay();
	}
	return step_done(0, NULL);
}

const char *
filling_draft_text(const struct filling *filling, struct arena *arena)
{
	struct local_time kept = local_time(filling->kept_ms);

	if (filling->kept_ms == 0)
		return words("filling.new");
	return sentence_of(arena, filling->is_dirty ?
	    "filling.draft-changed" : "filling.kept",
	    arena_print(arena, "%02d:%02d", kept.hour, kept.minute), NULL);
}

void
filling_frame(const struct filling *filling, struct arena *arena,
    struct frame *frame)
{
	const struct field *field = sheet_field(&filling->sheet);

	frame->state = sentence_of(arena, "filling.state",
	    filling_draft_text(filling, arena),
	    arena_print(arena, "%d/%d", field->place.page + 1,
	    filling->sheet.form->pages), NULL);
	frame->hint = field->hint;
}

const char *
filling_help(const struct filling *filling, struct arena *arena,
    const char **ret_title)
{
	return field_help(desk_of(filling), sheet_field(&filling->sheet),
	    arena, ret_title);
}
