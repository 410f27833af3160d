from __future__ import annotations

from typing import Any

from django import forms


class ManyFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class ManyFilesField(forms.FileField):
    """Files chosen at once; cleans to a list. What is wrong with one of them is no reason to refuse the others."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        files = [file for file in data or [] if file]
        if not files:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return files


class UploadForm(forms.Form):
    files = ManyFilesField(
        label="Choose papers",
        help_text="PDF, Word (.docx) or plain text, as many as you like.",
        widget=ManyFilesInput(
            attrs={
                "class": "govuk-file-upload",
                # The browser's dialogue offers these first; what a file is, its content says.
                "accept": ".pdf,.docx,.txt,application/pdf,text/plain,"
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            }
        ),
        error_messages={"required": "Choose the papers to upload."},
    )
