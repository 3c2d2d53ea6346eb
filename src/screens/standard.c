#include <string.h>

#include "desk/assets.h"
#include "desk/desk.h"
#include "domain/standard.h"
#include "screens/app.h"
#include "screens/header.h"
#include "screens/pager.h"
#include "screens/question.h"
#include "screens/screens.h"
#include "screens/words.h"

/*
 * The reader of the service standard: components on the left, the text as it
 * was published on the right, dated notes in brackets beside it.
 */
struct standard_state {
	struct screen screen;
	const struct standard *standard;
	const struct clause **components;
	size_t n, selected;
	struct pager pager;
	int columns; /* of the text, as it was wrapped */
	const char *query;
	size_t found; /* the clause found last */
};

enum { LIST_COLUMNS = 22, TEXT_COLUMN = 25 };

static bool
is_inside(const struct standard *standard, size_t i, size_t component)
{
	int at = (int)i;

	while (at >= 0 && (size_t)at != component)
		at = standard->clauses[at].parent;
	return at >= 0;
}

static void
add_clause(struct standard_state *state, const struct clause *clause,
    size_t columns)
{
	struct arena *arena = state->screen.arena;
	int indent = clause->depth > 2 ? 3 * (clause->depth - 2) : 0;

	pager_item(&state->pager,
	    *clause->mark >= 'A' && *clause->mark <= 'Z' ? FACE_STRONG :
	    FACE_PLAIN, indent, columns, clause->mark, clause->text);
	for (size_t i = 0; i < clause->n_notes; i++) {
		char day[DATE_TEXT_SIZE];

		date_print_local(clause->notes[i].date, day);
		pager_flow(&state->pager, FACE_QUIET, indent + 3, columns,
		    arena_print(arena, "[%s %s: %s]", words("help.note"),
		    day, clause->notes[i].text));
	}
}

/* The text of the selected component. */
static void
show_component(struct standard_state *state)
{
	const struct standard *standard = state->standard;
	const struct clause *component = state->components[state->selected];
	size_t at = (size_t)(component - standard->clauses);
	struct arena *arena = state->screen.arena;
	size_t columns = (size_t)state->columns;

	pager_init(&state->pager, arena);
	pager_add(&state->pager, FACE_TITLE, 0, arena_print(arena, "%s. %s",
	    component->mark, component->title));
	pager_add(&state->pager, FACE_PLAIN, 0, "");
	if (*component->text != '\0')
		pager_flow(&state->pager, FACE_PLAIN, 0, columns,
		    component->text);
	for (size_t i = 0; i < component->n_notes; i++)
		pager_flow(&state->pager, FACE_QUIET, 3, columns,
		    arena_print(arena, "[%s: %s]", words("help.note"),
		    component->notes[i].text));
	for (size_t i = at + 1; i < standard->n_clauses; i++)
		if (is_inside(standard, i, at))
			add_clause(state, &standard->clauses[i], columns);
	if (strcmp(component->mark, "2") == 0)
		pager_flow(&state->pager, FACE_QUIET, 0, columns,
		    words("standard.no-steps"));
}

/* Go to the component of a clause, with its first line on top. */
static void
go_to(struct standard_state *state, size_t clause)
{
	const struct standard *standard = state->standard;
	const char *text = standard->clauses[clause].text;
	size_t size = strcspn(text, "\n");

	for (size_t i = 0; i < state->n; i++)
		if (is_inside(standard, clause,
		    (size_t)(state->components[i] - standard->clauses)))
			state->selected = i;
	show_component(state);
	if (size > 20)
		size = 20;
	for (size_t i = 0; i < state->pager.n; i++)
		if (size > 0 && strstr(state->pager.lines[i].text,
		    arena_bytes(state->screen.arena, text, size)) != NULL) {
			state->pager.top = i;
			break;
		}
	state->found = clause;
}

static enum fail
standard_open(struct screen *screen, const void *arg, struct err *err)
{
	struct standard_state *state = (struct standard_state *)screen;
	const struct assets *assets = desk_assets(screen_desk(screen));
	const struct standard *standard;

	if (assets->n_standards == 0)
		return fail_say(err, FAIL_MISSING, "standard.none", NULL);
	standard = state->standard = assets->standards[0];
	state->columns = frame_body(screen->app->canvas).columns -
	    TEXT_COLUMN - 2;
	state->components = arena_array(screen->arena, standard->n_clauses,
	    sizeof *state->components);
	for (size_t i = 0; i < standard->n_clauses; i++)
		if (standard->clauses[i].level == CLAUSE_COMPONENT)
			state->components[state->n++] = &standard->clauses[i];
	state->found = standard->n_clauses;
	show_component(state);
	if (arg != NULL && standard_clause(standard, arg) != NULL)
		go_to(state, (size_t)(standard_clause(standard, arg) -
		    standard->clauses));
	return FAIL_NONE;
}

enum { STANDARD_SEARCH = 1, STANDARD_AGAIN };

