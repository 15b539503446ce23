"""Public data sets in, rankings, scores and benchmarks out. The application never imports it."""
