"""From an organisation as printed to its full name: 省总 → 青川省总工会, 人社部 → 人力资源和社会保障部."""

from collections.abc import Collection, Mapping

from .places import LEVELS, Places
from .tables import tables


class BodyResolver:
    """Full names for one page: `names` are the organisations found, by article."""

    def __init__(
        self,
        names: Mapping[int, Collection[str]],
        places: Places,
        licensed: Mapping[str, str],
        parents: Mapping[int, int | None],
    ) -> None:
        self.names = names
        self.places = places
        self.licensed = licensed
        self.parents = parents
        self.everywhere = {name for its in names.values() for name in its}

    def full(self, name: str, article: int) -> str:
        """The full name of a body printed as `name` in an article; the printed form where nothing says more."""
        known = tables()
        if name in known.bodies:
            return known.bodies[name]
        if name[0] in LEVELS or name[:2] in ("我省", "我市", "我县", "我区"):
            return self._of_level(name, article)
        expanded = expand(name)
        if expanded != name:
            return expanded
        licensed = self.licensed.get(name)
        if licensed and licensed != name:
            return self.full(licensed, article) if len(licensed) > len(name) else licensed
        return self._longer(name, article) or name

    def _of_level(self, name: str, article: int) -> str:
        level, rest = (name[1], name[2:]) if name[0] == "我" else (name[0], name[1:])
        wanted = {level + rest, level + department(rest)}
        for group in self._groups(article):
            owners = {
                expand(other)
                for other in group
                if other[0] not in LEVELS
                and any(other.endswith(w) and len(other) > len(w) + 1 for w in wanted)
            }
            if len(owners) == 1:
                return owners.pop()
        place = self.places.in_play(article, level, self.parents.get(article))
        return place + department(rest) if place else name

    def _longer(self, name: str, article: int) -> str:
        """The one longer body found that ends with this name: 青川热力总公司 for 热力总公司."""
        for group in self._groups(article):
            owners = {
                other
                for other in group
                if len(name) > 2 and other.endswith(name) and self._is_place(other[: -len(name)])
            }
            if len(owners) == 1:
                return expand(owners.pop())
            if owners:
                return ""
        return ""

    def _is_place(self, prefix: str) -> bool:
        return (
            len(prefix) > 1
            and (
                prefix[-1] in LEVELS
                or prefix in tables().regions
                or any(p[:-1] == prefix for p in self.places.named)
            )
            and prefix[0] not in LEVELS
        )

    def _groups(self, article: int) -> list[Collection[str]]:
        """The names of the article, of its main story, of the page."""
        parent = self.parents.get(article)
        own = [self.names.get(article, ())]
        return [*own, *([self.names.get(parent, ())] if parent is not None else []), self.everywhere]


def department(short: str) -> str:
    """A department in full, where it is a known short form."""
    return tables().departments.get(short, short)


def expand(name: str) -> str:
    """A body with its place, its department in full.

    >>> expand("清泉市人社局"), expand("清泉市总"), expand("清泉县人民法院")
    ('清泉市人力资源和社会保障局', '清泉市总工会', '清泉县人民法院')
    """
    known = tables()
    for size in range(min(8, len(name) - 2), 0, -1):
        short = name[-size:]
        place = name[:-size]
        if short in known.departments and (place[-1] in LEVELS or place in known.regions):
            return place + known.departments[short]
    return name
