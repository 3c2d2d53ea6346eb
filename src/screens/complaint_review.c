#include "screens/complaint_state.h"

#include <string.h>

#include "desk/assets.h"
#include "desk/desk.h"
#include "domain/life.h"
#include "forms/field.h"
#include "forms/lookup.h"
#include "screens/context.h"
#include "screens/header.h"
#include "screens/words.h"

/* The field of a name in any of the complaint's forms, or NULL. */
static const struct field *
field_of(const struct complaint_state *state, const char *name)
{
	const struct assets *assets =
	    desk_assets(screen_desk(&state->screen));

	for (size_t i = 0; i < assets->n_forms; i++) {
		const struct form *form = assets->forms[i];
		int field = form_field(form, name);

		if (strncmp(form->name, "complaint", 9) == 0 &&
		    field != FIELD_ABSENT)
			return &form->fields[field];
	}
	return NULL;
}

/* As the field prints it; what it cannot read, as it is. */
static const char *
value_text(const struct complaint_state *state, const struct field *field,
    const char *stored)
{
	struct field_context *context =
	    context_of(screen_desk(&state->screen), state->arena);
	scoped_buf text;

	buf_init(&text, FIELD_STORED_MAX);
	buf_text(&text, "");
	field_show(field, stored, context, &text);
	return arena_text(state->arena, text.text);
}

/* The name of an officer, or the staff id of one who is not known. */
static const char *
officer_text(const struct complaint_state *state, const char *staff_id)
{
	const struct field_context *context =
	    context_of(screen_desk(&state->screen), state->arena);
	struct lookup_row row;

	if (context->officers == NULL || !lookup_find(context->officers,
	    staff_id, &row, state->arena))
		return staff_id;
	return row.text;
}

/* Where the steps of a review begin among its cells, and their titles. */
static const struct review_part {
	int first; /* cell */
	const char *title;
} parts[] = {
	{ REVIEW_FIELD, "review-part.group" },
	{ REVIEW_CORE, "review-part.core" },
	{ REVIEW_CLAUSES, "review-part.clauses" },
	{ REVIEW_EARLIER, "review-part.earlier" },
	{ REVIEW_PLAN, "review-part.plan" },
	{ REVIEW_CLASS, "review-part.dispose" },
	{ REVIEW_RESPONSE, "review-part.response" },
	{ REVIEW_FOLLOW_UP, "review-part.follow-up" },
	{ REVIEW_ANSWER, "review-part.answer" },
	{ REVIEW_INFORMED, "review-part.inform" },
	{ REVIEW_REPORTED_TO, "review-part.report" },
	{ REVIEW_FORWARD_TO, "review-part.forward" },
};

/* The step a cell belongs to, or NULL. */
static const struct review_part *
part_of(int cell)
{
	const struct review_part *part = NULL;

	for (size_t i = 0; i < array_length(parts); i++)
		if (cell >= parts[i].first)
			part = &parts[i];
	return part;
}

/* "core_officer" and "core_date" as "oleh Dedi, 04/11/2026". */
static bool
add_by(struct complaint_state *state, const struct record *record, int cell)
{
	const char *name = record->table->cells[cell].name;
	const char *end = strstr(name, "_officer");
	struct arena *arena = state->arena;
	const char *day = NULL;

	if (end == NULL || end[8] != '\0')
		return false;
	day = record_named(record, arena_print(arena, "%.*s_date",
	    (int)(end - name), name));
	if (strcmp(name, "plan_officer") == 0)
		day = record_text(record, REVIEW_PLAN_ON);
	pager_add(&state->pager, FACE_QUIET, 22, sentence_of(arena,
	    "detail.by", officer_text(state, record_text(record, cell)),
	    day == NULL ? "" : stored_day(arena, day), NULL));
	return true;
}

void
complaint_add_cells(struct complaint_state *state,
    const struct record *record)
{
	bool is_review = record->table->number == TABLE_REVIEW;
	const struct review_part *part = NULL;

	for (int i = 0; i < (int)record->table->n_cells; i++) {
		const struct field *field;

		if (!record_has(record, i) ||
		    record->cell[i].type != VALUE_TEXT ||
		    (is_review && add_by(state, record, i)))
			continue;
		field = field_of(state, record->table->cells[i].name);
		if (field == NULL)
			continue;
		if (is_review && part_of(i) != part) {
			part = part_of(i);
			pager_add(&state->pager, FACE_STRONG, 2,
			    words(part->title));
		}
		complaint_add_pair(state, field->label,
		    value_text(state, field, record_text(record, i)));
	}
}

/* Rows of one round: what was done, when, by whom. */
static void
add_rows(struct complaint_state *state, const char *heading,
    const struct record *rows, size_t n, int round_cell, int round)
{
	bool has_heading = false;

	for (size_t i = 0; i < n; i++) {
		if (record_integer(&rows[i], round_cell) != round)
			continue;
		if (!has_heading)
			pager_add(&state->pager, FACE_TITLE, 0,
			    words(heading));
		has_heading = true;
		complaint_add_cells(state, &rows[i]);
	}
}

/* An approval: of what, by whom, and whether the text was changed since. */
static void
add_approvals(struct complaint_state *state, int round)
{
	const struct complaint *complaint = &state->complaint;
	struct arena *arena = state->arena;

	for (size_t i = 0; i < complaint->n_approvals; i++) {
		const struct record *row = &complaint->approvals[i];
		bool is_apip =
		    strcmp(record_text(row, APPROVAL_WHAT), "apip") == 0;

		if (record_integer(row, APPROVAL_ROUND) != round)
			continue;
		complaint_add_pair(state, words(is_apip ?
		    "detail.approved-apip" : "detail.approved-answer"),
		    arena_print(arena, "%s, %s  %s %s",
		    record_text(row, APPROVAL_NAME),
		    record_text(row, APPROVAL_POST),
		    stored_day(arena, record_text(row, APPROVAL_DATE)),
		    record_text(row, APPROVAL_NUMBER)));
	}
	if (round == complaint->round && !complaint->is_approved &&
	    record_has(&complaint->review, REVIEW_ANSWER))
		pager_add(&state->pager, FACE_FIELD_DOUBT, 2,
		    words("detail.not-approved"));
}

static void
add_round(struct complaint_state *state, const struct record *review,
    int round)
{
	const struct complaint *complaint = &state->complaint;
	struct arena *arena = state->arena;

	pager_add(&state->pager, FACE_TITLE, 0, sentence_of(arena,
	    round == 1 ? "detail.review" : "detail.round",
	    arena_print(arena, "%d", round), NULL));
	if (round == complaint->round && complaint->n_reviews == 0)
		pager_add(&state->pager, FACE_QUIET, 2,
		    words("detail.not-reviewed"));
	complaint_add_cells(state, review);
	add_rows(state, "detail.handlings", complaint->handlings,
	    complaint->n_handlings, HANDLING_ROUND, round);
	add_rows(state, "detail.levels", complaint->levels,
	    complaint->n_levels, LEVEL_ROUND, round);
	add_approvals(state, round);
}

/* The present round first; what an objection left behind stays below it. */
void
complaint_add_review(struct complaint_state *state)
{
	const struct complaint *complaint = &state->complaint;

	for (size_t i = complaint->n_reviews; i > 0; i--) {
		const struct record *review = &complaint->reviews[i - 1];

		add_round(state, review,
		    (int)record_integer(review, REVIEW_ROUND));
	}
	if (complaint->n_reviews == 0)
		add_round(state, &complaint->review, complaint->round);
}
