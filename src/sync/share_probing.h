#ifndef SYNC_SHARE_PROBING_H
#define SYNC_SHARE_PROBING_H

#include "sync/share_probe.h"

/* What the steps of a probe have in common. */
struct probing {
	struct share_direct *direct;
	const char *path; /* of the folder it is tried in, below the share */
	int folder;       /* the same, open */
	struct arena *arena;
	struct probe *probe;
};

/* The answer; arguments as fact_set(). */
void probing_say(struct probing *probing, enum probe_level level,
    const char *code, const char *what);

/* The answer is errno's, under a code whose {1} is the system's word for it. */
void probing_errno(
    struct probing *probing, enum probe_level level, const char *code);

/* Make a new file with this text. False: errno says why not. */
bool probing_make(struct probing *probing, const char *name, const char *text);

/* Is there a file of this name with this text? */
bool probing_has(struct probing *probing, const char *name, const char *text);

/* How it is mounted. */
void probe_mount(struct probing *probing);

/* The steps about names. */
void probe_case(struct probing *probing);
void probe_names(struct probing *probing);
void probe_listing(struct probing *probing);

#endif
