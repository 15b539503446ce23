"""Text in, meaning out, for English and Chinese alike. No input or output."""
