#ifndef STORE_NUMBER_H
#define STORE_NUMBER_H

#include "base/err.h"
#include "domain/number.h"
#include "store/store.h"

/*
 * The next register number of a book, as text: L03-2026-0412, or
 * P-L05-2026-0012. Given without gaps, inside the transaction
 * that receives the record, from the station's own series; a new life of the
 * file has a letter (L03B-2026-0001). year is that of the date the record was
 * received on. FAIL_MEMORY (store.numbers): the series is used up.
 */
enum fail store_number_next(struct store *store, enum register_book book,
    int year, char ret_text[REGISTER_NUMBER_SIZE], struct err *err)
    must_check nonnull(1);

#endif
