#ifndef DOMAIN_REGION_H
#define DOMAIN_REGION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/problem.h"
#include "domain/type_ahead.h"

/*
 * Regions: the desa and kelurahan of Kabupaten Purwakarta, and the codes a
 * NIK may begin with. Codes are "PP.KK.CC.DDDD". Names repeat within the
 * kabupaten: choose and store the code.
 */
struct village {
	const char *code;
	bool is_kelurahan; /* else a desa */
	const char *name;
	const char *district;    /* kecamatan */
	const char *postal_code; /* "" when doubtful */
};

/* A province ("32") or a kabupaten or kota ("32.14"). */
struct nik_area {
	const char *code;
	const char *name;
};

struct regions {
	struct arena *arena;
	const struct village *villages;
	const struct type_ahead_row *rows; /* as many */
	size_t n;
	const struct nik_area *areas;
	size_t n_areas;
};

/*
 * Fill regions, which begins as { 0 }, from data/villages.tsv (code, kind,
 * name, district, postal_code; "-" for none) and from data/areas.tsv (code,
 * name), in any order. All problems are added; FAIL_INVALID when there are
 * any. Everything lives in the arena of problems.
 */
enum fail regions_read_villages(const char *file, const char *bytes,
    size_t size, struct problems *problems, struct regions *regions,
    struct err *err) must_check nonnull(1, 2, 4, 5);
enum fail regions_read_areas(const char *file, const char *bytes, size_t size,
    struct problems *problems, struct regions *regions, struct err *err)
    must_check nonnull(1, 2, 4, 5);

/* NULL when there is none with that code (dots may be missing). */
const struct village *village_find(const struct regions *regions,
    const char *code) nonnull(1, 2);

/* type_ahead() over code, name, district and postal code. */
size_t villages_search(const struct regions *regions, const char *query,
    size_t *indexes, size_t limit) nonnull(1, 2);

/* "Nagri Kaler, Kec. Purwakarta", for lists; "" when code is unknown. */
const char *village_title(const struct regions *regions, const char *code,
    struct arena *arena) nonnull(1, 2, 3);

/* NULL when the province, or the kabupaten ("32.14", "3214"), is unknown. */
const struct nik_area *area_find(const struct regions *regions,
    const char *code) nonnull(1, 2);

/*
 * The first six digits of a NIK. A kabupaten is only doubted in a province
 * whose kabupaten are listed, a kecamatan only in Purwakarta.
 */
enum region_known { REGION_HOME, REGION_ELSEWHERE, REGION_UNKNOWN };
enum region_known region_of_nik(const struct regions *regions,
    const char *nik) nonnull(1, 2);

#endif
