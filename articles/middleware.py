"""Addresses that moved or are gone, looked up only when nothing else answers."""

from django.http import HttpResponsePermanentRedirect
from django.urls import get_script_prefix
from django.utils.encoding import iri_to_uri
from django.utils.translation import get_language_from_path

from .models import Redirect
from .views.errors import gone


def without_language(path):
    """A path's language prefix ("" for the default language) and the path after it.

    >>> without_language("/en/articles/3/")
    ('/en', '/articles/3/')
    >>> without_language("/articles/3/")
    ('', '/articles/3/')
    """
    language = get_language_from_path(path)
    prefix = f"/{language}" if language else ""
    if prefix and path.lower().startswith(f"{prefix}/".lower()):
        return path[: len(prefix)], path[len(prefix) :]
    return "", path


def redirect_for(path):
    """The `Redirect` of this path, and what of the path goes on after it.

    A newspaper's former slug moves the addresses of its issues and pages as well.
    """
    candidates = {path: ""}
    segments = path.split("/")
    if len(segments) > 4 and segments[1] == "newspapers":
        candidates["/".join(segments[:3]) + "/"] = "/".join(segments[3:])
    # Rows may hold an address as it is written or as it is sent, percent-encoded.
    forms = {form: rest for known, rest in candidates.items() for form in (known, iri_to_uri(known))}
    found = Redirect.objects.filter(old_path__in=forms)
    redirect = max(found, key=lambda row: len(row.old_path), default=None)
    return redirect, forms[redirect.old_path] if redirect else ""


class RedirectMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code != 404:
            return response
        prefix, path = without_language(request.path_info)
        redirect, rest = redirect_for(path)
        if redirect is None:
            return response
        if not redirect.new_path:
            return gone(request)
        query = request.META.get("QUERY_STRING", "")
        target = f"{get_script_prefix().rstrip('/')}{prefix}{redirect.new_path}{iri_to_uri(rest)}"
        address, hash_sign, anchor = target.partition("#")
        address = f"{address}?{query}" if query else address
        return HttpResponsePermanentRedirect(f"{address}{hash_sign}{anchor}")
