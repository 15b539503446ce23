"""How long nobody was there, on a real X server."""

from __future__ import annotations

import os
import shutil
import subprocess
import time

import pytest

from assistant.platform.quiet import user_idle_s

pytestmark = [
    pytest.mark.desktop,
    pytest.mark.skipif(
        not os.environ.get("DISPLAY") or shutil.which("xdotool") is None, reason="needs an X server and xdotool"
    ),
]


def test_a_key_ends_the_quiet_and_it_begins_anew():
    ends_at = time.monotonic() + 20
    while (idle_s := user_idle_s()) is not None and idle_s < 0.5:
        assert time.monotonic() < ends_at
        time.sleep(0.05)
    assert idle_s is not None
    subprocess.run(["xdotool", "key", "shift"], check=True)
    again_s = user_idle_s()
    assert again_s is not None
    assert again_s < idle_s
