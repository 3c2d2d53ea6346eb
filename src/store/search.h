#ifndef STORE_SEARCH_H
#define STORE_SEARCH_H

#include "domain/table.h"
#include "store/rows.h"

/* One search on its way through the parts of it. */
enum { SEARCH_QUERY_MAX = 256 };

/* Above every text that begins with what stands before it. */
#define SEARCH_BEYOND "\xf4\x8f\xbf\xbf"

struct search {
	struct store *store;
	const struct table *table;
	const char *query; /* without blanks at the ends, not empty */
	struct ids *ids;
	size_t room;
};

/* Take a key into the answer, once, as far as there is room. */
void search_found(struct search *search, struct id id) nonnull(1);

bool search_is_full(const struct search *search) nonnull(1);

/* By words of names. */
enum fail search_names(struct search *search, struct err *err)
    must_check nonnull(1);

#endif
