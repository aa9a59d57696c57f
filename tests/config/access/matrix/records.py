"""A site with a marker in every private place, and of each kind a record for every role to try."""

from collections.abc import Iterator

from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.db.models import ProtectedError
from django.test import RequestFactory
from django.urls import resolve, reverse
from reversion.models import Revision

from agreements.models import Agreement, CalendarAddress, Reminder
from delegations.models import Institution, Member, Official
from forum.history.differences import history_of
from forum.history.keeping import KEPT, label, revision
from forum.intake.kinds import KINDS, Place
from forum.intake.lists import take_in
from forum.models import Event, Intake, Removal, Session, Topic
from forum.private_addresses.tokens import make_address
from forum.rights import GUARDED, VIEW_UNPUBLISHED
from tests.config.access.matrix.addresses import Route, filled_in
from tests.config.access.matrix.asking import BY_ROUTE, Browser
from tests.config.access.matrix.forms import form_on, read
from tests.config.site.world import World
from tests.config.site.world.markers import MARKER
from tests.every_model import make
from tests.factories import make_party, make_staff, make_text, pdf_file

TABS = (
    *("overview", "programme", "delegations", "accreditation", "agreements", "outcomes"),
    *("sources", "print", "readiness", "changes"),
)


# Of which kind of record an address is that is not a model's, by the first word of its name.
OF = {
    "agreement": Agreement,
    "institution": Institution,
    "official": Official,
    "person": Official,
    "staff": User,
}


