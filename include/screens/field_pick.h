#ifndef SCREENS_FIELD_PICK_H
#define SCREENS_FIELD_PICK_H

#include "base/buf.h"
#include "forms/lookup.h"
#include "screens/pick.h"
#include "screens/screen.h"
#include "screens/sheet.h"

/*
 * F4 on a field: the rows of its lookup in a popup. For the fields whose
 * rows only the register knows (person, company) the rows come from the desk.
 * A field that takes several has its rows marked one by one.
 */
struct field_pick {
	struct desk *desk;
	struct lookup lookup;
	bool is_of_register; /* people or companies, by what was typed */
	bool are_companies;
	struct arena *arena; /* of the rows of the last filter */
	struct lookup_row *rows;
	size_t n;
	/* Of a field that takes several: codes joined by blanks. */
	bool takes_many;
	struct buf chosen;
	struct area area; /* where the field is drawn */
	struct pick pick;
};

/*
 * Open the popup on the field of the sheet that has the focus; says so when it
 * has nothing to choose from. Owns what it needs until field_pick_take() or
 * field_pick_done().
 */
struct step field_pick_open(struct field_pick *pick, struct screen *screen,
    const struct sheet *sheet) nonnull(1, 2, 3);

/* What was chosen goes into the field; true when it has it now. */
bool field_pick_take(struct field_pick *pick, struct sheet *sheet,
    const struct outcome *outcome) nonnull(1, 2, 3);

/* Also of one that was never opened. */
void field_pick_done(struct field_pick *pick) nonnull(1);

#endif
