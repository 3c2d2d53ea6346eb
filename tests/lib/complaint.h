#ifndef TESTS_LIB_COMPLAINT_H
#define TESTS_LIB_COMPLAINT_H

#include "domain/complaint_clock.h"
#include "domain/complaint_duty.h"
#include "lib/load.h"

/* One entry of the book, with who complains, as plain records. */
struct book {
	struct arena *arena;
	struct standard standard;
	struct calendar calendar;
	struct life life;
	struct record complaint, complainant;
};

static inline void
book_say(struct book *book, int cell, const char *text)
{
	record_set_text(&book->complaint, book->arena, cell, text);
}

static inline void
book_who(struct book *book, int cell, const char *text)
{
	record_set_text(&book->complainant, book->arena, cell, text);
}

static inline struct date
day(const char *text)
{
	struct date date = { 0 };

	assert_true(date_parse(text, &date));
	return date;
}

static inline void
is_day(struct date date, const char *wanted)
{
	char text[DATE_TEXT_SIZE];

	date_print(date, text);
	assert_string_equal(text, wanted);
}

/* Oral, at the counter, by a known person, a day after the service. */
static inline void
book_begin(struct book *book, struct arena *arena)
{
	*book = (struct book){ .arena = arena,
		.standard = load_standard(arena),
		.calendar = load_calendar(arena),
		.life = load_life_of(arena, "complaint"),
		.complaint = record_of(TABLE_COMPLAINT, (struct id){ { 1 } }),
		.complainant =
		    record_of(TABLE_COMPLAINANT, (struct id){ { 2 } }) };
	book_say(book, COMPLAINT_CHANNEL, "b");
	book_say(book, COMPLAINT_RECEIVED_DATE, "2026-11-20");
	book_say(book, COMPLAINT_SERVICE_DATE, "2026-11-19");
	book_say(book, COMPLAINT_OBJECT, "Izin terlambat");
	book_say(book, COMPLAINT_MATERIAL, "Sudah tiga minggu.");
	book_who(book, COMPLAINANT_PART, "pelapor");
	book_who(book, COMPLAINANT_NAME, "I Wayan Sudarma");
	book_who(book, COMPLAINANT_PHONE, "+6281355550199");
}

static inline bool
book_has_identity(const struct book *book)
{
	return complaint_has_identity(&book->complaint, &book->complainant);
}

static inline struct kind_ruling
book_ruling(struct book *book)
{
	return complaint_ruling(&book->standard, &book->complaint,
	    book_has_identity(book), book->arena);
}

#endif
