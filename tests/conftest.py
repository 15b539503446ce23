"""Settings for every test: no telemetry, an offscreen Qt, and no deadline for an example on a busy machine."""

from __future__ import annotations

import os

from hypothesis import settings

os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
settings.register_profile("house", deadline=None)
settings.load_profile("house")
