#include <string.h>

#include "base/file.h"
#include "desk/assets.h"
#include "desk/desk.h"
#include "desk/print.h"
#include "desk/setting.h"
#include "forms/smart_date.h"
#include "paper/handout.h"
#include "paper/spool.h"
#include "screens/app.h"
#include "screens/header.h"
#include "screens/pager.h"
#include "screens/print_arg.h"
#include "screens/print_facts.h"
#include "screens/question.h"
#include "screens/screens.h"
#include "screens/words.h"

/*
 * What will be printed, as it will look. Printing writes the copy into the
 * register first, then the text into the spool, then sends it: nothing is lost
 * when the printer is off.
 */
struct print_state {
	struct screen screen;
	struct print_arg arg;
	struct arena *arena; /* of the facts */
	struct print_facts facts;
	struct handout handout; /* size: of the preview and the print */
	bool is_wide;
	struct pager pager;
	int copy; /* of the preview */
};

/* A register of a few hundred entries. */
enum { PAPER_MAX = 1 << 20, DAY_MAX = 40 };

static enum fail
render(struct print_state *state, int copy, struct buf *out, struct err *err)
{
	state->handout.size = state->is_wide ? paper_a4() : paper_roll();
	return print_facts_text(&state->facts, &state->handout, copy, out,
	    err);
}

/* Render and show; a form feed is a rule on the screen. */
static enum fail
preview(struct print_state *state, struct err *err)
{
	scoped_buf out;
	char *line, *end;
	enum fail fail;

	buf_init(&out, PAPER_MAX);
	fail = render(state, state->copy, &out, err);
	if (fail)
		return fail;
	pager_init(&state->pager, state->screen.arena);
	for (line = out.text; line != NULL && *line != '\0'; line = end) {
		end = strchr(line, '\n');
		if (end != NULL)
			*end++ = '\0';
		pager_add(&state->pager, FACE_PLAIN, 0,
		    *line == '\f' ? line + 1 : line);
	}
	return FAIL_NONE;
}

static enum fail
read_file(struct print_state *state, const char *name,
    struct paper_file *ret_file, struct err *err)
{
	struct arena *arena = state->screen.arena;
	struct paper_file file = { .name =
	    arena_print(arena, "%s.paper", name) };
	enum fail fail;

	fail = desk_paper(screen_desk(&state->screen), name, arena,
	    &file.bytes, &file.size, err);
	if (!fail)
		*ret_file = file;
	return fail;
}

static enum fail
read_texts(struct print_state *state, struct err *err)
{
	enum fail fail;

	fail = read_file(state, state->arg.paper, &state->handout.paper, err);
	if (!fail)
		fail = read_file(state, "words", &state->handout.words, err);
	return fail;
}

/* Read what it is about anew; when that fails, the old stays. */
static enum fail
read_facts(struct print_state *state, struct err *err)
{
	struct arena *arena = arena_new();
	struct print_facts facts = { .desk = NULL };
	enum fail fail = print_facts_read(&facts,
	    screen_desk(&state->screen), &state->arg, arena, err);

	if (fail) {
		arena_free(arena);
		return fail;
	}
	arena_free(state->arena);
	state->arena = arena;
	state->facts = facts;
	return FAIL_NONE;
}

/* Is it of one record, whose copies are counted? */
static bool
is_counted(const struct print_state *state)
{
	return !id_is_zero(&state->arg.id);
}

static enum fail
print_open(struct screen *screen, const void *arg, struct err *err)
{
	struct print_state *state = (struct print_state *)screen;
	struct desk *desk = screen_desk(screen);
	const char *paper = NULL;
	int copies = 0;
	enum fail fail;

	state->arg = *(const struct print_arg *)arg;
	state->arg.paper = arena_text(screen->arena, state->arg.paper);
	fail = read_facts(state, err);
	if (!fail && is_counted(state))
		fail = desk_print_count(desk, &state->arg.id,
		    state->arg.paper, &copies, err);
	if (!fail)
		fail = desk_setting(desk, SETTING_PAPER, screen->arena,
		    &paper, err);
	if (!fail)
		fail = read_texts(state, err);
	if (fail)
		return fail;
	state->copy = copies + 1;
	state->is_wide = strcmp(paper, "a4") == 0;
	return preview(state, err);
}

