"""What allauth would show in the admin: secrets, sessions and addresses that nobody edits there."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import admin

admin.site.unregister([EmailAddress, Authenticator, UserSession])
