#ifndef SCREENS_SCREENS_H
#define SCREENS_SCREENS_H

#include "screens/screen.h"

/* Every screen there is, and what its open() is given. */

extern const struct screen_ops first_screen;  /* NULL: a new counter */
extern const struct screen_ops setup_screen;  /* NULL: its first officer */
extern const struct screen_ops join_screen;   /* NULL: among others */
extern const struct screen_ops signin_screen; /* NULL */
extern const struct screen_ops lock_screen;   /* NULL: after desk_lock() */
extern const struct screen_ops pin_screen;    /* NULL: choose a PIN */
extern const struct screen_ops passphrase_screen; /* NULL: choose one */
extern const struct screen_ops keys_screen; /* NULL: keys to identities */
extern const struct screen_ops home_screen;   /* NULL: the dashboard */

/* NULL, or a draft's key (const char *): the intake form. */
extern const struct screen_ops intake_screen;
extern const struct screen_ops review_screen; /* const struct answers * */
extern const struct screen_ops drafts_screen;   /* NULL */
extern const struct screen_ops exchange_screen;  /* NULL */
extern const struct screen_ops conflicts_screen; /* NULL */
extern const struct screen_ops alike_screen; /* NULL */
extern const struct screen_ops stations_screen;  /* NULL: who exchanges */
extern const struct screen_ops refused_screen;   /* NULL: files of the share */
extern const struct screen_ops warnings_screen; /* NULL: bad files */

/* NULL, or what to search for (const char *): search everywhere. */
extern const struct screen_ops find_screen;

/* NULL, or const struct list_arg *: the list of applications. */
extern const struct screen_ops list_screen;
/* const struct id *: one application. */
extern const struct screen_ops application_screen;
extern const struct screen_ops application_edit_screen; /* struct id * */
/* const struct edit_changes_arg *: what is changed there. */
extern const struct screen_ops edit_changes_screen;
extern const struct screen_ops checklist_screen; /* const struct id * */
extern const struct screen_ops history_screen;   /* const struct id * */
extern const struct screen_ops ledger_screen;    /* const struct id * */
extern const struct screen_ops move_screen;  /* const struct move_arg * */
extern const struct screen_ops print_screen; /* const struct print_arg * */

/* NULL, or const struct book_arg *: the complaint book. */
extern const struct screen_ops book_screen;
/* NULL, or const struct entry_arg *: the complaint form. */
extern const struct screen_ops entry_screen;
extern const struct screen_ops entry_review_screen; /* struct entry_review * */
extern const struct screen_ops complaint_screen; /* struct complaint_arg * */
/* const struct complaint_act_arg *: a step or a move of a complaint. */
extern const struct screen_ops complaint_act_screen;
/* The same: all that blocks it. */
extern const struct screen_ops duties_screen;
extern const struct screen_ops complaint_edit_screen; /* struct id * */
extern const struct screen_ops clauses_screen; /* NULL: clause by month */
extern const struct screen_ops merge_screen;   /* const struct id *: of it */
extern const struct screen_ops boxes_screen;   /* NULL: openings of the box */
extern const struct screen_ops box_screen;     /* NULL: a new opening */

/* NULL, or a clause id (const char *): the reader of the standard. */
extern const struct screen_ops standard_screen;
extern const struct screen_ops officers_screen; /* NULL */
extern const struct screen_ops officer_screen;  /* staff id, NULL: new */

/* const struct question *; the others take the screen below. */
extern const struct screen_ops question_screen;
extern const struct screen_ops quit_screen;
extern const struct screen_ops help_screen; /* const struct screen * */
extern const struct screen_ops menu_screen; /* const struct screen * */

/* const struct pick *: choose one of many (screens/pick.h). */
extern const struct screen_ops pick_screen;

#endif
