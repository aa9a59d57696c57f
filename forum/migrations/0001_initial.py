import uuid

import django.contrib.auth.models
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import forum.models.event
import forum.records.countries
import forum.records.fields
import forum.records.languages
import forum.records.paging
import forum.uploads.fields
import forum.uploads.storage

# The full-text index over the search entries. On SQLite an FTS5 table that reads the words from
# the entries, kept by triggers: a migration that changes the table of entries drops them with the
# table and has to create them again. On Postgres a generated column.
SQLITE = [
    """
    CREATE VIRTUAL TABLE forum_searchindex USING fts5(
        names, texts, staff_texts, content='forum_searchentry', content_rowid='id',
        tokenize='unicode61 remove_diacritics 0', prefix='2 3 4', detail=column
    )
    """,
    """
    CREATE TRIGGER forum_searchentry_added AFTER INSERT ON forum_searchentry BEGIN
        INSERT INTO forum_searchindex (rowid, names, texts, staff_texts)
        VALUES (new.id, new.names, new.texts, new.staff_texts);
    END
    """,
    """
    CREATE TRIGGER forum_searchentry_deleted AFTER DELETE ON forum_searchentry BEGIN
        INSERT INTO forum_searchindex (forum_searchindex, rowid, names, texts, staff_texts)
        VALUES ('delete', old.id, old.names, old.texts, old.staff_texts);
    END
    """,
    """
    CREATE TRIGGER forum_searchentry_changed AFTER UPDATE ON forum_searchentry
    WHEN old.id <> new.id OR old.names <> new.names OR old.texts <> new.texts
        OR old.staff_texts <> new.staff_texts
    BEGIN
        INSERT INTO forum_searchindex (forum_searchindex, rowid, names, texts, staff_texts)
        VALUES ('delete', old.id, old.names, old.texts, old.staff_texts);
        INSERT INTO forum_searchindex (rowid, names, texts, staff_texts)
        VALUES (new.id, new.names, new.texts, new.staff_texts);
    END
    """,
]
POSTGRESQL = [
    """
    ALTER TABLE forum_searchentry ADD COLUMN vector tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', names), 'A')
        || setweight(to_tsvector('simple', texts), 'B')
        || setweight(to_tsvector('simple', staff_texts), 'C')
    ) STORED
    """,
    "CREATE INDEX forum_searchentry_vector ON forum_searchentry USING gin (vector)",
]


def create_index(apps, schema_editor):
    sqlite = schema_editor.connection.vendor == "sqlite"
    for statement in SQLITE if sqlite else POSTGRESQL:
        schema_editor.execute(statement)


