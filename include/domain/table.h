#ifndef DOMAIN_TABLE_H
#define DOMAIN_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "domain/table_complaint.h"

/*
 * The registry of synced tables: one list from which the schema, the capture
 * triggers, the history, the papers' names and the search are made.
 *
 * What travels is fixed for ever: a table's number, a cell's number and the
 * shape of its key are never used for anything else. A new cell goes to the
 * end with the next number; a cell no longer used keeps its row here.
 */
enum table_number {
	TABLE_PERSON = 1,
	TABLE_COMPANY = 2,
	TABLE_APPLICATION = 3,
	TABLE_EVENT = 4,
	TABLE_CHECK = 5,
	TABLE_ANSWER = 6,
	TABLE_OFFICER = 7,
	TABLE_CLOSURE = 8,
	TABLE_PRINT = 9,
	TABLE_ACCESS = 10,
	TABLE_COMPLAINT = 11,
	TABLE_COMPLAINANT = 12,
	TABLE_REVIEW = 13,
	TABLE_HANDLING = 14,
	TABLE_LEVEL = 15,
	TABLE_APPROVAL = 16,
	TABLE_BOX = 17,
	TABLE_MERGE = 18,
	TABLE_VERDICT = 19,
	TABLE_OFFICE_KEY = 20,
	TABLE_KEY_BOX = 21,
};

/* How two counters' writes meet (the sync protocol's kinds). */
enum table_kind {
	TABLE_IS_RECORD,    /* cell by cell */
	TABLE_IS_EVENT,     /* append only: update and delete are refused */
	TABLE_IS_DERIVED,   /* cell by cell, key derived from its parent */
	TABLE_IS_REFERENCE, /* cell by cell, written by admins only */
};

enum cell_type { CELL_TEXT, CELL_INTEGER, CELL_ID };

/* Privacy class: drives mask, log, export and search. */
enum privacy { PRIVACY_PUBLIC, PRIVACY_PERSONAL, PRIVACY_IDENTITY };

struct cell {
	const char *name; /* the column, and the name in forms and papers */
	enum cell_type type;
	enum privacy privacy;
};

enum { TABLE_CELLS_MAX = 60 };

struct table {
	enum table_number number;
	const char *name;
	enum table_kind kind;
	const struct cell *cells; /* cell i travels as number i + 1 */
	size_t n_cells;
};

/* All tables, by rising number. */
extern const struct table tables[];
extern const size_t tables_n;

/* NULL when there is none. */
const struct table *table_of(enum table_number number);
const struct table *table_named(const char *name) nonnull(1);

/* Index of the cell with that name, or -1. */
int table_cell(const struct table *table, const char *name) nonnull(1, 2);

/*
 * The cells. One enumerator each, equal to its index; the X-macros are the
 * single list, so that the enumerators cannot disagree with the registry.
 *
 * PERSON: the register of applicants. Columns as typed, NIK 16 digits.
 */
#define PERSON_CELLS(X) \
	X(PERSON, NIK, nik, TEXT, IDENTITY) \
	X(PERSON, NAME, name, TEXT, PERSONAL) \
	X(PERSON, BIRTH_DATE, birth_date, TEXT, PERSONAL) \
	X(PERSON, PHONE, phone, TEXT, PERSONAL) \
	X(PERSON, EMAIL, email, TEXT, PERSONAL) \
	X(PERSON, ADDRESS, address, TEXT, PERSONAL) \
	X(PERSON, VILLAGE, village, TEXT, PERSONAL)

