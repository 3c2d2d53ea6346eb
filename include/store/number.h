#ifndef STORE_NUMBER_H
#define STORE_NUMBER_H

#include "base/err.h"
#include "store/store.h"

/*
 * Register numbers: L03-2026-0412 for applications, P-L05-2026-0012 for
 * complaints and suggestions (decision 20). Given without gaps, inside the
 * transaction that receives the record, from the station's own series; a new
 * life of the file has a letter (L03B-2026-0001).
 */
enum series { SERIES_APPLICATION, SERIES_COMPLAINT };

enum { NUMBER_TEXT_SIZE = 32 };

/* year is that of the date the record was received on. */
enum fail store_number_next(struct store *store, enum series series, int year,
    char ret_text[NUMBER_TEXT_SIZE], struct err *err) must_check nonnull(1);

#endif
