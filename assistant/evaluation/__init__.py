"""Public data sets in, rankings, scores and benchmarks out. The application never imports it."""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as in the program, and before NumPy is imported
