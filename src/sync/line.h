#ifndef SYNC_LINE_H
#define SYNC_LINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/directive.h"
#include "base/id.h"

/* Words of the texts that travel in the clear, one fact a line. */

/* " 00ff..." */
void line_hex(struct buf *text, const uint8_t *bytes, size_t size);
void line_id(struct buf *text, const struct id *id);

/* Word i of a line; false when it is missing or no such thing. */
bool line_is(const struct directive *line, size_t i, const char *word);
bool line_get_hex(
    const struct directive *line, size_t i, uint8_t *bytes, size_t size);
bool line_get_id(const struct directive *line, size_t i, struct id *id);
bool line_get_number(
    const struct directive *line, size_t i, uint64_t limit, uint64_t *number);
bool line_get_ms(const struct directive *line, size_t i, int64_t *ms);

/* A station code and, in the word after it, a series letter. */
bool line_get_station(
    const struct directive *line, size_t i, char *station, char *letter);

#endif
