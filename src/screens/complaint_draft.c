#include "screens/complaint_draft.h"

#include <string.h>

#include "base/text.h"
#include "desk/assets.h"
#include "desk/desk.h"
#include "screens/print_facts.h"
#include "screens/question.h"
#include "screens/screens.h"
#include "screens/words.h"

/* FILL_KEEP is Esc too. */
enum { FILL_KEEP, FILL_BEHIND, FILL_REPLACE };
enum { ANSWER_MAX = 64 << 10, TITLE_MAX = 4096 };

static const struct complaint_words *
words_of(const struct filling *filling)
{
	return desk_assets(screen_desk(filling->screen))->complaints;
}

bool
complaint_draft_is(const struct filling *filling)
{
	const struct sheet *sheet = &filling->sheet;

	return strcmp(sheet->form->name, "complaint-draft") == 0 &&
	    strcmp(sheet_field(sheet)->name, "answer") == 0;
}

/* 0: for this kind of problem; 1: for all; 2: for another. */
static int
rank_of(const struct answer_template *template, const char *problem)
{
	if (*template->problem == '\0')
		return 1;
	return strcmp(template->problem, problem) == 0 ? 0 : 2;
}

static void
sort_templates(struct complaint_draft *draft,
    const struct complaint_words *book)
{
	const char *problem =
	    record_text(&draft->complaint->review, REVIEW_PROBLEM);
	size_t n = 0;

	draft->order = arena_array(draft->arena, book->n_templates,
	    sizeof *draft->order);
	draft->rows = arena_array(draft->arena, book->n_templates,
	    sizeof *draft->rows);
	for (int rank = 0; rank <= 2; rank++)
		for (size_t i = 0; i < book->n_templates; i++)
			if (rank_of(&book->templates[i], problem) == rank)
				draft->order[n++] = i;
}

/* What the rows of the popup need. */
struct popup {
	struct complaint_draft *draft;
	const struct complaint_words *book;
};

static size_t
filter(void *context, const char *typed)
{
	const struct popup *popup = context;
	struct complaint_draft *draft = popup->draft;
	scoped_buf want;

	buf_init(&want, TITLE_MAX);
	text_fold(typed, false, &want);
	draft->n = 0;
	for (size_t i = 0; i < popup->book->n_templates; i++) {
		scoped_buf have;

		buf_init(&have, TITLE_MAX);
		text_fold(popup->book->templates[draft->order[i]].title,
		    false, &have);
		if (want.size == 0 || strstr(have.text, want.text) != NULL)
			draft->rows[draft->n++] = draft->order[i];
	}
	return draft->n;
}

static struct choice_row
row(void *context, size_t i)
{
	const struct popup *popup = context;
	const struct answer_template *template =
	    &popup->book->templates[popup->draft->rows[i]];
	const char *problem =
	    record_text(&popup->draft->complaint->review, REVIEW_PROBLEM);

	return (struct choice_row){ "", template->title,
		rank_of(template, problem) == 0 ? words("draft.fits") :
						  NULL };
}

struct step
complaint_draft_open(struct complaint_draft *draft, struct filling *filling,
    const struct complaint *complaint)
{
	const struct complaint_words *book = words_of(filling);
	struct popup *popup;

	if (book == NULL || book->n_templates == 0) {
		screen_say(filling->screen, NOTICE_INFO, "draft.no-template",
		    NULL);
		return step_stay();
	}
	*draft = (struct complaint_draft){ .arena = arena_new(),
		.complaint = complaint };
	sort_templates(draft, book);
	popup = arena_alloc(draft->arena, sizeof *popup);
	*popup = (struct popup){ draft, book };
	draft->pick = (struct pick){
		.source = { filter, row, popup },
		.title = words("draft.template-title"),
		.has_digits = true,
	};
	return step_push(&pick_screen, &draft->pick);
}

/* The text of a template, for this complaint. */
static enum fail
fill_in(struct complaint_draft *draft, struct desk *desk,
    const struct answer_template *template, struct err *err)
{
	struct paper_file file = { .name = "words.paper" };
	struct paper_complaint entry = print_entry_of(desk, draft->complaint);
	const struct paper_book book = { .entry = &entry, .filter = "",
		.standard = draft->complaint->standard,
		.print = print_here(desk, 1) };
	scoped_buf out;
	enum fail fail;

	buf_init(&out, ANSWER_MAX);
	buf_text(&out, "");
	fail = desk_paper(desk, "words", draft->arena, &file.bytes,
	    &file.size, err);
	if (!fail)
		fail = paper_answer_text(&file, template, &book, &out, err);
	if (!fail)
		draft->text = arena_text(draft->arena, out.text);
	return fail;
}

static struct step
put(struct complaint_draft *draft, struct filling *filling, const char *text)
{
	struct sheet *sheet = &filling->sheet;

	answers_type(sheet->answers, sheet->focus, text, strlen(text),
	    sheet->context);
	sheet->is_typed = false;
	sheet_reload(sheet);
	filling->is_dirty = true;
	complaint_draft_done(draft);
	screen_say(filling->screen, NOTICE_INFO, "draft.filled", NULL);
	filling_left(filling, sheet->focus);
	return step_stay();
}

static struct step
ask(const struct complaint_draft *draft)
{
	struct question *question =
	    arena_alloc(draft->arena, sizeof *question);

	*question = (struct question){
		.title = words("draft.ask-title"),
		.text = words("draft.ask-text"),
		.buttons = {
			{ words("draft.keep"), 'T' },
			{ words("draft.behind"), 'B' },
			{ words("draft.replace"), 'G' },
		},
	};
	return step_push(&question_screen, question);
}

static struct step
chosen(struct complaint_draft *draft, struct filling *filling, size_t chosen)
{
	const struct answer_template *template =
	    &words_of(filling)->templates[draft->rows[chosen]];
	struct err err = { 0 };

	sheet_commit(&filling->sheet);
	if (fill_in(draft, screen_desk(filling->screen), template, &err)) {
		complaint_draft_done(draft);
		screen_say_err(filling->screen, &err);
		return step_stay();
	}
	if (answers_at(filling->sheet.answers, filling->sheet.focus)->origin ==
	    ANSWER_EMPTY)
		return put(draft, filling, draft->text);
	return ask(draft);
}

struct step
complaint_draft_take(struct complaint_draft *draft, struct filling *filling,
    const struct screen_ops *from, const struct outcome *outcome)
{
	const struct answer *answer =
	    answers_at(filling->sheet.answers, filling->sheet.focus);

	if (from == &pick_screen && outcome->code > 0)
		return chosen(draft, filling, (size_t)outcome->code - 1);
	if (from == &question_screen && outcome->code == FILL_REPLACE)
		return put(draft, filling, draft->text);
	if (from == &question_screen && outcome->code == FILL_BEHIND)
		return put(draft, filling, arena_print(draft->arena,
		    "%s\n\n%s", answer->stored, draft->text));
	complaint_draft_done(draft);
	return step_stay();
}

void
complaint_draft_done(struct complaint_draft *draft)
{
	arena_free(draft->arena);
	*draft = (struct complaint_draft){ 0 };
}
