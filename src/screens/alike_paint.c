#include "screens/alike_state.h"

#include "screens/header.h"
#include "screens/words.h"

enum { KIND = 12, WHAT = 27, LABEL = 16, SIDE = 29 };

/* What kind of records, by its table. */
static const char *
kind_of(const struct desk_alike *pair)
{
	if (pair->is_divided)
		return words("alike.divided");
	switch (pair->alike.table) {
	case TABLE_PERSON: return words("alike.person");
	case TABLE_COMPANY: return words("alike.company");
	case TABLE_COMPLAINT: return words("alike.complaint");
	case TABLE_APPLICATION:
	case TABLE_EVENT:
	case TABLE_CHECK:
	case TABLE_ANSWER:
	case TABLE_OFFICER:
	case TABLE_CLOSURE:
	case TABLE_PRINT:
	case TABLE_ACCESS:
	case TABLE_COMPLAINANT:
	case TABLE_REVIEW:
	case TABLE_HANDLING:
	case TABLE_LEVEL:
	case TABLE_APPROVAL:
	case TABLE_BOX:
	case TABLE_MERGE:
	case TABLE_VERDICT:
	case TABLE_OFFICE_KEY:
	case TABLE_KEY_BOX:
		break;
	}
	return words("alike.application");
}

void
alike_row_paint(void *context, size_t i, struct canvas *canvas,
    struct area area, enum face face)
{
	const struct desk_alike *pair =
	    &((struct alike_state *)context)->pairs[i];
	const struct alike_side *sides = pair->sides;
	bool has_numbers = pair->alike.table == TABLE_APPLICATION ||
	    pair->alike.table == TABLE_COMPLAINT;
	scoped_arena arena = arena_new();
	int at = canvas_put_in(canvas, area.row, area.column, KIND, face,
	    kind_of(pair));

	at = canvas_put_in(canvas, area.row, at, WHAT, face, pair->what);
	canvas_put_in(canvas, area.row, at + 1,
	    area.column + area.columns - at - 2, face,
	    arena_print(arena, "%s / %s",
	    has_numbers ? sides[0].number : sides[0].station,
	    has_numbers ? sides[1].number : sides[1].station));
}

/* What stands over a side. */
static const char *
head_of(const struct alike_state *state, size_t side)
{
	if (state->pairs[state->list.selected].is_divided)
		return side == 0 ? "alike.shown" : "alike.other";
	return side == state->stays ? "alike.stays" : "alike.copy";
}

/* One line of both sides. */
static void
paint_line(struct canvas *canvas, struct area line, const char *label,
    const char *const texts[2], enum face face)
{
	canvas_put_in(canvas, line.row, line.column, LABEL - 1, FACE_LABEL,
	    label);
	for (int i = 0; i < 2; i++)
		canvas_put_in(canvas, line.row,
		    line.column + LABEL + i * (SIDE + 1), SIDE, face,
		    *texts[i] == '\0' ? words("conflicts.empty") : texts[i]);
}

/* Of a pair all that differs; of a case what counts meanwhile. */
static void
paint_fields(const struct desk_alike *pair, struct arena *arena,
    struct canvas *canvas, struct area area)
{
	size_t room = area.rows > 1 ? (size_t)area.rows - 1 : 0;

	if (pair->is_divided) {
		if (!date_is_none(pair->due.date))
			canvas_put(canvas, area.row, area.column, FACE_STRONG,
			    sentence_of(arena, "alike.due",
			    day_text(arena, pair->due.date), NULL));
		return;
	}
	if (pair->n_fields == 0)
		canvas_put(canvas, area.row, area.column, FACE_QUIET,
		    words("alike.no-difference"));
	for (size_t i = 0; i < pair->n_fields && i < room; i++, area.row++)
		paint_line(canvas, area, pair->fields[i].label,
		    pair->fields[i].texts, FACE_PLAIN);
	if (pair->n_fields > room)
		canvas_put(canvas, area.row, area.column, FACE_QUIET,
		    sentence_of(arena, "alike.more", arena_print(arena, "%zu",
		    pair->n_fields - room), NULL));
}

/* Number, counter, officer, time; then the rest. */
static void
paint_sides(const struct alike_state *state, struct canvas *canvas,
    struct area area)
{
	const struct desk_alike *pair = &state->pairs[state->list.selected];
	const struct alike_side *sides = pair->sides;
	struct area line = area;
	scoped_arena arena = arena_new();

	for (int i = 0; i < 2; i++)
		canvas_put_in(canvas, line.row,
		    line.column + LABEL + i * (SIDE + 1), SIDE, FACE_TITLE,
		    words(head_of(state, (size_t)i)));
	line.row++;
	paint_line(canvas, line, words(pair->is_divided ? "alike.in-state" :
							  "alike.number"),
	    (const char *const[]){ sides[0].number, sides[1].number },
	    FACE_STRONG);
	line.row++;
	paint_line(canvas, line, words("alike.made"),
	    (const char *const[]){
		arena_print(arena, "%s  %s", sides[0].station,
		    moment_text(arena, sides[0].at_ms)),
		arena_print(arena, "%s  %s", sides[1].station,
		    moment_text(arena, sides[1].at_ms)) }, FACE_PLAIN);
	line.row++;
	paint_line(canvas, line, words("alike.officer"),
	    (const char *const[]){ sides[0].officer_name,
		sides[1].officer_name }, FACE_PLAIN);
	line.row++;
	line.rows -= line.row - area.row;
	paint_fields(pair, arena, canvas, line);
}

void
alike_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	const struct alike_state *state = (const struct alike_state *)screen;
	struct area list = { body.row, body.column, ALIKE_ROWS, body.columns };
	struct area sides = { body.row + ALIKE_ROWS + 2, body.column + 2,
		body.rows - ALIKE_ROWS - 2, body.columns - 3 };

	if (state->n == 0) {
		canvas_put(canvas, body.row + 1, body.column + 2, FACE_QUIET,
		    words("alike.none"));
		canvas_cursor(canvas, body.row + 1, body.column + 2);
		return;
	}
	list_paint(&state->list, canvas, list, true);
	canvas_put_in(canvas, body.row + ALIKE_ROWS + 1, body.column + 2,
	    body.columns - 3, FACE_STRONG,
	    state->pairs[state->list.selected].what);
	paint_sides(state, canvas, sides);
}
