#include "screens/words.h"

static const struct word list[] = {
	{ "paper.brace", "\"{\" tanpa \"}\", atau nama di dalamnya terlalu panjang." },
	{ "paper.children", "\"{1}\" tidak boleh berisi baris lain." },
	{ "paper.each", "each tidak boleh berisi each lain." },
	{ "paper.head", "berkas harus berisi satu: paper NAMA VERSI \"JUDUL\" { ... }." },
	{ "paper.no-word", "kata \"{1}\" belum ada. Tambahkan: word {1} \"...\"" },
	{ "paper.unknown-name", "nama \"{1}\" tidak dikenal. Daftar nama ada di forms/README." },
	{ "paper.words", "jumlah kata sesudah \"{1}\" tidak sesuai. Contohnya ada di forms/README." },
	{ "printer.hangs", "Printer {1} tidak menjawab. Periksa kertas dan sambungan; lembar menunggu di antrean." },
	{ "printer.setting", "Setelan printer \"{1}\" tidak dikenal. Tulis none, lp, lp NAMA, device /JALUR, atau file /FOLDER." },
};

const struct words words_paper = { list, array_length(list) };
