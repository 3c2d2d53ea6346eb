#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>

#include "base/attr.h"
#include "base/fact.h"

/* The options before a subcommand; those after it are the subcommand's. */
struct options {
	const char *data;   /* --data; NULL when not given */
	const char *assets; /* --assets; NULL when not given */
	bool is_practice;   /* --practice */
	bool is_plain;      /* --plain */
	bool is_mono;       /* --mono */
	bool wants_help;
	bool wants_version;
};

/*
 * Read the options; *ret_rest is the index of the first word that is none
 * (argc when there is none). false when one is wrong: fact then says how.
 */
bool options_read(int argc, char **argv, struct options *ret_options,
    int *ret_rest, struct fact *fact) must_check nonnull(2, 3, 4, 5);

struct option;

/*
 * What is wrong with the option getopt_long just refused ('?' or ':', with
 * opterr 0 and a ':' first in its short options); for subcommands too.
 */
void options_wrong(int answer, char **argv, const struct option *known,
    struct fact *fact) nonnull(2, 3, 4);

#endif
