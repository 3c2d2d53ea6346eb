#include "screens/words.h"

static const struct word list[] = {
	{ "day.friday", "Jumat" },
	{ "day.monday", "Senin" },
	{ "day.saturday", "Sabtu" },
	{ "day.sunday", "Minggu" },
	{ "day.thursday", "Kamis" },
	{ "day.tuesday", "Selasa" },
	{ "day.wednesday", "Rabu" },
	{ "screens.none", "" },
};

const struct words words_screens = { list, array_length(list) };
