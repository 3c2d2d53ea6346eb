#include "domain/region.h"

#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "base/tsv.h"

enum {
	CODE_MAX = 16,
	KABUPATEN_SIZE = 5, /* "32.14" */
	KECAMATAN_SIZE = 8, /* "32.14.01" */
};

/* Is code digits in groups as in "PP.KK.CC.DDDD", where 9 is a digit? */
static bool
has_shape(const char *code, const char *shape)
{
	for (; *shape != '\0'; shape++, code++) {
		if (*shape == '9' ? *code < '0' || *code > '9'
				  : *code != *shape)
			return false;
	}
	return *code == '\0';
}

enum { V_CODE, V_KIND, V_NAME, V_DISTRICT, V_POSTAL, V_COLUMNS };

static const char *const village_columns[V_COLUMNS] = { "code", "kind", "name",
	"district", "postal_code" };

static void
check_village(
    const char *file, const struct tsv_row *row, struct problems *problems)
{
	const char *const *cells = row->cells;

	if (!has_shape(cells[V_CODE], "99.99.99.9999"))
		problems_add(problems, file, row->line, "region.code",
		    cells[V_CODE], "32.14.01.1001", NULL);
	if (strcmp(cells[V_KIND], "desa") != 0 &&
	    strcmp(cells[V_KIND], "kelurahan") != 0)
		problems_add(problems, file, row->line, "region.kind",
		    cells[V_KIND], NULL);
	if (*cells[V_NAME] == '\0' || *cells[V_DISTRICT] == '\0')
		problems_add(problems, file, row->line, "region.name-missing",
		    cells[V_CODE], NULL);
	if (strcmp(cells[V_POSTAL], "-") != 0 &&
	    !text_is_digits(cells[V_POSTAL], 5))
		problems_add(problems, file, row->line, "region.postal-code",
		    cells[V_POSTAL], NULL);
}

/* Codes must rise, so that none is there twice. */
static void
check_order(const struct tsv *tsv, struct problems *problems)
{
	for (size_t i = 1; i < tsv->n; i++)
		if (strcmp(tsv->rows[i - 1].cells[0], tsv->rows[i].cells[0]) >=
		    0)
			problems_add(problems, tsv->file, tsv->rows[i].line,
			    "region.order", tsv->rows[i].cells[0], NULL);
}

static void
fill_villages(struct regions *regions, const struct tsv *tsv)
{
	struct village *villages =
	    arena_array(regions->arena, tsv->n, sizeof *villages);
	struct type_ahead_row *rows =
	    arena_array(regions->arena, tsv->n, sizeof *rows);

	for (size_t i = 0; i < tsv->n; i++) {
		const char *const *cells = tsv->rows[i].cells;
		bool has_postal = strcmp(cells[V_POSTAL], "-") != 0;

		villages[i] = (struct village){
			.code = cells[V_CODE],
			.is_kelurahan = strcmp(cells[V_KIND], "kelurahan") == 0,
			.name = cells[V_NAME],
			.district = cells[V_DISTRICT],
			.postal_code = has_postal ? cells[V_POSTAL] : "",
		};
		rows[i] =
		    type_ahead_row(regions->arena, cells[V_CODE], cells[V_NAME],
			arena_print(regions->arena, "%s %s", cells[V_DISTRICT],
			    villages[i].postal_code));
	}
	regions->villages = villages;
	regions->rows = rows;
	regions->n = tsv->n;
}

enum fail
regions_read_villages(const char *file, const char *bytes, size_t size,
    struct problems *problems, struct regions *regions, struct err *err)
{
	struct tsv tsv = { file, village_columns, V_COLUMNS, NULL, 0 };
	enum fail fail;

	fail = tsv_read(&tsv, bytes, size, problems, err);
	if (fail)
		return fail;
	for (size_t i = 0; i < tsv.n; i++)
		check_village(file, &tsv.rows[i], problems);
	check_order(&tsv, problems);
	fail = problems_fail(problems, err);
	if (fail)
		return fail;
	regions->arena = problems->arena;
	fill_villages(regions, &tsv);
	return FAIL_NONE;
}

