#ifndef DOMAIN_TABLE_COMPLAINT_H
#define DOMAIN_TABLE_COMPLAINT_H

/*
 * The cells of the complaint book, for domain/table.h, which says what a list
 * of cells is.
 */

/*
 * COMPLAINT: one entry of the complaint book, whatever its kind: pengaduan,
 * saran, masukan, koreksi or revisi. received_date is the day it arrived,
 * completed_date the day one without identity or object was completed.
 */
#define COMPLAINT_CELLS(X) \
	X(COMPLAINT, NUMBER, number, TEXT, PUBLIC) \
	X(COMPLAINT, KIND, kind, TEXT, PUBLIC) \
	X(COMPLAINT, KIND_RULE, kind_rule, TEXT, PUBLIC) \
	X(COMPLAINT, KIND_REASON, kind_reason, TEXT, PERSONAL) \
	X(COMPLAINT, STANDARD, standard, TEXT, PUBLIC) \
	X(COMPLAINT, STANDARD_VERSION, standard_version, TEXT, PUBLIC) \
	X(COMPLAINT, FORM, form, TEXT, PUBLIC) \
	X(COMPLAINT, FORM_VERSION, form_version, TEXT, PUBLIC) \
	X(COMPLAINT, RECEIVED_DATE, received_date, TEXT, PUBLIC) \
	X(COMPLAINT, RECEIVED_TIME, received_time, TEXT, PUBLIC) \
	X(COMPLAINT, TYPED_AT, typed_at, INTEGER, PUBLIC) \
	X(COMPLAINT, LATE_REASON, late_reason, TEXT, PUBLIC) \
	X(COMPLAINT, COMPLETED_DATE, completed_date, TEXT, PUBLIC) \
	X(COMPLAINT, CHANNEL, channel, TEXT, PUBLIC) \
	X(COMPLAINT, CHANNEL_DETAIL, channel_detail, TEXT, PERSONAL) \
	X(COMPLAINT, MANNER, manner, TEXT, PUBLIC) \
	X(COMPLAINT, READ_BACK, read_back, TEXT, PUBLIC) \
	X(COMPLAINT, LETTER_ADDRESSEE, letter_addressee, TEXT, PUBLIC) \
	X(COMPLAINT, LETTER_NUMBER, letter_number, TEXT, PUBLIC) \
	X(COMPLAINT, LETTER_DATE, letter_date, TEXT, PUBLIC) \
	X(COMPLAINT, LETTER_ARRIVED, letter_arrived, TEXT, PUBLIC) \
	X(COMPLAINT, BOX_ID, box_id, ID, PUBLIC) \
	X(COMPLAINT, CONFIDENTIAL, confidential, TEXT, PUBLIC) \
	X(COMPLAINT, OBJECT, object, TEXT, PUBLIC) \
	X(COMPLAINT, SERVICE, service, TEXT, PUBLIC) \
	X(COMPLAINT, APPLICATION_ID, application_id, ID, PUBLIC) \
	X(COMPLAINT, APPLICATION_NUMBER, application_number, TEXT, PUBLIC) \
	X(COMPLAINT, NIB, nib, TEXT, PUBLIC) \
	X(COMPLAINT, COMPANY_NAME, company_name, TEXT, PUBLIC) \
	X(COMPLAINT, SERVICE_DATE, service_date, TEXT, PUBLIC) \
	X(COMPLAINT, SERVICE_RUNNING, service_running, TEXT, PUBLIC) \
	X(COMPLAINT, MATERIAL, material, TEXT, PERSONAL) \
	X(COMPLAINT, BREACH, breach, TEXT, PUBLIC) \
	X(COMPLAINT, LOSS, loss, TEXT, PERSONAL) \
	X(COMPLAINT, REQUEST, request, TEXT, PERSONAL) \
	X(COMPLAINT, EVIDENCE, evidence, TEXT, PERSONAL) \
	X(COMPLAINT, STATEMENT, statement, TEXT, PUBLIC) \
	X(COMPLAINT, NAMED_OFFICER, named_officer, TEXT, PUBLIC) \
	X(COMPLAINT, NAMED_TEXT, named_text, TEXT, PERSONAL) \
	X(COMPLAINT, NOTE, note, TEXT, PERSONAL)

