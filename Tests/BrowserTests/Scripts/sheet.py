"""Clicks every button of a LinkedIn sheet and compares the clipboard with the field. usage: sheet.py SHEET.html OTHER.html

Then the sheet is exchanged for the other one, whose headline is another: of all fields that one alone is marked. Exit status 1
where a text is not copied as it stands, or a mark is missing.
"""

import pathlib
import shutil
import sys

import browser

driver = browser.start()
faults = []
try:
    sheet, other = (pathlib.Path(name).resolve() for name in sys.argv[1:3])
    driver.get(sheet.as_uri())
    driver.execute_cdp_cmd(
        "Browser.grantPermissions", {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]}
    )
    fields = driver.find_elements("css selector", ".field")
    for field in fields:
        wanted = field.find_element("css selector", ".value").get_property("textContent")
        count = field.find_element("css selector", ".count").text.split(" / ")[0]
        if int(count) != len(wanted.encode("utf-16-le")) // 2:
            faults.append(f"{field.get_attribute('id')}: counts {count}")
        field.find_element("css selector", "button").click()
        found = driver.execute_async_script(
            "const done = arguments[0]; setTimeout(() => navigator.clipboard.readText().then(done, (e) => done('!' + e)), 30)"
        )
        if found != wanted:
            faults.append(f"{field.get_attribute('id')}: {wanted!r} was copied as {found!r}")
        if field.get_attribute("data-state") != "copied":
            faults.append(f"{field.get_attribute('id')}: is not marked as copied")
    shutil.copyfile(other, sheet)
    driver.get(sheet.as_uri())
    states = [field.get_attribute("data-state") for field in driver.find_elements("css selector", ".field")]
    if states.count("changed") != 1 or len(states) != len(fields):
        faults.append(f"after a change: {states}")
    for entry in driver.get_log("browser"):
        if entry["level"] == "SEVERE":
            faults.append(entry["message"])
    print(len(fields), "fields")
finally:
    driver.quit()
if faults:
    print("\n".join(faults))
    sys.exit(1)
