#ifndef UI_PROGRESS_H
#define UI_PROGRESS_H

#include "base/attr.h"
#include "ui/canvas.h"

/*
 * Long work: a centred box with title, step, bar, counts and how to stop it.
 * Nothing of it knows the time: the caller shows it after 0.3 s, and again at
 * most once a second.
 */
struct progress {
	const char *title;
	const char *step; /* "Langkah 3 dari 5: menyalin", or NULL */
	const char *note; /* "45 dari 63   sisa 4 detik", or NULL */
	const char *keys; /* "Esc hentikan", or NULL when it cannot */
	long long part, whole; /* whole 0: no bar */
};

void progress_paint(const struct progress *progress, struct canvas *canvas)
    nonnull(1, 2);

#endif
