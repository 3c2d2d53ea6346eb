#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "ui/choice.h"
#include "ui/dialog.h"
#include "ui/frame.h"
#include "ui/line_edit.h"
#include "ui/list.h"
#include "ui/term.h"
#include "ui/text_area.h"

/*
 * ui_demo [biru|gelap|terang|mono] [--ascii] [--plain] [--deaf]: the widgets
 * on one screen, for the scenes of the room ui. F4 opens a chooser, Esc asks,
 * Ctrl-Q ends. The message line tells each key that no widget takes.
 */
enum { FIELDS = 3, AREA = 3, LIST, PLACES, ROWS = 40 };
enum action { ACTION_HELP = 1, ACTION_SAVE, ACTION_CHOOSE, ACTION_LIST };

struct demo {
	struct term *term;
	struct canvas *canvas;
	struct line_edit field[FIELDS];
	struct text_area area;
	struct list list;
	struct choice choice;
	struct dialog dialog;
	struct notices notices;
	int focus;
	bool has_choice, has_dialog, is_over;
	int status;
	char lost[80];
};
static const char *const labels[] = { "Number", "Name", "Secret", "Story" };
static const char *
words(const char *code)
{
	return code;
}

static const struct key_binding bindings[] = {
	{ K_F1, 0, ACTION_HELP, "Help", NULL },
	{ K_F2, 0, ACTION_SAVE, "Save", NULL },
	{ K_F4, 0, ACTION_CHOOSE, "Choose", NULL },
	{ K_TEXT, 'N', ACTION_LIST, "Note", NULL },
};
static const struct keymap keymap = { bindings, array_length(bindings) };

static bool
is_digit(const void *context, uint32_t point)
{
	(void)context;
	return point >= '0' && point <= '9';
}

/* "3214 0105 0390 0001" */
static void
in_fours(const void *context, const char *text, struct buf *out)
{
	(void)context;
	for (size_t i = 0; text[i] != '\0'; i++) {
		if (i > 0 && i % 4 == 0)
			buf_char(out, ' ');
		buf_char(out, text[i]);
	}
}

static size_t
list_count(void *context)
{
	(void)context;
	return ROWS;
}

static void
list_paint_row(void *context, size_t i, struct canvas *canvas,
    struct area area, enum face face)
{
	(void)context;
	canvas_print_at(canvas, area.row, area.column + 1, face, "row %zu",
	    i + 1);
}

static const struct list_source rows = {
	.count = list_count,
	.paint = list_paint_row,
};

static const char *const villages[] = { "Nagri Kaler", "Nagri Kidul",
	"Nagri Tengah", "Cibening", "Ciwareng", "Munjuljaya" };

static size_t
choice_filter(void *context, const char *typed)
{
	size_t *fits = context, n = 0;

	for (size_t i = 0; i < array_length(villages); i++)
		if (text_matches(villages[i], typed))
			fits[n++] = i;
	return n;
}

static struct choice_row
choice_row(void *context, size_t i)
{
	const size_t *fits = context;

	return (struct choice_row){ "", villages[fits[i]], "3214" };
}

static void
demo_open(struct demo *demo)
{
	line_edit_init(&demo->field[0], 16);
	edit_accepting(&demo->field[0].edit, is_digit, NULL);
	demo->field[0].format = in_fours;
	line_edit_init(&demo->field[1], 40);
	line_edit_init(&demo->field[2], 64);
	demo->field[2].is_secret = true;
	text_area_init(&demo->area, 2000, 4, 40);
	list_init(&demo->list, &rows, 10);
}

static void
demo_close(struct demo *demo)
{
	for (int i = 0; i < FIELDS; i++)
		line_edit_done(&demo->field[i]);
	text_area_done(&demo->area);
	choice_done(&demo->choice);
	dialog_done(&demo->dialog);
	canvas_free(demo->canvas);
	term_close(demo->term);
}

