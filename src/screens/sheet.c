#include "screens/sheet.h"

#include <string.h>

#include "base/text.h"

enum { VALUE_MAX = 64 << 10 };

const struct field *
sheet_field(const struct sheet *sheet)
{
	return &sheet->form->fields[sheet->focus];
}

const char *
sheet_label(const struct sheet *sheet, size_t field)
{
	return sheet->form->fields[field].label;
}

static bool
accepts(const void *context, uint32_t point)
{
	return field_accepts(context, point);
}

static void
group(const void *context, const char *text, struct buf *out)
{
	field_group(context, text, out);
}

/* One that was there before, and may not be read here. */
static bool
is_kept_secret(const struct sheet *sheet)
{
	const struct answer *answer =
	    answers_at(sheet->answers, sheet->focus);

	return sheet->hides_kept && !answer->is_changed &&
	    field_is_masked(sheet_field(sheet), answer->stored);
}

/* Put the editor into the field with the focus. */
static void
enter(struct sheet *sheet)
{
	const struct field *field = sheet_field(sheet);
	scoped_buf text;

	buf_init(&text, VALUE_MAX);
	buf_text(&text, "");
	answers_edit(sheet->answers, sheet->focus, sheet->context, &text);
	sheet->is_area = field->place.lines > 1;
	sheet->is_typed = false;
	sheet->is_hidden = is_kept_secret(sheet);
	if (sheet->is_hidden)
		buf_clear(&text);
	/* Who goes back into a text means to change it, not to lose it. */
	sheet->is_fresh = text.size > 0 && !sheet->is_area &&
	    answers_at(sheet->answers, sheet->focus)->origin != ANSWER_TYPED;
	if (sheet->is_area) {
		text_area_init(&sheet->area, (size_t)field->size,
		    field->place.lines, field->place.width);
		text_area_set(&sheet->area, text.text);
		return;
	}
	line_edit_init(&sheet->line, field_ceiling(field));
	edit_accepting(&sheet->line.edit, accepts, field);
	sheet->line.is_secret = field->type == FIELD_SECRET;
	if (field->type == FIELD_NIK) {
		sheet->line.format = group;
		sheet->line.format_context = field;
	}
	line_edit_set(&sheet->line, text.text);
}

static void
leave(struct sheet *sheet)
{
	if (sheet->is_area)
		text_area_done(&sheet->area);
	else
		line_edit_done(&sheet->line);
}

void
sheet_init(struct sheet *sheet, struct answers *answers,
    const struct field_context *context, const char *field)
{
	int index = FIELD_ABSENT;

	*sheet = (struct sheet){ .form = answers_form(answers),
		.answers = answers, .context = context };
	if (field != NULL)
		index = form_field(sheet->form, field);
	if (index != FIELD_ABSENT &&
	    answers_is_open(answers, (size_t)index))
		sheet->focus = (size_t)index;
	while (!answers_is_open(answers, sheet->focus) &&
	    sheet->focus + 1 < sheet->form->n)
		sheet->focus++;
	enter(sheet);
}

void
sheet_done(struct sheet *sheet)
{
	if (sheet->form != NULL)
		leave(sheet);
	*sheet = (struct sheet){ 0 };
}

const struct answer *
sheet_commit(struct sheet *sheet)
{
	const char *text = sheet->is_area ? text_area_text(&sheet->area) :
					    line_edit_text(&sheet->line);
	const struct answer *answer;

	if (!sheet->is_typed)
		return answers_at(sheet->answers, sheet->focus);
	answer = answers_type(sheet->answers, sheet->focus, text,
	    strlen(text), sheet->context);
	sheet->is_typed = false;
	return answer;
}

void
sheet_reload(struct sheet *sheet)
{
	leave(sheet);
	enter(sheet);
}

void
sheet_go(struct sheet *sheet, size_t field)
{
	if (field >= sheet->form->n || !answers_is_open(sheet->answers, field))
		return;
	sheet_commit(sheet);
	leave(sheet);
	sheet->focus = field;
	enter(sheet);
}

void
sheet_go_named(struct sheet *sheet, const char *name)
{
	int field = form_field(sheet->form, name);

	if (field != FIELD_ABSENT)
		sheet_go(sheet, (size_t)field);
}

/* The next open field in a direction, or the same when there is none. */
static size_t
beside(const struct sheet *sheet, int by)
{
	size_t n = sheet->form->n, at = sheet->focus;

	for (size_t i = 0; i < n; i++) {
		at = (at + n + (size_t)(by + (int)n)) % n;
		if (answers_is_open(sheet->answers, at))
			return at;
	}
	return sheet->focus;
}

/* The first open field of the page, or of the form's first or last page. */
static size_t
of_page(const struct sheet *sheet, int page)
{
	if (page < 0 || page >= sheet->form->pages)
		return sheet->focus;
	for (size_t i = 0; i < sheet->form->n; i++)
		if (sheet->form->fields[i].place.page == page &&
		    answers_is_open(sheet->answers, i))
			return i;
	return sheet->focus;
}

static size_t
edge(const struct sheet *sheet, bool is_last)
{
	size_t n = sheet->form->n;

	for (size_t i = 0; i < n; i++) {
		size_t at = is_last ? n - 1 - i : i;

		if (answers_is_open(sheet->answers, at))
			return at;
	}
	return sheet->focus;
}

