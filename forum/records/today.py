"""Today in a query: the day on which it runs, not the one on which it was written."""

from django.db.models import DateField, Expression, Value
from django.utils import timezone


class Today(Expression):
    """The present day of the site; a queryset that is kept for long is still right at midnight."""

    output_field = DateField()

    def as_sql(self, compiler, connection):
        return Value(timezone.localdate(), self.output_field).as_sql(compiler, connection)
