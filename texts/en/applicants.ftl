called = Applicants
