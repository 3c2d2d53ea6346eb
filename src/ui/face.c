#include "ui/face.h"

#include <strings.h>

static const char letters[FACE_COUNT] = {
#define X(name, letter) [FACE_##name] = letter,
	FACES(X)
#undef X
};

char
face_letter(enum face face)
{
	return letters[face];
}

static const char *const theme_names[THEME_COUNT] = {
	[THEME_BIRU] = "biru",
	[THEME_GELAP] = "gelap",
	[THEME_TERANG] = "terang",
	[THEME_MONO] = "mono",
};

const char *
theme_name(enum theme theme)
{
	return theme_names[theme];
}

bool
theme_parse(const char *name, enum theme *ret_theme)
{
	for (int i = 0; i < THEME_COUNT; i++) {
		if (strcasecmp(theme_names[i], name) == 0) {
			*ret_theme = (enum theme)i;
			return true;
		}
	}
	return false;
}

/*
 * The pairs whose contrast reaches 4.5 on the worst of five palettes.
 * Dark ink is never bold: terminals with eight colours would make it grey.
 */
#define PAIR(i, p) { .ink = COLOUR_##i, .paper = COLOUR_##p }
#define WHITE_ON_BLUE PAIR(BRIGHT_WHITE, BLUE)
#define YELLOW_ON_BLUE PAIR(BRIGHT_YELLOW, BLUE)
#define WHITE_ON_BLACK PAIR(BRIGHT_WHITE, BLACK)
#define YELLOW_ON_BLACK PAIR(BRIGHT_YELLOW, BLACK)
#define BLACK_ON_WHITE PAIR(BLACK, WHITE)
#define LINE_ON_WHITE                                                          \
	{ .ink = COLOUR_BLACK, .paper = COLOUR_WHITE, .is_underlined = true }
#define WHITE_ON_RED PAIR(BRIGHT_WHITE, RED)

static const struct style biru[FACE_COUNT] = {
	[FACE_PLAIN] = WHITE_ON_BLUE,
	[FACE_STRONG] = YELLOW_ON_BLUE,
	[FACE_QUIET] = WHITE_ON_BLUE,
	[FACE_TITLE] = YELLOW_ON_BLUE,
	[FACE_HEADER] = BLACK_ON_WHITE,
	[FACE_TRAIL] = WHITE_ON_BLUE,
	[FACE_RULE] = WHITE_ON_BLUE,
	[FACE_LABEL] = WHITE_ON_BLUE,
	[FACE_WANTED] = YELLOW_ON_BLUE,
	[FACE_FIELD] = WHITE_ON_BLACK,
	[FACE_FOCUS] = BLACK_ON_WHITE,
	[FACE_FIELD_ERROR] = WHITE_ON_RED,
	[FACE_FIELD_DOUBT] = YELLOW_ON_BLACK,
	[FACE_MARK] = YELLOW_ON_BLUE,
	[FACE_HINT] = WHITE_ON_BLUE,
	[FACE_ERROR] = WHITE_ON_RED,
	[FACE_WARNING] = YELLOW_ON_BLUE,
	[FACE_INFO] = WHITE_ON_BLUE,
	[FACE_KEY] = BLACK_ON_WHITE,
	[FACE_LEGEND] = WHITE_ON_BLUE,
	[FACE_BOX] = WHITE_ON_BLACK,
	[FACE_BOX_TITLE] = YELLOW_ON_BLACK,
	[FACE_BUTTON] = WHITE_ON_BLACK,
	[FACE_BUTTON_FOCUS] = BLACK_ON_WHITE,
	[FACE_BAR] = YELLOW_ON_BLUE,
	[FACE_PRACTICE] = WHITE_ON_RED,
};

