#ifndef UI_CANVAS_GRID_H
#define UI_CANVAS_GRID_H

#include <stdint.h>

#include "base/arena.h"
#include "ui/canvas.h"

/* The inside of a canvas, for canvas*.c alone. */

/* A character and four marks, as many as a terminal cell takes. */
enum { GRID_POINTS = 5, GRID_TEXT = 4 * GRID_POINTS + 1 };

struct grid_cell {
	char text[GRID_TEXT];
	uint8_t columns; /* 0: the right half of a wide one */
	uint8_t face;
};

struct canvas {
	struct arena *own;  /* this struct */
	struct arena *grid; /* the cells, given back at each resize */
	struct grid_cell *cell;
	int rows, columns;
	int cursor_row, cursor_column;
	struct canvas_style style;
};

/* Put one blank; outside the grid nothing happens. */
void grid_blank(struct canvas *canvas, int row, int column, enum face face);

/*
 * Put one clean character and its marks, 1 or 2 columns wide. What does not
 * fit onto the grid whole becomes a blank.
 */
void grid_put(struct canvas *canvas, int row, int column, enum face face,
    const char *text);

#endif
