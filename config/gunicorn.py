"""The server: gunicorn --config config/gunicorn.py. What differs from place to place is in the
environment: BIND (default 127.0.0.1:8000) and WEB_CONCURRENCY (workers, default 2).

Nothing of the site is imported here, or a reload would go on with what was read at the start. What
a worker logs is as the settings say.

No reuse_port: each worker would have a queue of its own, and one that is replaced would drop what
waits in it (measured: 5 of 550 connections in two reloads, without it 0 of 1,150).
"""

import os

wsgi_app = "config.wsgi"
bind = os.environ.get("BIND", "127.0.0.1:8000").split(",")
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
# More were measured to be slower.
threads = 2
# Seconds after which a worker that does not come back is replaced; for which one may finish.
timeout = 60
graceful_timeout = 30
# Longer than nginx keeps a connection unused, so that it never writes into one that closes.
keepalive = 75
# What a library leaks is given back; not by all workers at once.
max_requests = 5000
max_requests_jitter = 1000
# A socket in the home folder, which a locked-down service does not have.
control_socket_disable = True
# The site writes a line for each request itself, without addresses.
accesslog = None
