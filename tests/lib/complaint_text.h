#ifndef TESTS_LIB_COMPLAINT_TEXT_H
#define TESTS_LIB_COMPLAINT_TEXT_H

#include "lib/complaint_case.h"

/* What the office writes of one complaint, in words that can be printed. */

static inline void
handled_write_review(struct handled *handled)
{
	static const struct {
		enum review_cell cell;
		const char *text;
	} cells[] = {
		{ REVIEW_FIELD, "Pelayanan perizinan berusaha" },
		{ REVIEW_SECTOR, "Perindustrian" },
		{ REVIEW_SERVICE_KIND, "Sertifikat Standar" },
		{ REVIEW_PROBLEM, "3" }, { REVIEW_SOURCE, "sp" },
		{ REVIEW_CORE, "Waktu penyelesaian tidak pasti." },
		{ REVIEW_CLAUSES, "32/3 32/7.3" },
		{ REVIEW_PLAN, "klarifikasi pemeriksaan" },
		{ REVIEW_PLAN_DATE, "2026-11-27" },
		{ REVIEW_AGENCY, "Tim Teknis DPMPTSP" },
		{ REVIEW_APIP_REASON, "" },
		{ REVIEW_RESPONSE, "Kami periksa hari ini juga." },
		{ REVIEW_RESPONSE_DATE, "2026-11-20" },
		{ REVIEW_FOLLOW_UP, "Berkas diverifikasi ulang." },
		{ REVIEW_FOLLOW_UP_DATE, "2026-11-27" },
		{ REVIEW_ANSWER, "Berkas Bapak selesai 30 November.\n\n"
		    "Kami mohon maaf atas keterlambatan ini." },
		{ REVIEW_ANSWER_DATE, "2026-11-30" },
		{ REVIEW_ANSWER_MEDIUM, "Telepon" },
		{ REVIEW_INFORMED_DATE, "2026-11-30" },
		{ REVIEW_INFORMED_MEDIUM, "Telepon" },
		{ REVIEW_INFORMED_SUMMARY, "Sertifikat dapat diambil." },
		{ REVIEW_REPORTED_TO, "Eko Prasetyo" },
		{ REVIEW_REPORTED_DATE, "2026-12-01" },
		{ REVIEW_FORWARD_TO, "" }, { REVIEW_FORWARD_NUMBER, "" },
		{ REVIEW_FORWARD_DATE, "" },
	};

	for (size_t i = 0; i < array_length(cells); i++)
		handled_write(handled, (int)cells[i].cell,
		    cells[i].text);
}

static inline void
handled_write_rows(struct handled *handled)
{
	struct arena *arena = handled->book.arena;

	record_set_text(&handled->handling, arena, HANDLING_KIND,
	    "klarifikasi");
	record_set_text(&handled->handling, arena, HANDLING_TOGETHER,
	    "mandiri");
	record_set_text(&handled->handling, arena, HANDLING_RESULT,
	    "Berkas menunggu surat keterangan yang tidak diminta standar.");
	record_set_text(&handled->level, arena, LEVEL_NUMBER,
	    "800/12/DPMPTSP/2026");
	record_set_text(&handled->level, arena, LEVEL_RECIPIENT,
	    "Kepala Bidang Pelayanan");
	record_set_text(&handled->level, arena, LEVEL_TEXT,
	    "Verifikasi ulang selesai.\nTidak ada biaya yang diminta.");
	record_set_text(&handled->approvals[0], arena, APPROVAL_NAME,
	    "Eko Prasetyo");
}

#endif