/* Name of the spooled file: number or day, and paper, never a person. */
static const char *
name_of(const struct print_state *state)
{
	struct arena *arena = state->screen.arena;
	const char *number = state->facts.number;
	char id[ID_HEX_SIZE], day[DATE_TEXT_SIZE];

	if (state->facts.subject == PRINT_LIST) {
		date_print(date_is_none(state->facts.list.from) ?
		    desk_today(state->facts.desk) : state->facts.list.from,
		    day);
		return arena_print(arena, "%s-%s", day, state->arg.paper);
	}
	id_print(&state->arg.id, id);
	return arena_print(arena, "%s-%s", *number == '\0' ? id : number,
	    state->arg.paper);
}

/* In practice papers go into a folder beside the register. */
static enum fail
send(struct print_state *state, const char *path, bool *ret_is_sent,
    struct err *err)
{
	struct desk *desk = screen_desk(&state->screen);
	struct arena *arena = state->screen.arena;
	const char *setting = NULL;
	struct printer printer = { PRINTER_NONE, "", "ASCII" };
	enum fail fail;

	fail = desk_setting(desk, SETTING_PRINTER, arena, &setting, err);
	if (!fail && !desk_is_practice(desk))
		fail = printer_parse(setting, arena, &printer, err);
	if (!fail)
		fail = spool_send(path, &printer, err);
	if (!fail)
		*ret_is_sent = printer.kind != PRINTER_NONE;
	return fail;
}

static struct step
print_now(struct print_state *state)
{
	const struct app_host *host = state->screen.app->options.host;
	const char *folder = host->spool(host->context);
	const char *path = NULL;
	struct err err = { 0 };
	bool is_sent = false;
	scoped_buf out;
	enum fail fail;
	int copy = 1;

	buf_init(&out, PAPER_MAX);
	fail = !is_counted(state) ? FAIL_NONE :
	    desk_print_begin(screen_desk(&state->screen), &state->arg.id,
	    state->arg.paper, &copy, &err);
	if (!fail)
		fail = render(state, copy, &out, &err);
	if (!fail)
		fail = spool_write(folder,
		    &(struct spool_paper){ name_of(state), copy, out.text,
			out.size },
		    state->screen.arena, &path, &err);
	if (fail) {
		screen_say_err(&state->screen, &err);
		return step_stay();
	}
	if (send(state, path, &is_sent, &err)) {
		screen_say(&state->screen, NOTICE_DOUBT, "print.waits",
		    err.text, NULL);
		return step_done(1, NULL);
	}
	screen_say(&state->screen, NOTICE_INFO,
	    is_sent ? "print.sent" : "print.spooled", file_name(path), NULL);
	return step_done(1, NULL);
}

enum { PRINT_GO = 1, PRINT_SIZE, PRINT_DAY };

static bool
is_daily(const struct print_state *state)
{
	return strcmp(state->arg.paper, PAPER_DAILY) == 0;
}

static struct step
ask_day(struct print_state *state)
{
	struct question *question =
	    arena_alloc(state->screen.arena, sizeof *question);

	*question = (struct question){
		.title = words("print.day-title"),
		.text = words(is_daily(state) ? "print.day-daily" :
		    "print.day-register"),
		.buttons = {
			{ words("print.day-back"), 0 },
			{ words("print.day-go"), 0 },
		},
		.entry = words("print.day"),
		.entry_ceiling = DAY_MAX,
	};
	return step_push(&question_screen, question);
}

