#include "screens/words.h"

static const struct word list[] = {
	{ "forms.none", "" },
};

const struct words words_forms = { list, array_length(list) };