static struct step
ask_search(struct standard_state *state)
{
	struct question *question =
	    arena_alloc(state->screen.arena, sizeof *question);

	*question = (struct question){
		.title = words("standard.search"),
		.text = words("standard.search-text"),
		.buttons = {
			{ words("standard.search-back"), 0 },
			{ words("standard.search-go"), 0 },
		},
		.entry = words("standard.search-label"),
		.entry_ceiling = 60,
	};
	return step_push(&question_screen, question);
}

/* The next place after the one found last, from the beginning at the end. */
static void
search(struct standard_state *state)
{
	const struct standard *standard = state->standard;
	size_t from = state->found + 1;
	size_t at;

	if (state->query == NULL)
		return;
	at = from < standard->n_clauses ?
	    standard_find(standard, state->query, from) :
	    standard->n_clauses;
	if (at == standard->n_clauses)
		at = standard_find(standard, state->query, 0);
	if (at == standard->n_clauses) {
		screen_say(&state->screen, NOTICE_INFO, "standard.not-found",
		    state->query, NULL);
		return;
	}
	go_to(state, at);
	screen_say(&state->screen, NOTICE_INFO, "standard.found",
	    standard->clauses[at].id, NULL);
}

static struct step
standard_act(struct screen *screen, int action)
{
	struct standard_state *state = (struct standard_state *)screen;

	if (action == STANDARD_SEARCH)
		return ask_search(state);
	search(state);
	return step_stay();
}

static struct step
standard_resume(struct screen *screen, const struct screen_ops *from,
    const struct outcome *outcome)
{
	struct standard_state *state = (struct standard_state *)screen;

	if (from == &question_screen && outcome->code == 1 &&
	    outcome->text != NULL && *outcome->text != '\0') {
		state->query = arena_text(screen->arena, outcome->text);
		state->found = state->standard->n_clauses;
		search(state);
	}
	return step_stay();
}

static struct step
standard_key(struct screen *screen, const struct key *key)
{
	struct standard_state *state = (struct standard_state *)screen;

	if (key_is_letter(key, '/'))
		return ask_search(state);
	if (key->code == K_DOWN && state->selected + 1 < state->n)
		state->selected++;
	else if (key->code == K_UP && state->selected > 0)
		state->selected--;
	else if (key->code == K_DOWN || key->code == K_UP)
		return step_stay();
	else
		return pager_key(&state->pager, key,
		    frame_body(screen->app->canvas).rows - 1) ?
		    step_stay() : step_unused();
	show_component(state);
	return step_stay();
}

static void
standard_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	const struct standard_state *state =
	    (const struct standard_state *)screen;

	frame->trail = sentence_of(arena, "standard.trail",
	    state->standard->number, state->standard->name, NULL);
	frame->state = arena_print(arena, "%s   %s",
	    state->components[state->selected]->id, words("frame.back"));
	frame->hint = words("standard.hint");
}

static void
paint_components(const struct standard_state *state, struct canvas *canvas,
    struct area body)
{
	int row = body.row, parent = -1;

	for (size_t i = 0; i < state->n; i++, row++) {
		const struct clause *component = state->components[i];
		bool has_focus = i == state->selected;

		if (component->parent != parent) {
			parent = component->parent;
			canvas_put_in(canvas, row++, body.column + 1,
			    LIST_COLUMNS, FACE_TITLE,
			    words(strcmp(state->standard->clauses[parent]
			    .mark, "A.") == 0 ? "standard.group-a" :
			    "standard.group-b"));
		}
		if (has_focus) {
			canvas_put(canvas, row, body.column, FACE_MARK, ">");
			canvas_cursor(canvas, row, body.column + 2);
		}
		canvas_print_at(canvas, row, body.column + 1,
		    has_focus ? FACE_FOCUS : FACE_PLAIN, "%3s %-17s",
		    component->mark, component->brief);
	}
}

static void
standard_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	const struct standard_state *state =
	    (const struct standard_state *)screen;
	struct area text = { body.row, body.column + TEXT_COLUMN, body.rows,
		body.columns - TEXT_COLUMN - 1 };

	pager_paint(&state->pager, canvas, text);
	canvas_rule_down(canvas, body.row, body.column + TEXT_COLUMN - 2,
	    body.rows, FACE_RULE);
	paint_components(state, canvas, body);
}

static const struct key_binding standard_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_F3, 0, STANDARD_SEARCH, "legend.search", "standard.key-search" },
	{ K_F4, 0, STANDARD_AGAIN, "legend.find-next", "standard.key-again" },
};
static const struct keymap standard_keymap = { standard_bindings,
	array_length(standard_bindings) };

const struct screen_ops standard_screen = {
	.name = "standard",
	.size = sizeof(struct standard_state),
	.keymap = &standard_keymap,
	.open = standard_open,
	.act = standard_act,
	.key = standard_key,
	.resume = standard_resume,
	.frame = standard_frame,
	.paint = standard_paint,
};