/* COMPANY: the register of pelaku usaha, found by NIB (13 digits). */
#define COMPANY_CELLS(X) \
	X(COMPANY, NIB, nib, TEXT, PUBLIC) \
	X(COMPANY, COMPANY_NAME, company_name, TEXT, PUBLIC) \
	X(COMPANY, NPWP, npwp, TEXT, PERSONAL) \
	X(COMPANY, KBLI, kbli, TEXT, PUBLIC) \
	X(COMPANY, KBLI_EDITION, kbli_edition, TEXT, PUBLIC) \
	X(COMPANY, SCALE, scale, TEXT, PUBLIC) \
	X(COMPANY, SIINAS_ACCOUNT, siinas_account, TEXT, PUBLIC) \
	X(COMPANY, SIINAS_DATE, siinas_date, TEXT, PUBLIC) \
	X(COMPANY, LOCATION, location, TEXT, PUBLIC) \
	X(COMPANY, ESTATE, estate, TEXT, PUBLIC) \
	X(COMPANY, ARTICLE_65, article_65, TEXT, PUBLIC) \
	X(COMPANY, SITE_ADDRESS, site_address, TEXT, PUBLIC) \
	X(COMPANY, SITE_VILLAGE, site_village, TEXT, PUBLIC) \
	X(COMPANY, PERSON_ID, person_id, ID, PUBLIC)

/*
 * APPLICATION: one permohonan, with its own copy of what was stated on the
 * day. number is NULL for a konsultasi, which gets none. Status is no cell:
 * it is folded from EVENT.
 */
#define APPLICATION_CELLS(X) \
	X(APPLICATION, NUMBER, number, TEXT, PUBLIC) \
	X(APPLICATION, STANDARD, standard, TEXT, PUBLIC) \
	X(APPLICATION, STANDARD_VERSION, standard_version, TEXT, PUBLIC) \
	X(APPLICATION, FORM, form, TEXT, PUBLIC) \
	X(APPLICATION, FORM_VERSION, form_version, TEXT, PUBLIC) \
	X(APPLICATION, RECEIVED_DATE, received_date, TEXT, PUBLIC) \
	X(APPLICATION, TYPED_AT, typed_at, INTEGER, PUBLIC) \
	X(APPLICATION, LATE_REASON, late_reason, TEXT, PUBLIC) \
	X(APPLICATION, DUPLICATE_REASON, duplicate_reason, TEXT, PUBLIC) \
	X(APPLICATION, DOUBT_REASON, doubt_reason, TEXT, PUBLIC) \
	X(APPLICATION, QUEUE_NUMBER, queue_number, TEXT, PUBLIC) \
	X(APPLICATION, PRIORITY, priority, TEXT, PERSONAL) \
	X(APPLICATION, PERSON_ID, person_id, ID, PUBLIC) \
	X(APPLICATION, COMPANY_ID, company_id, ID, PUBLIC) \
	X(APPLICATION, NIK, nik, TEXT, IDENTITY) \
	X(APPLICATION, NAME, name, TEXT, PERSONAL) \
	X(APPLICATION, BIRTH_DATE, birth_date, TEXT, PERSONAL) \
	X(APPLICATION, PHONE, phone, TEXT, PERSONAL) \
	X(APPLICATION, EMAIL, email, TEXT, PERSONAL) \
	X(APPLICATION, ADDRESS, address, TEXT, PERSONAL) \
	X(APPLICATION, VILLAGE, village, TEXT, PERSONAL) \
	X(APPLICATION, PROXY, proxy, TEXT, PUBLIC) \
	X(APPLICATION, PROXY_NAME, proxy_name, TEXT, PERSONAL) \
	X(APPLICATION, PROXY_LETTER, proxy_letter, TEXT, PUBLIC) \
	X(APPLICATION, NIB, nib, TEXT, PUBLIC) \
	X(APPLICATION, COMPANY_NAME, company_name, TEXT, PUBLIC) \
	X(APPLICATION, NPWP, npwp, TEXT, PERSONAL) \
	X(APPLICATION, KBLI, kbli, TEXT, PUBLIC) \
	X(APPLICATION, KBLI_EDITION, kbli_edition, TEXT, PUBLIC) \
	X(APPLICATION, SCALE, scale, TEXT, PUBLIC) \
	X(APPLICATION, SIINAS_ACCOUNT, siinas_account, TEXT, PUBLIC) \
	X(APPLICATION, SIINAS_DATE, siinas_date, TEXT, PUBLIC) \
	X(APPLICATION, LOCATION, location, TEXT, PUBLIC) \
	X(APPLICATION, ESTATE, estate, TEXT, PUBLIC) \
	X(APPLICATION, ARTICLE_65, article_65, TEXT, PUBLIC) \
	X(APPLICATION, SITE_ADDRESS, site_address, TEXT, PUBLIC) \
	X(APPLICATION, SITE_VILLAGE, site_village, TEXT, PUBLIC) \
	X(APPLICATION, PROCEDURE_CLASS, procedure_class, TEXT, PUBLIC) \
	X(APPLICATION, NOTE, note, TEXT, PERSONAL) \
	X(APPLICATION, CERTIFICATE_NUMBER, certificate_number, TEXT, PUBLIC) \
	X(APPLICATION, CERTIFICATE_DATE, certificate_date, TEXT, PUBLIC) \
	X(APPLICATION, SIGNED, signed, TEXT, PUBLIC) \
	X(APPLICATION, SIGNER, signer, TEXT, PUBLIC) \
	X(APPLICATION, RECEIVER, receiver, TEXT, PERSONAL) \
	X(APPLICATION, HANDOVER_DATE, handover_date, TEXT, PUBLIC)

