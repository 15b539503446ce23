"""The functional core: numbers and items in, decisions out. No effects, no clock of its own."""
