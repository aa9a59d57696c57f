"""docs/deploy.md, followed to the letter on a machine that is a folder.

Paths and ports lead into the folder, and what only root may do or what waits for a person is done
otherwise: by the functions of PRELUDE. Everything else runs as it stands there.
"""

import os
import re
import shlex
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

from django.conf import settings

from tests.config.operations.postgres import Postgres
from tests.config.operations.servers import free_port

DOCUMENT = settings.BASE_DIR / "docs" / "deploy.md"
HOST = "entente.example.org"
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
PRELUDE = """
set -euo pipefail
apt() { echo "apt $*" >> "$FOLDER/done"; }
adduser() { echo "adduser $*" >> "$FOLDER/done"; }
chown() { echo "chown $*" >> "$FOLDER/done"; }
systemctl() { echo "systemctl $*" >> "$FOLDER/done"; }
sudo() { shift 2; PGHOST=127.0.0.1 PGPORT=$POSTGRES PGUSER=postgres "$@"; }
nginx() { "$WEB_SERVER" -c "$FOLDER/etc/nginx/nginx.conf" "$@"; }
git() {
  case "$1" in
    clone) mkdir -p "$3" && cp -r "$SOURCE"/. "$3" ;;
    *) echo "git $*" >> "$FOLDER/done" ;;
  esac
}
"""
# What Debian's nginx.conf has around the sites.
NGINX_CONF = """
daemon off; pid {folder}/nginx.pid; error_log stderr;
events {{ }}
http {{
  include /etc/nginx/mime.types;
  client_body_temp_path {folder}/tmp; proxy_temp_path {folder}/tmp; fastcgi_temp_path {folder}/tmp;
  uwsgi_temp_path {folder}/tmp; scgi_temp_path {folder}/tmp;
  include {folder}/etc/nginx/sites-enabled/*;
}}
"""


class Machine:
    """A folder in the place of a machine, with a Postgres and ports of its own."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="entente-machine-"))
        self.folder.chmod(0o755)  # The workers of nginx are nobody.
        self.postgres = Postgres()
        self.ports = {name: free_port() for name in ("http", "https", "gunicorn")}
        for name in ("srv", "tmp", "etc/systemd/system", "var/lib", "var/log/nginx"):
            (self.folder / name).mkdir(parents=True)
        for name in ("sites-available", "sites-enabled"):
            (self.folder / "etc/nginx" / name).mkdir(parents=True)
        conf = NGINX_CONF.format(folder=self.folder)
        (self.folder / "etc/nginx/nginx.conf").write_text(conf)
        self._make_a_certificate()
        self._make_a_source()

    def here(self, text: str) -> str:
        """A text of the documentation, as it is for this machine."""
        text = re.sub(r"(?<![\w/.])/(srv|etc|var)/", rf"{self.folder}/\1/", text)
        text = text.replace(f"{self.folder}/etc/nginx/mime.types", "/etc/nginx/mime.types")
        text = text.replace("127.0.0.1:5432", f"127.0.0.1:{self.postgres.port}")
        text = text.replace("127.0.0.1:8000", f"127.0.0.1:{self.ports['gunicorn']}")
        for port, name in ((80, "http"), (443, "https")):
            text = re.sub(rf"listen (\[::\]:)?{port}\b", rf"listen \g<1>{self.ports[name]}", text)
        if not socket.has_ipv6 or not Path("/proc/net/if_inet6").exists():
            text = re.sub(r"listen \[::\].*", "", text)
        return text.replace("createsuperuser", "createsuperuser --no-input")

    def follow(self, heading: str) -> str:
        """Do what a section of the document says; what its commands wrote."""
        section = DOCUMENT.read_text(encoding="utf-8").split(f"\n## {heading}\n")[1]
        blocks = re.findall(r"^```sh\n(.*?)^```", section.split("\n## ")[0], re.M | re.S)
        assert blocks, heading
        return self.run("\n".join(blocks))

    def run(self, commands: str) -> str:
        state = self.folder / "state"
        script = f"""{PRELUDE}
            [ -f {state} ] && . {state}
            {{ {self.here(commands)}
            }}
            declare -p DATABASE_PASSWORD > {state} 2>/dev/null || true
            echo "cd $PWD" >> {state}"""
        done = subprocess.run(
            ["bash", "-c", script],
            env=self.environment(),
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    def environment(self):
        return {
            "PATH": f"{os.environ['PATH']}:/usr/sbin",
            "HOME": str(self.folder),
            "FOLDER": str(self.folder),
            "SOURCE": str(self.folder / "source"),
            "POSTGRES": str(self.postgres.port),
            "WEB_SERVER": NGINX,
            # What createsuperuser would ask for.
            "DJANGO_SUPERUSER_USERNAME": "first",
            "DJANGO_SUPERUSER_EMAIL": "first@example.org",
            "DJANGO_SUPERUSER_PASSWORD": "a-long-one-for-the-first",
        }

    def _make_a_source(self):
        """What a clone holds, with the names of this place: no configuration, no data."""
        left = shutil.ignore_patterns(".*", "*.sqlite3*", "__pycache__", "media", "staticfiles")
        source = shutil.copytree(settings.BASE_DIR, self.folder / "source", ignore=left)
        for file in (source / "docs").glob("entente*"):
            file.write_text(self.here(file.read_text()))

    def unit(self, name: str) -> tuple[dict, list[list[str]]]:
        """The environment and the commands of a service, as systemd would run it."""
        text = (self.folder / "etc/systemd/system" / name).read_text()
        file = Path(re.search("^EnvironmentFile=-?(.+)$", text, re.M)[1])
        variables = dict(line.split("=", 1) for line in file.read_text().splitlines() if line)
        commands = [shlex.split(line) for line in re.findall("^ExecStart=(.+)$", text, re.M)]
        bind = {"BIND": f"127.0.0.1:{self.ports['gunicorn']}"}
        return {"PATH": os.environ["PATH"]} | variables | bind, commands

    def beside(self, **ports) -> "Beside":
        """The same nginx once more, which asks another server."""
        return Beside(self, ports)

    def remove(self):
        self.postgres.remove()
        shutil.rmtree(self.folder)

    def _make_a_certificate(self):
        folder = self.folder / "etc/letsencrypt/live" / HOST
        folder.mkdir(parents=True)
        subprocess.run(
            [
                *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
                *("-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}"),
                *("-keyout", folder / "privkey.pem", "-out", folder / "fullchain.pem"),
            ],
            check=True,
            capture_output=True,
        )


class Beside:
    """A second nginx on the machine, with the same configuration but for ports."""

    def __init__(self, machine, ports):
        self.folder = machine.folder
        self.ports = {"http": free_port(), "https": free_port()} | ports
        site = (self.folder / "etc/nginx/sites-available/entente").read_text()
        for name, port in self.ports.items():
            site = re.sub(rf"(?<=[ :]){machine.ports[name]}\b", str(port), site)
        site = site.replace("/var/cache/nginx/entente", "/var/cache/nginx/beside")
        (self.folder / "beside.site").write_text(site)
        conf = NGINX_CONF.format(folder=self.folder).replace(
            "etc/nginx/sites-enabled/*", "beside.site"
        )
        self.conf = self.folder / "beside.conf"
        self.conf.write_text(conf.replace("nginx.pid", "beside.pid"))
