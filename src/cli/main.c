#include <stdio.h>

int
main(void)
{
	return puts("loket") < 0;
}
