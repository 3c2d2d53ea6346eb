#include <string.h>

#include "desk/session.h"
#include "screens/entries.h"
#include "screens/screens.h"
#include "screens/words.h"

/* Choosing the six digits that open the lock until the program ends. */
struct pin {
	struct screen screen;
	struct entries entries;
};

enum { PIN_NEW, PIN_AGAIN };
enum { BOX_ROWS = 8, BOX_COLUMNS = 56 };

static const struct entry pin_entries[] = {
	{ "pin.new", "pin.new-hint", PIN_DIGITS, 8, true },
	{ "pin.again", "pin.again-hint", PIN_DIGITS, 8, true },
};

static enum fail
pin_open(struct screen *screen, const void *arg, struct err *err)
{
	(void)arg;
	(void)err;
	entries_init(&((struct pin *)screen)->entries, pin_entries,
	    array_length(pin_entries));
	return FAIL_NONE;
}

static struct step
take_pin(struct screen *screen)
{
	struct pin *pin = (struct pin *)screen;
	struct err err = { 0 };

	if (strcmp(entries_text(&pin->entries, PIN_NEW),
	    entries_text(&pin->entries, PIN_AGAIN)) != 0) {
		screen_say(screen, NOTICE_ERROR, "pin.differs", NULL);
		entries_set(&pin->entries, PIN_AGAIN, "");
		entries_focus(&pin->entries, PIN_AGAIN);
		return step_stay();
	}
	if (desk_set_pin(screen_desk(screen),
	    entries_text(&pin->entries, PIN_NEW), &err)) {
		screen_say_err(screen, &err);
		entries_set(&pin->entries, PIN_NEW, "");
		entries_set(&pin->entries, PIN_AGAIN, "");
		entries_focus(&pin->entries, PIN_NEW);
		return step_stay();
	}
	screen_say(screen, NOTICE_INFO, "pin.set", NULL);
	return step_done(1, NULL);
}

static struct step
pin_key(struct screen *screen, const struct key *key)
{
	struct pin *pin = (struct pin *)screen;

	switch (entries_key(&pin->entries, key)) {
	case ENTRIES_LAST:
		return take_pin(screen);
	case ENTRIES_CHANGED:
	case ENTRIES_MOVED:
		screen_hush(screen);
		return step_stay();
	case ENTRIES_IGNORED:
		break;
	}
	return step_unused();
}

static enum key_context
pin_context(const struct screen *screen)
{
	(void)screen;
	return KEY_IN_TEXT;
}

static void
pin_frame(const struct screen *screen, struct arena *arena,
    struct frame *frame)
{
	(void)arena;
	frame->hint = words(entries_hint(&((const struct pin *)screen)
	    ->entries));
}

static void
pin_paint(const struct screen *screen, struct canvas *canvas,
    struct area body)
{
	struct area inside;

	(void)body;
	inside = canvas_box(canvas,
	    popup_area(canvas, BOX_ROWS, BOX_COLUMNS, NULL),
	    words("screen.pin"), NULL);
	inside.row++;
	entries_paint(&((const struct pin *)screen)->entries, canvas, inside,
	    2, true);
}

static void
pin_close(struct screen *screen)
{
	entries_done(&((struct pin *)screen)->entries);
}

const struct screen_ops pin_screen = {
	.name = "pin",
	.size = sizeof(struct pin),
	.is_overlay = true,
	.context = pin_context,
	.open = pin_open,
	.key = pin_key,
	.frame = pin_frame,
	.paint = pin_paint,
	.close = pin_close,
};