static void
paint_body(struct demo *demo, struct area body)
{
	struct canvas *canvas = demo->canvas;

	for (int i = 0; i < PLACES - 1; i++) {
		int row = body.row + 1 + i;

		if (i == demo->focus)
			canvas_put(canvas, row, 0, FACE_MARK, ">");
		canvas_put(canvas, row, 2, FACE_LABEL, labels[i]);
		if (i < FIELDS)
			line_edit_paint(&demo->field[i], canvas,
			    (struct area){ row, 12, 1, i == 0 ? 19 : 24 },
			    FACE_FIELD, i == demo->focus);
	}
	text_area_paint(&demo->area, canvas, body.row + 1 + AREA, 12,
	    FACE_FIELD, demo->focus == AREA);
	list_resize(&demo->list, body.rows - 2);
	canvas_put(canvas, body.row, 58, FACE_TITLE, "ROWS");
	list_paint(&demo->list, canvas, (struct area){ body.row + 1, 57,
		body.rows - 2, 20 }, demo->focus == LIST);
}

static void
demo_paint(struct demo *demo)
{
	struct area field = { 3 + 1 + demo->focus, 12, 1, 24 };
	struct frame frame = {
		.left = "demo  widgets",
		.right = "Tue 24/11/2026 08:14",
		.trail = "Menu > Widgets",
		.state = "Esc back",
		.hint = demo->lost,
		.notice = &demo->notices.now,
		.keymap = &keymap,
		.may = demo->focus == LIST ? KEYMAP_ALL :
		    KEYMAP_ALL & ~(UINT64_C(1) << ACTION_LIST),
		.words = words,
	};

	canvas_clear(demo->canvas);
	if (!frame_fits(demo->canvas)) {
		frame_too_small(demo->canvas,
		    "This window is too small: 80 x 24 are needed.");
		return;
	}
	frame_paint(demo->canvas, &frame);
	paint_body(demo, frame_body(demo->canvas));
	if (demo->has_choice)
		choice_paint(&demo->choice, demo->canvas, &field);
	if (demo->has_dialog)
		dialog_paint(&demo->dialog, demo->canvas);
}

static void
tell(struct demo *demo, const char *what, const char *rest)
{
	char text[120];

	snprintf(text, sizeof(text), "INFO: %s %s", what, rest);
	notice_say(&demo->notices, NOTICE_INFO, text);
}

static void
key_in_choice(struct demo *demo, const struct key *key)
{
	enum choice_result result = choice_key(&demo->choice, key);

	if (result == CHOICE_OPEN || result == CHOICE_HELP)
		return;
	if (result == CHOICE_CHOSEN)
		line_edit_set(&demo->field[1],
		    choice_row(demo->choice.source->context,
			demo->choice.selected).text);
	choice_done(&demo->choice);
	demo->choice = (struct choice){ 0 };
	demo->has_choice = false;
}

static void
key_in_dialog(struct demo *demo, const struct key *key)
{
	int button = dialog_key(&demo->dialog, key);

	if (button == DIALOG_GOES_ON)
		return;
	demo->has_dialog = false;
	if (button == 2)
		demo->is_over = true;
	if (button == 1)
		tell(demo, "saved:",
		    line_edit_text(&demo->field[0]));
}

static void
open_choice(struct demo *demo, struct choice_source *source)
{
	choice_init(&demo->choice, source,
	    demo->focus == 1 ? line_edit_text(&demo->field[1]) : "");
	demo->choice.title = "Village";
	demo->choice.found = "found";
	demo->choice.none = "Nothing fits.";
	demo->choice.keys = "Enter choose    Esc back";
	demo->choice.columns = 40;
	demo->has_choice = true;
}

static void
open_dialog(struct demo *demo)
{
	dialog_init(&demo->dialog, "Not saved", "What was typed is not saved.");
	dialog_button(&demo->dialog, "Go on", 0);
	dialog_button(&demo->dialog, "Save", 'S');
	dialog_button(&demo->dialog, "Discard", 'B');
	demo->has_dialog = true;
}

static bool
key_in_widget(struct demo *demo, const struct key *key)
{
	enum edit_result result;

	if (demo->focus == LIST)
		return list_key(&demo->list, key) != LIST_IGNORED;
	if (demo->focus == AREA)
		result = text_area_key(&demo->area, key);
	else
		result = line_edit_key(&demo->field[demo->focus], key);
	if (result == EDIT_REFUSED)
		notice_say(&demo->notices, NOTICE_ERROR, "ERROR: not here");
	if (result == EDIT_FULL)
		notice_say(&demo->notices, NOTICE_DOUBT, "CHECK: too long");
	return result != EDIT_IGNORED;
}

