#include "screens/words.h"

/* What each kind of failure means, when nothing better is known; {1} is the
 * fact for the log. */
static const struct word list[] = {
	{ "charset.bytes", "baris {2} berisi huruf yang tidak ada di {1}." },
	{ "charset.unknown", "sandi huruf {1} tidak dikenal." },
	{ "fail.busy", "Sedang dipakai proses lain. Coba lagi sebentar. ({1})" },
	{ "fail.conflict", "Data sudah berubah. F5 membaca ulang. ({1})" },
	{ "fail.corrupt", "Data rusak: {1}. Hubungi admin, jalankan loket check." },
	{ "fail.denied", "Peran petugas ini tidak berwenang. ({1})" },
	{ "fail.invalid", "Isian tidak dapat diterima: {1}." },
	{ "fail.io", "Gagal membaca atau menulis: {1}. Hubungi admin." },
	{ "fail.memory", "Memori tidak cukup: {1}." },
	{ "fail.missing", "Tidak ditemukan: {1}." },
	{ "fail.none", "Selesai." },
	{ "file.locked", "{1} sedang dipakai proses {2}. Tutup dulu, lalu coba lagi." },
	{ "file.not-folder", "{1} bukan folder." },
	{ "file.not-regular", "{1} bukan berkas biasa." },
	{ "file.too-large", "{1} terlalu besar." },
	{ "syntax.after-brace", "\"{1}\" harus menjadi kata terakhir di barisnya." },
	{ "syntax.character", "huruf {1} tidak boleh dipakai." },
	{ "syntax.deep", "kurung kurawal bersusun lebih dari 16 tingkat." },
	{ "syntax.escape", "sesudah \\ hanya boleh \", \\ atau n." },
	{ "syntax.extra-brace", "\"}\" ini tidak punya \"{\"." },
	{ "syntax.long-word", "satu kata atau blok lebih dari 64 KiB." },
	{ "syntax.many", "lebih dari 100.000 perintah dalam satu berkas." },
	{ "syntax.many-words", "lebih dari 64 kata dalam satu baris." },
	{ "syntax.needs-quotes", "apit {1} dengan tanda kutip dua." },
	{ "syntax.no-name", "baris ini belum bernama." },
	{ "syntax.not-utf8", "ada huruf yang bukan UTF-8. Simpan berkas sebagai UTF-8." },
	{ "syntax.open-block", "\"<<\" ini belum ditutup dengan \">>\"." },
	{ "syntax.open-brace", "\"{\" ini belum ditutup dengan \"}\"." },
	{ "syntax.open-quote", "tanda kutip belum ditutup." },
	{ "syntax.quote-joined", "beri spasi sesudah tanda kutip penutup." },
	{ "syntax.unknown", "\"{1}\" tidak dikenal." },
	{ "syntax.unknown-likely", "\"{1}\" tidak dikenal. Mungkin \"{2}\"?" },
	{ "tsv.cells", "baris ini harus berisi {1} kolom, yang ada {2}." },
	{ "tsv.column", "kolom \"{1}\" tertulis \"{2}\"." },
	{ "tsv.header", "baris judul kolom tidak ada." },
	{ "tsv.too-many", "lebih dari 200.000 baris." },
};

const struct words words_base = { list, array_length(list) };
