/* Which records look alike: the rules of store/alike.h as queries. */
#include "store/alike_keep.h"

#include "store/alike.h"
#include "store/findings.h"
#include "store/inside.h"

enum { FORGET, FORGET_ALL };

/* Of one record, ?1; and of all, each pair once. */
#define ONE "a.id = ?1 AND b.id <> a.id"
#define ALL "b.id > a.id"
#define PAIR(table) "SELECT min(a.id, b.id), max(a.id, b.id), " table " "

#define PEOPLE(which) \
	PAIR("1") "FROM person a CROSS JOIN person b WHERE " which \
	" AND b.nik = a.nik AND a.nik <> '' UNION " \
	PAIR("1") "FROM person a CROSS JOIN search_text s " \
	"CROSS JOIN search_text t CROSS JOIN person b WHERE " which \
	" AND s.id = a.id AND s.table_number = 1 AND t.table_number = 1 " \
	"AND t.folded = s.folded AND s.folded <> '' AND b.id = t.id " \
	"AND (coalesce(a.nik, '') = '' OR coalesce(b.nik, '') = '') " \
	"AND (b.phone = nullif(a.phone, '') " \
	"OR b.village = nullif(a.village, ''))"

#define COMPANIES(which) \
	PAIR("2") "FROM company a CROSS JOIN company b WHERE " which \
	" AND b.nib = a.nib AND a.nib <> ''"

/* "L03-" or "L03B-" of the number that begins at that letter. */
#define COUNTER(number) "substr(" number ", 1, instr(" number ", '-'))"
#define SAME_DAYS \
	"abs(julianday(b.received_date) - julianday(a.received_date)) <= 7 "
#define SAME(cell) "b." cell " = nullif(a." cell ", '')"

#define APPLICATIONS_BY(cell, which) \
	PAIR("3") "FROM application a CROSS JOIN application b WHERE " which \
	" AND " SAME(cell) " AND b.standard = a.standard " \
	"AND (coalesce(b.kbli, '') = coalesce(a.kbli, '') " \
	"OR b.kbli_edition <> a.kbli_edition) AND " SAME_DAYS \
	"AND " COUNTER("b.number") " <> " COUNTER("a.number")
#define APPLICATIONS(which) \
	APPLICATIONS_BY("nik", which) " UNION " APPLICATIONS_BY("nib", which)

#define COMPLAINTS_BY(cell, which) \
	PAIR("11") "FROM complaint a CROSS JOIN complainant p " \
	"CROSS JOIN complainant q CROSS JOIN complaint b WHERE " which \
	" AND p.complaint_id = a.id AND p.part = 'pelapor' AND q." cell \
	" = nullif(p." cell ", '') AND q.part = 'pelapor' " \
	"AND b.id = q.complaint_id AND " SAME_DAYS "AND " \
	COUNTER("substr(b.number, 3)") " <> " \
	COUNTER("substr(a.number, 3)") " AND (" SAME("service") " OR " \
	SAME("application_number") " OR " SAME("nib") \
	" OR lower(trim(b.object)) = lower(nullif(trim(a.object), '')))"
#define COMPLAINTS(which) \
	COMPLAINTS_BY("nik", which) " UNION " COMPLAINTS_BY("phone", which) \
	" UNION " COMPLAINTS_BY("nik_mark", which) \
	" UNION " COMPLAINTS_BY("phone_mark", which) \
	" UNION " COMPLAINTS_BY("name_mark", which)

#define INTO "INSERT INTO alike(one, other, table_number) "
#define KEPT(table) \
	"SELECT one, other, table_number FROM alike WHERE table_number = " table

static const struct sql alike_keep_sql[] = {
	[FORGET] = { "DELETE FROM alike WHERE one = ?1 OR other = ?1", false },
	[FORGET_ALL] = { "DELETE FROM alike", .scan = true },
};
const struct sql_set alike_keep_set = SQL_SET(alike_keep_sql);

enum { OF_ONE, OF_ALL, MISSING, EXTRA, WAYS_N };

