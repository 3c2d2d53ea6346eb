#include "screens/act_sheet.h"

#include <string.h>

#include "desk/assets.h"
#include "screens/question.h"
#include "screens/screens.h"
#include "screens/words.h"

enum fail
act_sheet_begin(struct act_sheet *act, const struct form *form,
    const struct record *record, struct err *err)
{
	struct filling *filling = &act->filling;
	struct answers *answers;
	enum fail fail;

	filling->is_fleeting = true;
	if (form == NULL || form->n == 0)
		return FAIL_NONE;
	answers = answers_new(act->screen.arena, form);
	fail = filling_with(filling, &act->screen, answers, &record->id, err);
	if (fail)
		return fail;
	act->has_sheet = true;
	filling_fill(filling, record);
	answers_default(answers, filling->context);
	answers_judge(answers, filling->context);
	answers_kept(answers);
	sheet_reload(&filling->sheet);
	return FAIL_NONE;
}

enum fail
act_sheet_with(struct act_sheet *act, struct answers *answers,
    const struct id *id, struct err *err)
{
	enum fail fail;

	answers_kept(answers);
	fail = filling_with(&act->filling, &act->screen, answers, id, err);
	act->has_sheet = fail == FAIL_NONE;
	return fail;
}

const struct answers *
act_sheet_answers(struct act_sheet *act)
{
	if (!act->has_sheet)
		return NULL;
	sheet_commit(&act->filling.sheet);
	return filling_answers(&act->filling);
}

struct step
act_sheet_refused(struct act_sheet *act, const struct refusals *refusals,
    const struct err *err)
{
	screen_say_err(&act->screen, err);
	if (act->has_sheet && refusals->n > 0)
		sheet_go_named(&act->filling.sheet, refusals->list[0].field);
	return step_stay();
}

/* A field that is typed twice: the second time, unseen of the first. */
static struct step
ask_again(struct act_sheet *act, size_t at)
{
	const struct field *field = &act->filling.sheet.form->fields[at];
	struct question *question =
	    arena_alloc(act->screen.arena, sizeof *question);

	act->confirmed = at;
	*question = (struct question){
		.title = words("move.again-title"),
		.text = sentence_of(act->screen.arena, "move.again-text",
		    field->label, NULL),
		.buttons = {
			{ words("move.again-back"), 0 },
			{ words("move.again-go"), 0 },
		},
		.entry = words("move.again-label"),
		.entry_ceiling = field_ceiling(field),
	};
	return step_push(&question_screen, question);
}

static struct step
left_field(struct act_sheet *act, size_t left)
{
	const struct sheet *sheet = &act->filling.sheet;
	const struct answer *answer = answers_at(sheet->answers, left);

	screen_hush(&act->screen);
	filling_left(&act->filling, left);
	if (sheet->form->fields[left].is_twice && *answer->stored != '\0' &&
	    !answer->is_confirmed)
		return ask_again(act, left);
	return step_stay();
}

/* The second typing; when it differs, the field is typed anew. */
static struct step
confirm(struct act_sheet *act, const struct outcome *outcome)
{
	struct sheet *sheet = &act->filling.sheet;
	struct fact fact = { 0 };

	if (outcome->code == 1 && outcome->text != NULL &&
	    answers_confirm(sheet->answers, act->confirmed, outcome->text,
	    strlen(outcome->text), act->filling.context, &fact) != WRONG)
		return step_stay();
	if (outcome->code == 1)
		screen_say_fact(&act->screen, NOTICE_ERROR, &fact);
	sheet_go(sheet, act->confirmed);
	return step_stay();
}

struct step
act_sheet_key(struct screen *screen, const struct key *key)
{
	struct act_sheet *act = (struct act_sheet *)screen;
	size_t left = 0;

	if (!act->has_sheet)
		return step_unused();
	if (key->code == K_ESC && !act->filling.is_fleeting)
		return filling_ask_leave(&act->filling, "act.leave-title",
		    "act.leave-text");
	if (key->code == K_ESC)
		return step_unused();
	switch (filling_key(&act->filling, key, &left)) {
	case SHEET_IGNORED: return step_unused();
	case SHEET_LEFT: return left_field(act, left);
	case SHEET_REFUSED:
	case SHEET_TYPED:
	case SHEET_MOVED:
		break;
	}
	return step_stay();
}

