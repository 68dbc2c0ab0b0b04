"""Guards that hold for every test: fixed profiles for Hypothesis, no screen, no network."""

import os
import socket

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile(
    "test",
    deadline=None,
    derandomize=True,
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.register_profile("deep", parent=settings.get_profile("test"), max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "test"))


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program is offline: a test that reaches for another computer fails."""

    def refuse(self: socket.socket, address: object) -> None:
        raise AssertionError(f"network call to {address!r}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
