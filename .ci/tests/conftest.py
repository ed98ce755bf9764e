"""A headless browser for the tests that need one."""

import os

import pytest

QUIET = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run"
    " --disable-background-networking --disable-component-update --disable-sync"
).split()

PATIENCE = 120_000  # milliseconds after which a condition counts as not met; a busy machine is slow


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)  # a condition is waited for, also on a busy machine
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ["MANABI_CHROMIUM"], args=QUIET
        )
        yield chromium
        chromium.close()
