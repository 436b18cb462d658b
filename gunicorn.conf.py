"""How gunicorn serves the site, whether `make run` starts it or a service of the system.

Workers share what is loaded before they part (the dictionary, the templates' code); each thread keeps
its own searcher open. SQLite reads in parallel and lets one writer in at a time, so a few workers are
plenty; WEB_CONCURRENCY sets another number.
"""

import os

_host = os.environ.get("HOST", "127.0.0.1")
bind = f"{f'[{_host}]' if ':' in _host else _host}:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_CONCURRENCY", min(4, os.cpu_count() or 1)))
worker_class = "gthread"
threads = 4
preload_app = True
timeout = 120
graceful_timeout = 10
limit_request_line = 8190  # Chinese in an address takes nine characters each
accesslog = None
loglevel = "warning"


def when_ready(server):
    """Load the dictionary once, before the workers part, so that no reader's first search waits for it."""
    from articles.search.analysis import words

    words("读报")


def post_worker_init(worker):
    """Take over into the index what an earlier run left; one worker is enough."""
    if worker.age == 1:
        from django.db import connections

        from articles.search import wake

        wake()
        connections.close_all()
