#ifndef SCREENS_INTAKE_STATE_H
#define SCREENS_INTAKE_STATE_H

#include "screens/filling.h"

/* What the two files of the intake form share. */
struct intake_state {
	struct screen screen;
	struct filling filling;
};

/* Fill from the register, by a NIB or NIK that was just typed; says so. */
void intake_fill_company(struct intake_state *state, const char *nib);
void intake_fill_person(struct intake_state *state, const char *nik);

/* The same company and activity, still open: shown while entering. */
void intake_say_duplicates(struct intake_state *state);

/* F6: the field's value from the application received last. */
bool intake_copy_field(struct intake_state *state);

#endif
