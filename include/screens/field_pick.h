#ifndef SCREENS_FIELD_PICK_H
#define SCREENS_FIELD_PICK_H

#include "forms/lookup.h"
#include "screens/pick.h"
#include "screens/sheet.h"

struct desk;

/*
 * F4 on a field: the rows of its lookup in a popup. For the fields whose
 * rows only the register knows (person, company) the rows come from the desk.
 */
struct field_pick {
	struct desk *desk;
	struct lookup lookup;
	bool is_of_register; /* people or companies, by what was typed */
	bool are_companies;
	struct arena *arena; /* of the rows of the last filter */
	struct lookup_row *rows;
	size_t n;
	struct pick pick;
};

/*
 * Make ready for a field; false when it has nothing to choose from. Owns an
 * arena until field_pick_done(). body is where the sheet is drawn.
 */
bool field_pick_init(struct field_pick *pick, struct desk *desk,
    const struct sheet *sheet, struct area *field) must_check
    nonnull(1, 2, 3, 4);
void field_pick_done(struct field_pick *pick) nonnull(1);

#endif
