#include "screens/words.h"

/* What the room desk refuses, and what waits today. */
static const struct word list[] = {
	{ "application.no-number",
	    "Tidak ada berkas bernomor {1}. Periksa angkanya." },
	{ "application.none", "Berkas itu tidak ada di register ini." },
	{ "asset.no-file",
	    "Berkas acuan ini tidak ada. Pasang ulang, atau pakai "
	    "--assets." },
	{ "asset.no-form", "Formulir {1} versi {2} tidak dimuat." },
	{ "asset.no-paper", "Contoh lembar {1} tidak ada di forms/." },
	{ "asset.no-standard", "Standar nomor {1} versi {2} tidak dimuat." },
	{ "asset.other-name",
	    "{1}: nama di dalamnya {2}, tidak sama dengan nama "
	    "berkasnya." },
	{ "check.closed",
	    "Berkas ini sudah terbit atau berakhir; ceklis tidak "
	    "diubah lagi." },
	{ "check.result",
	    "Hasil \"{1}\" tidak dikenal: B, K, T, N, atau kosong." },
	{ "check.two-persons",
	    "Berkas ini Anda terima sendiri; pemeriksanya harus "
	    "orang lain (setelan two-persons)." },
	{ "closure.exists",
	    "Tanggal {1} sudah tercatat sebagai hari tutup atau buka." },
	{ "complaint.answered",
	    "Putaran ini sudah dijawab; isian ini tidak diubah lagi." },
	{ "complaint.changed",
	    "{1} baru saja diubah oleh {2} pada {3}. Baca lagi, lalu putuskan." },
	{ "complaint.closed",
	    "Nomor ini dalam keadaan {1}; tidak ada yang dicatat lagi padanya." },
	{ "complaint.handler-is-named",
	    "Petugas yang diadukan tidak boleh menangani pengaduan ini. Pilih orang lain." },
	{ "complaint.key-asleep",
	    "Kunci identitas lupa saat layar terkunci tanpa PIN. Kunci "
	    "lagi (F12), lalu masuk dengan kata sandi." },
	{ "complaint.last-level",
	    "Ini tingkat yang terakhir; tidak ada tingkat di atasnya." },
	{ "complaint.merge-answered",
	    "Nomor tujuan sudah dijawab; jawabannya tidak dapat berlaku untuk pengaduan ini." },
	{ "complaint.merge-closed",
	    "{1} dalam keadaan {2}; tidak ada yang dapat digabungkan dengannya." },
	{ "complaint.merge-self",
	    "Satu nomor tidak dapat digabungkan dengan dirinya sendiri." },
	{ "complaint.merge-suggestion",
	    "Saran dan pengaduan tidak digabungkan; lengkapi dahulu sarannya." },
	{ "complaint.names-you",
	    "Pengaduan ini menyebut Anda. Mintalah petugas lain mencatatnya." },
	{ "complaint.no-box", "Pembukaan kotak itu tidak ada dalam buku." },
	{ "complaint.no-key",
	    "Identitas ini tersegel dan kunci kantor belum sampai kepada "
	    "Anda. Minta rekan pemegang kunci menyerahkannya." },
	{ "complaint.no-key-pair",
	    "Identitas ini tersegel. Pilih dahulu kata sandi Anda sendiri, "
	    "lalu minta rekan pemegang kunci menyerahkan kuncinya." },
	{ "complaint.no-level",
	    "Belum ada tingkat yang menangani; tentukan dahulu jalur penyelesaiannya." },
	{ "complaint.no-number", "Tidak ada nomor {1} dalam buku pengaduan." },
	{ "complaint.no-office-key",
	    "Kunci kantor belum ada, jadi identitas belum dapat disegel. "
	    "Minta admin masuk sekali di loket ini." },
	{ "complaint.no-reveal-reason",
	    "Tulis alasan membuka identitas yang dirahasiakan; alasannya dicatat." },
	{ "complaint.none", "Pengaduan itu tidak ada dalam buku." },
	{ "complaint.not-read-back",
	    "Pengaduan lisan dibacakan kembali kepada pelapor. Isi Y bila sudah." },
	{ "complaint.review-first", "Mulai dahulu penelaahannya: {1}." },
	{ "complaint.seal-damaged",
	    "Identitas tersegel ini rusak. Jalankan: loket check." },
	{ "complaint.stays-sealed",
	    "Identitas yang sudah dirahasiakan tetap dirahasiakan." },
	{ "complaint.step-order",
	    "Langkah penelaahan sebelum ini belum diisi; isi menurut urutannya." },
	{ "dashboard.calendar",
	    "Kalender {1} belum dimuat: tenggat SEMENTARA" },
	{ "dashboard.complaints-overdue", "{1} pengaduan lewat 14 hari kerja" },
	{ "dashboard.complaints-soon",
	    "{1} pengaduan jatuh tempo <= 2 hari kerja" },
	{ "dashboard.drafts", "{1} draf belum diterima" },
	{ "dashboard.due-soon", "{1} berkas jatuh tempo <= 2 hari kerja" },
	{ "dashboard.overdue", "{1} berkas lewat tenggat" },
	{ "dashboard.ready", "{1} berkas siap diserahkan" },
	{ "dashboard.warnings", "{1} berkas acuan bermasalah" },
	{ "demo.line", "baris \"{1}\" tidak dimengerti dalam isi contoh." },
	{ "demo.nobody", "tidak ada petugas contoh yang boleh: {1}." },
	{ "demo.not-empty",
	    "Register latihan sudah berisi. Untuk mulai lagi, hapus dulu "
	    "folder practice." },
	{ "demo.not-practice",
	    "Isi contoh hanya untuk latihan, tidak untuk register "
	    "sungguhan." },
	{ "demo.not-whole",
	    "isi contoh belum lengkap: tiap jenis baris perlu sedikitnya "
	    "satu." },
	{ "denied.administer",
	    "Mengatur petugas, setelan, kalender, dan standar: peran Anda tidak berwenang. Yang "
	    "berwenang: {1}." },
	{ "denied.approve-answer",
	    "Menyetujui jawaban pengaduan: peran Anda tidak berwenang. Yang "
	    "berwenang: {1}." },
	{ "denied.approve-apip",
	    "Menyetujui pelibatan APIP: peran Anda tidak berwenang. Yang "
	    "berwenang: {1}." },
	{ "denied.cancel",
	    "Membatalkan nomor: peran Anda tidak berwenang. Yang "
	    "berwenang: {1}." },
	{ "denied.check",
	    "Memeriksa dan memproses berkas: peran Anda tidak berwenang. Yang "
	    "berwenang: {1}." },
	{ "denied.maintain",
	"Cadangan, pemeriksaan, dan sinkron: peran Anda tidak berwenang. Yang "
	    "berwenang: {1}." },
	{ "denied.read",
	    "Membaca berkas: peran Anda tidak berwenang. Yang "
	    "berwenang: {1}." },
	{ "denied.read-confidential",
	"Membaca pelapor yang dirahasiakan: peran Anda tidak berwenang. Yang "
	    "berwenang: {1}." },
	{ "denied.receive",
	    "Menerima dan menyerahkan berkas: peran Anda tidak berwenang. Yang "
	    "berwenang: {1}." },
	{ "denied.record-complaint",
	    "Mencatat pengaduan: peran Anda tidak berwenang. Yang "
	    "berwenang: {1}." },
	{ "denied.report",
	    "Laporan dan ekspor: peran Anda tidak berwenang. Yang "
	    "berwenang: {1}." },
	{ "denied.review-complaint",
	    "Menelaah pengaduan: peran Anda tidak berwenang. Yang "
	    "berwenang: {1}." },
	{ "desk.keys-damaged",
	    "Berkas kunci {1} rusak. Kembalikan dari cadangan, atau "
	    "pindahkan: draf aduan lama lalu tidak terbaca lagi." },
	{ "desk.nobody", "Belum ada petugas yang masuk, atau layar terkunci." },
	{ "draft.none", "Draf itu sudah tidak ada." },
	{ "draft.too-long",
	    "Isian terlalu panjang untuk draf. Ringkaskan catatan." },
	{ "draft.unreadable", "Draf itu rusak dan tidak dapat dibuka." },
	{ "intake.after-next",
	    "Tanggal terima tidak sesudah langkah berikutnya, {1}." },
	{ "intake.changed",
	    "Isian {1} sudah diubah petugas lain. F5 membaca ulang." },
	{ "intake.closed",
	    "Berkas ini sudah berakhir; isinya tidak diubah lagi." },
	{ "intake.doubt-reason",
	    "Ada isian yang meragukan: tulis alasan ragu, lalu F2." },
	{ "intake.duplicate-reason",
	    "NIB dan KBLI ini masih punya berkas terbuka: tulis "
	    "alasan ganda, lalu F2." },
	{ "intake.is-consultation",
	    "Skala ini bukan standar nomor 32 (32/1.A.1): tanpa "
	    "nomor, simpan sebagai konsultasi." },
	{ "intake.late-reason",
	    "Diterima lebih dari 3 hari kerja lalu: tulis alasan "
	    "mundur, lalu F2." },
	{ "intake.missing", "Belum diisi: {1}." },
	{ "intake.no-change", "Tidak ada isian yang berubah." },
	{ "intake.no-consultation",
	    "Skala kecil dan menengah diterima sebagai permohonan, "
	    "bukan konsultasi (32/1.A.1)." },
	{ "intake.no-reason",
	    "Tulis alasan perubahan; alasan itu masuk riwayat." },
	{ "intake.no-standard",
	    "Standar nomor {1} tidak dimuat. Pilih standar yang ada." },
	{ "intake.other-year",
	    "Tanggal terima tetap di tahun nomor {1}." },
	{ "key.not-waiting",
	    "{1} tidak sedang menunggu kunci identitas." },
	{ "known.none", "Belum ada di data induk." },
	{ "move.changed",
	    "{1} sudah bertindak {2}; keadaan kini {3}. F5 membaca "
	    "ulang." },
	{ "move.future", "Tanggal langkah tidak boleh sesudah hari ini." },
	{ "move.missing", "Belum diisi: {1}." },
	{ "move.no-failed",
	    "Tidak ada butir keliru atau kurang; tulis alasan "
	    "pengembalian." },
	{ "move.no-reason", "{1}: tulis alasannya." },
	{ "move.not-signed",
	    "Sertifikat belum bertanda tangan elektronik (32/5); "
	    "belum dapat dicatat terbit." },
	{ "move.other-form", "{1}: isian yang dikirim milik formulir lain." },
	{ "move.too-early",
	    "Tanggal langkah tidak boleh sebelum {1}, langkah "
	    "terakhir." },
	{ "move.unknown", "Langkah \"{1}\" tidak ada dalam tabel data/life." },
	{ "move.wrong-state", "{1} tidak mungkin dari keadaan {2}." },
	{ "officer.cycle",
	    "Atasan {1} adalah bawahannya sendiri. Pilih atasan lain." },
	{ "officer.exists", "ID pegawai {1} sudah terdaftar." },
	{ "officer.has-staff",
	    "Masih menjadi atasan {1}. Ganti atasan orang itu dahulu." },
	{ "officer.last-admin",
	    "Harus tetap ada satu admin aktif. Tunjuk admin lain "
	    "dahulu." },
	{ "officer.name", "Nama petugas belum diisi." },
	{ "officer.no-role", "Pilih paling sedikit satu peran." },
	{ "officer.not-first", "Loket ini sudah punya petugas." },
	{ "officer.role-unknown", "Peran \"{1}\" tidak dikenal." },
	{ "officer.staff-id",
	    "ID pegawai: 2 sampai 32 huruf kecil, angka, titik, "
	    "strip." },
	{ "officer.superior", "Atasan {1} tidak terdaftar atau sudah purna." },
	{ "officer.too-long", "Isian {1} terlalu panjang." },
	{ "officer.unknown", "Petugas {1} tidak terdaftar." },
	{ "session.blocked",
	    "Terlalu banyak percobaan salah. Minta admin memberi "
	    "kata sandi baru." },
	{ "session.full",
	    "Sudah {1} petugas masuk di loket ini. Satu harus keluar "
	    "dahulu." },
	{ "session.no-seat",
	    "{1} belum masuk di loket ini; pakai kata sandi." },
	{ "session.pin-easy",
	    "PIN itu terlalu mudah: jangan angka kembar atau "
	    "berurutan." },
	{ "session.pin-none",
	    "Belum ada PIN, atau terlalu sering salah; pakai kata "
	    "sandi." },
	{ "session.pin-shape", "PIN terdiri dari enam angka." },
	{ "session.pin-wrong", "PIN salah. Sisa percobaan: {1}." },
	{ "session.wait", "Tunggu {1} detik sebelum mencoba lagi." },
	{ "session.wrong",
	    "ID pegawai atau kata sandi salah. Periksa Caps Lock." },
	{ "setting.value", "Setelan {1}: isinya harus {2}." },
};

const struct words words_desk = { list, array_length(list) };
