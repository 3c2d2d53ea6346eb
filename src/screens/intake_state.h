#ifndef SCREENS_INTAKE_STATE_H
#define SCREENS_INTAKE_STATE_H

#include "base/id.h"
#include "screens/field_pick.h"
#include "screens/screen.h"
#include "screens/sheet.h"

/* What the two files of the intake form share. */
struct intake_state {
	struct screen screen;
	struct field_context *context;
	struct sheet sheet;
	struct id id;
	struct field_pick pick;
	struct area pick_area;
	int64_t kept_ms;  /* the draft on disk, 0: none */
	bool is_dirty;    /* changed since then */
};

/* Fill from the register, by a NIB or NIK that was just typed; says so. */
void intake_fill_company(struct intake_state *state, const char *nib);
void intake_fill_person(struct intake_state *state, const char *nik);

/* The same company and activity, still open: shown while entering. */
void intake_say_duplicates(struct intake_state *state);

/* F6: the field's value from the application received last. */
bool intake_copy_field(struct intake_state *state);

#endif
