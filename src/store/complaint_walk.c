#include "store/complaint_walk.h"

#include "base/buf.h"
#include "store/complaint_line.h"
#include "store/inside.h"
#include "store/page.h"

enum { MEASURE };

static const struct sql complaint_walk_sql[] = {
	[MEASURE] = { "SELECT count(*) FROM (SELECT 1 FROM complaint_tag "
		      "WHERE tag = ?1 LIMIT ?2)",
	    false },
};
const struct sql_set complaint_walk_set = SQL_SET(complaint_walk_sql);

enum {
	FACETS_MAX = 8,
	MEASURED_MAX = 1000, /* rows: more is many */
	WORDS_MAX = 4096,    /* bytes of a list of states */
};

/* Beyond every day, and before "~". */
#define DAY_LAST "9999-12-31"

static enum line_order
order_of(enum complaint_sort sort)
{
	switch (sort) {
	case COMPLAINTS_RECEIVED: return ORDER_RECEIVED;
	case COMPLAINTS_DUE: return ORDER_DUE;
	case COMPLAINTS_NUMBER: return ORDER_NUMBER;
	}
	return ORDER_RECEIVED;
}

static const char *
due_to(const struct complaint_filter *filter)
{
	return filter->due_to == NULL && filter->due_from != NULL ?
	    DAY_LAST :
	    filter->due_to;
}

bool
walk_is_running(const struct complaint_filter *filter)
{
	return due_to(filter) != NULL;
}

const char *
walk_first(const struct complaint_filter *filter)
{
	const char *key = NULL;

	if (filter->sort == COMPLAINTS_RECEIVED)
		key = filter->received_from;
	if (filter->sort == COMPLAINTS_DUE)
		key = filter->due_from;
	return key == NULL ? KEY_FIRST : key;
}

const char *
walk_last(const struct complaint_filter *filter)
{
	const char *key = NULL;

	if (filter->sort == COMPLAINTS_RECEIVED)
		key = filter->received_to;
	if (filter->sort == COMPLAINTS_DUE)
		key = due_to(filter);
	return key == NULL ? KEY_LAST : key;
}

void
walk_bind(struct query *query, const struct complaint_filter *filter)
{
	scoped_buf states = { 0 };

	buf_init(&states, WORDS_MAX);
	for (size_t i = 0; i < filter->n_states; i++)
		buf_print(&states, " %s ", filter->states[i]);
	if (filter->n_states > 0)
		query_text(query, P_STATES, states.text);
	if (filter->clause != NULL) {
		buf_clear(&states);
		buf_print(&states, " %s ", filter->clause);
		query_text(query, P_CLAUSE, states.text);
	}
	query_text(query, P_KIND, filter->kind);
	query_text(query, P_CHANNEL, filter->channel);
	query_text(query, P_SERVICE, filter->service);
	query_text(query, P_PROBLEM, filter->problem);
	query_text(query, P_DUE_FROM, filter->due_from);
	query_text(query, P_DUE_TO, due_to(filter));
	query_text(query, P_RECEIVED_FROM, filter->received_from);
	query_text(query, P_RECEIVED_TO, filter->received_to);
	query_text(query, P_HIDDEN_FROM, filter->hidden_from);
}

struct facets {
	struct facet list[FACETS_MAX];
	size_t n;
};

static struct facets
facets_of(const struct complaint_filter *filter, struct arena *arena)
{
	const struct {
		enum line_tag of;
		const char *value;
	} plain[] = {
		{ TAG_CLAUSE, filter->clause },
		{ TAG_PROBLEM, filter->problem },
		{ TAG_RUNNING, due_to(filter) != NULL ? "" : NULL },
		{ TAG_CHANNEL, filter->channel },
		{ TAG_KIND, filter->kind },
		{ TAG_SERVICE, filter->service },
	};
	enum line_order order = order_of(filter->sort);
	struct facets facets = { .n = 0 };

	for (size_t i = 0; i < array_length(plain); i++)
		if (plain[i].value != NULL)
			facets.list[facets.n++] =
			    (struct facet){ { line_tag(arena, order,
						plain[i].of, plain[i].value) },
				    1 };
	for (size_t i = 0; i < filter->n_states; i++)
		facets.list[facets.n].tags[i] =
		    line_tag(arena, order, TAG_STATE, filter->states[i]);
	if (filter->n_states > 0)
		facets.list[facets.n++].n = filter->n_states;
	if (facets.n == 0)
		facets.list[facets.n++] =
		    (struct facet){ { line_tag(arena, order, TAG_ALL, "") },
			    1 };
	return facets;
}

/* How many rows a facet has, as far as it matters. */
static enum fail
measure(struct store *store, const struct facet *facet, int64_t *ret_n,
    struct err *err)
{
	bool has_row = false;
	int64_t n = 0;
	enum fail fail = FAIL_NONE;

	for (size_t i = 0; i < facet->n && !fail; i++) {
		scoped_query query = { 0 };

		fail = query_open(
		    &query, store, &complaint_walk_sql[MEASURE], err);
		if (fail)
			break;
		query_text(&query, 1, facet->tags[i]);
		query_integer(&query, 2, MEASURED_MAX);
		fail = query_step(&query, &has_row, err);
		if (!fail)
			n += column_integer(&query, 0);
	}
	*ret_n = n;
	return fail;
}

enum fail
walk_choose(struct store *store, const struct complaint_filter *filter,
    struct arena *arena, struct facet *ret_facet, struct err *err)
{
	struct facets facets = facets_of(filter, arena);
	int64_t fewest = INT64_MAX, n;
	enum fail fail = FAIL_NONE;

	*ret_facet = facets.list[0];
	for (size_t i = 0; i < facets.n && facets.n > 1 && !fail; i++) {
		fail = measure(store, &facets.list[i], &n, err);
		if (!fail && n < fewest) {
			*ret_facet = facets.list[i];
			fewest = n;
		}
	}
	return fail;
}
