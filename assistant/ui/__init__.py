"""The only home of PySide6: windows that build, show and emit."""
