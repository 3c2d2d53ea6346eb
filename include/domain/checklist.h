#ifndef DOMAIN_CHECKLIST_H
#define DOMAIN_CHECKLIST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "domain/record.h"
#include "domain/refusal.h"
#include "domain/standard.h"

/*
 * The requirements of one application as they were judged: belum, B ada dan
 * benar, K keliru, T tidak ada, N tidak berlaku.
 */
enum check_result { CHECK_OPEN, CHECK_RIGHT, CHECK_WRONG, CHECK_ABSENT,
	CHECK_NOT_APPLICABLE };

struct checklist_row {
	const struct requirement *requirement;
	enum check_result result;
	const char *note, *document; /* "" when there is none */
	const char *officer;         /* staff id, "" before it was judged */
	int64_t at_ms;
};

struct checklist {
	const struct checklist_row *rows; /* in the order of the standard */
	size_t n;
	/* Of the requirements that bind before complete: */
	int wanted, right, wrong, absent, open;
};

/* "B", "K", "T", "N", "": as stored. */
const char *check_result_text(enum check_result result);
bool check_result_parse(const char *text, enum check_result *ret_result)
    must_check nonnull(1, 2);

/*
 * The checklist of an application from its CHECK rows; a requirement without
 * a row is open, one that binds only after the issue is N from the start.
 */
struct checklist checklist_of(const struct standard *standard,
    const struct record *checks, size_t n, struct arena *arena)
    nonnull(1, 4);

/* NULL when the standard has no requirement with that clause. */
const struct checklist_row *checklist_row(const struct checklist *checklist,
    const char *clause) nonnull(1, 2);

/*
 * May this requirement be judged so? N only where the standard's data allows
 * it, with a reason as note; K and T with a note, since it is printed on the
 * lembar kekurangan; one that needs the place (A4) is right only with the
 * facts of it in the application (Kawasan Industri: its name; outside: the
 * ground of Pasal 65). FAIL_INVALID with the fact.
 */
enum fail checklist_judge(const struct standard *standard,
    const struct record *application, const char *clause,
    enum check_result result, const char *note, struct err *err)
    must_check nonnull(1, 2, 3);

/*
 * Something to look at once more: a requirement is right while another it
 * needs (A3: A2, says the standard's file) is absent.
 */
bool checklist_doubt(const struct checklist *checklist, struct fact *ret_fact)
    must_check nonnull(1, 2);

/* Every requirement that keeps the file from being lengkap dan benar. */
void checklist_blocking(const struct checklist *checklist,
    struct refusals *refusals) nonnull(1, 2);
bool checklist_is_complete(const struct checklist *checklist) nonnull(1);

/* "A1=B A2=K ...", for the event that was decided on it. */
void checklist_snapshot(const struct checklist *checklist, struct buf *out)
    nonnull(1, 2);

#endif
