"""usage: rendercv_judge.py FILE.yaml…    says what RenderCV's own models find wrong in each file; status 1 where anything is.

RenderCV 2.8 wants Python 3.12; before 2.4 the language of a locale was a code and not a name, so that it is left out there."""

import pathlib
import sys
import tempfile

try:
    from rendercv.schema.rendercv_model_builder import build_rendercv_dictionary_and_model

    def judge(text):
        _, model = build_rendercv_dictionary_and_model(text)
        return model.cv.sections

except ImportError:
    from rendercv.data.reader import read_input_file

    def judge(text):
        text = text.split("\nlocale:")[0] + "\n"
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "cv.yaml"
            path.write_text(text)
            return read_input_file(path).cv.sections_input


status = 0
for name in sys.argv[1:]:
    try:
        if not judge(pathlib.Path(name).read_text()):
            raise ValueError("no section is in it")
    except Exception as error:
        status = 1
        print(f"{name}: {type(error).__name__}: {getattr(error, 'validation_errors', error)}")
sys.exit(status)
