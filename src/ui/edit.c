#include "ui/edit.h"

#include <string.h>

#include "base/text.h"

/* Bytes: every character of the ceiling may have four; a paste may be large,
 * and is cut to the ceiling only when it was cleaned. */
enum { EDIT_BYTES = 8 * EDIT_CEILING, CLEAN_BYTES = 8 << 20 };

/* What the last change was; the same kind again is the same undo step. */
enum { RUN_NONE, RUN_WORD, RUN_BLANK, RUN_BACKSPACE, RUN_DELETE };

void
edit_init(struct edit *edit, size_t ceiling, bool has_newlines)
{
	*edit = (struct edit){ .ceiling = EDIT_CEILING };
	if (ceiling > 0 && ceiling < EDIT_CEILING)
		edit->ceiling = ceiling;
	edit->has_newlines = has_newlines;
	buf_init(&edit->text, EDIT_BYTES);
	for (size_t i = 0; i < EDIT_UNDO_MAX; i++) {
		buf_init(&edit->undo[i].text, EDIT_BYTES);
		buf_init(&edit->redo[i].text, EDIT_BYTES);
	}
}

void
edit_done(struct edit *edit)
{
	if (edit == NULL)
		return;
	buf_done(&edit->text);
	for (size_t i = 0; i < EDIT_UNDO_MAX; i++) {
		buf_done(&edit->undo[i].text);
		buf_done(&edit->redo[i].text);
	}
}

void
edit_accepting(struct edit *edit, edit_accept *accept, const void *context)
{
	edit->accept = accept;
	edit->context = context;
}

const char *
edit_text(const struct edit *edit)
{
	return edit->text.size > 0 ? edit->text.text : "";
}

/* Clean into out; where there are no newlines they are blanks. */
static void
clean(const struct edit *edit, const char *text, size_t size, struct buf *out)
{
	buf_init(out, CLEAN_BYTES);
	text_clean(text, size, true, out);
	if (edit->has_newlines)
		return;
	while (out->size > 0 && out->text[out->size - 1] == '\n')
		buf_cut(out, out->size - 1);
	for (size_t i = 0; i < out->size; i++)
		if (out->text[i] == '\n')
			out->text[i] = ' ';
}

static void
copy(struct buf *into, const char *text)
{
	buf_clear(into);
	buf_text(into, text);
}

void
edit_set(struct edit *edit, const char *text)
{
	scoped_buf cleaned = { 0 };

	clean(edit, text, strlen(text), &cleaned);
	copy(&edit->text, cleaned.size > 0 ? cleaned.text : "");
	edit->at = edit->text.size;
	edit->n_undo = 0;
	edit->n_redo = 0;
	edit->run = RUN_NONE;
}

/* One more step on a stack of steps; the oldest one goes when it is full. */
static void
push(struct edit_step *steps, size_t *n, const struct edit *edit)
{
	if (*n == EDIT_UNDO_MAX) {
		struct edit_step oldest = steps[0];

		memmove(steps, steps + 1, (*n - 1) * sizeof(*steps));
		steps[--*n] = oldest;
	}
	copy(&steps[*n].text, edit_text(edit));
	steps[*n].at = edit->at;
	++*n;
}

/* Remember how it was before a change of this kind. */
static void
remember(struct edit *edit, int run)
{
	bool is_same = run != RUN_NONE && edit->run == run;

	/* blanks belong to the word before them */
	if (run == RUN_BLANK && edit->run == RUN_WORD)
		is_same = true;
	if (!is_same)
		push(edit->undo, &edit->n_undo, edit);
	edit->n_redo = 0;
	edit->run = run;
}

static enum edit_result
step_back(struct edit *edit, struct edit_step *from, size_t *n_from,
    struct edit_step *to, size_t *n_to)
{
	edit->run = RUN_NONE;
	if (*n_from == 0)
		return EDIT_MOVED;
	push(to, n_to, edit);
	--*n_from;
	copy(&edit->text, from[*n_from].text.size > 0 ?
	    from[*n_from].text.text : "");
	edit->at = from[*n_from].at;
	return EDIT_CHANGED;
}

/* The largest cluster boundary at or before at. */
static size_t
snap(const char *text, size_t at)
{
	size_t boundary = 0;

	while (text[boundary] != '\0') {
		size_t next = text_next(text, boundary);

		if (next > at)
			break;
		boundary = next;
	}
	return boundary;
}

/*
 * Text becomes before + middle + after, in NFC, and the cursor stands behind
 * middle: a mark that is typed joins the letter before it.
 */