static const struct style gelap[FACE_COUNT] = {
	[FACE_PLAIN] = WHITE_ON_BLACK,
	[FACE_STRONG] = YELLOW_ON_BLACK,
	[FACE_QUIET] = WHITE_ON_BLACK,
	[FACE_TITLE] = YELLOW_ON_BLACK,
	[FACE_HEADER] = BLACK_ON_WHITE,
	[FACE_TRAIL] = WHITE_ON_BLACK,
	[FACE_RULE] = WHITE_ON_BLACK,
	[FACE_LABEL] = WHITE_ON_BLACK,
	[FACE_WANTED] = YELLOW_ON_BLACK,
	[FACE_FIELD] = WHITE_ON_BLUE,
	[FACE_FOCUS] = BLACK_ON_WHITE,
	[FACE_FIELD_ERROR] = WHITE_ON_RED,
	[FACE_FIELD_DOUBT] = YELLOW_ON_BLUE,
	[FACE_MARK] = YELLOW_ON_BLACK,
	[FACE_HINT] = WHITE_ON_BLACK,
	[FACE_ERROR] = WHITE_ON_RED,
	[FACE_WARNING] = YELLOW_ON_BLACK,
	[FACE_INFO] = WHITE_ON_BLACK,
	[FACE_KEY] = BLACK_ON_WHITE,
	[FACE_LEGEND] = WHITE_ON_BLACK,
	[FACE_BOX] = WHITE_ON_BLUE,
	[FACE_BOX_TITLE] = YELLOW_ON_BLUE,
	[FACE_BUTTON] = WHITE_ON_BLUE,
	[FACE_BUTTON_FOCUS] = BLACK_ON_WHITE,
	[FACE_BAR] = YELLOW_ON_BLACK,
	[FACE_PRACTICE] = WHITE_ON_RED,
};

static const struct style terang[FACE_COUNT] = {
	[FACE_PLAIN] = BLACK_ON_WHITE,
	[FACE_STRONG] = LINE_ON_WHITE,
	[FACE_QUIET] = BLACK_ON_WHITE,
	[FACE_TITLE] = LINE_ON_WHITE,
	[FACE_HEADER] = WHITE_ON_BLUE,
	[FACE_TRAIL] = BLACK_ON_WHITE,
	[FACE_RULE] = BLACK_ON_WHITE,
	[FACE_LABEL] = BLACK_ON_WHITE,
	[FACE_WANTED] = BLACK_ON_WHITE,
	[FACE_FIELD] = WHITE_ON_BLUE,
	[FACE_FOCUS] = WHITE_ON_BLACK,
	[FACE_FIELD_ERROR] = WHITE_ON_RED,
	[FACE_FIELD_DOUBT] = YELLOW_ON_BLUE,
	[FACE_MARK] = BLACK_ON_WHITE,
	[FACE_HINT] = BLACK_ON_WHITE,
	[FACE_ERROR] = WHITE_ON_RED,
	[FACE_WARNING] = LINE_ON_WHITE,
	[FACE_INFO] = BLACK_ON_WHITE,
	[FACE_KEY] = WHITE_ON_BLUE,
	[FACE_LEGEND] = BLACK_ON_WHITE,
	[FACE_BOX] = BLACK_ON_WHITE,
	[FACE_BOX_TITLE] = LINE_ON_WHITE,
	[FACE_BUTTON] = BLACK_ON_WHITE,
	[FACE_BUTTON_FOCUS] = WHITE_ON_BLACK,
	[FACE_BAR] = BLACK_ON_WHITE,
	[FACE_PRACTICE] = WHITE_ON_RED,
};

#define BOLD { .is_bold = true }
#define REVERSE { .is_reverse = true }
#define BOLD_REVERSE { .is_bold = true, .is_reverse = true }
#define UNDERLINE { .is_underlined = true }

static const struct style mono[FACE_COUNT] = {
	[FACE_STRONG] = BOLD,
	[FACE_TITLE] = BOLD,
	[FACE_HEADER] = REVERSE,
	[FACE_WANTED] = BOLD,
	[FACE_FIELD] = UNDERLINE,
	[FACE_FOCUS] = REVERSE,
	[FACE_FIELD_ERROR] = { .is_bold = true, .is_underlined = true },
	[FACE_FIELD_DOUBT] = UNDERLINE,
	[FACE_MARK] = BOLD,
	[FACE_ERROR] = BOLD_REVERSE,
	[FACE_WARNING] = BOLD,
	[FACE_KEY] = REVERSE,
	[FACE_BOX_TITLE] = BOLD,
	[FACE_BUTTON_FOCUS] = REVERSE,
	[FACE_PRACTICE] = BOLD_REVERSE,
};

struct style
face_style(enum theme theme, enum face face)
{
	static const struct style *const themes[THEME_COUNT] = {
		[THEME_BIRU] = biru,
		[THEME_GELAP] = gelap,
		[THEME_TERANG] = terang,
		[THEME_MONO] = mono,
	};

	return themes[theme][face];
}