/*
 * COMPLAINANT: who complains (part pelapor; key derived from the complaint)
 * or is represented (part diwakili). Of a confidential complaint everything
 * said about a person is in `sealed`, the other personal cells are empty, and
 * the marks are keyed hashes by which earlier cases are found.
 */
#define COMPLAINANT_CELLS(X) \
	X(COMPLAINANT, COMPLAINT_ID, complaint_id, ID, PUBLIC) \
	X(COMPLAINANT, PART, part, TEXT, PUBLIC) \
	X(COMPLAINANT, NAME, name, TEXT, PERSONAL) \
	X(COMPLAINANT, NIK, nik, TEXT, IDENTITY) \
	X(COMPLAINANT, OTHER_ID, other_id, TEXT, IDENTITY) \
	X(COMPLAINANT, ADDRESS, address, TEXT, PERSONAL) \
	X(COMPLAINANT, VILLAGE, village, TEXT, PERSONAL) \
	X(COMPLAINANT, PHONE, phone, TEXT, PERSONAL) \
	X(COMPLAINANT, EMAIL, email, TEXT, PERSONAL) \
	X(COMPLAINANT, ACCOUNT, account, TEXT, PERSONAL) \
	X(COMPLAINANT, PROXY, proxy, TEXT, PUBLIC) \
	X(COMPLAINANT, PROXY_LETTER, proxy_letter, TEXT, PERSONAL) \
	X(COMPLAINANT, SEALED, sealed, TEXT, IDENTITY) \
	X(COMPLAINANT, SEAL_KEY, seal_key, TEXT, PUBLIC) \
	X(COMPLAINANT, NAME_MARK, name_mark, TEXT, IDENTITY) \
	X(COMPLAINANT, NIK_MARK, nik_mark, TEXT, IDENTITY) \
	X(COMPLAINANT, PHONE_MARK, phone_mark, TEXT, IDENTITY)

/*
 * REVIEW: what the office makes of a complaint (6.5.c to 6.8); key (complaint,
 * round). An objection begins the next round, the one before stays as it is.
 */
