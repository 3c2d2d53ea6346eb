# The schema files as C: one array of lines for each, and a list of all.
# Files are given in the order of their numbers.
FNR == 1 {
	if (n++)
		print "};"
	name = FILENAME
	sub(/.*\//, "", name)
	names[n] = name
	print ""
	print "static const char *const file_" n "[] = {"
}
{
	gsub(/\\/, "\\\\")
	gsub(/"/, "\\\"")
	print "\t\"" $0 "\","
}
END {
	print "};\n"
	print "const struct schema_file schema_files[] = {"
	for (i = 1; i <= n; i++)
		printf "\t{ \"%s\", file_%d, array_length(file_%d) },\n",
		    names[i], i, i
	print "};"
	print "const size_t schema_files_n = array_length(schema_files);"
}
BEGIN {
	print "#include \"store/schema.h\""
}
