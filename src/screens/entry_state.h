#ifndef SCREENS_ENTRY_STATE_H
#define SCREENS_ENTRY_STATE_H

#include "desk/complaint_intake.h"
#include "screens/filling.h"
#include "screens/screen.h"

/* What the two files of the complaint form share. */
struct entry_state {
	struct screen screen;
	struct filling filling;
	struct complaint_kind kind;
	struct id box; /* zero: no slip of a box */
};

/* Fill from the application with that number; says so. */
void entry_fill_application(struct entry_state *state, const char *number)
    nonnull(1, 2);

/* Fill from the register by what the field nik or nib has; says so. */
void entry_fill_known(struct entry_state *state, const char *name,
    const char *stored) nonnull(1, 2, 3);

/* F6: the field's value from the complaint received last. */
bool entry_copy_field(struct entry_state *state) nonnull(1);

#endif
