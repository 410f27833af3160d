"""Administration that corrects: each save is a correction with its audit row, as on every other page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from minutes import corrections
from minutes.corrections import ChangedMeanwhile, NotPossible
from minutes.models import Correction, Extracted

WHY = "In the administration"


class CorrectingForm(forms.ModelForm):
    """Checks all rules of a record, and that nobody changed it since the form was opened."""

    opened = forms.IntegerField(label="", widget=forms.HiddenInput, required=False)  # the version that was shown

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["opened"].initial = getattr(self.instance, "version", None)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        opened = cleaned.get("opened")
        now = type(self.instance)._base_manager.filter(pk=self.instance.pk).first()
        if opened is not None and now is not None and now.version != opened:
            raise ValidationError("Somebody changed this record in the meantime. Open it again to see the change.")
        return cleaned

    def _post_clean(self) -> None:
        super()._post_clean()
        try:
            self.instance.validate_constraints()
        except ValidationError as broken:
            self._update_errors(broken)


class CorrectingAdmin(admin.ModelAdmin):
    """Fields that people correct can be written, all others are only shown."""

    form = CorrectingForm
    save_on_top = True

    def correctable(self) -> tuple[str, ...]:
        return (*getattr(self.model, "READ", ()), *self.model.CORRECTABLE)

    def get_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        return [*self.correctable(), *(["opened"] if hasattr(self.model, "version") else [])]

    def save_model(self, request: HttpRequest, obj: Any, form: forms.ModelForm, change: bool) -> None:
        if not change:
            super().save_model(request, obj, form, change)
            return
        values = {name: form.cleaned_data[name] for name in form.changed_data if name in self.correctable()}
        unchanged = self.model._base_manager.get(pk=obj.pk)
        corrections.correct(unchanged, values, request.user, WHY, form.cleaned_data.get("opened"))

    def save_related(self, request: HttpRequest, form: forms.ModelForm, formsets: list[Any], change: bool) -> None:
        """Many-to-many values of a changed record were corrected with the others, and are not saved again."""
        if change:
            form.save_m2m = lambda: None
        super().save_related(request, form, formsets, change)

    @admin.display(description="What people did")
    def history(self, record: Model) -> str:
        rows = Correction.objects.about(record).select_related("by")
        return "; ".join(f"{row} on {row.at:%d.%m.%Y}" for row in rows[:20]) or "Nothing yet"


class RecordAdmin(CorrectingAdmin):
    """A record that was read from a paper: it is not deleted but removed, and keeps its source."""

    actions = ("confirm_them", "remove_them", "restore_them")
    list_per_page = 50
    show_full_result_count = False
    SOURCE = ("meeting", "document", "page", "quote")
    STATE = ("questions", "confirmed_by", "removed_by", "removed_why", "history")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        ordering = self.get_ordering(request)
        found = self.model.everything.all()
        return found.order_by(*ordering) if ordering else found

    def get_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        return [*super().get_fields(request, obj), *self.get_readonly_fields(request, obj)]

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        return [name for name in (*self.SOURCE, *self.STATE) if name != "meeting" or hasattr(self.model, "meeting")]

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """Offers records of the same meeting alone."""
        form = super().get_form(request, obj, change, **kwargs)
        for name in {*self.model.WITHIN, "items"} & form.base_fields.keys():
            field = form.base_fields[name]
            field.queryset = field.queryset.filter(meeting=obj.meeting_id if obj else None)
        return form

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    @admin.display(description="In question")
    def questions(self, record: Extracted) -> str:
        return " ".join(doubt["sentence"] for doubt in record.doubts)

    @admin.display(description="Removed", boolean=True)
    def removed(self, record: Extracted) -> bool:
        return record.is_removed

    @admin.action(description="Confirm: these are right")
    def confirm_them(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        self._each(request, queryset, "confirmed", lambda record: corrections.confirm(record, request.user, WHY))

    @admin.action(description="Remove: these are none")
    def remove_them(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        self._each(request, queryset, "removed", lambda record: corrections.remove(record, request.user, WHY))

    @admin.action(description="Restore what was removed")
    def restore_them(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        self._each(request, queryset, "restored", lambda record: corrections.restore(record, request.user, WHY))

    def _each(self, request: HttpRequest, queryset: QuerySet[Any], done: str, act: Any) -> None:
        """Do something to each record, and say of which it was not possible."""
        count = 0
        for record in queryset:
            try:
                act(record)
                count += 1
            except (NotPossible, ChangedMeanwhile, ValidationError) as refusal:
                messages.error(request, f"{record}: {' '.join(getattr(refusal, 'messages', [str(refusal)]))}")
        messages.success(request, f"{count} {done}.")


class OnlyShown:
    """To look at: other parts write it."""

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class ReadOnlyAdmin(OnlyShown, admin.ModelAdmin):
    pass
