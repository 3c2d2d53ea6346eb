#include "store/query.h"

extern const struct sql_set applications_set, asset_set, capture_set,
    check_derived_set, check_log_set, check_series_set, check_set,
    compare_set, credential_set, digest_set, draft_set, history_set,
    life_set, log_set, mend_set, number_set, open_set, page_set, repair_set,
    search_set, search_text_set, setting_set, state_set, transaction_set;

const struct sql_set *const sql_sets[] = {
	&applications_set, &asset_set, &capture_set, &check_derived_set,
	&check_log_set, &check_series_set, &check_set, &compare_set,
	&credential_set, &digest_set, &draft_set, &history_set, &life_set,
	&log_set, &mend_set, &number_set, &open_set, &page_set, &repair_set,
	&search_set, &search_text_set, &setting_set, &state_set,
	&transaction_set, NULL,
};
