#include "lib/t.h"

#include "ui/face.h"

/* WCAG contrast measured as the lowest of five palettes. */
static const struct pair {
	enum colour ink, paper;
} good[] = {
	{ COLOUR_BRIGHT_WHITE, COLOUR_BLUE },	 /* 5.1 */
	{ COLOUR_BRIGHT_YELLOW, COLOUR_BLUE },	 /* 4.8 */
	{ COLOUR_BLACK, COLOUR_WHITE },		 /* 8.7 */
	{ COLOUR_BRIGHT_WHITE, COLOUR_RED },	 /* 5.1 */
	{ COLOUR_BRIGHT_WHITE, COLOUR_BLACK },	 /* 7.8 and more */
	{ COLOUR_BRIGHT_YELLOW, COLOUR_BLACK },	 /* 7.8 and more */
};

static bool
is_good(struct style style)
{
	for (size_t i = 0; i < array_length(good); i++)
		if (good[i].ink == style.ink && good[i].paper == style.paper)
			return true;
	return false;
}

static bool
are_alike(struct style a, struct style b)
{
	return a.ink == b.ink && a.paper == b.paper &&
	    a.is_bold == b.is_bold && a.is_reverse == b.is_reverse &&
	    a.is_underlined == b.is_underlined;
}

T(every_face_of_a_coloured_theme_has_a_pair_of_good_contrast)
{
	for (int theme = 0; theme < THEME_MONO; theme++)
		for (int face = 0; face < FACE_COUNT; face++)
			if (!is_good(face_style((enum theme)theme,
			    (enum face)face)))
				fail_msg("theme %s face %c", theme_name(
				    (enum theme)theme),
				    face_letter((enum face)face));
}

T(dark_ink_is_never_bold)
{
	for (int theme = 0; theme < THEME_MONO; theme++)
		for (int face = 0; face < FACE_COUNT; face++)
			assert_false(face_style((enum theme)theme,
			    (enum face)face).is_bold);
}

T(focus_field_and_error_differ_in_every_theme)
{
	static const enum face faces[] = { FACE_PLAIN, FACE_FIELD, FACE_FOCUS,
		FACE_ERROR };

	for (int theme = 0; theme < THEME_COUNT; theme++)
		for (size_t i = 0; i < array_length(faces); i++)
			for (size_t j = 0; j < i; j++)
				assert_false(are_alike(
				    face_style((enum theme)theme, faces[i]),
				    face_style((enum theme)theme, faces[j])));
}

T(the_button_that_enter_presses_is_told_from_the_others)
{
	for (int theme = 0; theme < THEME_COUNT; theme++)
		assert_false(are_alike(face_style((enum theme)theme,
		    FACE_BUTTON), face_style((enum theme)theme,
		    FACE_BUTTON_FOCUS)));
}

T(every_face_has_a_letter_of_its_own)
{
	for (int i = 0; i < FACE_COUNT; i++)
		for (int j = 0; j < i; j++)
			assert_int_not_equal(face_letter((enum face)i),
			    face_letter((enum face)j));
}

T(themes_are_read_by_name)
{
	enum theme theme = THEME_BIRU;

	for (int i = 0; i < THEME_COUNT; i++) {
		assert_true(theme_parse(theme_name((enum theme)i), &theme));
		assert_int_equal(theme, i);
	}
	assert_false(theme_parse("pink", &theme));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    every_face_of_a_coloured_theme_has_a_pair_of_good_contrast),
		cmocka_unit_test(dark_ink_is_never_bold),
		cmocka_unit_test(focus_field_and_error_differ_in_every_theme),
		cmocka_unit_test(
		    the_button_that_enter_presses_is_told_from_the_others),
		cmocka_unit_test(every_face_has_a_letter_of_its_own),
		cmocka_unit_test(themes_are_read_by_name),
	};

	return T_RUN(tests);
}
