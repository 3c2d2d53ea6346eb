#include <string.h>

#include "screens/entry_page.h"
#include "screens/header.h"
#include "screens/words.h"

static const char *const kinds[TREATED_N][2] = {
	{ "pengaduan", "entry-review.as-complaint" },
	{ "saran", "entry-review.as-suggestion" },
	{ "masukan", "entry-review.as-input" },
	{ "koreksi", "entry-review.as-correction" },
	{ "revisi", "entry-review.as-revision" },
};

const char *
treated_as(int i)
{
	return kinds[i][0];
}

bool
entry_review_has(const struct entry_review_state *state, const char *field)
{
	static const char *const own[] = { "kind", "kind_reason",
		"late_reason", "doubt_reason" };

	for (size_t i = 0; i < array_length(own); i++)
		if (strcmp(field, own[i]) == 0)
			return true;
	return strcmp(field, "read_back") == 0 &&
	    entry_review_wants_reading(state);
}

bool
entry_review_wants_reading(const struct entry_review_state *state)
{
	const struct answers *answers = state->arg.answers;
	int field = form_field(answers_form(answers), "read_back");

	return field != FIELD_ABSENT &&
	    answers_is_shown(answers, (size_t)field) &&
	    strcmp(answers_text(answers, "read_back"), "Y") != 0;
}

/* The code of why it is of that kind; NULL for a plain complaint. */
static const char *
rule_code(const char *rule)
{
	static const char *const rules[][2] = {
		{ "no-identity", "entry-review.no-identity" },
		{ "no-object", "entry-review.no-object" },
		{ "no-identity-object", "entry-review.no-identity-object" },
		{ "late", "entry-review.late" },
		{ "service-running", "entry-review.running" },
		{ "service-date-unknown", "entry-review.date-unknown" },
	};

	for (size_t i = 0; i < array_length(rules); i++)
		if (strcmp(rules[i][0], rule) == 0)
			return rules[i][1];
	return NULL;
}

/* What it is, until when it is answered, and by which clause. */
static void
add_kind(struct entry_review_state *state)
{
	const struct complaint_kind *kind = &state->review.kind;
	struct arena *arena = state->screen.arena;
	struct summary *summary = &state->summary;
	const char *rule = rule_code(kind->rule);

	if (kind->wants_choice && state->choice == NULL)
		summary_add(summary, FACE_STRONG, NULL,
		    words("entry-review.undecided"));
	else if (!date_is_none(kind->due.date))
		summary_add(summary, FACE_STRONG, NULL, sentence_of(arena,
		    "entry-review.answer-by", kind->label,
		    long_day_text(arena, kind->due.date),
		    kind->due.is_provisional ? words("date.provisional") :
		    "", NULL));
	else
		summary_add(summary, FACE_STRONG, NULL, sentence_of(arena,
		    "entry-review.no-due", kind->label, NULL));
	if (rule != NULL)
		summary_add(summary, FACE_FIELD_DOUBT, NULL,
		    arena_print(arena, "  %s  %s", kind->clause,
		    sentence_of(arena, rule,
		    arena_print(arena, "%d", kind->days),
		    date_is_none(kind->window_end) ? "" :
		    day_text(arena, kind->window_end), NULL)));
}

static void
add_choice(struct entry_review_state *state)
{
	struct arena *arena = state->screen.arena;

	if (!state->review.kind.wants_choice)
		return;
	summary_head(&state->summary, "entry-review.choose");
	for (size_t i = 0; i < TREATED_N; i++)
		summary_add(&state->summary, FACE_PLAIN, NULL,
		    arena_print(arena, "  %s %zu %s",
		    state->choice != NULL &&
		    strcmp(state->choice, kinds[i][0]) == 0 ? "(x)" : "( )",
		    i + 1, words(kinds[i][1])));
}

static void
add_fields(struct entry_review_state *state, const char *heading,
    enum face face, const struct review_field *fields, size_t n)
{
	struct arena *arena = state->screen.arena;

	if (n == 0)
		return;
	summary_head(&state->summary, heading);
	for (size_t i = 0; i < n; i++)
		summary_add(&state->summary, face, fields[i].field,
		    arena_print(arena, "  %-12s %s", fields[i].label,
		    fields == state->review.missing ? words("review.empty") :
		    sentence(arena, &fields[i].fact)));
}

static void
add_earlier(struct entry_review_state *state)
{
	struct arena *arena = state->screen.arena;

	if (state->review.n_earlier == 0)
		return;
	summary_head(&state->summary, "entry-review.earlier");
	for (size_t i = 0; i < state->review.n_earlier; i++) {
		const struct complaint_related *earlier =
		    &state->review.earlier[i];

		summary_add(&state->summary, FACE_FIELD_DOUBT, NULL,
		    arena_print(arena, "  %s  %s  %s  %s", earlier->number,
		    day_text(arena, earlier->received), earlier->about,
		    earlier->state_label));
	}
}

/* Is the field named under another heading already? */
static bool
is_listed(const struct review_field *fields, size_t n, const char *field)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(fields[i].field, field) == 0)
			return true;
	return false;
}

/* What refuses, but not once more what is missing or wrong. */
static void
add_refusals(struct entry_review_state *state)
{
	const struct complaint_review *review = &state->review;
	struct refusals others = { .arena = state->screen.arena };

	if (review->refusals == NULL)
		return;
	others.list = arena_array(others.arena, review->refusals->n,
	    sizeof *others.list);
	for (size_t i = 0; i < review->refusals->n; i++) {
		const struct refusal *refusal = &review->refusals->list[i];

		if (!is_listed(review->missing, review->n_missing,
		    refusal->field) &&
		    !is_listed(review->wrong, review->n_wrong,
		    refusal->field))
			others.list[others.n++] = *refusal;
	}
	summary_refusals(&state->summary, &others);
}

void
entry_review_lines(struct entry_review_state *state)
{
	const struct complaint_review *review = &state->review;
	struct summary *summary = &state->summary;

	summary_begin(summary, state->screen.arena);
	add_kind(state);
	add_choice(state);
	add_fields(state, "review.missing", FACE_FIELD_DOUBT, review->missing,
	    review->n_missing);
	add_fields(state, "review.wrong", FACE_FIELD_ERROR, review->wrong,
	    review->n_wrong);
	add_refusals(state);
	add_fields(state, "review.doubtful", FACE_FIELD_DOUBT,
	    review->doubtful, review->n_doubtful);
	add_earlier(state);
	summary_values(summary, state->arg.answers, state->arg.context);
}
