#include "screens/summary.h"

#include <assert.h>

#include "base/wrap.h"
#include "screens/words.h"

enum { REASON_MAX = 200, REASON_COLUMNS = 50, PAGE_STEP = 10,
	VALUE_COLUMNS = 60 };

/* Give the entries back; what was typed in them stays known by their tag. */
static void
keep_entries(struct summary *summary)
{
	for (size_t i = 0; i < summary->entries.n; i++)
		summary->kept[summary->tag[i]] = arena_text(summary->arena,
		    entries_text(&summary->entries, i));
	entries_done(&summary->entries);
}

void
summary_begin(struct summary *summary, struct arena *arena)
{
	summary->arena = arena;
	keep_entries(summary);
	summary->n = 0;
	summary->n_entries = 0;
	summary->in_entries = false;
}

void
summary_done(struct summary *summary)
{
	entries_done(&summary->entries);
}

void
summary_add(struct summary *summary, enum face face, const char *field,
    const char *text)
{
	if (summary->n == SUMMARY_LINES_MAX)
		return;
	summary->lines[summary->n++] = (struct summary_line){ face,
		arena_text(summary->arena, text), field };
}

void
summary_head(struct summary *summary, const char *code)
{
	summary_add(summary, FACE_TITLE, NULL, words(code));
}

void
summary_pair(struct summary *summary, enum face face, const char *field,
    const char *label, const char *text)
{
	struct arena *arena = summary->arena;
	struct wrap wrap = wrap_text(arena, text, VALUE_COLUMNS);

	for (size_t i = 0; i < wrap.n; i++)
		summary_add(summary, face, field, arena_print(arena,
		    "  %-12s %s", i == 0 ? label : "", arena_bytes(arena,
		    text + wrap.line[i].begin,
		    wrap.line[i].end - wrap.line[i].begin)));
}

void
summary_refusals(struct summary *summary, const struct refusals *refusals)
{
	struct arena *arena = summary->arena;

	if (refusals == NULL || refusals->n == 0)
		return;
	summary_head(summary, "review.rules");
	for (size_t i = 0; i < refusals->n; i++)
		summary_pair(summary, FACE_FIELD_ERROR,
		    refusals->list[i].field, refusals->list[i].clause,
		    sentence(arena, &refusals->list[i].fact));
}

void
summary_values(struct summary *summary, const struct answers *answers,
    const struct field_context *context)
{
	const struct form *form = answers_form(answers);

	summary_head(summary, "review.values");
	for (size_t i = 0; i < form->n; i++) {
		scoped_buf text;

		if (!answers_is_shown(answers, i))
			continue;
		buf_init(&text, FIELD_STORED_MAX);
		buf_text(&text, "");
		answers_show(answers, i, context, &text);
		if (text.size > 0)
			summary_pair(summary, FACE_PLAIN,
			    form->fields[i].name, form->fields[i].label,
			    text.text);
	}
}

void
summary_ask(struct summary *summary, int tag, const char *label)
{
	size_t at = summary->n_entries++;

	assert(at < ENTRIES_MAX && tag >= 0 && tag < ENTRIES_MAX);
	keep_entries(summary);
	summary->entry[at] = (struct entry){ label, "review.reason-hint",
		REASON_MAX, REASON_COLUMNS, false };
	summary->tag[at] = tag;
	entries_init(&summary->entries, summary->entry, summary->n_entries);
	for (size_t i = 0; i <= at; i++)
		if (summary->kept[summary->tag[i]] != NULL)
			entries_set(&summary->entries, i,
			    summary->kept[summary->tag[i]]);
	summary->in_entries = true;
}

const char *
summary_reason(const struct summary *summary, int tag)
{
	for (size_t i = 0; i < summary->n_entries; i++)
		if (summary->tag[i] == tag)
			return entries_text(&summary->entries, i);
	return NULL;
}

static struct step
line_key(struct summary *summary, const struct key *key, int go)
{
	size_t *at = &summary->selected;

	switch ((int)key->code) {
	case K_DOWN: ++*at; break;
	case K_UP: *at -= *at > 0; break;
	case K_PAGE_DOWN: *at += PAGE_STEP; break;
	case K_PAGE_UP: *at -= *at > PAGE_STEP ? PAGE_STEP : *at; break;
	case K_ENTER:
		if (*at < summary->n && summary->lines[*at].field != NULL)
			return step_done(go, summary->lines[*at].field);
		break;
	default: return step_unused();
	}
	if (*at >= summary->n)
		*at = summary->n > 0 ? summary->n - 1 : 0;
	return step_stay();
}

struct step
summary_key(struct summary *summary, const struct key *key, int go)
{
	if (summary->n_entries > 0 && !summary->in_entries &&
	    (key->code == K_TAB || key->code == K_BACKTAB)) {
		summary->in_entries = true;
		return step_stay();
	}
	if (!summary->in_entries)
		return line_key(summary, key, go);
	if (key->code == K_UP || key->code == K_BACKTAB) {
		summary->in_entries = false;
		return step_stay();
	}
	switch (entries_key(&summary->entries, key)) {
	case ENTRIES_IGNORED: return step_unused();
	case ENTRIES_LAST:
		summary->in_entries = false;
		break;
	case ENTRIES_MOVED:
	case ENTRIES_CHANGED:
		break;
	}
	return step_stay();
}

const char *
summary_hint(const struct summary *summary)
{
	return summary->in_entries ? entries_hint(&summary->entries) : NULL;
}

void
summary_paint(const struct summary *summary, struct canvas *canvas,
    struct area body)
{
	int rows = body.rows - 1 - (int)summary->n_entries;
	size_t first = summary->selected < (size_t)rows ? 0 :
	    summary->selected - (size_t)rows + 1;
	struct area below = { body.row + rows + 1, body.column,
		(int)summary->n_entries, body.columns };

	for (int i = 0; i < rows && first + (size_t)i < summary->n; i++) {
		size_t at = first + (size_t)i;
		bool has_focus =
		    at == summary->selected && !summary->in_entries;
		int row = body.row + i;

		canvas_put_in(canvas, row, body.column + 2, body.columns - 3,
		    has_focus ? FACE_FOCUS : summary->lines[at].face,
		    summary->lines[at].text);
		if (!has_focus)
			continue;
		canvas_put(canvas, row, body.column, FACE_MARK, ">");
		canvas_cursor(canvas, row, body.column + 2);
	}
	if (summary->n_entries > 0)
		entries_paint(&summary->entries, canvas, below, 1, false);
}
