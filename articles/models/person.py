from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .named import Name, Named


class Person(Named):
    not_same = models.ManyToManyField("self", blank=True, verbose_name=_("不是同一人"))

    class Meta(Named.Meta):
        verbose_name = verbose_name_plural = _("人物")

    def get_absolute_url(self):
        return reverse("person", args=[self.pk])


class PersonName(Name):
    person = models.ForeignKey(Person, models.CASCADE, related_name="names", verbose_name=_("人物"))

    class Meta(Name.Meta):
        verbose_name = verbose_name_plural = _("人物别名")
        constraints = [models.UniqueConstraint(fields=["person", "form"], name="person_name_once")]
