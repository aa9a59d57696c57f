"""What joins apps in the admin: inlines of an upper app on the page of a lower one."""

from django.contrib import admin

from delegations.admin.inlines import SpeakerInline
from forum.models import Session

programme = admin.site.get_model_admin(Session)
programme.inlines = [SpeakerInline, *programme.inlines]
