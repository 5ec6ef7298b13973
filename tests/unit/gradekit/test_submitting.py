"""Where a notebook hands in, and who gets the token of a hub."""

from __future__ import annotations

import pytest

from gradekit.submitting import server_of, token_of_hub

TOKEN = {"JUPYTERHUB_API_TOKEN": "of-the-hub"}
NAMED = {"HIPPOGRAD_SERVER": "http://127.0.0.1:1/services/hippograd"}
HUB = {"JUPYTERHUB_PUBLIC_HUB_URL": "https://hub.example.org/hub/"}
RELEASED = "https://grade.example.org/"


@pytest.mark.parametrize(
    ("environment", "released", "server", "token"),
    [
        (TOKEN | NAMED, RELEASED, "http://127.0.0.1:1/services/hippograd/", "of-the-hub"),
        (TOKEN | HUB, "", "https://hub.example.org/services/hippograd/", "of-the-hub"),
        (TOKEN | HUB, RELEASED, RELEASED, ""),
        (TOKEN, RELEASED, RELEASED, ""),
        (NAMED, RELEASED, "http://127.0.0.1:1/services/hippograd/", ""),
        (TOKEN, "", "", "of-the-hub"),
    ],
)
def test_a_server_that_the_release_names_gets_no_token_of_a_hub(
    environment: dict[str, str], released: str, server: str, token: str
) -> None:
    assert server_of(environment, released) == server
    assert token_of_hub(environment, server) == token
