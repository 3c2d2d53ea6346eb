#include "ui/term.h"

#include <curses.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "base/arena.h"
#include "base/text.h"
#include "ui/term_input.h"

/* Cells are written a row at a time; a wider terminal stays blank there. */
enum { COLUMNS_MAX = 1000, ESCAPE_MS = 100, POINTS = 5 };

struct term {
	struct arena *arena;
	SCREEN *screen;
	struct term_input input;
	enum theme theme;
	bool has_paste, has_mark, is_stale, is_owed;
	char marked[64]; /* the last mark */
	attr_t attributes[FACE_COUNT];
	short pair[FACE_COUNT];
	bool is_linux;
};

static const char *
capability(const char *name)
{
	char copy[8];
	const char *bytes;

	text_copy(copy, sizeof(copy), name);
	bytes = tigetstr(copy);
	return bytes == (char *)-1 ? NULL : bytes;
}

/*
 * Make curses' screen; NULL when this TERM is not known or cannot place its
 * cursor (curses would take "dumb" and print rubbish). Nothing is written.
 */
static SCREEN *
make_screen(const char *type)
{
	SCREEN *screen = newterm(type, stdout, stdin);

	if (screen == NULL)
		return NULL;
	if (capability("cup") != NULL && capability("clear") != NULL)
		return screen;
	reset_shell_mode();
	delscreen(screen);
	return NULL;
}

/* What term_rescue() writes: where there is a second screen, leave it. */
static void
prepare_rescue(const struct term *term, struct term_rescue *rescue)
{
	const char *leave = capability("rmcup");
	int size;

	if (leave == NULL)
		leave = "\033[3J";
	size = snprintf(rescue->bytes, sizeof(rescue->bytes),
	    "%s\033[0m\033[H\033[2J%s", term->has_paste ? "\033[?2004l" : "",
	    strlen(leave) < 24 ? leave : "");
	rescue->size = size > 0 && (size_t)size < sizeof(rescue->bytes) ?
	    (size_t)size : 0;
	rescue->is_needed = true;
}

/* A pair of colours, or attributes, for each face. */
static void
make_faces(struct term *term)
{
	if (term->theme == THEME_MONO || !has_colors() ||
	    start_color() == ERR || COLORS < 8)
		term->theme = THEME_MONO;
	for (int i = 0; i < FACE_COUNT; i++) {
		struct style style = face_style(term->theme, (enum face)i);
		short ink = (short)style.ink;

		if (style.is_bold)
			term->attributes[i] |= A_BOLD;
		if (style.is_reverse)
			term->attributes[i] |= A_REVERSE;
		if (style.is_underlined)
			term->attributes[i] |= A_UNDERLINE;
		if (term->theme == THEME_MONO)
			continue;
		if (COLORS < 16 && ink >= 8) {
			term->attributes[i] |= A_BOLD;
			ink = (short)(ink - 8);
		}
		term->pair[i] = (short)(i + 1);
		init_pair(term->pair[i], ink, (short)style.paper);
	}
}

/* What this terminal's entry says besides what every terminal sends. */
static void
learn_keys(struct term *term)
{
	for (size_t i = 0; i < term_capabilities_n; i++) {
		const char *bytes = capability(term_capabilities[i].name);

		if (bytes != NULL)
			key_decoder_learn(&term->input.decoder, bytes,
			    term_capabilities[i].code);
	}
}

static void
set_modes(struct term *term)
{
	raw();
	noecho();
	nonl();
	typeahead(-1);
	intrflush(stdscr, FALSE);
	leaveok(stdscr, FALSE);
	scrollok(stdscr, FALSE);
	curs_set(1);
	if (term->has_paste)
		term_send("\033[?2004h");
}

static struct term *
make(const struct term_options *options)
{
	struct arena *arena = arena_new();
	struct term *term = arena_alloc(arena, sizeof(*term));

	term->arena = arena;
	term->theme = options->theme;
	term->has_mark = options->has_mark;
	term->is_linux = strncmp(options->type, "linux", 5) == 0;
	term->has_paste = !term->is_linux &&
	    strncmp(options->type, "vt", 2) != 0;
	term->input.fd = STDIN_FILENO;
	term->input.escape_ms = options->escape_ms > 0 ? options->escape_ms :
	    ESCAPE_MS;
	term->input.stop = options->stop;
	term->input.wakes = options->wakes;
	(void)input_woke(&term->input);
	key_decoder_init(&term->input.decoder);
	return term;
}

enum fail
term_open(const struct term_options *options, struct term **ret_term,
    struct err *err)
{
	const char *type = options->type == NULL ? "" : options->type;
	struct termios before;
	SCREEN *screen;
	struct term *term;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) ||
	    tcgetattr(STDIN_FILENO, &before) != 0)
		return fail_say(err, FAIL_INVALID, "term.no-terminal", NULL);
	screen = *type == '\0' ? NULL : make_screen(type);
	if (screen == NULL)
		return fail_say(err, FAIL_INVALID, "term.unknown", type, NULL);
	term = make(options);
	term->screen = screen;
	if (options->rescue != NULL) {
		options->rescue->before = before;
		prepare_rescue(term, options->rescue);
	}
	set_modes(term);
	make_faces(term);
	learn_keys(term);
	*ret_term = term;
	return FAIL_NONE;
}

void
term_close(struct term *term)
{
	if (term == NULL)
		return;
	bkgd(' ');
	clear();
	refresh();
	endwin();
	if (term->has_paste)
		term_send("\033[?2004l");
	/* no second screen: what was shown must not stay, scrolled out too */
	if (term->is_linux)
		term_send("\033[H\033[2J\033[3J");
	delscreen(term->screen);
	key_decoder_done(&term->input.decoder);
	arena_free(term->arena);
}