def drop_index(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE forum_searchindex")


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '__first__'),
        ('reversion', '0002_add_index_on_version_for_content_type_and_db'),
    ]

    operations = [
        migrations.CreateModel(
            name='AsideForm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='aside_forms', to=settings.AUTH_USER_MODEL)),
                ('path', models.CharField(max_length=1000)),
                ('data', models.JSONField()),
                ('kept_at', models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('user', 'path'), name='forum_asideform_once_a_page')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='AsideFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='aside_files', to=settings.AUTH_USER_MODEL)),
                ('token', models.UUIDField(default=uuid.uuid4, unique=True)),
                ('file', forum.uploads.fields.AsideField(max_length=300, storage=forum.uploads.storage.private_storage, upload_to='aside/')),
                ('name', models.CharField(max_length=255)),
                ('content_type', models.CharField(blank=True, max_length=255)),
                ('kept_at', models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
            ],
            options={
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='SentForm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.CharField(max_length=64, unique=True)),
                ('model', models.CharField(max_length=60)),
                ('key', models.BigIntegerField(null=True)),
                ('sent_at', models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
            ],
            options={
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='Series',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name_en', models.CharField(blank=True, help_text='For example: Forum of Rectors of Poland and Uzbekistan.', max_length=300, verbose_name='name [en]')),
                ('name_kk', models.CharField(blank=True, help_text='For example: Forum of Rectors of Poland and Uzbekistan.', max_length=300, verbose_name='name [kk]')),
                ('name_ru', models.CharField(blank=True, help_text='For example: Forum of Rectors of Poland and Uzbekistan.', max_length=300, verbose_name='name [ru]')),
                ('name_et', models.CharField(blank=True, help_text='For example: Forum of Rectors of Poland and Uzbekistan.', max_length=300, verbose_name='name [et]')),
                ('slug', models.SlugField(blank=True, help_text="The last part of the page's address. Leave it empty to have it made from the name; a later change leads visitors on from the old address.", max_length=130, unique=True, verbose_name='web address')),
                ('sort_key_en', models.BinaryField(db_index=True, default=b'')),
                ('sort_key_kk', models.BinaryField(db_index=True, default=b'')),
                ('sort_key_ru', models.BinaryField(db_index=True, default=b'')),
                ('sort_key_et', models.BinaryField(db_index=True, default=b'')),
            ],
            options={
                'verbose_name': 'series',
                'verbose_name_plural': 'series',
                'ordering': ['slug'],
                'constraints': [models.CheckConstraint(condition=models.Q(('name_en__gt', ''), ('name_kk__gt', ''), ('name_ru__gt', ''), ('name_et__gt', ''), _connector='OR'), name='forum_series_name_in_some_language', violation_error_message='Give the name in at least one language.')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Topic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name_en', models.CharField(blank=True, help_text='For example: academic mobility.', max_length=200, verbose_name='name [en]')),
                ('name_kk', models.CharField(blank=True, help_text='For example: academic mobility.', max_length=200, verbose_name='name [kk]')),
                ('name_ru', models.CharField(blank=True, help_text='For example: academic mobility.', max_length=200, verbose_name='name [ru]')),
                ('name_et', models.CharField(blank=True, help_text='For example: academic mobility.', max_length=200, verbose_name='name [et]')),
                ('slug', models.SlugField(blank=True, help_text="The last part of the page's address. Leave it empty to have it made from the name; a later change leads visitors on from the old address.", max_length=130, unique=True, verbose_name='web address')),
                ('code', models.CharField(blank=True, help_text='A code from your own or a public list, for example ISCED-F 0613.', max_length=40, verbose_name='code')),
                ('is_academic', models.BooleanField(default=True, help_text='Off for fields such as trade or energy, so that they can be filtered out.', verbose_name='academic')),
                ('sort_key_en', models.BinaryField(db_index=True, default=b'')),
                ('sort_key_kk', models.BinaryField(db_index=True, default=b'')),
                ('sort_key_ru', models.BinaryField(db_index=True, default=b'')),
                ('sort_key_et', models.BinaryField(db_index=True, default=b'')),
            ],
            options={
                'verbose_name': 'topic',
                'verbose_name_plural': 'topics',
                'ordering': ['slug'],
                'constraints': [models.CheckConstraint(condition=models.Q(('name_en__gt', ''), ('name_kk__gt', ''), ('name_ru__gt', ''), ('name_et__gt', ''), _connector='OR'), name='forum_topic_name_in_some_language', violation_error_message='Give the name in at least one language.')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Venue',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name_en', models.CharField(blank=True, help_text='For example: Akorda Palace, or Room 204.', max_length=300, verbose_name='name [en]')),
                ('name_kk', models.CharField(blank=True, help_text='For example: Akorda Palace, or Room 204.', max_length=300, verbose_name='name [kk]')),
                ('name_ru', models.CharField(blank=True, help_text='For example: Akorda Palace, or Room 204.', max_length=300, verbose_name='name [ru]')),
                ('name_et', models.CharField(blank=True, help_text='For example: Akorda Palace, or Room 204.', max_length=300, verbose_name='name [et]')),
                ('parent', models.ForeignKey(blank=True, help_text='The building that this room is in.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='rooms', to='forum.venue', verbose_name='inside')),
                ('address_en', models.CharField(blank=True, max_length=300, verbose_name='address [en]')),
                ('address_kk', models.CharField(blank=True, max_length=300, verbose_name='address [kk]')),
                ('address_ru', models.CharField(blank=True, max_length=300, verbose_name='address [ru]')),
                ('address_et', models.CharField(blank=True, max_length=300, verbose_name='address [et]')),
                ('city_en', models.CharField(blank=True, max_length=120, verbose_name='city [en]')),
                ('city_kk', models.CharField(blank=True, max_length=120, verbose_name='city [kk]')),
                ('city_ru', models.CharField(blank=True, max_length=120, verbose_name='city [ru]')),
                ('city_et', models.CharField(blank=True, max_length=120, verbose_name='city [et]')),
                ('country', models.CharField(blank=True, choices=forum.records.countries.country_choices, max_length=4, verbose_name='country')),
                ('latitude', models.DecimalField(blank=True, decimal_places=6, help_text='Degrees north, for example 51.125900.', max_digits=8, null=True, validators=[django.core.validators.MinValueValidator(-90), django.core.validators.MaxValueValidator(90)], verbose_name='latitude')),
                ('longitude', models.DecimalField(blank=True, decimal_places=6, help_text='Degrees east, for example 71.446700.', max_digits=9, null=True, validators=[django.core.validators.MinValueValidator(-180), django.core.validators.MaxValueValidator(180)], verbose_name='longitude')),
                ('floor', models.CharField(blank=True, max_length=20, verbose_name='floor')),
                ('capacity', models.PositiveIntegerField(blank=True, null=True, verbose_name='capacity')),
                ('website', models.URLField(blank=True, max_length=500, verbose_name='website')),
                ('changed_at', models.DateTimeField(db_index=True, default=django.utils.timezone.now, editable=False, verbose_name='changed at')),
                ('sort_key_en', models.BinaryField(db_index=True, default=b'')),
                ('sort_key_kk', models.BinaryField(db_index=True, default=b'')),
                ('sort_key_ru', models.BinaryField(db_index=True, default=b'')),
                ('sort_key_et', models.BinaryField(db_index=True, default=b'')),
            ],
            options={
                'verbose_name': 'venue',
                'verbose_name_plural': 'venues',
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('name_en__gt', ''), ('name_kk__gt', ''), ('name_ru__gt', ''), ('name_et__gt', ''), _connector='OR'), name='forum_venue_name_in_some_language', violation_error_message='Give the name in at least one language.'), models.CheckConstraint(condition=models.Q(models.Q(('latitude__isnull', True), ('longitude__isnull', True)), models.Q(('latitude__isnull', False), ('latitude__range', (-90, 90)), ('longitude__isnull', False), ('longitude__range', (-180, 180))), _connector='OR'), name='forum_venue_coordinates_valid', violation_error_message='Give both coordinates, in degrees, or neither.')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Event',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title_en', models.CharField(blank=True, help_text="For example: Kazakhstan-Estonia Rectors' Forum.", max_length=1000, verbose_name='title [en]')),
                ('title_kk', models.CharField(blank=True, help_text="For example: Kazakhstan-Estonia Rectors' Forum.", max_length=1000, verbose_name='title [kk]')),
                ('title_ru', models.CharField(blank=True, help_text="For example: Kazakhstan-Estonia Rectors' Forum.", max_length=1000, verbose_name='title [ru]')),
                ('title_et', models.CharField(blank=True, help_text="For example: Kazakhstan-Estonia Rectors' Forum.", max_length=1000, verbose_name='title [et]')),
                ('slug', models.SlugField(blank=True, help_text="The last part of the page's address. Leave it empty to have it made from the name; a later change leads visitors on from the old address.", max_length=130, unique=True, verbose_name='web address')),
                ('kind', models.CharField(choices=[('visit', 'visit'), ('summit', 'summit'), ('forum', 'forum'), ('conference', 'conference'), ('meeting', 'meeting'), ('round_table', 'round table'), ('signing', 'signing'), ('lecture', 'lecture'), ('ceremony', 'ceremony'), ('exhibition', 'exhibition'), ('fair', 'fair'), ('culture', 'concert or cultural event'), ('other', 'other event')], default='forum', max_length=20, verbose_name='kind')),
                ('visit_kind', models.CharField(blank=True, choices=[('state', 'state visit'), ('official', 'official visit'), ('working', 'working visit'), ('study', 'study visit'), ('private', 'private visit')], help_text='Only for visits. Where sources disagree, record each as a citation.', max_length=20, verbose_name='kind of visit')),
                ('series', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='events', to='forum.series', verbose_name='series')),
                ('edition', models.PositiveSmallIntegerField(blank=True, help_text='The number within the series: 2.', null=True, verbose_name='edition')),
                ('theme_en', models.CharField(blank=True, max_length=300, verbose_name='theme or motto [en]')),
                ('theme_kk', models.CharField(blank=True, max_length=300, verbose_name='theme or motto [kk]')),
                ('theme_ru', models.CharField(blank=True, max_length=300, verbose_name='theme or motto [ru]')),
                ('theme_et', models.CharField(blank=True, max_length=300, verbose_name='theme or motto [et]')),
                ('parent', models.ForeignKey(blank=True, help_text='The visit or summit that this event belongs to. Their dates may differ.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='forum.event', verbose_name='part of')),
                ('status', models.CharField(choices=[('planned', 'planned'), ('confirmed', 'confirmed'), ('held', 'held'), ('postponed', 'postponed'), ('cancelled', 'cancelled')], default='planned', max_length=20, verbose_name='status')),
                ('starts_on', models.DateField(blank=True, help_text='Leave empty while it is not known.', null=True, verbose_name='first day')),
                ('ends_on', models.DateField(blank=True, help_text='Leave empty for a single day.', null=True, verbose_name='last day')),
                ('date_precision', models.CharField(choices=[('day', 'exact day'), ('month', 'month only'), ('year', 'year only'), ('unknown', 'it happened, the date is not known')], default='day', help_text='Follows from how the date is typed: 18.08.2016, 08.2016 or 2016.', max_length=7, verbose_name='how exact')),
                ('time_zone', models.CharField(blank=True, default='UTC', help_text="Of all times in the programme, for example Asia/Almaty. Empty: the city's.", max_length=60, validators=[forum.models.event.validate_time_zone], verbose_name='time zone')),
                ('attendance_mode', models.CharField(blank=True, choices=[('offline', 'in person'), ('online', 'online'), ('mixed', 'in person and online')], max_length=10, verbose_name='attendance')),
                ('venue', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='events', to='forum.venue', verbose_name='venue')),
                ('city_en', models.CharField(blank=True, help_text='For example: Astana.', max_length=120, verbose_name='city [en]')),
                ('city_kk', models.CharField(blank=True, help_text='For example: Astana.', max_length=120, verbose_name='city [kk]')),
                ('city_ru', models.CharField(blank=True, help_text='For example: Astana.', max_length=120, verbose_name='city [ru]')),
                ('city_et', models.CharField(blank=True, help_text='For example: Astana.', max_length=120, verbose_name='city [et]')),
                ('country', models.CharField(blank=True, choices=forum.records.countries.country_choices, max_length=4, verbose_name='country')),
                ('languages', forum.records.fields.TagsField(blank=True, help_text='Language tags with commas between, for example: kk, ru, en.', max_length=120, validators=[forum.records.languages.validate_tags], verbose_name='languages')),
                ('interpretation', models.CharField(blank=True, choices=[('none', 'no interpretation'), ('consecutive', 'consecutive interpretation'), ('simultaneous', 'simultaneous interpretation')], max_length=20, verbose_name='interpretation')),
                ('summary_en', models.TextField(blank=True, help_text='Two or three sentences, shown in lists.', verbose_name='summary [en]')),
                ('summary_kk', models.TextField(blank=True, help_text='Two or three sentences, shown in lists.', verbose_name='summary [kk]')),
                ('summary_ru', models.TextField(blank=True, help_text='Two or three sentences, shown in lists.', verbose_name='summary [ru]')),
                ('summary_et', models.TextField(blank=True, help_text='Two or three sentences, shown in lists.', verbose_name='summary [et]')),
                ('description_en', models.TextField(blank=True, help_text='Markdown: **bold**, - lists, [links](https://…).', verbose_name='description [en]')),
                ('description_kk', models.TextField(blank=True, help_text='Markdown: **bold**, - lists, [links](https://…).', verbose_name='description [kk]')),
                ('description_ru', models.TextField(blank=True, help_text='Markdown: **bold**, - lists, [links](https://…).', verbose_name='description [ru]')),
                ('description_et', models.TextField(blank=True, help_text='Markdown: **bold**, - lists, [links](https://…).', verbose_name='description [et]')),
                ('precedence_rule', models.CharField(choices=[('listed', 'as listed by protocol'), ('alphabetical', 'alphabetical'), ('rank', 'rank of the head of delegation, then alphabetical')], default='listed', max_length=20, verbose_name='order of delegations')),
                ('precedence_language', models.CharField(blank=True, choices=forum.records.languages.alphabets, error_messages={'invalid_choice': 'The alphabetical order of this language is not known here. Choose a language of the list.'}, help_text='The names of the countries in this language, in its alphabet, set an alphabetical order. Empty: English.', max_length=20, verbose_name='alphabet of the order')),
                ('image', forum.uploads.fields.PictureField(blank=True, db_index=True, height_field='image_height', upload_to='events/', verbose_name='image', width_field='image_width')),
                ('image_width', models.PositiveIntegerField(blank=True, editable=False, null=True)),
                ('image_height', models.PositiveIntegerField(blank=True, editable=False, null=True)),
                ('image_credit', models.CharField(blank=True, max_length=200, verbose_name='image credit')),
                ('image_alt_en', models.CharField(blank=True, help_text='What the picture shows, for those who do not see it.', max_length=300, verbose_name='image description [en]')),
                ('image_alt_kk', models.CharField(blank=True, help_text='What the picture shows, for those who do not see it.', max_length=300, verbose_name='image description [kk]')),
                ('image_alt_ru', models.CharField(blank=True, help_text='What the picture shows, for those who do not see it.', max_length=300, verbose_name='image description [ru]')),
                ('image_alt_et', models.CharField(blank=True, help_text='What the picture shows, for those who do not see it.', max_length=300, verbose_name='image description [et]')),
                ('is_published', models.BooleanField(db_index=True, default=False, help_text='Visitors see only what is published.', verbose_name='published')),
                ('changed_at', models.DateTimeField(db_index=True, default=django.utils.timezone.now, editable=False, verbose_name='changed at')),
                ('sort_key_en', models.BinaryField(db_index=True, default=b'')),
                ('sort_key_kk', models.BinaryField(db_index=True, default=b'')),
                ('sort_key_ru', models.BinaryField(db_index=True, default=b'')),
                ('sort_key_et', models.BinaryField(db_index=True, default=b'')),
                ('topics', models.ManyToManyField(blank=True, related_name='events', to='forum.topic', verbose_name='topics')),
            ],
            options={
                'verbose_name': 'event',
                'verbose_name_plural': 'events',
                'ordering': ['-starts_on', 'slug'],
                'indexes': [forum.records.paging.OrderIndex(models.OrderBy(models.F('starts_on'), descending=True, nulls_last=True), models.OrderBy(models.F('id'), descending=True), name='forum_newest_events')],
                'constraints': [models.CheckConstraint(condition=models.Q(('title_en__gt', ''), ('title_kk__gt', ''), ('title_ru__gt', ''), ('title_et__gt', ''), _connector='OR'), name='forum_event_title_in_some_language', violation_error_message='Give the title in at least one language.'), models.CheckConstraint(condition=models.Q(('kind__in', ['visit', 'summit', 'forum', 'conference', 'meeting', 'round_table', 'signing', 'lecture', 'ceremony', 'exhibition', 'fair', 'culture', 'other', ''])), name='forum_event_kind_valid', violation_error_message='Choose one of the listed values.'), models.CheckConstraint(condition=models.Q(('visit_kind__in', ['state', 'official', 'working', 'study', 'private', ''])), name='forum_event_visit_kind_valid', violation_error_message='Choose one of the listed values.'), models.CheckConstraint(condition=models.Q(('status__in', ['planned', 'confirmed', 'held', 'postponed', 'cancelled', ''])), name='forum_event_status_valid', violation_error_message='Choose one of the listed values.'), models.CheckConstraint(condition=models.Q(('attendance_mode__in', ['offline', 'online', 'mixed', ''])), name='forum_event_attendance_mode_valid', violation_error_message='Choose one of the listed values.'), models.CheckConstraint(condition=models.Q(('interpretation__in', ['none', 'consecutive', 'simultaneous', ''])), name='forum_event_interpretation_valid', violation_error_message='Choose one of the listed values.'), models.CheckConstraint(condition=models.Q(('precedence_rule__in', ['listed', 'alphabetical', 'rank', ''])), name='forum_event_precedence_rule_valid', violation_error_message='Choose one of the listed values.'), models.CheckConstraint(condition=models.Q(('precedence_language__in', ['', 'az', 'be', 'bg', 'bs', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'fi', 'fr', 'hr', 'hu', 'hy', 'is', 'it', 'ka', 'kk', 'ky', 'lt', 'lv', 'mk', 'mn', 'nb', 'nl', 'pl', 'pt', 'ro', 'ru', 'sk', 'sl', 'sq', 'sr', 'sv', 'tg', 'tk', 'tr', 'uk', 'uz', 'vi'])), name='forum_event_precedence_language_valid', violation_error_message='The alphabetical order of this language is not known here. Choose a language of the list.'), models.CheckConstraint(condition=models.Q(('date_precision__in', ['day', 'month', 'year', 'unknown', ''])), name='forum_event_date_precision_valid', violation_error_message='Choose one of the listed values.'), models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='forum_event_ends_on_not_before_starts_on', violation_error_message='The end cannot be before the start.'), models.CheckConstraint(condition=models.Q(models.Q(('date_precision', 'unknown'), _negated=True), ('starts_on__isnull', True), _connector='OR'), name='forum_event_starts_on_not_if_unknown', violation_error_message='Leave the date empty if it is not known, or say how exact it is.'), models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('starts_on__isnull', False), _connector='OR'), name='forum_event_end_needs_start', violation_error_message='An event with a last day needs a first day.'), models.CheckConstraint(condition=models.Q(('visit_kind', ''), ('kind', 'visit'), _connector='OR'), name='forum_event_visit_kind_only_for_visits', violation_error_message='Only a visit has a kind of visit.'), models.CheckConstraint(condition=models.Q(('edition__isnull', True), ('series__isnull', False), _connector='OR'), name='forum_event_edition_needs_series', violation_error_message='An edition needs the series it belongs to.'), models.UniqueConstraint(fields=('series', 'edition'), name='forum_event_edition_once_a_series', violation_error_message='This series already has an edition with this number.')],
            },
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(blank=True, help_text='The day of the programme, also for what happens after its midnight.', null=True, verbose_name='day')),
                ('starts_at', models.TimeField(blank=True, help_text='Local time of the event, for example 10:00.', null=True, verbose_name='from')),
                ('ends_at', models.TimeField(blank=True, help_text='May be unknown. An end earlier than the start is on the next day.', null=True, verbose_name='until')),
                ('is_after_midnight', models.BooleanField(default=False, help_text='It starts after midnight but belongs to the programme of the day before.', verbose_name='after midnight')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to='forum.event', verbose_name='event')),
                ('parent', models.ForeignKey(blank=True, help_text="The longer item that this one is a part of. The list is that of the event: choose the event and save first, or begin on the event's page.", null=True, on_delete=django.db.models.deletion.CASCADE, related_name='items', to='forum.session', verbose_name='under')),
                ('kind', models.CharField(choices=[('opening', 'opening'), ('address', 'address'), ('plenary', 'plenary session'), ('lecture', 'lecture'), ('panel', 'panel'), ('round_table', 'round table or discussion'), ('meeting', 'meeting'), ('signing', 'signing ceremony'), ('ceremony', 'ceremony'), ('visit', 'visit'), ('reception', 'reception'), ('culture', 'cultural programme'), ('break', 'break'), ('press', 'press'), ('logistics', 'logistics'), ('other', 'other item')], default='address', max_length=20, verbose_name='kind')),
                ('title_en', models.CharField(blank=True, help_text='May stay empty: the kind is shown.', max_length=1000, verbose_name='title [en]')),
                ('title_kk', models.CharField(blank=True, help_text='May stay empty: the kind is shown.', max_length=1000, verbose_name='title [kk]')),
                ('title_ru', models.CharField(blank=True, help_text='May stay empty: the kind is shown.', max_length=1000, verbose_name='title [ru]')),
                ('title_et', models.CharField(blank=True, help_text='May stay empty: the kind is shown.', max_length=1000, verbose_name='title [et]')),
                ('original_title', models.CharField(blank=True, help_text='The title of a lecture in the language in which it was announced.', max_length=1000, verbose_name='title as printed')),
                ('original_language', forum.records.fields.TagsField(blank=True, help_text='A language tag, for example: kk, ru, et, en, pl, uz-Cyrl.', max_length=20, validators=[forum.records.languages.validate_tag], verbose_name='language of the printed title')),
                ('abstract_en', models.TextField(blank=True, verbose_name='abstract [en]')),
                ('abstract_kk', models.TextField(blank=True, verbose_name='abstract [kk]')),
                ('abstract_ru', models.TextField(blank=True, verbose_name='abstract [ru]')),
                ('abstract_et', models.TextField(blank=True, verbose_name='abstract [et]')),
                ('venue', models.ForeignKey(blank=True, help_text="Only where it differs from the event's venue.", null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='forum.venue', verbose_name='venue')),
                ('languages', forum.records.fields.TagsField(blank=True, help_text='Language tags with commas between, for example: kk, ru, en.', max_length=120, validators=[forum.records.languages.validate_tags], verbose_name='languages')),
                ('visibility', models.CharField(choices=[('public', 'public'), ('participants', 'participants only'), ('internal', 'internal')], default='public', max_length=20, verbose_name='visible to')),
                ('position', models.PositiveSmallIntegerField(default=0, help_text='Order in the list: 0 comes before 1, 1 before 2.', verbose_name='position')),
                ('changed_at', models.DateTimeField(db_index=True, default=django.utils.timezone.now, editable=False, verbose_name='changed at')),
            ],
            options={
                'verbose_name': 'programme item',
                'verbose_name_plural': 'programme',
                'ordering': ['event', 'day', 'is_after_midnight', 'starts_at', 'position'],
                'abstract': False,
                'indexes': [forum.records.paging.OrderIndex(models.OrderBy(models.F('day'), descending=True, nulls_last=True), models.OrderBy(models.F('id'), descending=True), name='forum_latest_sessions')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_at__isnull', True), ('starts_at__isnull', False), _connector='OR'), name='forum_session_end_needs_start', violation_error_message='A time at which it ends needs one at which it starts.'), models.CheckConstraint(condition=models.Q(('starts_at__isnull', True), ('day__isnull', False), _connector='OR'), name='forum_session_time_needs_day', violation_error_message='A time needs its day.'), models.CheckConstraint(condition=models.Q(('kind__in', ['opening', 'address', 'plenary', 'lecture', 'panel', 'round_table', 'meeting', 'signing', 'ceremony', 'visit', 'reception', 'culture', 'break', 'press', 'logistics', 'other', ''])), name='forum_session_kind_valid', violation_error_message='Choose one of the listed values.'), models.CheckConstraint(condition=models.Q(('visibility__in', ['public', 'participants', 'internal', ''])), name='forum_session_visibility_valid', violation_error_message='Choose one of the listed values.')],
            },
        ),
        migrations.CreateModel(
            name='Attachment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attachments', to='forum.event', verbose_name='event')),
                ('session', models.ForeignKey(blank=True, help_text='Visitors see it only with the item. Empty: it is of the event as a whole.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='attachments', to='forum.session', verbose_name='programme item')),
                ('kind', models.CharField(choices=[('programme', 'programme'), ('joint_statement', 'joint statement'), ('press_release', 'press release'), ('photo', 'photo'), ('speech', 'speech'), ('minutes', 'minutes'), ('other', 'other')], default='programme', max_length=20, verbose_name='kind')),
                ('title_en', models.CharField(blank=True, help_text='For example: Programme as of 11 April 2023.', max_length=1000, verbose_name='title [en]')),
                ('title_kk', models.CharField(blank=True, help_text='For example: Programme as of 11 April 2023.', max_length=1000, verbose_name='title [kk]')),
                ('title_ru', models.CharField(blank=True, help_text='For example: Programme as of 11 April 2023.', max_length=1000, verbose_name='title [ru]')),
                ('title_et', models.CharField(blank=True, help_text='For example: Programme as of 11 April 2023.', max_length=1000, verbose_name='title [et]')),
                ('file', forum.uploads.fields.DocumentField(blank=True, storage=forum.uploads.storage.private_storage, upload_to='attachments/', verbose_name='file')),
                ('url', models.URLField(blank=True, max_length=500, verbose_name='link')),
                ('language', forum.records.fields.TagsField(blank=True, help_text='A language tag, for example: kk, ru, et, en, pl, uz-Cyrl.', max_length=20, validators=[forum.records.languages.validate_tag], verbose_name='language')),
                ('as_of', models.DateField(blank=True, help_text='The day of this version.', null=True, verbose_name='as of')),
                ('is_public', models.BooleanField(default=False, help_text='Visitors see only public files and links.', verbose_name='public')),
                ('credit', models.CharField(blank=True, max_length=200, verbose_name='credit')),
            ],
            options={
                'verbose_name': 'attachment',
                'verbose_name_plural': 'attachments',
                'ordering': ['kind', '-as_of', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('title_en__gt', ''), ('title_kk__gt', ''), ('title_ru__gt', ''), ('title_et__gt', ''), _connector='OR'), name='forum_attachment_title_in_some_language', violation_error_message='Give the title in at least one language.'), models.CheckConstraint(condition=models.Q(('kind__in', ['programme', 'joint_statement', 'press_release', 'photo', 'speech', 'minutes', 'other', ''])), name='forum_attachment_kind_valid', violation_error_message='Choose one of the listed values.'), models.CheckConstraint(condition=models.Q(models.Q(('file', ''), _negated=True), models.Q(('url', ''), _negated=True), _connector='OR'), name='forum_attachment_file_or_link', violation_error_message='Give a file or a link.')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='AuditDoor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
            options={
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='AuditEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(db_index=True, default=django.utils.timezone.now, editable=False, verbose_name='time')),
                ('kind', models.CharField(choices=[('signed_in', 'signed in'), ('signed_out', 'signed out'), ('sign_in_failed', 'failed to sign in'), ('locked_out', 'locked out'), ('account_changed', 'account changed'), ('rights_changed', 'rights changed'), ('refused', 'refused'), ('exported', 'exported'), ('private_seen', 'private data seen'), ('published', 'published'), ('unpublished', 'taken off the site'), ('reviewed', 'reviewed before publication'), ('merged', 'merged'), ('step', 'step of an agreement'), ('reverted', 'reverted'), ('deleted', 'deleted'), ('token', 'private address made or ended'), ('erased', 'personal data erased'), ('operated', 'run by a command')], editable=False, max_length=20, verbose_name='act')),
                ('who', models.CharField(blank=True, editable=False, max_length=200, verbose_name='by')),
                ('account', models.BigIntegerField(editable=False, null=True, verbose_name='account number')),
                ('subject', models.CharField(blank=True, editable=False, max_length=500, verbose_name='of')),
                ('model', models.CharField(blank=True, editable=False, max_length=60, verbose_name='kind of record')),
                ('key', models.BigIntegerField(editable=False, null=True, verbose_name='number')),
                ('origin', models.GenericIPAddressField(editable=False, null=True, verbose_name='from')),
                ('details', models.JSONField(default=dict, editable=False, verbose_name='details')),
            ],
            options={
                'verbose_name': 'entry of the audit trail',
                'verbose_name_plural': 'audit trail',
                'ordering': ['-at', '-pk'],
                'default_permissions': ('view',),
                'indexes': [models.Index(fields=['model', 'key'], name='forum_auditentry_subject'), models.Index(fields=['account', 'at'], name='forum_auditentry_account')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['signed_in', 'signed_out', 'sign_in_failed', 'locked_out', 'account_changed', 'rights_changed', 'refused', 'exported', 'private_seen', 'published', 'unpublished', 'reviewed', 'merged', 'step', 'reverted', 'deleted', 'token', 'erased', 'operated', ''])), name='forum_auditentry_kind_valid', violation_error_message='Choose one of the listed values.')],
            },
        ),
        migrations.CreateModel(
            name='Cached',
            fields=[
                ('cache_key', models.CharField(max_length=255, primary_key=True, serialize=False)),
                ('value', models.TextField()),
                ('expires', models.DateTimeField(db_index=True)),
            ],
            options={
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='PublicChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('weight', models.BigIntegerField()),
            ],
            options={
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='Source',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=1000, verbose_name='title')),
                ('publisher', models.CharField(blank=True, max_length=200, verbose_name='publisher')),
                ('url', models.URLField(blank=True, max_length=600, verbose_name='link')),
                ('language', forum.records.fields.TagsField(blank=True, help_text='A language tag, for example: kk, ru, et, en, pl, uz-Cyrl.', max_length=20, validators=[forum.records.languages.validate_tag], verbose_name='language')),
                ('published_on', models.DateField(blank=True, null=True, verbose_name='published on')),
                ('read_on', models.DateField(blank=True, null=True, verbose_name='read on')),
            ],
            options={
                'verbose_name': 'source',
                'verbose_name_plural': 'sources',
                'ordering': ['title', 'pk'],
                'indexes': [forum.records.paging.OrderIndex(models.OrderBy(models.F('published_on'), descending=True, nulls_last=True), models.OrderBy(models.F('id'), descending=True), name='forum_latest_sources')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('url', ''), _negated=True), fields=('url',), name='forum_source_url_once', violation_error_message='A source with this link is already recorded.'), models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='forum_source_title_given', violation_error_message='Give the title.')],
            },
        ),
        migrations.CreateModel(
            name='EventCitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='forum.source', verbose_name='source')),
                ('field', models.CharField(blank=True, choices=[('title', 'title'), ('name', 'name'), ('date', 'date'), ('place', 'place'), ('kind', 'kind'), ('visit_kind', 'kind of visit'), ('organiser', 'organiser'), ('programme', 'programme'), ('opened_by', 'opened by'), ('size', 'size'), ('role', 'role'), ('mode', 'way of taking part'), ('office', 'office'), ('name_and_office', 'name and office'), ('instrument', 'instrument'), ('parties', 'parties'), ('signatories', 'signatories'), ('text', 'text'), ('amount', 'amount'), ('due', 'due on'), ('other', 'something else')], help_text='Empty: the record as a whole.', max_length=20, verbose_name='fact')),
                ('value', models.CharField(blank=True, help_text='The same word for all sources that say the same in whatever language, so that they are counted together: state, official, 40.', max_length=60, verbose_name='value')),
                ('as_printed', models.CharField(blank=True, help_text='What the source says, word for word.', max_length=1000, verbose_name='as printed')),
                ('claim', models.CharField(choices=[('announced', 'announced beforehand'), ('reported', 'reported afterwards')], default='reported', max_length=20, verbose_name='claim')),
                ('is_preferred', models.BooleanField(default=False, help_text='The record follows this source.', verbose_name='preferred')),
                ('note', models.CharField(blank=True, max_length=500, verbose_name='note')),
                ('note_language', forum.records.fields.TagsField(blank=True, help_text='A language tag, for example: kk, ru, et, en, pl, uz-Cyrl.', max_length=20, validators=[forum.records.languages.validate_tag], verbose_name='language of the note')),
                ('event', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='forum.event', verbose_name='event')),
                ('session', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='forum.session', verbose_name='programme item')),
            ],
            options={
                'verbose_name': 'citation about an event',
                'verbose_name_plural': 'citations about events',
                'ordering': ['field', '-is_preferred', 'pk'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('claim__in', ['announced', 'reported', ''])), name='forum_eventcitation_claim_valid', violation_error_message='Choose one of the listed values.'), models.CheckConstraint(condition=models.Q(('field__in', ['title', 'name', 'date', 'place', 'kind', 'visit_kind', 'organiser', 'programme', 'opened_by', 'size', 'role', 'mode', 'office', 'name_and_office', 'instrument', 'parties', 'signatories', 'text', 'amount', 'due', 'other', ''])), name='forum_eventcitation_field_valid', violation_error_message='Choose one of the listed values.'), models.CheckConstraint(condition=models.Q(models.Q(('event__isnull', False), ('session__isnull', True)), models.Q(('event__isnull', True), ('session__isnull', False)), _connector='OR'), name='forum_eventcitation_one_subject', violation_error_message='Give an event or a programme item.')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Erasure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('model', models.CharField(max_length=60)),
                ('key', models.BigIntegerField()),
                ('mode', models.CharField(choices=[('private', 'Clear private data, keep the public record under the name'), ('anonymous', 'Withhold the name as well')], max_length=20, verbose_name='how far')),
                ('spared', models.JSONField(default=list)),
                ('files', models.JSONField(default=list)),
                ('erased_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='erased at')),
                ('by', models.CharField(blank=True, max_length=200, verbose_name='by')),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='reason')),
            ],
            options={
                'ordering': ['erased_at', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('mode__in', ['private', 'anonymous', ''])), name='forum_erasure_mode_valid', violation_error_message='Choose one of the listed values.')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='GoneAddress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True)),
            ],
            options={
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='FacetChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20)),
                ('facet', models.CharField(max_length=20)),
                ('value', models.CharField(max_length=40)),
                ('count', models.IntegerField(default=0)),
            ],
            options={
                'indexes': [models.Index(models.F('kind'), models.F('facet'), models.OrderBy(models.F('count'), descending=True), models.F('value'), name='forum_most_frequent')],
                'constraints': [models.UniqueConstraint(fields=('kind', 'facet', 'value'), name='forum_facetchoice_once')],
            },
        ),
        migrations.CreateModel(
            name='FacetValue',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20)),
                ('record', models.BigIntegerField()),
                ('choice', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='values', to='forum.facetchoice')),
            ],
            options={
                'indexes': [models.Index(fields=['kind', 'record', 'choice'], name='forum_values_of_record')],
                'constraints': [models.UniqueConstraint(fields=('choice', 'record'), name='forum_facetvalue_once')],
            },
        ),
        migrations.CreateModel(
            name='Figure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='figures', to='forum.event', verbose_name='event')),
                ('country', models.CharField(blank=True, choices=forum.records.countries.country_choices, max_length=4, verbose_name='country')),
                ('other_country', models.CharField(blank=True, choices=forum.records.countries.country_choices, max_length=4, verbose_name='country')),
                ('kind', models.CharField(choices=[('participants', 'participants'), ('delegations', 'delegations'), ('countries', 'countries'), ('universities', 'universities'), ('documents_announced', 'documents announced'), ('documents_signed', 'documents signed'), ('agreements_in_force', 'agreements in force'), ('branches', 'branches'), ('students', 'students'), ('deals', 'value of deals'), ('other', 'other figure')], default='participants', max_length=30, verbose_name='kind')),
                ('value', models.DecimalField(blank=True, decimal_places=2, help_text='The number alone, for example 40. Leave empty if only words were given.', max_digits=18, null=True, verbose_name='value')),
                ('as_stated_en', models.CharField(blank=True, help_text='The words used: “more than 40 companies”.', max_length=200, verbose_name='as stated [en]')),
                ('as_stated_kk', models.CharField(blank=True, help_text='The words used: “more than 40 companies”.', max_length=200, verbose_name='as stated [kk]')),
                ('as_stated_ru', models.CharField(blank=True, help_text='The words used: “more than 40 companies”.', max_length=200, verbose_name='as stated [ru]')),
                ('as_stated_et', models.CharField(blank=True, help_text='The words used: “more than 40 companies”.', max_length=200, verbose_name='as stated [et]')),
                ('unit', models.CharField(blank=True, help_text='For example: USD, students a year.', max_length=60, verbose_name='unit')),
                ('as_of', models.DateField(blank=True, null=True, verbose_name='as of')),
                ('as_of_precision', models.CharField(choices=[('day', 'exact day'), ('month', 'month only'), ('year', 'year only'), ('unknown', 'it happened, the date is not known')], default='day', help_text='Follows from how the date is typed: 18.08.2016, 08.2016 or 2016.', max_length=7, verbose_name='how exact')),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='figures', to='forum.source', verbose_name='source')),
                ('is_preferred', models.BooleanField(default=False, help_text='The figure that the record follows.', verbose_name='preferred')),
            ],
            options={
                'verbose_name': 'figure',
                'verbose_name_plural': 'figures',
                'ordering': ['kind', '-is_preferred', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['participants', 'delegations', 'countries', 'universities', 'documents_announced', 'documents_signed', 'agreements_in_force', 'branches', 'students', 'deals', 'other', ''])), name='forum_figure_kind_valid', violation_error_message='Choose one of the listed values.'), models.CheckConstraint(condition=models.Q(('as_of_precision__in', ['day', 'month', 'year', 'unknown', ''])), name='forum_figure_as_of_precision_valid', violation_error_message='Choose one of the listed values.'), models.CheckConstraint(condition=models.Q(models.Q(('as_of_precision', 'unknown'), _negated=True), ('as_of__isnull', True), _connector='OR'), name='forum_figure_as_of_not_if_unknown', violation_error_message='Leave the date empty if it is not known, or say how exact it is.'), models.CheckConstraint(condition=models.Q(models.Q(('country', ''), ('event__isnull', False), ('other_country', '')), models.Q(('event__isnull', True), models.Q(('country', ''), _negated=True), models.Q(('other_country', ''), _negated=True)), _connector='OR'), name='forum_figure_one_subject', violation_error_message='Give either an event or two countries.'), models.CheckConstraint(condition=models.Q(('country', ''), models.Q(('country', models.F('other_country')), _negated=True), _connector='OR'), name='forum_figure_countries_differ', violation_error_message='The two countries must differ.'), models.CheckConstraint(condition=models.Q(('value__isnull', False), ('as_stated_en__gt', ''), ('as_stated_kk__gt', ''), ('as_stated_ru__gt', ''), ('as_stated_et__gt', ''), _connector='OR'), name='forum_figure_says_something', violation_error_message='Give a value or the words used.')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Author',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='author', to='reversion.revision')),
                ('name', models.CharField(max_length=200)),
            ],
            options={
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='Touch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='touches', to='reversion.version')),
                ('model', models.CharField(max_length=60)),
                ('key', models.BigIntegerField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('model', 'key', 'version'), name='forum_touch_once_a_version')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Removal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('model', models.CharField(max_length=60)),
                ('key', models.BigIntegerField()),
                ('text', models.CharField(max_length=500, verbose_name='record')),
                ('data', models.JSONField()),
                ('wholes', models.JSONField(default=list)),
                ('removed_at', models.DateTimeField(auto_now_add=True, verbose_name='deleted at')),
            ],
            options={
                'ordering': ['-removed_at', '-pk'],
                'indexes': [models.Index(fields=['model', 'key'], name='forum_removal_record')],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='OldAddress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('path', models.CharField(max_length=200, unique=True)),
                ('model', models.CharField(max_length=60)),
                ('slug', models.SlugField(max_length=130)),
                ('key', models.BigIntegerField()),
            ],
            options={
                'indexes': [models.Index(fields=['model', 'slug'], name='forum_oldaddress_slug')],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='Intake',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=40)),
                ('place', models.JSONField(default=dict)),
                ('language', models.CharField(choices=[('en', 'English'), ('kk', 'Kazakh'), ('ru', 'Russian'), ('et', 'Estonian')], max_length=8)),
                ('source', models.CharField(blank=True, max_length=200, verbose_name='from the file')),
                ('headings', models.JSONField(default=list)),
                ('columns', models.JSONField(default=list)),
                ('state', models.CharField(choices=[('mapping', 'columns to be told'), ('reading', 'being read'), ('ready', 'to be checked'), ('saved', 'saved'), ('undone', 'undone')], default='reading', max_length=10)),
                ('author', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='intakes', to=settings.AUTH_USER_MODEL, verbose_name='author')),
                ('author_name', models.CharField(blank=True, max_length=200)),
                ('started_at', models.DateTimeField(auto_now_add=True, verbose_name='started at')),
                ('touched_at', models.DateTimeField(auto_now=True, verbose_name='changed at')),
                ('counts', models.JSONField(default=dict)),
                ('revision', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='intakes', to='reversion.revision')),
            ],
            options={
                'ordering': ['-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['mapping', 'reading', 'ready', 'saved', 'undone', ''])), name='forum_intake_state_valid', violation_error_message='Choose one of the listed values.')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='IntakeRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('intake', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='forum.intake')),
                ('position', models.PositiveIntegerField()),
                ('raw', models.JSONField(default=list)),
                ('values', models.JSONField(default=dict)),
                ('answers', models.JSONField(default=dict)),
                ('is_left_out', models.BooleanField(default=False)),
                ('twin', models.PositiveIntegerField(null=True)),
                ('state', models.CharField(choices=[('waiting', 'not read yet'), ('new', 'new'), ('changed', 'changed'), ('same', 'already on record'), ('doubtful', 'doubtful'), ('refused', 'refused'), ('left_out', 'left out'), ('empty', 'empty')], default='waiting', max_length=10)),
            ],
            options={
                'ordering': ['intake', 'position'],
                'indexes': [models.Index(fields=['intake', 'state'], name='forum_intakerow_state')],
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'new', 'changed', 'same', 'doubtful', 'refused', 'left_out', 'empty', ''])), name='forum_intakerow_state_valid', violation_error_message='Choose one of the listed values.'), models.UniqueConstraint(fields=('intake', 'position'), name='forum_intakerow_position_once')],
            },
        ),
        migrations.CreateModel(
            name='IntakeSign',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('row', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='signs', to='forum.intakerow')),
                ('text', models.CharField(db_index=True, max_length=400)),
            ],
            options={
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='IntakeHeadings',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=40)),
                ('headings', models.JSONField()),
                ('digest', models.CharField(max_length=64)),
                ('columns', models.JSONField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('kind', 'digest'), name='forum_intakeheadings_once')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Right',
            fields=[
            ],
            options={
                'verbose_name': 'right',
                'verbose_name_plural': 'rights',
                'permissions': [('view_unpublished', 'See what is not published'), ('publish', 'Publish records and take them off the site'), ('merge', 'Merge records'), ('revert', 'Put records back to what they were'), ('export', 'Take records along as a file'), ('erase', 'Erase personal data and give account of it')],
                'proxy': True,
                'default_permissions': (),
                'indexes': [],
                'constraints': [],
            },
            bases=('auth.permission',),
            managers=[
                ('objects', django.contrib.auth.models.PermissionManager()),
            ],
        ),
        migrations.CreateModel(
            name='SearchEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20)),
                ('object_id', models.BigIntegerField()),
                ('is_published', models.BooleanField(default=False)),
                ('happened_on', models.DateField(blank=True, null=True)),
                ('names', models.TextField(blank=True)),
                ('texts', models.TextField(blank=True)),
                ('staff_texts', models.TextField(blank=True)),
                ('name_lines', models.JSONField(default=list)),
                ('text_lines', models.JSONField(default=list)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('kind', 'object_id'), name='forum_searchentry_once_a_record')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='SearchWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=200, unique=True)),
                ('entries', models.IntegerField(default=0)),
            ],
            options={
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='SearchKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(db_index=True, max_length=200)),
                ('word', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='keys', to='forum.searchword')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('key', 'word'), name='forum_searchkey_once_a_word')],
                'indexes': [],
            },
        ),
        migrations.CreateModel(
            name='Stale',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('derivation', models.CharField(db_index=True, max_length=40)),
                ('key', models.BigIntegerField()),
            ],
            options={
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='Due',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('model', models.CharField(max_length=60)),
                ('key', models.BigIntegerField()),
                ('on', models.DateField(db_index=True)),
            ],
            options={
                'indexes': [],
                'constraints': [],
            },
        ),
        migrations.CreateModel(
            name='Submission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('model', models.CharField(max_length=60)),
                ('key', models.BigIntegerField()),
                ('state', models.CharField(choices=[('waiting', 'ready'), ('returned', 'returned'), ('published', 'published'), ('replaced', 'marked again')], default='waiting', max_length=20, verbose_name='state')),
                ('sent_at', models.DateTimeField(verbose_name='marked as ready at')),
                ('sender', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='submissions', to=settings.AUTH_USER_MODEL, verbose_name='marked as ready by')),
                ('sender_name', models.CharField(max_length=200)),
                ('remark', models.TextField(blank=True, verbose_name='remark')),
                ('answered_at', models.DateTimeField(null=True, verbose_name='answered at')),
                ('answerer_name', models.CharField(blank=True, max_length=200, verbose_name='answered by')),
                ('answer', models.TextField(blank=True, verbose_name='answer')),
            ],
            options={
                'verbose_name': 'mark for publication',
                'verbose_name_plural': 'marks for publication',
                'ordering': ['-pk'],
                'indexes': [models.Index(fields=['model', 'key'], name='forum_submission_record')],
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'returned', 'published', 'replaced', ''])), name='forum_submission_state_valid', violation_error_message='Choose one of the listed values.'), models.UniqueConstraint(condition=models.Q(('state', 'waiting')), fields=('model', 'key'), name='forum_submission_one_waiting')],
            },
        ),
        migrations.RunPython(create_index, drop_index),
    ]
