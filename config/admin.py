from config.desk import accounts, inlines  # noqa: F401 - joins the apps' admin pages
