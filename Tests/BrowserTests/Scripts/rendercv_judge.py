"""usage: rendercv_judge.py FILE.yaml…    says what RenderCV's own models find wrong in each file; status 1 where anything is."""

import pathlib
import sys

from rendercv.data.reader import read_input_file

status = 0
for name in sys.argv[1:]:
    try:
        data = read_input_file(pathlib.Path(name))
        if not data.cv.sections_input:
            raise ValueError("no section is in it")
    except Exception as error:
        status = 1
        print(f"{name}: {type(error).__name__}: {error}")
sys.exit(status)
