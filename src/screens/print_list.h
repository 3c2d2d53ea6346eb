#ifndef SCREENS_PRINT_LIST_H
#define SCREENS_PRINT_LIST_H

#include "paper/complaint.h"
#include "screens/print_arg.h"

/* What a list on paper is about: some of the complaint book. */
struct desk;

enum { PRINT_PARTS = 4 };

struct print_list {
	struct paper_part parts[PRINT_PARTS];
	size_t n;
	struct date from, to;
	const char *filter;
	const struct standard *standard;
};

/* Is the paper such a list? Only when it is not of one record. */
bool print_list_is(const struct print_arg *arg) nonnull(1);

/*
 * Read the entries whole, the first few hundred of them; everything lives in
 * the arena. FAIL_INVALID date.future; FAIL_DENIED: as desk_register_list().
 */
enum fail print_list_read(struct print_list *list, struct desk *desk,
    const struct print_arg *arg, struct arena *arena, struct err *err)
    must_check nonnull(1, 2, 3, 4);

#endif
