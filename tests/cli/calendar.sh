#!/bin/sh
# loket calendar: due dates as the office's calendar counts them.

. "$LOKET_SRCDIR/tests/lib/tap.sh"
. "$LOKET_SRCDIR/tests/lib/run.sh"

# FROM DAYS DUE, each with what makes it worth trying.
while read -r from days due why; do
	run calendar due --from "$from" --days "$days"
	is "$days days from $from: $why" "$answer:$output:$errors" "0:$due:"
done <<'END'
2026-11-02 7 2026-11-11 plain weeks
2024-04-05 7 2024-04-24 Idul Fitri 2024
2025-08-15 7 2025-08-27 the day added in August 2025
2026-03-13 7 2026-03-31 Nyepi and Idul Fitri 2026
2026-03-17 7 2026-04-02 from the day before Nyepi
2026-05-13 7 2026-05-26 Kenaikan with its cuti bersama
2026-11-20 7 2026-12-01 from a Friday
2026-11-21 7 2026-12-01 from the Saturday after it
2026-11-22 14 2026-12-10 an answer, from a Sunday
2026-12-07 14 2026-12-29 Natal
2026-12-14 14 2027-01-07 into the next year
2026-12-23 14 2027-01-18 from before Natal into the next year
2027-02-26 14 2027-03-30 Nyepi, Idul Fitri and Wafat 2027
2027-03-05 7 2027-03-24 Idul Fitri 2027
2027-05-14 7 2027-05-31 Idul Adha and Waisak 2027
2026-11-22 0 2026-11-22 no days
END

run calendar due --from 2026-12-23 --days 2 --ledger
is "the ledger has a line for each day, and why it is skipped" "$output" \
    "2026-12-29
2026-12-23	Rabu	0
2026-12-24	Kamis	Cuti bersama Natal (SKB No. 1497/2025, 2/2025, 5/2025)
2026-12-25	Jumat	Kelahiran Yesus Kristus (SKB No. 1497/2025, 2/2025, 5/2025)
2026-12-26	Sabtu	akhir pekan
2026-12-27	Minggu	akhir pekan
2026-12-28	Senin	1
2026-12-29	Selasa	2"

run calendar due --days=1 --json --ledger --from=2026-12-31
is "the same for machines" "$output" "$(printf %s \
    '{"from":"2026-12-31","days":1,"due":"2027-01-04","provisional":false,' \
    '"ledger":[{"date":"2026-12-31","weekday":4,"number":0},' \
    '{"date":"2027-01-01","weekday":5,"number":null,' \
    '"kind":"libur-nasional","name":"Tahun Baru 2027 Masehi",' \
    '"decree":"SKB No. 1205/2026, 3/2026, 2/2026"},' \
    '{"date":"2027-01-02","weekday":6,"number":null},' \
    '{"date":"2027-01-03","weekday":7,"number":null},' \
    '{"date":"2027-01-04","weekday":1,"number":1}]}')"

run calendar due --from 2027-12-30 --days 7
is "a date in a year not loaded is done" "$answer" 0
is "and prints the date alone" "$output" 2028-01-10
is "and says that it is SEMENTARA" "$errors" \
    "loket: 10/01/2028 SEMENTARA, karena kalender 2028 belum dimuat."
run calendar due --from 2027-12-30 --days 7 --json
is "and says so to machines" "$output" \
    '{"from":"2027-12-30","days":7,"due":"2028-01-10","provisional":true}'

run calendar year 2026
is "a year is shown month by month" "$(printf '%s\n' "$output" | cut -f 2 |
    tr '\n' ' ')" "20 18 17 21 16 20 23 19 22 22 21 21 240 "
run calendar year 2027 --json
is "and for machines" "$output" "$(printf %s \
    '{"year":2027,"working":242,"provisional":false,' \
    '"decree":"SKB No. 1205/2026, 3/2026, 2/2026",' \
    '"months":[19,19,15,22,16,21,22,21,22,21,22,22]}')"
run calendar year 2028
is "a year not loaded is said to be so" "$errors" \
    "loket: kalender 2028 belum dimuat; hanya Sabtu dan Minggu yang dilewati."

run calendar list --year 2027
is "the list of a year has its days" \
    "$(printf '%s\n' "$output" | wc -l | tr -d ' ')" 26
is "with weekday, kind, name and decree" \
    "$(printf '%s\n' "$output" | sed -n 2p)" \
    "2027-01-05	Selasa	libur-nasional	Isra Mikraj Nabi Muhammad SAW 1448 H	SKB No. 1205/2026, 3/2026, 2/2026"
run calendar list
is "the whole list has all years" \
    "$(printf '%s\n' "$output" | cut -c 1-4 | sort -u | tr '\n' ' ')" \
    "2024 2025 2026 2027 "

usage() {
	name=$1
	shift
	run calendar "$@"
	is "$name is a usage error" "$answer:$output" 2:
}

usage "no question"
usage "an unknown question" tomorrow
usage "no date" due --days 7
usage "no number of days" due --from 2026-11-02
usage "a day that does not exist" due --from 2026-02-30 --days 7
usage "a date written otherwise" due --from 02/11/2026 --days 7
usage "days that are no number" due --from 2026-11-02 --days tujuh
usage "days before the date" due --from 2026-11-02 --days -1
usage "too many days" due --from 2026-11-02 --days 2001
usage "a word too many" due --from 2026-11-02 --days 7 8
usage "an option of another question" year 2026 --ledger
usage "no year" year
usage "a year that is none" year 26
usage "a year far away" list --year 12026

mkdir -p "$work/office/data"
cat "$LOKET_SRCDIR/data/holidays.tsv" >"$work/office/data/holidays.tsv"
printf '2026-11-09\tlibur\tPilkada\tKeppres\n2026-11-31\ttutup\tX\tY\n' \
    >>"$work/office/data/holidays.tsv"
lines=$(wc -l <"$work/office/data/holidays.tsv" | tr -d ' ')
run --assets "$work/office" calendar due --from 2026-11-02 --days 7
is "a wrong table is a failure" "$answer:$output" 1:
is "and every wrong line is named" "$errors" \
    "loket: data/holidays.tsv baris $((lines - 1)): jenis hari \"libur\" tidak dikenal. Mungkin \"libur-nasional\"?
loket: data/holidays.tsv baris $lines: tanggal \"2026-11-31\" tidak ada. Tulis seperti 2026-11-24."

# A holiday declared six days ahead: one line in the table, no rebuild.
sed -e '$d' "$work/office/data/holidays.tsv" | sed -e '$d' >"$work/table"
printf '2026-11-09\tkeppres\tPemungutan suara\tKeppres 40 Tahun 2026\n' |
    cat "$work/table" - >"$work/office/data/holidays.tsv"
run --assets "$work/office" calendar due --from 2026-11-02 --days 7
is "a new holiday moves the date" "$answer:$output:$errors" 0:2026-11-12:

rm "$work/office/data/holidays.tsv"
run --assets "$work/office" calendar year 2026
is "without the table nothing is counted" "$answer:$output" 1:

finish
