#include "ui/keymap.h"

#include <string.h>

#include "base/text.h"

/* The other key for terminals, or hands, that do not have the first. */
static const struct twin {
	enum key_code twin, code;
} twins[] = {
	{ K_CTRL_S, K_F2 },
	{ K_CTRL_F, K_F3 },
	{ K_CTRL_P, K_F4 },
	{ K_CTRL_R, K_F5 },
	{ K_CTRL_D, K_F6 },
	{ K_CTRL_N, K_F7 },
	{ K_CTRL_T, K_F8 },
	{ K_CTRL_O, K_F9 },
	{ K_CTRL_K, K_F12 },
	{ K_CTRL_C, K_ESC },
	{ K_CTRL_A, K_HOME },
	{ K_CTRL_E, K_END },
};

static const struct list_twin {
	char letter;
	enum key_code code;
} list_twins[] = {
	{ '?', K_F1 },
	{ '<', K_FIRST },
	{ '>', K_LAST },
};

struct key
key_fold(struct key key, enum key_context context)
{
	for (size_t i = 0; i < array_length(twins); i++)
		if (twins[i].twin == key.code)
			return key_of(twins[i].code);
	if (context == KEY_IN_TEXT)
		return key;
	for (size_t i = 0; i < array_length(list_twins); i++)
		if (key_is_letter(&key, list_twins[i].letter))
			return key_of(list_twins[i].code);
	return key;
}

static bool
is_binding_of(const struct key_binding *binding, const struct key *key,
    enum key_context context)
{
	if (binding->code != key->code)
		return false;
	if (key->code != K_TEXT)
		return true;
	return context == KEY_IN_LIST && key_is_letter(key, binding->letter);
}

int
keymap_find(const struct keymap *keymap, const struct key *key,
    enum key_context context, uint64_t may)
{
	for (size_t i = 0; i < keymap->n; i++) {
		const struct key_binding *binding = &keymap->bindings[i];

		if (is_binding_of(binding, key, context) &&
		    (may & UINT64_C(1) << binding->action) != 0)
			return binding->action;
	}
	return 0;
}

const struct key_binding *
keymap_of(const struct keymap *keymap, int action)
{
	for (size_t i = 0; i < keymap->n; i++)
		if (keymap->bindings[i].action == action)
			return &keymap->bindings[i];
	return NULL;
}

void
key_binding_print(const struct key_binding *binding, char name[KEY_NAME_SIZE])
{
	struct key key = key_of(binding->code);

	key.text[0] = binding->letter;
	key_print(&key, name);
}

const char *
key_twin(enum key_code code)
{
	static const char *const printed[K_CODES] = {
		[K_F1] = "Esc 1",   [K_F2] = "Ctrl-S", [K_F3] = "Ctrl-F",
		[K_F4] = "Ctrl-P",  [K_F5] = "Ctrl-R", [K_F6] = "Ctrl-D",
		[K_F7] = "Ctrl-N",  [K_F8] = "Ctrl-T", [K_F9] = "Ctrl-O",
		[K_F10] = "Esc 0",  [K_F12] = "Ctrl-K", [K_ESC] = "Ctrl-C",
		[K_HOME] = "Ctrl-A", [K_END] = "Ctrl-E",
	};

	return code < K_CODES ? printed[code] : NULL;
}
