"""The answers that are not a page, in the site's own design."""

from django.http import HttpResponseServerError
from django.shortcuts import render
from django.template import loader
from django.utils.translation import gettext as _
from django.views.decorators.csrf import requires_csrf_token


@requires_csrf_token
def bad_request(request, exception=None):
    return render(request, "400.html", status=400)


@requires_csrf_token
def permission_denied(request, exception=None):
    return render(request, "403.html", status=403)


@requires_csrf_token
def page_not_found(request, exception=None):
    return render(request, "404.html", status=404)


def gone(request):
    return render(request, "410.html", status=410)


@requires_csrf_token
def server_error(request):
    """Without context processors, so without database; in plain words when even the template fails."""
    try:
        page = loader.render_to_string("500.html", {"request": request})
    except Exception:  # whatever broke the page may break this one as well
        page = _("网站出了故障，请稍后再来。")
    return HttpResponseServerError(page)
