"""Says what a PDF says of itself, as JSON: title, author, language, whether it is tagged, its outline. usage: outline.py FILE"""

import json
import sys

from pypdf import PdfReader


def flat(items):
    for item in items:
        if isinstance(item, list):
            yield from flat(item)
        else:
            yield item.title


reader = PdfReader(sys.argv[1])
root = reader.trailer["/Root"]
print(
    json.dumps(
        {
            "title": reader.metadata.title,
            "author": reader.metadata.author,
            "language": str(root.get("/Lang", "")),
            "tagged": bool(root.get("/MarkInfo", {}).get("/Marked", False)),
            "outline": list(flat(reader.outline)),
        }
    )
)
