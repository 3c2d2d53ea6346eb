#include "screens/words.h"

static const struct word list[] = {
	{ "desk.none", "" },
};

const struct words words_desk = { list, array_length(list) };
