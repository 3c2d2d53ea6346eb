#ifndef UI_FACE_H
#define UI_FACE_H

#include <stdbool.h>

#include "base/attr.h"

/*
 * What a cell means; how that looks is the theme's business. Colour is never
 * the only carrier: errors have a word, focus has a mark and the cursor.
 */
#define FACES(X) \
	X(PLAIN, '.')            /* text on the background */ \
	X(STRONG, 'G')           /* numbers that matter, matches */ \
	X(QUIET, 'q')            /* computed values, notes */ \
	X(TITLE, 'T')            /* headings in capitals */ \
	X(HEADER, 'H')           /* row 1 */ \
	X(TRAIL, 'C')            /* row 2 */ \
	X(RULE, 'R')             /* lines between the parts of the screen */ \
	X(LABEL, 'L')            /* name of a field */ \
	X(WANTED, 'W')           /* the * after a label */ \
	X(FIELD, 'F')            /* extent of a field */ \
	X(FOCUS, 'S')            /* the field or row that keys go to */ \
	X(FIELD_ERROR, 'e')      /* a value that cannot stay */ \
	X(FIELD_DOUBT, 'd')      /* a value to look at once more */ \
	X(MARK, 'M')             /* > ! ~ in the marks column */ \
	X(HINT, 'N')             /* third row from below */ \
	X(ERROR, 'E')            /* GALAT */ \
	X(WARNING, 'D')          /* PERIKSA */ \
	X(INFO, 'I')             /* INFO */ \
	X(KEY, 'K')              /* legend: name of the key */ \
	X(LEGEND, 'k')           /* legend: what it does */ \
	X(BOX, 'O')              /* popup: frame and text */ \
	X(BOX_TITLE, 'Q')        /* popup: title */ \
	X(BUTTON, 'B')           /* button of a dialog */ \
	X(BUTTON_FOCUS, 'P')     /* the button Enter presses */ \
	X(BAR, '=')              /* bars of progress and figures */ \
	X(PRACTICE, 'J')         /* LATIHAN */

enum face {
#define X(name, letter) FACE_##name,
	FACES(X)
#undef X
	FACE_COUNT
};

/* Letter of a face in canvas_faces() and in scenes. */
char face_letter(enum face face);

enum theme { THEME_BIRU, THEME_GELAP, THEME_TERANG, THEME_MONO, THEME_COUNT };

/* "biru", "gelap", "terang", "mono". */
const char *theme_name(enum theme theme);
bool theme_parse(const char *name, enum theme *ret_theme)
    must_check nonnull(1, 2);

/* The sixteen colours every palette has, numbered as terminals do. */
enum colour {
	COLOUR_BLACK = 0,
	COLOUR_RED = 1,
	COLOUR_BLUE = 4,
	COLOUR_WHITE = 7,
	COLOUR_BRIGHT_YELLOW = 11,
	COLOUR_BRIGHT_WHITE = 15,
};

struct style {
	enum colour ink, paper; /* not looked at in THEME_MONO */
	bool is_bold, is_reverse, is_underlined;
};

/*
 * How a face looks; with eight colours bright ink is bold ink. Only pairs are
 * used whose contrast (WCAG) is at least 4.5 on each of the palettes of VGA,
 * xterm, PuTTY, Tango and Windows, as measured.
 */
struct style face_style(enum theme theme, enum face face);

#endif