void
term_size(const struct term *term, int *ret_rows, int *ret_columns)
{
	(void)term;
	*ret_rows = LINES > 0 ? LINES : 1;
	*ret_columns = COLS > 0 ? COLS : 1;
}

enum theme
term_theme(const struct term *term)
{
	return term->theme;
}

/* One cell as curses wants it: at most five wide characters. */
static void
make_cell(const struct term *term, struct glyph cell, cchar_t *into)
{
	wchar_t wide[POINTS + 1] = { 0 };
	size_t at = 0, n = 0, length;
	uint32_t point;

	while (n < POINTS &&
	    (length = text_decode(cell.text + at, strlen(cell.text + at),
		 &point)) > 0) {
		wide[n++] = (wchar_t)point;
		at += length;
	}
	setcchar(into, wide, term->attributes[cell.face],
	    term->pair[cell.face], NULL);
}

static void
put_row(const struct term *term, const struct canvas *canvas, int row)
{
	cchar_t cells[COLUMNS_MAX];
	int n = 0, columns = canvas_columns(canvas);

	for (int column = 0; column < columns && n < COLUMNS_MAX; column++) {
		struct glyph cell = canvas_cell(canvas, row, column);

		if (cell.columns > 0)
			make_cell(term, cell, &cells[n++]);
	}
	mvadd_wchnstr(row, 0, cells, n);
}

void
term_show(struct term *term, const struct canvas *canvas)
{
	int row, column;

	erase();
	for (row = 0; row < canvas_rows(canvas) && row < LINES; row++)
		put_row(term, canvas, row);
	canvas_cursor_at(canvas, &row, &column);
	move(row < LINES ? row : LINES - 1, column < COLS ? column : COLS - 1);
	wnoutrefresh(stdscr);
	term->marked[0] = '\0';
	term->is_stale = term_is_busy(term);
	term->is_owed = false;
	if (!term->is_stale)
		doupdate();
}

bool
term_is_busy(struct term *term)
{
	term->is_owed = key_decoder_is_waiting(&term->input.decoder) ||
	    input_is_ready(&term->input);
	return term->is_owed;
}

/* Did the terminal get another size? A serial line says 0 x 0: no news. */
static bool
take_size(void)
{
	struct winsize size = { 0 };

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 ||
	    size.ws_col == 0 || (size.ws_row == LINES && size.ws_col == COLS))
		return false;
	/* resizeterm() would put a key into a queue that nobody reads */
	resize_term(size.ws_row, size.ws_col);
	clearok(curscr, TRUE);
	return true;
}

/*
 * For tests: tell that the screen is complete, how many bytes of keys went
 * into it, and its size. An unknown OSC, so that terminals ignore it.
 */
static void
send_mark(struct term *term)
{
	char mark[sizeof(term->marked)];

	(void)snprintf(mark, sizeof(mark), "\033]7703;%llu;%d;%d\a",
	    term->input.n_bytes, LINES, COLS);
	if (!term->has_mark || strcmp(mark, term->marked) == 0)
		return;
	memcpy(term->marked, mark, sizeof(mark));
	term_send(mark);
}

/* Everything is shown before anybody waits. */
static void
catch_up(struct term *term)
{
	if (term->is_stale)
		doupdate();
	term->is_stale = false;
}

/* Wait once; true: ret_key is what to return. */
static bool
wait_once(struct term *term, int timeout_ms, struct key *ret_key)
{
	struct term_input *input = &term->input;
	bool is_waiting = key_decoder_is_waiting(&input->decoder);

	if (!is_waiting && !input_is_ready(input)) {
		*ret_key = key_of(K_NONE);
		if (term->is_owed)
			return true;
		catch_up(term);
		send_mark(term);
	}
	if (is_waiting)
		timeout_ms = key_decoder_patience(&input->decoder,
		    input->escape_ms);
	switch (input_wait(input, timeout_ms)) {
	case INPUT_BYTES:
	case INPUT_SIGNAL:
	case INPUT_OVER:
		return false;
	case INPUT_NOTHING:
		input->is_late = is_waiting;
		*ret_key = key_of(K_IDLE);
		return !is_waiting;
	}
	return false;
}

/* Redraw everything, with the next show. */
static void
start_afresh(struct term *term)
{
	reset_prog_mode();
	clearok(curscr, TRUE);
	if (term->has_paste)
		term_send("\033[?2004h");
}

static struct key
read_key(struct term *term, int timeout_ms)
{
	struct term_input *input = &term->input;
	struct key key = key_of(K_NONE);

	for (;;) {
		if (input_is_stopped(input))
			return key_of(K_STOP);
		if (input_woke(input)) {
			start_afresh(term);
			return key_of(K_NONE);
		}
		if (take_size())
			return key_of(K_RESIZE);
		if (key_decoder_next(&input->decoder, input->is_late, &key)) {
			input->is_late = false;
			if (key.code == K_NONE)
				clearok(curscr, TRUE);
			return key;
		}
		if (wait_once(term, timeout_ms, &key))
			return key;
	}
}

struct key
term_read(struct term *term, int timeout_ms)
{
	struct key key;

	input_hold(&term->input);
	key = read_key(term, timeout_ms);
	term->is_owed = false;
	input_let_go(&term->input);
	return key;
}

void
term_drop_typed(struct term *term)
{
	tcflush(STDIN_FILENO, TCIFLUSH);
	key_decoder_drop(&term->input.decoder);
}
