#include "screens/words.h"

/* What each kind of failure means, when nothing better is known; {1} is the
 * fact for the log. */
static const struct word list[] = {
	{ "fail.busy", "Sedang dipakai proses lain. Coba lagi sebentar. ({1})" },
	{ "fail.conflict", "Data sudah berubah. F5 membaca ulang. ({1})" },
	{ "fail.corrupt", "Data rusak: {1}. Hubungi admin, jalankan loket check." },
	{ "fail.denied", "Peran petugas ini tidak berwenang. ({1})" },
	{ "fail.invalid", "Isian tidak dapat diterima: {1}." },
	{ "fail.io", "Gagal membaca atau menulis: {1}. Hubungi admin." },
	{ "fail.memory", "Memori tidak cukup: {1}." },
	{ "fail.missing", "Tidak ditemukan: {1}." },
	{ "fail.none", "Selesai." },
};

const struct words words_base = { list, array_length(list) };
