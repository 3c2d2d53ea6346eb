#include "screens/entries.h"

#include <assert.h>
#include <string.h>

#include "base/crypto.h"
#include "screens/words.h"

enum { LABEL_COLUMNS = 18 };

void
entries_init(struct entries *entries, const struct entry *entry, size_t n)
{
	assert(n > 0 && n <= ENTRIES_MAX);
	*entries = (struct entries){ .entry = entry, .n = n };
	for (size_t i = 0; i < n; i++) {
		line_edit_init(&entries->line[i], entry[i].ceiling);
		entries->line[i].is_secret = entry[i].is_secret;
	}
}

void
entries_done(struct entries *entries)
{
	if (entries == NULL)
		return;
	for (size_t i = 0; i < entries->n; i++) {
		struct buf *text = &entries->line[i].edit.text;

		if (entries->entry[i].is_secret && text->text != NULL)
			forget(text->text, text->size);
		line_edit_done(&entries->line[i]);
	}
	*entries = (struct entries){ 0 };
}

const char *
entries_text(const struct entries *entries, size_t i)
{
	return line_edit_text(&entries->line[i]);
}

void
entries_set(struct entries *entries, size_t i, const char *text)
{
	line_edit_set(&entries->line[i], text);
}

void
entries_focus(struct entries *entries, size_t i)
{
	entries->focus = i < entries->n ? i : entries->n - 1;
}

const char *
entries_hint(const struct entries *entries)
{
	return entries->entry[entries->focus].hint;
}

enum entries_result
entries_key(struct entries *entries, const struct key *key)
{
	bool is_last = entries->focus + 1 == entries->n;

	switch (line_edit_key(&entries->line[entries->focus], key)) {
	case EDIT_CHANGED:
	case EDIT_REFUSED:
	case EDIT_FULL:
		return ENTRIES_CHANGED;
	case EDIT_MOVED:
		return ENTRIES_MOVED;
	case EDIT_IGNORED:
		break;
	}
	if (key->code == K_ENTER && is_last)
		return ENTRIES_LAST;
	if (key->code == K_ENTER || key->code == K_TAB || key->code == K_DOWN)
		entries->focus = is_last ? 0 : entries->focus + 1;
	else if (key->code == K_BACKTAB || key->code == K_UP)
		entries->focus = entries->focus == 0 ? entries->n - 1 :
						       entries->focus - 1;
	else
		return ENTRIES_IGNORED;
	return ENTRIES_MOVED;
}

void
entries_paint(const struct entries *entries, struct canvas *canvas,
    struct area area, int step, bool is_boxed)
{
	enum face label = is_boxed ? FACE_BOX : FACE_LABEL;
	enum face mark = is_boxed ? FACE_BOX_TITLE : FACE_MARK;

	for (size_t i = 0; i < entries->n; i++) {
		bool has_focus = i == entries->focus;
		struct area field = { area.row + (int)i * step,
			area.column + 2 + LABEL_COLUMNS, 1,
			entries->entry[i].columns };

		if (has_focus)
			canvas_put(canvas, field.row, area.column, mark, ">");
		canvas_put(canvas, field.row, area.column + 2, label,
		    words(entries->entry[i].label));
		line_edit_paint(&entries->line[i], canvas, field, FACE_FIELD,
		    has_focus);
	}
}
