"""Private addresses of feeds: /feeds/<secret>/calendar.ics."""

from django.urls import path

from minutes.feeds import views

urlpatterns = [
    path("<str:secret>/calendar.ics", views.ical, name="feed_calendar"),
    path("<str:secret>/news.atom", views.atom, name="feed_news"),
]
