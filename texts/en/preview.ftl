# See the roles as volunteers do.
called = Volunteer's view
words = preview, see it as a volunteer
about = Which project shall we look at?
in-th = See it in Thai
in-en = See it in English
seen = This is how volunteers see "{ $title }" when they sign up.
no_roles = This project has no role to show yet.
gone = This project does not exist any more.
nothing = There is no project to look at yet.
