#include "screens/words.h"

static const struct word list[] = {
	{ "store.none", "" },
};

const struct words words_store = { list, array_length(list) };
