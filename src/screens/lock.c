#include <string.h>

#include "base/text.h"
#include "desk/desk.h"
#include "desk/session.h"
#include "screens/app.h"
#include "screens/entries.h"
#include "screens/screens.h"
#include "screens/words.h"

/*
 * The lock. Nothing of the screens below is drawn. The same officer comes back
 * to where he was; another one starts at the dashboard, with his own drafts.
 */
struct lock {
	struct screen screen;
	struct entries entries;
	const char *locked_id; /* who worked when the lock fell; "" : nobody */
};

enum { STAFF_ID, SECRET };
enum { BOX_ROWS = 12, BOX_COLUMNS = 62 };

static const struct entry lock_entries[] = {
	{ "signin.staff-id", "lock.staff-id-hint", 32, 24, false },
	{ "lock.secret", "lock.secret-hint", 256, 36, true },
};

/* The seat that was locked last: the app calls desk_lock() just before. */
static const char *
last_locked(const struct screen *screen)
{
	return arena_text(screen->arena, screen->app->locked_id);
}

static enum fail
lock_open(struct screen *screen, const void *arg, struct err *err)
{
	struct lock *lock = (struct lock *)screen;

	(void)arg;
	(void)err;
	lock->locked_id = last_locked(screen);
	entries_init(&lock->entries, lock_entries, array_length(lock_entries));
	entries_set(&lock->entries, STAFF_ID, lock->locked_id);
	entries_focus(&lock->entries, SECRET);
	return FAIL_NONE;
}

static bool
has_pin(const struct screen *screen, const char *staff_id)
{
	size_t n = 0;
	const struct seat *seats = desk_seats(screen_desk(screen), &n);

	for (size_t i = 0; i < n; i++)
		if (strcmp(seats[i].staff_id, staff_id) == 0)
			return seats[i].has_pin;
	return false;
}

/* A seat is opened by its PIN; anybody comes in by the passphrase. */
static enum fail
open_lock(struct screen *screen, struct err *err)
{
	struct lock *lock = (struct lock *)screen;
	const char *staff_id = entries_text(&lock->entries, STAFF_ID);
	const char *secret = entries_text(&lock->entries, SECRET);

	if (desk_is_practice(screen_desk(screen)))
		return desk_unlock(screen_desk(screen), staff_id, secret,
		    err);
	if (text_is_digits(secret, PIN_DIGITS) && has_pin(screen, staff_id))
		return desk_unlock(screen_desk(screen), staff_id, secret,
		    err);
	return desk_sign_in(screen_desk(screen), staff_id, secret, NULL, err);
}

static struct step
unlock(struct screen *screen)
{
	struct lock *lock = (struct lock *)screen;
	struct err err = { 0 };
	const struct seat *seat;

	if (open_lock(screen, &err)) {
		screen_say_err(screen, &err);
		entries_set(&lock->entries, SECRET, "");
		return step_stay();
	}
	screen_hush(screen);
	seat = desk_officer(screen_desk(screen));
	if (seat != NULL && strcmp(seat->staff_id, lock->locked_id) == 0)
		return step_done(0, NULL);
	return (struct step){ .kind = STEP_HOME };
}

static struct step
lock_key(struct screen *screen, const struct key *key)
{
	struct lock *lock = (struct lock *)screen;

	if (key->code == K_ESC) {
		screen_say(screen, NOTICE_INFO, "lock.stays", NULL);
		return step_stay();
	}
	switch (entries_key(&lock->entries, key)) {
	case ENTRIES_LAST:
		return unlock(screen);
	case ENTRIES_CHANGED:
		screen_hush(screen);
		break;
	case ENTRIES_MOVED:
		break;
	case ENTRIES_IGNORED:
		return step_unused();
	}
	return step_stay();
}

static enum key_context
lock_context(const struct screen *screen)
{
	(void)screen;
	return KEY_IN_TEXT;
}

static void
lock_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	const struct lock *lock = (const struct lock *)screen;

	frame->trail = sentence_of(arena, "lock.trail", NULL);
	frame->hint = words(entries_hint(&lock->entries));
}

static void
lock_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	const struct lock *lock = (const struct lock *)screen;
	struct area box = { body.row + 2,
		body.column + (body.columns - BOX_COLUMNS) / 2, BOX_ROWS,
		BOX_COLUMNS };
	struct area inside =
	    canvas_box(canvas, box, words("screen.lock"), NULL);
	size_t n = 0;
	const struct seat *seats = desk_seats(screen_desk(screen), &n);
	int column;

	inside.row++;
	column = canvas_put(canvas, inside.row + 5, inside.column + 2,
	    FACE_BOX, words("lock.seats"));
	for (size_t i = 0; i < n; i++)
		column = canvas_put(canvas, inside.row + 5, column + 2,
		    FACE_BOX_TITLE, seats[i].staff_id);
	canvas_put(canvas, inside.row + 7, inside.column + 2, FACE_BOX,
	    words("lock.drafts"));
	entries_paint(&lock->entries, canvas, inside, 2, true);
}

static void
lock_close(struct screen *screen)
{
	entries_done(&((struct lock *)screen)->entries);
}

enum { LOCK_GO = 1 };

static struct step
lock_act(struct screen *screen, int action)
{
	(void)action;
	return unlock(screen);
}

static const struct key_binding lock_bindings[] = {
	{ K_F1, 0, 0, "legend.help", NULL },
	{ K_F2, 0, LOCK_GO, "legend.unlock", "lock.key-go" },
};
static const struct keymap lock_keymap = { lock_bindings,
	array_length(lock_bindings) };

const struct screen_ops lock_screen = {
	.name = "lock",
	.size = sizeof(struct lock),
	.keymap = &lock_keymap,
	.context = lock_context,
	.open = lock_open,
	.act = lock_act,
	.key = lock_key,
	.frame = lock_frame,
	.paint = lock_paint,
	.close = lock_close,
};
