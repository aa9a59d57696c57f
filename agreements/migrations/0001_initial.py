import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import agreements.uploads
import forum.records.countries
import forum.records.languages
import forum.records.storage


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "__first__"),
        ("delegations", "0001_initial"),
        ("forum", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Agreement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        help_text="In your words, for example: Cooperation agreement between AlmaU and TalTech.",
                        max_length=400,
                        verbose_name="title",
                    ),
                ),
                (
                    "title_en",
                    models.CharField(
                        blank=True,
                        help_text="In your words, for example: Cooperation agreement between AlmaU and TalTech.",
                        max_length=400,
                        null=True,
                        verbose_name="title",
                    ),
                ),
                (
                    "title_kk",
                    models.CharField(
                        blank=True,
                        help_text="In your words, for example: Cooperation agreement between AlmaU and TalTech.",
                        max_length=400,
                        null=True,
                        verbose_name="title",
                    ),
                ),
                (
                    "title_ru",
                    models.CharField(
                        blank=True,
                        help_text="In your words, for example: Cooperation agreement between AlmaU and TalTech.",
                        max_length=400,
                        null=True,
                        verbose_name="title",
                    ),
                ),
                (
                    "title_et",
                    models.CharField(
                        blank=True,
                        help_text="In your words, for example: Cooperation agreement between AlmaU and TalTech.",
                        max_length=400,
                        null=True,
                        verbose_name="title",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        blank=True,
                        help_text="The last part of the page's address. Leave it empty to have it made from the name; a later change leads visitors on from the old address.",
                        max_length=130,
                        unique=True,
                        verbose_name="web address",
                    ),
                ),
                (
                    "instrument",
                    models.CharField(
                        choices=[
                            ("treaty", "treaty"),
                            ("intergovernmental", "intergovernmental agreement"),
                            ("interdepartmental", "interdepartmental agreement"),
                            ("framework", "framework agreement"),
                            ("cooperation", "cooperation agreement"),
                            ("memorandum", "memorandum of understanding"),
                            ("letter_of_intent", "letter of intent"),
                            ("declaration_of_intent", "declaration of intent"),
                            ("protocol", "protocol"),
                            ("exchange_of_notes", "exchange of notes"),
                            ("contract", "contract"),
                            ("plan", "action plan or work plan"),
                            ("road_map", "road map"),
                            ("programme", "programme of cooperation"),
                            ("joint_statement", "joint statement"),
                            ("declaration", "declaration"),
                            ("communique", "communiqué"),
                            ("outcomes", "list of outcomes"),
                            ("charter", "charter"),
                            ("decision", "decision"),
                            ("other", "other document"),
                        ],
                        default="cooperation",
                        max_length=30,
                        verbose_name="instrument",
                    ),
                ),
                (
                    "instrument_as_printed",
                    models.CharField(
                        blank=True,
                        help_text="What the document calls itself, for example: porozumienie o współpracy.",
                        max_length=200,
                        verbose_name="instrument as printed",
                    ),
                ),
                (
                    "legal_nature",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("binding", "legally binding"),
                            ("non_binding", "not legally binding"),
                        ],
                        help_text="Empty: not stated.",
                        max_length=20,
                        verbose_name="legal nature",
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("proposed", "proposed"),
                            ("negotiation", "under negotiation"),
                            ("agreed", "text agreed"),
                            ("initialled", "initialled"),
                            ("concluded", "concluded"),
                            ("abandoned", "abandoned"),
                        ],
                        default="concluded",
                        max_length=20,
                        verbose_name="stage",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("signed", "signed"),
                            ("exchanged", "exchanged"),
                            ("adopted", "adopted"),
                            ("announced", "announced"),
                        ],
                        default="signed",
                        max_length=20,
                        verbose_name="mode",
                    ),
                ),
                (
                    "concluded_on",
                    models.DateField(
                        blank=True,
                        help_text="The day of signature or adoption; of the last signature if there are several.",
                        null=True,
                        verbose_name="concluded on",
                    ),
                ),
                (
                    "concluded_on_precision",
                    models.CharField(
                        choices=[
                            ("day", "exact day"),
                            ("month", "month only"),
                            ("year", "year only"),
                            ("unknown", "it happened, the date is not known"),
                        ],
                        default="day",
                        help_text="For “August 2016” enter any day of that month and choose “month only”.",
                        max_length=7,
                        verbose_name="how exact",
                    ),
                ),
                (
                    "in_force_on",
                    models.DateField(
                        blank=True,
                        help_text="May be before the signature.",
                        null=True,
                        verbose_name="in force from",
                    ),
                ),
                (
                    "in_force_on_precision",
                    models.CharField(
                        choices=[
                            ("day", "exact day"),
                            ("month", "month only"),
                            ("year", "year only"),
                            ("unknown", "it happened, the date is not known"),
                        ],
                        default="day",
                        help_text="For “August 2016” enter any day of that month and choose “month only”.",
                        max_length=7,
                        verbose_name="how exact",
                    ),
                ),
                (
                    "expires_on",
                    models.DateField(
                        blank=True,
                        help_text="If the document names a day. Otherwise it is computed from the term.",
                        null=True,
                        verbose_name="last day",
                    ),
                ),
                (
                    "expires_on_precision",
                    models.CharField(
                        choices=[
                            ("day", "exact day"),
                            ("month", "month only"),
                            ("year", "year only"),
                            ("unknown", "it happened, the date is not known"),
                        ],
                        default="day",
                        help_text="For “August 2016” enter any day of that month and choose “month only”.",
                        max_length=7,
                        verbose_name="how exact",
                    ),
                ),
                (
                    "terminated_on",
                    models.DateField(
                        blank=True,
                        help_text="The first day without effect.",
                        null=True,
                        verbose_name="terminated on",
                    ),
                ),
                (
                    "terminated_on_precision",
                    models.CharField(
                        choices=[
                            ("day", "exact day"),
                            ("month", "month only"),
                            ("year", "year only"),
                            ("unknown", "it happened, the date is not known"),
                        ],
                        default="day",
                        help_text="For “August 2016” enter any day of that month and choose “month only”.",
                        max_length=7,
                        verbose_name="how exact",
                    ),
                ),
                (
                    "term_months",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="For five years: 60.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1200),
                        ],
                        verbose_name="term in months",
                    ),
                ),
                (
                    "renewal",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("fixed", "fixed term"),
                            ("automatic", "renews itself"),
                            ("consent", "renewed by consent"),
                            ("evergreen", "open-ended"),
                        ],
                        help_text="Empty: not stated.",
                        max_length=20,
                        verbose_name="renewal",
                    ),
                ),
                (
                    "renewal_months",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="If it differs from the term.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1200),
                        ],
                        verbose_name="renewed for months",
                    ),
                ),
                (
                    "notice_months",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="How long before the end notice must be given.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1200),
                        ],
                        verbose_name="notice in months",
                    ),
                ),
                (
                    "city",
                    models.CharField(
                        blank=True,
                        help_text="For example: Astana.",
                        max_length=200,
                        verbose_name="place",
                    ),
                ),
                (
                    "city_en",
                    models.CharField(
                        blank=True,
                        help_text="For example: Astana.",
                        max_length=200,
                        null=True,
                        verbose_name="place",
                    ),
                ),
                (
                    "city_kk",
                    models.CharField(
                        blank=True,
                        help_text="For example: Astana.",
                        max_length=200,
                        null=True,
                        verbose_name="place",
                    ),
                ),
                (
                    "city_ru",
                    models.CharField(
                        blank=True,
                        help_text="For example: Astana.",
                        max_length=200,
                        null=True,
                        verbose_name="place",
                    ),
                ),
                (
                    "city_et",
                    models.CharField(
                        blank=True,
                        help_text="For example: Astana.",
                        max_length=200,
                        null=True,
                        verbose_name="place",
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True,
                        choices=forum.records.countries.country_choices,
                        max_length=2,
                        verbose_name="country",
                    ),
                ),
                (
                    "languages",
                    models.CharField(
                        blank=True,
                        help_text="Language tags with commas between, for example: kk, ru, en.",
                        max_length=120,
                        validators=[forum.records.languages.validate_tags],
                        verbose_name="languages",
                    ),
                ),
                (
                    "originals",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="number of originals"
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        blank=True,
                        help_text="What the parties agreed, in two or three sentences.",
                        verbose_name="summary",
                    ),
                ),
                (
                    "summary_en",
                    models.TextField(
                        blank=True,
                        help_text="What the parties agreed, in two or three sentences.",
                        null=True,
                        verbose_name="summary",
                    ),
                ),
                (
                    "summary_kk",
                    models.TextField(
                        blank=True,
                        help_text="What the parties agreed, in two or three sentences.",
                        null=True,
                        verbose_name="summary",
                    ),
                ),
                (
                    "summary_ru",
                    models.TextField(
                        blank=True,
                        help_text="What the parties agreed, in two or three sentences.",
                        null=True,
                        verbose_name="summary",
                    ),
                ),
                (
                    "summary_et",
                    models.TextField(
                        blank=True,
                        help_text="What the parties agreed, in two or three sentences.",
                        null=True,
                        verbose_name="summary",
                    ),
                ),
                (
                    "is_published",
                    models.BooleanField(
                        db_index=True,
                        default=False,
                        help_text="Visitors see only what is published.",
                        verbose_name="published",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        help_text="Where it was signed or adopted.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreements",
                        to="forum.event",
                        verbose_name="event",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        help_text="The item of the event's programme at which it was signed.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="agreements",
                        to="forum.session",
                        verbose_name="ceremony",
                    ),
                ),
            ],
            options={
                "verbose_name": "agreement",
                "verbose_name_plural": "agreements",
                "ordering": ["-concluded_on", "slug"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("title_en__gt", ""), ("title_en__isnull", False)),
                            models.Q(("title_kk__gt", ""), ("title_kk__isnull", False)),
                            models.Q(("title_ru__gt", ""), ("title_ru__isnull", False)),
                            models.Q(("title_et__gt", ""), ("title_et__isnull", False)),
                            _connector="OR",
                        ),
                        name="agreements_agreement_title_in_some_language",
                        violation_error_message="Give the title in at least one language.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "instrument__in",
                                [
                                    "treaty",
                                    "intergovernmental",
                                    "interdepartmental",
                                    "framework",
                                    "cooperation",
                                    "memorandum",
                                    "letter_of_intent",
                                    "declaration_of_intent",
                                    "protocol",
                                    "exchange_of_notes",
                                    "contract",
                                    "plan",
                                    "road_map",
                                    "programme",
                                    "joint_statement",
                                    "declaration",
                                    "communique",
                                    "outcomes",
                                    "charter",
                                    "decision",
                                    "other",
                                    "",
                                ],
                            )
                        ),
                        name="agreements_agreement_instrument_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("legal_nature__in", ["binding", "non_binding", ""])),
                        name="agreements_agreement_legal_nature_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "stage__in",
                                [
                                    "proposed",
                                    "negotiation",
                                    "agreed",
                                    "initialled",
                                    "concluded",
                                    "abandoned",
                                    "",
                                ],
                            )
                        ),
                        name="agreements_agreement_stage_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("mode__in", ["signed", "exchanged", "adopted", "announced", ""])
                        ),
                        name="agreements_agreement_mode_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("renewal__in", ["fixed", "automatic", "consent", "evergreen", ""])
                        ),
                        name="agreements_agreement_renewal_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("concluded_on_precision__in", ["day", "month", "year", "unknown", ""])
                        ),
                        name="agreements_agreement_concluded_on_precision_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("in_force_on_precision__in", ["day", "month", "year", "unknown", ""])
                        ),
                        name="agreements_agreement_in_force_on_precision_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("expires_on_precision__in", ["day", "month", "year", "unknown", ""])
                        ),
                        name="agreements_agreement_expires_on_precision_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("terminated_on_precision__in", ["day", "month", "year", "unknown", ""])
                        ),
                        name="agreements_agreement_terminated_on_precision_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("concluded_on_precision", "unknown"), _negated=True),
                            ("concluded_on__isnull", True),
                            _connector="OR",
                        ),
                        name="agreements_agreement_concluded_on_not_if_unknown",
                        violation_error_message="Leave the date empty if it is not known, or say how exact it is.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("in_force_on_precision", "unknown"), _negated=True),
                            ("in_force_on__isnull", True),
                            _connector="OR",
                        ),
                        name="agreements_agreement_in_force_on_not_if_unknown",
                        violation_error_message="Leave the date empty if it is not known, or say how exact it is.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("expires_on_precision", "unknown"), _negated=True),
                            ("expires_on__isnull", True),
                            _connector="OR",
                        ),
                        name="agreements_agreement_expires_on_not_if_unknown",
                        violation_error_message="Leave the date empty if it is not known, or say how exact it is.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("terminated_on_precision", "unknown"), _negated=True),
                            ("terminated_on__isnull", True),
                            _connector="OR",
                        ),
                        name="agreements_agreement_terminated_on_not_if_unknown",
                        violation_error_message="Leave the date empty if it is not known, or say how exact it is.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("expires_on__gte", models.F("concluded_on"))),
                        name="agreements_agreement_expires_on_not_before_concluded_on",
                        violation_error_message="The last day cannot be before the conclusion.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("expires_on__gte", models.F("in_force_on"))),
                        name="agreements_agreement_expires_on_not_before_in_force_on",
                        violation_error_message="The last day cannot be before the entry into force.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("terminated_on__gte", models.F("concluded_on"))),
                        name="agreements_agreement_terminated_on_not_before_concluded_on",
                        violation_error_message="The termination cannot be before the conclusion.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("stage", "concluded"),
                            models.Q(
                                ("concluded_on__isnull", True),
                                ("in_force_on__isnull", True),
                                ("terminated_on__isnull", True),
                                models.Q(("concluded_on_precision", "unknown"), _negated=True),
                                models.Q(("in_force_on_precision", "unknown"), _negated=True),
                                models.Q(("terminated_on_precision", "unknown"), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="agreements_agreement_dates_need_conclusion",
                        violation_error_message="Only a concluded document has dates of conclusion, entry into force or termination: set its stage to “concluded” or remove the dates.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("renewal", "evergreen"), _negated=True),
                            models.Q(("expires_on__isnull", True), ("term_months__isnull", True)),
                            _connector="OR",
                        ),
                        name="agreements_agreement_evergreen_never_ends",
                        violation_error_message="An open-ended agreement has neither term nor last day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("session__isnull", True), ("event__isnull", False), _connector="OR"
                        ),
                        name="agreements_agreement_ceremony_needs_event",
                        violation_error_message="Give the event of the ceremony too.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("term_months", 0), _negated=True),
                            models.Q(("renewal_months", 0), _negated=True),
                            models.Q(("notice_months", 0), _negated=True),
                        ),
                        name="agreements_agreement_months_positive",
                        violation_error_message="A period has at least one month.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgreementLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("amends", "amends"),
                            ("extends", "extends"),
                            ("renews", "renews"),
                            ("replaces", "replaces"),
                            ("implements", "implements"),
                            ("annex_to", "is an annex to"),
                            ("based_on", "is based on"),
                            ("cites", "cites"),
                            ("foresees", "foresees"),
                        ],
                        max_length=20,
                        verbose_name="relation",
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links_out",
                        to="agreements.agreement",
                        verbose_name="agreement",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="links_in",
                        to="agreements.agreement",
                        verbose_name="other agreement",
                    ),
                ),
            ],
            options={
                "verbose_name": "related agreement",
                "verbose_name_plural": "related agreements",
                "ordering": ["agreement", "kind", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "amends",
                                    "extends",
                                    "renews",
                                    "replaces",
                                    "implements",
                                    "annex_to",
                                    "based_on",
                                    "cites",
                                    "foresees",
                                    "",
                                ],
                            )
                        ),
                        name="agreements_agreementlink_kind_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.UniqueConstraint(
                        fields=("agreement", "kind", "other"),
                        name="agreements_agreementlink_once",
                        violation_error_message="This relation is already recorded.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("agreement", models.F("other")), _negated=True),
                        name="agreements_agreementlink_not_to_itself",
                        violation_error_message="An agreement cannot relate to itself.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Commitment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="promise")),
                ("text_en", models.TextField(blank=True, null=True, verbose_name="promise")),
                ("text_kk", models.TextField(blank=True, null=True, verbose_name="promise")),
                ("text_ru", models.TextField(blank=True, null=True, verbose_name="promise")),
                ("text_et", models.TextField(blank=True, null=True, verbose_name="promise")),
                (
                    "paragraph",
                    models.CharField(
                        blank=True,
                        help_text="Where it stands: 12, or II.3.",
                        max_length=40,
                        verbose_name="paragraph",
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="due on")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("under_way", "under way"),
                            ("fulfilled", "fulfilled"),
                            ("lapsed", "lapsed"),
                        ],
                        default="open",
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                (
                    "evidence",
                    models.TextField(
                        blank=True,
                        help_text="What shows that it was kept; links are welcome.",
                        verbose_name="evidence",
                    ),
                ),
                (
                    "is_public",
                    models.BooleanField(
                        default=False,
                        help_text="Visitors see only public commitments.",
                        verbose_name="public",
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="commitments",
                        to="agreements.agreement",
                        verbose_name="agreement",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        help_text="For a promise that stands in no document.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments",
                        to="forum.event",
                        verbose_name="event",
                    ),
                ),
                (
                    "fulfilled_by_agreement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="fulfils",
                        to="agreements.agreement",
                        verbose_name="fulfilled by agreement",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="commitments",
                        to="delegations.official",
                        verbose_name="owner",
                    ),
                ),
                (
                    "responsible",
                    models.ManyToManyField(
                        blank=True,
                        related_name="commitments",
                        to="delegations.institution",
                        verbose_name="responsible institutions",
                    ),
                ),
            ],
            options={
                "verbose_name": "commitment",
                "verbose_name_plural": "commitments",
                "ordering": ["due_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("text_en__gt", ""), ("text_en__isnull", False)),
                            models.Q(("text_kk__gt", ""), ("text_kk__isnull", False)),
                            models.Q(("text_ru__gt", ""), ("text_ru__isnull", False)),
                            models.Q(("text_et__gt", ""), ("text_et__isnull", False)),
                            _connector="OR",
                        ),
                        name="agreements_commitment_text_in_some_language",
                        violation_error_message="Give the text in at least one language.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["open", "under_way", "fulfilled", "lapsed", ""])
                        ),
                        name="agreements_commitment_state_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agreement__isnull", False), ("event__isnull", True)),
                            models.Q(("agreement__isnull", True), ("event__isnull", False)),
                            _connector="OR",
                        ),
                        name="agreements_commitment_one_subject",
                        violation_error_message="Give an agreement or an event.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalAgreement",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        help_text="In your words, for example: Cooperation agreement between AlmaU and TalTech.",
                        max_length=400,
                        verbose_name="title",
                    ),
                ),
                (
                    "title_en",
                    models.CharField(
                        blank=True,
                        help_text="In your words, for example: Cooperation agreement between AlmaU and TalTech.",
                        max_length=400,
                        null=True,
                        verbose_name="title",
                    ),
                ),
                (
                    "title_kk",
                    models.CharField(
                        blank=True,
                        help_text="In your words, for example: Cooperation agreement between AlmaU and TalTech.",
                        max_length=400,
                        null=True,
                        verbose_name="title",
                    ),
                ),
                (
                    "title_ru",
                    models.CharField(
                        blank=True,
                        help_text="In your words, for example: Cooperation agreement between AlmaU and TalTech.",
                        max_length=400,
                        null=True,
                        verbose_name="title",
                    ),
                ),
                (
                    "title_et",
                    models.CharField(
                        blank=True,
                        help_text="In your words, for example: Cooperation agreement between AlmaU and TalTech.",
                        max_length=400,
                        null=True,
                        verbose_name="title",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        blank=True,
                        help_text="The last part of the page's address. Leave it empty to have it made from the name; a later change leads visitors on from the old address.",
                        max_length=130,
                        verbose_name="web address",
                    ),
                ),
                (
                    "instrument",
                    models.CharField(
                        choices=[
                            ("treaty", "treaty"),
                            ("intergovernmental", "intergovernmental agreement"),
                            ("interdepartmental", "interdepartmental agreement"),
                            ("framework", "framework agreement"),
                            ("cooperation", "cooperation agreement"),
                            ("memorandum", "memorandum of understanding"),
                            ("letter_of_intent", "letter of intent"),
                            ("declaration_of_intent", "declaration of intent"),
                            ("protocol", "protocol"),
                            ("exchange_of_notes", "exchange of notes"),
                            ("contract", "contract"),
                            ("plan", "action plan or work plan"),
                            ("road_map", "road map"),
                            ("programme", "programme of cooperation"),
                            ("joint_statement", "joint statement"),
                            ("declaration", "declaration"),
                            ("communique", "communiqué"),
                            ("outcomes", "list of outcomes"),
                            ("charter", "charter"),
                            ("decision", "decision"),
                            ("other", "other document"),
                        ],
                        default="cooperation",
                        max_length=30,
                        verbose_name="instrument",
                    ),
                ),
                (
                    "instrument_as_printed",
                    models.CharField(
                        blank=True,
                        help_text="What the document calls itself, for example: porozumienie o współpracy.",
                        max_length=200,
                        verbose_name="instrument as printed",
                    ),
                ),
                (
                    "legal_nature",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("binding", "legally binding"),
                            ("non_binding", "not legally binding"),
                        ],
                        help_text="Empty: not stated.",
                        max_length=20,
                        verbose_name="legal nature",
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("proposed", "proposed"),
                            ("negotiation", "under negotiation"),
                            ("agreed", "text agreed"),
                            ("initialled", "initialled"),
                            ("concluded", "concluded"),
                            ("abandoned", "abandoned"),
                        ],
                        default="concluded",
                        max_length=20,
                        verbose_name="stage",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("signed", "signed"),
                            ("exchanged", "exchanged"),
                            ("adopted", "adopted"),
                            ("announced", "announced"),
                        ],
                        default="signed",
                        max_length=20,
                        verbose_name="mode",
                    ),
                ),
                (
                    "concluded_on",
                    models.DateField(
                        blank=True,
                        help_text="The day of signature or adoption; of the last signature if there are several.",
                        null=True,
                        verbose_name="concluded on",
                    ),
                ),
                (
                    "concluded_on_precision",
                    models.CharField(
                        choices=[
                            ("day", "exact day"),
                            ("month", "month only"),
                            ("year", "year only"),
                            ("unknown", "it happened, the date is not known"),
                        ],
                        default="day",
                        help_text="For “August 2016” enter any day of that month and choose “month only”.",
                        max_length=7,
                        verbose_name="how exact",
                    ),
                ),
                (
                    "in_force_on",
                    models.DateField(
                        blank=True,
                        help_text="May be before the signature.",
                        null=True,
                        verbose_name="in force from",
                    ),
                ),
                (
                    "in_force_on_precision",
                    models.CharField(
                        choices=[
                            ("day", "exact day"),
                            ("month", "month only"),
                            ("year", "year only"),
                            ("unknown", "it happened, the date is not known"),
                        ],
                        default="day",
                        help_text="For “August 2016” enter any day of that month and choose “month only”.",
                        max_length=7,
                        verbose_name="how exact",
                    ),
                ),
                (
                    "expires_on",
                    models.DateField(
                        blank=True,
                        help_text="If the document names a day. Otherwise it is computed from the term.",
                        null=True,
                        verbose_name="last day",
                    ),
                ),
                (
                    "expires_on_precision",
                    models.CharField(
                        choices=[
                            ("day", "exact day"),
                            ("month", "month only"),
                            ("year", "year only"),
                            ("unknown", "it happened, the date is not known"),
                        ],
                        default="day",
                        help_text="For “August 2016” enter any day of that month and choose “month only”.",
                        max_length=7,
                        verbose_name="how exact",
                    ),
                ),
                (
                    "terminated_on",
                    models.DateField(
                        blank=True,
                        help_text="The first day without effect.",
                        null=True,
                        verbose_name="terminated on",
                    ),
                ),
                (
                    "terminated_on_precision",
                    models.CharField(
                        choices=[
                            ("day", "exact day"),
                            ("month", "month only"),
                            ("year", "year only"),
                            ("unknown", "it happened, the date is not known"),
                        ],
                        default="day",
                        help_text="For “August 2016” enter any day of that month and choose “month only”.",
                        max_length=7,
                        verbose_name="how exact",
                    ),
                ),
                (
                    "term_months",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="For five years: 60.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1200),
                        ],
                        verbose_name="term in months",
                    ),
                ),
                (
                    "renewal",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("fixed", "fixed term"),
                            ("automatic", "renews itself"),
                            ("consent", "renewed by consent"),
                            ("evergreen", "open-ended"),
                        ],
                        help_text="Empty: not stated.",
                        max_length=20,
                        verbose_name="renewal",
                    ),
                ),
                (
                    "renewal_months",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="If it differs from the term.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1200),
                        ],
                        verbose_name="renewed for months",
                    ),
                ),
                (
                    "notice_months",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="How long before the end notice must be given.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1200),
                        ],
                        verbose_name="notice in months",
                    ),
                ),
                (
                    "city",
                    models.CharField(
                        blank=True,
                        help_text="For example: Astana.",
                        max_length=200,
                        verbose_name="place",
                    ),
                ),
                (
                    "city_en",
                    models.CharField(
                        blank=True,
                        help_text="For example: Astana.",
                        max_length=200,
                        null=True,
                        verbose_name="place",
                    ),
                ),
                (
                    "city_kk",
                    models.CharField(
                        blank=True,
                        help_text="For example: Astana.",
                        max_length=200,
                        null=True,
                        verbose_name="place",
                    ),
                ),
                (
                    "city_ru",
                    models.CharField(
                        blank=True,
                        help_text="For example: Astana.",
                        max_length=200,
                        null=True,
                        verbose_name="place",
                    ),
                ),
                (
                    "city_et",
                    models.CharField(
                        blank=True,
                        help_text="For example: Astana.",
                        max_length=200,
                        null=True,
                        verbose_name="place",
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True,
                        choices=forum.records.countries.country_choices,
                        max_length=2,
                        verbose_name="country",
                    ),
                ),
                (
                    "languages",
                    models.CharField(
                        blank=True,
                        help_text="Language tags with commas between, for example: kk, ru, en.",
                        max_length=120,
                        validators=[forum.records.languages.validate_tags],
                        verbose_name="languages",
                    ),
                ),
                (
                    "originals",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="number of originals"
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        blank=True,
                        help_text="What the parties agreed, in two or three sentences.",
                        verbose_name="summary",
                    ),
                ),
                (
                    "summary_en",
                    models.TextField(
                        blank=True,
                        help_text="What the parties agreed, in two or three sentences.",
                        null=True,
                        verbose_name="summary",
                    ),
                ),
                (
                    "summary_kk",
                    models.TextField(
                        blank=True,
                        help_text="What the parties agreed, in two or three sentences.",
                        null=True,
                        verbose_name="summary",
                    ),
                ),
                (
                    "summary_ru",
                    models.TextField(
                        blank=True,
                        help_text="What the parties agreed, in two or three sentences.",
                        null=True,
                        verbose_name="summary",
                    ),
                ),
                (
                    "summary_et",
                    models.TextField(
                        blank=True,
                        help_text="What the parties agreed, in two or three sentences.",
                        null=True,
                        verbose_name="summary",
                    ),
                ),
                (
                    "is_published",
                    models.BooleanField(
                        db_index=True,
                        default=False,
                        help_text="Visitors see only what is published.",
                        verbose_name="published",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Where it was signed or adopted.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="forum.event",
                        verbose_name="event",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The item of the event's programme at which it was signed.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="forum.session",
                        verbose_name="ceremony",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical agreement",
                "verbose_name_plural": "historical agreements",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAgreementLink",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("amends", "amends"),
                            ("extends", "extends"),
                            ("renews", "renews"),
                            ("replaces", "replaces"),
                            ("implements", "implements"),
                            ("annex_to", "is an annex to"),
                            ("based_on", "is based on"),
                            ("cites", "cites"),
                            ("foresees", "foresees"),
                        ],
                        max_length=20,
                        verbose_name="relation",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agreements.agreement",
                        verbose_name="agreement",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agreements.agreement",
                        verbose_name="other agreement",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical related agreement",
                "verbose_name_plural": "historical related agreements",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCommitment",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="promise")),
                ("text_en", models.TextField(blank=True, null=True, verbose_name="promise")),
                ("text_kk", models.TextField(blank=True, null=True, verbose_name="promise")),
                ("text_ru", models.TextField(blank=True, null=True, verbose_name="promise")),
                ("text_et", models.TextField(blank=True, null=True, verbose_name="promise")),
                (
                    "paragraph",
                    models.CharField(
                        blank=True,
                        help_text="Where it stands: 12, or II.3.",
                        max_length=40,
                        verbose_name="paragraph",
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="due on")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("under_way", "under way"),
                            ("fulfilled", "fulfilled"),
                            ("lapsed", "lapsed"),
                        ],
                        default="open",
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                (
                    "evidence",
                    models.TextField(
                        blank=True,
                        help_text="What shows that it was kept; links are welcome.",
                        verbose_name="evidence",
                    ),
                ),
                (
                    "is_public",
                    models.BooleanField(
                        default=False,
                        help_text="Visitors see only public commitments.",
                        verbose_name="public",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agreements.agreement",
                        verbose_name="agreement",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="For a promise that stands in no document.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="forum.event",
                        verbose_name="event",
                    ),
                ),
                (
                    "fulfilled_by_agreement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agreements.agreement",
                        verbose_name="fulfilled by agreement",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="delegations.official",
                        verbose_name="owner",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical commitment",
                "verbose_name_plural": "historical commitments",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCommitment_responsible",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "commitment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agreements.commitment",
                    ),
                ),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="agreements.historicalcommitment",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="delegations.institution",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalCommitment_responsible",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOutcome",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("approved", "approval"),
                            ("ratified", "ratification"),
                            ("denounced", "denunciation"),
                            ("founded", "institution founded"),
                            ("branch_opened", "branch opened"),
                            ("foundation_stone", "foundation stone laid"),
                            ("award", "award or honour"),
                            ("scholarship", "scholarship"),
                            ("gift", "gift"),
                            ("working_group", "working group"),
                            ("next_meeting", "next meeting"),
                            ("mobility", "mobility"),
                            ("visit", "visit"),
                            ("publication", "publication"),
                            ("programme_intake", "programme intake"),
                            ("deals", "business deals"),
                            ("culture", "exhibition, concert or other cultural result"),
                            ("other", "other outcome"),
                        ],
                        default="other",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        help_text="For example: Branch of the university opened.",
                        max_length=300,
                        verbose_name="title",
                    ),
                ),
                (
                    "title_en",
                    models.CharField(
                        blank=True,
                        help_text="For example: Branch of the university opened.",
                        max_length=300,
                        null=True,
                        verbose_name="title",
                    ),
                ),
                (
                    "title_kk",
                    models.CharField(
                        blank=True,
                        help_text="For example: Branch of the university opened.",
                        max_length=300,
                        null=True,
                        verbose_name="title",
                    ),
                ),
                (
                    "title_ru",
                    models.CharField(
                        blank=True,
                        help_text="For example: Branch of the university opened.",
                        max_length=300,
                        null=True,
                        verbose_name="title",
                    ),
                ),
                (
                    "title_et",
                    models.CharField(
                        blank=True,
                        help_text="For example: Branch of the university opened.",
                        max_length=300,
                        null=True,
                        verbose_name="title",
                    ),
                ),
                ("happened_on", models.DateField(blank=True, null=True, verbose_name="date")),
                (
                    "happened_on_precision",
                    models.CharField(
                        choices=[
                            ("day", "exact day"),
                            ("month", "month only"),
                            ("year", "year only"),
                            ("unknown", "it happened, the date is not known"),
                        ],
                        default="day",
                        help_text="For “August 2016” enter any day of that month and choose “month only”.",
                        max_length=7,
                        verbose_name="how exact",
                    ),
                ),
                ("city", models.CharField(blank=True, max_length=120, verbose_name="city")),
                (
                    "city_en",
                    models.CharField(blank=True, max_length=120, null=True, verbose_name="city"),
                ),
                (
                    "city_kk",
                    models.CharField(blank=True, max_length=120, null=True, verbose_name="city"),
                ),
                (
                    "city_ru",
                    models.CharField(blank=True, max_length=120, null=True, verbose_name="city"),
                ),
                (
                    "city_et",
                    models.CharField(blank=True, max_length=120, null=True, verbose_name="city"),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True,
                        choices=forum.records.countries.country_choices,
                        max_length=2,
                        verbose_name="country",
                    ),
                ),
                (
                    "amount",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=18,
                        null=True,
                        verbose_name="amount",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        help_text="For example: students, USD.",
                        max_length=60,
                        verbose_name="unit",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agreements.agreement",
                        verbose_name="agreement",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="forum.event",
                        verbose_name="event",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical outcome",
                "verbose_name_plural": "historical outcomes",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalParty",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "name_as_printed",
                    models.CharField(
                        blank=True,
                        help_text="If the document names it in another way, or it is in no list yet.",
                        max_length=300,
                        verbose_name="name as printed",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        help_text="For example: School of Engineering.",
                        max_length=200,
                        verbose_name="unit",
                    ),
                ),
                (
                    "unit_en",
                    models.CharField(
                        blank=True,
                        help_text="For example: School of Engineering.",
                        max_length=200,
                        null=True,
                        verbose_name="unit",
                    ),
                ),
                (
                    "unit_kk",
                    models.CharField(
                        blank=True,
                        help_text="For example: School of Engineering.",
                        max_length=200,
                        null=True,
                        verbose_name="unit",
                    ),
                ),
                (
                    "unit_ru",
                    models.CharField(
                        blank=True,
                        help_text="For example: School of Engineering.",
                        max_length=200,
                        null=True,
                        verbose_name="unit",
                    ),
                ),
                (
                    "unit_et",
                    models.CharField(
                        blank=True,
                        help_text="For example: School of Engineering.",
                        max_length=200,
                        null=True,
                        verbose_name="unit",
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True,
                        choices=forum.records.countries.country_choices,
                        help_text="The side that it represents, if not the country it stands in.",
                        max_length=2,
                        verbose_name="country",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("party", "party"),
                            ("beneficiary", "beneficiary"),
                            ("depositary", "depositary"),
                        ],
                        default="party",
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                (
                    "reference",
                    models.CharField(
                        blank=True,
                        help_text="Its own number for the document.",
                        max_length=100,
                        verbose_name="its reference",
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="Order in the list: 0 comes before 1, 1 before 2.",
                        verbose_name="position",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agreements.agreement",
                        verbose_name="agreement",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="delegations.institution",
                        verbose_name="institution",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical party",
                "verbose_name_plural": "historical parties",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalText",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("authentic", "authentic text"),
                            ("translation", "translation"),
                            ("certified_copy", "certified copy"),
                            ("annex", "annex"),
                            ("draft", "draft"),
                        ],
                        default="authentic",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        help_text="A language tag, for example: kk, ru, et, en, pl, uz-Cyrl.",
                        max_length=20,
                        validators=[forum.records.languages.validate_tag],
                        verbose_name="language",
                    ),
                ),
                (
                    "prevails",
                    models.BooleanField(
                        default=False,
                        help_text="This language decides if the texts differ.",
                        verbose_name="prevails",
                    ),
                ),
                ("file", models.TextField(blank=True, max_length=100, verbose_name="file")),
                ("url", models.URLField(blank=True, max_length=500, verbose_name="link")),
                (
                    "sha256",
                    models.CharField(
                        blank=True, editable=False, max_length=64, verbose_name="SHA-256"
                    ),
                ),
                (
                    "is_public",
                    models.BooleanField(
                        default=False,
                        help_text="Visitors see only public texts.",
                        verbose_name="public",
                    ),
                ),
                (
                    "original_location",
                    models.CharField(
                        blank=True,
                        help_text="For example: archive of the ministry, file 12-4/2025.",
                        max_length=200,
                        verbose_name="where the original is",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agreements.agreement",
                        verbose_name="agreement",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical text",
                "verbose_name_plural": "historical texts",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Outcome",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("approved", "approval"),
                            ("ratified", "ratification"),
                            ("denounced", "denunciation"),
                            ("founded", "institution founded"),
                            ("branch_opened", "branch opened"),
                            ("foundation_stone", "foundation stone laid"),
                            ("award", "award or honour"),
                            ("scholarship", "scholarship"),
                            ("gift", "gift"),
                            ("working_group", "working group"),
                            ("next_meeting", "next meeting"),
                            ("mobility", "mobility"),
                            ("visit", "visit"),
                            ("publication", "publication"),
                            ("programme_intake", "programme intake"),
                            ("deals", "business deals"),
                            ("culture", "exhibition, concert or other cultural result"),
                            ("other", "other outcome"),
                        ],
                        default="other",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        help_text="For example: Branch of the university opened.",
                        max_length=300,
                        verbose_name="title",
                    ),
                ),
                (
                    "title_en",
                    models.CharField(
                        blank=True,
                        help_text="For example: Branch of the university opened.",
                        max_length=300,
                        null=True,
                        verbose_name="title",
                    ),
                ),
                (
                    "title_kk",
                    models.CharField(
                        blank=True,
                        help_text="For example: Branch of the university opened.",
                        max_length=300,
                        null=True,
                        verbose_name="title",
                    ),
                ),
                (
                    "title_ru",
                    models.CharField(
                        blank=True,
                        help_text="For example: Branch of the university opened.",
                        max_length=300,
                        null=True,
                        verbose_name="title",
                    ),
                ),
                (
                    "title_et",
                    models.CharField(
                        blank=True,
                        help_text="For example: Branch of the university opened.",
                        max_length=300,
                        null=True,
                        verbose_name="title",
                    ),
                ),
                ("happened_on", models.DateField(blank=True, null=True, verbose_name="date")),
                (
                    "happened_on_precision",
                    models.CharField(
                        choices=[
                            ("day", "exact day"),
                            ("month", "month only"),
                            ("year", "year only"),
                            ("unknown", "it happened, the date is not known"),
                        ],
                        default="day",
                        help_text="For “August 2016” enter any day of that month and choose “month only”.",
                        max_length=7,
                        verbose_name="how exact",
                    ),
                ),
                ("city", models.CharField(blank=True, max_length=120, verbose_name="city")),
                (
                    "city_en",
                    models.CharField(blank=True, max_length=120, null=True, verbose_name="city"),
                ),
                (
                    "city_kk",
                    models.CharField(blank=True, max_length=120, null=True, verbose_name="city"),
                ),
                (
                    "city_ru",
                    models.CharField(blank=True, max_length=120, null=True, verbose_name="city"),
                ),
                (
                    "city_et",
                    models.CharField(blank=True, max_length=120, null=True, verbose_name="city"),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True,
                        choices=forum.records.countries.country_choices,
                        max_length=2,
                        verbose_name="country",
                    ),
                ),
                (
                    "amount",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=18,
                        null=True,
                        verbose_name="amount",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        help_text="For example: students, USD.",
                        max_length=60,
                        verbose_name="unit",
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="outcomes",
                        to="agreements.agreement",
                        verbose_name="agreement",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="outcomes",
                        to="forum.event",
                        verbose_name="event",
                    ),
                ),
            ],
            options={
                "verbose_name": "outcome",
                "verbose_name_plural": "outcomes",
                "ordering": ["-happened_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("title_en__gt", ""), ("title_en__isnull", False)),
                            models.Q(("title_kk__gt", ""), ("title_kk__isnull", False)),
                            models.Q(("title_ru__gt", ""), ("title_ru__isnull", False)),
                            models.Q(("title_et__gt", ""), ("title_et__isnull", False)),
                            _connector="OR",
                        ),
                        name="agreements_outcome_title_in_some_language",
                        violation_error_message="Give the title in at least one language.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "approved",
                                    "ratified",
                                    "denounced",
                                    "founded",
                                    "branch_opened",
                                    "foundation_stone",
                                    "award",
                                    "scholarship",
                                    "gift",
                                    "working_group",
                                    "next_meeting",
                                    "mobility",
                                    "visit",
                                    "publication",
                                    "programme_intake",
                                    "deals",
                                    "culture",
                                    "other",
                                    "",
                                ],
                            )
                        ),
                        name="agreements_outcome_kind_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("happened_on_precision__in", ["day", "month", "year", "unknown", ""])
                        ),
                        name="agreements_outcome_happened_on_precision_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("happened_on_precision", "unknown"), _negated=True),
                            ("happened_on__isnull", True),
                            _connector="OR",
                        ),
                        name="agreements_outcome_happened_on_not_if_unknown",
                        violation_error_message="Leave the date empty if it is not known, or say how exact it is.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("event__isnull", False), ("agreement__isnull", False), _connector="OR"
                        ),
                        name="agreements_outcome_has_cause",
                        violation_error_message="Give the event or the agreement that it comes from.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalOutcomeRole",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.CharField(
                        blank=True,
                        help_text="As held on that day, for example: Deputy Minister of Education and Research.",
                        max_length=300,
                        verbose_name="office on this occasion",
                    ),
                ),
                (
                    "office_en",
                    models.CharField(
                        blank=True,
                        help_text="As held on that day, for example: Deputy Minister of Education and Research.",
                        max_length=300,
                        null=True,
                        verbose_name="office on this occasion",
                    ),
                ),
                (
                    "office_kk",
                    models.CharField(
                        blank=True,
                        help_text="As held on that day, for example: Deputy Minister of Education and Research.",
                        max_length=300,
                        null=True,
                        verbose_name="office on this occasion",
                    ),
                ),
                (
                    "office_ru",
                    models.CharField(
                        blank=True,
                        help_text="As held on that day, for example: Deputy Minister of Education and Research.",
                        max_length=300,
                        null=True,
                        verbose_name="office on this occasion",
                    ),
                ),
                (
                    "office_et",
                    models.CharField(
                        blank=True,
                        help_text="As held on that day, for example: Deputy Minister of Education and Research.",
                        max_length=300,
                        null=True,
                        verbose_name="office on this occasion",
                    ),
                ),
                (
                    "name_as_printed",
                    models.CharField(
                        blank=True,
                        help_text="If the programme or document spells the name in another way. Visitors see it even if the official is not published.",
                        max_length=200,
                        verbose_name="name as printed",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("recipient", "recipient"),
                            ("conferred_by", "conferred by"),
                            ("opened_by", "opened by"),
                            ("founded", "founded"),
                            ("decided_by", "decided by"),
                            ("member", "member"),
                        ],
                        default="recipient",
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="Order in the list: 0 comes before 1, 1 before 2.",
                        verbose_name="position",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "appointment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Fills in official, institution, office and rank where they are left empty.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="delegations.appointment",
                        verbose_name="in the office held",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="delegations.institution",
                        verbose_name="for the institution",
                    ),
                ),
                (
                    "official",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Leave empty for somebody known only by office, such as “the rector”.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="delegations.official",
                        verbose_name="official",
                    ),
                ),
                (
                    "on_behalf_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Whose message is read, or in whose stead the person acts or signs.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="delegations.official",
                        verbose_name="on behalf of",
                    ),
                ),
                (
                    "rank",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="delegations.officerank",
                        verbose_name="rank",
                    ),
                ),
                (
                    "outcome",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agreements.outcome",
                        verbose_name="outcome",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical role in an outcome",
                "verbose_name_plural": "historical roles in outcomes",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="historicalcommitment",
            name="fulfilled_by_outcome",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="agreements.outcome",
                verbose_name="fulfilled by outcome",
            ),
        ),
        migrations.AddField(
            model_name="commitment",
            name="fulfilled_by_outcome",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="fulfils",
                to="agreements.outcome",
                verbose_name="fulfilled by outcome",
            ),
        ),
        migrations.CreateModel(
            name="OutcomeRole",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.CharField(
                        blank=True,
                        help_text="As held on that day, for example: Deputy Minister of Education and Research.",
                        max_length=300,
                        verbose_name="office on this occasion",
                    ),
                ),
                (
                    "office_en",
                    models.CharField(
                        blank=True,
                        help_text="As held on that day, for example: Deputy Minister of Education and Research.",
                        max_length=300,
                        null=True,
                        verbose_name="office on this occasion",
                    ),
                ),
                (
                    "office_kk",
                    models.CharField(
                        blank=True,
                        help_text="As held on that day, for example: Deputy Minister of Education and Research.",
                        max_length=300,
                        null=True,
                        verbose_name="office on this occasion",
                    ),
                ),
                (
                    "office_ru",
                    models.CharField(
                        blank=True,
                        help_text="As held on that day, for example: Deputy Minister of Education and Research.",
                        max_length=300,
                        null=True,
                        verbose_name="office on this occasion",
                    ),
                ),
                (
                    "office_et",
                    models.CharField(
                        blank=True,
                        help_text="As held on that day, for example: Deputy Minister of Education and Research.",
                        max_length=300,
                        null=True,
                        verbose_name="office on this occasion",
                    ),
                ),
                (
                    "name_as_printed",
                    models.CharField(
                        blank=True,
                        help_text="If the programme or document spells the name in another way. Visitors see it even if the official is not published.",
                        max_length=200,
                        verbose_name="name as printed",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("recipient", "recipient"),
                            ("conferred_by", "conferred by"),
                            ("opened_by", "opened by"),
                            ("founded", "founded"),
                            ("decided_by", "decided by"),
                            ("member", "member"),
                        ],
                        default="recipient",
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="Order in the list: 0 comes before 1, 1 before 2.",
                        verbose_name="position",
                    ),
                ),
                (
                    "appointment",
                    models.ForeignKey(
                        blank=True,
                        help_text="Fills in official, institution, office and rank where they are left empty.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="as_%(class)s",
                        to="delegations.appointment",
                        verbose_name="in the office held",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="as_%(class)s",
                        to="delegations.institution",
                        verbose_name="for the institution",
                    ),
                ),
                (
                    "official",
                    models.ForeignKey(
                        blank=True,
                        help_text="Leave empty for somebody known only by office, such as “the rector”.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="as_%(class)s",
                        to="delegations.official",
                        verbose_name="official",
                    ),
                ),
                (
                    "on_behalf_of",
                    models.ForeignKey(
                        blank=True,
                        help_text="Whose message is read, or in whose stead the person acts or signs.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="represented_by_%(class)s",
                        to="delegations.official",
                        verbose_name="on behalf of",
                    ),
                ),
                (
                    "outcome",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="roles",
                        to="agreements.outcome",
                        verbose_name="outcome",
                    ),
                ),
                (
                    "rank",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="as_%(class)s",
                        to="delegations.officerank",
                        verbose_name="rank",
                    ),
                ),
            ],
            options={
                "verbose_name": "role in an outcome",
                "verbose_name_plural": "roles in outcomes",
                "ordering": ["outcome", "position", "pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("official__isnull", False),
                            ("institution__isnull", False),
                            ("name_as_printed__gt", ""),
                            models.Q(("office_en__gt", ""), ("office_en__isnull", False)),
                            models.Q(("office_kk__gt", ""), ("office_kk__isnull", False)),
                            models.Q(("office_ru__gt", ""), ("office_ru__isnull", False)),
                            models.Q(("office_et__gt", ""), ("office_et__isnull", False)),
                            _connector="OR",
                        ),
                        name="agreements_outcomerole_is_somebody",
                        violation_error_message="Say who it is: an official, an institution, an office or a printed name.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                [
                                    "recipient",
                                    "conferred_by",
                                    "opened_by",
                                    "founded",
                                    "decided_by",
                                    "member",
                                    "",
                                ],
                            )
                        ),
                        name="agreements_outcomerole_role_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Party",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name_as_printed",
                    models.CharField(
                        blank=True,
                        help_text="If the document names it in another way, or it is in no list yet.",
                        max_length=300,
                        verbose_name="name as printed",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        help_text="For example: School of Engineering.",
                        max_length=200,
                        verbose_name="unit",
                    ),
                ),
                (
                    "unit_en",
                    models.CharField(
                        blank=True,
                        help_text="For example: School of Engineering.",
                        max_length=200,
                        null=True,
                        verbose_name="unit",
                    ),
                ),
                (
                    "unit_kk",
                    models.CharField(
                        blank=True,
                        help_text="For example: School of Engineering.",
                        max_length=200,
                        null=True,
                        verbose_name="unit",
                    ),
                ),
                (
                    "unit_ru",
                    models.CharField(
                        blank=True,
                        help_text="For example: School of Engineering.",
                        max_length=200,
                        null=True,
                        verbose_name="unit",
                    ),
                ),
                (
                    "unit_et",
                    models.CharField(
                        blank=True,
                        help_text="For example: School of Engineering.",
                        max_length=200,
                        null=True,
                        verbose_name="unit",
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True,
                        choices=forum.records.countries.country_choices,
                        help_text="The side that it represents, if not the country it stands in.",
                        max_length=2,
                        verbose_name="country",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("party", "party"),
                            ("beneficiary", "beneficiary"),
                            ("depositary", "depositary"),
                        ],
                        default="party",
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                (
                    "reference",
                    models.CharField(
                        blank=True,
                        help_text="Its own number for the document.",
                        max_length=100,
                        verbose_name="its reference",
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="Order in the list: 0 comes before 1, 1 before 2.",
                        verbose_name="position",
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parties",
                        to="agreements.agreement",
                        verbose_name="agreement",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parties",
                        to="delegations.institution",
                        verbose_name="institution",
                    ),
                ),
            ],
            options={
                "verbose_name": "party",
                "verbose_name_plural": "parties",
                "ordering": ["agreement", "position", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("role__in", ["party", "beneficiary", "depositary", ""])
                        ),
                        name="agreements_party_role_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("institution__isnull", False),
                            models.Q(("name_as_printed", ""), _negated=True),
                            models.Q(("country", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="agreements_party_is_somebody",
                        violation_error_message="Give an institution, a printed name or a country.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalSignatory",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.CharField(
                        blank=True,
                        help_text="As held on that day, for example: Deputy Minister of Education and Research.",
                        max_length=300,
                        verbose_name="office on this occasion",
                    ),
                ),
                (
                    "office_en",
                    models.CharField(
                        blank=True,
                        help_text="As held on that day, for example: Deputy Minister of Education and Research.",
                        max_length=300,
                        null=True,
                        verbose_name="office on this occasion",
                    ),
                ),
                (
                    "office_kk",
                    models.CharField(
                        blank=True,
                        help_text="As held on that day, for example: Deputy Minister of Education and Research.",
                        max_length=300,
                        null=True,
                        verbose_name="office on this occasion",
                    ),
                ),
                (
                    "office_ru",
                    models.CharField(
                        blank=True,
                        help_text="As held on that day, for example: Deputy Minister of Education and Research.",
                        max_length=300,
                        null=True,
                        verbose_name="office on this occasion",
                    ),
                ),
                (
                    "office_et",
                    models.CharField(
                        blank=True,
                        help_text="As held on that day, for example: Deputy Minister of Education and Research.",
                        max_length=300,
                        null=True,
                        verbose_name="office on this occasion",
                    ),
                ),
                (
                    "name_as_printed",
                    models.CharField(
                        blank=True,
                        help_text="If the programme or document spells the name in another way. Visitors see it even if the official is not published.",
                        max_length=200,
                        verbose_name="name as printed",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("signs", "signed"),
                            ("exchanges", "exchanged"),
                            ("approves", "approved"),
                            ("witnesses", "witnessed"),
                            ("present", "was present"),
                        ],
                        default="signs",
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                (
                    "signed_on",
                    models.DateField(
                        blank=True,
                        help_text="If not on the document's own day.",
                        null=True,
                        verbose_name="signed on",
                    ),
                ),
                (
                    "signed_on_precision",
                    models.CharField(
                        choices=[
                            ("day", "exact day"),
                            ("month", "month only"),
                            ("year", "year only"),
                            ("unknown", "it happened, the date is not known"),
                        ],
                        default="day",
                        help_text="For “August 2016” enter any day of that month and choose “month only”.",
                        max_length=7,
                        verbose_name="how exact",
                    ),
                ),
                (
                    "city",
                    models.CharField(
                        blank=True,
                        help_text="If not at the document's own place.",
                        max_length=120,
                        verbose_name="place",
                    ),
                ),
                (
                    "city_en",
                    models.CharField(
                        blank=True,
                        help_text="If not at the document's own place.",
                        max_length=120,
                        null=True,
                        verbose_name="place",
                    ),
                ),
                (
                    "city_kk",
                    models.CharField(
                        blank=True,
                        help_text="If not at the document's own place.",
                        max_length=120,
                        null=True,
                        verbose_name="place",
                    ),
                ),
                (
                    "city_ru",
                    models.CharField(
                        blank=True,
                        help_text="If not at the document's own place.",
                        max_length=120,
                        null=True,
                        verbose_name="place",
                    ),
                ),
                (
                    "city_et",
                    models.CharField(
                        blank=True,
                        help_text="If not at the document's own place.",
                        max_length=120,
                        null=True,
                        verbose_name="place",
                    ),
                ),
                (
                    "authority",
                    models.CharField(
                        blank=True,
                        choices=[
                            (
                                "office",
                                "by virtue of the office (Vienna Convention on the Law of Treaties, art. 7)",
                            ),
                            ("full_powers", "full powers"),
                            ("delegated", "by delegation or power of attorney"),
                        ],
                        help_text="By what right the person signs. Empty: not stated.",
                        max_length=20,
                        verbose_name="authority",
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="Order in the list: 0 comes before 1, 1 before 2.",
                        verbose_name="position",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agreements.agreement",
                        verbose_name="agreement",
                    ),
                ),
                (
                    "appointment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Fills in official, institution, office and rank where they are left empty.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="delegations.appointment",
                        verbose_name="in the office held",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="delegations.institution",
                        verbose_name="for the institution",
                    ),
                ),
                (
                    "official",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Leave empty for somebody known only by office, such as “the rector”.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="delegations.official",
                        verbose_name="official",
                    ),
                ),
                (
                    "on_behalf_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Whose message is read, or in whose stead the person acts or signs.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="delegations.official",
                        verbose_name="on behalf of",
                    ),
                ),
                (
                    "rank",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="delegations.officerank",
                        verbose_name="rank",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Save new parties first, then choose. Empty for witnesses.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agreements.party",
                        verbose_name="for the party",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical signatory",
                "verbose_name_plural": "historical signatories",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalProvision",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="text")),
                ("text_en", models.TextField(blank=True, null=True, verbose_name="text")),
                ("text_kk", models.TextField(blank=True, null=True, verbose_name="text")),
                ("text_ru", models.TextField(blank=True, null=True, verbose_name="text")),
                ("text_et", models.TextField(blank=True, null=True, verbose_name="text")),
                (
                    "amount",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="50",
                        max_digits=18,
                        null=True,
                        verbose_name="amount",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        help_text="For example: students a year, EUR.",
                        max_length=60,
                        verbose_name="unit",
                    ),
                ),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="from day")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until day")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agreements.agreement",
                        verbose_name="agreement",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="forum.topic",
                        verbose_name="field of cooperation",
                    ),
                ),
                (
                    "from_party",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agreements.party",
                        verbose_name="from",
                    ),
                ),
                (
                    "to_party",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agreements.party",
                        verbose_name="to",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical provision",
                "verbose_name_plural": "historical provisions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Provision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="text")),
                ("text_en", models.TextField(blank=True, null=True, verbose_name="text")),
                ("text_kk", models.TextField(blank=True, null=True, verbose_name="text")),
                ("text_ru", models.TextField(blank=True, null=True, verbose_name="text")),
                ("text_et", models.TextField(blank=True, null=True, verbose_name="text")),
                (
                    "amount",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="50",
                        max_digits=18,
                        null=True,
                        verbose_name="amount",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        help_text="For example: students a year, EUR.",
                        max_length=60,
                        verbose_name="unit",
                    ),
                ),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="from day")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until day")),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="provisions",
                        to="agreements.agreement",
                        verbose_name="agreement",
                    ),
                ),
                (
                    "from_party",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="gives",
                        to="agreements.party",
                        verbose_name="from",
                    ),
                ),
                (
                    "to_party",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="receives",
                        to="agreements.party",
                        verbose_name="to",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="provisions",
                        to="forum.topic",
                        verbose_name="field of cooperation",
                    ),
                ),
            ],
            options={
                "verbose_name": "provision",
                "verbose_name_plural": "provisions",
                "ordering": ["agreement", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="agreements_provision_ends_on_not_before_starts_on",
                        violation_error_message="The end cannot be before the start.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("topic__isnull", False),
                            models.Q(("text_en__gt", ""), ("text_en__isnull", False)),
                            models.Q(("text_kk__gt", ""), ("text_kk__isnull", False)),
                            models.Q(("text_ru__gt", ""), ("text_ru__isnull", False)),
                            models.Q(("text_et__gt", ""), ("text_et__isnull", False)),
                            _connector="OR",
                        ),
                        name="agreements_provision_says_something",
                        violation_error_message="Give a field of cooperation or a text.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Signatory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.CharField(
                        blank=True,
                        help_text="As held on that day, for example: Deputy Minister of Education and Research.",
                        max_length=300,
                        verbose_name="office on this occasion",
                    ),
                ),
                (
                    "office_en",
                    models.CharField(
                        blank=True,
                        help_text="As held on that day, for example: Deputy Minister of Education and Research.",
                        max_length=300,
                        null=True,
                        verbose_name="office on this occasion",
                    ),
                ),
                (
                    "office_kk",
                    models.CharField(
                        blank=True,
                        help_text="As held on that day, for example: Deputy Minister of Education and Research.",
                        max_length=300,
                        null=True,
                        verbose_name="office on this occasion",
                    ),
                ),
                (
                    "office_ru",
                    models.CharField(
                        blank=True,
                        help_text="As held on that day, for example: Deputy Minister of Education and Research.",
                        max_length=300,
                        null=True,
                        verbose_name="office on this occasion",
                    ),
                ),
                (
                    "office_et",
                    models.CharField(
                        blank=True,
                        help_text="As held on that day, for example: Deputy Minister of Education and Research.",
                        max_length=300,
                        null=True,
                        verbose_name="office on this occasion",
                    ),
                ),
                (
                    "name_as_printed",
                    models.CharField(
                        blank=True,
                        help_text="If the programme or document spells the name in another way. Visitors see it even if the official is not published.",
                        max_length=200,
                        verbose_name="name as printed",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("signs", "signed"),
                            ("exchanges", "exchanged"),
                            ("approves", "approved"),
                            ("witnesses", "witnessed"),
                            ("present", "was present"),
                        ],
                        default="signs",
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                (
                    "signed_on",
                    models.DateField(
                        blank=True,
                        help_text="If not on the document's own day.",
                        null=True,
                        verbose_name="signed on",
                    ),
                ),
                (
                    "signed_on_precision",
                    models.CharField(
                        choices=[
                            ("day", "exact day"),
                            ("month", "month only"),
                            ("year", "year only"),
                            ("unknown", "it happened, the date is not known"),
                        ],
                        default="day",
                        help_text="For “August 2016” enter any day of that month and choose “month only”.",
                        max_length=7,
                        verbose_name="how exact",
                    ),
                ),
                (
                    "city",
                    models.CharField(
                        blank=True,
                        help_text="If not at the document's own place.",
                        max_length=120,
                        verbose_name="place",
                    ),
                ),
                (
                    "city_en",
                    models.CharField(
                        blank=True,
                        help_text="If not at the document's own place.",
                        max_length=120,
                        null=True,
                        verbose_name="place",
                    ),
                ),
                (
                    "city_kk",
                    models.CharField(
                        blank=True,
                        help_text="If not at the document's own place.",
                        max_length=120,
                        null=True,
                        verbose_name="place",
                    ),
                ),
                (
                    "city_ru",
                    models.CharField(
                        blank=True,
                        help_text="If not at the document's own place.",
                        max_length=120,
                        null=True,
                        verbose_name="place",
                    ),
                ),
                (
                    "city_et",
                    models.CharField(
                        blank=True,
                        help_text="If not at the document's own place.",
                        max_length=120,
                        null=True,
                        verbose_name="place",
                    ),
                ),
                (
                    "authority",
                    models.CharField(
                        blank=True,
                        choices=[
                            (
                                "office",
                                "by virtue of the office (Vienna Convention on the Law of Treaties, art. 7)",
                            ),
                            ("full_powers", "full powers"),
                            ("delegated", "by delegation or power of attorney"),
                        ],
                        help_text="By what right the person signs. Empty: not stated.",
                        max_length=20,
                        verbose_name="authority",
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="Order in the list: 0 comes before 1, 1 before 2.",
                        verbose_name="position",
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="signatories",
                        to="agreements.agreement",
                        verbose_name="agreement",
                    ),
                ),
                (
                    "appointment",
                    models.ForeignKey(
                        blank=True,
                        help_text="Fills in official, institution, office and rank where they are left empty.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="as_%(class)s",
                        to="delegations.appointment",
                        verbose_name="in the office held",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="as_%(class)s",
                        to="delegations.institution",
                        verbose_name="for the institution",
                    ),
                ),
                (
                    "official",
                    models.ForeignKey(
                        blank=True,
                        help_text="Leave empty for somebody known only by office, such as “the rector”.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="as_%(class)s",
                        to="delegations.official",
                        verbose_name="official",
                    ),
                ),
                (
                    "on_behalf_of",
                    models.ForeignKey(
                        blank=True,
                        help_text="Whose message is read, or in whose stead the person acts or signs.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="represented_by_%(class)s",
                        to="delegations.official",
                        verbose_name="on behalf of",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        blank=True,
                        help_text="Save new parties first, then choose. Empty for witnesses.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="signatories",
                        to="agreements.party",
                        verbose_name="for the party",
                    ),
                ),
                (
                    "rank",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="as_%(class)s",
                        to="delegations.officerank",
                        verbose_name="rank",
                    ),
                ),
            ],
            options={
                "verbose_name": "signatory",
                "verbose_name_plural": "signatories",
                "ordering": ["agreement", "position", "pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("official__isnull", False),
                            ("institution__isnull", False),
                            ("name_as_printed__gt", ""),
                            models.Q(("office_en__gt", ""), ("office_en__isnull", False)),
                            models.Q(("office_kk__gt", ""), ("office_kk__isnull", False)),
                            models.Q(("office_ru__gt", ""), ("office_ru__isnull", False)),
                            models.Q(("office_et__gt", ""), ("office_et__isnull", False)),
                            _connector="OR",
                        ),
                        name="agreements_signatory_is_somebody",
                        violation_error_message="Say who it is: an official, an institution, an office or a printed name.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                ["signs", "exchanges", "approves", "witnesses", "present", ""],
                            )
                        ),
                        name="agreements_signatory_role_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("authority__in", ["office", "full_powers", "delegated", ""])
                        ),
                        name="agreements_signatory_authority_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("signed_on_precision__in", ["day", "month", "year", "unknown", ""])
                        ),
                        name="agreements_signatory_signed_on_precision_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_on_precision", "unknown"), _negated=True),
                            ("signed_on__isnull", True),
                            _connector="OR",
                        ),
                        name="agreements_signatory_signed_on_not_if_unknown",
                        violation_error_message="Leave the date empty if it is not known, or say how exact it is.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("party__isnull", True),
                            models.Q(("role__in", ("witnesses", "present")), _negated=True),
                            _connector="OR",
                        ),
                        name="agreements_signatory_witness_for_nobody",
                        violation_error_message="A witness acts for no party.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalAgreementCitation",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "field",
                    models.CharField(
                        blank=True,
                        help_text="Which fact, for example: kind of visit. Empty: the record as a whole.",
                        max_length=60,
                        verbose_name="fact",
                    ),
                ),
                (
                    "as_printed",
                    models.CharField(
                        blank=True,
                        help_text="What the source says, word for word.",
                        max_length=500,
                        verbose_name="as printed",
                    ),
                ),
                (
                    "claim",
                    models.CharField(
                        choices=[
                            ("announced", "announced beforehand"),
                            ("reported", "reported afterwards"),
                        ],
                        default="reported",
                        max_length=20,
                        verbose_name="claim",
                    ),
                ),
                (
                    "is_preferred",
                    models.BooleanField(
                        default=False,
                        help_text="The record follows this source.",
                        verbose_name="preferred",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="note")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agreements.agreement",
                        verbose_name="agreement",
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agreements.commitment",
                        verbose_name="commitment",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="forum.source",
                        verbose_name="source",
                    ),
                ),
                (
                    "outcome",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agreements.outcome",
                        verbose_name="outcome",
                    ),
                ),
                (
                    "signatory",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agreements.signatory",
                        verbose_name="signatory",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical citation about agreements",
                "verbose_name_plural": "historical citations about agreements",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="AgreementCitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "field",
                    models.CharField(
                        blank=True,
                        help_text="Which fact, for example: kind of visit. Empty: the record as a whole.",
                        max_length=60,
                        verbose_name="fact",
                    ),
                ),
                (
                    "as_printed",
                    models.CharField(
                        blank=True,
                        help_text="What the source says, word for word.",
                        max_length=500,
                        verbose_name="as printed",
                    ),
                ),
                (
                    "claim",
                    models.CharField(
                        choices=[
                            ("announced", "announced beforehand"),
                            ("reported", "reported afterwards"),
                        ],
                        default="reported",
                        max_length=20,
                        verbose_name="claim",
                    ),
                ),
                (
                    "is_preferred",
                    models.BooleanField(
                        default=False,
                        help_text="The record follows this source.",
                        verbose_name="preferred",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="note")),
                (
                    "agreement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="agreements.agreement",
                        verbose_name="agreement",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="forum.source",
                        verbose_name="source",
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="agreements.commitment",
                        verbose_name="commitment",
                    ),
                ),
                (
                    "outcome",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="agreements.outcome",
                        verbose_name="outcome",
                    ),
                ),
                (
                    "signatory",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="agreements.signatory",
                        verbose_name="signatory",
                    ),
                ),
            ],
            options={
                "verbose_name": "citation about agreements",
                "verbose_name_plural": "citations about agreements",
                "ordering": ["field", "-is_preferred", "pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("claim__in", ["announced", "reported", ""])),
                        name="agreements_agreementcitation_claim_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("agreement__isnull", False),
                                ("commitment__isnull", True),
                                ("outcome__isnull", True),
                                ("signatory__isnull", True),
                            ),
                            models.Q(
                                ("agreement__isnull", True),
                                ("commitment__isnull", True),
                                ("outcome__isnull", True),
                                ("signatory__isnull", False),
                            ),
                            models.Q(
                                ("agreement__isnull", True),
                                ("commitment__isnull", True),
                                ("outcome__isnull", False),
                                ("signatory__isnull", True),
                            ),
                            models.Q(
                                ("agreement__isnull", True),
                                ("commitment__isnull", False),
                                ("outcome__isnull", True),
                                ("signatory__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="agreements_agreementcitation_one_subject",
                        violation_error_message="Give exactly one record that it is about.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Text",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("authentic", "authentic text"),
                            ("translation", "translation"),
                            ("certified_copy", "certified copy"),
                            ("annex", "annex"),
                            ("draft", "draft"),
                        ],
                        default="authentic",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        help_text="A language tag, for example: kk, ru, et, en, pl, uz-Cyrl.",
                        max_length=20,
                        validators=[forum.records.languages.validate_tag],
                        verbose_name="language",
                    ),
                ),
                (
                    "prevails",
                    models.BooleanField(
                        default=False,
                        help_text="This language decides if the texts differ.",
                        verbose_name="prevails",
                    ),
                ),
                (
                    "file",
                    models.FileField(
                        blank=True,
                        storage=forum.records.storage.private_storage,
                        upload_to=agreements.uploads.text_path,
                        verbose_name="file",
                    ),
                ),
                ("url", models.URLField(blank=True, max_length=500, verbose_name="link")),
                (
                    "sha256",
                    models.CharField(
                        blank=True, editable=False, max_length=64, verbose_name="SHA-256"
                    ),
                ),
                (
                    "is_public",
                    models.BooleanField(
                        default=False,
                        help_text="Visitors see only public texts.",
                        verbose_name="public",
                    ),
                ),
                (
                    "original_location",
                    models.CharField(
                        blank=True,
                        help_text="For example: archive of the ministry, file 12-4/2025.",
                        max_length=200,
                        verbose_name="where the original is",
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="texts",
                        to="agreements.agreement",
                        verbose_name="agreement",
                    ),
                ),
            ],
            options={
                "verbose_name": "text",
                "verbose_name_plural": "texts",
                "ordering": ["agreement", "kind", "language", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "authentic",
                                    "translation",
                                    "certified_copy",
                                    "annex",
                                    "draft",
                                    "",
                                ],
                            )
                        ),
                        name="agreements_text_kind_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("file", ""), _negated=True),
                            models.Q(("url", ""), _negated=True),
                            models.Q(("original_location", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="agreements_text_is_somewhere",
                        violation_error_message="Give a file, a link or the place of the original.",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("fulfilled_by_agreement__isnull", True),
                    ("fulfilled_by_outcome__isnull", True),
                    _connector="OR",
                ),
                name="agreements_commitment_fulfilled_once",
                violation_error_message="Name one document or one outcome that fulfils it.",
            ),
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state", "fulfilled"),
                    models.Q(
                        ("fulfilled_by_agreement__isnull", True),
                        ("fulfilled_by_outcome__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="agreements_commitment_proof_only_if_fulfilled",
                violation_error_message="Only a fulfilled commitment names what fulfils it.",
            ),
        ),
    ]
