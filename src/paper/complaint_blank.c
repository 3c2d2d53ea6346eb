#include <string.h>

#include "paper/complaint_inside.h"

/*
 * A sheet on paper: list "fields" has those the person fills in, "office"
 * those an officer does. A field with choices has boxes to tick, any other
 * has lines to write on.
 */
struct blank {
	const struct form *form;
	const struct standard *standard;
	const struct paper_print *print;
};

struct blank_source {
	const struct blank *blank;
	struct paper_common common;
};

/*
 * Columns beside the label of a pair, on A4 and on the roll: a line to write
 * on is as wide. Long texts get a few lines, whatever the screen shows.
 */
enum { LINE_MAX = 36, LINES_OF_AREA = 3, LINES_MAX = 8 };

static bool
is_of(const struct field *field, const char *list)
{
	if (field->derived != DERIVED_NOT || field->type == FIELD_SECRET)
		return false;
	return field->is_office == (strcmp(list, "office") == 0);
}

/* Field index of a list; NULL behind the last. */
static const struct field *
field_at(const struct form *form, const char *list, size_t index)
{
	for (size_t i = 0; i < form->n; i++)
		if (is_of(&form->fields[i], list) && index-- == 0)
			return &form->fields[i];
	return NULL;
}

static size_t
count(const void *context, const char *list)
{
	const struct blank_source *source = context;
	size_t n = 0;

	while (field_at(source->blank->form, list, n) != NULL)
		n++;
	return n;
}

/* Boxes to tick; no line ends between a box and its word. */
static const char *
choices(const struct field *field, const struct paper_common *common)
{
	const char *text = "";

	if (field->type == FIELD_YES_NO)
		return common_word(common, "blank.yes-no");
	for (size_t i = 0; i < field->n_choices; i++)
		text = arena_print(common->arena, "%s%s[_]%s", text,
		    i > 0 ? "  " : "", field->choices[i].text);
	return text;
}

/* Lines to write on: underscores, with a blank where a line may end. */
static const char *
room(const struct field *field, struct arena *arena)
{
	size_t lines = field->type == FIELD_AREA ? LINES_OF_AREA : 1;
	char *text, *at;

	if (field->place.lines > LINES_OF_AREA)
		lines = LINES_MAX;
	at = text = arena_alloc(arena, lines * (LINE_MAX + 1));
	for (size_t i = 0; i < lines; i++) {
		memset(at, '_', LINE_MAX);
		at += LINE_MAX;
		*at++ = ' ';
	}
	at[-1] = '\0';
	return text;
}

static const char *
field_value(const struct blank_source *source, const struct field *field,
    const char *name)
{
	struct arena *arena = source->common.arena;

	if (strcmp(name, "label") == 0)
		return field->label;
	if (strcmp(name, "hint") == 0)
		return field->hint;
	if (strcmp(name, "choices") == 0)
		return choices(field, &source->common);
	if (strcmp(name, "room") == 0)
		return room(field, arena);
	return NULL;
}

static const char *
value(const void *context, const char *name, const char *list, size_t index)
{
	const struct blank_source *source = context;
	const struct field *field = list == NULL ? NULL :
	    field_at(source->blank->form, list, index);
	const char *text = NULL;

	if (field != NULL)
		text = field_value(source, field, name);
	if (text == NULL && strcmp(name, "title") == 0)
		text = source->blank->form->title;
	if (text == NULL && strcmp(name, "version") == 0)
		text = source->blank->form->version;
	return text != NULL ? text : common_value(&source->common, name);
}

static struct paper_source
source_of(const void *facts, const struct paper *words, struct arena *arena)
{
	const struct blank *blank = facts;
	struct blank_source *source = arena_alloc(arena, sizeof *source);

	*source = (struct blank_source){ blank,
		{ *blank->print, blank->standard, words, arena } };
	return (struct paper_source){ value, count, source };
}

bool
paper_blank_name_is_known(const char *name)
{
	static const char *const names[] = { "choices", "fields", "hint",
		"label", "office", "room", "title", "version" };

	for (size_t i = 0; i < array_length(names); i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return common_value_is_known(name);
}

enum fail
paper_blank_text(const struct handout *handout, const struct form *form,
    const struct standard *standard, const struct paper_print *print,
    struct buf *out, struct err *err)
{
	const struct blank blank = { form, standard, print };
	const struct paper_maker maker = { paper_blank_name_is_known,
		source_of, &blank };

	return paper_make_text(handout, &maker, out, err);
}
