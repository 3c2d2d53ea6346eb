#include "screens/words.h"

static const struct word list[] = {
	{ "paper.none", "" },
};

const struct words words_paper = { list, array_length(list) };
