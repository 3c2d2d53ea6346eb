#include "screens/words.h"

static const struct word list[] = {
	{ "standard.none", "" },
};

const struct words words_standard = { list, array_length(list) };
