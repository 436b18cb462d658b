import os

# The matrices of a page are small: more than one thread of linear algebra costs more than it gives,
# tenfold when other work shares the processors. It must be said before numpy is loaded.
for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")
