"""The headless front end."""
