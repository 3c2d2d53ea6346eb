#ifndef TESTS_LIB_PAPER_BOOK_H
#define TESTS_LIB_PAPER_BOOK_H

/* One entry of the complaint book, and what is printed of it. */

#include "lib/complaint_text.h"

#include "base/clock.h"
#include "lib/paper.h"
#include "lib/sheet.h"
#include "paper/complaint.h"

enum { TEXT_MAX = 1 << 18 };

/* One entry of the book, handled to its end, and what is printed of it. */
struct desk_book {
	struct arena *arena;
	struct handled handled;
	struct complaint_words words;
	struct paper_complaint entry;
	struct paper_part parts[4];
	struct paper_book book;
};

static inline void
say(struct desk_book *it, int cell, const char *text)
{
	book_say(&it->handled.book, cell, text);
}

static inline int64_t
at(const char *local)
{
	int64_t ms = 0;

	assert_true(local_parse(local, &ms));
	return ms;
}

static inline struct desk_book *
wayan(struct arena *arena)
{
	struct desk_book *it = arena_alloc(arena, sizeof *it);
	struct handled *handled = &it->handled;

	*it = (struct desk_book){ .arena = arena,
		.words = load_complaint_words(arena) };
	handled_begin(handled, arena, HANDLED_INSIDE);
	handled_write_review(handled);
	handled_write_rows(handled);
	say(it, COMPLAINT_NUMBER, "P-L05-2026-0012");
	say(it, COMPLAINT_KIND, "pengaduan");
	say(it, COMPLAINT_KIND_RULE, "complete");
	say(it, COMPLAINT_MANNER, "lisan");
	say(it, COMPLAINT_RECEIVED_TIME, "09:20");
	say(it, COMPLAINT_MATERIAL, "Berkas saya dinyatakan lengkap pada "
	    "20 Oktober,\ntetapi saya diminta datang lagi.");
	record_set_integer(&handled->book.complaint, COMPLAINT_TYPED_AT,
	    at("2026-11-20T09:25"));
	book_who(&handled->book, COMPLAINANT_NIK, "3214016501900001");
	it->entry = (struct paper_complaint){
		.complaint = &handled->book.complaint,
		.people = &handled->book.complainant, .n_people = 1,
		.review = &handled->review,
		.handlings = &handled->handling, .n_handlings = 1,
		.level = &handled->level,
		.approval = &handled->approvals[0],
		.standard = &handled->book.standard, .words = &it->words,
		.received = { { 2026, 11, 20 }, "Cici Lestari", "L05", "" },
		.due = { { 2026, 12, 10 }, false },
		.answered = { 2026, 11, 30 }, .state = "Dilaporkan" };
	it->book = (struct paper_book){ .entry = &it->entry,
		.standard = &handled->book.standard,
		.print = { "Cici Lestari", "L05", at("2026-12-01T10:20"), 1,
		    false }, .filter = "" };
	return it;
}

static inline struct paper_file
form(struct arena *arena, const char *name)
{
	struct paper_file file = { .name = name };

	file.bytes = asset_text(
	    arena, arena_print(arena, "forms/%s.paper", name), &file.size);
	return file;
}

static inline void
print(const struct desk_book *it, const char *paper, struct paper_size size,
    struct buf *out)
{
	const struct handout handout = { form(it->arena, paper),
		form(it->arena, "words"), size };
	struct err err = { 0 };

	if (strcmp(paper, "complaint-blank") == 0)
		t_done(paper_blank_text(&handout,
		    load_form(it->arena, "complaint"), it->book.standard,
		    &it->book.print, out, &err), err);
	else
		t_done(paper_book_text(&handout, &it->book, out, &err), err);
}

static inline void
assert_prints(const struct desk_book *it, const char *paper,
    struct paper_size size, const char *golden)
{
	const char *folder = getenv("LOKET_BUILDDIR");
	const char *wanted;
	struct err err = { 0 };
	size_t wanted_size = 0;
	scoped_buf out;

	buf_init(&out, TEXT_MAX);
	print(it, paper, size, &out);
	assert_fits(out.text, size.columns + size.margin);
	wanted = asset_text(it->arena,
	    arena_print(it->arena, "tests/data/papers/%s", golden),
	    &wanted_size);
	if (strcmp(out.text, wanted) != 0 && folder != NULL)
		t_done(file_write(arena_print(it->arena, "%s/tests/unit/%s",
		    folder, golden), out.text, out.size, 0644, &err), err);
	assert_string_equal(out.text, wanted);
}

static inline void
assert_paper(const struct desk_book *it, const char *paper, const char *name)
{
	assert_prints(it, paper, paper_roll(),
	    arena_print(it->arena, "%s.48.txt", name));
	assert_prints(it, paper, paper_a4(),
	    arena_print(it->arena, "%s.a4.txt", name));
}

#endif
