#include "screens/words.h"

static const struct word list[] = {
	{ "term.no-terminal",
	    "loket perlu terminal: jalankan langsung, tanpa pipa." },
	{ "term.unknown",
	    "Terminal \"{1}\" tidak dikenal. Atur TERM, misalnya TERM=xterm, "
	    "atau pasang paket ncurses-term." },
};

const struct words words_ui = { list, array_length(list) };