static void
show_day(struct print_state *state, const char *typed)
{
	struct desk *desk = screen_desk(&state->screen);
	const struct date_rule rule = { .today = desk_today(desk),
		.calendar = desk_assets(desk)->calendar };
	struct date before = state->arg.day;
	struct fact fact = { 0 };
	struct err err = { 0 };
	enum fail fail;

	state->arg.day = (struct date){ 0 };
	if (*typed != '\0' && smart_date_read(typed, &rule, &state->arg.day,
	    &fact) == WRONG) {
		state->arg.day = before;
		screen_say_fact(&state->screen, NOTICE_ERROR, &fact);
		return;
	}
	fail = read_facts(state, &err);
	if (!fail)
		fail = preview(state, &err);
	if (!fail)
		return;
	state->arg.day = before;
	screen_say_err(&state->screen, &err);
}

static struct step
print_resume(struct screen *screen, const struct screen_ops *from,
    const struct outcome *outcome)
{
	struct print_state *state = (struct print_state *)screen;

	if (from == &question_screen && outcome->code == 1)
		show_day(state, outcome->text == NULL ? "" : outcome->text);
	return step_stay();
}

static uint64_t
print_may(const struct screen *screen)
{
	const struct print_state *state = (const struct print_state *)screen;

	return state->facts.subject == PRINT_LIST ? KEYMAP_ALL :
	    KEYMAP_ALL & ~(UINT64_C(1) << PRINT_DAY);
}

static struct step
print_act(struct screen *screen, int action)
{
	struct print_state *state = (struct print_state *)screen;
	struct err err = { 0 };

	if (action == PRINT_GO)
		return print_now(state);
	if (action == PRINT_DAY)
		return ask_day(state);
	state->is_wide = !state->is_wide;
	if (preview(state, &err))
		screen_say_err(screen, &err);
	return step_stay();
}

static struct step
print_key(struct screen *screen, const struct key *key)
{
	struct print_state *state = (struct print_state *)screen;

	if (key->code == K_ENTER)
		return print_now(state);
	return pager_key(&state->pager, key,
	    frame_body(screen->app->canvas).rows - 1) ? step_stay() :
	    step_unused();
}

static void
print_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	const struct print_state *state = (const struct print_state *)screen;
	const char *paper =
	    words(arena_print(arena, "paper.%s", state->arg.paper));

	frame->trail = is_counted(state) ? sentence_of(arena, "print.trail",
	    state->facts.number, paper, NULL) :
	    sentence_of(arena, "print.trail-list", paper, NULL);
	frame->state = sentence_of(arena, "print.state",
	    words(state->is_wide ? "print.a4" : "print.roll"),
	    arena_print(arena, "%d", state->copy), NULL);
	frame->hint = words(state->facts.subject == PRINT_LIST ?
	    "print.hint-day" : "print.hint");
}

static void
print_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	const struct print_state *state = (const struct print_state *)screen;
	int columns = state->is_wide ? 78 : 50;

	body.column += (body.columns - columns) / 2;
	body.columns = columns;
	pager_paint(&state->pager, canvas, body);
}

static void
print_close(struct screen *screen)
{
	arena_free(((struct print_state *)screen)->arena);
}

static const struct key_binding print_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_F2, 0, PRINT_GO, "legend.print", "print.key-go" },
	{ K_F4, 0, PRINT_DAY, "legend.day", "print.key-day" },
	{ K_F6, 0, PRINT_SIZE, "legend.size", "print.key-size" },
};
static const struct keymap print_keymap = { print_bindings,
	array_length(print_bindings) };

const struct screen_ops print_screen = {
	.name = "print",
	.size = sizeof(struct print_state),
	.keymap = &print_keymap,
	.may = print_may,
	.open = print_open,
	.act = print_act,
	.key = print_key,
	.resume = print_resume,
	.frame = print_frame,
	.paint = print_paint,
	.close = print_close,
};
