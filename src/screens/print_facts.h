#ifndef SCREENS_PRINT_FACTS_H
#define SCREENS_PRINT_FACTS_H

#include "desk/application.h"
#include "desk/complaint.h"
#include "paper/complaint.h"
#include "screens/print_list.h"

/* What a paper is about: a record, a list, or a blank form. */
struct print_facts {
	struct desk *desk;
	enum { PRINT_BLANK, PRINT_APPLICATION, PRINT_COMPLAINT,
		PRINT_LIST } subject;
	struct application application;
	struct complaint complaint;
	const struct process_account *account; /* of the complaint, or NULL */
	struct print_list list;
	const char *number; /* "" when it has none */
};

/*
 * Read the record, which may be of either book, or the list. Everything lives
 * in the arena. FAIL_MISSING complaint.none; as print_list_read().
 */
enum fail print_facts_read(struct print_facts *facts, struct desk *desk,
    const struct print_arg *arg, struct arena *arena, struct err *err)
    must_check nonnull(1, 2, 3, 4);

/* Append the text of that copy of the paper. As paper_print_text(). */
enum fail print_facts_text(const struct print_facts *facts,
    const struct handout *handout, int copy, struct buf *out, struct err *err)
    must_check nonnull(1, 2, 4);

/* Who prints, where and when. */
struct paper_print print_here(struct desk *desk, int copy) nonnull(1);

/* A complaint as papers see it; borrows from it. */
struct paper_complaint print_entry_of(struct desk *desk,
    const struct complaint *complaint) nonnull(1, 2);

#endif