#define REVIEW_CELLS(X) \
	X(REVIEW, COMPLAINT_ID, complaint_id, ID, PUBLIC) \
	X(REVIEW, ROUND, round, INTEGER, PUBLIC) \
	X(REVIEW, FIELD, field, TEXT, PUBLIC) \
	X(REVIEW, SECTOR, sector, TEXT, PUBLIC) \
	X(REVIEW, SERVICE_KIND, service_kind, TEXT, PUBLIC) \
	X(REVIEW, PROBLEM, problem, TEXT, PUBLIC) \
	X(REVIEW, PROBLEM_OTHER, problem_other, TEXT, PUBLIC) \
	X(REVIEW, PROBLEM_CLAUSE, problem_clause, TEXT, PUBLIC) \
	X(REVIEW, SOURCE, source, TEXT, PUBLIC) \
	X(REVIEW, SOURCE_OTHER, source_other, TEXT, PUBLIC) \
	X(REVIEW, CORE, core, TEXT, PERSONAL) \
	X(REVIEW, CORE_OFFICER, core_officer, TEXT, PUBLIC) \
	X(REVIEW, CORE_DATE, core_date, TEXT, PUBLIC) \
	X(REVIEW, CLAUSES, clauses, TEXT, PUBLIC) \
	X(REVIEW, CLAUSES_REASON, clauses_reason, TEXT, PUBLIC) \
	X(REVIEW, CLAUSES_OFFICER, clauses_officer, TEXT, PUBLIC) \
	X(REVIEW, CLAUSES_DATE, clauses_date, TEXT, PUBLIC) \
	X(REVIEW, EARLIER, earlier, TEXT, PUBLIC) \
	X(REVIEW, EARLIER_NOTE, earlier_note, TEXT, PERSONAL) \
	X(REVIEW, EARLIER_OFFICER, earlier_officer, TEXT, PUBLIC) \
	X(REVIEW, EARLIER_DATE, earlier_date, TEXT, PUBLIC) \
	X(REVIEW, PLAN, plan, TEXT, PUBLIC) \
	X(REVIEW, PLAN_DATE, plan_date, TEXT, PUBLIC) \
	X(REVIEW, PLAN_PERSON, plan_person, TEXT, PUBLIC) \
	X(REVIEW, PLAN_NOTE, plan_note, TEXT, PERSONAL) \
	X(REVIEW, PLAN_OFFICER, plan_officer, TEXT, PUBLIC) \
	X(REVIEW, PLAN_ON, plan_on, TEXT, PUBLIC) \
	X(REVIEW, CLASS, class, TEXT, PUBLIC) \
	X(REVIEW, LEVEL, level, TEXT, PUBLIC) \
	X(REVIEW, HANDLER, handler, TEXT, PUBLIC) \
	X(REVIEW, AGENCY, agency, TEXT, PUBLIC) \
	X(REVIEW, APIP_REASON, apip_reason, TEXT, PERSONAL) \
	X(REVIEW, APIP_BASIS, apip_basis, TEXT, PUBLIC) \
	X(REVIEW, RESPONSE, response, TEXT, PERSONAL) \
	X(REVIEW, RESPONSE_DATE, response_date, TEXT, PUBLIC) \
	X(REVIEW, FOLLOW_UP, follow_up, TEXT, PERSONAL) \
	X(REVIEW, FOLLOW_UP_DATE, follow_up_date, TEXT, PUBLIC) \
	X(REVIEW, ANSWER, answer, TEXT, PERSONAL) \
	X(REVIEW, ANSWER_DATE, answer_date, TEXT, PUBLIC) \
	X(REVIEW, ANSWER_MEDIUM, answer_medium, TEXT, PUBLIC) \
	X(REVIEW, ANSWER_OFFICER, answer_officer, TEXT, PUBLIC) \
	X(REVIEW, INFORMED, informed, TEXT, PUBLIC) \
	X(REVIEW, INFORMED_DATE, informed_date, TEXT, PUBLIC) \
	X(REVIEW, INFORMED_MEDIUM, informed_medium, TEXT, PUBLIC) \
	X(REVIEW, INFORMED_SUMMARY, informed_summary, TEXT, PERSONAL) \
	X(REVIEW, REPORTED_TO, reported_to, TEXT, PUBLIC) \
	X(REVIEW, REPORTED_DATE, reported_date, TEXT, PUBLIC) \
	X(REVIEW, FORWARD_TO, forward_to, TEXT, PUBLIC) \
	X(REVIEW, FORWARD_NUMBER, forward_number, TEXT, PUBLIC) \
	X(REVIEW, FORWARD_DATE, forward_date, TEXT, PUBLIC)

/* HANDLING: one klarifikasi, konfirmasi, ... that was done (6.6.e). */
#define HANDLING_CELLS(X) \
	X(HANDLING, COMPLAINT_ID, complaint_id, ID, PUBLIC) \
	X(HANDLING, ROUND, round, INTEGER, PUBLIC) \
	X(HANDLING, KIND, kind, TEXT, PUBLIC) \
	X(HANDLING, DATE, date, TEXT, PUBLIC) \
	X(HANDLING, TOGETHER, together, TEXT, PUBLIC) \
	X(HANDLING, PARTY, party, TEXT, PERSONAL) \
	X(HANDLING, SIDE, side, TEXT, PUBLIC) \
	X(HANDLING, RESULT, result, TEXT, PERSONAL) \
	X(HANDLING, OFFICER, officer, TEXT, PUBLIC) \
	X(HANDLING, AT, at, INTEGER, PUBLIC)

/* LEVEL: the written report by which a level is left (6.7). */
#define LEVEL_CELLS(X) \
	X(LEVEL, COMPLAINT_ID, complaint_id, ID, PUBLIC) \
	X(LEVEL, ROUND, round, INTEGER, PUBLIC) \
	X(LEVEL, CLASS, class, TEXT, PUBLIC) \
	X(LEVEL, LEVEL, level, TEXT, PUBLIC) \
	X(LEVEL, NUMBER, number, TEXT, PUBLIC) \
	X(LEVEL, DATE, date, TEXT, PUBLIC) \
	X(LEVEL, RECIPIENT, recipient, TEXT, PUBLIC) \
	X(LEVEL, TEXT, text, TEXT, PERSONAL) \
	X(LEVEL, OFFICER, officer, TEXT, PUBLIC) \
	X(LEVEL, AT, at, INTEGER, PUBLIC)

/*
 * APPROVAL: of an answer or of APIP (what), by an officer here (manner event)
 * or on paper (manner paper: number, date, name, post). digest is of the text
 * that was approved, so that a text changed since needs another approval.
 */
