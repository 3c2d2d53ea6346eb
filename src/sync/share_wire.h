#ifndef SYNC_SHARE_WIRE_H
#define SYNC_SHARE_WIRE_H

#include "sync/share.h"

/*
 * What goes over the link. Both ends are the same program, so that structs
 * are sent as they are.
 */
enum share_act {
	SHARE_LIST,
	SHARE_SIZE,
	SHARE_GET,
	SHARE_PUT,
	SHARE_COMPARE,
	SHARE_REMOVE,
	SHARE_SPACE,
	SHARE_PROBE, /* path: w/WRITER; size: the step */
};

enum { SHARE_SUFFIX_SIZE = 16 };

struct share_ask {
	enum share_act act;
	char path[SHARE_PATH_SIZE];
	char suffix[SHARE_SUFFIX_SIZE];
	size_t newest;
	bool is_folders;
	enum share_kind kind;
	bool may_replace;
	uint8_t hash[HASH_SIZE];
	size_t size; /* of a put: so many bytes follow; else a limit */
};

struct share_answer {
	enum fail fail;
	struct err err;
	int64_t ms;
	struct share_space space;
	size_t n, ignored; /* of a listing: n names and the sample follow */
	size_t size;       /* so many bytes follow; of SHARE_SIZE none do */
};

#endif
