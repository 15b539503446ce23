# pyright: basic
"""Loading of our own ONNX graphs: verified bytes become a session, or the model is refused in words."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import TYPE_CHECKING

from assistant.domain.errors import ModelInvalid
from assistant.models import providers

if TYPE_CHECKING:
    from onnxruntime import InferenceSession as Session

_EXTERNAL_DATA = b"\n\x08location"
"""How protobuf writes the key under which a tensor names a file outside the model; our own graphs never have one."""


def load(data: bytes, path: str, prefer_cuda: bool, check: Callable[[Session], None]) -> tuple[Session, str]:
    """A session over a graph that passes `check`, which may run it, and what it runs on.

    Raises:
        ModelInvalid: it refers to other files, is no usable graph, or `check` says so. `path` is only told.
    """
    if _EXTERNAL_DATA in data:
        raise ModelInvalid(path=path, reason="external data")
    onnxruntime = providers.runtime()
    wanted, told = providers.choose(prefer_cuda)
    try:
        session = onnxruntime.InferenceSession(data, providers.options(onnxruntime), providers=wanted)
        if providers.CUDA in wanted and providers.CUDA not in session.get_providers():
            told = "CPU (CUDA did not start)"
        check(session)
    except ModelInvalid:
        raise
    except _errors(onnxruntime) as error:
        raise ModelInvalid(path=path, reason="not a usable ONNX graph") from error
    return session, told


def _errors(onnxruntime: ModuleType) -> tuple[type[Exception], ...]:
    """What onnxruntime raises: classes of its own that share no parent, and RuntimeError from deeper down."""
    state = onnxruntime.capi.onnxruntime_pybind11_state
    own = [one for one in vars(state).values() if isinstance(one, type) and issubclass(one, Exception)]
    return (*own, RuntimeError, ValueError)
