from django.contrib.auth.models import Permission
from django.utils.translation import gettext_lazy as _


class Right(Permission):
    """What staff may do that is not a matter of one kind of record."""

    class Meta:
        proxy = True
        default_permissions = ()
        verbose_name = _("right")
        verbose_name_plural = _("rights")
        permissions = [
            ("view_unpublished", _("See what is not published")),
            ("publish", _("Publish records and take them off the site")),
            ("merge", _("Merge records")),
            ("revert", _("Put records back to what they were")),
            ("export", _("Take records along as a file")),
            ("erase", _("Erase personal data and give account of it")),
        ]