enum fail
regions_read_areas(const char *file, const char *bytes, size_t size,
    struct problems *problems, struct regions *regions, struct err *err)
{
	static const char *const columns[] = { "code", "name" };
	struct nik_area *areas;
	struct tsv tsv = { file, columns, array_length(columns), NULL, 0 };
	enum fail fail;

	fail = tsv_read(&tsv, bytes, size, problems, err);
	if (fail)
		return fail;
	areas = arena_array(problems->arena, tsv.n, sizeof *areas);
	for (size_t i = 0; i < tsv.n; i++) {
		const struct tsv_row *row = &tsv.rows[i];

		areas[i] = (struct nik_area){ row->cells[0], row->cells[1] };
		if (!has_shape(areas[i].code, "99") &&
		    !has_shape(areas[i].code, "99.99"))
			problems_add(problems, file, row->line, "region.code",
			    areas[i].code, "32.14", NULL);
		if (*areas[i].name == '\0')
			problems_add(problems, file, row->line,
			    "region.name-missing", areas[i].code, NULL);
	}
	check_order(&tsv, problems);
	fail = problems_fail(problems, err);
	if (fail)
		return fail;
	regions->arena = problems->arena;
	regions->areas = areas;
	regions->n_areas = tsv.n;
	return FAIL_NONE;
}

/* code with its dots, however it was written; "" when it is none. */
static void
dotted(const char *code, char into[CODE_MAX])
{
	size_t digits = 0, n = 0;

	for (; *code != '\0' && n + 2 < CODE_MAX; code++) {
		if (*code < '0' || *code > '9')
			continue;
		if (digits == 2 || digits == 4 || digits == 6)
			into[n++] = '.';
		into[n++] = *code;
		digits++;
	}
	into[n] = '\0';
}

const struct village *
village_find(const struct regions *regions, const char *code)
{
	char wanted[CODE_MAX];

	dotted(code, wanted);
	for (size_t i = 0; i < regions->n; i++)
		if (strcmp(regions->villages[i].code, wanted) == 0)
			return &regions->villages[i];
	return NULL;
}

size_t
villages_search(const struct regions *regions, const char *query,
    size_t *indexes, size_t limit)
{
	return type_ahead(regions->rows, regions->n, query, indexes, limit);
}

const char *
village_title(
    const struct regions *regions, const char *code, struct arena *arena)
{
	const struct village *village = village_find(regions, code);

	if (village == NULL)
		return "";
	return arena_print(
	    arena, "%s, Kec. %s", village->name, village->district);
}

const struct nik_area *
area_find(const struct regions *regions, const char *code)
{
	char wanted[CODE_MAX];

	dotted(code, wanted);
	for (size_t i = 0; i < regions->n_areas; i++)
		if (strcmp(regions->areas[i].code, wanted) == 0)
			return &regions->areas[i];
	return NULL;
}

/* Does some village, or with areas some area, begin with these bytes? */
static bool
begins_village(const struct regions *regions, const char *code, size_t size)
{
	for (size_t i = 0; i < regions->n; i++)
		if (strncmp(regions->villages[i].code, code, size) == 0)
			return true;
	return false;
}

static bool
lists_kabupaten(const struct regions *regions, const char *code)
{
	for (size_t i = 0; i < regions->n_areas; i++)
		if (strlen(regions->areas[i].code) == KABUPATEN_SIZE &&
		    strncmp(regions->areas[i].code, code, 3) == 0)
			return true;
	return false;
}

enum region_known
region_of_nik(const struct regions *regions, const char *nik)
{
	char six[7], code[CODE_MAX], province[3];

	text_copy(six, sizeof six, nik);
	dotted(six, code);
	if (strlen(code) != KECAMATAN_SIZE)
		return REGION_UNKNOWN;
	if (begins_village(regions, code, KABUPATEN_SIZE))
		return begins_village(regions, code, KECAMATAN_SIZE)
		    ? REGION_HOME
		    : REGION_UNKNOWN;
	memcpy(province, code, 2);
	province[2] = '\0';
	if (area_find(regions, province) == NULL)
		return REGION_UNKNOWN;
	code[KABUPATEN_SIZE] = '\0';
	if (lists_kabupaten(regions, code) && area_find(regions, code) == NULL)
		return REGION_UNKNOWN;
	return REGION_ELSEWHERE;
}
