"""A Chromium without a window and without a network."""

import shutil

from selenium import webdriver
from selenium.webdriver.chrome.service import Service


def start(allowed_host=None):
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or shutil.which("google-chrome") or "chromium"
    exclusion = f"EXCLUDE {allowed_host}, " if allowed_host else ""
    for argument in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        f"--host-resolver-rules=MAP * ~NOTFOUND, {exclusion}EXCLUDE localhost",
    ):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    options.unhandled_prompt_behavior = "ignore"
    return webdriver.Chrome(service=Service(shutil.which("chromedriver")), options=options)