struct step
act_sheet_pick(struct screen *screen)
{
	struct act_sheet *act = (struct act_sheet *)screen;

	return act->has_sheet ? filling_pick(&act->filling) : step_unused();
}

struct step
act_sheet_resume(struct screen *screen, const struct screen_ops *from,
    const struct outcome *outcome)
{
	struct act_sheet *act = (struct act_sheet *)screen;

	if (from == &question_screen && !act->filling.is_fleeting)
		return filling_leave(&act->filling, outcome);
	if (from == &question_screen)
		return confirm(act, outcome);
	if (from == &pick_screen && filling_picked(&act->filling, outcome))
		return left_field(act, act->filling.sheet.focus);
	return step_stay();
}

enum key_context
act_sheet_context(const struct screen *screen)
{
	return ((const struct act_sheet *)screen)->has_sheet ? KEY_IN_TEXT :
							 KEY_IN_LIST;
}

void
act_sheet_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	const struct act_sheet *act = (const struct act_sheet *)screen;

	frame->state = sentence_of(arena, "frame.back", NULL);
	if (act->has_sheet && !act->filling.is_fleeting)
		filling_frame(&act->filling, arena, frame);
	else if (act->has_sheet)
		frame->hint = sheet_field(&act->filling.sheet)->hint;
	if (frame->hint == NULL)
		frame->hint = words("move.hint");
	frame->trail = sentence_of(arena, act->trail, act->number, act->label,
	    NULL);
}

const char *
act_sheet_help(const struct screen *screen, struct arena *arena,
    const char **ret_title)
{
	const struct act_sheet *act = (const struct act_sheet *)screen;

	if (!act->has_sheet)
		return NULL;
	return filling_help(&act->filling, arena, ret_title);
}

/* Who it is about, and everything that stands in the way. */
static void
paint_facts(const struct act_sheet *act, struct canvas *canvas, int row,
    struct area body)
{
	const struct refusals *refusals = act->refusals;
	int end = body.row + body.rows;
	scoped_arena arena = arena_new();

	if (row >= end)
		return;
	canvas_put_in(canvas, row++, body.column + 2, body.columns - 4,
	    FACE_STRONG, act->about);
	for (size_t i = 0; refusals != NULL && i < refusals->n && row < end;
	     i++)
		canvas_put_in(canvas, row++, body.column + 2,
		    body.columns - 4, FACE_FIELD_DOUBT,
		    arena_print(arena, "%s  %s", refusals->list[i].clause,
		    sentence(arena, &refusals->list[i].fact)));
}

/* The line below the last field of the page. */
static int
lines_of(const struct sheet *sheet)
{
	int page = sheet_field(sheet)->place.page, lines = 0;

	for (size_t i = 0; i < sheet->form->n; i++) {
		const struct field_place *place =
		    &sheet->form->fields[i].place;

		if (place->page == page && place->row + place->lines > lines)
			lines = place->row + place->lines;
	}
	return lines;
}

void
act_sheet_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	const struct act_sheet *act = (const struct act_sheet *)screen;
	const struct sheet *sheet = &act->filling.sheet;
	int row = body.row;

	if (act->has_sheet) {
		paint_facts(act, canvas, row + lines_of(sheet) + 1, body);
		sheet_paint(sheet, canvas, body);
		return;
	}
	canvas_put(canvas, row + 1, body.column + 2, FACE_TITLE, act->label);
	canvas_cursor(canvas, row + 1, body.column + 2);
	paint_facts(act, canvas, row + 3, body);
}

void
act_sheet_keep(struct screen *screen)
{
	struct act_sheet *act = (struct act_sheet *)screen;

	if (act->has_sheet)
		filling_commit(&act->filling);
}

void
act_sheet_close(struct screen *screen)
{
	filling_done(&((struct act_sheet *)screen)->filling);
}
