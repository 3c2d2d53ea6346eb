#include "screens/words.h"

static const struct word list[] = {
	{ "screens.none", "" },
};

const struct words words_screens = { list, array_length(list) };
