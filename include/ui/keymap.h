#ifndef UI_KEYMAP_H
#define UI_KEYMAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "ui/key.h"

/*
 * One table per screen: legend, help and key handling come from it.
 *
 * Twins (Ctrl-S is F2, Ctrl-C is Esc ...) are folded before a
 * screen sees them, so that tables name one key only. Esc 2 and Alt-2 are F2
 * already when they leave the terminal.
 */
enum key_context {
	KEY_IN_TEXT, /* a text field has the focus: letters are text */
	KEY_IN_LIST, /* ? is F1, < and > are first and last */
};

/* The sentence for a code, never NULL: screens pass words() here. */
typedef const char *key_words(const char *code);

struct key_binding {
	enum key_code code;
	char letter;	    /* for K_TEXT: the ASCII letter, upper case */
	int action;	    /* the screen's own enum, 1..63 */
	const char *legend; /* code of the short word in row 24, or NULL */
	const char *help;   /* code of the sentence in the help, or NULL */
};

struct keymap {
	const struct key_binding *bindings; /* in the order of the legend */
	size_t n;
};

/* Which actions work now: bit 1 << action. KEYMAP_ALL: every one. */
#define KEYMAP_ALL UINT64_MAX

/* The key with twins folded. Keys without a twin come back as they are. */
struct key key_fold(struct key key, enum key_context context);

/*
 * The action of a folded key, or 0 when the table has none or it is not in
 * may. Letters count in KEY_IN_LIST only.
 */
int keymap_find(const struct keymap *keymap, const struct key *key,
    enum key_context context, uint64_t may) nonnull(1, 2);

/* The binding of an action, or NULL. */
const struct key_binding *keymap_of(const struct keymap *keymap, int action)
    nonnull(1);

/* Name of a binding's key as the legend says it: "F2", "B". */
void key_binding_print(const struct key_binding *binding,
    char name[KEY_NAME_SIZE]) nonnull(1, 2);

/* The twin of a key as help says it ("Ctrl-S" for F2), or NULL. */
const char *key_twin(enum key_code code);

#endif
