"""Forms filled in as a browser would: everything that the page holds is sent, hidden fields too."""

from html.parser import HTMLParser

from django.urls import reverse


class FormFields(HTMLParser):
    """The names and values of the form whose id is given."""

    def __init__(self, form_id):
        super().__init__()
        self.form_id, self.inside = form_id, False
        self.data: dict[str, list[str]] = {}
        self.select = self.area = None

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        name, value = attrs.get("name"), attrs.get("value") or ""
        if tag == "form":
            self.inside = attrs.get("id") == self.form_id
        elif not self.inside:
            return
        elif tag == "input" and name and attrs.get("type") not in ("submit", "button"):
            if attrs.get("type") not in ("checkbox", "radio") or "checked" in attrs:
                self.data.setdefault(name, []).append(value or ("on" if attrs["type"] == "checkbox" else ""))
        elif tag == "select":
            self.select, self.options = name, []
        elif tag == "option" and self.select:
            self.options.append((value, "selected" in attrs))
        elif tag == "textarea":
            self.area, self.text = name, ""

    def handle_data(self, text):
        if self.area:
            self.text += text

    def handle_endtag(self, tag):
        if tag == "select" and self.select:
            chosen = [value for value, selected in self.options if selected]
            self.data[self.select] = chosen
            self.select = None
        elif tag == "textarea" and self.area:
            # A browser drops the first line end and sends the others as CR LF.
            self.data[self.area] = [self.text.removeprefix("\n").replace("\n", "\r\n")]
            self.area = None
        elif tag == "form":
            self.inside = False


def fields_of(response, model):
    parser = FormFields(f"{model._meta.model_name}_form")
    parser.feed(response.content.decode())
    return {name: values for name, values in parser.data.items() if "__prefix__" not in name}


class Desk:
    """An editor at the admin."""

    def __init__(self, client):
        self.client = client

    def address(self, model, view="changelist", *args):
        return reverse(f"admin:articles_{model._meta.model_name}_{view}", args=args)

    def open(self, model, number=None, query=""):
        """The form as it is shown: of the object, or of a new one."""
        address = self.address(model, "change", number) if number else self.address(model, "add")
        return self.client.get(address + query)

    def fields(self, model, number=None, query=""):
        response = self.open(model, number, query)
        assert response.status_code == 200, response
        return fields_of(response, model)

    def post(self, model, number, fields, **typed):
        """Send these fields, some of them typed over; None unticks a box."""
        data = dict(fields) | {name: _sent(value) for name, value in typed.items()}
        address = self.address(model, "change", number) if number else self.address(model, "add")
        return self.client.post(address, data)

    def save(self, model, number, **typed):
        """Open the form, type, save; the form must be taken."""
        response = self.post(model, number, self.fields(model, number), **typed)
        assert response.status_code == 302, errors_of(response)
        return response

    def act(self, model, action, *numbers):
        data = {"action": action, "_selected_action": [str(n) for n in numbers]}
        return self.client.post(self.address(model), data, follow=True)


def _sent(value):
    if value is None:
        return []
    values = value if isinstance(value, list) else [value]
    return [str(getattr(one, "pk", one)) for one in values]


def errors_of(response):
    """What the form says is wrong, as one text."""
    return " ".join(str(errors) for errors in response.context["errors"])