/* Where a key leads to; the focus itself when it leads nowhere. */
static size_t
target(const struct sheet *sheet, const struct key *key)
{
	int page = sheet_field(sheet)->place.page;

	switch ((int)key->code) {
	case K_ENTER:
	case K_TAB:
	case K_DOWN:
		return beside(sheet, 1);
	case K_BACKTAB:
	case K_UP:
		return beside(sheet, -1);
	case K_PAGE_UP: return of_page(sheet, page - 1);
	case K_PAGE_DOWN: return of_page(sheet, page + 1);
	case K_FIRST: return edge(sheet, false);
	case K_LAST: return edge(sheet, true);
	default: return sheet->focus;
	}
}

static bool
is_moving(const struct key *key)
{
	switch ((int)key->code) {
	case K_ENTER:
	case K_TAB:
	case K_DOWN:
	case K_BACKTAB:
	case K_UP:
	case K_PAGE_UP:
	case K_PAGE_DOWN:
	case K_FIRST:
	case K_LAST:
		return true;
	default:
		return false;
	}
}

/* Separators of numbers are left out without a word. */
static bool
is_ignored(const struct sheet *sheet, const struct key *key)
{
	uint32_t point = 0;

	return key->code == K_TEXT &&
	    text_decode(key->text, strlen(key->text), &point) > 0 &&
	    field_ignores(sheet_field(sheet), point);
}

/* A default, or what the register filled in, gives way to the first letter. */
static enum edit_result
edit(struct sheet *sheet, const struct key *key)
{
	bool is_text = key->code == K_TEXT || key->code == K_PASTE;

	if (sheet->is_fresh && is_text)
		line_edit_set(&sheet->line, "");
	sheet->is_fresh = false;
	return sheet->is_area ? text_area_key(&sheet->area, key) :
				line_edit_key(&sheet->line, key);
}

enum sheet_result
sheet_key(struct sheet *sheet, const struct key *key, size_t *ret_left)
{
	size_t left = sheet->focus;

	switch (edit(sheet, key)) {
	case EDIT_MOVED:
		return SHEET_MOVED;
	case EDIT_CHANGED:
	case EDIT_FULL:
		sheet->is_typed = true;
		return SHEET_TYPED;
	case EDIT_REFUSED:
		return is_ignored(sheet, key) ? SHEET_MOVED : SHEET_REFUSED;
	case EDIT_IGNORED:
		break;
	}
	if (!is_moving(key))
		return SHEET_IGNORED;
	/* Conditions of other fields follow from what is left here. */
	sheet_commit(sheet);
	leave(sheet);
	sheet->focus = target(sheet, key);
	enter(sheet);
	*ret_left = left;
	return SHEET_LEFT;
}

static struct area
area_of(const struct field *field, struct area body)
{
	return (struct area){ body.row + field->place.row,
		body.column + field->place.column, field->place.lines,
		field->place.width };
}

struct area
sheet_area(const struct sheet *sheet, struct area body)
{
	return area_of(sheet_field(sheet), body);
}

static enum face
face_of(const struct answer *answer)
{
	if (answer->origin == ANSWER_DERIVED)
		return FACE_QUIET;
	switch (answer->severity) {
	case FINE: break;
	case DOUBT: return FACE_FIELD_DOUBT;
	case WRONG: return FACE_FIELD_ERROR;
	}
	return FACE_FIELD;
}

static void
paint_value(const struct sheet *sheet, size_t i, struct canvas *canvas,
    struct area area)
{
	const struct field *field = &sheet->form->fields[i];
	const struct answer *answer = answers_at(sheet->answers, i);
	enum face face =
	    field->derived != DERIVED_NOT ? FACE_QUIET : face_of(answer);
	scoped_buf text;

	buf_init(&text, VALUE_MAX);
	buf_text(&text, "");
	answers_show(sheet->answers, i, sheet->context, &text);
	if (area.rows > 1)
		text_area_show(canvas, area, face, text.text);
	else
		line_show(canvas, area, face, text.text);
}

static void
paint_field(const struct sheet *sheet, size_t i, struct canvas *canvas,
    struct area body)
{
	const struct field *field = &sheet->form->fields[i];
	struct area area = area_of(field, body);
	bool has_focus = i == sheet->focus;

	if (has_focus)
		canvas_put(canvas, area.row,
		    body.column + field->place.label_column - 2, FACE_MARK,
		    ">");
	canvas_put(canvas, area.row, body.column + field->place.label_column,
	    FACE_LABEL, field->label);
	if (answers_is_required(sheet->answers, i))
		canvas_put(canvas, area.row,
		    body.column + field->place.mark_column, FACE_WANTED, "*");
	if (!has_focus || (sheet->is_hidden && !sheet->is_typed))
		paint_value(sheet, i, canvas, area);
	if (!has_focus)
		return;
	if (sheet->is_hidden && !sheet->is_typed)
		canvas_cursor(canvas, area.row, area.column);
	else if (sheet->is_area)
		text_area_paint(&sheet->area, canvas, area.row, area.column,
		    FACE_FIELD, true);
	else
		line_edit_paint(&sheet->line, canvas, area, FACE_FIELD, true);
}

void
sheet_paint(const struct sheet *sheet, struct canvas *canvas,
    struct area body)
{
	int page = sheet_field(sheet)->place.page;

	for (size_t i = 0; i < sheet->form->n_sections; i++) {
		const struct form_section *section =
		    &sheet->form->sections[i];

		if (section->page == page && section->row >= 0)
			canvas_put(canvas, body.row + section->row,
			    body.column + section->column, FACE_TITLE,
			    section->title);
	}
	for (size_t i = 0; i < sheet->form->n; i++)
		if (sheet->form->fields[i].place.page == page &&
		    i != sheet->focus && answers_is_shown(sheet->answers, i))
			paint_field(sheet, i, canvas, body);
	paint_field(sheet, sheet->focus, canvas, body);
}
