#include "desk/move.h"

#include <string.h>

#include "desk/case.h"
#include "domain/checklist.h"
#include "forms/answers.h"
#include "forms/record_map.h"
#include "store/rows.h"

static bool
is_blank(const char *text)
{
	return text == NULL || text[strspn(text, " \n")] == '\0';
}

static bool
has_failed(const struct checklist *checklist)
{
	return checklist->wrong + checklist->absent > 0;
}

/* What must hold before anybody typed anything. */
static void
check_needs(const struct application *application, const struct move *move,
    struct refusals *refusals)
{
	if ((move->needs & 1u << NEED_COMPLETE) != 0)
		checklist_blocking(application->checklist, refusals);
}

/* What must hold of what was typed. */
static void
check_reason(const struct application *application, const struct move *move,
    const char *reason, struct refusals *refusals)
{
	if ((move->needs & 1u << NEED_REASON) != 0 && is_blank(reason))
		refusals_add(refusals, "", "", "reason", "move.no-reason",
		    move->label, NULL);
	if ((move->needs & 1u << NEED_FAILED) != 0 &&
	    !has_failed(application->checklist) && is_blank(reason))
		refusals_add(refusals, "", "", "reason", "move.no-failed",
		    NULL);
}

static struct date
last_date(const struct application *application)
{
	struct date last = { 0 };

	for (size_t i = 0; i < application->n_events; i++)
		if (date_compare(application->events[i].date, last) > 0)
			last = application->events[i].date;
	return last;
}

/* A step is not in the future, and not before the one it follows. */
static void
check_date(const struct desk *desk, const struct application *application,
    struct date date, struct refusals *refusals)
{
	struct date last = last_date(application);
	char text[DATE_TEXT_SIZE];

	if (date_compare(date, desk_today(desk)) > 0)
		refusals_add(refusals, "", "", "date", "move.future", NULL);
	if (date_compare(date, last) < 0) {
		date_print_local(last, text);
		refusals_add(refusals, "", "", "date", "move.too-early", text,
		    NULL);
	}
}

static const char *
label_of(const struct answers *answers, const char *field)
{
	const struct form *form = answers_form(answers);
	int at = form_field(form, field);

	return at == FIELD_ABSENT ? field : form->fields[at].label;
}

/* Every field the move requires has a good value. */
static void
check_fields(const struct move *move, const struct answers *answers,
    struct arena *arena, struct refusals *refusals)
{
	struct field_list wrong;
	const struct form *form;

	if (answers == NULL) {
		for (size_t i = 0; i < move->n_required; i++)
			refusals_add(refusals, "", "", move->required[i],
			    "move.missing", move->required[i], NULL);
		return;
	}
	form = answers_form(answers);
	for (size_t i = 0; i < move->n_required; i++)
		if (*answers_text(answers, move->required[i]) == '\0')
			refusals_add(refusals, "", "", move->required[i],
			    "move.missing",
			    label_of(answers, move->required[i]), NULL);
	wrong = answers_wrong(answers, arena);
	for (size_t i = 0; i < wrong.n; i++)
		refusals_add(refusals, "", "",
		    form->fields[wrong.fields[i]].name, "intake.wrong",
		    form->fields[wrong.fields[i]].label, NULL);
	/* Component 5: with electronic signature, or it is not the product. */
	if (form_field(form, "signed") != FIELD_ABSENT &&
	    strcmp(answers_text(answers, "signed"), "T") == 0)
		refusals_add(refusals, "32/5", "", "signed",
		    "move.not-signed", NULL);
}

/* Has anybody acted since the officer looked? */
static enum fail
check_seen(const struct application *application,
    const struct move_request *request, struct err *err)
{
	const struct status *status = application->status;
	const struct application_event *last;
	bool is_same = request->n_seen == status->n_ends;

	for (size_t i = 0; is_same && i < status->n_ends; i++) {
		bool is_there = false;

		for (size_t j = 0; j < request->n_seen; j++)
			is_there = is_there || id_equal(&status->ends[i],
			    &request->seen[j]);
		is_same = is_there;
	}
	if (is_same)
		return FAIL_NONE;
	last = &application->events[application->n_events - 1];
	return fail_say(err, FAIL_CONFLICT, "move.changed",
	    last->officer_name, status->state == NULL ? last->state :
	    status->state->label, NULL);
}

static enum fail
find_move(struct desk *desk, const struct application *application,
    const char *name, const struct move **ret_move, struct err *err)
{
	const struct move *move = life_move(desk->assets.life, name);
	const struct state *state = application->status->state;

	if (move == NULL)
		return fail_say(err, FAIL_MISSING, "move.unknown", name,
		    NULL);
	if (state == NULL || !move_is_from(move, state->name))
		return fail_say(err, FAIL_CONFLICT, "move.wrong-state",
		    move->label, state == NULL ? "" : state->label, NULL);
	*ret_move = move;
	return FAIL_NONE;
}

