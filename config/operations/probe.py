"""python -m config.operations.probe: whether the site on this machine is well, for a container."""

import os
import sys
from http.client import HTTPConnection, HTTPException


def main() -> int:
    """0 if /healthz answers with 200, 1 if not."""
    port = os.environ.get("BIND", ":8000").rpartition(":")[2]
    # A pattern such as .example.org or * is answered under any name that fits.
    host = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0].replace("*", "localhost")
    try:
        asked = HTTPConnection("127.0.0.1", int(port), timeout=5)
        asked.request("GET", "/healthz", headers={"Host": host.lstrip(".")})
        return 0 if asked.getresponse().status == 200 else 1
    except (OSError, HTTPException):
        return 1


if __name__ == "__main__":
    sys.exit(main())
