from config.access import unregistered  # noqa: F401 - before what joins the apps' pages
from config.desk import accounts, inlines  # noqa: F401 - joins the apps' admin pages