#define WAYS(rule, table) \
	{ \
		[OF_ONE] = { INTO rule(ONE), false }, \
		[OF_ALL] = { INTO rule(ALL), .scan = true }, \
		[MISSING] = { "SELECT * FROM (" rule(ALL) ") EXCEPT " \
			      KEPT(table), .scan = true }, \
		[EXTRA] = { KEPT(table) " EXCEPT SELECT * FROM (" rule(ALL) \
			    ")", .scan = true }, \
	}

enum { PERSON_RULE, COMPANY_RULE, APPLICATION_RULE, COMPLAINT_RULE, RULES_N };

static const struct sql rules_sql[RULES_N][WAYS_N] = {
	[PERSON_RULE] = WAYS(PEOPLE, "1"),
	[COMPANY_RULE] = WAYS(COMPANIES, "2"),
	[APPLICATION_RULE] = WAYS(APPLICATIONS, "3"),
	[COMPLAINT_RULE] = WAYS(COMPLAINTS, "11"),
};
const struct sql_set alike_rules_set = { &rules_sql[0][0],
	RULES_N * WAYS_N };

static const enum table_number tables_of[RULES_N] = {
	[PERSON_RULE] = TABLE_PERSON,
	[COMPANY_RULE] = TABLE_COMPANY,
	[APPLICATION_RULE] = TABLE_APPLICATION,
	[COMPLAINT_RULE] = TABLE_COMPLAINT,
};

/* The numbers of tables and days stand in the texts above. */
_Static_assert((int)TABLE_PERSON == 1 && (int)TABLE_COMPANY == 2 &&
	(int)TABLE_APPLICATION == 3 && (int)TABLE_COMPLAINT == 11 &&
	(int)ALIKE_DAYS == 7,
    "as in the rules");

static enum fail
run(struct store *store, const struct sql *sql, const struct id *id,
    struct err *err)
{
	scoped_query query = { 0 };
	enum fail fail;

	fail = query_open(&query, store, sql, err);
	if (fail)
		return fail;
	if (id != NULL)
		query_id(&query, 1, id);
	return query_run(&query, err);
}

enum fail
alike_keep(struct store *store, const struct record *record, struct err *err)
{
	enum table_number table = record->table->number;
	struct id id = record->id;
	enum fail fail;

	/* Who complains is a part of the complaint. */
	if (table == TABLE_COMPLAINANT) {
		table = TABLE_COMPLAINT;
		id = record_id(record, COMPLAINANT_COMPLAINT_ID);
	}
	for (size_t i = 0; i < RULES_N; i++) {
		if (tables_of[i] != table)
			continue;
		fail = run(store, &alike_keep_sql[FORGET], &id, err);
		return fail ? fail :
			      run(store, &rules_sql[i][OF_ONE], &id, err);
	}
	return FAIL_NONE;
}

enum fail
alike_mend(struct store *store, struct err *err)
{
	enum fail fail = run(store, &alike_keep_sql[FORGET_ALL], NULL, err);

	for (size_t i = 0; i < RULES_N && !fail; i++)
		fail = run(store, &rules_sql[i][OF_ALL], NULL, err);
	return fail;
}

static enum fail
name_pairs(struct store *store, size_t rule, int way,
    struct findings *findings, struct err *err)
{
	scoped_query query = { 0 };
	bool has_row = false;
	enum fail fail;

	fail = query_open(&query, store, &rules_sql[rule][way], err);
	if (!fail)
		fail = query_step(&query, &has_row, err);
	while (!fail && has_row) {
		struct id one = column_id(&query, 0);

		row_finding(findings,
		    way == MISSING ? "finding.alike" : "finding.alike-extra",
		    table_of(tables_of[rule])->name, &one, NULL);
		fail = query_step(&query, &has_row, err);
	}
	return fail;
}

enum fail
check_alike(struct store *store, struct findings *findings, struct err *err)
{
	enum fail fail = FAIL_NONE;

	for (size_t i = 0; i < RULES_N && !fail; i++) {
		fail = name_pairs(store, i, MISSING, findings, err);
		if (!fail)
			fail = name_pairs(store, i, EXTRA, findings, err);
	}
	return fail;
}
