void keyveil_fdct(DCTELEM *data);
void keyveil_idct(void *table, JCOEFPTR block, JSAMPARRAY rows, JDIMENSION column);
void keyveil_convsamp(JSAMPARRAY rows, JDIMENSION column, DCTELEM *workspace);
void keyveil_quantize(JCOEFPTR block, DCTELEM *divisors, DCTELEM *workspace);
