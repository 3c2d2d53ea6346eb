#include "screens/words.h"

static const struct word list[] = {
	{ "identity.none", "" },
};

const struct words words_identity = { list, array_length(list) };
