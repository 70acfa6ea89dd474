"""Plan codes, structure table and delivery in a real window, in both languages."""

import pytest


@pytest.fixture(scope="module", params=["en", "zh-Hans"])
def done(request, desktop):
    return request.param, desktop(
        "delivery", "codes", "codes_report", "structure", "refusal", "export", "export_report", "dark",
        language=request.param, timeout=240,
    )


def test_show(done):
    print(done)
