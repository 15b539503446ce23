"""One class per goal of the user. Synchronous; the world is reached through ports."""