#define APPROVAL_CELLS(X) \
	X(APPROVAL, PARENT, parent, ID, PUBLIC) \
	X(APPROVAL, ROUND, round, INTEGER, PUBLIC) \
	X(APPROVAL, WHAT, what, TEXT, PUBLIC) \
	X(APPROVAL, MANNER, manner, TEXT, PUBLIC) \
	X(APPROVAL, NUMBER, number, TEXT, PUBLIC) \
	X(APPROVAL, DATE, date, TEXT, PUBLIC) \
	X(APPROVAL, NAME, name, TEXT, PUBLIC) \
	X(APPROVAL, POST, post, TEXT, PUBLIC) \
	X(APPROVAL, DIGEST, digest, TEXT, PUBLIC) \
	X(APPROVAL, OFFICER, officer, TEXT, PUBLIC) \
	X(APPROVAL, STATION, station, TEXT, PUBLIC) \
	X(APPROVAL, AT, at, INTEGER, PUBLIC)

/* BOX: one opening of the kotak pengaduan; its slips name it (box_id). */
#define BOX_CELLS(X) \
	X(BOX, DATE, date, TEXT, PUBLIC) \
	X(BOX, TIME, time, TEXT, PUBLIC) \
	X(BOX, PLACE, place, TEXT, PUBLIC) \
	X(BOX, PRESENT, present, TEXT, PUBLIC) \
	X(BOX, SLIPS, slips, INTEGER, PUBLIC) \
	X(BOX, NOTE, note, TEXT, PERSONAL) \
	X(BOX, OFFICER, officer, TEXT, PUBLIC) \
	X(BOX, STATION, station, TEXT, PUBLIC) \
	X(BOX, AT, at, INTEGER, PUBLIC)

/* MERGE: one complaint merged into another, until active is T again. */
#define MERGE_CELLS(X) \
	X(MERGE, COMPLAINT_ID, complaint_id, ID, PUBLIC) \
	X(MERGE, INTO, into_complaint, ID, PUBLIC) \
	X(MERGE, ACTIVE, active, TEXT, PUBLIC) \
	X(MERGE, STATE, state, TEXT, PUBLIC) \
	X(MERGE, REASON, reason, TEXT, PERSONAL) \
	X(MERGE, OFFICER, officer, TEXT, PUBLIC) \
	X(MERGE, AT, at, INTEGER, PUBLIC)

/* VERDICT: whether two rows that look alike are the same; key (both). */
#define VERDICT_CELLS(X) \
	X(VERDICT, RULE, rule, TEXT, PUBLIC) \
	X(VERDICT, ONE, one, ID, PUBLIC) \
	X(VERDICT, OTHER, other, ID, PUBLIC) \
	X(VERDICT, VERDICT, verdict, TEXT, PUBLIC) \
	X(VERDICT, REASON, reason, TEXT, PERSONAL) \
	X(VERDICT, OFFICER, officer, TEXT, PUBLIC) \
	X(VERDICT, AT, at, INTEGER, PUBLIC)

/* OFFICE_KEY: the public half of a key pair of the office, for sealing. */
#define OFFICE_KEY_CELLS(X) \
	X(OFFICE_KEY, PUBLIC, public, TEXT, PUBLIC) \
	X(OFFICE_KEY, ACTIVE, active, TEXT, PUBLIC) \
	X(OFFICE_KEY, AT, at, INTEGER, PUBLIC)

/*
 * KEY_BOX: an officer's own key pair (office_key empty; public, and private
 * wrapped by his passphrase; key officer, station), or the private half of an
 * office key sealed to it (key office key, public).
 */
#define KEY_BOX_CELLS(X) \
	X(KEY_BOX, OFFICE_KEY, office_key, TEXT, PUBLIC) \
	X(KEY_BOX, OFFICER, officer, TEXT, PUBLIC) \
	X(KEY_BOX, STATION, station, TEXT, PUBLIC) \
	X(KEY_BOX, PUBLIC, public, TEXT, PUBLIC) \
	X(KEY_BOX, WRAPPED, wrapped, TEXT, IDENTITY) \
	X(KEY_BOX, ACTIVE, active, TEXT, PUBLIC) \
	X(KEY_BOX, AT, at, INTEGER, PUBLIC)

#endif
