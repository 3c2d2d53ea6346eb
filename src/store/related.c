/* Earlier cases of the same person, company, application, clause, service. */
#include <assert.h>
#include <string.h>

#include "store/applications.h"
#include "store/complaint_line.h"
#include "store/complaints.h"
#include "store/inside.h"
#include "store/page.h"

enum source {
	PERSON_OF_NIK,
	PERSON_OF_PHONE,
	PERSON_OF_NIK_MARK,
	PERSON_OF_PHONE_MARK,
	PERSON_OF_NAME_MARK,
	COMPLAINT_OF_NIB,
	COMPLAINT_OF_APPLICATION,
	COMPLAINT_OF_TAG,
	COMPLAINT_OF_ID,
	APPLICATION_OF_NIK,
	APPLICATION_OF_PHONE,
	APPLICATION_OF_NIB,
	APPLICATION_OF_ID,
	SOURCES_N
};

/* Columns and conditions are the same for all; ?1 is what is looked for. */
#define COMPLAINTS(from, condition, order) \
	{ \
		"SELECT c.id, c.number, c.received_date, c.state, m.object " \
		"FROM " from " CROSS JOIN case_state c WHERE " condition \
		" AND c.id = m.id AND c.id <> ?2 AND (?3 IS NULL OR " \
		"coalesce(m.named_officer, '') <> ?3) ORDER BY " order \
		" LIMIT ?4", \
		    false \
	}
#define NEWEST "c.received_date DESC, c.id DESC"
#define OF_PERSON(cell) \
	COMPLAINTS("complainant p CROSS JOIN complaint m", \
	    "p." cell " = ?1 AND m.id = p.complaint_id", NEWEST)
#define APPLICATIONS(condition) \
	{ \
		"SELECT c.id, c.number, c.received_date, c.state, " \
		"coalesce(a.company_name, a.name) FROM application a " \
		"CROSS JOIN case_state c WHERE " condition \
		" AND c.id = a.id AND c.id <> ?2 AND ?3 IS ?3 " \
		"ORDER BY " NEWEST " LIMIT ?4", \
		    false \
	}

static const struct sql related_sql[] = {
	[PERSON_OF_NIK] = OF_PERSON("nik"),
	[PERSON_OF_PHONE] = OF_PERSON("phone"),
	[PERSON_OF_NIK_MARK] = OF_PERSON("nik_mark"),
	[PERSON_OF_PHONE_MARK] = OF_PERSON("phone_mark"),
	[PERSON_OF_NAME_MARK] = OF_PERSON("name_mark"),
	[COMPLAINT_OF_NIB] = COMPLAINTS("complaint m", "m.nib = ?1", NEWEST),
	[COMPLAINT_OF_APPLICATION] =
	    COMPLAINTS("complaint m", "m.application_id = ?1", NEWEST),
	[COMPLAINT_OF_TAG] =
	    COMPLAINTS("complaint_tag t CROSS JOIN complaint m",
		"t.tag = ?1 AND m.id = t.id", "t.key DESC, t.id DESC"),
	[COMPLAINT_OF_ID] = COMPLAINTS("complaint m", "m.id = ?1", NEWEST),
	[APPLICATION_OF_NIK] = APPLICATIONS("a.nik = ?1"),
	[APPLICATION_OF_PHONE] = APPLICATIONS("a.phone = ?1"),
	[APPLICATION_OF_NIB] = APPLICATIONS("a.nib = ?1"),
	[APPLICATION_OF_ID] = APPLICATIONS("a.id = ?1"),
};
const struct sql_set related_set = SQL_SET(related_sql);

enum { RELATED_MAX = 100 };

/* One look for related cases. */
struct look {
	struct store *store;
	const struct relation *relation;
	struct related found; /* what there is so far */
	size_t room;
};

static void
add_case(struct look *look, const struct related_case *one)
{
	struct related *found = &look->found;

	for (size_t i = 0; i < found->n; i++)
		if (id_equal(&found->list[i].id, &one->id)) {
			found->list[i].by |= one->by;
			return;
		}
	found->list = arena_grow(
	    found->arena, found->list, found->n, &look->room, sizeof *one);
	found->list[found->n++] = *one;
}

/* Bind what is the same for all, and take the rows. */
static enum fail
take(struct look *look, struct query *query, enum source source, unsigned by,
    struct err *err)
{
	struct arena *arena = look->found.arena;
	bool has_row = false;
	enum fail fail;

