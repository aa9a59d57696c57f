"""Which fields have a column for each language, and which models keep their history.

History is registered after the translation, or its tables would lack the translated columns.
"""

from modeltranslation.translator import translator
from simple_history import register

from agreements import models

translator.register(models.Agreement, fields=["title", "city", "summary"])
translator.register(models.Party, fields=["unit"])
translator.register(models.Signatory, fields=["office", "city"])
translator.register(models.Provision, fields=["text"])
translator.register(models.Outcome, fields=["title", "city"])
translator.register(models.OutcomeRole, fields=["office"])
translator.register(models.Commitment, fields=["text"])

register(models.Agreement, app="agreements", m2m_fields=[models.Agreement.keepers.field])
register(models.Commitment, app="agreements", m2m_fields=[models.Commitment.responsible.field])
for model in (
    models.Party,
    models.Signatory,
    models.Provision,
    models.AgreementLink,
    models.Text,
    models.Outcome,
    models.OutcomeRole,
    models.AgreementCitation,
    models.ProgressNote,
):
    register(model, app="agreements")
