"""How shipped model files are made. The application never imports it."""
