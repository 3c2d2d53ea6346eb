# Layout of C, one complaint a line: FILE:LINE: what. Expects LC_ALL=C.

function complain(what) { print FILENAME ":" FNR ": " what }

# Columns of a line: tabs to the next multiple of 8, one for each character
# (the bytes that continue a UTF-8 character count nothing).
function columns(line,    n, i, parts, total) {
	gsub(/[\200-\277]/, "", line)
	n = split(line, parts, "\t")
	for (i = 1; i <= n; i++) {
		total += length(parts[i])
		if (i < n)
			total += 8 - total % 8
	}
	return total
}

function close_file() {
	if (last_file != "" && last_line > 400)
		print last_file ": " last_line " lines; a file has at most 400"
	if (last_file != "" && opened)
		print last_file ":" opened ": a function without its end"
}

FNR == 1 { close_file(); opened = 0; in_literal = 0 }
{ last_file = FILENAME; last_line = FNR }

# A sentence is not broken, so that it can be searched for; golden screens in
# tests are as wide as they are.
columns($0) > 80 && !(/"/ && FILENAME ~ /^tests\/|\/words_/) {
	complain("more than 80 columns")
}

/[ \t]$/ { complain("a blank at the end of the line") }
/\r/ { complain("a carriage return") }
/^ *        / || / \t/ { complain("blanks where a tab should be") }

/^[a-zA-Z_]/ { head = $0 }
/^\{/ {
	if ($0 != "{")
		complain("the brace of a function stands alone")
	if (head !~ /^[a-zA-Z_0-9]+\(/)
		complain("the type of a function stands on its own line")
	opened = FNR
}
/^[a-zA-Z_].*\) *\{$/ { complain("the brace of a function stands alone") }
/^\}/ && opened {
	if (FNR - opened > 50)
		complain("function of " FNR - opened \
		    " lines; at most 50")
	opened = 0
}

END { close_file() }
