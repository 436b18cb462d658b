"""What every page says about its own address, and a line of an article for lists."""

from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.urls import translate_url
from django.utils.text import Truncator
from django.utils.translation import get_language, get_language_info

register = template.Library()


EXCERPT = 90  # characters


@register.filter
def excerpt(article):
    """The first words of the text, without its tables."""
    lines = (line for line in article.body.split("\n") if line and not line.lstrip().startswith("|"))
    return Truncator(" ".join(lines)).chars(EXCERPT)


@register.simple_tag(takes_context=True)
def canonical(context):
    """This page's absolute address, with the parameters that belong to it and no others."""
    request = context["request"]
    return request.build_absolute_uri(request.path + _query(context))


@register.simple_tag(takes_context=True)
def languages(context):
    """Every language of the site: code, name, whether it is this page's, and this page's address in it."""
    request = context["request"]
    query = _query(context)
    return [
        {
            "code": code,
            "tag": _tag(code),
            "name": get_language_info(code)["name_local"],
            "current": code == get_language(),
            "address": translate_url(request.path, code) + query,
        }
        for code, _ in settings.LANGUAGES
    ]


@register.simple_tag(takes_context=True)
def page_query(context, parameter, number):
    """The query string that leads to another page of a list."""
    return _query(context, {parameter: number})


@register.simple_tag(takes_context=True)
def absolute(context, address):
    return context["request"].build_absolute_uri(address)


@register.simple_tag
def language_tag():
    """The language of the page as HTML writes it: zh-Hans."""
    return _tag(get_language() or settings.LANGUAGE_CODE)


def _tag(code):
    language, _, script = code.partition("-")
    return f"{language}-{script.capitalize()}" if script else language


def _query(context, changed=None):
    """The parameters that belong to this page's address, some of them changed."""
    given = {**context["request"].GET.dict(), **(changed or {})}
    known = [(name, given[name]) for name in context.get("query_names", ()) if given.get(name)]
    return f"?{urlencode(known)}" if known else ""
