"""The admin's list of models, sorted as editors work instead of by the alphabet."""

from django import template
from django.utils.translation import gettext_lazy as _

register = template.Library()

GROUPS = (
    (_("报纸"), ("Article", "Mention", "Person", "Organization", "Newspaper", "Issue", "Page")),
    (_("待办"), ("ReviewItem", "Conflict")),
    (_("编辑所定"), ("Correction", "Emendation", "Pin", "FieldOverride")),
    (
        _("清单"),
        ("Contribution", "PersonName", "OrganizationName", "NewspaperName", "Redirect"),
    ),
    (_("机器所记"), ("Batch", "Transcription", "Reading", "Block", "IndexTask")),
)


@register.simple_tag
def grouped(app_list):
    """The admin's apps, with that of the archive as several groups. Other apps stay as they are."""
    groups = []
    for app in app_list or ():
        if app["app_label"] != "articles":
            groups.append(app)
            continue
        models = {model["object_name"]: model for model in app["models"]}
        for name, members in GROUPS:
            if found := [models.pop(member) for member in members if member in models]:
                groups.append({**app, "name": name, "models": found})
        if models:
            groups.append({**app, "models": list(models.values())})
    return groups
