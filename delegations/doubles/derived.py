"""Which records are probably doubles of each: found when somebody asks, since it takes long."""

from functools import partial

from django.db.models import Exists, OuterRef, Q, QuerySet

from delegations.doubles.finding import doubles_of
from delegations.models import (
    Appointment,
    Double,
    Institution,
    InstitutionName,
    NotTheSame,
    Official,
    OfficialName,
)
from forum.derived import Derivation, derive
from forum.search.find import kind_of


def write_doubles(model: type[Institution | Official], keys: list[int]) -> None:
    kind = kind_of(model)
    records = model.objects.filter(pk__in=keys).prefetch_related("names")
    signs = {
        (*sorted((record.pk, other.pk)),): sign
        for record in records
        for other, sign in doubles_of(record)
    }
    Double.objects.filter(Q(one__in=keys) | Q(other__in=keys), kind=kind).delete()
    pairs = [
        Double(kind=kind, one=one, other=other, sign=sign) for (one, other), sign in signs.items()
    ]
    Double.objects.bulk_create(pairs)


def to_decide(model: type[Institution | Official]) -> QuerySet:
    """Probable doubles of a kind about which nobody has said anything, the surest first."""
    said = NotTheSame.objects.filter(
        kind=OuterRef("kind"), one=OuterRef("one"), other=OuterRef("other")
    )
    pairs = Double.objects.filter(~Exists(said), kind=kind_of(model))
    return pairs.order_by("sign", "one", "other")


for _model, _name in ((Institution, InstitutionName), (Official, OfficialName)):
    _link = _model._meta.model_name
    derive(
        Derivation(
            name=f"doubles-{_link}",
            of=_model,
            write=partial(write_doubles, _model),
            read_from={_name: ("pk", f"{_link}_id")}
            | ({Appointment: ("pk", "official_id")} if _model is Official else {}),
            is_lazy=True,
        )
    )
