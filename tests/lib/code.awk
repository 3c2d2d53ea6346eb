# C without what is not code, for the house checks.
#
#	awk -f code.awk FILE...               FILE:LINE:code, comments and the
#	                                      insides of literals left out
#	awk -v literals=1 -f code.awk FILE... FILE:LINE:literal, one a line, each
#	                                      string literal as it is written
#	awk -v codes=1 -f code.awk FILE...    as the first, but literals that
#	                                      look like "nik.short" stay

FNR == 1 { in_comment = 0 }

{
	rest = $0
	code = ""
	while (rest != "") {
		if (in_comment) {
			at = index(rest, "*/")
			if (at == 0)
				break
			rest = substr(rest, at + 2)
			in_comment = 0
			continue
		}
		if (!match(rest, /\/\*|\/\/|"|'/)) {
			code = code rest
			break
		}
		code = code substr(rest, 1, RSTART - 1)
		mark = substr(rest, RSTART, RLENGTH)
		rest = substr(rest, RSTART + RLENGTH)
		if (mark == "//")
			break
		if (mark == "/*") {
			in_comment = 1
			code = code " "
			continue
		}
		n = literal_length(rest, mark)
		if (literals && mark == "\"")
			print FILENAME ":" FNR ":" substr(rest, 1, n)
		inside = substr(rest, 1, n)
		if (!codes || inside !~ /^[a-z][a-z0-9-]*\.([a-z0-9-]+|%s)$/)
			inside = ""
		code = code mark inside mark
		rest = substr(rest, n + 2)
	}
	if (!literals)
		print FILENAME ":" FNR ":" code
}

# Bytes before the mark that ends the literal.
function literal_length(text, mark,    i, c) {
	for (i = 1; i <= length(text); i++) {
		c = substr(text, i, 1)
		if (c == "\\")
			i++
		else if (c == mark)
			return i - 1
	}
	return length(text)
}
