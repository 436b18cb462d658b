// A page's transcription beside its reading. Without this script the links lead from one to the other;
// with it, pointing at a block or focusing it shows what answers to it in the other column, and the keys
// walk block by block. What belongs together has the same number in `data-shown`.

(() => {
  const compare = document.querySelector(".compare");
  if (!compare) return;

  const LINKS = "h3 a, dt a, a.seam-link";
  const transcription = compare.querySelector(".transcription");
  const readings = compare.querySelector(".readings");
  const columnOf = (element) => (transcription.contains(element) ? transcription : readings);
  const otherColumn = (element) => (columnOf(element) === transcription ? readings : transcription);
  const numbered = (column, number) => [...column.querySelectorAll(`[data-shown="${number}"]`)];
  const sectionOf = (element) => element.closest("[data-article]");

  // The block, or the shown text of one, that an element belongs to.
  const spotOf = (element) => {
    if (element.matches("a.seam-link")) return element.nextElementSibling;
    return (
      element.closest(".block, .bit") ??
      element.closest(".piece")?.querySelector(".bit[data-shown]") ??
      element.closest("h3, .passage, .read")
    );
  };

  const partnersOf = (spot) => (spot.dataset.shown ? numbered(otherColumn(spot), spot.dataset.shown) : []);

  const linkOf = (spot) => {
    if (spot.matches(".block")) return spot.querySelector("dt a");
    const before = spot.previousElementSibling;
    return before?.matches("a.seam-link") ? before : spot.closest(".piece").querySelector("dt a");
  };

  const lit = new Set();
  const light = (element, name) => {
    element.classList.add(name);
    lit.add(element);
  };

  const show = (spot) => {
    for (const element of lit) element.classList.remove("is-here", "is-partner", "is-article");
    lit.clear();
    if (!spot) return;
    const section = sectionOf(spot);
    if (section) {
      const same = compare.querySelectorAll(`[data-article="${section.dataset.article}"]`);
      for (const element of same) light(element, "is-article");
    }
    if (spot.dataset.shown) {
      for (const element of numbered(columnOf(spot), spot.dataset.shown)) {
        if (columnOf(spot) === readings || element === spot) light(element, "is-here");
      }
      for (const element of partnersOf(spot)) light(element, "is-partner");
    }
  };

  // Bring the partner to the height of the spot by moving its own column, never the page.
  const follow = (spot) => {
    const partner = partnersOf(spot)[0];
    if (!partner) return;
    const column = columnOf(partner);
    if (getComputedStyle(column).overflowY !== "auto") return;
    const place = partner.getBoundingClientRect();
    const frame = column.getBoundingClientRect();
    if (place.top >= frame.top + 48 && place.bottom <= frame.bottom) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const top = column.scrollTop + place.top - Math.max(spot.getBoundingClientRect().top, frame.top + 48);
    column.scrollTo({ top, behavior: still ? "auto" : "smooth" });
  };

  const focused = () => {
    const link = document.activeElement?.closest(LINKS);
    return link && compare.contains(link) ? spotOf(link) : null;
  };

  // Scrolling by key moves text under a resting pointer: only a pointer that moves points.
  let pointing = true;
  let waiting;
  compare.addEventListener("pointermove", () => (pointing = true));
  compare.addEventListener("mouseover", (event) => {
    if (!pointing) return;
    const spot = spotOf(event.target);
    clearTimeout(waiting);
    show(spot ?? focused());
    if (spot) waiting = setTimeout(follow, 150, spot);
  });
  compare.addEventListener("mouseleave", () => {
    clearTimeout(waiting);
    show(focused());
  });

  // One stop of the Tab key an article: the link that was last in focus there.
  for (const section of compare.querySelectorAll(".passage, .read")) {
    [...section.querySelectorAll(LINKS)].forEach((link, index) => (link.tabIndex = index ? -1 : 0));
  }
  compare.addEventListener("focusin", (event) => {
    const link = event.target.closest(LINKS);
    if (!link) return;
    for (const other of link.closest(".passage, .read").querySelectorAll(LINKS)) other.tabIndex = -1;
    link.tabIndex = 0;
    show(spotOf(link));
    follow(spotOf(link));
  });
  compare.addEventListener("focusout", () => show(null));

  // The link that answers to this one in the other column.
  const across = (link) => {
    const spot = spotOf(link);
    const partner = partnersOf(spot)[0];
    if (partner) return linkOf(partner);
    const article = sectionOf(link)?.dataset.article;
    return article && otherColumn(link).querySelector(`[data-article="${article}"] h3 a`);
  };

  const STEPS = { ArrowDown: 1, ArrowUp: -1 };
  const goal = (link, key) => {
    const within = (root) => [...root.querySelectorAll(LINKS)];
    if (key in STEPS) {
      const links = within(columnOf(link));
      return links[links.indexOf(link) + STEPS[key]];
    }
    if (key === "Home") return within(link.closest(".passage, .read"))[0];
    if (key === "End") return within(link.closest(".passage, .read")).at(-1);
    if (key === "ArrowLeft" || key === "ArrowRight") {
      const target = key === "ArrowRight" ? readings : transcription;
      return columnOf(link) === target ? null : across(link);
    }
    return null;
  };
  compare.addEventListener("keydown", (event) => {
    const link = event.target.closest(LINKS);
    if (!link || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const next = goal(link, event.key);
    if (!next) return;
    event.preventDefault();
    pointing = false;
    next.focus();
  });

  // A link that was followed leaves the focus at its goal.
  compare.addEventListener("click", (event) => {
    const link = event.target.closest("dt a, a.seam-link");
    if (link) setTimeout(() => across(link)?.focus({ preventScroll: true }));
  });

  compare.classList.add("is-live");
  document.querySelector(".hint-keys").hidden = false;
  const target = location.hash && compare.querySelector(":target");
  if (target) show(spotOf(target));
})();
