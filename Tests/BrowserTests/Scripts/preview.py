"""Drives the live preview in a real browser: edit, see the change, see an error, survive a broken save.

usage: preview.py PARCOURS IDENTITY
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select, WebDriverWait

import browser


def main(program, identity):
    folder = tempfile.mkdtemp()
    path = os.path.join(folder, "identity.yaml")
    theme = os.path.join(folder, "mine")
    shutil.copy(identity, path)
    subprocess.run([program, "new", "--theme", theme], check=True, capture_output=True)
    server = subprocess.Popen(
        [program, "preview", path, "--port", "0", "--as-of", "2026-11-21", "--theme", theme],
        stderr=subprocess.PIPE,
        text=True,
    )
    driver = None
    try:
        url = re.search(r"http://\S+", server.stderr.readline()).group(0)
        driver = browser.start("127.0.0.1")
        wait = WebDriverWait(driver, 10, poll_frequency=0.02)
        driver.get(url)

        def body():
            return driver.execute_script(
                "const p = document.getElementById('page').contentDocument; return p && p.body ? p.body.innerText : ''"
            )

        def count():
            return driver.find_element(By.ID, "count").text

        # As editors save: the file is there whole or not at all.
        def write(text):
            with open(path + "~", "w", encoding="utf-8") as file:
                file.write(text)
            os.replace(path + "~", path)

        with open(identity, encoding="utf-8") as file:
            good = file.read()
        name = re.search(r"^name: (.*)$", good, re.M).group(1)
        wait.until(lambda _: name in body())
        # The findings are asked for beside the page and may come after it.
        wait.until(lambda _: count() == "Aucun constat")

        # A save is seen, and soon.
        driver.execute_script(
            "new MutationObserver(() => { window.seen = performance.timeOrigin + performance.now(); })"
            ".observe(document.documentElement, {attributes: true, attributeFilter: ['data-turn']})"
        )
        times = []
        for turn in range(9):
            driver.execute_script("window.seen = 0")
            saved = time.time() * 1000
            write(good.replace(f"name: {name}", f"name: Turn {turn}"))
            wait.until(lambda _: f"Turn {turn}" in body() and driver.execute_script("return window.seen"))
            times.append(driver.execute_script("return window.seen") - saved)
        print("shown after a save, ms:", sorted(round(t) for t in times))

        # A finding stands at its place.
        write(re.sub(r"startDate: (\d{4})-(\d\d)\n", r"startDate: March \1\n", good, count=1))
        wait.until(lambda _: count() == "1 constat")
        mark = wait.until(
            lambda _: driver.execute_script(
                "const m = document.getElementById('page').contentDocument.querySelector('[data-finding]');"
                "return m && [m.textContent, m.closest('[data-at]').getAttribute('data-at')]"
            )
        )
        assert "March" in mark[0] and mark[1].startswith("/path/"), mark

        # What cannot be read leaves the last good page.
        write(good + "\nbroken: [\n")
        wait.until(lambda _: "Illisible" in driver.find_element(By.ID, "status").text)
        wait.until(lambda _: len(body()) > 100)
        write(good)
        wait.until(lambda _: count() == "Aucun constat")

        # A theme of one's own reloads too.
        with open(os.path.join(theme, "theme.css"), "a", encoding="utf-8") as file:
            file.write("h1 { letter-spacing: 7px; }\n")
        wait.until(
            lambda _: driver.execute_script(
                "const p = document.getElementById('page'); const h = p.contentDocument.querySelector('h1');"
                "return h && p.contentWindow.getComputedStyle(h).letterSpacing"
            )
            == "7px"
        )

        # Theme, language and audience are chosen in the page.
        Select(driver.find_element(By.ID, "theme")).select_by_value("card")
        Select(driver.find_element(By.ID, "lang")).select_by_value("en")
        wait.until(lambda _: "Skip to the profile" in body())
        Select(driver.find_element(By.ID, "audience")).select_by_value("network")
        wait.until(lambda _: "Available from" in body())
        errors = [entry for entry in driver.get_log("browser") if entry["level"] == "SEVERE"]
        assert not errors, errors
        assert server.poll() is None
        print("the preview is live")
    finally:
        if driver:
            driver.quit()
        server.terminate()
        shutil.rmtree(folder)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