	query_id(query, 2, &look->relation->except);
	query_text(query, 3, look->relation->hidden_from);
	query_integer(query, 4, (int64_t)look->found.limit);
	fail = query_step(query, &has_row, err);
	while (!fail && has_row) {
		struct related_case one = {
			.table = source >= APPLICATION_OF_NIK ?
			    TABLE_APPLICATION :
			    TABLE_COMPLAINT,
			.id = column_id(query, 0),
			.by = by,
			.number =
			    without_sort_key(column_text(query, 1, arena)),
			.received_date =
			    without_sort_key(column_text(query, 2, arena)),
			.state = column_text(query, 3, arena),
			.about = column_text(query, 4, arena),
		};

		add_case(look, &one);
		fail = query_step(query, &has_row, err);
	}
	return fail;
}

static enum fail
by_text(struct look *look, enum source source, unsigned by, const char *text,
    struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	if (text == NULL || *text == '\0')
		return FAIL_NONE;
	fail = query_open(&query, look->store, &related_sql[source], err);
	if (fail)
		return fail;
	query_text(&query, 1, text);
	return take(look, &query, source, by, err);
}

static enum fail
by_id(struct look *look, enum source source, unsigned by, const struct id *id,
    struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	if (id_is_zero(id))
		return FAIL_NONE;
	fail = query_open(&query, look->store, &related_sql[source], err);
	if (fail)
		return fail;
	query_id(&query, 1, id);
	return take(look, &query, source, by, err);
}

static enum fail
by_person(struct look *look, struct err *err)
{
	const struct relation *relation = look->relation;
	const struct {
		enum source source;
		const char *text;
	} ways[] = {
		{ PERSON_OF_NIK, relation->nik },
		{ PERSON_OF_NIK_MARK, relation->nik_mark },
		{ PERSON_OF_PHONE, relation->phone },
		{ PERSON_OF_PHONE_MARK, relation->phone_mark },
		{ APPLICATION_OF_NIK, relation->nik },
		{ APPLICATION_OF_PHONE, relation->phone },
	};
	enum fail fail = FAIL_NONE;

	for (size_t i = 0; i < array_length(ways) && !fail; i++)
		fail = by_text(
		    look, ways[i].source, RELATED_PERSON, ways[i].text, err);
	return fail;
}

/* Names by words: the same as a search for the name. */
static enum fail
by_name(struct look *look, enum table_number table, enum source source,
    struct err *err)
{
	const char *name = look->relation->name;
	struct ids ids = { .arena = look->found.arena,
		.limit = look->found.limit };
	enum fail fail;

	if (name == NULL || *name == '\0')
		return FAIL_NONE;
	fail = store_search(look->store, table, name, &ids, err);
	for (size_t i = 0; i < ids.n && !fail; i++)
		fail = by_id(look, source, RELATED_NAME, &ids.list[i], err);
	return fail;
}

/* The newest of each clause, or of the service. */
static enum fail
by_words(struct look *look, enum line_tag of, unsigned by, const char *words,
    struct err *err)
{
	struct arena *arena = look->found.arena;
	enum fail fail = FAIL_NONE;

	while (words != NULL && *words != '\0' && !fail) {
		size_t size = strcspn(words, " ");
		const char *word = arena_bytes(arena, words, size);

		if (size > 0)
			fail = by_text(look, COMPLAINT_OF_TAG, by,
			    line_tag(arena, ORDER_RECEIVED, of, word), err);
		words += size;
		words += strspn(words, " ");
	}
	return fail;
}

enum fail
store_related(struct store *store, const struct relation *relation,
    struct related *related, struct err *err)
{
	struct look look = { .store = store,
		.relation = relation,
		.found = { .arena = related->arena, .limit = related->limit } };
	const struct id *application = &relation->application_id;
	enum fail fail;

	assert(related->limit <= RELATED_MAX);
	fail = by_person(&look, err);
	if (!fail)
		fail = by_id(&look, APPLICATION_OF_ID, RELATED_APPLICATION,
		    application, err);
	if (!fail)
		fail = by_id(&look, COMPLAINT_OF_APPLICATION,
		    RELATED_APPLICATION, application, err);
	if (!fail)
		fail = by_text(&look, COMPLAINT_OF_NIB, RELATED_COMPANY,
		    relation->nib, err);
	if (!fail)
		fail = by_text(&look, APPLICATION_OF_NIB, RELATED_COMPANY,
		    relation->nib, err);
	if (!fail)
		fail = by_text(&look, PERSON_OF_NAME_MARK, RELATED_NAME,
		    relation->name_mark, err);
	if (!fail)
		fail = by_name(&look, TABLE_COMPLAINT, COMPLAINT_OF_ID, err);
	if (!fail)
		fail =
		    by_name(&look, TABLE_APPLICATION, APPLICATION_OF_ID, err);
	if (!fail)
		fail = by_words(
		    &look, TAG_CLAUSE, RELATED_CLAUSE, relation->clauses, err);
	if (!fail)
		fail = by_words(&look, TAG_SERVICE, RELATED_SERVICE,
		    relation->service, err);
	if (!fail)
		*related = look.found;
	return fail;
}
