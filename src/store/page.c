#include "store/page.h"

#include <stdlib.h>
#include <string.h>

const char *
sort_key(const char *text)
{
	return text == NULL || *text == '\0' ? "~" : text;
}

const char *
without_sort_key(const char *text)
{
	return strcmp(text, "~") == 0 ? "" : text;
}

void
place_bind(struct query *query, int i, const struct place *after,
    const char *start, bool is_descending)
{
	static const struct id zero,
	    ones = { { 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
		0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff } };

	query_text(query, i, after != NULL ? after->key : start);
	if (after != NULL)
		query_id(query, i + 1, &after->id);
	else
		query_id(query, i + 1, is_descending ? &ones : &zero);
}

void
places_add(struct places *places, struct arena *arena, const char *key,
    const struct id *id)
{
	struct place place = { .key = key, .id = *id, .row = places->n };

	places->list = arena_grow(
	    arena, places->list, places->n, &places->room, sizeof place);
	places->list[places->n++] = place;
}

static int
by_place(const void *a, const void *b)
{
	const struct place *left = a, *right = b;
	int order = strcmp(left->key, right->key);

	return order != 0 ? order :
			    memcmp(left->id.byte, right->id.byte, ID_SIZE);
}

static void
turn(struct places *places)
{
	for (size_t i = 0; i < places->n / 2; i++) {
		struct place place = places->list[i];

		places->list[i] = places->list[places->n - 1 - i];
		places->list[places->n - 1 - i] = place;
	}
}

void
places_skip(
    struct places *places, const struct place *after, bool is_descending)
{
	size_t n = 0;

	for (size_t i = 0; i < places->n; i++) {
		int order = by_place(&places->list[i], after);

		if (is_descending ? order < 0 : order > 0)
			places->list[n++] = places->list[i];
	}
	places->n = n;
}

/* Each walk of a merged page was already in the order asked for. */
void
places_settle(struct places *places, const struct page_order *order)
{
	if (order->is_merged && places->n > 0) {
		qsort(places->list, places->n, sizeof *places->list, by_place);
		if (order->is_descending)
			turn(places);
	}
	if (places->n > order->limit)
		places->n = order->limit;
	if (order->is_backwards)
		turn(places);
}

void *
places_rows(const struct places *places, struct arena *arena, const void *rows,
    size_t size)
{
	char *list = arena_array(arena, places->n, size);

	for (size_t i = 0; i < places->n; i++)
		memcpy(list + i * size,
		    (const char *)rows + places->list[i].row * size, size);
	return list;
}