/*
 * EVENT: one step in the life of a record (parent). previous names the
 * events it was decided on, as 32 hex digits each, joined by blanks. date is
 * the business date (declared complete on, ...), at the time it was written.
 */
#define EVENT_CELLS(X) \
	X(EVENT, PARENT, parent, ID, PUBLIC) \
	X(EVENT, MOVE, move, TEXT, PUBLIC) \
	X(EVENT, STATE, state, TEXT, PUBLIC) \
	X(EVENT, DATE, date, TEXT, PUBLIC) \
	X(EVENT, AT, at, INTEGER, PUBLIC) \
	X(EVENT, OFFICER, officer, TEXT, PUBLIC) \
	X(EVENT, STATION, station, TEXT, PUBLIC) \
	X(EVENT, REASON, reason, TEXT, PERSONAL) \
	X(EVENT, PREVIOUS, previous, TEXT, PUBLIC) \
	X(EVENT, SNAPSHOT, snapshot, TEXT, PUBLIC)

/* CHECK: one requirement of one application; key (application, clause). */
#define CHECK_CELLS(X) \
	X(CHECK, APPLICATION_ID, application_id, ID, PUBLIC) \
	X(CHECK, CLAUSE, clause, TEXT, PUBLIC) \
	X(CHECK, RESULT, result, TEXT, PUBLIC) \
	X(CHECK, NOTE, note, TEXT, PERSONAL) \
	X(CHECK, DOCUMENT, document, TEXT, PUBLIC) \
	X(CHECK, OFFICER, officer, TEXT, PUBLIC) \
	X(CHECK, AT, at, INTEGER, PUBLIC)

/* ANSWER: a field a form has beyond the cells; key (parent, field name). */
#define ANSWER_CELLS(X) \
	X(ANSWER, PARENT, parent, ID, PUBLIC) \
	X(ANSWER, FIELD, field, TEXT, PUBLIC) \
	X(ANSWER, VALUE, value, TEXT, PERSONAL)

/* OFFICER: roles are role names joined by blanks; active is Y, and T once
 * retired. */
#define OFFICER_CELLS(X) \
	X(OFFICER, STAFF_ID, staff_id, TEXT, PUBLIC) \
	X(OFFICER, NAME, name, TEXT, PUBLIC) \
	X(OFFICER, POST, post, TEXT, PUBLIC) \
	X(OFFICER, ROLES, roles, TEXT, PUBLIC) \
	X(OFFICER, SUPERIOR, superior, TEXT, PUBLIC) \
	X(OFFICER, ACTIVE, active, TEXT, PUBLIC)

