"""Keys, pressed as people press them."""

from playwright.sync_api import Page

TWO_FRAMES = "() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))"


def press(page: Page, key: str) -> None:
    """Presses a key on a page that has been drawn: Chromium drops keys that come before."""
    page.wait_for_load_state("load")
    page.evaluate(TWO_FRAMES)
    page.keyboard.press(key)
