import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import delegations.models.institution
import forum.records.countries
import forum.records.languages


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "__first__"),
        ("forum", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Delegation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    "name",
                    models.CharField(
                        blank=True,
                        help_text="Only if it has one of its own, for example: Rectors of Estonian universities.",
                        max_length=300,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_en",
                    models.CharField(
                        blank=True,
                        help_text="Only if it has one of its own, for example: Rectors of Estonian universities.",
                        max_length=300,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_kk",
                    models.CharField(
                        blank=True,
                        help_text="Only if it has one of its own, for example: Rectors of Estonian universities.",
                        max_length=300,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_ru",
                    models.CharField(
                        blank=True,
                        help_text="Only if it has one of its own, for example: Rectors of Estonian universities.",
                        max_length=300,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_et",
                    models.CharField(
                        blank=True,
                        help_text="Only if it has one of its own, for example: Rectors of Estonian universities.",
                        max_length=300,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("official", "official"),
                            ("academic", "academic"),
                            ("business", "business"),
                            ("cultural", "cultural"),
                            ("parliamentary", "parliamentary"),
                        ],
                        default="official",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("host", "host"),
                            ("guest", "guest"),
                            ("observer", "observer"),
                            ("organiser", "organiser"),
                            ("partner", "partner"),
                        ],
                        default="guest",
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                (
                    "stated_size",
                    models.CharField(
                        blank=True,
                        help_text="As reported, beside the members named here: “more than 40”.",
                        max_length=200,
                        verbose_name="stated size",
                    ),
                ),
                (
                    "stated_size_en",
                    models.CharField(
                        blank=True,
                        help_text="As reported, beside the members named here: “more than 40”.",
                        max_length=200,
                        null=True,
                        verbose_name="stated size",
                    ),
                ),
                (
                    "stated_size_kk",
                    models.CharField(
                        blank=True,
                        help_text="As reported, beside the members named here: “more than 40”.",
                        max_length=200,
                        null=True,
                        verbose_name="stated size",
                    ),
                ),
                (
                    "stated_size_ru",
                    models.CharField(
                        blank=True,
                        help_text="As reported, beside the members named here: “more than 40”.",
                        max_length=200,
                        null=True,
                        verbose_name="stated size",
                    ),
                ),
                (
                    "stated_size_et",
                    models.CharField(
                        blank=True,
                        help_text="As reported, beside the members named here: “more than 40”.",
                        max_length=200,
                        null=True,
                        verbose_name="stated size",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("invited", "invited"),
                            ("confirmed", "confirmed"),
                            ("attended", "attended"),
                            ("declined", "declined"),
                            ("cancelled", "cancelled"),
                        ],
                        default="confirmed",
                        max_length=20,
                        verbose_name="status",
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
                    "focal_point",
                    models.CharField(
                        blank=True,
                        help_text="Their contact. Never public.",
                        max_length=200,
                        verbose_name="focal point",
                    ),
                ),
                (
                    "liaison",
                    models.CharField(
                        blank=True,
                        help_text="Your colleague. Never public.",
                        max_length=200,
                        verbose_name="liaison officer",
                    ),
                ),
                (
                    "arrival",
                    models.CharField(
                        blank=True,
                        help_text="TK 351, 16 November 04:40. Never public.",
                        max_length=200,
                        verbose_name="arrival",
                    ),
                ),
                (
                    "departure",
                    models.CharField(
                        blank=True,
                        help_text="Never public.",
                        max_length=200,
                        verbose_name="departure",
                    ),
                ),
                (
                    "notes",
                    models.TextField(blank=True, help_text="Never public.", verbose_name="notes"),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delegations",
                        to="forum.event",
                        verbose_name="event",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        help_text="The national delegation that a university's own group belongs to.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="delegations.delegation",
                        verbose_name="part of",
                    ),
                ),
            ],
            options={
                "verbose_name": "delegation",
                "verbose_name_plural": "delegations",
                "ordering": ["event", "position", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "official",
                                    "academic",
                                    "business",
                                    "cultural",
                                    "parliamentary",
                                    "",
                                ],
                            )
                        ),
                        name="delegations_delegation_kind_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("role__in", ["host", "guest", "observer", "organiser", "partner", ""])
                        ),
                        name="delegations_delegation_role_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                ["invited", "confirmed", "attended", "declined", "cancelled", ""],
                            )
                        ),
                        name="delegations_delegation_status_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalInstitution",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        blank=True,
                        help_text="The full name, for example: Tallinn University of Technology.",
                        max_length=300,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_en",
                    models.CharField(
                        blank=True,
                        help_text="The full name, for example: Tallinn University of Technology.",
                        max_length=300,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_kk",
                    models.CharField(
                        blank=True,
                        help_text="The full name, for example: Tallinn University of Technology.",
                        max_length=300,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_ru",
                    models.CharField(
                        blank=True,
                        help_text="The full name, for example: Tallinn University of Technology.",
                        max_length=300,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_et",
                    models.CharField(
                        blank=True,
                        help_text="The full name, for example: Tallinn University of Technology.",
                        max_length=300,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "short_name",
                    models.CharField(
                        blank=True,
                        help_text="For example: TalTech.",
                        max_length=60,
                        verbose_name="short name",
                    ),
                ),
                (
                    "short_name_en",
                    models.CharField(
                        blank=True,
                        help_text="For example: TalTech.",
                        max_length=60,
                        null=True,
                        verbose_name="short name",
                    ),
                ),
                (
                    "short_name_kk",
                    models.CharField(
                        blank=True,
                        help_text="For example: TalTech.",
                        max_length=60,
                        null=True,
                        verbose_name="short name",
                    ),
                ),
                (
                    "short_name_ru",
                    models.CharField(
                        blank=True,
                        help_text="For example: TalTech.",
                        max_length=60,
                        null=True,
                        verbose_name="short name",
                    ),
                ),
                (
                    "short_name_et",
                    models.CharField(
                        blank=True,
                        help_text="For example: TalTech.",
                        max_length=60,
                        null=True,
                        verbose_name="short name",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("university", "university"),
                            ("ministry", "ministry"),
                            ("regulator", "regulator"),
                            ("agency", "agency"),
                            ("association", "association"),
                            ("rectors_council", "council of rectors"),
                            ("academy", "academy of sciences"),
                            ("faculty", "faculty or unit"),
                            ("branch", "branch"),
                            ("student_body", "student body"),
                            ("foundation", "foundation"),
                            ("alliance", "alliance"),
                            ("company", "company"),
                            ("embassy", "embassy"),
                            ("presidential_office", "presidential office"),
                            ("parliament", "parliament"),
                            ("government", "government"),
                            ("city", "city or region"),
                            ("joint_commission", "joint commission"),
                            ("international", "international organisation"),
                            ("institute", "research institute"),
                            ("culture", "library, museum or other place of culture"),
                            ("other", "other institution"),
                        ],
                        default="university",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True,
                        choices=forum.records.countries.country_choices,
                        help_text="Where it stands. A party to an agreement may represent another country.",
                        max_length=2,
                        verbose_name="country",
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
                ("website", models.URLField(blank=True, max_length=500, verbose_name="website")),
                (
                    "domains",
                    models.CharField(
                        blank=True,
                        help_text="Its web domains with spaces between, for example: taltech.ee ttu.ee.",
                        max_length=300,
                        validators=[delegations.models.institution.validate_domains],
                        verbose_name="domains",
                    ),
                ),
                (
                    "ror_id",
                    models.CharField(
                        blank=True,
                        help_text="From ror.org, without the address: 0443cwa12.",
                        max_length=9,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^0[a-hj-km-np-tv-z0-9]{6}\\d{2}\\Z",
                                "A ROR id looks like 0443cwa12.",
                            )
                        ],
                        verbose_name="ROR id",
                    ),
                ),
                (
                    "wikidata_id",
                    models.CharField(
                        blank=True,
                        max_length=20,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^Q[1-9]\\d*\\Z", "A Wikidata id looks like Q204626."
                            )
                        ],
                        verbose_name="Wikidata id",
                    ),
                ),
                ("founded_on", models.DateField(blank=True, null=True, verbose_name="founded on")),
                (
                    "founded_on_precision",
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
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
                (
                    "closed_on_precision",
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
                ("logo", models.TextField(blank=True, max_length=100, verbose_name="logo")),
                ("logo_width", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                ("logo_height", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                (
                    "description",
                    models.TextField(blank=True, help_text="Markdown.", verbose_name="description"),
                ),
                (
                    "description_en",
                    models.TextField(
                        blank=True, help_text="Markdown.", null=True, verbose_name="description"
                    ),
                ),
                (
                    "description_kk",
                    models.TextField(
                        blank=True, help_text="Markdown.", null=True, verbose_name="description"
                    ),
                ),
                (
                    "description_ru",
                    models.TextField(
                        blank=True, help_text="Markdown.", null=True, verbose_name="description"
                    ),
                ),
                (
                    "description_et",
                    models.TextField(
                        blank=True, help_text="Markdown.", null=True, verbose_name="description"
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
                "verbose_name": "historical institution",
                "verbose_name_plural": "historical institutions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMeeting",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "day",
                    models.DateField(
                        blank=True,
                        help_text="The day of the programme, also for what happens after its midnight.",
                        null=True,
                        verbose_name="day",
                    ),
                ),
                (
                    "starts_at",
                    models.TimeField(
                        blank=True,
                        help_text="Local time of the event, for example 10:00.",
                        null=True,
                        verbose_name="from",
                    ),
                ),
                (
                    "ends_at",
                    models.TimeField(
                        blank=True,
                        help_text="May be unknown. An end earlier than the start is on the next day.",
                        null=True,
                        verbose_name="until",
                    ),
                ),
                (
                    "is_after_midnight",
                    models.BooleanField(
                        default=False,
                        help_text="It starts after midnight but belongs to the programme of the day before.",
                        verbose_name="after midnight",
                    ),
                ),
                ("topic", models.CharField(blank=True, max_length=300, verbose_name="topic")),
                (
                    "topic_en",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="topic"),
                ),
                (
                    "topic_kk",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="topic"),
                ),
                (
                    "topic_ru",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="topic"),
                ),
                (
                    "topic_et",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="topic"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("requested", "requested"),
                            ("accepted", "accepted"),
                            ("scheduled", "scheduled"),
                            ("held", "held"),
                            ("declined", "declined"),
                            ("cancelled", "cancelled"),
                        ],
                        default="requested",
                        max_length=20,
                        verbose_name="status",
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
                    "brief",
                    models.TextField(blank=True, help_text="Never public.", verbose_name="brief"),
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
                    "counterpart",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="delegations.delegation",
                        verbose_name="counterpart",
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
                    "requested_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="delegations.delegation",
                        verbose_name="requested by",
                    ),
                ),
                (
                    "venue",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="forum.venue",
                        verbose_name="venue",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical bilateral meeting",
                "verbose_name_plural": "historical bilateral meetings",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOfficeRank",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        blank=True,
                        help_text="For example: minister.",
                        max_length=120,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_en",
                    models.CharField(
                        blank=True,
                        help_text="For example: minister.",
                        max_length=120,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_kk",
                    models.CharField(
                        blank=True,
                        help_text="For example: minister.",
                        max_length=120,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_ru",
                    models.CharField(
                        blank=True,
                        help_text="For example: minister.",
                        max_length=120,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_et",
                    models.CharField(
                        blank=True,
                        help_text="For example: minister.",
                        max_length=120,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "weight",
                    models.PositiveSmallIntegerField(
                        help_text="The higher number comes first: head of state 100, rector 50.",
                        verbose_name="weight",
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
                "verbose_name": "historical rank",
                "verbose_name_plural": "historical table of precedence",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOfficial",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        blank=True,
                        help_text="As the person is called, in the order usual for it: Sayasat Nurbek.",
                        max_length=200,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_en",
                    models.CharField(
                        blank=True,
                        help_text="As the person is called, in the order usual for it: Sayasat Nurbek.",
                        max_length=200,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_kk",
                    models.CharField(
                        blank=True,
                        help_text="As the person is called, in the order usual for it: Sayasat Nurbek.",
                        max_length=200,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_ru",
                    models.CharField(
                        blank=True,
                        help_text="As the person is called, in the order usual for it: Sayasat Nurbek.",
                        max_length=200,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_et",
                    models.CharField(
                        blank=True,
                        help_text="As the person is called, in the order usual for it: Sayasat Nurbek.",
                        max_length=200,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "sort_name",
                    models.CharField(
                        blank=True,
                        help_text="For example: Nurbek, Sayasat. Leave it empty if you are not sure.",
                        max_length=200,
                        verbose_name="name to sort by",
                    ),
                ),
                (
                    "sort_name_en",
                    models.CharField(
                        blank=True,
                        help_text="For example: Nurbek, Sayasat. Leave it empty if you are not sure.",
                        max_length=200,
                        null=True,
                        verbose_name="name to sort by",
                    ),
                ),
                (
                    "sort_name_kk",
                    models.CharField(
                        blank=True,
                        help_text="For example: Nurbek, Sayasat. Leave it empty if you are not sure.",
                        max_length=200,
                        null=True,
                        verbose_name="name to sort by",
                    ),
                ),
                (
                    "sort_name_ru",
                    models.CharField(
                        blank=True,
                        help_text="For example: Nurbek, Sayasat. Leave it empty if you are not sure.",
                        max_length=200,
                        null=True,
                        verbose_name="name to sort by",
                    ),
                ),
                (
                    "sort_name_et",
                    models.CharField(
                        blank=True,
                        help_text="For example: Nurbek, Sayasat. Leave it empty if you are not sure.",
                        max_length=200,
                        null=True,
                        verbose_name="name to sort by",
                    ),
                ),
                (
                    "honorific",
                    models.CharField(
                        blank=True,
                        help_text="For example: H.E., Prof.",
                        max_length=60,
                        verbose_name="honorific",
                    ),
                ),
                (
                    "honorific_en",
                    models.CharField(
                        blank=True,
                        help_text="For example: H.E., Prof.",
                        max_length=60,
                        null=True,
                        verbose_name="honorific",
                    ),
                ),
                (
                    "honorific_kk",
                    models.CharField(
                        blank=True,
                        help_text="For example: H.E., Prof.",
                        max_length=60,
                        null=True,
                        verbose_name="honorific",
                    ),
                ),
                (
                    "honorific_ru",
                    models.CharField(
                        blank=True,
                        help_text="For example: H.E., Prof.",
                        max_length=60,
                        null=True,
                        verbose_name="honorific",
                    ),
                ),
                (
                    "honorific_et",
                    models.CharField(
                        blank=True,
                        help_text="For example: H.E., Prof.",
                        max_length=60,
                        null=True,
                        verbose_name="honorific",
                    ),
                ),
                (
                    "distinctions",
                    models.CharField(
                        blank=True,
                        help_text="For example: Dr. habil., academician.",
                        max_length=300,
                        verbose_name="degrees and state titles",
                    ),
                ),
                (
                    "distinctions_en",
                    models.CharField(
                        blank=True,
                        help_text="For example: Dr. habil., academician.",
                        max_length=300,
                        null=True,
                        verbose_name="degrees and state titles",
                    ),
                ),
                (
                    "distinctions_kk",
                    models.CharField(
                        blank=True,
                        help_text="For example: Dr. habil., academician.",
                        max_length=300,
                        null=True,
                        verbose_name="degrees and state titles",
                    ),
                ),
                (
                    "distinctions_ru",
                    models.CharField(
                        blank=True,
                        help_text="For example: Dr. habil., academician.",
                        max_length=300,
                        null=True,
                        verbose_name="degrees and state titles",
                    ),
                ),
                (
                    "distinctions_et",
                    models.CharField(
                        blank=True,
                        help_text="For example: Dr. habil., academician.",
                        max_length=300,
                        null=True,
                        verbose_name="degrees and state titles",
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
                    "biography",
                    models.TextField(blank=True, help_text="Markdown.", verbose_name="biography"),
                ),
                (
                    "biography_en",
                    models.TextField(
                        blank=True, help_text="Markdown.", null=True, verbose_name="biography"
                    ),
                ),
                (
                    "biography_kk",
                    models.TextField(
                        blank=True, help_text="Markdown.", null=True, verbose_name="biography"
                    ),
                ),
                (
                    "biography_ru",
                    models.TextField(
                        blank=True, help_text="Markdown.", null=True, verbose_name="biography"
                    ),
                ),
                (
                    "biography_et",
                    models.TextField(
                        blank=True, help_text="Markdown.", null=True, verbose_name="biography"
                    ),
                ),
                ("photo", models.TextField(blank=True, max_length=100, verbose_name="photo")),
                ("photo_width", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                (
                    "photo_height",
                    models.PositiveIntegerField(blank=True, editable=False, null=True),
                ),
                (
                    "photo_credit",
                    models.CharField(blank=True, max_length=200, verbose_name="photo credit"),
                ),
                (
                    "orcid",
                    models.CharField(
                        blank=True,
                        max_length=19,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]\\Z",
                                "An ORCID looks like 0000-0002-1825-0097.",
                            )
                        ],
                        verbose_name="ORCID",
                    ),
                ),
                (
                    "wikidata_id",
                    models.CharField(
                        blank=True,
                        max_length=20,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^Q[1-9]\\d*\\Z", "A Wikidata id looks like Q204626."
                            )
                        ],
                        verbose_name="Wikidata id",
                    ),
                ),
                ("website", models.URLField(blank=True, max_length=500, verbose_name="website")),
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
                "verbose_name": "historical official",
                "verbose_name_plural": "historical officials",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Institution",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        blank=True,
                        help_text="The full name, for example: Tallinn University of Technology.",
                        max_length=300,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_en",
                    models.CharField(
                        blank=True,
                        help_text="The full name, for example: Tallinn University of Technology.",
                        max_length=300,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_kk",
                    models.CharField(
                        blank=True,
                        help_text="The full name, for example: Tallinn University of Technology.",
                        max_length=300,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_ru",
                    models.CharField(
                        blank=True,
                        help_text="The full name, for example: Tallinn University of Technology.",
                        max_length=300,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_et",
                    models.CharField(
                        blank=True,
                        help_text="The full name, for example: Tallinn University of Technology.",
                        max_length=300,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "short_name",
                    models.CharField(
                        blank=True,
                        help_text="For example: TalTech.",
                        max_length=60,
                        verbose_name="short name",
                    ),
                ),
                (
                    "short_name_en",
                    models.CharField(
                        blank=True,
                        help_text="For example: TalTech.",
                        max_length=60,
                        null=True,
                        verbose_name="short name",
                    ),
                ),
                (
                    "short_name_kk",
                    models.CharField(
                        blank=True,
                        help_text="For example: TalTech.",
                        max_length=60,
                        null=True,
                        verbose_name="short name",
                    ),
                ),
                (
                    "short_name_ru",
                    models.CharField(
                        blank=True,
                        help_text="For example: TalTech.",
                        max_length=60,
                        null=True,
                        verbose_name="short name",
                    ),
                ),
                (
                    "short_name_et",
                    models.CharField(
                        blank=True,
                        help_text="For example: TalTech.",
                        max_length=60,
                        null=True,
                        verbose_name="short name",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("university", "university"),
                            ("ministry", "ministry"),
                            ("regulator", "regulator"),
                            ("agency", "agency"),
                            ("association", "association"),
                            ("rectors_council", "council of rectors"),
                            ("academy", "academy of sciences"),
                            ("faculty", "faculty or unit"),
                            ("branch", "branch"),
                            ("student_body", "student body"),
                            ("foundation", "foundation"),
                            ("alliance", "alliance"),
                            ("company", "company"),
                            ("embassy", "embassy"),
                            ("presidential_office", "presidential office"),
                            ("parliament", "parliament"),
                            ("government", "government"),
                            ("city", "city or region"),
                            ("joint_commission", "joint commission"),
                            ("international", "international organisation"),
                            ("institute", "research institute"),
                            ("culture", "library, museum or other place of culture"),
                            ("other", "other institution"),
                        ],
                        default="university",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True,
                        choices=forum.records.countries.country_choices,
                        help_text="Where it stands. A party to an agreement may represent another country.",
                        max_length=2,
                        verbose_name="country",
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
                ("website", models.URLField(blank=True, max_length=500, verbose_name="website")),
                (
                    "domains",
                    models.CharField(
                        blank=True,
                        help_text="Its web domains with spaces between, for example: taltech.ee ttu.ee.",
                        max_length=300,
                        validators=[delegations.models.institution.validate_domains],
                        verbose_name="domains",
                    ),
                ),
                (
                    "ror_id",
                    models.CharField(
                        blank=True,
                        help_text="From ror.org, without the address: 0443cwa12.",
                        max_length=9,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^0[a-hj-km-np-tv-z0-9]{6}\\d{2}\\Z",
                                "A ROR id looks like 0443cwa12.",
                            )
                        ],
                        verbose_name="ROR id",
                    ),
                ),
                (
                    "wikidata_id",
                    models.CharField(
                        blank=True,
                        max_length=20,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^Q[1-9]\\d*\\Z", "A Wikidata id looks like Q204626."
                            )
                        ],
                        verbose_name="Wikidata id",
                    ),
                ),
                ("founded_on", models.DateField(blank=True, null=True, verbose_name="founded on")),
                (
                    "founded_on_precision",
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
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
                (
                    "closed_on_precision",
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
                    "logo",
                    models.ImageField(
                        height_field="logo_height",
                        width_field="logo_width",
                        blank=True,
                        upload_to="logos/",
                        verbose_name="logo",
                    ),
                ),
                ("logo_width", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                ("logo_height", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                (
                    "description",
                    models.TextField(blank=True, help_text="Markdown.", verbose_name="description"),
                ),
                (
                    "description_en",
                    models.TextField(
                        blank=True, help_text="Markdown.", null=True, verbose_name="description"
                    ),
                ),
                (
                    "description_kk",
                    models.TextField(
                        blank=True, help_text="Markdown.", null=True, verbose_name="description"
                    ),
                ),
                (
                    "description_ru",
                    models.TextField(
                        blank=True, help_text="Markdown.", null=True, verbose_name="description"
                    ),
                ),
                (
                    "description_et",
                    models.TextField(
                        blank=True, help_text="Markdown.", null=True, verbose_name="description"
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
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        help_text="The university of a faculty or branch, also one in another country.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="units",
                        to="delegations.institution",
                        verbose_name="belongs to",
                    ),
                ),
                (
                    "successors",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The institutions that it was merged or split into.",
                        related_name="predecessors",
                        to="delegations.institution",
                        verbose_name="succeeded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "institution",
                "verbose_name_plural": "institutions",
                "ordering": ["slug"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name_en__gt", ""), ("name_en__isnull", False)),
                            models.Q(("name_kk__gt", ""), ("name_kk__isnull", False)),
                            models.Q(("name_ru__gt", ""), ("name_ru__isnull", False)),
                            models.Q(("name_et__gt", ""), ("name_et__isnull", False)),
                            _connector="OR",
                        ),
                        name="delegations_institution_name_in_some_language",
                        violation_error_message="Give the name in at least one language.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "university",
                                    "ministry",
                                    "regulator",
                                    "agency",
                                    "association",
                                    "rectors_council",
                                    "academy",
                                    "faculty",
                                    "branch",
                                    "student_body",
                                    "foundation",
                                    "alliance",
                                    "company",
                                    "embassy",
                                    "presidential_office",
                                    "parliament",
                                    "government",
                                    "city",
                                    "joint_commission",
                                    "international",
                                    "institute",
                                    "culture",
                                    "other",
                                    "",
                                ],
                            )
                        ),
                        name="delegations_institution_kind_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("founded_on_precision__in", ["day", "month", "year", "unknown", ""])
                        ),
                        name="delegations_institution_founded_on_precision_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_on_precision__in", ["day", "month", "year", "unknown", ""])
                        ),
                        name="delegations_institution_closed_on_precision_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("founded_on_precision", "unknown"), _negated=True),
                            ("founded_on__isnull", True),
                            _connector="OR",
                        ),
                        name="delegations_institution_founded_on_not_if_unknown",
                        violation_error_message="Leave the date empty if it is not known, or say how exact it is.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_on_precision", "unknown"), _negated=True),
                            ("closed_on__isnull", True),
                            _connector="OR",
                        ),
                        name="delegations_institution_closed_on_not_if_unknown",
                        violation_error_message="Leave the date empty if it is not known, or say how exact it is.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("closed_on__gte", models.F("founded_on"))),
                        name="delegations_institution_closed_on_not_before_founded_on",
                        violation_error_message="The end cannot be before the start.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ror_id", ""), _negated=True),
                        fields=("ror_id",),
                        name="delegations_institution_ror_id_once",
                        violation_error_message="Another institution has this ROR id.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("wikidata_id", ""), _negated=True),
                        fields=("wikidata_id",),
                        name="delegations_institution_wikidata_id_once",
                        violation_error_message="Another institution has this Wikidata id.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalInstitutionName",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=300, verbose_name="name")),
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("alias", "other name"),
                            ("former", "former name"),
                            ("acronym", "acronym"),
                            ("transliteration", "in another script"),
                            ("as_printed", "as printed somewhere"),
                        ],
                        default="alias",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "is_preferred",
                    models.BooleanField(
                        default=False,
                        help_text="The form to use in this language.",
                        verbose_name="preferred",
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="valid from")),
                (
                    "valid_until",
                    models.DateField(blank=True, null=True, verbose_name="valid until"),
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
                "verbose_name": "historical other name",
                "verbose_name_plural": "historical other names",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalInstitution_successors",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="delegations.historicalinstitution",
                    ),
                ),
                (
                    "from_institution",
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
                (
                    "to_institution",
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
                "verbose_name": "HistoricalInstitution_successors",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="historicalinstitution",
            name="parent",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="The university of a faculty or branch, also one in another country.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="delegations.institution",
                verbose_name="belongs to",
            ),
        ),
        migrations.CreateModel(
            name="HistoricalDelegation",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
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
                    "name",
                    models.CharField(
                        blank=True,
                        help_text="Only if it has one of its own, for example: Rectors of Estonian universities.",
                        max_length=300,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_en",
                    models.CharField(
                        blank=True,
                        help_text="Only if it has one of its own, for example: Rectors of Estonian universities.",
                        max_length=300,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_kk",
                    models.CharField(
                        blank=True,
                        help_text="Only if it has one of its own, for example: Rectors of Estonian universities.",
                        max_length=300,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_ru",
                    models.CharField(
                        blank=True,
                        help_text="Only if it has one of its own, for example: Rectors of Estonian universities.",
                        max_length=300,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_et",
                    models.CharField(
                        blank=True,
                        help_text="Only if it has one of its own, for example: Rectors of Estonian universities.",
                        max_length=300,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("official", "official"),
                            ("academic", "academic"),
                            ("business", "business"),
                            ("cultural", "cultural"),
                            ("parliamentary", "parliamentary"),
                        ],
                        default="official",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("host", "host"),
                            ("guest", "guest"),
                            ("observer", "observer"),
                            ("organiser", "organiser"),
                            ("partner", "partner"),
                        ],
                        default="guest",
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                (
                    "stated_size",
                    models.CharField(
                        blank=True,
                        help_text="As reported, beside the members named here: “more than 40”.",
                        max_length=200,
                        verbose_name="stated size",
                    ),
                ),
                (
                    "stated_size_en",
                    models.CharField(
                        blank=True,
                        help_text="As reported, beside the members named here: “more than 40”.",
                        max_length=200,
                        null=True,
                        verbose_name="stated size",
                    ),
                ),
                (
                    "stated_size_kk",
                    models.CharField(
                        blank=True,
                        help_text="As reported, beside the members named here: “more than 40”.",
                        max_length=200,
                        null=True,
                        verbose_name="stated size",
                    ),
                ),
                (
                    "stated_size_ru",
                    models.CharField(
                        blank=True,
                        help_text="As reported, beside the members named here: “more than 40”.",
                        max_length=200,
                        null=True,
                        verbose_name="stated size",
                    ),
                ),
                (
                    "stated_size_et",
                    models.CharField(
                        blank=True,
                        help_text="As reported, beside the members named here: “more than 40”.",
                        max_length=200,
                        null=True,
                        verbose_name="stated size",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("invited", "invited"),
                            ("confirmed", "confirmed"),
                            ("attended", "attended"),
                            ("declined", "declined"),
                            ("cancelled", "cancelled"),
                        ],
                        default="confirmed",
                        max_length=20,
                        verbose_name="status",
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
                    "focal_point",
                    models.CharField(
                        blank=True,
                        help_text="Their contact. Never public.",
                        max_length=200,
                        verbose_name="focal point",
                    ),
                ),
                (
                    "liaison",
                    models.CharField(
                        blank=True,
                        help_text="Your colleague. Never public.",
                        max_length=200,
                        verbose_name="liaison officer",
                    ),
                ),
                (
                    "arrival",
                    models.CharField(
                        blank=True,
                        help_text="TK 351, 16 November 04:40. Never public.",
                        max_length=200,
                        verbose_name="arrival",
                    ),
                ),
                (
                    "departure",
                    models.CharField(
                        blank=True,
                        help_text="Never public.",
                        max_length=200,
                        verbose_name="departure",
                    ),
                ),
                (
                    "notes",
                    models.TextField(blank=True, help_text="Never public.", verbose_name="notes"),
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
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The national delegation that a university's own group belongs to.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="delegations.delegation",
                        verbose_name="part of",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Give a country or an institution, or a name alone.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="delegations.institution",
                        verbose_name="institution",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical delegation",
                "verbose_name_plural": "historical delegations",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="delegation",
            name="institution",
            field=models.ForeignKey(
                blank=True,
                help_text="Give a country or an institution, or a name alone.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="delegations",
                to="delegations.institution",
                verbose_name="institution",
            ),
        ),
        migrations.CreateModel(
            name="Appointment",
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
                        help_text="For example: First Vice-Rector.",
                        max_length=300,
                        verbose_name="office",
                    ),
                ),
                (
                    "office_en",
                    models.CharField(
                        blank=True,
                        help_text="For example: First Vice-Rector.",
                        max_length=300,
                        null=True,
                        verbose_name="office",
                    ),
                ),
                (
                    "office_kk",
                    models.CharField(
                        blank=True,
                        help_text="For example: First Vice-Rector.",
                        max_length=300,
                        null=True,
                        verbose_name="office",
                    ),
                ),
                (
                    "office_ru",
                    models.CharField(
                        blank=True,
                        help_text="For example: First Vice-Rector.",
                        max_length=300,
                        null=True,
                        verbose_name="office",
                    ),
                ),
                (
                    "office_et",
                    models.CharField(
                        blank=True,
                        help_text="For example: First Vice-Rector.",
                        max_length=300,
                        null=True,
                        verbose_name="office",
                    ),
                ),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="from")),
                (
                    "starts_on_precision",
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
                        verbose_name="how exact is the start",
                    ),
                ),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "ends_on_precision",
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
                        verbose_name="how exact is the end",
                    ),
                ),
                (
                    "capacity",
                    models.CharField(
                        choices=[
                            ("substantive", "substantive"),
                            ("acting", "acting"),
                            ("elect", "elect"),
                            ("honorary", "honorary"),
                        ],
                        default="substantive",
                        max_length=20,
                        verbose_name="capacity",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to="delegations.institution",
                        verbose_name="institution",
                    ),
                ),
            ],
            options={
                "verbose_name": "office held",
                "verbose_name_plural": "offices held",
                "ordering": ["-starts_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("office_en__gt", ""), ("office_en__isnull", False)),
                            models.Q(("office_kk__gt", ""), ("office_kk__isnull", False)),
                            models.Q(("office_ru__gt", ""), ("office_ru__isnull", False)),
                            models.Q(("office_et__gt", ""), ("office_et__isnull", False)),
                            _connector="OR",
                        ),
                        name="delegations_appointment_office_in_some_language",
                        violation_error_message="Give the office in at least one language.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("capacity__in", ["substantive", "acting", "elect", "honorary", ""])
                        ),
                        name="delegations_appointment_capacity_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("starts_on_precision__in", ["day", "month", "year", "unknown", ""])
                        ),
                        name="delegations_appointment_starts_on_precision_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on_precision__in", ["day", "month", "year", "unknown", ""])
                        ),
                        name="delegations_appointment_ends_on_precision_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("starts_on_precision", "unknown"), _negated=True),
                            ("starts_on__isnull", True),
                            _connector="OR",
                        ),
                        name="delegations_appointment_starts_on_not_if_unknown",
                        violation_error_message="Leave the date empty if it is not known, or say how exact it is.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ends_on_precision", "unknown"), _negated=True),
                            ("ends_on__isnull", True),
                            _connector="OR",
                        ),
                        name="delegations_appointment_ends_on_not_if_unknown",
                        violation_error_message="Leave the date empty if it is not known, or say how exact it is.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="delegations_appointment_ends_on_not_before_starts_on",
                        violation_error_message="The end cannot be before the start.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InstitutionName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=300, verbose_name="name")),
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("alias", "other name"),
                            ("former", "former name"),
                            ("acronym", "acronym"),
                            ("transliteration", "in another script"),
                            ("as_printed", "as printed somewhere"),
                        ],
                        default="alias",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "is_preferred",
                    models.BooleanField(
                        default=False,
                        help_text="The form to use in this language.",
                        verbose_name="preferred",
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="valid from")),
                (
                    "valid_until",
                    models.DateField(blank=True, null=True, verbose_name="valid until"),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="names",
                        to="delegations.institution",
                        verbose_name="institution",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="forum.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "other name",
                "verbose_name_plural": "other names",
                "ordering": ["-is_preferred", "language", "pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                ["alias", "former", "acronym", "transliteration", "as_printed", ""],
                            )
                        ),
                        name="delegations_institutionname_kind_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("valid_until__gte", models.F("valid_from"))),
                        name="delegations_institutionname_valid_until_not_before_valid_from",
                        violation_error_message="The end cannot be before the start.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Member",
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
                    "function",
                    models.CharField(
                        choices=[
                            ("head", "head of delegation"),
                            ("deputy_head", "deputy head of delegation"),
                            ("member", "member"),
                            ("adviser", "adviser"),
                            ("expert", "expert"),
                            ("interpreter", "interpreter"),
                            ("spouse", "spouse"),
                            ("staff", "staff"),
                        ],
                        default="member",
                        max_length=20,
                        verbose_name="function",
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Empty: the head first, then by rank. A number comes before all that have none.",
                        null=True,
                        verbose_name="position",
                    ),
                ),
                (
                    "accreditation",
                    models.CharField(
                        choices=[
                            ("pending", "pending"),
                            ("approved", "approved"),
                            ("rejected", "rejected"),
                            ("withdrawn", "withdrawn"),
                            ("badge_issued", "badge issued"),
                            ("checked_in", "checked in"),
                        ],
                        default="approved",
                        max_length=20,
                        verbose_name="accreditation",
                    ),
                ),
                (
                    "is_listed",
                    models.BooleanField(
                        default=True,
                        help_text="Off for staff and security: visitors never see them.",
                        verbose_name="listed",
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
                    "delegation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="delegations.delegation",
                        verbose_name="delegation",
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
            ],
            options={
                "verbose_name": "member",
                "verbose_name_plural": "members",
                "ordering": ["delegation", "position", "pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "function__in",
                                [
                                    "head",
                                    "deputy_head",
                                    "member",
                                    "adviser",
                                    "expert",
                                    "interpreter",
                                    "spouse",
                                    "staff",
                                    "",
                                ],
                            )
                        ),
                        name="delegations_member_function_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "accreditation__in",
                                [
                                    "pending",
                                    "approved",
                                    "rejected",
                                    "withdrawn",
                                    "badge_issued",
                                    "checked_in",
                                    "",
                                ],
                            )
                        ),
                        name="delegations_member_accreditation_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "day",
                    models.DateField(
                        blank=True,
                        help_text="The day of the programme, also for what happens after its midnight.",
                        null=True,
                        verbose_name="day",
                    ),
                ),
                (
                    "starts_at",
                    models.TimeField(
                        blank=True,
                        help_text="Local time of the event, for example 10:00.",
                        null=True,
                        verbose_name="from",
                    ),
                ),
                (
                    "ends_at",
                    models.TimeField(
                        blank=True,
                        help_text="May be unknown. An end earlier than the start is on the next day.",
                        null=True,
                        verbose_name="until",
                    ),
                ),
                (
                    "is_after_midnight",
                    models.BooleanField(
                        default=False,
                        help_text="It starts after midnight but belongs to the programme of the day before.",
                        verbose_name="after midnight",
                    ),
                ),
                ("topic", models.CharField(blank=True, max_length=300, verbose_name="topic")),
                (
                    "topic_en",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="topic"),
                ),
                (
                    "topic_kk",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="topic"),
                ),
                (
                    "topic_ru",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="topic"),
                ),
                (
                    "topic_et",
                    models.CharField(blank=True, max_length=300, null=True, verbose_name="topic"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("requested", "requested"),
                            ("accepted", "accepted"),
                            ("scheduled", "scheduled"),
                            ("held", "held"),
                            ("declined", "declined"),
                            ("cancelled", "cancelled"),
                        ],
                        default="requested",
                        max_length=20,
                        verbose_name="status",
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
                    "brief",
                    models.TextField(blank=True, help_text="Never public.", verbose_name="brief"),
                ),
                (
                    "counterpart",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings_offered",
                        to="delegations.delegation",
                        verbose_name="counterpart",
                    ),
                ),
                (
                    "requested_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings_requested",
                        to="delegations.delegation",
                        verbose_name="requested by",
                    ),
                ),
                (
                    "venue",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="forum.venue",
                        verbose_name="venue",
                    ),
                ),
                (
                    "attendees",
                    models.ManyToManyField(
                        blank=True,
                        related_name="meetings",
                        to="delegations.member",
                        verbose_name="attendees",
                    ),
                ),
            ],
            options={
                "verbose_name": "bilateral meeting",
                "verbose_name_plural": "bilateral meetings",
                "ordering": ["day", "is_after_midnight", "starts_at", "pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_at__isnull", True), ("starts_at__isnull", False), _connector="OR"
                        ),
                        name="delegations_meeting_end_needs_start",
                        violation_error_message="A time at which it ends needs one at which it starts.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("starts_at__isnull", True), ("day__isnull", False), _connector="OR"
                        ),
                        name="delegations_meeting_time_needs_day",
                        violation_error_message="A time needs its day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "requested",
                                    "accepted",
                                    "scheduled",
                                    "held",
                                    "declined",
                                    "cancelled",
                                    "",
                                ],
                            )
                        ),
                        name="delegations_meeting_status_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("requested_by", models.F("counterpart")), _negated=True
                        ),
                        name="delegations_meeting_two_delegations",
                        violation_error_message="A delegation cannot meet itself.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalMeeting_attendees",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="delegations.historicalmeeting",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="delegations.meeting",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="delegations.member",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalMeeting_attendees",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="OfficeRank",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        blank=True,
                        help_text="For example: minister.",
                        max_length=120,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_en",
                    models.CharField(
                        blank=True,
                        help_text="For example: minister.",
                        max_length=120,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_kk",
                    models.CharField(
                        blank=True,
                        help_text="For example: minister.",
                        max_length=120,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_ru",
                    models.CharField(
                        blank=True,
                        help_text="For example: minister.",
                        max_length=120,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_et",
                    models.CharField(
                        blank=True,
                        help_text="For example: minister.",
                        max_length=120,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "weight",
                    models.PositiveSmallIntegerField(
                        help_text="The higher number comes first: head of state 100, rector 50.",
                        verbose_name="weight",
                    ),
                ),
            ],
            options={
                "verbose_name": "rank",
                "verbose_name_plural": "table of precedence",
                "ordering": ["-weight", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name_en__gt", ""), ("name_en__isnull", False)),
                            models.Q(("name_kk__gt", ""), ("name_kk__isnull", False)),
                            models.Q(("name_ru__gt", ""), ("name_ru__isnull", False)),
                            models.Q(("name_et__gt", ""), ("name_et__isnull", False)),
                            _connector="OR",
                        ),
                        name="delegations_officerank_name_in_some_language",
                        violation_error_message="Give the name in at least one language.",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="member",
            name="rank",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="as_%(class)s",
                to="delegations.officerank",
                verbose_name="rank",
            ),
        ),
        migrations.AddField(
            model_name="appointment",
            name="rank",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="appointments",
                to="delegations.officerank",
                verbose_name="rank",
            ),
        ),
        migrations.CreateModel(
            name="Official",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        blank=True,
                        help_text="As the person is called, in the order usual for it: Sayasat Nurbek.",
                        max_length=200,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_en",
                    models.CharField(
                        blank=True,
                        help_text="As the person is called, in the order usual for it: Sayasat Nurbek.",
                        max_length=200,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_kk",
                    models.CharField(
                        blank=True,
                        help_text="As the person is called, in the order usual for it: Sayasat Nurbek.",
                        max_length=200,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_ru",
                    models.CharField(
                        blank=True,
                        help_text="As the person is called, in the order usual for it: Sayasat Nurbek.",
                        max_length=200,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "name_et",
                    models.CharField(
                        blank=True,
                        help_text="As the person is called, in the order usual for it: Sayasat Nurbek.",
                        max_length=200,
                        null=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "sort_name",
                    models.CharField(
                        blank=True,
                        help_text="For example: Nurbek, Sayasat. Leave it empty if you are not sure.",
                        max_length=200,
                        verbose_name="name to sort by",
                    ),
                ),
                (
                    "sort_name_en",
                    models.CharField(
                        blank=True,
                        help_text="For example: Nurbek, Sayasat. Leave it empty if you are not sure.",
                        max_length=200,
                        null=True,
                        verbose_name="name to sort by",
                    ),
                ),
                (
                    "sort_name_kk",
                    models.CharField(
                        blank=True,
                        help_text="For example: Nurbek, Sayasat. Leave it empty if you are not sure.",
                        max_length=200,
                        null=True,
                        verbose_name="name to sort by",
                    ),
                ),
                (
                    "sort_name_ru",
                    models.CharField(
                        blank=True,
                        help_text="For example: Nurbek, Sayasat. Leave it empty if you are not sure.",
                        max_length=200,
                        null=True,
                        verbose_name="name to sort by",
                    ),
                ),
                (
                    "sort_name_et",
                    models.CharField(
                        blank=True,
                        help_text="For example: Nurbek, Sayasat. Leave it empty if you are not sure.",
                        max_length=200,
                        null=True,
                        verbose_name="name to sort by",
                    ),
                ),
                (
                    "honorific",
                    models.CharField(
                        blank=True,
                        help_text="For example: H.E., Prof.",
                        max_length=60,
                        verbose_name="honorific",
                    ),
                ),
                (
                    "honorific_en",
                    models.CharField(
                        blank=True,
                        help_text="For example: H.E., Prof.",
                        max_length=60,
                        null=True,
                        verbose_name="honorific",
                    ),
                ),
                (
                    "honorific_kk",
                    models.CharField(
                        blank=True,
                        help_text="For example: H.E., Prof.",
                        max_length=60,
                        null=True,
                        verbose_name="honorific",
                    ),
                ),
                (
                    "honorific_ru",
                    models.CharField(
                        blank=True,
                        help_text="For example: H.E., Prof.",
                        max_length=60,
                        null=True,
                        verbose_name="honorific",
                    ),
                ),
                (
                    "honorific_et",
                    models.CharField(
                        blank=True,
                        help_text="For example: H.E., Prof.",
                        max_length=60,
                        null=True,
                        verbose_name="honorific",
                    ),
                ),
                (
                    "distinctions",
                    models.CharField(
                        blank=True,
                        help_text="For example: Dr. habil., academician.",
                        max_length=300,
                        verbose_name="degrees and state titles",
                    ),
                ),
                (
                    "distinctions_en",
                    models.CharField(
                        blank=True,
                        help_text="For example: Dr. habil., academician.",
                        max_length=300,
                        null=True,
                        verbose_name="degrees and state titles",
                    ),
                ),
                (
                    "distinctions_kk",
                    models.CharField(
                        blank=True,
                        help_text="For example: Dr. habil., academician.",
                        max_length=300,
                        null=True,
                        verbose_name="degrees and state titles",
                    ),
                ),
                (
                    "distinctions_ru",
                    models.CharField(
                        blank=True,
                        help_text="For example: Dr. habil., academician.",
                        max_length=300,
                        null=True,
                        verbose_name="degrees and state titles",
                    ),
                ),
                (
                    "distinctions_et",
                    models.CharField(
                        blank=True,
                        help_text="For example: Dr. habil., academician.",
                        max_length=300,
                        null=True,
                        verbose_name="degrees and state titles",
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
                    "biography",
                    models.TextField(blank=True, help_text="Markdown.", verbose_name="biography"),
                ),
                (
                    "biography_en",
                    models.TextField(
                        blank=True, help_text="Markdown.", null=True, verbose_name="biography"
                    ),
                ),
                (
                    "biography_kk",
                    models.TextField(
                        blank=True, help_text="Markdown.", null=True, verbose_name="biography"
                    ),
                ),
                (
                    "biography_ru",
                    models.TextField(
                        blank=True, help_text="Markdown.", null=True, verbose_name="biography"
                    ),
                ),
                (
                    "biography_et",
                    models.TextField(
                        blank=True, help_text="Markdown.", null=True, verbose_name="biography"
                    ),
                ),
                (
                    "photo",
                    models.ImageField(
                        blank=True,
                        height_field="photo_height",
                        upload_to="officials/",
                        verbose_name="photo",
                        width_field="photo_width",
                    ),
                ),
                ("photo_width", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                (
                    "photo_height",
                    models.PositiveIntegerField(blank=True, editable=False, null=True),
                ),
                (
                    "photo_credit",
                    models.CharField(blank=True, max_length=200, verbose_name="photo credit"),
                ),
                (
                    "orcid",
                    models.CharField(
                        blank=True,
                        max_length=19,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]\\Z",
                                "An ORCID looks like 0000-0002-1825-0097.",
                            )
                        ],
                        verbose_name="ORCID",
                    ),
                ),
                (
                    "wikidata_id",
                    models.CharField(
                        blank=True,
                        max_length=20,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^Q[1-9]\\d*\\Z", "A Wikidata id looks like Q204626."
                            )
                        ],
                        verbose_name="Wikidata id",
                    ),
                ),
                ("website", models.URLField(blank=True, max_length=500, verbose_name="website")),
                (
                    "is_published",
                    models.BooleanField(
                        db_index=True,
                        default=False,
                        help_text="Visitors see only what is published.",
                        verbose_name="published",
                    ),
                ),
            ],
            options={
                "verbose_name": "official",
                "verbose_name_plural": "officials",
                "ordering": ["slug"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name_en__gt", ""), ("name_en__isnull", False)),
                            models.Q(("name_kk__gt", ""), ("name_kk__isnull", False)),
                            models.Q(("name_ru__gt", ""), ("name_ru__isnull", False)),
                            models.Q(("name_et__gt", ""), ("name_et__isnull", False)),
                            _connector="OR",
                        ),
                        name="delegations_official_name_in_some_language",
                        violation_error_message="Give the name in at least one language.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("orcid", ""), _negated=True),
                        fields=("orcid",),
                        name="delegations_official_orcid_once",
                        violation_error_message="Another official has this ORCID.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("wikidata_id", ""), _negated=True),
                        fields=("wikidata_id",),
                        name="delegations_official_wikidata_id_once",
                        violation_error_message="Another official has this Wikidata id.",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="member",
            name="official",
            field=models.ForeignKey(
                blank=True,
                help_text="Leave empty for somebody known only by office, such as “the rector”.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="as_%(class)s",
                to="delegations.official",
                verbose_name="official",
            ),
        ),
        migrations.AddField(
            model_name="member",
            name="on_behalf_of",
            field=models.ForeignKey(
                blank=True,
                help_text="Whose message is read, or in whose stead the person acts or signs.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="represented_by_%(class)s",
                to="delegations.official",
                verbose_name="on behalf of",
            ),
        ),
        migrations.CreateModel(
            name="HistoricalSpeaker",
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
                            ("chair", "chair"),
                            ("moderator", "moderator"),
                            ("keynote", "keynote speaker"),
                            ("speaker", "speaker"),
                            ("panellist", "panellist"),
                            ("interpreter", "interpreter"),
                        ],
                        default="speaker",
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("invited", "invited"),
                            ("to_be_confirmed", "to be confirmed"),
                            ("confirmed", "confirmed"),
                            ("replaced", "replaced"),
                            ("absent", "absent"),
                        ],
                        default="confirmed",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("in_person", "in person"),
                            ("video", "by video link"),
                            ("video_message", "video message"),
                            ("message_read", "message read out"),
                        ],
                        default="in_person",
                        max_length=20,
                        verbose_name="mode",
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
                    "session",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="forum.session",
                        verbose_name="programme item",
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
            ],
            options={
                "verbose_name": "historical speaker",
                "verbose_name_plural": "historical speakers",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOfficialName",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=300, verbose_name="name")),
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("alias", "other name"),
                            ("former", "former name"),
                            ("acronym", "acronym"),
                            ("transliteration", "in another script"),
                            ("as_printed", "as printed somewhere"),
                        ],
                        default="alias",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "is_preferred",
                    models.BooleanField(
                        default=False,
                        help_text="The form to use in this language.",
                        verbose_name="preferred",
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="valid from")),
                (
                    "valid_until",
                    models.DateField(blank=True, null=True, verbose_name="valid until"),
                ),
                (
                    "family",
                    models.CharField(blank=True, max_length=120, verbose_name="family name"),
                ),
                ("given", models.CharField(blank=True, max_length=120, verbose_name="given name")),
                (
                    "patronymic",
                    models.CharField(blank=True, max_length=120, verbose_name="patronymic"),
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
                    "official",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="delegations.official",
                        verbose_name="official",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical other name",
                "verbose_name_plural": "historical other names",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOfficialContact",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("phone", models.CharField(blank=True, max_length=60, verbose_name="phone")),
                (
                    "dietary_needs",
                    models.CharField(blank=True, max_length=300, verbose_name="dietary needs"),
                ),
                (
                    "access_needs",
                    models.CharField(blank=True, max_length=300, verbose_name="access needs"),
                ),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "official",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="delegations.official",
                        verbose_name="official",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical private contact",
                "verbose_name_plural": "historical private contacts",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMember",
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
                    "function",
                    models.CharField(
                        choices=[
                            ("head", "head of delegation"),
                            ("deputy_head", "deputy head of delegation"),
                            ("member", "member"),
                            ("adviser", "adviser"),
                            ("expert", "expert"),
                            ("interpreter", "interpreter"),
                            ("spouse", "spouse"),
                            ("staff", "staff"),
                        ],
                        default="member",
                        max_length=20,
                        verbose_name="function",
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Empty: the head first, then by rank. A number comes before all that have none.",
                        null=True,
                        verbose_name="position",
                    ),
                ),
                (
                    "accreditation",
                    models.CharField(
                        choices=[
                            ("pending", "pending"),
                            ("approved", "approved"),
                            ("rejected", "rejected"),
                            ("withdrawn", "withdrawn"),
                            ("badge_issued", "badge issued"),
                            ("checked_in", "checked in"),
                        ],
                        default="approved",
                        max_length=20,
                        verbose_name="accreditation",
                    ),
                ),
                (
                    "is_listed",
                    models.BooleanField(
                        default=True,
                        help_text="Off for staff and security: visitors never see them.",
                        verbose_name="listed",
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
                    "delegation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="delegations.delegation",
                        verbose_name="delegation",
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
            ],
            options={
                "verbose_name": "historical member",
                "verbose_name_plural": "historical members",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAppointment",
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
                        help_text="For example: First Vice-Rector.",
                        max_length=300,
                        verbose_name="office",
                    ),
                ),
                (
                    "office_en",
                    models.CharField(
                        blank=True,
                        help_text="For example: First Vice-Rector.",
                        max_length=300,
                        null=True,
                        verbose_name="office",
                    ),
                ),
                (
                    "office_kk",
                    models.CharField(
                        blank=True,
                        help_text="For example: First Vice-Rector.",
                        max_length=300,
                        null=True,
                        verbose_name="office",
                    ),
                ),
                (
                    "office_ru",
                    models.CharField(
                        blank=True,
                        help_text="For example: First Vice-Rector.",
                        max_length=300,
                        null=True,
                        verbose_name="office",
                    ),
                ),
                (
                    "office_et",
                    models.CharField(
                        blank=True,
                        help_text="For example: First Vice-Rector.",
                        max_length=300,
                        null=True,
                        verbose_name="office",
                    ),
                ),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="from")),
                (
                    "starts_on_precision",
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
                        verbose_name="how exact is the start",
                    ),
                ),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "ends_on_precision",
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
                        verbose_name="how exact is the end",
                    ),
                ),
                (
                    "capacity",
                    models.CharField(
                        choices=[
                            ("substantive", "substantive"),
                            ("acting", "acting"),
                            ("elect", "elect"),
                            ("honorary", "honorary"),
                        ],
                        default="substantive",
                        max_length=20,
                        verbose_name="capacity",
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
                    "official",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="delegations.official",
                        verbose_name="official",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical office held",
                "verbose_name_plural": "historical offices held",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="appointment",
            name="official",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="appointments",
                to="delegations.official",
                verbose_name="official",
            ),
        ),
        migrations.CreateModel(
            name="OfficialContact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("phone", models.CharField(blank=True, max_length=60, verbose_name="phone")),
                (
                    "dietary_needs",
                    models.CharField(blank=True, max_length=300, verbose_name="dietary needs"),
                ),
                (
                    "access_needs",
                    models.CharField(blank=True, max_length=300, verbose_name="access needs"),
                ),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
                (
                    "official",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contact",
                        to="delegations.official",
                        verbose_name="official",
                    ),
                ),
            ],
            options={
                "verbose_name": "private contact",
                "verbose_name_plural": "private contacts",
            },
        ),
        migrations.CreateModel(
            name="OfficialName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=300, verbose_name="name")),
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("alias", "other name"),
                            ("former", "former name"),
                            ("acronym", "acronym"),
                            ("transliteration", "in another script"),
                            ("as_printed", "as printed somewhere"),
                        ],
                        default="alias",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "is_preferred",
                    models.BooleanField(
                        default=False,
                        help_text="The form to use in this language.",
                        verbose_name="preferred",
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="valid from")),
                (
                    "valid_until",
                    models.DateField(blank=True, null=True, verbose_name="valid until"),
                ),
                (
                    "family",
                    models.CharField(blank=True, max_length=120, verbose_name="family name"),
                ),
                ("given", models.CharField(blank=True, max_length=120, verbose_name="given name")),
                (
                    "patronymic",
                    models.CharField(blank=True, max_length=120, verbose_name="patronymic"),
                ),
                (
                    "official",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="names",
                        to="delegations.official",
                        verbose_name="official",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="forum.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "other name",
                "verbose_name_plural": "other names",
                "ordering": ["-is_preferred", "language", "pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                ["alias", "former", "acronym", "transliteration", "as_printed", ""],
                            )
                        ),
                        name="delegations_officialname_kind_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("valid_until__gte", models.F("valid_from"))),
                        name="delegations_officialname_valid_until_not_before_valid_from",
                        violation_error_message="The end cannot be before the start.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Speaker",
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
                            ("chair", "chair"),
                            ("moderator", "moderator"),
                            ("keynote", "keynote speaker"),
                            ("speaker", "speaker"),
                            ("panellist", "panellist"),
                            ("interpreter", "interpreter"),
                        ],
                        default="speaker",
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("invited", "invited"),
                            ("to_be_confirmed", "to be confirmed"),
                            ("confirmed", "confirmed"),
                            ("replaced", "replaced"),
                            ("absent", "absent"),
                        ],
                        default="confirmed",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("in_person", "in person"),
                            ("video", "by video link"),
                            ("video_message", "video message"),
                            ("message_read", "message read out"),
                        ],
                        default="in_person",
                        max_length=20,
                        verbose_name="mode",
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
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="speakers",
                        to="forum.session",
                        verbose_name="programme item",
                    ),
                ),
            ],
            options={
                "verbose_name": "speaker",
                "verbose_name_plural": "speakers",
                "ordering": ["session", "position", "pk"],
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
                        name="delegations_speaker_is_somebody",
                        violation_error_message="Say who it is: an official, an institution, an office or a printed name.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                [
                                    "chair",
                                    "moderator",
                                    "keynote",
                                    "speaker",
                                    "panellist",
                                    "interpreter",
                                    "",
                                ],
                            )
                        ),
                        name="delegations_speaker_role_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "invited",
                                    "to_be_confirmed",
                                    "confirmed",
                                    "replaced",
                                    "absent",
                                    "",
                                ],
                            )
                        ),
                        name="delegations_speaker_status_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "mode__in",
                                ["in_person", "video", "video_message", "message_read", ""],
                            )
                        ),
                        name="delegations_speaker_mode_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalDelegationCitation",
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
                    "delegation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="delegations.delegation",
                        verbose_name="delegation",
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
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="delegations.member",
                        verbose_name="member",
                    ),
                ),
                (
                    "official",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="delegations.official",
                        verbose_name="official",
                    ),
                ),
                (
                    "speaker",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="delegations.speaker",
                        verbose_name="speaker",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical citation about people",
                "verbose_name_plural": "historical citations about people",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="DelegationCitation",
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
                    "delegation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="delegations.delegation",
                        verbose_name="delegation",
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
                    "institution",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="delegations.institution",
                        verbose_name="institution",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="delegations.member",
                        verbose_name="member",
                    ),
                ),
                (
                    "official",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="delegations.official",
                        verbose_name="official",
                    ),
                ),
                (
                    "speaker",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="delegations.speaker",
                        verbose_name="speaker",
                    ),
                ),
            ],
            options={
                "verbose_name": "citation about people",
                "verbose_name_plural": "citations about people",
                "ordering": ["field", "-is_preferred", "pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("claim__in", ["announced", "reported", ""])),
                        name="delegations_delegationcitation_claim_valid",
                        violation_error_message="Choose one of the listed values.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("delegation__isnull", True),
                                ("institution__isnull", False),
                                ("member__isnull", True),
                                ("official__isnull", True),
                                ("speaker__isnull", True),
                            ),
                            models.Q(
                                ("delegation__isnull", True),
                                ("institution__isnull", True),
                                ("member__isnull", True),
                                ("official__isnull", False),
                                ("speaker__isnull", True),
                            ),
                            models.Q(
                                ("delegation__isnull", False),
                                ("institution__isnull", True),
                                ("member__isnull", True),
                                ("official__isnull", True),
                                ("speaker__isnull", True),
                            ),
                            models.Q(
                                ("delegation__isnull", True),
                                ("institution__isnull", True),
                                ("member__isnull", False),
                                ("official__isnull", True),
                                ("speaker__isnull", True),
                            ),
                            models.Q(
                                ("delegation__isnull", True),
                                ("institution__isnull", True),
                                ("member__isnull", True),
                                ("official__isnull", True),
                                ("speaker__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="delegations_delegationcitation_one_subject",
                        violation_error_message="Give exactly one record that it is about.",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=models.CheckConstraint(
                condition=models.Q(("country", ""), ("institution__isnull", True), _connector="OR"),
                name="delegations_delegation_one_side",
                violation_error_message="Give a country or an institution, not both.",
            ),
        ),
        migrations.AddConstraint(
            model_name="delegation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("country", ""), _negated=True),
                    ("institution__isnull", False),
                    models.Q(("name_en__gt", ""), ("name_en__isnull", False)),
                    models.Q(("name_kk__gt", ""), ("name_kk__isnull", False)),
                    models.Q(("name_ru__gt", ""), ("name_ru__isnull", False)),
                    models.Q(("name_et__gt", ""), ("name_et__isnull", False)),
                    _connector="OR",
                ),
                name="delegations_delegation_has_side",
                violation_error_message="Give a country, an institution or a name.",
            ),
        ),
        migrations.AddConstraint(
            model_name="member",
            constraint=models.CheckConstraint(
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
                name="delegations_member_is_somebody",
                violation_error_message="Say who it is: an official, an institution, an office or a printed name.",
            ),
        ),
    ]