/* CLOSURE: a day the office is closed (or open) by local decision. */
#define CLOSURE_CELLS(X) \
	X(CLOSURE, DATE, date, TEXT, PUBLIC) \
	X(CLOSURE, KIND, kind, TEXT, PUBLIC) \
	X(CLOSURE, NAME, name, TEXT, PUBLIC) \
	X(CLOSURE, DECREE, decree, TEXT, PUBLIC)

/* PRINT: one paper that went out, counted for SALINAN ke-n. */
#define PRINT_CELLS(X) \
	X(PRINT, PARENT, parent, ID, PUBLIC) \
	X(PRINT, PAPER, paper, TEXT, PUBLIC) \
	X(PRINT, COPY, copy, INTEGER, PUBLIC) \
	X(PRINT, AT, at, INTEGER, PUBLIC) \
	X(PRINT, OFFICER, officer, TEXT, PUBLIC) \
	X(PRINT, STATION, station, TEXT, PUBLIC) \
	X(PRINT, DIGEST, digest, TEXT, PUBLIC)

/* ACCESS: who looked at, exported or was denied what. */
#define ACCESS_CELLS(X) \
	X(ACCESS, PARENT, parent, ID, PUBLIC) \
	X(ACCESS, ACT, act, TEXT, PUBLIC) \
	X(ACCESS, AT, at, INTEGER, PUBLIC) \
	X(ACCESS, OFFICER, officer, TEXT, PUBLIC) \
	X(ACCESS, STATION, station, TEXT, PUBLIC) \
	X(ACCESS, REASON, reason, TEXT, PUBLIC)

#define CELL_ENUM(TABLE, NAME, column, type, privacy) TABLE##_##NAME,
enum person_cell { PERSON_CELLS(CELL_ENUM) PERSON_CELLS_N };
enum company_cell { COMPANY_CELLS(CELL_ENUM) COMPANY_CELLS_N };
enum application_cell { APPLICATION_CELLS(CELL_ENUM) APPLICATION_CELLS_N };
enum event_cell { EVENT_CELLS(CELL_ENUM) EVENT_CELLS_N };
enum check_cell { CHECK_CELLS(CELL_ENUM) CHECK_CELLS_N };
enum answer_cell { ANSWER_CELLS(CELL_ENUM) ANSWER_CELLS_N };
enum officer_cell { OFFICER_CELLS(CELL_ENUM) OFFICER_CELLS_N };
enum closure_cell { CLOSURE_CELLS(CELL_ENUM) CLOSURE_CELLS_N };
enum print_cell { PRINT_CELLS(CELL_ENUM) PRINT_CELLS_N };
enum access_cell { ACCESS_CELLS(CELL_ENUM) ACCESS_CELLS_N };
enum complaint_cell { COMPLAINT_CELLS(CELL_ENUM) COMPLAINT_CELLS_N };
enum complainant_cell { COMPLAINANT_CELLS(CELL_ENUM) COMPLAINANT_CELLS_N };
enum review_cell { REVIEW_CELLS(CELL_ENUM) REVIEW_CELLS_N };
enum handling_cell { HANDLING_CELLS(CELL_ENUM) HANDLING_CELLS_N };
enum level_cell { LEVEL_CELLS(CELL_ENUM) LEVEL_CELLS_N };
enum approval_cell { APPROVAL_CELLS(CELL_ENUM) APPROVAL_CELLS_N };
enum box_cell { BOX_CELLS(CELL_ENUM) BOX_CELLS_N };
enum merge_cell { MERGE_CELLS(CELL_ENUM) MERGE_CELLS_N };
enum verdict_cell { VERDICT_CELLS(CELL_ENUM) VERDICT_CELLS_N };
enum office_key_cell { OFFICE_KEY_CELLS(CELL_ENUM) OFFICE_KEY_CELLS_N };
enum key_box_cell { KEY_BOX_CELLS(CELL_ENUM) KEY_BOX_CELLS_N };

#endif
