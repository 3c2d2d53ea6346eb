#include "screens/lesson.h"

#include <string.h>

#include "base/directive.h"
#include "screens/screen.h"

static const char place_of_nib[] = "{nib}";

static void
read_steps(const struct document *document, struct problems *problems,
    struct lesson *lesson)
{
	const struct directive *head = &document->directives[0];
	struct lesson_step *steps =
	    arena_array(problems->arena, head->n_children, sizeof *steps);
	static const char *const known[] = { "step" };

	for (size_t i = 0; i < head->n_children; i++) {
		const struct directive *step = &head->children[i];

		if (directive_known(document, step, known, 1, problems) < 0)
			continue;
		if (step->n_words != 2) {
			problems_add(problems, document->file, step->line,
			    "lesson.step", NULL);
			continue;
		}
		steps[lesson->n].screen = step->words[0];
		steps[lesson->n++].text = step->words[1];
	}
	lesson->steps = steps;
}

enum fail
lesson_load(const char *assets, struct arena *arena, struct lesson *ret_lesson,
    struct err *err)
{
	struct problems problems = { .arena = arena };
	struct document document = { 0 };
	struct lesson lesson = { 0 };
	enum fail fail;

	fail = directive_load(arena_print(arena, "%s/data/lesson.conf",
	    assets), &problems, &document, err);
	if (fail)
		return fail;
	if (document.n != 1 ||
	    strcmp(document.directives[0].name, "lesson") != 0)
		problems_add(&problems, document.file, 0, "lesson.head",
		    NULL);
	else
		read_steps(&document, &problems, &lesson);
	fail = problems_fail(&problems, err);
	if (fail)
		return fail;
	*ret_lesson = lesson;
	return FAIL_NONE;
}

void
lesson_note(struct lesson *lesson, const char *screen)
{
	if (lesson->now + 1 < lesson->n &&
	    strcmp(lesson->steps[lesson->now + 1].screen, screen) == 0)
		lesson->now++;
}

/* The text of the step, with the NIB in its place. */
static const char *
text_of(const struct lesson *lesson, struct arena *arena)
{
	const char *text = lesson->steps[lesson->now].text;
	const char *at = strstr(text, place_of_nib);

	if (at == NULL)
		return text;
	return arena_print(arena, "%.*s%s%s", (int)(at - text), text,
	    lesson->nib, at + strlen(place_of_nib));
}

const char *
lesson_hint(const struct lesson *lesson, struct arena *arena)
{
	if (lesson->now >= lesson->n)
		return NULL;
	return sentence_of(arena, "lesson.hint",
	    arena_print(arena, "%zu/%zu", lesson->now + 1, lesson->n),
	    text_of(lesson, arena), NULL);
}
