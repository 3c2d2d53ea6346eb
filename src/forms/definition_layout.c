#include <string.h>

#include "base/text.h"
#include "forms/field.h"
#include "forms/reader.h"

/*
 * Where fields stand. A block is a left and a right column side by side; what
 * comes to the left after something stood to the right begins a new block
 * below both, so that tab order is the order of the file: left block top to
 * bottom, then right.
 */
enum {
	WIDTH_LEFT = 25, /* two cells before the focus mark of the right */
	WIDTH_RIGHT = FORM_COLUMNS - FORM_LABEL_RIGHT - FORM_FIELD_OFFSET,
	WIDTH_WIDE = FORM_COLUMNS - FORM_LABEL_LEFT - FORM_FIELD_OFFSET,
};

void
layout_page(struct form_reader *reader)
{
	reader->page++;
	reader->next_row[0] = reader->next_row[1] = 0;
	reader->side = FORM_LEFT;
}

static int
label_column(enum form_side side)
{
	return side == FORM_RIGHT ? FORM_LABEL_RIGHT : FORM_LABEL_LEFT;
}

static int
widest(enum form_side side)
{
	switch (side) {
	case FORM_LEFT: return WIDTH_LEFT;
	case FORM_RIGHT: return WIDTH_RIGHT;
	case FORM_WIDE: return WIDTH_WIDE;
	}
	return 0;
}

/* The next free row of the side, lines taken from it. */
static int
take_rows(struct form_reader *reader, int lines)
{
	int *next = &reader->next_row[reader->side == FORM_RIGHT];
	int row = *next;

	*next += lines;
	if (reader->side == FORM_WIDE)
		reader->next_row[1] = *next;
	return row;
}

void
layout_section(struct form_reader *reader, struct form_section *section)
{
	bool goes_below = section->side == FORM_WIDE ||
	    (section->side == FORM_LEFT && reader->side == FORM_RIGHT);

	if (goes_below) {
		int *next = reader->next_row;
		int below = next[0] > next[1] ? next[0] : next[1];

		next[0] = next[1] = below;
	}
	reader->side = section->side;
	section->page = reader->page - 1;
	section->column = label_column(section->side);
	section->row = *section->title == '\0' ? -1 : take_rows(reader, 1);
}

void
layout_gap(struct form_reader *reader)
{
	take_rows(reader, 1);
}

static int
usual_width(const struct field *field, int most)
{
	int width = field_type_width(field->type);

	if (width == 0)
		width = field->size;
	return width < most ? width : most;
}

void
layout_field(struct form_reader *reader, struct field *field,
    const struct form_section *section)
{
	struct field_place *place = &field->place;
	int most = widest(section->side);
	struct arena *arena = reader->problems->arena;
	const struct pending_name *instead =
	    &reader->notes[field - reader->fields].instead_of;
	int other = FIELD_ABSENT;

	if (place->lines == 0)
		place->lines = 1;
	if (place->width == 0)
		place->width = usual_width(field, most);
	if (place->width > most)
		reader_say(reader, field->line, "form.wide", field->name,
		    arena_print(arena, "%d", place->width),
		    arena_print(arena, "%d", most), NULL);
	if (text_columns(field->label) > FORM_LABEL_MAX)
		reader_say(reader, field->line, "form.label-wide", field->label,
		    arena_print(arena, "%d", FORM_LABEL_MAX), NULL);
	place->page = reader->page - 1;
	place->label_column = label_column(section->side);
	place->mark_column = place->label_column + FORM_LABEL_MAX;
	place->column = place->label_column + FORM_FIELD_OFFSET;
	for (size_t i = 0; instead->name != NULL && i < reader->n; i++)
		if (strcmp(reader->fields[i].name, instead->name) == 0)
			other = (int)i;
	place->row = other != FIELD_ABSENT ? reader->fields[other].place.row :
					     take_rows(reader, place->lines);
	if (place->row + place->lines > FORM_LINES)
		reader_say(reader, field->line, "form.page-full", field->name,
		    arena_print(arena, "%d", FORM_LINES), NULL);
}