static void
join(struct edit *edit, size_t before, const struct buf *middle, size_t after)
{
	scoped_buf head = { 0 }, whole = { 0 }, cleaned = { 0 };
	const char *text = edit_text(edit);

	buf_init(&whole, EDIT_BYTES);
	buf_add(&whole, text, before);
	if (middle->size > 0)
		buf_add(&whole, middle->text, middle->size);
	buf_init(&head, EDIT_BYTES);
	if (whole.size > 0)
		text_clean(whole.text, whole.size, true, &head);
	buf_text(&whole, text + after);
	buf_init(&cleaned, EDIT_BYTES);
	if (whole.size > 0)
		text_clean(whole.text, whole.size, true, &cleaned);
	copy(&edit->text, cleaned.size > 0 ? cleaned.text : "");
	edit->at = snap(edit_text(edit), head.size);
}

static bool
accepts(const struct edit *edit, uint32_t point)
{
	if (point == '\n')
		return edit->has_newlines;
	return edit->accept == NULL || edit->accept(edit->context, point);
}

/* What of the cleaned text may stand here, and fits. */
static enum edit_result
filter(const struct edit *edit, const struct buf *cleaned, struct buf *out)
{
	size_t n = text_characters(edit_text(edit)), length;
	uint32_t point;

	for (size_t i = 0; i < cleaned->size; i += length) {
		length = text_decode(cleaned->text + i, cleaned->size - i,
		    &point);
		if (!accepts(edit, point))
			continue;
		if (n == edit->ceiling)
			return EDIT_FULL;
		buf_add(out, cleaned->text + i, length);
		n++;
	}
	return out->size > 0 ? EDIT_CHANGED : EDIT_REFUSED;
}

static enum edit_result
insert(struct edit *edit, const char *text, size_t size, int run)
{
	scoped_buf cleaned = { 0 }, kept = { 0 };
	enum edit_result result;

	clean(edit, text, size, &cleaned);
	buf_init(&kept, EDIT_BYTES);
	result = filter(edit, &cleaned, &kept);
	if (kept.size == 0)
		return result;
	remember(edit, run);
	join(edit, edit->at, &kept, edit->at);
	return result;
}

enum edit_result
edit_insert(struct edit *edit, const char *text, size_t size)
{
	return insert(edit, text, size, RUN_NONE);
}

/* Remove the bytes [from, to); the cursor goes to from. */
static enum edit_result
cut(struct edit *edit, size_t from, size_t to, int run)
{
	if (from == to)
		return EDIT_MOVED;
	remember(edit, run);
	join(edit, from, &(struct buf){ 0 }, to);
	return EDIT_CHANGED;
}

static bool
is_blank(char byte)
{
	return byte == ' ' || byte == '\n';
}

static size_t
word_left(const char *text, size_t at)
{
	while (at > 0 && is_blank(text[at - 1]))
		at--;
	while (at > 0 && !is_blank(text[at - 1]))
		at--;
	return at;
}

static size_t
word_right(const char *text, size_t at)
{
	while (text[at] != '\0' && !is_blank(text[at]))
		at++;
	while (is_blank(text[at]))
		at++;
	return at;
}

static enum edit_result
move(struct edit *edit, size_t at)
{
	edit->run = RUN_NONE;
	edit->at = snap(edit_text(edit), at);
	return EDIT_MOVED;
}

static enum edit_result
key_text_in(struct edit *edit, const struct key *key)
{
	if (key->code == K_PASTE)
		return edit_insert(edit, key->paste, key->paste_size);
	if (key->code == K_ENTER)
		return edit->has_newlines ? insert(edit, "\n", 1, RUN_NONE) :
		    EDIT_IGNORED;
	return insert(edit, key->text, strlen(key->text),
	    is_blank(key->text[0]) ? RUN_BLANK : RUN_WORD);
}

enum edit_result
edit_key(struct edit *edit, const struct key *key)
{
	const char *text = edit_text(edit);
	size_t at = edit->at;

	if (key->code == K_TEXT || key->code == K_PASTE ||
	    key->code == K_ENTER)
		return key_text_in(edit, key);
	if (key->code == K_BACKSPACE)
		return cut(edit, text_previous(text, at), at, RUN_BACKSPACE);
	if (key->code == K_DELETE)
		return cut(edit, at, text_next(text, at), RUN_DELETE);
	if (key->code == K_CTRL_W)
		return cut(edit, snap(text, word_left(text, at)), at, RUN_NONE);
	if (key->code == K_CTRL_U)
		return cut(edit, 0, edit->text.size, RUN_NONE);
	if (key->code == K_CTRL_Z)
		return step_back(edit, edit->undo, &edit->n_undo, edit->redo,
		    &edit->n_redo);
	if (key->code == K_CTRL_Y)
		return step_back(edit, edit->redo, &edit->n_redo, edit->undo,
		    &edit->n_undo);
	if (key->code == K_LEFT)
		return move(edit, text_previous(text, at));
	if (key->code == K_RIGHT)
		return move(edit, text_next(text, at));
	if (key->code == K_WORD_LEFT)
		return move(edit, word_left(text, at));
	if (key->code == K_WORD_RIGHT)
		return move(edit, word_right(text, at));
	return EDIT_IGNORED;
}