class Matrix:
    """The world, and of each kind of record one that is published and names nothing hidden."""

    def __init__(self):
        self.root = User.objects.create_superuser("root", password="root")
        self.world = World()
        # What stands in something unpublished is not seen by whoever sees only what is published.
        Event.objects.filter(pk=self.world.event.pk).update(parent=None)
        self.samples, self.removals = {}, {}
        self.browser, self._forms = Browser(self.root), {}
        for model in admin.site._registry:
            self.samples[model] = self._sample(model)
            if model in KEPT:
                self.removals[model] = self._removal(model)

    def _sample(self, model):
        if model is User:
            return make_staff(username="somebody")
        if model is Group:
            return Group.objects.create(name="Interns")
        with revision(by=self.root):
            return make(model)

    def _removal(self, model) -> Removal | None:
        with revision(by=self.root):
            gone = make(model)
        key = gone.pk
        try:
            with revision(by=self.root):
                gone.delete()
        except ProtectedError:
            return None
        return Removal.objects.get(model=label(model), key=key)

    def addresses(self, route: Route, user) -> list[str]:
        """All addresses of a route that the matrix tries as this user."""
        return filled_in(route, self._fillers(route, user))

    def hidden_from(self, asking) -> set[str]:
        """The markers that somebody with this role must never be told."""
        if not asking.has({VIEW_UNPUBLISHED}):
            return {*self.world.secrets}
        closed = (found for right, found in self.private().items() if not asking.has({right}))
        return set().union(*closed)

    def private(self) -> dict[str, set[str]]:
        """The markers in private fields, by the right that opens these."""
        found: dict[str, set[str]] = {}
        for model, rights in GUARDED.items():
            for right, fields in rights.items():
                rows = model._base_manager.values_list(*fields)
                texts = (str(value) for row in rows for value in row)
                found.setdefault(right, set()).update(*map(MARKER.findall, texts))
        return found

    def acts(self) -> Iterator[tuple]:
        """Every act of every list, as a superuser does it with one record."""
        for model, model_admin in admin.site._registry.items():
            url = self._page(model, "changelist")
            for name in self._root_request(url, model_admin.get_actions):
                chosen = {"action": name, "_selected_action": [self.samples[model].pk]}
                yield model, name, url, chosen | {"index": "0", "post": "yes"}

    def choosers(self) -> Iterator[tuple]:
        """Of each kind of record that is offered while one types one field that does so."""
        seen = set()
        for model, model_admin in admin.site._registry.items():
            parts = [model_admin, *(inline(model, admin.site) for inline in model_admin.inlines)]
            for part in parts:
                for name in self._root_request("/", getattr(part, "get_autocomplete_fields", list)):
                    field = part.model._meta.get_field(name)
                    if field.related_model not in seen:
                        seen.add(field.related_model)
                        yield self._chooser(part.model, field)

    def rows(self) -> Iterator[tuple]:
        """Every kind of row that is edited in a workspace: its address, and its form."""
        seen = set()
        for tab in TABS:
            url = reverse("admin:workspace", args=[self.world.event.pk, tab])
            for link in read(self.browser.get(url).words).links:
                kind = link.removeprefix("?edit=").partition("-")[0]
                if link.startswith("?edit=") and (tab, kind) not in seen:
                    seen.add((tab, kind))
                    address = url + link.partition("#")[0]
                    model = next(each for each in self.samples if each._meta.model_name == kind)
                    form = self.form(address)
                    yield BY_ROUTE["admin:workspace"], model, address, form

    def private_forms(self) -> Iterator[tuple]:
        """The forms with private fields, with something else in each of these."""
        for model, fields in GUARDED.items():
            if model in self.samples and model is not Reminder:
                url = self._page(model, "change", self.samples[model].pk)
                data = self.form(url)
                others = {
                    name: "kk" if "language" in name else "other@example.org"
                    for names in fields.values()
                    for name in names
                }
                assert others.keys() <= data.keys()
                yield model, fields, url, data | others | {"_save": "on"}

    def _root_request(self, url, ask):
        request = RequestFactory().get(url)
        request.user, request.resolver_match = self.root, resolve(url)
        return ask(request)

    def _page(self, model, name, *args) -> str:
        return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{name}", args=args)

    def _chooser(self, model, field) -> tuple:
        meta = model._meta
        names = {"app_label": meta.app_label, "model_name": meta.model_name}
        asked = names | {"field_name": field.name, "term": ""}
        return BY_ROUTE["admin:autocomplete"], field.related_model, asked

    def form(self, url: str) -> dict:
        """The form of an address, as the page of a superuser has it."""
        if url not in self._forms:
            self._forms[url] = form_on(self.browser.get(url).words)
        return self._forms[url]

    def _fillers(self, route: Route, user) -> dict[str, list]:
        """What may stand in the blanks of an address."""
        special = {
            "session-ceremony": lambda: {"key": [self.samples[Session].pk]},
            "article_done": lambda: {"key": [self._revision(user).pk]},
            "reminders-calendar": lambda: {"token": [make_address(CalendarAddress, owner=user)]},
            "private-file": lambda: {"name": [self._file()]},
            "printed": self._printed,
        }
        first, _line, rest = route.page.partition("_")
        if route.page in special:
            return special[route.page]()
        if route.model is None and first == "intake" and rest:
            return {"key": [self._intake(user).pk]}
        if route.model is None and rest == "review":
            return {"key": [getattr(self.world, f"hidden_{first}").pk]}
        return self._of_model(route, route.model or OF.get(first, Event))

    def _of_model(self, route: Route, model) -> dict[str, list]:
        sample = self.samples[model]
        found = {
            **{name: [sample.pk] for name in ("object_id", "id", "key", "keys", "keep")},
            "kind": ["extended"] if route.page == "step" else ["party"],
            "act": ["approved"],
            "member": [self.samples[Member].pk],
            "portion": ["facts"],
            "tab": TABS,
            "app_label": ["forum", "delegations", "agreements", "auth"],
            "content_type_id": [ContentType.objects.get_for_model(Event).pk],
        }
        if route.page == "correct_part":
            found["key"] = [make_party(agreement=sample).pk]
        if "duplicate" in route.blanks:
            found["duplicate"] = [make(model).pk]
        if "revision" in route.blanks:
            found["revision"] = [history_of((label(model), sample.pk))[-1].revision.pk]
        if "removal" in route.blanks:
            removal = self.removals[model]
            found["removal"] = [removal.pk] if removal else []
        return found

    def _intake(self, user) -> Intake:
        rows = [["Name"], ["Somebody"]]
        place = Place(user, "en", {"event": self.samples[Event]})
        return take_in(KINDS["members"], place, rows, source="")

    def _revision(self, user) -> Revision:
        with revision(by=user):
            make(Topic)
        return Revision.objects.filter(user=user).latest("pk")

    def _printed(self) -> dict[str, list]:
        """All that is printed of the event in which everything private is."""
        names = ["delegations", "arrivals", "travel", "answers"]
        return {"key": [self.world.event.pk], "name": names, "form": ["csv"]}

    def _file(self) -> str:
        return make_text(agreement=self.samples[Agreement], url="", file=pdf_file()).file.name