static void
act(struct demo *demo, int action, struct choice_source *source)
{
	switch ((enum action)action) {
	case ACTION_HELP:
		tell(demo, "help", "");
		break;
	case ACTION_SAVE:
		tell(demo, "saved:",
		    line_edit_text(&demo->field[0]));
		break;
	case ACTION_CHOOSE:
		open_choice(demo, source);
		break;
	case ACTION_LIST:
		tell(demo, "letter N", "");
		break;
	}
}

static void
key_on_screen(struct demo *demo, struct key key, struct choice_source *source)
{
	enum key_context context = demo->focus == LIST ? KEY_IN_LIST :
	    KEY_IN_TEXT;
	char name[KEY_NAME_SIZE];
	int action;

	key = key_fold(key, context);
	action = keymap_find(&keymap, &key, context, KEYMAP_ALL);
	notice_clear(&demo->notices);
	key_print(&key, name);
	if (action > 0)
		act(demo, action, source);
	else if (key_in_widget(demo, &key))
		return;
	else if (key.code == K_TAB || key.code == K_ENTER ||
	    key.code == K_DOWN)
		demo->focus = (demo->focus + 1) % PLACES;
	else if (key.code == K_BACKTAB || key.code == K_UP)
		demo->focus = (demo->focus + PLACES - 1) % PLACES;
	else if (key.code == K_ESC)
		open_dialog(demo);
	else if (key.code == K_CTRL_Q)
		demo->is_over = true;
	else
		tell(demo, "not used:", name);
}

static void
demo_key(struct demo *demo, struct key key, struct choice_source *source)
{
	int height, width;

	if (key.code == K_STOP) {
		demo->is_over = true;
		demo->status = 129;
	} else if (key.code == K_RESIZE) {
		term_size(demo->term, &height, &width);
		canvas_resize(demo->canvas, height, width);
	} else if (key.code == K_NONE) {
		return;
	} else if (demo->has_choice) {
		key_in_choice(demo, &key);
	} else if (demo->has_dialog) {
		key_in_dialog(demo, &key);
	} else {
		key_on_screen(demo, key, source);
	}
	if (key.code == K_PASTE)
		snprintf(demo->lost, sizeof(demo->lost),
		    "pasted %zu bytes, %zu too many", key.paste_size,
		    key.paste_lost);
}

/* Read the words of the command line; false: one of them is unknown. */
static bool
read_words(char **word, struct term_options *options,
    struct canvas_style *style)
{
	for (; *word != NULL; word++) {
		if (strcmp(*word, "--ascii") == 0)
			style->is_ascii = true;
		else if (strcmp(*word, "--plain") == 0)
			style->is_plain = true;
		else if (strcmp(*word, "--deaf") == 0)
			signal(SIGHUP, SIG_IGN);
		else if (!theme_parse(*word, &options->theme))
			return false;
	}
	return true;
}

int
main(int argc, char **argv)
{
	size_t fits[array_length(villages)];
	struct choice_source source = { choice_filter, choice_row, fits };
	struct canvas_style style = { .is_ascii = !term_locale() };
	struct term_options options = { .type = getenv("TERM"),
		.has_mark = getenv("LOKET_SCREEN_MARK") != NULL };
	struct demo demo = { 0 };
	struct err err = { 0 };
	int height, width;

	if (argc < 1 || !read_words(argv + 1, &options, &style))
		return 2;
	if (term_open(&options, &demo.term, &err)) {
		fprintf(stderr, "%s\n", err.text);
		return 2;
	}
	term_size(demo.term, &height, &width);
	demo.canvas = canvas_new(height, width);
	style.has_extent = term_theme(demo.term) == THEME_MONO;
	canvas_set_style(demo.canvas, style);
	demo_open(&demo);
	while (!demo.is_over) {
		if (!term_is_busy(demo.term)) {
			demo_paint(&demo);
			term_show(demo.term, demo.canvas);
		}
		demo_key(&demo, term_read(demo.term, -1), &source);
	}
	demo_close(&demo);
	return demo.status;
}
