#include "screens/words.h"

static const struct word list[] = {
	{ "cli.none", "" },
};

const struct words words_cli = { list, array_length(list) };