/* The cells and answers of the move's form. */
static enum fail
write_fields(struct desk *desk, struct application *application,
    const struct answers *answers, struct arena *arena, struct err *err)
{
	static const enum table_number tables_of[] = { TABLE_APPLICATION,
		TABLE_EVENT };
	struct record *rows = NULL;
	size_t n = 0;
	enum fail fail;

	if (answers == NULL)
		return FAIL_NONE;
	answers_to_record(answers, &application->record, arena);
	fail = store_put(desk->store, &application->record, err);
	answers_to_rows(answers, tables_of, array_length(tables_of),
	    &application->record.id, arena, &rows, &n);
	for (size_t i = 0; i < n && !fail; i++)
		fail = store_put(desk->store, &rows[i], err);
	return fail;
}

static enum fail
judge(struct desk *desk, const struct application *application,
    const struct move *move, const struct move_request *request,
    struct date date, struct refusals *refusals, struct err *err)
{
	enum fail fail = FAIL_NONE;

	if (move->action == ACTION_CHECK)
		fail = case_two_persons(desk, application, err);
	if (fail)
		return fail;
	check_needs(application, move, refusals);
	check_fields(move, request->answers, refusals->arena, refusals);
	check_reason(application, move, request->reason, refusals);
	check_date(desk, application, date, refusals);
	return refusals_fail(refusals, err);
}

static enum fail
write_move(struct desk *desk, struct application *application,
    const struct move *move, const struct move_request *request,
    struct date date, struct arena *arena, struct id *ret_event,
    struct err *err)
{
	struct case_step step = { .move = move, .date = date,
		.reason = request->reason,
		.ends = application->status->ends,
		.n_ends = application->status->n_ends };
	scoped_buf snapshot;
	enum fail fail;

	buf_init(&snapshot, 4096);
	buf_text(&snapshot, "");
	if (move->effect != CLOCK_KEEP)
		case_snapshot(application, &snapshot);
	step.snapshot = snapshot.text;
	fail = write_fields(desk, application, request->answers, arena, err);
	if (!fail)
		fail = case_step(desk, &request->application, &step, arena,
		    ret_event, err);
	if (!fail)
		fail = failpoint_reach(&desk->options.failpoint,
		    "commit-move", err);
	return fail;
}

enum fail
desk_move(struct desk *desk, const struct move_request *request,
    struct refusals *refusals, struct moved *ret_moved, struct err *err)
{
	scoped_arena arena = arena_new();
	scoped_transaction transaction = { 0 };
	struct refusals own = { .arena = arena };
	struct application application = { 0 };
	const struct move *move = life_move(desk->assets.life, request->move);
	struct date date = date_is_none(request->date) ? desk_today(desk) :
							 request->date;
	struct moved moved = { 0 };
	enum fail fail;

	if (move == NULL)
		return fail_say(err, FAIL_MISSING, "move.unknown",
		    request->move, NULL);
	fail = act_begin(desk, move->action, &transaction, err);
	if (!fail)
		fail = case_read(desk, &request->application, arena,
		    &application, err);
	if (!fail)
		fail = check_seen(&application, request, err);
	if (!fail)
		fail = find_move(desk, &application, request->move, &move,
		    err);
	if (!fail)
		fail = judge(desk, &application, move, request, date,
		    refusals == NULL ? &own : refusals, err);
	if (!fail)
		fail = write_move(desk, &application, move, request, date,
		    arena, &moved.event, err);
	if (!fail)
		fail = case_read(desk, &request->application, arena,
		    &application, err);
	if (!fail)
		fail = transaction_commit(&transaction, err);
	if (fail)
		return fail;
	moved.state = move->to;
	moved.due = application.due;
	*ret_moved = moved;
	return FAIL_NONE;
}

static enum fail
option_of(struct desk *desk, const struct application *application,
    const struct move *move, struct arena *arena, struct move_option *option,
    struct err *err)
{
	struct refusals *refusals = arena_alloc(arena, sizeof *refusals);
	struct err denied = { 0 };
	enum fail fail = FAIL_NONE;

	refusals->arena = arena;
	*option = (struct move_option){ .move = move,
		.refusals = refusals };
	if (*move->form != '\0')
		fail = desk_form(desk, move->form, NULL, &option->form, err);
	if (fail)
		return fail;
	if (desk_demand(desk, move->action, &denied) ||
	    (move->action == ACTION_CHECK &&
	    case_two_persons(desk, application, &denied)))
		refusals_add(refusals, "", "", "", denied.fact.code,
		    denied.fact.arg[0], denied.fact.arg[1], NULL);
	check_needs(application, move, refusals);
	option->is_allowed = refusals->n == 0;
	return FAIL_NONE;
}

enum fail
desk_moves(struct desk *desk, const struct id *id, struct arena *arena,
    struct move_option **ret_options, size_t *ret_n, struct err *err)
{
	const struct life *life = desk->assets.life;
	struct move_option *options =
	    arena_array(arena, life->n_moves, sizeof *options);
	struct application application = { 0 };
	size_t n = 0;
	enum fail fail;

	fail = desk_application(desk, id, arena, &application, err);
	if (fail)
		return fail;
	for (size_t i = 0; i < life->n_moves && !fail &&
	     application.status->state != NULL; i++)
		if (move_is_from(&life->moves[i],
		    application.status->state->name))
			fail = option_of(desk, &application, &life->moves[i],
			    arena, &options[n++], err);
	if (fail)
		return fail;
	*ret_options = options;
	*ret_n = n;
	return FAIL_NONE;
}
